"""Every exercise of the book: the solution passes, the starter does not, and each likely mistake gets a sentence of its own."""

from __future__ import annotations

import ast
import json
import re
import runpy
from functools import cache
from itertools import combinations

import nbformat
import numpy as np
import pandas as pd
import pytest
from conftest import REPOSITORY

import shared_future as sf
from shared_future import expect
from shared_future.authoring.exercises import NOTEBOOK, Chapter, Task, notebooks, outdated

BOOK = {path.relative_to(REPOSITORY / "book").with_suffix("").as_posix(): path for path in sorted((REPOSITORY / "book").glob("*/*.md"))}
LABELS = {label: name for name, path in BOOK.items() for label in re.findall(r"^```\{exercise-start\}.*\n:label: (\S+)", path.read_text(encoding="utf-8"), re.MULTILINE)}
"""Every exercise of the book with its chapter."""

every_exercise = pytest.mark.parametrize("label", LABELS)
every_chapter = pytest.mark.parametrize("name", dict.fromkeys(LABELS.values()))


@cache
def chapter(name: str) -> Chapter:
    return Chapter.read(BOOK[name], REPOSITORY)


def task(label: str) -> Task:
    return next(task for task in chapter(LABELS[label]).exercises if task.label == label)


@cache
def learners_cells(name: str) -> list[dict]:
    return json.loads(notebooks(REPOSITORY, [name])[REPOSITORY / "exercises" / name / NOTEBOOK])["cells"]


def run(sources: list[str]) -> tuple[list[object], dict]:
    """Run cells one after the other; return the values that expressions on a line of their own have, and the names defined."""
    values: list[object] = []
    names: dict = {}
    for source in sources:
        for node in ast.parse(source).body:
            if isinstance(node, ast.Expr):
                values.append(eval(compile(ast.Expression(node.value), "cell", "eval"), names))
            else:
                exec(compile(ast.Module([node], []), "cell", "exec"), names)
    return values, names


@cache
def solved(label: str) -> tuple[list[expect.Wrong], object]:
    """Return what the solution's checks said, and the answer that it gave last."""
    name, own = LABELS[label], task(label)
    answers: list[object] = []
    results = []

    def check(exercise_id: str, answer: object) -> object:
        answers.append(answer)
        results.append(sf.exercise_check(exercise_id, answer))
        return results[-1]

    code = [chapter(name).imports, *(block.body for starter in (True, False) for block in own.code(starter=starter))]
    sf.exercise_check, sf.check = sf.check, check
    try:
        run(code)
    finally:
        sf.check = sf.exercise_check
        del sf.exercise_check
    return results, answers[-1] if answers else None


@every_exercise
def test_solution_passes(label):
    results, _ = solved(label)
    checks = sf.exercise.load_checks(REPOSITORY / "exercises" / LABELS[label] / "checks.py")
    assert all(result.passed for result in results), "\n".join(map(str, results))
    assert results or checks[label].rubric, "the solution checks nothing"


@every_exercise
def test_starter_is_not_written_yet(label):
    cells = [cell for cell in learners_cells(LABELS[label]) if cell["cell_type"] == "code" and cell["id"].startswith(("imports", f"{label}-"))]
    values, _ = run(["".join(cell["source"]) for cell in cells if not cell["id"].endswith("-hint")])
    assert values[-1].state == "not-written", values[-1]
    assert "Not written yet" in str(values[-1])


@every_exercise
def test_likely_mistakes_get_sentences_of_their_own(label):
    wrong = runpy.run_path(str(REPOSITORY / "tests" / "exercises" / f"{LABELS[label]}.py"))["WRONG"]
    assert len(wrong.get(label, ())) >= 3
    said = []
    for answer, phrase in wrong[label]:
        result = sf.check(label, answer)
        assert result.state in ("wrong", "not-written", "stopped"), f"{answer!r}: {result}"
        assert phrase in str(result), f"{answer!r}: {result}"
        said.append(str(result))
    assert not [pair for pair in combinations(said, 2) if pair[0] == pair[1]]


@every_exercise
def test_loop_without_end_is_stopped(label, monkeypatch):
    _, answer = solved(label)
    monkeypatch.setattr(expect, "SECONDS", 0.1)

    def endless(*_):
        while True:
            try:
                1 / 0
            except:  # noqa: E722
                pass

    result = sf.check(label, endless)
    assert result.state == ("stopped" if callable(answer) else "wrong"), result


JUNK = [
    None, ..., True, 0, -1.5, float("nan"), float("inf"), pd.NA, np.int64(3), "", "12.5", "China", b"x", 2j, object(), [], [None], [[1]], {}, {"a": 1}, set(),
    np.zeros((2, 2)), pd.DataFrame(), pd.DataFrame({"a": [1]}), pd.Series(dtype=float), pd.Series([1.0]), range(3), (n for n in ()), int, print,
    lambda: 1, lambda *_: None, lambda *_: "12.5", lambda *_: pd.DataFrame(), lambda *_: 1 / 0,
]  # fmt: skip


@every_exercise
def test_nothing_wrong_passes_and_nothing_stumbles(label):
    results = {repr(answer): sf.check(label, answer) for answer in JUNK}
    assert not {answer: str(result) for answer, result in results.items() if result.state not in ("wrong", "not-written")}


@every_chapter
def test_learners_notebook_is_valid_and_up_to_date(name):
    assert not outdated(REPOSITORY, [name]), "run: shared-future exercises"
    nbformat.validate(nbformat.reads((REPOSITORY / "exercises" / name / NOTEBOOK).read_text(encoding="utf-8"), as_version=4))


@every_chapter
def test_learners_notebook_holds_no_line_of_a_solution(name):
    # Read with other means than those that made the notebook.
    text = BOOK[name].read_text(encoding="utf-8")
    solutions = re.findall(r"^```\{solution-start\}.*?\n```\n(.*?)^```\{solution-end\}", text, re.MULTILINE | re.DOTALL)
    starters = "\n".join(re.findall(r"^:tags: \[starter\]\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
    copy = (REPOSITORY / "exercises" / name / NOTEBOOK).read_text(encoding="utf-8")
    held = {line.strip() for cell in json.loads(copy)["cells"] for line in "".join(cell["source"]).splitlines()}
    lines = {line.strip() for solution in solutions for line in solution.splitlines()}
    assert solutions
    assert not [line for line in lines & held if len(line) > 15 and line not in starters and not line.startswith(("sf.check(", "import ", "from "))]


def test_no_exercise_without_a_chapter():
    notebooks(REPOSITORY)
    assert len(set(LABELS)) == sum(len(chapter(name).exercises) for name in set(LABELS.values()))
