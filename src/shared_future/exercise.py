'''Exercises: check an answer, get a hint, read a rubric; and register the checks that do so.

A learner writes ``sf.check("broadband-gap", gap)`` and ``sf.hint("broadband-gap")``. An author registers the check in
``exercises/<part>/<chapter>/checks.py``, one function for each exercise of the chapter:

    from shared_future import load
    from shared_future.exercise import exercise, expect


    def gap(table, year):
        """The model: its result is what a learner's function is compared with."""
        groups = table[table.year == year].set_index("income_group").value
        return groups["High income"] - groups["Low income"]


    def ratio(table, year):
        """A likely mistake, as a function of the same arguments."""
        groups = table[table.year == year].set_index("income_group").value
        return groups["High income"] / groups["Low income"]


    @exercise(
        "broadband-gap",
        hints=(
            "Look at `table[table.year == year]` first: one row for each group.",
            "With the group as index, `rows.value[\\"High income\\"]` is a single number.",
            "Subtract the low-income group's number from the high-income group's, and return the result.",
        ),
    )
    def broadband_gap(answer):
        expect.function(
            answer, gap,
            on=[(load("fixed_broadband_groups"), 2022), (load("fixed_broadband_groups"), 2015)],
            alter="value",
            what="the gap between the two groups", unit="percentage points",
            mistakes=[(ratio, "You divided one group by the other; a gap in points is a difference.")],
        )
        return "The gap is a difference of two rates, and your function finds it in any year."

The check gets the answer, calls functions of `shared_future.expect`, which raise `Wrong` with a sentence, and may return a
sentence for a right answer. For an open question give ``rubric=((points, criterion), ...)`` and use ``expect.text``; the course
then says plainly that a machine cannot grade the argument, and shows the rubric.
'''

from __future__ import annotations

import contextlib
import difflib
import functools
import re
import runpy
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt

from . import expect
from ._html import in_book, with_assets
from ._limit import Bounded
from .errors import DataError
from .expect import NotWritten, Stopped, Wrong

__all__ = ["Exercise", "NotWritten", "Result", "Stopped", "Wrong", "check", "exercise", "expect", "hint", "rubric"]

Criterion = tuple[int, str]


@dataclass(frozen=True)
class Exercise:
    """A registered check with its hints and, for an open question, its rubric."""

    id: str
    check: Callable[[Any], str | None]
    hints: tuple[str, ...]
    rubric: tuple[Criterion, ...] = ()


def exercise(id: str, *, hints: Sequence[str], rubric: Sequence[Criterion] = ()) -> Callable[[Callable[[Any], str | None]], Exercise]:
    """Register a function as the check of an exercise.

    Args:
        id: the exercise's label in the chapter. Title, minutes and objective stand in the chapter alone.
        hints: sentences that climb from where to look to nearly the answer; three are usual, one is the least.
        rubric: for an open question, pairs of points and what they are given for.

    Returns:
        A decorator for a function of one argument, the answer, that raises `Wrong` or returns a sentence (or nothing).

    Raises:
        ValueError: if there is no hint.
    """
    if isinstance(hints, str) or not hints:
        raise ValueError(f"{id}: hints must be a tuple of at least one sentence.")

    def register(function: Callable[[Any], str | None]) -> Exercise:
        return Exercise(id, function, tuple(hints), tuple(rubric))

    return register


_SIGNS = {
    "passed": "✓ Passed.",
    "met": "✓ Ready to be weighed.",
    "wrong": "✗ Not yet.",
    "not-written": "○ Not written yet.",
    "stopped": "✗ Stopped.",
    "broken": "! The check stumbled.",
    "unknown": "? Unknown exercise.",
    "hint": "→",
    "rubric": "Rubric.",
}


@dataclass(frozen=True)
class Result:
    """What `check`, `hint` and `rubric` say. It shows itself in a notebook and on a page, and prints as text.

    Attributes:
        state: ``passed``, ``met`` (an open question's form), ``wrong``, ``not-written``, ``stopped``, ``broken`` (the check is at
            fault), ``unknown``, ``hint`` or ``rubric``.
        sentences: what is said, in inline Markdown.
        printed: what the learner's code printed, cut to a few lines.
        rubric: the criteria to hold an open answer against.
    """

    state: str
    sentences: tuple[str, ...] = ()
    printed: str = ""
    rubric: tuple[Criterion, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the answer meets all that a machine can check."""
        return self.state in ("passed", "met")

    def __str__(self) -> str:
        first, *rest = self.sentences or ("",)
        lines = [f"{_SIGNS[self.state]} {first}".strip(), *(f"  - {sentence}" for sentence in rest)]
        lines += [f"  {_points(points)}: {criterion}" for points, criterion in self.rubric]
        if self.printed:
            lines += ["  Your code printed:", *(f"    {line}" for line in self.printed.splitlines())]
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        first, *rest = (_inline(sentence) for sentence in self.sentences or ("",))
        html = f"<p><strong>{_SIGNS[self.state]}</strong> {first}</p>"
        if rest:
            html += "<ul>" + "".join(f"<li>{sentence}</li>" for sentence in rest) + "</ul>"
        if self.rubric:
            html += "<ul>" + "".join(f"<li><strong>{_points(p)}:</strong> {_inline(criterion)}</li>" for p, criterion in self.rubric) + "</ul>"
        if self.printed:
            html += f"<p>Your code printed:</p><pre>{escape(self.printed)}</pre>"
        role = "" if self.state == "rubric" else ' role="status"'
        return with_assets(f'<div class="sf-exercise" data-state="{self.state}"{role}>{html}</div>', "exercise")


def _sound_in_book(function: Callable[..., Result]) -> Callable[..., Result]:
    """In the book a reader must not meet a solution that fails or an exercise that does not exist: there the cell raises."""

    @functools.wraps(function)
    def guarded(*arguments: Any, **named: Any) -> Result:
        result = function(*arguments, **named)
        if in_book() and result.state not in ("passed", "met", "hint", "rubric"):
            raise DataError(str(result))
        return result

    return guarded


@_sound_in_book
def check(exercise_id: str, answer: Any) -> Result:
    """Check an answer and say in plain sentences what was expected, what came and what to try. It never raises, but in the book.

    Args:
        exercise_id: as in the chapter, for example ``"broadband-gap"``.
        answer: what the exercise asks for: a number, a list, a table, a function, a dictionary or a text.
    """
    found = _find(exercise_id)
    if isinstance(found, Result):
        return found
    printed = Bounded()
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            praise = found.check(answer)
    except Wrong as wrong:
        return Result(wrong.state, tuple(map(str, wrong.args)), _kept(printed))
    except Exception as error:
        return _broken(error)
    sentences = (praise,) if praise else ()
    if found.rubric:
        total = sum(points for points, _ in found.rubric)
        sentences += (
            "The form is right. Whether the argument holds, no program can grade.",
            f"Hold your text against these criteria yourself, {total} points in all, then read the model outlines in the chapter and look for a point that you would have to answer:",
        )
        return Result("met", sentences, _kept(printed), found.rubric)
    return Result("passed", sentences, _kept(printed))


_hints_given: dict[str, int] = {}


@_sound_in_book
def hint(exercise_id: str) -> Result:
    """Give the next hint of an exercise: one a call, from where to look to nearly the answer.

    Args:
        exercise_id: as in the chapter.
    """
    found = _find(exercise_id)
    if isinstance(found, Result):
        return found
    number = _hints_given.get(exercise_id, 0) + 1
    total = len(found.hints)
    if number > total:
        return Result("hint", (f"There are no more hints; {'these were all' if total > 1 else 'this was the only one'}. The chapter has a solution to compare yours with.", *found.hints))
    _hints_given[exercise_id] = number
    more = "" if number < total else " This is the last one."
    return Result("hint", (f"Hint {number} of {total}: {found.hints[number - 1]}{more}",))


@_sound_in_book
def rubric(exercise_id: str) -> Result:
    """Show the rubric of an open question, the same that `check` shows.

    Args:
        exercise_id: as in the chapter.
    """
    found = _find(exercise_id)
    if isinstance(found, Result):
        return found
    total = sum(points for points, _ in found.rubric)
    words = f"{total} points in all, to be given by yourself or a fellow learner." if found.rubric else "This exercise is checked by the course and has none."
    return Result("rubric", (words,), rubric=found.rubric)


def load_checks(path: Path) -> dict[str, Exercise]:
    """Return the exercises that a ``checks.py`` registers, by id.

    Raises:
        ValueError: if two of them share an id.
    """
    found = [value for value in runpy.run_path(str(path)).values() if isinstance(value, Exercise)]
    ids = [one.id for one in found]
    if len(set(ids)) < len(ids):
        raise ValueError(f"{path}: an exercise id is registered twice: {sorted({i for i in ids if ids.count(i) > 1})}")
    return {one.id: one for one in found}


def _find(exercise_id: str) -> Exercise | Result:
    # Only the file that holds the id is run: one chapter's broken checks do not stop another's.
    from . import data

    where: dict[str, Path] = {}
    for path in sorted(data.root("exercises").glob("*/*/checks.py")):
        for name in re.findall(r"@exercise\(\s*[\"']([^\"']+)", path.read_text(encoding="utf-8")):
            where[name] = path
    if exercise_id not in where:
        near = difflib.get_close_matches(str(exercise_id), where, n=3, cutoff=0.5)
        tail = f"Did you mean {expect.listed(near)}?" if near else "The chapter names its exercises in their check cells."
        return Result("unknown", (f"There is no exercise {expect.shown(exercise_id)}. {tail}",))
    try:
        return load_checks(where[exercise_id])[exercise_id]
    except Exception as error:
        return _broken(error)


def _broken(error: Exception) -> Result:
    frames = [f for f in traceback.extract_tb(error.__traceback__) if Path(f.filename).name == "checks.py"]
    place = f" in line {frames[-1].lineno} of {Path(frames[-1].filename).parent.name}/checks.py" if frames else ""
    message = " ".join(str(error).split())[:300]
    return Result("broken", (f"It could not deal with this answer ({type(error).__name__}{place}: {message}). That is a fault of the course, not yours: please report it.",))


def _kept(printed: Bounded) -> str:
    lines = printed.kept.rstrip().splitlines()
    cut = printed.cut or len(lines) > 8
    return "\n".join(lines[:8] + (["..."] if cut else []))


_markdown = MarkdownIt("commonmark", {"html": False})


def _inline(text: str) -> str:
    return _markdown.renderInline(text)


def _points(points: int) -> str:
    return f"{points} point{'' if points == 1 else 's'}"
