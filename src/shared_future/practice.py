"""Mixed questions from the whole bank: the reader chooses what to practise, and what went wrong comes back sooner.

The page holds an index of the bank and links to the quizzes. The questions themselves lie in one script a chapter, which
``assets/practice.js`` loads when a question of that chapter comes up: a reader on a slow line waits for one chapter, not for all,
and it works from a USB stick, where a page may load scripts and nothing else. A notebook holds every question itself.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from typing import Any

from ._html import escape, in_book, prose, with_assets
from .bank import Bank, read_banks
from .data import load
from .present import is_written
from .quiz import sections

ELEMENT = "sf-practice-v1"
"""The custom element. A browser keeps the first definition of a name, so a script that behaves differently needs another name."""
TYPES = {
    "one": "One answer",
    "several": "Several answers",
    "true-false": "True or false",
    "number": "Number",
    "order": "Put in order",
    "match": "Match",
    "text": "Short answer",
}
LEVELS = {1: "Level 1", 2: "Level 2", 3: "Level 3"}
SCRIPTS = "../../_static"
"""Where the book keeps its scripts, from a page two folders down."""


def practice() -> Practice:
    """Let a reader practise questions of the whole bank, by part, type and difficulty.

    Returns:
        What shows itself on the page and in a notebook. In the book it holds the chapters that are written, elsewhere all.

    Raises:
        DataError: if something is wrong with a question.
    """
    return Practice({chapter: bank for chapter, bank in _banks().items() if not in_book() or is_written(chapter)})


def script(bank: Bank) -> tuple[str, str]:
    """Return the script that brings the questions of a chapter to the page: its name below the book's scripts, and its text."""
    markup = json.dumps(sections(bank), ensure_ascii=False, separators=(",", ":")).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"bank/{bank.chapter}.js", f"(window.sharedFutureBank??={{}})[{json.dumps(bank.chapter)}]={markup};\n"


class Practice:
    """What :func:`practice` returns.

    Args:
        banks: by chapter, in the order of the table of chapters.
    """

    def __init__(self, banks: dict[str, Bank]) -> None:
        self.banks = banks

    def markup(self) -> str:
        """Return the element without style or script: the index of the bank, and links to every quiz or, in a notebook, every question."""
        chapters = load("chapters").set_index("id")
        index: dict[str, Any] = {
            "parts": {row["part"]: row["part_title"] for chapter, row in chapters.iterrows() if chapter in self.banks},
            "types": TYPES,
            "levels": LEVELS,
            "chapters": [[chapter, chapters.at[chapter, "part"], chapters.at[chapter, "title"], _address(bank)] for chapter, bank in self.banks.items()],
            "questions": [[q.id, n, q.type, q.difficulty] for n, bank in enumerate(self.banks.values()) for q in bank.questions],
        }
        data = escape(json.dumps(index, ensure_ascii=False, separators=(",", ":")))
        lists = "".join(
            f"<li>{prose(title)}<ul>{''.join(_link(chapters.at[c, 'title'], bank) for c, bank in self.banks.items() if chapters.at[c, 'part'] == part)}</ul></li>"
            for part, title in index["parts"].items()
        )
        inside = f"<p>Every chapter has its own quiz:</p><ul>{lists}</ul>"
        if not in_book():
            inside += f'<div hidden="hidden">{"".join(markup for bank in self.banks.values() for markup in sections(bank))}</div>'
        return f'<{ELEMENT} class="sf-practice" data-index="{data}"><div class="sf-pr-all">{inside}</div></{ELEMENT}>'

    def __repr__(self) -> str:
        return f"{sum(len(bank.questions) for bank in self.banks.values())} questions of {len(self.banks)} chapters"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        # The class of the quiz makes a page of the book load the quiz's script as well.
        return {"text/html": with_assets(f'<div class="sf-quiz">{self.markup()}</div>', "quiz", "practice"), "text/plain": repr(self)}


@cache
def _banks() -> dict[str, Bank]:
    banks = read_banks()
    return {chapter: banks[chapter] for chapter in load("chapters")["id"] if chapter in banks}


def _address(bank: Bank) -> str:
    """Return where a page of the book finds a chapter's questions, with a mark that makes browsers fetch changed ones."""
    name, text = script(bank)
    return f"{SCRIPTS}/{name}?v={sha256(text.encode()).hexdigest()[:8]}"


def _link(title: str, bank: Bank) -> str:
    name = f'<a href="../{bank.chapter}.html#check-yourself">{prose(title)}</a>' if in_book() else prose(title)
    return f"<li>{name}, {len(bank.questions)} questions</li>"
