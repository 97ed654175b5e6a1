"""What the data say in words: the box at the head of a chapter, the positions that people hold, and the article's plans.

All are plain markup, complete by themselves: no script, no ids, and a text of the same for a reader without HTML.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from ._html import citation, escape, in_book, prose, with_assets
from .data import load
from .errors import DataError, allowed_words

STANCES = {"supports": "Supporters", "critical": "Critics", "mixed": "Mixed views", "alternative": "Alternatives"}
"""What each stance of the table of positions is called, in the order in which positions are shown."""

CONTENTS = Path("../../_toc.yml")
"""The book's table of contents, from the folder of a chapter, which is where its cells run when the book is built."""


@dataclass(frozen=True)
class Shown:
    """Markup that shows itself on the page and in a notebook.

    Attributes:
        html: well-formed XML without ids.
        text: the same in plain text.
    """

    html: str
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": with_assets(self.html, "present"), "text/plain": self.text}


# At a glance


def at_a_glance(chapter: str) -> Shown:
    """Show how long a chapter takes, what to read first and which paragraphs of the article it covers.

    Args:
        chapter: ``part/slug`` of a row of the table of chapters, such as ``"principles/cyber-sovereignty"``.

    Raises:
        DataError: if no such chapter is planned.
    """
    chapters = load("chapters").set_index("id")
    if chapter not in chapters.index:
        raise DataError(f'at_a_glance: chapter "{chapter}" is not planned; {allowed_words(chapter, chapters.index)}.')
    row = chapters.loc[chapter]
    titles = {required: chapters.at[required, "title"] for required in row["requires"]}
    time = f"{row['minutes_read']} minutes to read, {row['minutes_practise']} to practise"
    article = _paragraphs(row["paragraphs"])
    lines = {"Time": (time, time), "In the article": (article, article)}
    if titles:
        linked = _joined([_chapter(required, title) for required, title in titles.items()])
        lines["Read first"] = (linked, _joined([f"“{title}”" for title in titles.values()]))
    entries = "".join(f"<div><dt>{term}</dt><dd>{html}</dd></div>" for term, (html, _) in lines.items())
    return Shown(f'<dl class="sf-glance">{entries}</dl>', "\n".join(f"{term}: {text}" for term, (_, text) in lines.items()))


def _paragraphs(ids: tuple[str, ...]) -> str:
    everything = tuple(load("paragraphs")["id"])
    if set(ids) >= set(everything):
        return "the whole article"
    return f"paragraph{'s' * (len(ids) > 1)} {_joined(list(ids))}"


def is_written(chapter: str) -> bool:
    """Whether the book that is being built has a page for a chapter."""
    return in_book() and CONTENTS.exists() and bool(re.search(rf"\bbook/{chapter}\s*$", CONTENTS.read_text(encoding="utf-8"), re.MULTILINE))


def _chapter(chapter: str, title: str) -> str:
    """Link to a chapter that the book has; a chapter that is not written yet, or a notebook, has its title only."""
    return f'<a href="../{escape(chapter)}.html">{prose(title)}</a>' if is_written(chapter) else f"“{prose(title)}”"


# Positions


def positions(selection: str | Iterable[str] | pd.DataFrame, *, stance: str | None = None) -> Shown:
    """Show who holds what: supporters first, then critics, mixed views and alternatives.

    Args:
        selection: a theme (``"sovereignty"``), a concept (``"principle-1-cyber-sovereignty"``), a chapter
            (``"principles/cyber-sovereignty"``), the id of one position, a list of any of these, or rows of
            ``load("perspectives")`` that you chose yourself.
        stance: only ``"supports"``, ``"critical"``, ``"mixed"`` or ``"alternative"``.

    Raises:
        DataError: if a word of the selection, or the stance, is not in the table.
    """
    if stance is not None and stance not in STANCES:
        raise DataError(f'positions: stance "{stance}" is not known; {allowed_words(stance, STANCES)}.')
    if isinstance(selection, pd.DataFrame):
        if missing := [name for name in ("holder", "holder_kind", "stance", "summary", "year", "sources") if name not in selection]:
            raise DataError(f'positions: the rows have no column {", ".join(missing)}; choose rows of load("perspectives").')
        rows = selection
    else:
        rows = _chosen([selection] if isinstance(selection, str) else list(selection))
    groups = {name: rows[rows["stance"] == word].to_dict("records") for word, name in STANCES.items() if stance in (None, word)}
    groups = {name: held for name, held in groups.items() if held}
    if not groups:
        return Shown('<p class="sf-positions">No position fits this selection.</p>', "No position fits this selection.")
    html = "".join(f'<div><dt>{name}</dt><dd><ul role="list">{"".join(map(_position, held))}</ul></dd></div>' for name, held in groups.items())
    text = "\n".join(f"{name}\n" + "\n".join(f"- {row['holder']}, {_standing(row)}: {row['summary']}" for row in held) for name, held in groups.items())
    return Shown(f'<dl class="sf-positions">{html}</dl>', text)


def _chosen(words: list[str]) -> pd.DataFrame:
    table = load("perspectives")
    named = {
        word: (table["id"] == word) | (table["theme"] == word) | (table["concept"] == word) | table["chapters"].map(lambda ids, word=word: word in ids)
        for word in words
    }
    if unknown := [word for word, found in named.items() if not (word and found.any())]:
        names = [name for name in (*table["theme"].unique(), *table["concept"].unique(), *load("chapters")["id"], *table["id"]) if name]
        raise DataError("\n".join(f'positions: selection "{word}" is not in the table; {allowed_words(word, names)}.' for word in unknown))
    return table[pd.DataFrame(named, table.index).any(axis=1)]


def _position(row: dict[str, Any]) -> str:
    return (
        f'<li><p><strong>{prose(row["holder"])}</strong> <span class="sf-muted">{_standing(row)}</span></p><p>{prose(row["summary"])}</p>'
        f'<p class="sf-muted">{"; ".join(citation(key, full=True) for key in row["sources"])}{_doubt(row)}</p></li>'
    )


def _standing(row: dict[str, Any]) -> str:
    """Return as what someone speaks, and when: ``state, 2025``."""
    return f"{row['holder_kind']}, {'undated' if pd.isna(row['year']) else row['year']}"


# Plans

def plans(paragraph: str) -> Shown:
    """Show what a paragraph of the article announces, what would count as done, and what is known so far.

    Args:
        paragraph: one of those that announce plans, ``"III.2"`` to ``"III.6"``.

    Raises:
        DataError: if the paragraph announces no plan.
    """
    table = load("plans")
    rows = table[table["paragraph"] == paragraph].to_dict("records")
    if not rows:
        raise DataError(f'plans: paragraph "{paragraph}" announces no plan; {allowed_words(paragraph, table["paragraph"].unique())}.')
    html = "".join(map(_plan, rows))
    text = "\n".join(f"{n}. {row['plan']}\n" + "\n".join(f"   {name}: {value}" for name, value in _said(row)) for n, row in enumerate(rows, 1))
    return Shown(f'<ol class="sf-plans">{html}</ol>', text)


def _plan(row: dict[str, Any]) -> str:
    entries = "".join(f"<div><dt>{name}</dt><dd>{prose(value)}</dd></div>" for name, value in _said(row))
    sources = "; ".join(citation(key, full=True) for key in row["sources"])
    return f'<li><p><strong>{prose(row["plan"])}</strong></p><dl>{entries}<div><dt>Sources</dt><dd class="sf-muted">{sources}{_doubt(row)}</dd></div></dl></li>'


def _said(row: dict[str, Any]) -> list[tuple[str, str]]:
    year, month = row["checked"].split("-")
    return [
        ("Done when", row["done_when"]),
        ("Known so far", row["known"]),
        ("Status", f"{row['status']} (looked up in {month_name[int(month)]} {year})"),
    ]


# Words


def _doubt(row: dict[str, Any]) -> str:
    """Say of a row that rests in part on something unconfirmed, which part that is."""
    return f' <span class="sf-doubt">Partly unconfirmed: {prose(row.get("note", ""))}</span>' if row.get("confidence") == "unconfirmed" else ""


def _joined(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)

