"""Check every table of data/, the bibliography and the question bank; --update also renews the tables' checksums."""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import attrs
from frictionless import Check, Checklist, Package, Row
from frictionless import errors as frictionless_errors
from pybtex.database import Entry, parse_file
from pybtex.exceptions import PybtexError

from shared_future.bank import read_banks, verify
from shared_future.data import BIBLIOGRAPHY, MONTHS, PACKAGE, figures, root, span
from shared_future.errors import DataError, allowed_words

KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
"""The form of a bibliography key. It reads as a source: publisher, year and subject."""
TYPES = {"integer": "a whole number", "year": "a year such as 2015", "number": "a number such as 12.5", "boolean": "true or false"}
UNREADABLE = {"scheme-error", "encoding-error"}
TORN = {"missing-cell", "extra-cell"}
DRIFT = {"hash-count", "byte-count"}
HEADER = {"incorrect-label", "missing-label", "extra-label", "blank-label", "duplicate-label", "blank-header"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the words of ``shared-future validate``."""
    parser.add_argument("--update", action="store_true", help="write the tables' checksums into datapackage.json where all is well")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="the folder to check (the course's data when left out)")


def run(arguments: argparse.Namespace) -> int:
    """Carry out ``shared-future validate``."""
    folder = arguments.data or root("data")
    if arguments.update:
        update(folder)
    else:
        check(folder)
    verify(read_banks(folder / "questions").values())
    print(f"All is well in {folder}.")
    return 0


def check(folder: Path) -> None:
    """Check tables, bibliography and checksums.

    Args:
        folder: it holds ``datapackage.json``, the tables and ``references.bib``.

    Raises:
        DataError: with one line for each problem, all of them at once.
    """
    Course(folder).check()


def update(folder: Path) -> None:
    """Check everything but the checksums, then write these into ``datapackage.json``.

    Raises:
        DataError: as ``check`` does; nothing is written then.
    """
    course = Course(folder)
    for resource in course.descriptor["resources"]:
        file = folder / resource["path"]
        if file.is_file():
            content = file.read_bytes()
            resource |= {"hash": f"sha256:{hashlib.sha256(content).hexdigest()}", "bytes": len(content)}
    course.check()
    text = json.dumps(course.descriptor, ensure_ascii=False, indent=2) + "\n"
    (folder / PACKAGE).write_text(text, encoding="utf-8")


class Course:
    """The course's data as they lie in a folder, and what is wrong with them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self.descriptor: dict[str, Any] = json.loads((folder / PACKAGE).read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise DataError(f"data/{PACKAGE}: the file is missing from {folder}") from None
        except ValueError as error:
            raise DataError(f"data/{PACKAGE}: the file is broken: {error}") from None
        self.vocabularies: dict[str, dict[str, dict[str, str]]] = self.descriptor["vocabularies"]
        self.resources = {resource["name"]: resource for resource in self.descriptor["resources"]}
        self.cited: set[str] = set()
        """The bibliography keys that the tables cite. The checks of the tables fill it."""

    def check(self) -> None:
        """Raise a `DataError` with every problem there is."""
        problems = [*self.package_problems(), *self.table_problems(), *self.bibliography_problems()]
        if problems:
            raise DataError("\n".join(problems))

    # --- what the checks look things up in ---

    @cached_property
    def bibliography(self) -> tuple[dict[str, Entry], str]:
        """The bibliography's entries by key, and what keeps it from being read; one of the two is empty."""
        file = f"data/{BIBLIOGRAPHY}"
        if not (self.folder / BIBLIOGRAPHY).is_file():
            return {}, f"{file}: the file is missing from {self.folder}"
        try:
            return dict(parse_file(str(self.folder / BIBLIOGRAPHY), encoding="utf-8").entries), ""
        except UnicodeDecodeError as error:
            return {}, f"{file}: the file is not UTF-8: {error}"
        except PybtexError as error:
            return {}, f"{file}: {error}"

    @cache
    def values(self, target: str) -> list[str]:
        """Return what a field may point at, such as ``paragraphs.id`` or, in the bibliography, ``sources.key``.

        There is nothing where the file cannot be read: that is reported for the file itself, once.
        """
        if target == "sources.key":
            return list(self.bibliography[0])
        table, column = target.split(".")
        path = self.resources[table]["path"]
        if not self.readable(path):
            return []
        with (self.folder / path).open(encoding="utf-8", newline="") as file:
            return [row[column] for row in csv.DictReader(file) if row.get(column)]

    # --- the package ---

    def package_problems(self) -> Iterator[str]:
        for name, words in self.vocabularies.items():
            for word, about in words.items():
                if not (about.get("label") and about.get("meaning")):
                    yield f'data/{PACKAGE}, vocabulary {name}: "{word}" has no label or no meaning'
        for name, resource in self.resources.items():
            for key in filter(None, (source.get("key") for source in resource["sources"])):
                self.cited.add(key)
                if (known := self.values("sources.key")) and key not in known:
                    yield f"data/{PACKAGE}, table {name}, sources: {self.unknown(key, 'sources.key')}"
        described = {resource["path"] for resource in self.resources.values()}
        for file in sorted(self.folder.glob("*.csv")):
            if file.name not in described:
                yield f"data/{file.name}: the table is not described in {PACKAGE}"

    # --- the tables ---

    def table_problems(self) -> Iterator[str]:
        checklist = Checklist(checks=[CourseCheck(course=self)])
        report = Package(self.descriptor, basepath=str(self.folder)).validate(checklist)
        for error in report.errors:
            yield f"data/{PACKAGE}: {error.message}"
        for task in report.tasks:
            resource = self.resources[task.name]
            header = [error for error in task.errors if error.type in HEADER]
            # In a row of the wrong length every cell is out of place: only its length is said.
            torn = {error.row_number for error in task.errors if error.type in TORN}
            errors = [
                error
                for error in task.errors
                if error.type not in DRIFT and not self.astray(resource, error) and (error.type in TORN or getattr(error, "row_number", None) not in torn)
            ]
            if header:
                yield from self.header_problems(resource, header[0].labels)
            elif errors:
                # A row whose id occurs twice breaks two rules of the schema and is one problem.
                yield from dict.fromkeys(self.described(resource, error) for error in errors)
            elif any(error.type in DRIFT for error in task.errors):
                yield f"data/{resource['path']}: the file is not the one whose checksum is in {PACKAGE}; if the change is wanted, run: make data"

    def astray(self, resource: dict[str, Any], error: frictionless_errors.Error) -> bool:
        """Whether an error only follows from that of another table, which a foreign key points into."""
        if error.type in UNREADABLE:
            return self.readable(resource["path"])
        return error.type == "foreign-key" and not self.values(self.target(resource, error))

    def readable(self, path: str) -> bool:
        try:
            return bool((self.folder / path).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            return False

    @staticmethod
    def target(resource: dict[str, Any], error: frictionless_errors.ForeignKeyError) -> str:
        """Return where a foreign key points, such as ``events.id``."""
        return f"{error.reference_name or resource['name']}.{error.reference_field_names[0]}"

    def header_problems(self, resource: dict[str, Any], labels: list[str]) -> Iterator[str]:
        fields = [field["name"] for field in resource["schema"]["fields"]]
        where = f"data/{resource['path']}, row 1"
        columns = f"the columns are {', '.join(fields)}"
        problems = [f"{where}, field {name}: the column is missing; {columns}" for name in fields if name not in labels]
        problems += [f'{where}: the column "{label}" is not known; {columns}' for label in labels if label not in fields]
        yield from problems or [f"{where}: the columns are out of order or doubled; {columns}"]

    def described(self, resource: dict[str, Any], error: frictionless_errors.Error) -> str:
        """Return one problem of a table as one line: file, row, field, value and what is allowed."""
        file = f"data/{resource['path']}"
        if error.type == "scheme-error":
            return f"{file}: the file is missing from {self.folder}"
        if error.type == "encoding-error":
            return f"{file}: the file is not UTF-8: {error.note}"
        if not isinstance(error, frictionless_errors.RowError):
            return f"{file}: {error.message}"
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        row = dict(zip(fields, error.cells, strict=False))
        name = getattr(error, "field_name", None)
        problem = error.note
        match error.type:
            case "type-error":
                problem = f'"{row[name]}" is not {TYPES.get(fields[name]["type"], fields[name]["type"])}'
            case "constraint-error":
                problem = self.constraint(fields[name], row[name], error.note)
            case "unique-error" | "primary-key":
                keys = [name] if name else self.key(resource)
                name = ", ".join(keys)
                first = self.line(resource, int(re.search(r"\d+", error.note)[0]))
                problem = f'"{", ".join(row[key] for key in keys)}" is already in row {first}; allowed: each only once'
            case "foreign-key":
                name = error.field_names[0]
                problem = self.unknown(row[name], self.target(resource, error))
            case "missing-cell" | "extra-cell":
                name = None
                problem = f"the row has {len(error.cells)} cells; allowed: {len(fields)}, one a column"
        keys = self.key(resource)
        which = f" ({', '.join(f'{key} {row[key]}' for key in keys)})" if all(row.get(key) for key in keys) and keys else ""
        return f"{file}, row {self.line(resource, error.row_number)}{which}{f', field {name}' if name else ''}: {problem}"

    @staticmethod
    def key(resource: dict[str, Any]) -> list[str]:
        """Return the fields that name a row."""
        key = resource["schema"].get("primaryKey", [])
        return [key] if isinstance(key, str) else key

    def line(self, resource: dict[str, Any], record: int) -> int:
        """Return the line of the file, as an editor counts, on which a record begins. The header is record 1."""
        with (self.folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            for _ in range(record - 1):
                next(reader)
            return reader.line_num + 1

    @staticmethod
    def constraint(field: dict[str, Any], value: str, note: str) -> str:
        constraint = re.match(r'constraint "(\w+)"', note)[1]
        limit = field["constraints"][constraint]
        match constraint:
            case "required":
                return '"" is not allowed; allowed: anything but an empty cell'
            case "enum":
                return f'"{value}" is not allowed; {allowed_words(value, map(str, limit))}'
            case "pattern":
                return f'"{value}" is not allowed; allowed: the pattern {limit}'
            case "minimum" | "maximum":
                return f'"{value}" is not allowed; allowed: {"at least" if constraint == "minimum" else "at most"} {limit}'
            case _:
                return f'"{value}" is not allowed; allowed: {constraint} {limit}'

    def unknown(self, value: str, target: str) -> str:
        """Say that a value points at nothing, and what it could point at."""
        table, column = target.split(".")
        file = BIBLIOGRAPHY if table == "sources" else self.resources[table]["path"]
        return f'"{value}" is no {column} in {file}; {allowed_words(value, self.values(target))}'

    # --- the bibliography ---

    def bibliography_problems(self) -> Iterator[str]:
        file = f"data/{BIBLIOGRAPHY}"
        entries, broken = self.bibliography
        if broken:
            yield broken
        addresses: dict[str, str] = {}
        for key, entry in entries.items():
            if not KEY.fullmatch(key):
                yield f'{file}, entry {key}: "{key}" is not allowed as a key; allowed: lower-case ASCII words and numbers joined by hyphens'
            if not entry.persons.get("author") or not entry.fields.get("title"):
                yield f"{file}, entry {key}: author or title is missing"
            if re.search(r"\\[^&%$#_]", "".join(entry.fields.values())):
                yield f"{file}, entry {key}: a TeX command is not allowed; allowed: UTF-8 text, with \\&, \\%, \\$, \\# and \\_"
            month = entry.fields.get("month", "")
            if month and not re.fullmatch(rf"(([12]?\d|3[01]) )?({'|'.join(MONTHS)})", month):
                yield f'{file}, entry {key}, field month: "{month}" is not allowed; allowed: December or 16 December'
            if (url := entry.fields.get("url")) and addresses.setdefault(url, key) != key:
                yield f'{file}, entry {key}, field url: "{url}" is already in entry {addresses[url]}; allowed: one entry for one address'
        book = self.folder.parent / "book"
        if book.is_dir():
            texts = [*book.rglob("*.md"), *self.folder.glob("questions/**/*.yml")]
            used = self.cited.union(*(KEY.findall(text.read_text(encoding="utf-8")) for text in texts))
            for key, entry in entries.items():
                if key not in used and entry.fields.get("keywords") != "background":
                    yield f"{file}, entry {key}: nothing cites it; cite it, delete it, or mark it with keywords = {{background}}"


@attrs.define(kw_only=True, repr=False)
class CourseCheck(Check):
    """What a Frictionless schema cannot say of a row: partial dates, vocabularies and what the items of a list point at."""

    type = "course"
    Errors = [frictionless_errors.CellError]
    course: Course

    def validate_row(self, row: Row) -> Iterator[frictionless_errors.Error]:
        for field in self.resource.schema.fields:
            if value := row[field.name]:
                rules = field.custom
                items = value.split(rules["separator"]) if "separator" in rules else [value]
                for item in items:
                    if problem := self.problem(field.name, rules, item):
                        yield frictionless_errors.CellError.from_row(row, note=problem, field_name=field.name)
                if len(set(items)) < len(items):
                    yield frictionless_errors.CellError.from_row(row, note=f'"{value}" names one thing twice; allowed: each only once', field_name=field.name)
        if self.resource.name == "events":
            yield from self.event_errors(row)

    def problem(self, name: str, rules: dict[str, Any], item: str) -> str | None:
        """Return what is wrong with one item of a cell."""
        try:
            if rules.get("partialDate"):
                span(item)
            if name == "figures":
                figures(item)
        except DataError as error:
            return str(error)
        if "vocabulary" in rules and item not in (words := self.course.vocabularies[rules["vocabulary"]]):
            return f'"{item}" is not allowed; {allowed_words(item, words)}'
        if target := rules.get("references"):
            if target == "sources.key":
                self.course.cited.add(item)
            if (known := self.course.values(target)) and item not in known:
                return self.course.unknown(item, target)
        return None

    def event_errors(self, row: Row) -> Iterator[frictionless_errors.Error]:
        def error(field: str, note: str) -> frictionless_errors.Error:
            return frictionless_errors.CellError.from_row(row, note=note, field_name=field)

        date, end = row["date"], row["end_date"]
        try:
            if end and (not date or span(end).end < span(date).start):
                yield error("end_date", f'"{end}" is before the beginning, "{date or ""}"; allowed: the same day or later')
        except DataError:
            pass  # said already, for the field that is no date
        if not date and row["confidence"] != "article-only" and row["kind"] != "record":
            yield error("date", '"" is not allowed; allowed: a date, unless the row is a record or stands only in the article')


if __name__ == "__main__":
    from shared_future.cli import main

    sys.exit(main(["validate", *sys.argv[1:]]))
