"""Documents against topics: a table to be read by row, by column, or in part.

Python writes the whole table. ``assets/compare.js`` adds the choice of document, topic and order, and a search.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from ._html import citation, escape, prose, with_assets
from .data import _package, load, root
from .errors import DataError, allowed_words

ELEMENT = "sf-compare-v1"
"""The custom element. A browser keeps the first definition of a name, so a script that behaves differently needs another name."""
ABOUT = ("framework", "year", "sponsor", "form", "model")
"""What every document has beside its topics. ``sources``, ``confidence`` and ``note`` may follow."""


def topics() -> dict[str, str]:
    """Return the topics by which documents are compared, column -> title, in the order of the table of frameworks."""
    resource = next(one for one in _package(root("data"))["resources"] if one["name"] == "frameworks")
    known = {"id", *ABOUT, "sources", "confidence", "note"}
    return {field["name"]: field["title"] for field in resource["schema"]["fields"] if field["name"] not in known}


def compare(documents: str | Iterable[str] | pd.DataFrame | None = None, topic: str | Iterable[str] | None = None) -> Comparison:
    """Show what documents on the governance of cyberspace say, topic by topic.

    Args:
        documents: ids of the table of frameworks, or rows with its columns (``load("frameworks")``, with rows of your own
            added if you like); all when left out.
        topic: columns to show, such as ``"sovereignty"``; all eight when left out.

    Returns:
        A table that shows itself on the page and in a notebook.

    Raises:
        DataError: if a document or a topic is not known, or rows lack a column.
    """
    table = load("frameworks")
    if isinstance(documents, pd.DataFrame):
        if missing := [name for name in (*ABOUT, *topics()) if name not in documents]:
            raise DataError(f'compare: the rows have no column {", ".join(missing)}; choose rows of load("frameworks").')
        table = documents
    elif documents is not None:
        table = table.set_index("id", drop=False).loc[_known("document", documents, table["id"])]
    chosen = topics() if topic is None else {name: topics()[name] for name in _known("topic", topic, topics())}
    if table.empty:
        raise DataError("compare: there is no document to show.")
    return Comparison(table, chosen)


def _known(what: str, given: str | Iterable[str], allowed: Iterable[str]) -> list[str]:
    values = [given] if isinstance(given, str) else list(given)
    if unknown := [value for value in values if value not in set(allowed)]:
        raise DataError("\n".join(f'compare: {what} "{value}" is not in the table; {allowed_words(value, allowed)}.' for value in unknown))
    return values


class Comparison:
    """What :func:`compare` returns.

    Args:
        documents: one row a document.
        topics: column -> title.
    """

    def __init__(self, documents: pd.DataFrame, topics: dict[str, str]) -> None:
        self.documents = documents
        self.topics = topics

    def markup(self) -> str:
        """Return the table without style or script: well-formed XML without ids."""
        caption = f"What {_count(len(self.documents), 'document')} say{'s' * (len(self.documents) == 1)} on {_count(len(self.topics), 'topic')}"
        # On a narrow screen the rows become blocks, and a browser then forgets that this is a table: the roles remind it.
        heads = [("", "Document"), ("about", "What it is"), *self.topics.items()]
        top = "".join(f'<th scope="col" role="columnheader" data-topic="{escape(name)}">{prose(title)}</th>' for name, title in heads)
        body = "".join(self._row(row) for row in self.documents.to_dict("records"))
        return (
            f'<{ELEMENT} class="sf-compare"><div class="sf-cmp-scroll" role="region" aria-label="{caption}" tabindex="0"><table role="table">'
            f'<caption>{caption}</caption><thead role="rowgroup"><tr role="row">{top}</tr></thead><tbody role="rowgroup">{body}</tbody></table></div></{ELEMENT}>'
        )

    def _row(self, row: dict[str, Any]) -> str:
        sources = "; ".join(citation(key) for key in _present(row, "sources") or ())
        doubt = prose(str(_present(row, "note"))) if _present(row, "confidence") == "unconfirmed" else ""
        about = (
            f"<p>{_text(row, 'year')}. Who decides: {_text(row, 'model')}.</p><p>Form: {_text(row, 'form')}.</p><p>From: {_text(row, 'sponsor')}.</p>"
            + (f'<p class="sf-muted">Source: {sources}.</p>' if sources else "")
            + (f'<p class="sf-muted">Partly unconfirmed: {doubt}</p>' if doubt else "")
        )
        cells = [("about", "What it is", about), *((name, title, _text(row, name)) for name, title in self.topics.items())]
        inside = "".join(f'<td role="cell" data-topic="{escape(name)}" data-label="{escape(title)}"><div>{html}</div></td>' for name, title, html in cells)
        return (
            f'<tr role="row" data-year="{_text(row, "year")}" data-model="{_text(row, "model")}">'
            f'<th scope="row" role="rowheader">{_text(row, "framework")}</th>{inside}</tr>'
        )

    def __repr__(self) -> str:
        return "\n\n".join(
            f"{row['framework']} ({row['year']})\n" + "\n".join(f"  {title}: {_present(row, name) or 'not coded'}" for name, title in self.topics.items())
            for row in self.documents.to_dict("records")
        )

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": with_assets(self.markup(), "compare"), "text/plain": repr(self)}


def _count(number: int, thing: str) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    return f"{words[number] if number < len(words) else number} {thing}{'s' * (number != 1)}"


def _present(row: dict[str, Any], name: str) -> Any:
    """Return a value, or None where the row has none: a learner's row may be half done."""
    value = row.get(name)
    return None if value is None or (pd.api.types.is_scalar(value) and pd.isna(value)) or value == "" else value


def _text(row: dict[str, Any], name: str) -> str:
    value = _present(row, name)
    return '<span class="sf-muted">not coded</span>' if value is None else prose(str(value))
