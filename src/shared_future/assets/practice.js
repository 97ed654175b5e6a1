/* Draws questions from the whole bank: those that went wrong come back sooner, those that went right later and later.
   The question itself is a quiz of one; shared_future/assets/quiz.js grades it and says so with the event "sf-answered". */
(() => {
  "use strict";
  const NAME = "sf-practice-v1"; // a browser keeps the first definition it meets, so a new behaviour needs a new name
  if (customElements.get(NAME)) return;

  const KEY = "shared-future:practice";
  const QUIZ = "shared-future:quiz:"; // what quiz.js keeps of a chapter's quiz
  const VERSION = 1;
  // A question comes back after so many others: at once in the first box, where wrong answers put it, then ever later.
  const BOXES = [3, 12, 48, 192, 768];
  const FACETS = { part: "Part", type: "Type of question", level: "Difficulty" };
  let count = 0;

  const make = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
    if (["button", "input", "a", "summary"].includes(tag)) node.setAttribute("data-lm-suppress-shortcuts", "true"); // JupyterLab
    node.append(...children);
    return node;
  };
  const button = (text, action, style = "") => {
    const node = make("button", { type: "button", class: `sf-q-button ${style}` }, text);
    node.addEventListener("click", action);
    return node;
  };
  const read = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null; // forbidden, or not JSON: nothing is kept
    }
  };
  const whole = (n) => Number.isInteger(n) && n >= 0;

  class Practice extends HTMLElement {
    connectedCallback() {
      // While the page is being read the element exists before what is in it does.
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.start(), { once: true });
      else queueMicrotask(() => this.start());
    }

    start() {
      if (this.form) return;
      const { parts, types, levels, chapters, questions } = JSON.parse(this.dataset.index);
      this.chapters = chapters.map(([id, part, title, address]) => ({ id, part, title, address }));
      const places = this.chapters.map(() => 0);
      this.questions = questions.map(([id, n, type, level]) => ({ id, type, level: String(level), part: this.chapters[n].part, chapter: this.chapters[n], place: places[n]++ }));
      this.held = [...this.querySelectorAll("div[hidden] > section")]; // a notebook brings them along
      this.recall();

      this.form = make("form", { class: "sf-pr-form" });
      this.boxes = [];
      for (const [facet, values] of Object.entries({ part: parts, type: types, level: levels })) {
        const set = make("fieldset", {}, make("legend", {}, FACETS[facet]));
        for (const [value, label] of Object.entries(values)) {
          if (!this.questions.some((question) => question[facet] === value)) continue;
          const box = make("input", { type: "checkbox", name: facet, value });
          box.checked = this.kept.chosen.includes(`${facet}:${value}`);
          this.boxes.push(box);
          set.append(make("label", {}, box, make("span", {}, label)));
        }
        this.form.append(set);
      }
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("change", () => this.choose());
      const choice = make("details", { class: "sf-pr-choice" }, make("summary", {}, "Choose what to practise"), this.form);
      choice.open = true;

      this.status = make("p", { role: "status", class: "sf-quiz-line" });
      this.next = button("Ask me a question", () => this.ask());
      this.stage = make("div", { class: "sf-pr-stage" });
      this.stage.addEventListener("sf-answered", (event) => this.answered(event.detail));
      this.reset = button("Forget my practice", () => this.confirm(true), "sf-q-quiet");
      const sure = make("p", { id: `sf-practice-${++count}` }, "Remove what this browser keeps of your practice? Your answers to the chapters' quizzes stay.");
      this.no = button("Keep it", () => this.confirm(false), "sf-q-quiet");
      this.sure = make("div", { role: "group", class: "sf-quiz-sure", "aria-labelledby": sure.id, hidden: "" }, sure, button("Yes, forget it", () => this.forget()), this.no);
      this.sure.addEventListener("keydown", (event) => event.key === "Escape" && this.confirm(false));
      this.prepend(choice, this.status, this.stage, make("div", { class: "sf-pr-bar" }, this.next), this.reset, this.sure);
      this.tell();
    }

    /* What is kept: how many questions were answered so far, in which box each question lies and when it is due, what is chosen. */
    recall() {
      const found = read(KEY);
      const sound = found?.v === VERSION && whole(found.turn);
      this.kept = { v: VERSION, turn: sound ? found.turn : 0, cards: {}, chosen: [] };
      const cards = sound && found.cards && typeof found.cards === "object" ? found.cards : {};
      for (const [id, card] of Object.entries(cards)) {
        // A card of a question that this book does not have stays: another edition may have it.
        if (Array.isArray(card) && whole(card[0]) && card[0] < BOXES.length && whole(card[1])) this.kept.cards[id] = [card[0], card[1]];
      }
      if (sound && Array.isArray(found.chosen)) this.kept.chosen = found.chosen.filter((word) => typeof word === "string");
    }

    keep() {
      try {
        localStorage.setItem(KEY, JSON.stringify(this.kept));
      } catch {
        this.forgetful = true;
      }
    }

    /** Where a question lies: in a box of this practice, or in the one that the chapter's quiz puts it in. */
    card({ id }) {
      if (this.kept.cards[id]) return this.kept.cards[id];
      const first = read(QUIZ + id)?.first;
      return typeof first === "boolean" ? [first ? 1 : 0, first ? BOXES[1] : 0] : null;
    }

    chosen() {
      const wanted = Object.keys(FACETS).map((facet) => [facet, this.boxes.filter((box) => box.name === facet && box.checked).map((box) => box.value)]);
      return this.questions.filter((question) => wanted.every(([facet, values]) => !values.length || values.includes(question[facet])));
    }

    choose() {
      this.kept.chosen = this.boxes.filter((box) => box.checked).map((box) => `${box.name}:${box.value}`);
      this.keep();
      this.tell();
    }

    tell() {
      const chosen = this.chosen();
      const cards = chosen.map((question) => this.card(question)).filter(Boolean);
      const again = cards.filter(([box]) => box === 0).length;
      const parts = [`${chosen.length} of ${this.questions.length} questions chosen`, `${cards.length} met before`, `${again} to come back soon`];
      let line = chosen.length ? `${parts.join(", ")}.` : "No question fits this choice: take a tick away.";
      if (this.forgetful) line += " This browser does not let the page keep your practice: it will be gone when you leave.";
      if (this.status.textContent !== line) this.status.textContent = line; // or it would be announced again
      this.next.disabled = !chosen.length;
      this.reset.hidden = !this.sure.hidden || !Object.keys(this.kept.cards).length;
    }

    /** What is due comes first, oldest first; then what is new, in any order; then what is due soonest. */
    draw() {
      const chosen = this.chosen().filter((question) => question !== this.asked);
      const pool = chosen.length ? chosen : this.chosen();
      const known = pool.flatMap((question) => (this.card(question) ? [[this.card(question)[1], question]] : [])).sort((a, b) => a[0] - b[0]);
      const fresh = pool.filter((question) => !this.card(question));
      if (known.length && (known[0][0] <= this.kept.turn || !fresh.length)) return known[0][1];
      return fresh[Math.floor(Math.random() * fresh.length)];
    }

    async ask() {
      const question = this.draw();
      this.asked = question;
      this.graded = false;
      let section;
      try {
        section = await this.fetch(question);
      } catch {
        this.stage.replaceChildren(make("p", { role: "alert" }, `The questions of “${question.chapter.title}” could not be loaded. Try again, or open the chapter.`));
        return;
      }
      if (this.asked !== question) return; // another was asked for meanwhile
      this.querySelector(".sf-pr-choice").open = false;
      const heading = section.querySelector(".sf-q-head strong");
      heading.replaceChildren(question.chapter.title);
      this.stage.replaceChildren(make("sf-quiz-v1", { class: "sf-quiz", "data-practice": "" }, section));
      this.next.textContent = "Next question";
      // The quiz makes its form of the section before the next picture.
      requestAnimationFrame(() => this.stage.querySelector("input, select, .sf-q-moves button")?.focus());
    }

    fetch({ chapter, place }) {
      const section = (markup) => {
        const template = document.createElement("template");
        template.innerHTML = markup;
        return template.content.firstElementChild;
      };
      if (this.held.length) return Promise.resolve(this.held[this.questions.indexOf(this.asked)].cloneNode(true));
      const bank = () => window.sharedFutureBank?.[chapter.id];
      if (bank()) return Promise.resolve(section(bank()[place]));
      return new Promise((done, failed) => {
        const script = make("script", { src: chapter.address });
        script.addEventListener("load", () => (bank() ? done(section(bank()[place])) : failed()));
        script.addEventListener("error", () => {
          script.remove();
          failed();
        });
        document.head.append(script);
      });
    }

    answered({ right }) {
      if (this.graded) return; // a second try helps to learn, and says nothing on what was known
      this.graded = true;
      const box = right ? Math.min((this.card(this.asked)?.[0] ?? 0) + 1, BOXES.length - 1) : 0;
      this.kept.turn += 1;
      this.kept.cards[this.asked.id] = [box, this.kept.turn + BOXES[box]];
      this.keep();
      this.tell();
    }

    confirm(open) {
      this.sure.hidden = !open;
      this.reset.hidden = open;
      (open ? this.no : this.reset).focus();
    }

    forget() {
      this.kept = { v: VERSION, turn: 0, cards: {}, chosen: this.kept.chosen };
      this.keep();
      this.sure.hidden = true;
      this.tell();
      this.next.focus();
    }
  }

  customElements.define(NAME, Practice);
})();
