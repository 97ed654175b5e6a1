"""A timeline of any selection of events: a picture of the whole above a list that says everything in words.

The list is the timeline. The picture is an aid for the eye, hidden from screen readers, and ``assets/timeline.js`` adds
filters, search and zoom to both. Without script, in print and in an EPUB nothing is missing.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from ._html import citation, escape, in_book, prose, with_assets
from .data import PRECISIONS, Figure, Span, figures, span, vocabulary
from .errors import DataError


class _Mark(NamedTuple):
    colour: int
    """One of the six mark colours of tokens.css. Two kinds share each, and differ in shape."""
    shape: str
    """An SVG path about the origin, 12 units across."""


MARKS = {
    "meeting": _Mark(1, "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z"),
    "address": _Mark(2, "M-5.5-5H5.5V2.5H.5L-3 6V2.5H-5.5Z"),
    "statement": _Mark(3, "M0-6L6 0L0 6L-6 0Z"),
    "initiative": _Mark(5, "M0-6.3L1.9-2L6.3-2L2.7.9L4 5.5L0 2.9L-4 5.5L-2.7.9L-6.3-2L-1.9-2Z"),
    "publication": _Mark(4, "M-4.5-5.5H1.5L4.5-2.5V5.5H-4.5Z"),
    "programme": _Mark(6, "M0-5.5L6 4.8H-6Z"),
    "institution": _Mark(1, "M0-6L5.5-1V5.2H-5.5V-1Z"),
    "treaty": _Mark(3, "M-3-5.2H3L6 0L3 5.2H-3L-6 0Z"),
    "law": _Mark(2, "M-5-5H5V0C5 3.2 2.5 5 0 6.2C-2.5 5-5 3.2-5 0Z"),
    "technology": _Mark(4, "M-2-5.5H2V-2H5.5V2H2V5.5H-2V2H-5.5V-2H-2Z"),
    "incident": _Mark(5, "M0-2L3.5-5.5L5.5-3.5L2 0L5.5 3.5L3.5 5.5L0 2L-3.5 5.5L-5.5 3.5L-2 0L-5.5-3.5L-3.5-5.5Z"),
    "record": _Mark(6, "M-4.5-4.5H4.5V4.5H-4.5Z"),
}
REQUIRED = ("date", "title", "kind")

_EPOCH = date(1970, 1, 1).toordinal()  # the script counts days from here, as its language does
_PADDING, _ROW, _ROWS = 11, 13, 2  # pixels between a lane's edge and its outer marks, pixels a row of marks, rows a lane at most
_APART = 0.022  # marks nearer than this share of the axis go into different rows: a mark's width where the axis is 600 pixels long
_TICKS = 7  # at most; more would touch each other on a phone
_MONTHS = "January February March April May June July August September October November December".split()
_NO_SHORTCUTS = 'data-lm-suppress-shortcuts="true"'  # without it JupyterLab takes keys pressed on a control for its own


def timeline(events: pd.DataFrame, title: str, *, open: Iterable[str] = ()) -> Timeline:
    """Draw events as a timeline.

    Args:
        events: any selection of the events table, as ``sf.events(...)`` gives it, one row an event, in any order.
            Rows of your own need a ``date`` (``"2019"``, ``"2019-10"`` or ``"2019-10-16"``), a ``title`` and a ``kind``;
            every other column may be missing or empty.
        title: what the timeline is called.
        open: ids of the events whose details are shown from the start.

    Returns:
        A timeline that shows itself on the page, in a notebook and as plain text.

    Raises:
        DataError: if ``events`` is no table of events, or a row has a date or a kind that cannot be drawn, or ``open`` names
            an event that is not among the rows.
    """
    return Timeline(events, title, open)


class Timeline:
    """What :func:`timeline` returns.

    Attributes:
        events: the rows that were given.
        title: what the timeline is called.
    """

    def __init__(self, events: pd.DataFrame, title: str, open: Iterable[str] = ()) -> None:
        self.events, self.title = events, title
        self._rows = _read(events)
        self._open = {open} if isinstance(open, str) else set(open)
        if unknown := sorted(self._open - {row.id for row in self._rows}):
            raise DataError(f"timeline: open names {', '.join(map(repr, unknown))}, but the rows have no such id.")

    def figure(self) -> str:
        """Return the markup alone, with no filters, style or script: well-formed XML without ids."""
        caption = f'<figcaption><span class="sf-tl-title">{prose(self.title)}</span> <span class="sf-tl-sum">{self._summary()}</span></figcaption>'
        if not self._rows:
            return f'<figure class="sf-tl">{caption}<p>No event fits this selection. Try a wider one.</p></figure>'
        entries = "".join(_entry(row, row.id in self._open) for row in self._rows)
        return f'<figure class="sf-tl">{caption}{_overview([row for row in self._rows if row.start])}<ol class="sf-tl-list">{entries}</ol></figure>'

    def facets(self) -> dict[str, dict[str, str]]:
        """Return what the events can be filtered by: for kind, theme and paragraph the values that occur, in order, with their labels."""
        values = {"kind": [row.kind for row in self._rows]}
        for facet, field in (("theme", "themes"), ("paragraph", "paragraphs")):
            values[facet] = sorted({value for row in self._rows for value in getattr(row, field)})
        labels = {facet: vocabulary(facet) for facet in ("kind", "theme")} | {"paragraph": {}}
        return {
            facet: {value: label for value, label in (labels[facet] | {v: labels[facet].get(v, v) for v in found}).items() if value in found}
            for facet, found in values.items()
        }

    def _summary(self) -> str:
        years = [when.end.year for row in self._rows if row.start for when in (row.start, row.end) if when]
        count = f"{len(self._rows)} event" + "s" * (len(self._rows) != 1)
        return count + (f", {_range(str(min(years)), str(max(years)))}" if years else "")

    def __repr__(self) -> str:
        lines = [self.title, self._summary()]
        for row in self._rows:
            remarks = ", ".join(filter(None, [vocabulary("kind")[row.kind], row.doubt]))
            lines.append(f"- {_range(*_words(row)) or 'No date'}: {' '.join(filter(None, [row.title, row.title_zh]))} ({remarks})")
        return "\n".join(lines)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        html = self.figure()
        if self._rows:
            facets = escape(json.dumps(self.facets(), ensure_ascii=False, separators=(",", ":")))
            linkable = ' data-linkable="true"' if in_book() else ""  # the address of a notebook is not ours to write to
            html = f'<sf-timeline-v1 data-facets="{facets}"{linkable}>{html}</sf-timeline-v1>'
        return {"text/html": with_assets(html, "timeline"), "text/plain": repr(self)}


# --- reading rows -----------------------------------------------------------------------------------------------------


@dataclass
class _Row:
    """An event, with every missing value as ``""``, ``()`` or None."""

    id: str
    title: str
    title_zh: str
    kind: str
    themes: tuple[str, ...]
    actor: tuple[str, ...]
    place: str
    description: str
    paragraphs: tuple[str, ...]
    confidence: str
    sources: tuple[str, ...]
    note: str
    start: Span | None
    end: Span | None
    amounts: dict[str, Figure] | None

    @property
    def days(self) -> tuple[int, int]:
        """The first day, and the day after the last, counted from 1970."""
        return _day(self.start.start), _day((self.end or self.start).end) + 1

    @property
    def at(self) -> float:
        """Where the mark stands: amid the days on one of which the event began."""
        return (_day(self.start.start) + _day(self.start.end) + 1) / 2

    @property
    def doubt(self) -> str:
        """What a reader must be told about how sure the row is; nothing if it is verified."""
        return "" if self.confidence in ("", "verified") else vocabulary("confidence").get(self.confidence, self.confidence)


def _day(at: date) -> int:
    return at.toordinal() - _EPOCH


def _read(events: pd.DataFrame) -> list[_Row]:
    """Return the rows in order of date, the undated last."""
    if not isinstance(events, pd.DataFrame):
        raise DataError(f'timeline: a table of events is needed, such as sf.events(theme="ai"); this is a {type(events).__name__}')
    if missing := [column for column in REQUIRED if column not in events.columns]:
        raise DataError(
            f"timeline: the table has no column {' and no column '.join(missing)}, so it is no table of events; "
            f"needed: {', '.join(REQUIRED)}; its columns: {', '.join(map(str, events.columns)) or 'none'}"
        )
    rows, problems = [], []
    for number, record in enumerate(events.to_dict("records")):
        texts = {c: _text(record.get(c)) for c in ("id", "title", "title_zh", "kind", "place", "description", "confidence", "note")}
        lists = {c: _texts(record.get(c)) for c in ("themes", "actor", "paragraphs", "sources")}
        where = f"timeline, row {texts['id'] or number}"
        if texts["kind"] not in MARKS:
            problems.append(f'{where}, kind: "{texts["kind"]}" is not known; allowed: {", ".join(MARKS)}')
        read = {}
        for name, column, reader in (("start", "date", span), ("end", "end_date", span), ("amounts", "figures", figures)):
            written = _text(record.get(column))
            try:
                read[name] = reader(written) if written else None
            except DataError as error:
                problems.append(f"{where}, {column}: {error}")
        if not problems:
            row = _Row(**texts, **lists, **read)
            if row.start and row.end and row.end.end < row.start.start:
                problems.append(f'{where}, end_date: "{record["end_date"]}" lies before the date, {record["date"]}')
            rows.append(row)
    if problems:
        raise DataError("\n".join(problems))
    return sorted(rows, key=lambda row: row.days if row.start else (math.inf,))


def _text(value: Any) -> str:
    return "" if value is None or value is pd.NA or value != value else str(value).strip()


def _texts(value: Any) -> tuple[str, ...]:
    """Return a list-valued field: the loader gives a tuple, the file a text."""
    parts = value if isinstance(value, (tuple, list)) else _text(value).split(";")
    return tuple(part for part in map(_text, parts) if part)


# --- words ------------------------------------------------------------------------------------------------------------


def _range(first: str = "", last: str = "") -> str:
    return f"{first} to {last}" if last and last != first else first


def _words(row: _Row) -> list[str]:
    """Return the date in words; of two, the first without what the second repeats: "16", "18 December 2015"."""
    parts = []
    for when in filter(None, (row.start, row.start and row.end)):
        day = when.start
        parts.append([str(day.year), _MONTHS[day.month - 1], str(day.day)][: PRECISIONS.index(when.precision) + 1])
    if len(parts) == 2:
        first, last = parts
        shared = 0
        while shared < min(len(first), len(last)) and first[shared] == last[shared]:
            shared += 1
        parts = [first[shared:] or first, last]
    return [" ".join(reversed(part)) for part in parts]


def _code(when: Span) -> str:
    return when.start.date().isoformat()[: (4, 7, 10)[PRECISIONS.index(when.precision)]]


def _amount(name: str, figure: Figure) -> str:
    value, scale = figure.value, ""
    for size, word in ((10**12, " trillion"), (10**9, " billion"), (10**6, " million")):
        if value >= size:
            value, scale = value / size, word
            break
    number = f"{value:g}" if name.endswith("year") else f"{value:,.10g}"
    words = " ".join(filter(None, ("" if figure.qualifier == "exact" else figure.qualifier, number + scale, figure.unit))).replace(" %", "%")
    for code, spelt in (("countries_regions", "countries and regions"), ("5g", "5G"), ("_", " ")):
        name = name.replace(code, spelt)
    return f"{name}: {words}"


# --- the list ---------------------------------------------------------------------------------------------------------


def _entry(row: _Row, open: bool) -> str:
    data = f'data-kind="{row.kind}" data-theme="{escape(" ".join(row.themes))}" data-paragraph="{escape(" ".join(row.paragraphs))}"'
    when = "No date"
    if row.start:
        data += f' data-from="{row.days[0]}" data-to="{row.days[1]}"'
        when = _range(*(f'<time datetime="{_code(at)}">{words}</time>' for at, words in zip((row.start, row.end), _words(row))))
    chinese = f' <span class="sf-tl-zh" lang="zh-Hans">{escape(row.title_zh)}</span>' if row.title_zh else ""
    doubt = f' <span class="sf-tl-doubt">{escape(row.doubt)}</span>' if row.doubt else ""
    attribute = ' open="open"' if open else ""
    return (
        f'<li class="sf-c{MARKS[row.kind].colour}" {data}><p class="sf-tl-when">{when}</p>{_icon(row.kind)}<details{attribute}>'
        f'<summary {_NO_SHORTCUTS}><span class="sf-tl-name">{prose(row.title or "No title")}{chinese}</span> '
        f'<span class="sf-tl-kind">{vocabulary("kind")[row.kind]}{doubt}</span></summary>{_details(row)}</details></li>'
    )


def _details(row: _Row) -> str:
    themes = vocabulary("theme")
    paragraphs = ("Paragraphs " if len(row.paragraphs) > 1 else "Paragraph ") + ", ".join(row.paragraphs) if row.paragraphs else ""
    facts = {
        "Place": prose(row.place),
        "Who": prose(", ".join(row.actor)),
        "Figures": prose("; ".join(_amount(*item) for item in (row.amounts or {}).items())),
        "Themes": prose(", ".join(themes.get(theme, theme) for theme in row.themes)),
        "Article": prose(paragraphs),
        "Sources": "".join(f"<span>{_citation(key)}</span> " for key in row.sources),
    }
    listed = "".join(f"<div><dt>{name}</dt><dd>{markup}</dd></div>" for name, markup in facts.items() if markup)
    body = f"<p>{prose(row.description)}</p>" if row.description else ""
    body += f"<dl>{listed}</dl>" if listed else ""
    body += f'<p class="sf-tl-note"><strong>Note:</strong> {prose(row.note)}</p>' if row.note else ""
    return f'<div class="sf-tl-body">{body or "<p>Nothing more is recorded.</p>"}</div>'


def _citation(key: str) -> str:
    try:
        return citation(key, full=True)
    except DataError:  # a row of the reader's own may name a source of their own
        return prose(key)


def _icon(kind: str, precision: str = "day") -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="sf-tl-icon sf-{precision}" viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">'
        f'<path d="{MARKS[kind].shape}"/></svg>'
    )


# --- the picture ------------------------------------------------------------------------------------------------------


def _overview(rows: list[_Row]) -> str:
    """Draw dated rows as marks in lanes, a lane a kind, above an axis. Horizontal places are percentages, so any width will do."""
    if not rows:
        return ""
    first, last = _domain(rows)

    def place(day: float) -> float:
        return 100 * (day - first) / (last - first)

    labels, marks, top = [], [], 0
    for kind, label in vocabulary("kind").items():
        mine = [(index, row) for index, row in enumerate(rows) if row.kind == kind]
        if not mine:
            continue
        levels = _levels([row.at for _, row in mine], _APART * (last - first))
        height = 2 * _PADDING + _ROW * max(levels)
        labels.append(f'<span class="sf-c{MARKS[kind].colour}" style="height:{height}px">{_icon(kind)}{label}</span>')
        marks += [(index, _mark(row, top + _PADDING + _ROW * level, place)) for (index, row), level in zip(mine, levels)]
        top += height
    axis = "".join(
        f'<svg x="{place(day):.2f}%"><line y2="{top}"/><text y="{top + 16}" text-anchor="middle">{label}</text></svg>' for day, label in _ticks(first, last)
    )
    edge = f'<line x1="-16" x2="-16" y2="{top}"/>'  # between the lanes' names and the plot, which has a margin of 16 pixels
    # The marks stand in the order of the list: that is how the script knows which entry a mark belongs to.
    plot = f'{edge}<g class="sf-tl-axis">{axis}</g>{"".join(mark for _, mark in sorted(marks))}'
    return (
        f'<div class="sf-tl-map" aria-hidden="true"><div class="sf-tl-lanes">{"".join(labels)}</div>'
        f'<svg xmlns="http://www.w3.org/2000/svg" class="sf-tl-plot" width="100%" height="{top + 22}" '
        f'data-from="{first}" data-to="{last}" data-axis="{top}">{plot}</svg>{_key(rows)}</div>'
    )


def _mark(row: _Row, y: int, place: Callable[[float], float]) -> str:
    begin, end = map(place, row.days)
    style, bar = MARKS[row.kind], ""
    if row.end or row.start.precision != "day":
        bar = f'<rect class="sf-tl-{"lasts" if row.end else "span"}" x="{begin:.2f}%" width="{end - begin:.2f}%" y="{y - 2}" height="4" rx="2"/>'
    name = escape(f"{_range(*_words(row))}: {row.title}")
    return (
        f'<g class="sf-tl-mark sf-c{style.colour} sf-{row.start.precision}" data-at="{row.at:.10g}"><title>{name}</title>'
        f'{bar}<svg x="{place(row.at):.2f}%" y="{y}"><path d="{style.shape}"/></svg></g>'
    )


def _key(rows: list[_Row]) -> str:
    """Explain the ways of drawing a date that occur, if any is out of the ordinary."""
    words = {"day": "day known", "month": "month known", "year": "only the year known"}
    used = {row.start.precision for row in rows}
    parts = [f'{_icon("meeting", precision)} {words[precision]}' for precision in words if precision in used]
    if any(row.end for row in rows):
        parts.append('<span class="sf-tl-dash"></span> from first to last day')
    return f'<p class="sf-tl-key">{"".join(f"<span>{part}</span>" for part in parts)}</p>' if used != {"day"} or len(parts) > 1 else ""


def _levels(places: list[float], apart: float) -> list[int]:
    """Give each mark of a lane, in order, the first row where it does not touch the one before it, or else the emptiest."""
    ends, levels = [], []
    for place in places:
        free = next((level for level, end in enumerate(ends) if place - end >= apart), None)
        if free is None:
            free = len(ends) if len(ends) < _ROWS else ends.index(min(ends))
        ends[free : free + 1] = [place]
        levels.append(free)
    return levels


def _domain(rows: list[_Row]) -> tuple[int, int]:
    """Return the axis's first day and the day after its last: whole years, or whole months if the rows span two years or less."""
    days = [row.days for row in rows]
    first, last = _date(min(begin for begin, _ in days)), _date(max(end for _, end in days) - 1)
    if (last - first).days > 730:
        return _day(date(first.year, 1, 1)), _day(date(last.year + 1, 1, 1))
    return _day(first.replace(day=1)), _day(date(last.year + last.month // 12, last.month % 12 + 1, 1))


def _date(day: int) -> date:
    return date.fromordinal(day + _EPOCH)


def _ticks(first: int, last: int) -> list[tuple[int, str]]:
    """Return the days to mark on an axis, with labels. ``ticks`` in timeline.js must give the same: change both."""
    if last - first <= 10 * _TICKS:
        step = next(step for step in (1, 2, 5, 10) if last - first <= step * _TICKS)
        days = [(day, _date(day)) for day in range(first, last, step)]
        return [(day, f"{at.day} {_MONTHS[at.month - 1][:3]}" + f" {at.year}" * (day == first)) for day, at in days]
    start, end = _date(first), _date(last)
    begin, stop = 12 * start.year + start.month - 1, 12 * end.year + end.month - 1
    step = next(step for step in (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 12000) if stop - begin <= step * _TICKS)
    months = [divmod(month, 12) for month in range(-(-begin // step) * step, stop + 1, step)]
    return [
        (_day(date(year, month + 1, 1)), (_MONTHS[month][:3] + f" {year}" * (not index)) if month else str(year))
        for index, (year, month) in enumerate(months)
    ]
