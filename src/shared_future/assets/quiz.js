/* Turns the questions that shared_future/quiz.py writes into forms. Without this script they can be read, with their answers. */
(() => {
  "use strict";
  const NAME = "sf-quiz-v1";
  if (customElements.get(NAME)) return; // another output on the page brought the script already

  const PREFIX = "shared-future:quiz:";
  const VERSION = 1; // of what is kept in the browser; what another version kept is not read
  const LONGEST = 200; // letters of a typed answer
  let count = 0; // for ids and names of radio groups: the same quiz may be on the page twice

  const make = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
    // JupyterLab takes keys for its own on any control that does not say this.
    if (["button", "input", "select"].includes(tag)) node.setAttribute("data-lm-suppress-shortcuts", "true");
    node.append(...children);
    return node;
  };
  const button = (text, action, style = "") => {
    const node = make("button", { type: "button", class: `sf-q-button ${style}` }, text);
    node.addEventListener("click", action);
    return node;
  };
  const copy = (node) => [...node.cloneNode(true).childNodes];
  const words = (node) => node.textContent.trim().replace(/\s+/g, " ");
  const sign = (right) => make("span", { class: "sf-q-sign", "aria-hidden": "true" }, right ? "✓ " : "✗ ");
  const same = (a, b) => a.length === b.length && a.every((value, n) => value === b[n]);
  const indices = (value, limit) => Array.isArray(value) && value.every((n) => Number.isInteger(n) && n >= 0 && n < limit);
  const distinct = (value) => new Set(value).size === value.length;

  // What a reader answered: in memory, and in the browser where it allows that.
  const memory = new Map();
  const kept = {
    read(id) {
      if (!memory.has(id)) {
        let record = null;
        try {
          record = JSON.parse(localStorage.getItem(PREFIX + id));
        } catch { /* forbidden, or not JSON: nothing is kept */ }
        memory.set(id, record);
      }
      return memory.get(id);
    },
    write(id, record) {
      memory.set(id, record);
      try {
        record ? localStorage.setItem(PREFIX + id, JSON.stringify(record)) : localStorage.removeItem(PREFIX + id);
        return true;
      } catch {
        return false;
      }
    },
  };
  let warned = false;

  // Typed answers. bank.py folds in the same way.
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[\p{P}\s]/gu, "");
  /** All numbers that a text can mean: 1,234 is one in English and another in German. */
  const numbers = (typed, unit) => {
    let text = typed.normalize("NFKC").toLowerCase().replace(/[\u2212\u2013]/g, "-").trim();
    if (unit && text.endsWith(unit.toLowerCase())) text = text.slice(0, -unit.length);
    text = text.replace(/(%|per ?cent)\s*$/, "").replace(/[\s'\u2019]/g, "");
    const found = [];
    if (/^[+-]?(\d+[.,]?\d*|[.,]\d+)$/.test(text)) found.push(text.replace(",", "."));
    if (/^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text)) found.push(text.replace(/,/g, ""));
    if (/^[+-]?\d{1,3}(\.\d{3})+(,\d*)?$/.test(text)) found.push(text.replace(/\./g, "").replace(",", "."));
    return found.map(Number);
  };
  const near = (found, value, tolerance) => found.some((x) => Math.abs(x - value) <= tolerance + 1e-9 * Math.max(1, Math.abs(value)));

  /* A kind of question gives the nodes to answer with and
     - answer(): what is chosen, or {ask, at}: what to say and where to go when something is missing
     - put(answer): choose it; put(null): choose nothing
     - valid(value): whether a kept value can be an answer
     - grade(answer): {right, feedback: places in the list of feedback, note, marks: [node, right] pairs} */

  const choice = (type, content, name, value) => {
    const input = make("input", { type, name, value });
    return [input, make("label", { class: "sf-q-choose" }, input, make("span", {}, ...content))];
  };
  const rowOf = (node) => node.closest(".sf-q-choose, .sf-q-term, li, .sf-q-type");

  function options(question) {
    const { key, name } = question;
    const several = key.type === "several";
    const made = question.rows("options").map((row, n) => choice(several ? "checkbox" : "radio", row.childNodes, name, n));
    const inputs = made.map(([input]) => input);
    return {
      nodes: [make("div", { class: "sf-q-options" }, ...made.map(([, label]) => label))],
      first: () => inputs[0],
      put: (answer) => inputs.forEach((input, n) => (input.checked = !!answer && answer.includes(n))),
      answer() {
        const chosen = inputs.flatMap((input, n) => (input.checked ? [n] : []));
        return chosen.length ? chosen : { ask: "Choose an answer first.", at: inputs[0] };
      },
      valid: (value) => indices(value, inputs.length) && distinct(value) && (several ? value.length > 0 : value.length === 1),
      grade(answer) {
        const hits = answer.filter((n) => key.right.includes(n)).length;
        const misses = answer.length - hits;
        const missed = misses ? ` and ${misses} that ${misses === 1 ? "is" : "are"} not` : "";
        return {
          right: !misses && hits === key.right.length,
          feedback: answer,
          note: several ? `You chose ${hits} of the ${key.right.length} right answers${missed}.` : "",
          marks: answer.map((n) => [inputs[n], key.right.includes(n)]),
        };
      },
    };
  }

  function verdict(question) {
    const { key, name } = question;
    const rows = question.rows("options");
    const reasons = rows.map((row, n) => choice("radio", row.lastElementChild.childNodes, `${name}-${key.verdicts[n]}`, n));
    const sides = [true, false].map((side) => {
      const [input, label] = choice("radio", [side ? "True" : "False"], `${name}-verdict`, side);
      const group = make("div", { role: "radiogroup", "aria-label": "Because", class: "sf-q-because" });
      group.append(make("p", { "aria-hidden": "true" }, `${side ? "True" : "False"}, because`), ...reasons.flatMap(([, reason], n) => (key.verdicts[n] === side ? [reason] : [])));
      group.hidden = true;
      return { side, input, label, group };
    });
    const open = () => sides.forEach(({ input, group }) => (group.hidden = !input.checked));
    sides.forEach(({ input }) =>
      input.addEventListener("change", () => {
        reasons.forEach(([reason]) => (reason.checked = false));
        open();
      }),
    );
    return {
      nodes: [
        make("div", { role: "radiogroup", "aria-label": "The statement is", class: "sf-q-options sf-q-sides" }, ...sides.map(({ label }) => label)),
        ...sides.map(({ group }) => group),
      ],
      first: () => sides[0].input,
      put(answer) {
        reasons.forEach(([reason], n) => (reason.checked = !!answer && answer[0] === n));
        sides.forEach(({ side, input }) => (input.checked = !!answer && key.verdicts[answer[0]] === side));
        open();
      },
      answer() {
        const chosen = sides.find(({ input }) => input.checked);
        if (!chosen) return { ask: "Say first whether the statement is true or false.", at: sides[0].input };
        const n = reasons.findIndex(([reason]) => reason.checked);
        return n < 0 ? { ask: "Now choose a reason.", at: chosen.group.querySelector("input") } : [n];
      },
      valid: (value) => indices(value, rows.length) && value.length === 1,
      grade([n]) {
        const right = key.right.includes(n);
        const side = sides.find(({ input }) => input.checked);
        return { right, feedback: [n], note: "", marks: [[side.input, side.side === key.verdicts[key.right[0]]], [reasons[n][0], right]] };
      },
    };
  }

  function typed(question) {
    const { key, name, feedback } = question;
    const number = key.type === "number";
    const unit = question.section.querySelector(".sf-q-unit span");
    const input = make("input", { type: "text", id: `${name}-input`, class: "sf-q-input", maxlength: LONGEST, autocomplete: "off", spellcheck: "false" });
    if (number) input.inputMode = "decimal";
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return; // Enter also ends a Chinese word that is being typed
      event.preventDefault();
      question.check();
    });
    const line = make("div", { class: "sf-q-type" }, make("label", { for: input.id }, "Your answer"), input);
    if (unit) {
      line.append(make("span", { id: `${name}-unit` }, ...copy(unit)));
      input.setAttribute("aria-describedby", `${name}-unit`);
    }
    const fits = (answer, right, tolerance) =>
      number ? near(numbers(answer, key.unit), right, tolerance) : right.some((text) => fold(text) === fold(answer));
    return {
      nodes: [line],
      first: () => input,
      put: (answer) => (input.value = answer ?? ""),
      answer() {
        const text = input.value.trim();
        if (!(number ? text : fold(text))) return { ask: number ? "Type a number first." : "Type an answer first.", at: input };
        if (number && !numbers(text, key.unit).length) return { ask: "That is not a number. Use digits, such as 1200 or 3.5.", at: input };
        return text;
      },
      valid: (value) => typeof value === "string" && value.length <= LONGEST && (number ? numbers(value, key.unit).length > 0 : fold(value) !== ""),
      grade(answer) {
        const right = fits(answer, key.right, key.tolerance);
        const mistake = key.mistakes.findIndex((wrong) => (number ? fits(answer, ...wrong) : fits(answer, wrong)));
        return { right, feedback: [right ? 0 : mistake < 0 ? feedback.length - 1 : mistake + 1], note: "", marks: [[input, right]] };
      },
    };
  }

  function order(question) {
    const { key } = question;
    const items = question.rows("items").map((row) => {
      const text = words(row);
      const item = make("li", { class: "sf-q-item" }, make("span", { class: "sf-q-text" }, ...row.childNodes));
      const arrow = (label, points, step) => {
        const control = button(make("span", { class: "sf-q-unseen" }, `${label}: ${text}`), () => move(item, step, text), "sf-q-move");
        control.insertAdjacentHTML("afterbegin", `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${points}"/></svg>`);
        return control;
      };
      const moves = [arrow("Move up", "M8 13V3M3.5 7.5L8 3l4.5 4.5", -1), arrow("Move down", "M8 3v10M3.5 8.5L8 13l4.5-4.5", 1)];
      item.append(make("span", { class: "sf-q-moves" }, ...moves));
      return item;
    });
    const list = make("ol", { class: "sf-q-items" }, ...items);
    const move = (item, step, text) => {
      const other = step < 0 ? item.previousElementSibling : item.nextElementSibling;
      question.unmark();
      // It is the neighbour that leaves its place, so that the pressed button keeps the focus.
      if (other) step < 0 ? item.after(other) : item.before(other);
      const place = [...list.children].indexOf(item) + 1;
      question.say(make("p", {}, other ? `${text}: now ${place} of ${items.length}.` : `${text}: already ${step < 0 ? "first" : "last"}.`));
    };
    return {
      nodes: [list],
      first: () => list.querySelector("button"),
      put: (answer) => list.append(...(answer ? answer.map((n) => items[n]) : items)),
      answer() {
        const now = [...list.children].map((item) => items.indexOf(item));
        return same(now, [...items.keys()]) ? { ask: "Move the items first; they do not stand in the right order yet.", at: this.first() } : now;
      },
      valid: (value) => indices(value, items.length) && value.length === items.length && distinct(value),
      grade(answer) {
        const placed = answer.map((n, place) => key.right[place] === n);
        const right = placed.every(Boolean);
        const wrong = answer.filter((n, place) => !placed[place]);
        return {
          right,
          feedback: right ? answer : wrong,
          note: right ? "" : `${placed.filter(Boolean).length} of ${items.length} in the right place.`,
          marks: answer.map((n, place) => [items[n], placed[place]]),
        };
      },
    };
  }

  function match(question) {
    const { key, name } = question;
    const meanings = question.section.querySelector(".sf-q-meanings");
    const names = [...meanings.children].map((row, n) => `${String.fromCharCode(97 + n)}) ${words(row)}`);
    const selects = [];
    const lines = question.rows("terms").map((row, n) => {
      const select = make("select", { id: `${name}-${n}`, class: "sf-q-input" }, make("option", { value: "" }, "Choose"));
      select.append(...names.map((text, value) => make("option", { value }, text)));
      selects.push(select);
      return make("div", { class: "sf-q-term" }, make("label", { for: select.id }, ...row.childNodes), select);
    });
    return {
      nodes: [meanings, ...lines],
      first: () => selects[0],
      put: (answer) => selects.forEach((select, n) => (select.value = answer ? answer[n] : "")),
      answer() {
        const empty = selects.find((select) => !select.value);
        return empty ? { ask: `Choose a meaning for ${words(empty.previousSibling)}.`, at: empty } : selects.map((select) => Number(select.value));
      },
      valid: (value) => indices(value, names.length) && value.length === selects.length,
      grade(answer) {
        const hits = answer.map((n, term) => key.right[term] === n);
        const right = hits.every(Boolean);
        return {
          right,
          feedback: [...new Set(answer)],
          note: right ? "" : `${hits.filter(Boolean).length} of ${hits.length} right.`,
          marks: selects.map((select, term) => [select, hits[term]]),
        };
      },
    };
  }

  const KINDS = { one: options, several: options, "true-false": verdict, number: typed, text: typed, order, match };
  const MANY = ["several", "order", "match"]; // their feedback is about more than one thing, so it names each

  class Question {
    constructor(quiz, section) {
      this.quiz = quiz;
      this.section = section;
      this.key = JSON.parse(section.dataset.question);
      this.name = `sf-quiz-${++count}`;
      this.feedback = [...section.querySelectorAll(".sf-q-feedback > li")];
      this.body = section.querySelector(".sf-q-body");
      this.kind = KINDS[this.key.type](this);
      const hint = make("p", { class: "sf-q-hint", id: `${this.name}-hint` }, ...section.querySelector(".sf-q-hint").childNodes);
      const legend = make("legend", {});
      for (const part of section.querySelectorAll(".sf-q-head, .sf-q-prompt")) {
        legend.append(make("span", { class: part.className }, ...part.childNodes));
      }
      this.said = make("div", { class: "sf-q-said", role: "status", id: `${this.name}-said` });
      this.again = button("Try again", () => this.restart(), "sf-q-quiet");
      this.answer = button("Show answer", () => this.toggle(this.body.hidden), "sf-q-quiet");
      this.answer.setAttribute("aria-controls", (this.body.id = `${this.name}-answer`));
      const form = make("fieldset", { "aria-describedby": hint.id }, legend, hint, ...this.kind.nodes);
      form.append(make("div", { class: "sf-q-bar" }, button("Check answer", () => this.check()), this.again, this.answer), this.said, this.body);
      form.addEventListener("change", (event) => this.touched(event));
      form.addEventListener("input", (event) => this.touched(event));
      section.replaceChildren(form);
      this.restore("Kept from your last visit.");
    }

    rows(name) {
      return [...this.section.querySelectorAll(`.sf-q-${name} > li`)];
    }

    /** What is kept about this question, or null where that is nothing or nonsense. */
    get record() {
      if (this.quiz.practising) return null;
      const record = kept.read(this.key.id);
      const sound = record?.v === VERSION && record.print === this.key.print && typeof record.first === "boolean";
      return sound && (record.answer === null || this.kind.valid(record.answer)) ? record : null;
    }

    restore(remark) {
      const answer = this.record?.answer ?? null;
      this.kind.put(answer);
      this.unmark();
      if (answer === null) return;
      this.show(answer);
      if (remark) this.said.append(make("p", { class: "sf-q-kept" }, remark));
    }

    touched(event) {
      if (this.section.dataset.state || event.target.getAttribute("aria-invalid")) this.unmark();
    }

    /** Take back what was said about an answer. */
    unmark() {
      delete this.section.dataset.state;
      this.said.replaceChildren();
      this.again.hidden = this.answer.hidden = true;
      this.toggle(false);
      for (const mark of this.section.querySelectorAll(".sf-q-mark")) mark.remove();
      for (const node of this.section.querySelectorAll("[data-mark]")) delete node.dataset.mark;
      this.section.querySelector("[aria-invalid]")?.removeAttribute("aria-invalid");
    }

    say(...nodes) {
      this.said.replaceChildren(...nodes);
    }

    check() {
      const answer = this.kind.answer();
      if (answer.ask) {
        this.unmark();
        if (answer.at.matches("input[type=text], select")) answer.at.setAttribute("aria-invalid", "true");
        this.say(make("p", {}, answer.ask));
        answer.at.focus();
        return;
      }
      const { right } = this.show(answer);
      this.section.dispatchEvent(new CustomEvent("sf-answered", { bubbles: true, detail: { id: this.key.id, right } }));
      this.keep({ v: VERSION, print: this.key.print, first: this.record?.first ?? right, answer });
    }

    show(answer) {
      this.unmark();
      const result = this.kind.grade(answer);
      this.section.dataset.state = result.right ? "right" : "wrong";
      for (const [node, right] of result.marks) {
        const row = rowOf(node);
        row.dataset.mark = right ? "right" : "wrong";
        row.append(make("span", { class: "sf-q-mark" }, sign(right), right ? "right" : "not right"));
      }
      const verdict = make("p", { class: "sf-q-result" }, make("strong", {}, sign(result.right), result.right ? "Right." : "Not right yet."));
      if (!result.right) verdict.append(` ${result.note}`);
      const many = MANY.includes(this.key.type);
      const told = result.feedback.map((n) => {
        const [choice, text] = [".sf-q-choice", ".sf-q-fb"].map((name) => copy(this.feedback[n].querySelector(name)));
        return many ? make("li", {}, make("strong", {}, ...choice), ": ", ...text) : make("p", {}, ...text);
      });
      const why = result.right && this.body.querySelector(".sf-q-why");
      this.say(verdict, ...(many ? [make("ul", {}, ...told)] : told), ...(why ? [make("p", {}, ...copy(why))] : []));
      this.again.hidden = this.answer.hidden = false;
      return result;
    }

    toggle(open) {
      this.body.hidden = !open;
      this.answer.textContent = open ? "Hide answer" : "Show answer";
      this.answer.setAttribute("aria-expanded", String(open));
    }

    restart() {
      this.kind.put(null);
      this.unmark();
      this.keep({ ...this.record, answer: null });
      this.kind.first().focus();
    }

    keep(record) {
      if (this.quiz.practising) return; // assets/practice.js keeps what it needs
      if (!kept.write(this.key.id, record)) this.quiz.warn();
      this.quiz.changed(this.key.id);
    }
  }

  class Quiz extends HTMLElement {
    connectedCallback() {
      // While the page is being read the element exists before its questions do.
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.start(), { once: true });
      else queueMicrotask(() => this.start());
    }

    start() {
      if (this.questions) return; // moved on the page, or connected twice
      this.practising = this.hasAttribute("data-practice"); // one question drawn from the bank: no sum, and nothing kept
      this.questions = [...this.querySelectorAll("section[data-question]")].map((section) => new Question(this, section));
      if (this.practising) return;
      this.line = make("p", { role: "status", class: "sf-quiz-line" });
      this.bar = make("span", {});
      this.prepend(make("div", { class: "sf-quiz-head" }, this.line, make("div", { class: "sf-quiz-bar", "aria-hidden": "true" }, this.bar)));
      this.end = make("p", { class: "sf-quiz-end" });
      this.warning = make("p", { role: "status", class: "sf-quiz-warning" });
      this.reset = button("Reset this quiz", () => this.ask(true), "sf-q-quiet");
      const sure = make("p", { id: `sf-quiz-${++count}` }, "Remove your answers to this quiz from this browser?");
      this.no = button("Keep them", () => this.ask(false), "sf-q-quiet");
      const yes = button("Yes, reset", () => this.clear());
      this.sure = make("div", { role: "group", class: "sf-quiz-sure", "aria-labelledby": sure.id }, sure, yes, this.no);
      this.sure.addEventListener("keydown", (event) => {
        if (event.key === "Escape") this.ask(false);
      });
      this.sure.hidden = true;
      this.append(make("div", { class: "sf-quiz-foot" }, this.end, this.reset, this.sure, this.warning, this.querySelector(".sf-quiz-note")));
      this.tell();
    }

    /** Ask before answers are removed, or stop asking. */
    ask(open) {
      this.sure.hidden = !open;
      this.reset.hidden = open;
      (open ? this.no : this.reset).focus();
    }

    clear() {
      this.ask(false);
      for (const { key } of this.questions) {
        kept.write(key.id, null);
        this.changed(key.id);
      }
      for (const question of this.questions) question.restore();
      this.questions[0].kind.first().focus();
    }

    /** An answer was given or removed: say so here, and show it where the same question stands a second time. */
    changed(id) {
      this.tell();
      for (const quiz of document.querySelectorAll(NAME)) {
        const twins = quiz === this || quiz.practising ? [] : (quiz.questions || []).filter((question) => question.key.id === id);
        twins.forEach((question) => question.restore());
        if (twins.length) quiz.tell();
      }
    }

    tell() {
      const records = this.questions.map((question) => question.record);
      const total = records.length;
      const answered = records.filter(Boolean).length;
      const first = records.filter((record) => record?.first).length;
      const line = `${answered} of ${total} answered` + (answered ? `, ${first} right at first try` : "");
      if (this.line.textContent !== line) this.line.textContent = line; // or it would be announced again
      this.bar.style.width = `${(100 * answered) / total}%`;
      this.reset.hidden = !answered || !this.sure.hidden;
      const again = records.flatMap((record, n) => (record && !record.first ? [n + 1] : []));
      const list = again.length > 1 ? `questions ${again.slice(0, -1).join(", ")} and ${again.at(-1)}` : `question ${again[0]}`;
      this.end.hidden = answered < total;
      this.end.textContent = `All answered, ${first} of ${total} right at first try. ${again.length ? `Worth another look: ${list}.` : "Well done."}`;
    }

    warn() {
      if (warned) return;
      warned = true;
      this.warning.textContent = "This browser does not let the page keep your answers: they will be gone when you leave it.";
    }
  }

  customElements.define(NAME, Quiz);
})();
