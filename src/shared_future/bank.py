"""The question bank: one YAML file a chapter, ``data/questions/<part>/<chapter>.yml``, read and checked.

``data/questions/schema.json`` says what a file may hold. What a schema cannot say is checked here: whether objectives, events
and sources exist, whether dates ascend, whether an id is used twice. Every message names the file and the line.
"""

from __future__ import annotations

import difflib
import json
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from .data import load, root
from .errors import DataError

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # XML allows none of them
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Option:
    """An answer to choose. In a true-false question ``text`` is the reason and ``verdict`` what it is a reason for."""

    text: str
    feedback: str
    correct: bool = False
    verdict: bool | None = None


@dataclass(frozen=True)
class Item:
    """A thing to put in order; ``event`` is the id of the row that it stands for, if there is one."""

    text: str
    feedback: str
    event: str | None = None


@dataclass(frozen=True)
class Pair:
    """A term and its meaning. A distractor is a pair without a term."""

    meaning: str
    feedback: str
    term: str = ""


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that is known beforehand: a number within ``tolerance`` of ``value``, or one of ``answers``."""

    feedback: str
    value: float = 0.0
    tolerance: float = 0.0
    answers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """One question. Which fields are filled depends on ``type``; all texts are inline Markdown."""

    id: str
    type: str
    objective: str
    skill: str
    difficulty: int
    settled_by: tuple[str, ...]
    prompt: str
    why: str = ""
    options: tuple[Option, ...] = ()
    items: tuple[Item, ...] = ()
    pairs: tuple[Pair, ...] = ()
    distractors: tuple[Pair, ...] = ()
    answer: float = 0.0
    tolerance: float = 0.0
    unit: str = ""
    answers: tuple[str, ...] = ()
    feedback: str = ""
    mistakes: tuple[Mistake, ...] = ()
    otherwise: str = ""
    verify: str = ""
    place: str = field(default="", compare=False)
    """Where the question stands, as ``file, line n, question id``, to begin a message with."""

    def shown(self) -> list[int]:
        """Return the order in which options, items or meanings are shown, as positions in the file.

        It depends on the question's id alone, so every build shows the same. Items never stand in the right order already.
        Options that are numbers or years in ascending order stay so, and reasons stand under their verdict, true first.
        """
        choices = self.options or self.items or self.pairs + self.distractors
        order = sorted(range(len(choices)), key=lambda n: sha256(f"{self.id} {n}".encode()).digest())
        if self.type == "true-false":
            return sorted(order, key=lambda n: not self.options[n].verdict)
        if self.options:
            numbers = [_NUMBER.match(option.text) for option in self.options]
            if all(numbers) and sorted(numbers, key=lambda match: float(match[0])) == numbers:
                return list(range(len(choices)))
        if self.items and order == sorted(order):
            return order[1:] + order[:1]
        return order


@dataclass(frozen=True)
class Bank:
    """The questions of one chapter.

    Attributes:
        chapter: ``part/slug``.
        objectives: from slug to text, in the order of the chapter's list.
        questions: in the order of the file.
    """

    chapter: str
    objectives: dict[str, str]
    questions: tuple[Question, ...]


def read_bank(chapter: str | Path) -> Bank:
    """Read and check the questions of one chapter.

    Args:
        chapter: ``part/slug``, or the path of a file.

    Raises:
        DataError: naming everything that is wrong with the file, a line each, or the chapters that have questions.
    """
    path = chapter if isinstance(chapter, Path) else _folder() / f"{chapter}.yml"
    if not path.is_file():
        has = ", ".join(_chapter(file) for file in _files(_folder()))
        raise DataError(f'quiz: chapter "{chapter}" has no questions; allowed: {has or "none yet"}')
    bank, problems = _read(path, _References())
    if problems:
        raise DataError("\n".join(problems))
    return bank


def read_banks(folder: Path | None = None) -> dict[str, Bank]:
    """Read and check the questions of all chapters.

    Args:
        folder: where the files lie, as ``<part>/<chapter>.yml``; ``data/questions`` when left out.

    Returns:
        The banks by chapter.

    Raises:
        DataError: naming everything that is wrong with any of the files, a line each.
    """
    references = _References()
    banks, problems = {}, []
    for path in _files(folder or _folder()):
        bank, found = _read(path, references)
        problems += found
        if bank:
            banks[bank.chapter] = bank
    first: dict[str, Question] = {}
    for question in (question for bank in banks.values() for question in bank.questions):
        if first.setdefault(question.id, question) is not question:
            problems.append(f"{question.place}: id is taken by {first[question.id].place}; allowed: an id that no other question has")
    if problems:
        raise DataError("\n".join(problems))
    return banks


def verify(banks: Iterable[Bank]) -> None:
    """Compute the answers of number questions from the data, where a question says how.

    This runs the expressions in ``verify``: only authors do it, on their own files.

    Raises:
        DataError: naming every answer that the data do not give, a line each.
    """
    import pandas as pd

    problems = []
    for question in (question for bank in banks for question in bank.questions if question.verify):
        try:
            value = float(eval(question.verify, {"load": load, "pd": pd}))
        except Exception as error:  # whatever the author's expression raises
            raised = f"{type(error).__name__}: {error}"
            problems.append(f"{question.place}: verify raises {raised}; allowed: an expression over load and pd that gives a number")
            continue
        if not abs(value - question.answer) <= question.tolerance:
            differs = f"answer is {question.answer:g}, but verify gives {value:g}"
            problems.append(f"{question.place}: {differs}; allowed: a difference of {question.tolerance:g} at most")
    if problems:
        raise DataError("\n".join(problems))


@dataclass(frozen=True)
class Balance:
    """What a reader could guess right answers by, over questions with one right option.

    Attributes:
        questions: how many there are.
        longest: share of them whose right option is longer than every other, from 0 to 1.
        shortest: share of them whose right option is shorter than every other, from 0 to 1.
        by_chance: the share to expect of both if length told nothing.
        positions: how often the right option is shown first, second and so on.
        true: share of the true-false questions in which true is right, from 0 to 1; not a number if there are none.
    """

    questions: int
    longest: float
    shortest: float
    by_chance: float
    positions: dict[int, int]
    true: float

    def __str__(self) -> str:
        places = ", ".join(f"place {place}: {count}" for place, count in self.positions.items())
        length = f"It is the longest in {self.longest:.0%} and the shortest in {self.shortest:.0%} (by chance {self.by_chance:.0%})."
        return f"{self.questions} questions with one right option. {length} Shown at {places}. True is right in {self.true:.0%} of true-false."


def balance(banks: Iterable[Bank]) -> Balance:
    """Measure whether the length, the place or the verdict of an option gives the right one away.

    Raises:
        DataError: if there is no question with exactly one right option.
    """
    questions = [question for bank in banks for question in bank.questions if question.type in ("one", "true-false")]
    if not questions:
        raise DataError("balance: no question has the type one or true-false, so there is nothing to measure")
    longest, shortest, chance, places, verdicts = 0, 0, 0.0, Counter(), []
    for question in questions:
        right = next(n for n, option in enumerate(question.options) if option.correct)
        own = len(question.options[right].text)
        others = [len(option.text) for option in question.options if not option.correct]
        longest += own > max(others)
        shortest += own < min(others)
        chance += 1 / len(question.options)
        places[question.shown().index(right) + 1] += 1
        if question.type == "true-false":
            verdicts.append(question.options[right].verdict)
    share = [count / len(questions) for count in (longest, shortest, chance)]
    return Balance(len(questions), *share, dict(sorted(places.items())), sum(verdicts) / len(verdicts) if verdicts else math.nan)


def fold(text: str) -> str:
    """Return a typed answer without what does not matter: case, space, punctuation, width. ``quiz.js`` does the same."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if not c.isspace() and unicodedata.category(c)[0] != "P")


# Files


def _folder() -> Path:
    return Path(root("data")) / "questions"


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/*.yml"))


def _chapter(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def _shown_path(path: Path) -> str:
    """The path as an author knows it, from the repository's root."""
    base = Path(root("data")).parent
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else str(path)


@cache
def _schema() -> Any:
    # Altair needs jsonschema, so it is there wherever the course runs; imported here because half of the course's cells do without.
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads((_folder() / "schema.json").read_text(encoding="utf-8")))


# A file as plain values, with the line of each


class _Source:
    """A YAML file as plain values. Line and text of every value are kept under its path, such as ``("questions", 0, "id")``."""

    def __init__(self, path: Path) -> None:
        self.name = _shown_path(path)
        self.value: Any = None
        self.broken: set[tuple] = set()
        """The first two steps of every path that a problem was noted for."""
        self._problems: list[tuple[int, str]] = []
        self._lines: dict[tuple, int] = {}
        self._texts: dict[tuple, str] = {}
        self._open: list[yaml.Node] = []
        try:
            loader = yaml.SafeLoader(path.read_text(encoding="utf-8"))
            node = loader.get_single_node()
            self.value = self._plain(node, (), loader) if node else None
        except UnicodeDecodeError as error:
            self._problems.append((0, f"{self.name}: byte {error.start + 1} is no UTF-8; allowed: a file saved as UTF-8"))
        except yaml.reader.ReaderError as error:
            self._problems.append((0, f"{self.name}: the character U+{error.character:04X} cannot stand in YAML; allowed: printable text"))
        except yaml.MarkedYAMLError as error:
            self._problems.append((0, f"{self.name}, {_syntax(error)}"))

    @property
    def problems(self) -> list[str]:
        """Everything that was noted, in order of lines, each thing once."""
        return list(dict.fromkeys(problem for _, problem in sorted(self._problems, key=lambda problem: problem[0])))

    def _plain(self, node: yaml.Node, path: tuple, loader: yaml.SafeLoader) -> Any:
        self._lines.setdefault(path, node.start_mark.line + 1)
        if any(node is parent for parent in self._open):
            raise yaml.composer.ComposerError(None, None, "an alias stands inside what it refers to", node.start_mark)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, path, loader)
        self._open.append(node)
        if isinstance(node, yaml.SequenceNode):
            value: Any = [self._plain(child, (*path, n), loader) for n, child in enumerate(node.value)]
        else:
            value = {}
            for key_node, child in node.value:
                if not isinstance(key_node, yaml.ScalarNode):
                    raise yaml.composer.ComposerError(None, None, "a list or a mapping stands where a key is expected", key_node.start_mark)
                key, line = key_node.value, key_node.start_mark.line + 1  # the text itself, or the keys yes and on would be true
                if key in value:
                    self.say((*path, key), f"stands twice, here and on line {line}; allowed: once")
                self._lines.setdefault((*path, key), line)
                value[key] = self._plain(child, (*path, key), loader)
        self._open.pop()
        return value

    def _scalar(self, node: yaml.ScalarNode, path: tuple, loader: yaml.SafeLoader) -> Any:
        self._texts[path] = node.value
        try:
            value = loader.construct_object(node)
        except ValueError as error:  # a date such as 2015-02-30
            self.say(path, f'is "{node.value}", which YAML takes for a date or a number ({error}); put quotes round it')
            return node.value
        if isinstance(value, float) and not math.isfinite(value):
            self.say(path, f"is {node.value}; allowed: a finite number")
        if _UNPRINTABLE.search(node.value):
            self.say(path, f"holds an unprintable character ({node.value!r}); allowed: printable text")
        return value

    def say(self, path: tuple, problem: str) -> None:
        """Note a problem with the value at ``path``; what is missing is told by the line of what it is missing from."""
        self._problems.append((self._line(path), f"{self.place(path)}: {problem}"))
        self.broken.add(path[:2])

    def _line(self, path: tuple) -> int:
        while path not in self._lines and path:
            path = path[:-1]
        return self._lines.get(path, 1)

    def place(self, path: tuple) -> str:
        """Return where a value stands in words: file, line, question, field."""
        words = [self.name, f"line {self._line(path)}"]
        if path[:1] == ("questions",) and len(path) > 1:
            words.append(f"question {self._texts.get((*path[:2], 'id')) or path[1] + 1}")
            path = path[2:]
        for part, after in zip(path, (*path[1:], ""), strict=False):
            words.append(f"{part.removesuffix('s')} {after + 1}" if isinstance(after, int) else part)  # options, 0 is option 1
        return ", ".join(word for word in words if isinstance(word, str))

    def shown(self, path: tuple, schema: dict[str, Any]) -> str:
        """Return what stands in the file for a message, and what YAML made of it where the schema wants something else."""
        value, text = self._value(path), self._texts.get(path, "")
        if isinstance(value, dict | list) and value:
            return "a mapping" if isinstance(value, dict) else "a list"
        if not text.strip():
            return "empty"
        quoted = f'"{text[:60]}{"..." * (len(text) > 60)}"'
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if isinstance(value, str) or number and schema.get("type") != "string":
            return quoted
        made = "a number" if number else "nothing" if value is None else str(value).lower() if isinstance(value, bool) else "a date"
        return f"{quoted}, which YAML reads as {made}"

    def _value(self, path: tuple) -> Any:
        value = self.value
        for part in path:
            value = value[part]
        return value


def _syntax(error: yaml.MarkedYAMLError) -> str:
    mark = error.problem_mark or error.context_mark
    said = f"line {mark.line + 1}, column {mark.column + 1}: {error.problem}"
    if error.context:
        begun = f" begun on line {error.context_mark.line + 1}" if error.context_mark else ""
        said += f" ({error.context}{begun})"
    if "mapping values" in error.problem:
        said += '; allowed: quotes round a text that holds ": "'
    elif "found '<scalar>'" in error.problem:
        said += "; allowed: a quotation mark inside a quoted text is written twice"
    return said


# What is wrong with a file


class _References:
    """What questions may refer to, read once: the dates and titles of events, paragraphs of the article, keys of sources."""

    def __init__(self) -> None:
        events = load("events").set_index("id")
        self.dates: dict[str, str] = dict(events["date"].fillna("").astype(str))
        self.titles: dict[str, str] = dict(events["title"])
        self.paragraphs = list(load("paragraphs")["id"])
        self.keys = set(load("sources")["key"])


def _read(path: Path, references: _References) -> tuple[Bank | None, list[str]]:
    """Return what can be read of the bank, or None where it has no shape at all, and everything that is wrong with it."""
    source = _Source(path)
    if source.value is None and source.problems:
        return None, source.problems
    for error in _schema().iter_errors(source.value):
        _explain(error, source)
    if not source.broken.isdisjoint([(), ("chapter",), ("objectives",), ("questions",)]):
        return None, source.problems
    value = source.value
    sound = [n for n in range(len(value["questions"])) if ("questions", n) not in source.broken]
    _check(source, path, sound, references)
    questions = (_question(value["questions"][n], source.place(("questions", n)), references.titles) for n in sound)
    return Bank(value["chapter"], value["objectives"], tuple(questions)), source.problems


def _explain(error: Any, source: _Source) -> None:
    """Say in a sentence what the schema finds wrong."""
    path, value, rule, schema = tuple(error.absolute_path), error.instance, error.validator, error.schema
    if rule == "required":
        for key in error.validator_value:
            if key not in value:
                source.say((*path, key), f"is missing; allowed: {_allowed(schema['properties'].get(key, {}))}")
    elif rule == "additionalProperties":
        for key in value:
            if key not in schema["properties"]:
                source.say((*path, key), f"is no field here; allowed: {', '.join(schema['properties'])}")
    elif rule in ("contains", "minContains", "maxContains"):
        fitting = sum(_schema().evolve(schema=schema["contains"]).is_valid(item) for item in value)
        source.say(path, f"has {fitting} of {len(value)}; allowed: {schema['description']}")
    elif "propertyNames" in error.absolute_schema_path:
        source.say((*path, value), f"is no name for an objective; allowed: {_allowed(schema)}")
    else:
        shown = source.shown(path, schema)
        quotes = "; put quotes round it" if schema.get("type") == "string" and ", which YAML reads as" in shown else ""
        source.say(path, f"is {shown}; allowed: {_allowed(schema)}{quotes}")


def _allowed(schema: dict[str, Any] | bool) -> str:
    """What a part of the schema allows, in its own words."""
    if isinstance(schema, bool):
        schema = {}
    if "$ref" in schema:
        schema = _schema().schema["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    return ", ".join(map(str, schema["enum"])) if "enum" in schema else schema.get("description", "a value")


def _check(source: _Source, path: Path, sound: list[int], references: _References) -> None:
    """Note what a schema cannot say, of the questions that have the right shape."""
    value = source.value
    if value["chapter"] != _chapter(path):
        source.say(("chapter",), f'is "{value["chapter"]}"; allowed: {_chapter(path)}, as in the file\'s path')
    ids: dict[str, int] = {}
    for n in sound:
        question, here = value["questions"][n], ("questions", n)
        if ids.setdefault(question["id"], n) != n:
            source.say((*here, "id"), f"is taken by question {ids[question['id']] + 1} of this file; allowed: an id that no other question has")
        if not question["id"].startswith(f"{path.stem}-"):
            source.say((*here, "id"), f'is "{question["id"]}"; allowed: an id that begins with "{path.stem}-"')
        if question["objective"] not in value["objectives"]:
            source.say((*here, "objective"), f'is "{question["objective"]}"; allowed: {", ".join(value["objectives"])}')
        for k, key in enumerate(question["settled_by"]):
            if key not in references.paragraphs and key not in references.keys:
                near = _near(key, (*references.paragraphs, *references.keys))
                source.say((*here, "settled_by", k), f'is "{key}"; allowed: a paragraph of the article or a key of data/references.bib{near}')
        for what, problem in [*_check_twins(question), *_CHECKS.get(question["type"], lambda *_: ())(question, references)]:
            source.say((*here, *what), problem)
    tested = {question.get("objective") for question in value["questions"] if isinstance(question, dict)}
    for objective in value["objectives"]:
        if objective not in tested:
            source.say(("objectives", objective), "is tested by no question; allowed: an objective of at least one question")


def _near(word: str, words: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, words, 3)
    return f", such as {', '.join(near)}" if near else ""


Problems = Iterator[tuple[tuple, str]]


def _check_twins(question: dict[str, Any]) -> Problems:
    """Texts that a reader could not tell apart."""
    words = "reason" if question["type"] == "true-false" else "text"
    texts = [[(("options", n, words), f"{option.get('verdict', '')} ", option[words]) for n, option in enumerate(question.get("options", ()))]]
    texts += [[(("pairs", n, "term"), "", pair["term"]) for n, pair in enumerate(question.get("pairs", ()))]]
    texts += [[((name, n, "meaning"), "", pair["meaning"]) for name in ("pairs", "distractors") for n, pair in enumerate(question.get(name, ()))]]
    for group in texts:
        seen: set[str] = set()
        for path, before, text in group:
            if (folded := fold(before + text)) in seen:
                yield path, f'says the same as an earlier one ("{text}"); allowed: a text that no other has'
            seen.add(folded)


def _check_order(question: dict[str, Any], references: _References) -> Problems:
    before: tuple[int, str] | None = None
    for n, item in enumerate(question["items"]):
        event = item.get("event")
        if event is None:
            continue
        if event not in references.dates:
            yield ("items", n, "event"), f'is "{event}"; allowed: an id of data/events.csv{_near(event, references.dates)}'
            continue
        date = references.dates[event]
        if not date:
            yield ("items", n, "event"), f'is "{event}", which has no date; allowed: an event with a date'
            continue
        if before:
            place, earlier = before
            digits = min(len(earlier), len(date))  # of 2015 and 2015-12 nobody can say which is the earlier
            if not earlier[:digits] < date[:digits]:
                stands = f"is of {date} and stands after item {place + 1}, which is of {earlier}"
                yield ("items", n, "event"), f"{stands}; allowed: a date that is certainly later"
        before = n, date


def _check_number(question: dict[str, Any], references: _References) -> Problems:
    for n, mistake in enumerate(question.get("mistakes", ())):
        if abs(mistake["value"] - question["answer"]) <= question["tolerance"]:
            right = f"is {mistake['value']:g}, which counts as right"
            yield ("mistakes", n, "value"), f"{right}; allowed: a number further than {question['tolerance']:g} from the answer"


def _check_text(question: dict[str, Any], references: _References) -> Problems:
    lists = [(("answers",), question["answers"])]
    lists += [(("mistakes", n, "answers"), mistake["answers"]) for n, mistake in enumerate(question.get("mistakes", ()))]
    seen: set[str] = set()
    for path, answers in lists:
        folded = [fold(answer) for answer in answers]
        for n, answer in enumerate(answers):
            if not folded[n]:
                yield (*path, n), f'is "{answer}"; allowed: a text with at least one letter or digit'
            elif folded[n] in seen:
                yield (*path, n), f'is "{answer}", which stands in an earlier list; allowed: an answer that is right or wrong for one reason'
        seen.update(folded)


_CHECKS: dict[str, Callable[[dict[str, Any], _References], Problems]] = {"order": _check_order, "number": _check_number, "text": _check_text}


# Questions from plain values


def _question(values: dict[str, Any], place: str, titles: dict[str, str]) -> Question:
    fields: dict[str, Any] = dict(values, place=place, settled_by=tuple(values["settled_by"]))
    make: dict[str, Callable[[dict[str, Any]], Any]] = {
        "options": lambda v: Option(v.get("text") or v["reason"], v["feedback"], v.get("correct", False), v.get("verdict")),
        "items": lambda v: Item(v.get("text") or _literal(titles.get(v["event"], "")), v["feedback"], v.get("event")),
        "pairs": lambda v: Pair(**v),
        "distractors": lambda v: Pair(**v),
        "mistakes": lambda v: Mistake(**v | {"answers": tuple(v.get("answers", ()))}),
        "answers": str,
    }
    fields |= {name: tuple(map(make[name], values[name])) for name in make if name in values}
    return Question(**fields)


def _literal(text: str) -> str:
    """Return Markdown that shows ``text`` as it is: Markdown lets any punctuation be escaped."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)
