"""What a check can expect of an answer. Every function returns quietly or raises `Wrong` with a sentence for the learner.

The first argument is always the learner's answer, the second what is right. ``what`` names, in words that fit after
"is not", what was asked for. ``mistakes`` pairs a wrong answer with the sentence for whoever gives it, so that a likely mistake
gets its own feedback. In sentences, `backticks` set code. See `shared_future.exercise` for a whole example.
"""

from __future__ import annotations

import contextlib
import copy
import difflib
import inspect
import linecache
import math
import numbers
import re
import sysconfig
import traceback
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from ._limit import TooSlow, time_limit

SECONDS = 3.0
"""How long one call of a learner's function may take."""

Mistakes = Iterable[tuple[Any, str]]


class Wrong(Exception):
    """The answer is not right. Each argument is one sentence (or two) that says to the learner why."""

    state = "wrong"


class NotWritten(Wrong):
    """There is no answer yet."""

    state = "not-written"


class Stopped(Wrong):
    """The learner's code used up its time."""

    state = "stopped"


class BadCheck(Exception):
    """The check itself is at fault. Authors see it when they run the tests."""


def that(condition: object, sentence: str) -> None:
    """Expect a condition of your own.

    Args:
        condition: what has to hold.
        sentence: what to say to the learner where it does not.

    Raises:
        Wrong: if the condition is false.
    """
    if not condition:
        raise Wrong(sentence)


# Numbers


def number(
    answer: object,
    expected: float,
    *,
    what: str,
    unit: str = "",
    tolerance: float | None = None,
    mistakes: Mistakes = (),
    otherwise: str = "",
) -> None:
    """Expect one number. A share given for a per cent, a wrong sign and a rounded number are recognised without being listed.

    Args:
        answer: int, float, numpy scalar, Decimal or Fraction; nothing else passes, not even the right number as text.
        expected: the right number, best computed from the data.
        what: for example ``"the gap between the two groups in 2022"``.
        unit: for example ``"percentage points"``.
        tolerance: how far off is still right, in the same unit. By default only what rounding errors explain.
        mistakes: pairs of a wrong number and the sentence for it, recognised within the same tolerance.
        otherwise: what to try, for any other number.

    Raises:
        Wrong: if the answer is not that number.
    """
    value = _number(answer, what)
    expected = float(expected)
    if not math.isfinite(expected):
        raise BadCheck(f"The expected number for {what} is {expected}.")
    tolerance = 1e-9 + 1e-6 * abs(expected) if tolerance is None else tolerance

    def near(other: float) -> bool:
        return abs(value - other) <= tolerance

    if near(expected):
        return
    came = f"{shown(value)}{' ' + unit if unit else ''} is not {what}."
    for wrong, sentence in mistakes:
        if near(float(wrong)):
            raise Wrong(f"{came} {sentence}")
    if abs(value) > tolerance:
        if near(-expected):
            raise Wrong(f"{came} The size is right and the sign is wrong: subtract the other way round.")
        if abs(value * 100 - expected) <= max(tolerance, 1e-6 * abs(expected)):
            raise Wrong(f"{came} It is 100 times too small: this looks like a share, and per cent are asked for.")
        if abs(value / 100 - expected) <= max(tolerance, 1e-6 * abs(expected)):
            raise Wrong(f"{came} It is 100 times too large: this looks like per cent, and a share is asked for.")
        if any(value == round(expected, digits) for digits in range(4)):
            raise Wrong(f"{shown(value)} is the right number, rounded. Give it unrounded, and round only when you print it.")
    raise Wrong(f"{came} It is too {'high' if value > expected else 'low'}. {otherwise}".strip())


def _number(answer: object, what: str) -> float:
    _written(answer)
    if isinstance(answer, np.ndarray) and answer.ndim == 0:
        answer = answer.item()
    if isinstance(answer, bool | np.bool_):
        raise Wrong(f"A number was expected, {what}; {shown(answer)} came. Is there a comparison where a calculation should be?")
    if isinstance(answer, str):
        raise Wrong(f"A number was expected, {what}; the text {shown(answer)} came. Take the quotation marks away, or leave out `str` and `format`.")
    if isinstance(answer, pd.Series | pd.DataFrame | np.ndarray) and answer.size == 1:
        raise Wrong(f"A number was expected, {what}; {described(answer)} came, with one value inside. `.item()` takes it out.")
    if _missing(answer):
        raise Wrong(f"A number was expected, {what}; a missing value came (`NaN`). Which row or column has no figure? Look at the table just before the calculation.")
    try:
        if isinstance(answer, complex):
            raise TypeError
        value = float(answer) if isinstance(answer, numbers.Number | np.number) else None
    except (TypeError, ValueError, OverflowError):
        value = None
    if value is None:
        raise Wrong(f"A number was expected, {what}; {described(answer)} came.")
    if not math.isfinite(value):
        raise Wrong(f"A number was expected, {what}; infinity came. Is something divided by zero?")
    return value


# Collections of ids


def ids(
    answer: object,
    expected: Collection[Any],
    *,
    what: str,
    ordered: bool = False,
    because: Mapping[Any, str] | None = None,
    clues: Mapping[Any, str] | None = None,
    mistakes: Mistakes = (),
) -> None:
    """Expect certain ids (or years, codes, names), in any order unless ``ordered``.

    Args:
        answer: a list, tuple, set, index, column or one-dimensional array.
        expected: the right ids.
        what: for example ``"the ids of the five summits"``.
        ordered: whether the order counts.
        because: id -> why it does not belong, for ids that are likely to be chosen wrongly.
        clues: id -> what to look for, said in place of the id itself when it is missing. Without a clue the id is named.
        mistakes: pairs of a wrong collection and the sentence for it.

    Raises:
        Wrong: if an id is missing, does not belong, occurs twice or stands in the wrong place.
    """
    given = _items(answer, what)
    wanted = list(expected)
    if not given:
        raise Wrong(f"Expected {what}; an empty {type(answer).__name__} came. Does any row pass all your conditions?")
    for wrong, sentence in mistakes:
        wrong = list(wrong)
        if given == wrong if ordered else set(given) == set(wrong) != set(wanted):
            raise Wrong(sentence)
    twice = sorted({str(item) for item in given if given.count(item) > 1})
    if twice:
        raise Wrong(f"{listed(twice)} {'is' if len(twice) == 1 else 'are'} there more than once; each belongs there once.")
    missing = [item for item in wanted if item not in given]
    extra = [item for item in given if item not in wanted]
    said = [f"{shown(item)} does not belong: {because[item]}" for item in extra if because and item in because]
    plain = [item for item in extra if not because or item not in because]
    if plain:
        kin = {item: like for item in plain for like in missing if str(item) == str(like)}
        if kin:
            item, like = next(iter(kin.items()))
            raise Wrong(f"{shown(item)} is {_kind(item)}, and {_kind(like)} is expected: {shown(like)}.")
        said.append(f"Not expected: {listed(plain)}.")
    said += [clues[item] for item in missing if clues and item in clues]
    unnamed = [item for item in missing if not clues or item not in clues]
    if unnamed:
        said.append(f"Missing: {listed(unnamed)}.")
    if said:
        raise Wrong(f"These are not yet {what}: {len(wanted)} belong there, {len(given)} came.", *said)
    if ordered and given != wanted:
        place = next(i for i, (one, other) in enumerate(zip(given, wanted, strict=True)) if one != other)
        raise Wrong(f"All of them are right, and the order is not: from place {place + 1} on, where {shown(given[place])} stands, something else comes first.")


def _items(answer: object, what: str) -> list[Any]:
    _written(answer)
    if isinstance(answer, pd.DataFrame):
        raise Wrong(f"Expected {what}; a whole table came, with {len(answer)} rows. Give the ids alone, for example `list(table[\"id\"])`.")
    if isinstance(answer, str):
        raise Wrong(f"Expected {what}; one piece of text came, {shown(answer)}. Put it into a list: `[\"...\", \"...\"]`.")
    if isinstance(answer, np.ndarray | pd.Index | pd.Series | pd.api.extensions.ExtensionArray):
        answer = answer.tolist()
    if isinstance(answer, Mapping) or not isinstance(answer, list | tuple | set | frozenset | type({}.keys()) | type({}.values())):
        raise Wrong(f"Expected {what}, in a list; {described(answer)} came.")
    items = [_plain(item) for item in answer]
    if any(item is None or item is ... for item in items):
        raise NotWritten("There is still a gap in the list: fill in what is `None` or `...`.")
    for item in items:
        if _missing(item):
            raise Wrong("One of the items is a missing value (`NaN`). Which row does it come from?")
        if not isinstance(item, str | numbers.Number | pd.Timestamp):
            raise Wrong(f"Expected {what}, one by one; {described(item)} is among them.")
    return items


# Tables


def frame(
    answer: object,
    expected: pd.DataFrame,
    *,
    what: str,
    key: Sequence[str] | None = None,
    ordered: bool = False,
    tolerance: float | None = None,
    mistakes: Mistakes = (),
) -> None:
    """Expect a table. The order of the columns never counts, that of the rows only if ``ordered``.

    A named index counts as columns on both sides, so ``groupby(...)`` passes with and without ``reset_index()``.

    Args:
        answer: the learner's table.
        expected: the right table.
        what: for example ``"the table of gaps, one row for each year"``.
        key: the columns that tell rows apart. By default those that hold no numbers, and from the left as many more as it takes.
        ordered: whether the order of the rows counts.
        tolerance: how far off a number may be. By default only what rounding errors explain.
        mistakes: pairs of a wrong table and the sentence for it.

    Raises:
        Wrong: if columns, rows or values differ.
    """
    _written(answer)
    right = _columns_of(expected, ())
    if isinstance(answer, pd.Series):
        raise Wrong(f"Expected {what}, as a table; a single column came (a Series). Double brackets keep a table, `table[[\"value\"]]`, and `.reset_index()` makes one of a grouped column.")
    if not isinstance(answer, pd.DataFrame):
        raise Wrong(f"Expected {what}, as a table; {described(answer)} came.")
    given = _columns_of(answer, right.columns)
    absent = [str(name) for name in right.columns if name not in given.columns]
    extra = [str(name) for name in given.columns if name not in right.columns]
    said = []
    for name in absent:
        like = difflib.get_close_matches(name.casefold(), [e.casefold() for e in extra], n=1, cutoff=0.6)
        came = next((e for e in extra if like and e.casefold() == like[0]), None)
        said.append(f"There is no column {shown(name, text=False)}" + (f"; is it the one that you call {shown(came, text=False)}?" if came else "."))
    if extra:
        said.append(f"Not expected: the column{'s' if len(extra) > 1 else ''} {listed(extra)}.")
    if said:
        raise Wrong(f"This is not yet {what}: {_count(len(right.columns), 'column')} {_is(len(right.columns))} expected, {listed(right.columns)}.", *said)
    if given.columns.has_duplicates:
        raise Wrong(f"Two columns have the same name: {listed(given.columns[given.columns.duplicated()])}.")
    given = given[list(right.columns)]
    known = [(_columns_of(wrong, right.columns)[list(right.columns)], sentence) for wrong, sentence in mistakes]
    _rows(given, right, what, list(key) if key else _key_of(right), ordered, tolerance, known)


def series(
    answer: object,
    expected: pd.Series,
    *,
    what: str,
    ordered: bool = False,
    tolerance: float | None = None,
    mistakes: Mistakes = (),
) -> None:
    """Expect a column (a Series): one value for each label of its index. Its name does not count.

    Args:
        answer: the learner's Series.
        expected: the right one; its index labels must be unique.
        what: for example ``"the share of users, one value for each region"``.
        ordered: whether the order counts.
        tolerance: how far off a number may be. By default only what rounding errors explain.
        mistakes: pairs of a wrong Series and the sentence for it.

    Raises:
        Wrong: if labels or values differ.
    """
    _written(answer)
    if isinstance(answer, pd.DataFrame):
        raise Wrong(f"Expected {what}, as one column (a Series); a whole table came. Take the column out of it with single brackets: `table[\"value\"]`.")
    if not isinstance(answer, pd.Series):
        more = " `pd.Series(...)` makes one of it." if isinstance(answer, dict | list) else ""
        raise Wrong(f"Expected {what}, as one column (a Series); {described(answer)} came.{more}")

    def table(column: pd.Series) -> pd.DataFrame:
        return pd.DataFrame({"label": column.index.tolist(), "value": column.tolist()}, dtype=object)

    known = [(table(wrong), sentence) for wrong, sentence in mistakes]
    _rows(table(answer), table(expected), what, ["label"], ordered, tolerance, known)


def _key_of(table: pd.DataFrame) -> list[str]:
    numeric = [name for name in table.columns if pd.api.types.is_numeric_dtype(table[name])]
    key = [name for name in table.columns if name not in numeric]
    while numeric and (not key or table[key].astype(str).duplicated().any()):
        key.append(numeric.pop(0))
    return key


def _columns_of(table: pd.DataFrame, wanted: Iterable[Any]) -> pd.DataFrame:
    """Return the table with its index as columns: all named levels, or only the wanted ones."""
    wanted = list(wanted)
    levels = [name for name in table.index.names if name is not None and name not in table.columns and (not wanted or name in wanted)]
    return (table.reset_index(level=levels) if levels else table).reset_index(drop=True)


def _rows(
    given: pd.DataFrame,
    right: pd.DataFrame,
    what: str,
    key: list[str],
    ordered: bool,
    tolerance: float | None,
    mistakes: Iterable[tuple[pd.DataFrame, str]] = (),
) -> None:
    """Compare two tables of the same columns, row by row, where the values in ``key`` tell the rows apart."""
    if given.empty:
        raise Wrong(f"Expected {what}; the answer that came has no rows. Does any row pass all your conditions?")
    for wrong, sentence in mistakes:
        with contextlib.suppress(Wrong, BadCheck):
            _rows(given, wrong, what, key, ordered, tolerance)
            break
    else:
        sentence = ""
    right_or_not = _first_difference(_records(given, key), _records(right, key), what, ordered, tolerance)
    if right_or_not:
        raise Wrong(*([sentence] if sentence else right_or_not))


Place = tuple[Any, ...]


def _records(table: pd.DataFrame, key: list[str]) -> list[tuple[Place, dict[str, Any]]]:
    """Return each row as its place (the values of the key) and its other values."""
    rows = [{name: _plain(value) for name, value in zip(table.columns, row, strict=True)} for row in table.itertuples(index=False)]
    return [(tuple(_hashable(row[name]) for name in key), {n: v for n, v in row.items() if n not in key}) for row in rows]


def _first_difference(mine: list, theirs: list, what: str, ordered: bool, tolerance: float | None) -> list[str]:
    """Return sentences about the first kind of difference there is, none if there is none."""
    came, wanted = dict(mine), dict(theirs)
    places = [place for place, _ in mine]
    if len(wanted) != len(theirs):
        raise BadCheck(f"The key does not tell the rows of {what} apart: name other columns as key.")
    if len(came) != len(mine):
        twice = next(place for place in places if places.count(place) > 1)
        return [f"{_count(len(mine), 'row')} came, {len(wanted)} {_is(len(wanted))} expected: {_name(twice)} is there more than once. A filter that is too wide, or a merge, does that."]
    missing, extra = [p for p in wanted if p not in came], [p for p in came if p not in wanted]
    for one, other in ((m, e) for m in missing for e in extra if list(map(str, m)) == list(map(str, e))):
        part, came_as = next((p, c) for p, c in zip(one, other, strict=True) if p != c)
        return [f"{shown(came_as)} is {_kind(came_as)}, and {_kind(part)} is expected: {shown(part)}."]
    if missing or extra:
        said = [f"This is not yet {what}: {_count(len(wanted), 'row')} {_is(len(wanted))} expected, {len(came)} came."]
        said += [f"Missing: {_count(len(missing), 'row')}, {'for example ' if len(missing) > 1 else ''}{_name(missing[0])}."] if missing else []
        said += [f"Not expected: {_count(len(extra), 'row')}, {'for example ' if len(extra) > 1 else ''}{_name(extra[0])}."] if extra else []
        return said
    wrong = [(place, name) for place in wanted for name in wanted[place] if not _same(came[place][name], wanted[place][name], tolerance)]
    if wrong:
        place, name = wrong[0]
        column = f" the column {shown(name, text=False)}" if len(wanted[place]) > 1 else ""
        total = len(wanted) * len(wanted[place])
        return [
            f"The rows are right; {len(wrong)} of {_count(total, 'value')} {_is(len(wrong))} not.",
            f"For {_name(place)},{column or ' it'} is {shown(came[place][name])}, and {shown(wanted[place][name])} is expected.",
        ]
    if ordered and places != list(wanted):
        at, (one, other) = next((i, pair) for i, pair in enumerate(zip(places, wanted, strict=True)) if pair[0] != pair[1])
        return [f"The rows are right, and their order is not: in place {at + 1} came {_name(one)}, and {_name(other)} is expected. `sort_values` puts rows in order."]
    return []


def _name(place: Place) -> str:
    return ", ".join(shown(part) for part in place)


# Close reading


def labels(
    answer: object,
    expected: Mapping[str, str],
    *,
    choices: Collection[str],
    why: Mapping[str, str | Mapping[str, str]],
) -> None:
    """Expect one label for each item, as in a close reading that sorts sentences into claims, plans and figures.

    Args:
        answer: a dictionary (or a Series) from item to label. Capitals and spaces around a label do not count.
        expected: item -> the right label.
        choices: the labels that are allowed.
        why: item -> why a wrong label does not fit it: one sentence for each wrong label, or one for all of them.

    Raises:
        Wrong: with a sentence for every item that has a wrong label or none.
        BadCheck: if a sentence is lacking for a label that could be given.
    """
    for item, right in expected.items():
        reasons = why.get(item, {})
        lacking = [c for c in choices if c != right and not (reasons if isinstance(reasons, str) else reasons.get(c))]
        if right not in choices or lacking:
            raise BadCheck(f"{item}: the label {right} must be among the choices, and `why` needs a sentence for {lacking}.")
    _written(answer)
    if isinstance(answer, pd.Series):
        answer = answer.to_dict()
    if not isinstance(answer, Mapping):
        raise Wrong(f"Expected a dictionary with a label for each of {_count(len(expected), 'item')}; {described(answer)} came.")
    if all(_empty(label) for label in answer.values()):
        raise NotWritten(f"Give each item one of these labels: {listed(choices)}.")
    known = {choice.casefold(): choice for choice in choices}
    said, right = [], 0
    for item in answer:
        if item not in expected:
            like = difflib.get_close_matches(str(item), expected, n=1)
            said.append(f"{shown(item)} is none of the items{'; did you mean ' + shown(like[0]) + '?' if like else '.'}")
    for item, fitting in expected.items():
        label = answer.get(item)
        if _empty(label):
            said.append(f"{shown(item)} has no label yet.")
        elif not isinstance(label, str) or label.strip().casefold() not in known:
            said.append(f"{shown(item)}: {shown(label)} is none of the labels, which are {listed(choices)}.")
        elif (chosen := known[label.strip().casefold()]) != fitting:
            reasons = why[item]
            said.append(f"{shown(item)} as {shown(chosen)}: {reasons if isinstance(reasons, str) else reasons[chosen]}")
        else:
            right += 1
    if said:
        raise Wrong(f"{right} of {_count(len(expected), 'label')} fit.", *said)


def _empty(label: object) -> bool:
    return label is None or label is ... or (isinstance(label, str) and label.strip(" .") == "")


# Open questions


def text(
    answer: object,
    *,
    words: tuple[int, int],
    mentions: Mapping[str, Collection[str]] | Collection[str] = (),
    at_least: int | None = None,
) -> None:
    """Expect a text that meets formal requirements. What it argues is for the learner to hold against the rubric.

    Args:
        answer: the text.
        words: the fewest and the most words.
        mentions: names of which some have to occur, or name -> other ways to write it. Capitals do not count.
        at_least: how many of the names have to occur. By default all.

    Raises:
        Wrong: if the text is too short, too long or names too few.
    """
    _written(answer)
    if not isinstance(answer, str):
        raise Wrong(f"Expected a text between quotation marks; {described(answer)} came.")
    count = len(re.findall(r"\w+(?:[-'’.]\w+)*", answer))
    fewest, most = words
    if not count:
        raise NotWritten(f"Write {fewest} to {most} words between the quotation marks.")
    said = []
    if count < fewest:
        said.append(f"Your text has {_count(count, 'word')}, {fewest - count} fewer than the {fewest} that an argument of this kind needs.")
    elif count > most:
        said.append(f"Your text has {count} words, {count - most} more than {most}. Which sentence could go without being missed?")
    spellings = {name: [name, *(mentions[name] if isinstance(mentions, Mapping) else ())] for name in mentions}
    flat = " ".join(answer.casefold().split())
    named = [name for name, ways in spellings.items() if any(re.search(rf"(?<!\w){re.escape(way.casefold())}(?!\w)", flat) for way in ways)]
    needed = len(spellings) if at_least is None else at_least
    if len(named) < needed:
        others = [name for name in spellings if name not in named]
        came = f"names {' and '.join(named)}" if named else "names none of them"
        said.append(f"At least {needed} of the holders of a position have to be named, and your text {came}. There {_is(len(others))} still: {', '.join(others)}.")
    if said:
        raise Wrong(*said)


# Functions


def function(
    answer: object,
    model: Callable[..., Any],
    *,
    on: Iterable[Any],
    compare: Callable[..., None] = number,
    alter: str | Callable[[pd.DataFrame], pd.DataFrame] | None = None,
    mistakes: Iterable[tuple[Callable[..., Any], str]] = (),
    **words: Any,
) -> None:
    """Expect a function that gives what a model function gives, on the course's tables and on altered ones.

    Args:
        answer: the learner's function.
        model: a function of the same arguments that is right. Where it returns ``None``, so has the learner's.
        on: what to call both with: a list of arguments, or of tuples where there are several.
        compare: which of the functions of this module compares the two results.
        alter: to catch typed-in results, call both again with every table altered: the column whose numbers are mixed up and
            made smaller, or a function from table to table.
        mistakes: pairs of a wrong function of the same arguments and the sentence for whoever wrote it.
        **words: what else ``compare`` takes, such as ``what``, ``unit`` and ``tolerance``.

    Raises:
        Wrong: if a result differs, or the function raises.
        Stopped: if a call takes more than `SECONDS`.
        BadCheck: if the altered table leaves the model's result as it was, so that nothing is caught.
    """
    cases = [case if isinstance(case, tuple) else (case,) for case in on]

    def run(case: tuple[Any, ...]) -> None:
        right = model(*copy.deepcopy(case))
        if right is None:
            came = call(answer, *case, nothing=True)
            that(came is None, f"For one of the tables there is no result, and `None` is expected; {described(came)} came.")
            return
        known = [(result, sentence) for wrong, sentence in mistakes if (result := wrong(*copy.deepcopy(case))) is not None]
        compare(call(answer, *case), right, mistakes=known, **words)

    for case in cases:
        run(case)
    for case in cases if alter is not None else ():
        other = tuple(_altered(part, alter) if isinstance(part, pd.DataFrame) else part for part in case)
        with contextlib.suppress(Wrong):
            compare(model(*copy.deepcopy(case)), model(*copy.deepcopy(other)), **words)
            raise BadCheck(f"Altering {alter} leaves the model's result as it is.")
        try:
            run(other)
        except Wrong as wrong:
            raise type(wrong)(
                "On the course's table your function is right; on the same table with other figures in it, it is not. "
                "Is a result typed in, or a table used that was not passed in?",
                *wrong.args,
            ) from None


def call(function: object, *args: Any, nothing: bool = False) -> Any:
    """Call a learner's function on copies of the arguments and return what it returns.

    Args:
        function: what came as an answer.
        *args: what to call it with.
        nothing: whether ``None`` may be right.

    Raises:
        NotWritten: if there is no function, it returns nothing, or it raises ``NotImplementedError``.
        Stopped: if it takes more than `SECONDS`.
        Wrong: if it is no function, takes other arguments, or raises; the sentence shows the learner's own line.
    """
    _written(function)
    if not callable(function):
        raise Wrong(f"Expected a function; {described(function)} came. Pass the function itself, without brackets and arguments.")
    name = getattr(function, "__name__", "your function")
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        signature = None
    if signature is not None:
        try:
            signature.bind(*args)
        except TypeError:
            raise Wrong(f"`{name}` is called with {_count(len(args), 'argument')}, and it is written as `{name}{signature}`.") from None
    result: Any = None
    try:
        with time_limit(SECONDS):
            result = function(*copy.deepcopy(args))
    except TooSlow:
        raise Stopped(f"`{name}` was stopped after {SECONDS:g} seconds. Is there a loop that never ends?") from None
    except KeyboardInterrupt:
        raise
    except NotImplementedError:
        nothing = False
    except BaseException as error:
        raise Wrong(_raised(name, error)) from None
    if result is ... or (result is None and not nothing):
        raise NotWritten(f"`{name}` gives nothing back. When its lines are written, the last one has to be a `return`.")
    return result


def _altered(table: pd.DataFrame, alter: str | Callable[[pd.DataFrame], pd.DataFrame]) -> pd.DataFrame:
    table = table.copy()
    if callable(alter):
        return alter(table)
    if alter in table.columns:
        # A prime step, so that groups that follow one another do not just change places; smaller, so that per cent stay below 100.
        moved = np.roll(table[alter].to_numpy(), 7) * 0.83
        table[alter] = moved.round() if pd.api.types.is_integer_dtype(table[alter]) else moved
    return table


_NOT_THE_LEARNERS = tuple(str(Path(path).resolve()) for path in {str(Path(__file__).parent), *(sysconfig.get_path(n) for n in ("stdlib", "platstdlib", "purelib", "platlib"))})

_ADVICE = {
    NameError: "Is the name spelt as where it was made, and was that cell run?",
    KeyError: "There is no column or key of that name. `list(table)` shows which there are.",
    AttributeError: "Is the name after the dot spelt right? `list(table)` shows the columns of a table.",
    ZeroDivisionError: "Which value can be zero there?",
    IndexError: "There are fewer items than that; an empty selection has none.",
    RecursionError: "The function calls itself without an end.",
    SystemExit: "Leave `exit()` and `quit()` out: they would close the kernel.",
}


def _raised(name: str, error: BaseException) -> str:
    """Say what a learner's function raised, and in which of the learner's own lines."""
    own = [f for f in traceback.extract_tb(error.__traceback__) if not str(Path(f.filename).resolve()).startswith(_NOT_THE_LEARNERS)]
    where = ""
    if own:
        line = (own[-1].line or linecache.getline(own[-1].filename, own[-1].lineno or 0)).strip()
        where = f" in line {own[-1].lineno} of its cell" + (f", {_code(line)}" if line else "")
    message = str(error).strip().splitlines()
    said = f": {_code(message[0][:160])}" if message else ""
    advice = next((text for kind, text in _ADVICE.items() if isinstance(error, kind)), "")
    return f"`{name}` raised {type(error).__name__}{where}{said}. {advice}".strip()


# Words for values


def shown(value: object, *, text: bool = True) -> str:
    """Return a value as short code for a sentence. With ``text=False`` a string goes without quotation marks, as a name."""
    value = _plain(value)
    if isinstance(value, float):
        return _code("NaN" if math.isnan(value) else f"{value:.10g}")
    if isinstance(value, pd.DataFrame | pd.Series):
        return described(value)
    if isinstance(value, pd.Timestamp):
        return _code(str(value.date()))
    try:
        words = value if isinstance(value, str) and not text else repr(value)
    except Exception:  # a learner's class may not even have a repr
        words = f"<{type(value).__name__}>"
    words = " ".join(words.split())
    return _code(words if len(words) <= 80 else words[:77] + "...")


def listed(values: Iterable[Any], most: int = 8) -> str:
    """Return values as code with commas between them, and the count of those beyond the first few."""
    parts = [shown(value, text=False) for value in values]
    return ", ".join(parts[:most]) + (f" and {len(parts) - most} more" if len(parts) > most else "")


def described(value: object) -> str:
    """Return a phrase for what kind of thing a value is: ``a table of 12 rows``, ``the text 'abc'``, ``the number 3``."""
    if isinstance(value, pd.DataFrame):
        return f"a table of {_count(len(value), 'row')}"
    if isinstance(value, pd.Series):
        return f"a column (a Series) of {_count(len(value), 'value')}"
    if isinstance(value, list | tuple | set | frozenset | dict | np.ndarray | pd.Index):
        name = {"ndarray": "array", "dict": "dictionary"}.get(type(value).__name__, type(value).__name__)
        return f"{'an' if name[0] in 'aeiouAEIOU' else 'a'} {name} of {_count(len(value) if np.ndim(value) or not isinstance(value, np.ndarray) else 1, 'item')}"
    if callable(value):
        return f"a function, {_code(getattr(value, '__name__', '?'))}, that was not called,"
    if isinstance(value, str):
        return f"the text {shown(value)}"
    if isinstance(value, numbers.Number | np.number) and not isinstance(value, bool):
        return f"the number {shown(value)}"
    return shown(value)


def _kind(value: object) -> str:
    return "text" if isinstance(value, str) else "a number" if isinstance(value, numbers.Number) else f"a {type(value).__name__}"


def _code(words: str) -> str:
    """Return words as inline code of Markdown, whatever backticks are in them."""
    fence = "`" * (max((len(run) for run in re.findall("`+", words)), default=0) + 1)
    pad = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{pad}{words}{pad}{fence}" if words else "` `"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


# Values


def _written(answer: object) -> None:
    if answer is None or answer is ... or answer is NotImplemented:
        raise NotWritten("Put your answer in place of `...`.")


def _plain(value: Any) -> Any:
    """Return numpy's scalars as Python's own."""
    return value.item() if isinstance(value, np.generic) and not isinstance(value, np.datetime64 | np.timedelta64) else value


def _missing(value: object) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float | np.floating) and math.isnan(value))


def _hashable(value: Any) -> Any:
    if _missing(value):
        return None
    try:
        hash(value)
    except TypeError:
        return str(value)
    return value


def _same(one: Any, other: Any, tolerance: float | None) -> bool:
    if _missing(one) or _missing(other):
        return _missing(one) and _missing(other)
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, numbers.Real) and isinstance(other, numbers.Real):
        return abs(float(one) - float(other)) <= (1e-9 + 1e-6 * abs(float(other)) if tolerance is None else tolerance)
    try:
        return type(one) is type(other) and bool(one == other)
    except Exception:  # whatever a learner put into a table
        return False
