/* Lets a reader choose which part of a table of documents and topics to see. Without this script the whole table stands. */
(() => {
  "use strict";
  const NAME = "sf-compare-v1"; // a browser keeps the first definition it meets, so a new behaviour needs a new name
  if (customElements.get(NAME)) return;
  let count = 0;

  const make = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const name in attributes) node.setAttribute(name, attributes[name]);
    if (/^(button|input|select)$/.test(tag)) node.setAttribute("data-lm-suppress-shortcuts", "true"); // JupyterLab
    node.append(...children);
    return node;
  };
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = (node) => node.textContent.trim().replace(/\s+/g, " ");
  const ORDERS = {
    "Oldest first": (a, b) => a.dataset.year - b.dataset.year,
    "Newest first": (a, b) => b.dataset.year - a.dataset.year,
    "By name": (a, b) => words(a.cells[0]).localeCompare(words(b.cells[0]), "en"),
    "By who decides": (a, b) => a.dataset.model.localeCompare(b.dataset.model, "en") || a.dataset.year - b.dataset.year,
  };

  class Compare extends HTMLElement {
    connectedCallback() {
      // While the page is being read the element exists before its table does.
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.start(), { once: true });
      else queueMicrotask(() => this.start());
    }

    start() {
      if (this.form) return;
      this.body = this.querySelector("tbody");
      this.rows = [...this.body.rows];
      const heads = [...this.querySelectorAll("thead th")].slice(2);
      const names = this.rows.map((row) => words(row.cells[0]));
      const models = [...new Set(this.rows.map((row) => row.dataset.model))].sort();

      const field = (label, control) => {
        control.id = `sf-compare-${++count}`;
        return make("div", {}, make("label", { for: control.id }, label), control);
      };
      const select = (options) => make("select", {}, ...options.map(([value, text]) => make("option", { value }, text)));
      this.document = select([["", "All documents"], ...names.map((name, n) => [n, name])]);
      this.topic = select([["", "All topics"], ...heads.map((head) => [head.dataset.topic, words(head)])]);
      this.model = select([["", "Anyone"], ...models.map((model) => [model, model])]);
      this.order = select(Object.keys(ORDERS).map((name) => [name, name]));
      this.search = make("input", { type: "search", autocomplete: "off" });
      this.status = make("p", { role: "status" });
      const reset = make("button", { type: "button" }, "Show everything");
      reset.addEventListener("click", () => {
        this.form.reset();
        this.show();
      });
      this.form = make("form", { class: "sf-cmp-form" }, field("Document", this.document), field("Topic", this.topic), field("Who decides", this.model),
        field("Order", this.order), field("Search", this.search), reset);
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("input", () => this.show());
      this.prepend(this.form, this.status);
      // Where cells stand below each other, the whole table is a dozen screens: begin with one topic of every document.
      if (getComputedStyle(this.rows[0]).display === "block") this.topic.selectedIndex = 1;
      this.show();
    }

    show() {
      const topic = this.topic.value;
      const wanted = fold(this.search.value.trim());
      const shown = (cell) => !topic || !cell.dataset.topic || cell.dataset.topic === topic;
      for (const cell of this.querySelectorAll("th, td")) cell.hidden = !shown(cell);
      this.rows.forEach((row, n) => {
        const says = [...row.cells].filter(shown).map(words).join(" ");
        row.hidden = (this.document.value !== "" && +this.document.value !== n) || (this.model.value && row.dataset.model !== this.model.value) || !fold(says).includes(wanted);
      });
      // The document's own place decides among equals, so the rows are sorted from their first order each time.
      this.body.append(...[...this.rows].sort(ORDERS[this.order.value]));
      const left = this.rows.filter((row) => !row.hidden).length;
      this.classList.toggle("sf-cmp-row", left === 1 && !topic); // one document on many topics reads as a list
      this.classList.toggle("sf-cmp-column", Boolean(topic));
      const total = this.topic.options.length - 1;
      const line = `${left || "None"} of ${this.rows.length} documents, ${topic ? `on ${this.topic.selectedOptions[0].text}` : `on all ${total} topics`}`;
      if (this.status.textContent !== line) this.status.textContent = line; // or it would be announced again
      this.querySelector(".sf-cmp-scroll").hidden = !left;
    }
  }

  customElements.define(NAME, Compare);
})();
