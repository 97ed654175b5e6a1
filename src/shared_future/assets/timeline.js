/* Gives a timeline that is already complete its filters, search, zoom, and an address for every view.
   The form is the state: what it holds decides what is shown, and is what the page's fragment spells out. */
(() => {
  const NAME = "sf-timeline-v1"; // a browser keeps the first definition it meets, so a new behaviour needs a new name
  if (customElements.get(NAME)) return;

  const DAY = 864e5, TICKS = 7;
  const LEGENDS = { kind: "Kind", theme: "Theme", paragraph: "Paragraph of the article" };
  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

  const make = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const name in attributes) node.setAttribute(name, attributes[name]);
    if (/^(a|button|input)$/.test(tag)) node.setAttribute("data-lm-suppress-shortcuts", "true"); // JupyterLab
    node.append(...children);
    return node;
  };

  const button = (label, action) => {
    const node = make("button", { type: "button" }, label);
    node.addEventListener("click", action);
    return node;
  };

  const percent = (share) => `${(100 * share).toFixed(2)}%`;

  /* Text to search in or for: no capitals, no accents. */
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  /* "2014" or "2014-11" as a day counted from 1970: the first, or the one after the last. Anything else is no limit. */
  const dayOf = (text, after) => {
    const [, year, month] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(text.trim()) || [];
    return year ? Date.UTC(+year + (after && !month), month ? month - 1 + after : 0) / DAY : null;
  };

  /* The days to mark on an axis, and their labels. _ticks in timeline.py must give the same: change both. */
  const ticks = (first, last) => {
    const enough = (span) => (step) => span <= step * TICKS;
    const at = (day) => new Date(day * DAY);
    const list = [];
    if (last - first <= 10 * TICKS) {
      const step = [1, 2, 5, 10].find(enough(last - first));
      for (let day = first; day < last; day += step) list.push([day, `${at(day).getUTCDate()} ${MONTHS[at(day).getUTCMonth()]}`]);
      list[0][1] += ` ${at(first).getUTCFullYear()}`;
      return list;
    }
    const [begin, stop] = [first, last].map((day) => 12 * at(day).getUTCFullYear() + at(day).getUTCMonth());
    const step = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 12000].find(enough(stop - begin));
    for (let month = Math.ceil(begin / step) * step; month <= stop; month += step) {
      const year = Math.floor(month / 12);
      const name = MONTHS[month % 12] + (list.length ? "" : ` ${year}`);
      list.push([Date.UTC(year, month % 12) / DAY, month % 12 ? name : `${year}`]);
    }
    return list;
  };

  /* What the fragment says about the views on this page; null if it speaks of something else. */
  const readFragment = () => {
    const [ours, query] = /^#view(?:\?(.*))?$/.exec(location.hash) || [];
    return ours || !location.hash ? new URLSearchParams(query) : null;
  };

  const linked = () => [...document.querySelectorAll(`${NAME}[data-linkable]`)].filter((timeline) => timeline.link);
  const refreshLinks = () => linked().forEach((timeline) => timeline.link.setAttribute("href", /^#view/.test(location.hash) ? location.hash : "#view"));

  class Timeline extends HTMLElement {
    connectedCallback() {
      // Where the name is already defined, the parser gets here before the children.
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.start(), { once: true });
      else queueMicrotask(() => this.start());
    }

    start() {
      if (this.form) return;
      this.list = this.querySelector("ol");
      this.plot = this.querySelector(".sf-tl-plot");
      const marks = this.querySelectorAll(".sf-tl-mark");
      this.items = [...this.list.children].map((entry, index) => ({
        entry,
        mark: marks[index], // the marks stand in the list's order, and what has no date comes last
        text: fold(entry.textContent),
        from: parseFloat(entry.dataset.from), // NaN without a date, and so never within years
        to: parseFloat(entry.dataset.to),
        values: (facet) => entry.dataset[facet].split(" "),
      }));
      this.list.classList.toggle("sf-tl-long", this.items.length > 40);
      this.build();
      if (this.plot) this.listen();
      this.read();
      refreshLinks();
      if (this.matches(".sf-tl-narrowed")) this.scrollIntoView(); // a link led here
    }

    build() {
      const facets = Object.entries(JSON.parse(this.dataset.facets)).filter(([, values]) => Object.keys(values).length > 1);
      this.options = {}; // facet, value: its box, its count and its label
      const panel = make("div", { class: "sf-tl-facets", hidden: "" });
      for (const [facet, values] of facets) {
        const choices = make("div", {});
        this.options[facet] = {};
        for (const [value, label] of Object.entries(values)) {
          const box = make("input", { type: "checkbox", name: facet, value });
          const count = make("span", { class: "sf-tl-count" });
          const icon = facet === "kind" ? this.list.querySelector(`[data-kind="${value}"]`) : null;
          const row = make("label", { class: icon ? icon.className : "" }, box);
          if (icon) row.append(icon.querySelector("svg").cloneNode(true));
          row.append(make("span", {}, `${label} `, count));
          choices.append(row);
          this.options[facet][value] = { row, box, count, label };
        }
        panel.append(make("fieldset", { class: `sf-tl-by-${facet}` }, make("legend", {}, LEGENDS[facet]), choices));
      }

      const field = (label, name, attributes) => make("label", { class: `sf-tl-${name}` }, label, make("input", { name, autocomplete: "off", ...attributes }));
      const years = { inputmode: "numeric", pattern: "\\s*\\d{4}(-(0[1-9]|1[0-2]))?\\s*", placeholder: "year", title: "A year, or a year and a month: 2014 or 2014-11" };
      const bar = make("div", { class: "sf-tl-bar" }, field("Search", "q", { type: "search" }));
      if (this.plot) bar.append(field("From", "from", years), field("To", "to", years));
      if (facets.length) {
        this.toggle = button("Filters", () => this.toggle.setAttribute("aria-expanded", String(!(panel.hidden = !panel.hidden))));
        this.toggle.setAttribute("aria-expanded", "false");
        bar.append(this.toggle);
      }
      this.form = make("form", { class: "sf-tl-form" }, bar, panel);
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("input", (event) => this.changed(event.target.type === "checkbox" ? null : event.target.name));

      const open = (state) => () => this.items.forEach(({ entry }) => entry.hidden || (entry.querySelector("details").open = state));
      this.status = make("p", { role: "status" });
      const reset = () => {
        this.form.reset();
        this.changed();
      };
      const buttons = [button("Reset", reset), button("Open all", open(true)), button("Close all", open(false))];
      const foot = make("div", { class: "sf-tl-foot" }, this.status, ...buttons);
      if ("linkable" in this.dataset) {
        this.link = make("a", { href: "#view" }, "Link to this view");
        this.link.addEventListener("click", (event) => {
          event.preventDefault();
          const said = (words) => (this.status.textContent = words);
          const byHand = () => said("Your browser keeps the link in its address bar. Copy it from there.");
          // Only pages that came over https, or from this machine, may write to the clipboard.
          if (navigator.clipboard) navigator.clipboard.writeText(this.link.href).then(() => said("The link is copied."), byHand);
          else byHand();
        });
        foot.append(this.link);
      }
      this.querySelector("figcaption").after(this.form);
      this.list.before(foot);
    }

    /* The pointer: a drag over the picture sets the years, a click on a mark opens its entry. */
    listen() {
      const { plot } = this;
      [this.first, this.last] = this.whole = [+plot.dataset.from, +plot.dataset.to];
      plot.parentNode.append(make("p", { class: "sf-tl-hint" }, "Drag across the picture to look closer; double-click to see it whole."));
      const band = plot.appendChild(document.createElementNS(plot.namespaceURI, "rect"));
      band.setAttribute("class", "sf-tl-band");
      band.setAttribute("height", plot.dataset.axis);
      let began = null, drawn = null; // shares of the picture's width
      const share = (event) => {
        const { left, width } = plot.getBoundingClientRect();
        return Math.min(1, Math.max(0, (event.clientX - left) / width));
      };
      plot.addEventListener("pointerdown", (event) => (began = event.button ? null : share(event)));
      plot.addEventListener("pointermove", (event) => {
        const width = began === null ? 0 : share(event) - began;
        if (Math.abs(width) < 0.01 && !drawn) return; // still a click
        plot.setPointerCapture(event.pointerId);
        drawn = [Math.min(began, began + width), Math.max(began, began + width)];
        band.setAttribute("x", percent(drawn[0]));
        band.setAttribute("width", percent(drawn[1] - drawn[0]));
      });
      for (const type of ["pointerup", "pointercancel"])
        plot.addEventListener(type, () => {
          if (drawn && type === "pointerup") {
            const days = drawn.map((part) => this.first + part * (this.last - this.first));
            const digits = days[1] - days[0] > 3 * 365 ? 4 : 7; // years, or months where the stretch is short
            this.setYears(...days.map((day) => new Date(day * DAY).toISOString().slice(0, digits)));
          }
          band.removeAttribute("width");
          began = drawn = null;
        });
      plot.addEventListener("dblclick", () => this.setYears("", ""));
      plot.addEventListener("click", (event) => {
        const mark = event.target.closest(".sf-tl-mark");
        if (!mark) return;
        const details = this.items.find((item) => item.mark === mark).entry.querySelector("details");
        details.open = true;
        details.firstElementChild.focus();
      });
      // An entry under the pointer, or with the focus, shows where it stands.
      for (const [type, on] of [["pointerover", true], ["focusin", true], ["pointerout", false], ["focusout", false]])
        this.list.addEventListener(type, (event) => {
          const entry = event.target.closest("li");
          const item = this.items.find((one) => one.entry === entry);
          if (item?.mark) item.mark.classList.toggle("sf-tl-here", on);
        });
    }

    setYears(from, to) {
      this.form.elements.from.value = from;
      this.form.elements.to.value = to;
      this.changed();
    }

    /* The reader changed the form. Keys typed one after another into one field make one step for the back button. */
    changed(field = null) {
      this.show();
      if (!this.link) return;
      history[field && field === this.typing ? "replaceState" : "pushState"](null, "", this.address());
      this.typing = field;
      refreshLinks();
    }

    /* The first timeline of a page has the plain names, the second "2.kind" and so on. */
    get prefix() {
      const index = linked().indexOf(this);
      return index ? `${index + 1}.` : "";
    }

    /* Fill the form from the fragment. */
    read() {
      const said = this.link && readFragment();
      if (said) {
        for (const control of this.form.elements) {
          const values = said.getAll(this.prefix + control.name);
          if (control.type === "checkbox") control.checked = values.includes(control.value);
          else control.value = values[0] || ""; // buttons and fieldsets do not mind
        }
        this.typing = null;
      }
      this.show();
    }

    show() {
      const { form, items, options } = this;
      const facets = Object.keys(options);
      const chosen = Object.fromEntries(facets.map((facet) => [facet, new FormData(form).getAll(facet)]));
      const words = fold(form.elements.q.value).split(/\s+/).filter(Boolean);
      const years = ["from", "to"].map((name) => (form.elements[name] ? form.elements[name].value : ""));
      let from = dayOf(years[0], false), to = dayOf(years[1], true);
      const crossed = from !== null && to !== null && from >= to;
      if (crossed) from = to = null;

      let shown = 0;
      const counts = Object.fromEntries(facets.map((facet) => [facet, {}]));
      for (const item of items) {
        const apart = words.every((word) => item.text.includes(word)) && (from === null || item.to > from) && (to === null || item.from < to);
        const misses = facets.filter((facet) => chosen[facet].length && !chosen[facet].some((value) => item.values(facet).includes(value)));
        const fits = apart && !misses.length;
        // A count says what choosing the value would show: so its own facet does not hold an event back.
        if (apart)
          for (const facet of facets)
            if (misses.every((miss) => miss === facet)) for (const value of item.values(facet)) counts[facet][value] = (counts[facet][value] || 0) + 1;
        item.entry.hidden = !fits;
        if (item.mark) item.mark.classList.toggle("sf-tl-off", !fits);
        shown += fits;
      }
      for (const facet of facets)
        for (const value in options[facet]) {
          const count = counts[facet][value] || 0;
          options[facet][value].count.textContent = count;
          options[facet][value].row.classList.toggle("sf-tl-none", !count);
        }

      const active = facets.filter((facet) => chosen[facet].length).map((facet) => chosen[facet].map((value) => options[facet][value].label).join(", "));
      if (this.toggle) this.toggle.textContent = active.length ? `Filters (${active.length})` : "Filters";
      if (words.length) active.push(`“${form.elements.q.value.trim()}”`);
      if (from !== null) active.push(`from ${years[0].trim()}`);
      if (to !== null) active.push(`to ${years[1].trim()}`);
      if (crossed) active.push("the first year is after the last, so neither counts");
      this.classList.toggle("sf-tl-narrowed", active.length > 0);
      this.status.textContent = [`${shown || "None"} of ${items.length} event${items.length === 1 ? "" : "s"}`, active.join("; ")].filter(Boolean).join(": ");
      if (this.plot) this.draw(from, to);
    }

    /* The page's address with this view in the fragment, beside what the fragment says of other timelines. */
    address() {
      const said = readFragment() || new URLSearchParams();
      for (const { name } of this.form.elements) said.delete(this.prefix + name);
      for (const [name, value] of new FormData(this.form)) if (value.trim()) said.append(this.prefix + name, value.trim());
      return location.href.split("#")[0] + (said.size ? `#view?${said}` : "");
    }

    /* Stretch the picture over the days from one limit to the other, as far as there is anything to see. */
    draw(from, to) {
      const [begin, end] = this.whole;
      let first = Math.max(from ?? begin, begin), last = Math.min(to ?? end, end);
      if (first >= last) [first, last] = [begin, end];
      if (first === this.first && last === this.last) return;
      [this.first, this.last] = [first, last];
      const place = (day) => Math.min(1, Math.max(0, (day - first) / (last - first)));
      for (const { mark, from, to } of this.items) {
        if (!mark) break;
        mark.classList.toggle("sf-tl-out", from >= last || to <= first);
        mark.querySelector("svg").setAttribute("x", percent(place(+mark.dataset.at)));
        const bar = mark.querySelector("rect");
        if (!bar) continue;
        bar.setAttribute("x", percent(place(from)));
        bar.setAttribute("width", percent(place(to) - place(from)));
      }
      const axis = this.querySelector(".sf-tl-axis");
      const model = axis.firstElementChild;
      axis.replaceChildren(
        ...ticks(first, last).map(([day, label]) => {
          const tick = model.cloneNode(true);
          tick.setAttribute("x", percent(place(day)));
          tick.lastElementChild.textContent = label;
          return tick;
        }),
      );
    }
  }

  customElements.define(NAME, Timeline);
  addEventListener("hashchange", () => {
    linked().forEach((timeline) => timeline.read());
    refreshLinks();
  });
})();
