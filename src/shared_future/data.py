"""The course's tables as pandas DataFrames, and selections of its events.

Every fact of the course lies in ``data/``: tables described by ``datapackage.json``, and sources in ``references.bib``.
What is read here was checked when the course was made (``shared-future validate``), so the loader only converts.
"""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import ascii_lowercase
from typing import Any, Literal, NamedTuple

import pandas as pd

from .errors import DataError, allowed_words

PACKAGE = "datapackage.json"
BIBLIOGRAPHY = "references.bib"
PARTIAL_DATE = re.compile(r"(?P<year>\d{4})(-(?P<month>\d\d)(-(?P<day>\d\d))?)?")
PRECISIONS = ("year", "month", "day")


def root(kind: Literal["data", "exercises"]) -> Path:
    """Return the folder of the course's ``data`` or ``exercises``.

    Inside an installed package it lies beside the modules; in a working copy of the course it lies at the top.
    """
    package = Path(str(files("shared_future")))
    installed = package / kind
    return installed if installed.is_dir() else package.parents[1] / kind


# --- tables -----------------------------------------------------------------------------------------------------------


def load(name: str) -> pd.DataFrame:
    """Return a table of the course, or ``"sources"``, the bibliography.

    Numbers and dates that are not known are missing (NA); text that is not there is empty. A column that holds a list,
    such as the themes of an event, holds tuples. A column with a vocabulary is a category. A table with partial dates
    (``2019``, ``2019-10``, ``2019-10-16``) gains ``start`` and ``end``, the first and last day meant, and ``precision``.

    Args:
        name: the table, such as ``"events"`` or ``"internet_use"``.

    Returns:
        A table of your own: changing it changes nothing else.

    Raises:
        DataError: if there is no such table, or its file is missing or broken.
    """
    folder = root("data")
    tables = _resources(folder)
    if name == "sources":
        return _sources(folder).copy()
    if name not in tables:
        raise DataError(f'There is no table "{name}"; {allowed_words(name, [*tables, "sources"], "the tables are")}.')
    return _table(folder, name).copy()


def vocabulary(name: str, what: Literal["label", "meaning"] = "label") -> dict[str, str]:
    """Return the words that a column may hold, in their order, with what each is called on the page.

    Args:
        name: ``"kind"``, ``"theme"``, ``"series"``, ``"confidence"`` and others in ``datapackage.json``.
        what: ``"label"`` for the name of each word, ``"meaning"`` for one line on what it covers.

    Raises:
        DataError: if there is no such vocabulary.
    """
    words = _package(root("data"))["vocabularies"]
    if name not in words:
        raise DataError(f'There is no vocabulary "{name}"; {allowed_words(name, words, "the vocabularies are")}.')
    return {slug: word[what] for slug, word in words[name].items()}


@cache
def _package(folder: Path) -> dict[str, Any]:
    try:
        return json.loads((folder / PACKAGE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataError(f"data/{PACKAGE}: the file is missing from {folder}") from None
    except ValueError as error:
        raise DataError(f"data/{PACKAGE}: the file is broken: {error}") from None


def _resources(folder: Path) -> dict[str, dict[str, Any]]:
    return {resource["name"]: resource for resource in _package(folder)["resources"]}


@cache
def _table(folder: Path, name: str) -> pd.DataFrame:
    resource = _resources(folder)[name]
    file = f"data/{resource['path']}"
    try:
        frame = pd.read_csv(folder / resource["path"], dtype=str, keep_default_na=False, encoding="utf-8")
    except FileNotFoundError:
        raise DataError(f"{file}: the file is missing from {folder}") from None
    except ValueError as error:  # pandas' own errors and those of the encoding
        raise DataError(f"{file}: the file is broken: {error}") from None
    for field in resource["schema"]["fields"]:
        column = field["name"]
        if column not in frame:
            raise DataError(f"{file}, field {column}: the column is missing")
        try:
            frame[column] = _converted(frame[column], field, folder)
        except (ValueError, TypeError) as error:
            raise DataError(f"{file}, field {column}: {error}") from None
    if any(field["name"] == "date" and field.get("partialDate") for field in resource["schema"]["fields"]):
        _add_days(frame)
    return frame


def _converted(column: pd.Series, field: Mapping[str, Any], folder: Path) -> pd.Series:
    """Return the text of a column in the type that its field declares."""
    if separator := field.get("separator"):
        return pd.Series([tuple(part for part in text.split(separator) if part) for text in column], column.index, dtype=object)
    words = field.get("constraints", {}).get("enum")
    if "vocabulary" in field:
        words = list(_package(folder)["vocabularies"][field["vocabulary"]])
    if words and field["type"] == "string":
        return column.where(column != "").astype(pd.CategoricalDtype(words))
    match field["type"]:
        case "integer" | "year":
            return pd.to_numeric(column.where(column != "")).astype("Int64")
        case "number":
            return pd.to_numeric(column.where(column != "")).astype("float64")
        case "boolean":
            return column.map({"true": True, "false": False, "": pd.NA}).astype("boolean")
        case _:
            return column


# --- partial dates ----------------------------------------------------------------------------------------------------


class Span(NamedTuple):
    """The days that a partial date can mean, both included, and how precise it is."""

    start: pd.Timestamp
    end: pd.Timestamp
    precision: str


def span(date: str) -> Span:
    """Return the first and the last day that ``2019``, ``2019-10`` or ``2019-10-16`` can mean.

    Raises:
        DataError: if the text has another form, or the calendar has no such day.
    """
    match = PARTIAL_DATE.fullmatch(str(date))
    try:
        if not match:
            raise ValueError
        year, month, day = (int(part) if part else None for part in match.group("year", "month", "day"))
        start = pd.Timestamp(year, month or 1, day or 1)
        end = pd.Timestamp(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        raise DataError(f'"{date}" is not a date; allowed: YYYY, YYYY-MM or YYYY-MM-DD, and a day that exists') from None
    return Span(start, end, PRECISIONS[2 if day else 1 if month else 0])


def _add_days(frame: pd.DataFrame) -> None:
    begins = [span(date) if date else None for date in frame["date"]]
    ends = frame["end_date"] if "end_date" in frame else [""] * len(frame)
    frame["start"] = pd.to_datetime([begin and begin.start for begin in begins])
    frame["end"] = pd.to_datetime([span(end).end if end else begin and begin.end for begin, end in zip(begins, ends, strict=True)])
    frame["precision"] = pd.Categorical([begin and begin.precision for begin in begins], PRECISIONS, ordered=True)


# --- events -----------------------------------------------------------------------------------------------------------


def events(
    theme: str | Iterable[str] | None = None,
    kind: str | Iterable[str] | None = None,
    series: str | Iterable[str] | None = None,
    paragraph: str | Iterable[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    text: str | Iterable[str] | None = None,
    actor: str | Iterable[str] | None = None,
    ids: str | Iterable[str] | None = None,
    duplicates: bool = False,
) -> pd.DataFrame:
    """Return the events that fit every argument given, in order of date.

    Each argument takes one value or a list; with a list, an event fits when one of the values does.

    Args:
        theme: such as ``"sovereignty"``; see ``vocabulary("theme")``.
        kind: such as ``"meeting"``; see ``vocabulary("kind")``.
        series: rows of one recurring thing, such as ``"wuzhen-summit"``; see ``vocabulary("series")``.
        paragraph: a paragraph of the article (``"I.4"``) or a whole section (``"I"``).
        since: a date (``"2011"``, ``"2011-09"`` or ``"2011-09-12"``); events that end before it are left out.
        until: a date; events that begin after it are left out.
        text: words to look for in title, Chinese title, description and place, in upper or lower case.
        actor: who acted, such as ``"UN General Assembly"``.
        ids: the events with these ids.
        duplicates: also rows that describe an event a second time, from another side. Those named in ``ids`` always come.

    Returns:
        The rows of the table of events, with their columns.

    Raises:
        DataError: if a value occurs nowhere; it names those that do.
    """
    table = load("events")
    found = pd.Series(True, table.index)
    if not duplicates:
        found &= (table["same_as"] == "") | table["id"].isin(_values(ids))
    for argument, given, allowed in (("kind", kind, vocabulary("kind")), ("series", series, vocabulary("series")), ("id", ids, table["id"])):
        if given is not None:
            found &= table[argument].isin(_known(argument, given, allowed))
    for argument, column, given, allowed in (
        ("theme", "themes", theme, vocabulary("theme")),
        ("actor", "actor", actor, sorted({name for names in table["actor"] for name in names})),
        ("paragraph", "paragraphs", paragraph, _paragraphs()),
    ):
        if given is not None:
            wanted = set(_known(argument, given, allowed))
            found &= table[column].map(lambda names, wanted=wanted: any(name in wanted or name.split(".")[0] in wanted for name in names))
    if since is not None:
        found &= table["end"] >= span(since).start
    if until is not None:
        found &= table["start"] <= span(until).end
    if text is not None:
        prose = table[["title", "title_zh", "description", "place"]].agg("\n".join, axis=1).str.casefold()
        found &= prose.map(lambda words: any(word.casefold() in words for word in _values(text)))
    return table[found].sort_values(["start", "end", "id"]).reset_index(drop=True)


def _paragraphs() -> list[str]:
    """Return the ids of the article's paragraphs, each section's number before its paragraphs."""
    ids = list(load("paragraphs")["id"])
    return list(dict.fromkeys(part for id in ids for part in (id.split(".")[0], id)))


def _values(given: str | Iterable[str] | None) -> list[str]:
    return [] if given is None else [given] if isinstance(given, str) else list(given)


def _known(argument: str, given: str | Iterable[str], allowed: Collection[str]) -> list[str]:
    """Return the values given, or say which of them is unknown."""
    values = _values(given)
    names = set(allowed)
    problems = [f'{argument}: "{value}" is not known; {allowed_words(value, allowed)}.' for value in values if value not in names]
    if problems:
        raise DataError("\n".join(problems))
    return values


# --- figures ----------------------------------------------------------------------------------------------------------


class Figure(NamedTuple):
    """A number that a source gives: ``qualifier`` is ``"exact"``, ``"about"`` or ``"at least"``, ``unit`` may be empty."""

    value: float
    qualifier: str
    unit: str


FIGURE = re.compile(r"(?P<name>\w+)(?P<sign>[=≈])(?P<number>\d+(\.\d+)?)(?P<scale> (million|billion|trillion))?(?P<plus>\+)?(?P<unit>%| \w+)?")
SCALES = {None: 1, " million": 10**6, " billion": 10**9, " trillion": 10**12}


def figures(source: str | Mapping[str, Any] | pd.Series) -> dict[str, Figure]:
    """Return the figures of an event, such as ``guests≈1000; countries_regions=110+``.

    Args:
        source: a row of the table of events, or the text of its column ``figures``.

    Returns:
        Figures by name, in the order of the text. ``1.05 billion`` is 1050000000.0; ``110+`` is 110.0, at least.

    Raises:
        DataError: if a part of the text is not a figure.
    """
    text = source if isinstance(source, str) else source["figures"]
    found = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        match = FIGURE.fullmatch(part)
        if not match:
            raise DataError(f'"{part}" is not a figure; allowed: name=12, name≈12, name=12+, with %, million, billion, trillion or a unit')
        qualifier = "about" if match["sign"] == "≈" else "at least" if match["plus"] else "exact"
        found[match["name"]] = Figure(float(match["number"]) * SCALES[match["scale"]], qualifier, (match["unit"] or "").strip())
    return found


# --- sources ----------------------------------------------------------------------------------------------------------

MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}


@cache
def _sources(folder: Path) -> pd.DataFrame:
    """Return the bibliography as a table, one row an entry, in order of key."""
    from pybtex.database import parse_file  # not at the top: a chapter that shows no source does not wait for it
    from pybtex.exceptions import PybtexError

    try:
        entries = parse_file(str(folder / BIBLIOGRAPHY), encoding="utf-8").entries
    except (OSError, UnicodeDecodeError, PybtexError) as error:
        raise DataError(f"data/{BIBLIOGRAPHY}: the file is missing or broken: {error}") from None
    table = pd.DataFrame(
        [_source(key, entry) for key, entry in sorted(entries.items())],
        columns=["key", "type", "title", "author", "publisher", "year", "date", "language", "url", "doi", "note", "label"],
    ).astype({"year": "Int64"})
    # A letter tells apart what one author published in a year, in the order in which the list of sources has it.
    shared = table[table.label.duplicated(keep=False)].sort_values("title")
    table.loc[shared.index, "label"] += shared.groupby("label").cumcount().map(_letter)
    return table


def _letter(position: int) -> str:
    """Return a, b, ... z, aa, ab, ..."""
    return (_letter(position // 26 - 1) if position >= 26 else "") + ascii_lowercase[position % 26]


def _source(key: str, entry: Any) -> dict[str, Any]:
    from pybtex.richtext import Text

    def plain(*parts: str) -> str:
        return " ".join(str(Text.from_latex(part)) for part in parts)

    def field(*names: str) -> str:
        return plain(next((entry.fields[name] for name in names if name in entry.fields), ""))

    persons = entry.persons.get("author", [])
    author = _joined([plain(*person.first_names, *person.middle_names, *person.prelast_names, *person.last_names) for person in persons])
    short = [plain(*person.prelast_names, *person.last_names) for person in persons]
    year = field("year")
    return {
        "key": key,
        "type": entry.type,
        "title": field("title"),
        "author": author,
        "publisher": field("howpublished", "journal", "publisher", "institution") or author,
        "year": int(year) if year else None,
        "date": _iso(year, field("month")),
        "language": field("language") or "English",
        "url": entry.fields.get("url", ""),
        "doi": entry.fields.get("doi", ""),
        "note": field("note"),
        "label": f"{_joined(short if len(short) < 3 else [short[0], 'others'])} {year or '(no date)'}",
    }


def _joined(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _iso(year: str, month: str) -> str:
    """Return ``2015-12-16`` for the year 2015 and the month ``16 December``, as BibTeX writes them."""
    *day, name = month.split() or [""]
    return "-".join([year, *([f"{MONTHS[name]:02}"] if name in MONTHS else []), *(f"{int(number):02}" for number in day)])
