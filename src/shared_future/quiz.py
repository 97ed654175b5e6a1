"""A quiz that can be read anywhere and answered where scripts run.

Python writes every question in full: prompt, options, and a ``<details>`` with the answer, the feedback on every option and
what settles it. That is what is read without script, in print, in an EPUB and in an untrusted notebook. ``assets/quiz.js``
turns it into a form.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from typing import Any

from markdown_it import MarkdownIt

from ._html import citation, escape, prose, with_assets
from .bank import Bank, Question, read_bank
from .data import load

ELEMENT = "sf-quiz-v1"
"""The custom element. A browser keeps the first definition of a name, so a script that behaves differently needs another name."""
NOTE = "This quiz is for practice. The answers are part of the page, so anyone can look them up."

_NO_SHORTCUTS = 'data-lm-suppress-shortcuts="true"'  # without it JupyterLab takes keys pressed on a control for its own
_HINTS = {
    "one": "Choose one answer.",
    "several": "Choose every answer that fits.",
    "true-false": "Say whether the statement is true, and why.",
    "number": "Answer with a number.",
    "order": "The list is not in order yet.",
    "match": "Give each term one meaning.",
    "text": "Answer with a word or a short phrase.",
}


def quiz(chapter: str) -> Quiz:
    """Return the quiz of a chapter.

    Args:
        chapter: such as ``"principles/cyber-sovereignty"``.

    Returns:
        A quiz that shows itself on the page, in a notebook and as plain text.

    Raises:
        DataError: if the chapter has no questions, or something is wrong with them.
    """
    bank = read_bank(chapter)
    return Quiz(bank.questions, bank.objectives)


class Quiz:
    """What :func:`quiz` returns. Questions from several chapters can be shown together.

    Args:
        questions: in the order in which to ask them.
        objectives: the texts of their objectives, by slug; an objective without a text is not shown.

    Attributes:
        questions: as given.
    """

    def __init__(self, questions: Iterable[Question], objectives: dict[str, str] | None = None) -> None:
        self.questions = tuple(questions)
        self._objectives = objectives or {}

    def markup(self) -> str:
        """Return the quiz without style or script: well-formed XML without ids."""
        inside = "".join(_sections(self.questions, self._objectives))
        return f'<{ELEMENT} class="sf-quiz">{inside}<p class="sf-quiz-note">{NOTE}</p></{ELEMENT}>'

    def __repr__(self) -> str:
        return "\n\n".join(_plain(question, n) for n, question in enumerate(self.questions, 1))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": with_assets(self.markup(), "quiz"), "text/plain": repr(self)}


# Markup


def sections(bank: Bank) -> list[str]:
    """Return the markup of each question of a chapter, in the order of the bank."""
    return _sections(bank.questions, bank.objectives)


def _sections(questions: Sequence[Question], objectives: dict[str, str]) -> list[str]:
    return [_section(question, n, len(questions), objectives.get(question.objective, "")) for n, question in enumerate(questions, 1)]


@cache
def _markdown() -> MarkdownIt:
    # HTML is shown as text, and there are no pictures: a picture could be loaded from elsewhere.
    markdown = MarkdownIt("commonmark", {"html": False}).disable("image")
    markdown.add_render_rule("text", lambda self, tokens, n, options, env: prose(tokens[n].content))
    markdown.add_render_rule("link_open", _link_open)
    return markdown


def _link_open(self: Any, tokens: Sequence[Any], n: int, options: Any, env: Any) -> str:
    return f'<a href="{escape(tokens[n].attrs["href"])}" {_NO_SHORTCUTS}>'


def inline(text: str) -> str:
    """Return inline Markdown as markup; HTML in it is shown as text."""
    return _markdown().renderInline(text)


def _words(text: str) -> str:
    """Return inline Markdown as words without marks."""
    [whole] = _markdown().parseInline(text)
    return " ".join("".join(" " if token.type in ("softbreak", "hardbreak") else token.content for token in whole.children).split())


def _section(question: Question, n: int, total: int, objective: str) -> str:
    return (
        f'<section class="sf-q" data-question="{escape(json.dumps(_key(question), ensure_ascii=False, separators=(",", ":")))}">'
        f'<p class="sf-q-head"><strong>Question {n} of {total}</strong> '
        f'<span class="sf-q-kind">{question.skill.capitalize()}, level {question.difficulty} of 3</span></p>'
        f'<div class="sf-q-prompt">{inline(question.prompt)}</div>'
        f'<p class="sf-q-hint">{_HINTS[question.type]}</p>'
        f"{_choices(question)}"
        f'<details class="sf-q-answer"><summary {_NO_SHORTCUTS}>Answer to question {n}</summary><div class="sf-q-body">{_answer(question)}'
        + (f'<div class="sf-q-why">{inline(question.why)}</div>' if question.why else "")
        + (f'<p class="sf-q-tests"><strong>Tests:</strong> {inline(objective)}</p>' if objective else "")
        + f'<p class="sf-q-settled"><strong>Settled by:</strong> {_settled(question)}.</p></div></details></section>'
    )


def _key(question: Question) -> dict[str, Any]:
    """What the script needs in order to grade. Choices are counted as they are shown."""
    order = question.shown()
    key: dict[str, Any] = {"id": question.id, "type": question.type}
    match question.type:
        case "one" | "several" | "true-false":
            key["right"] = [place for place, n in enumerate(order) if question.options[n].correct]
            if question.type == "true-false":
                key["verdicts"] = [question.options[n].verdict for n in order]
        case "order":
            key["right"] = [order.index(n) for n in range(len(order))]
        case "match":
            key["right"] = [order.index(n) for n in range(len(question.pairs))]
        case "number":
            key |= {"right": question.answer, "tolerance": question.tolerance, "unit": _words(question.unit)}
            key["mistakes"] = [[mistake.value, mistake.tolerance] for mistake in question.mistakes]
        case "text":
            key |= {"right": question.answers, "mistakes": [mistake.answers for mistake in question.mistakes]}
    # An answer that a browser kept counts only for the question it was given to.
    texts = [question.prompt, *(option.text for option in question.options), *(item.text for item in question.items)]
    texts += [text for pair in question.pairs + question.distractors for text in (pair.term, pair.meaning)]
    return key | {"print": sha256(json.dumps([key, texts]).encode()).hexdigest()[:8]}


def _choices(question: Question) -> str:
    """What there is to choose from, as shown."""
    order = question.shown()
    match question.type:
        case "one" | "several":
            return _list("options", (inline(question.options[n].text) for n in order))
        case "true-false":
            return _list("options", (f"{_because(question.options[n].verdict)}<span>{inline(question.options[n].text)}</span>" for n in order))
        case "order":
            return _list("items", (inline(question.items[n].text) for n in order))
        case "match":
            meanings = question.pairs + question.distractors
            terms = _list("terms", (inline(pair.term) for pair in question.pairs))
            return terms + _list("meanings", (inline(meanings[n].meaning) for n in order), "ol")
        case "number" if question.unit:
            return f'<p class="sf-q-unit">Answer in <span>{inline(question.unit)}</span>.</p>'
    return ""


def _because(verdict: bool | None) -> str:
    return f'<span class="sf-q-verdict">{verdict}, because: </span>'


def _list(name: str, rows: Iterable[str], tag: str = "ul") -> str:
    return f'<{tag} class="sf-q-{name}">' + "".join(f"<li>{row}</li>" for row in rows) + f"</{tag}>"


def _answer(question: Question) -> str:
    """The answer, and a list of feedback in the order in which the script counts it."""
    order = question.shown()
    match question.type:
        case "one" | "several" | "true-false":
            options = [question.options[n] for n in order]
            texts = [(_because(option.verdict) if question.type == "true-false" else "") + inline(option.text) for option in options]
            right = "; ".join(text for text, option in zip(texts, options, strict=True) if option.correct)
            rows = [_row(text, option.feedback, "right" if option.correct else "not right") for text, option in zip(texts, options, strict=True)]
        case "order":
            right = _list("right", (inline(item.text) for item in question.items), "ol")
            rows = [_row(inline(question.items[n].text), question.items[n].feedback) for n in order]
        case "match":
            right = _list("right", (f"{inline(pair.term)}: {inline(pair.meaning)}" for pair in question.pairs))
            meanings = [(question.pairs + question.distractors)[n] for n in order]
            rows = [_row(inline(pair.meaning), pair.feedback, inline(pair.term) or "fits no term") for pair in meanings]
        case "number":
            span = f", give or take {_number(question.tolerance)}" if question.tolerance else ""
            right = f"{_number(question.answer)} {inline(question.unit)}".rstrip() + span
            rows = [_row(_number(question.answer), question.feedback, "right")]
            rows += [_row(_number(mistake.value), mistake.feedback, "not right") for mistake in question.mistakes]
            rows += [_row("Any other number", question.otherwise, "not right")]
        case _:
            right = " or ".join(map(prose, question.answers))
            rows = [_row(right, question.feedback, "right")]
            rows += [_row(" or ".join(map(prose, mistake.answers)), mistake.feedback, "not right") for mistake in question.mistakes]
            rows += [_row("Anything else", question.otherwise, "not right")]
    return f'<div class="sf-q-is"><strong>Answer:</strong> {right}</div>' + _list("feedback", rows)


def _row(choice: str, feedback: str, state: str = "") -> str:
    said = f" ({state})" if state else ""
    return f'<span class="sf-q-choice">{choice}</span>{said}: <span class="sf-q-fb">{inline(feedback)}</span>'


def _number(value: float) -> str:
    return f"{value:,.10g}".replace("-", "\N{MINUS SIGN}")


def _settled(question: Question) -> str:
    paragraphs = set(load("paragraphs")["id"])
    own = [key for key in question.settled_by if key in paragraphs]
    said = [f"paragraph{'s' * (len(own) > 1)} {' and '.join(filter(None, [', '.join(own[:-1]), own[-1]]))} of the article"] if own else []
    return "; ".join(said + [citation(key, full=True) for key in question.settled_by if key not in paragraphs])


# Plain text


def _plain(question: Question, n: int) -> str:
    """A question as text, without its answer."""
    order = question.shown()
    lines = [f"{n}. {_words(question.prompt)} {_HINTS[question.type]}"]
    choices = question.options or question.items
    for choice in (choices[k] for k in order if choices):
        because = f"{choice.verdict}, because: " if question.type == "true-false" else ""
        lines.append(f"   [ ] {because}{_words(choice.text)}")
    if question.pairs:
        meanings = question.pairs + question.distractors
        lines += [f"   {_words(pair.term)}: ____" for pair in question.pairs]
        lines += [f"   {chr(ord('a') + place)}) {_words(meanings[k].meaning)}" for place, k in enumerate(order)]
    if question.unit:
        lines.append(f"   Answer in {_words(question.unit)}.")
    return "\n".join(lines)
