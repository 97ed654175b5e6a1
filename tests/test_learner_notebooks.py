"""Learners' notebooks are made of the chapters: all that a learner needs, nothing of the solution, the same bytes every time."""

from __future__ import annotations

import json
import re
from pathlib import Path

import nbformat
import pytest

from shared_future.authoring.exercises import notebooks
from shared_future.cli import main

CHAPTER = '''---
jupytext:
  text_representation: {format_name: myst}
---

# Fair *shares*

```{code-cell} ipython3
import pandas as pd
import shared_future as sf
shares = [1, 2]
```

## Exercises

```{exercise-start} Count the shares
:label: fair-count
```
*10 minutes. Trains: count.*

There are {eval}`len(shares)` {term}`shares <share>` {cite}`xinhua-2015-wuzhen-speech`, see {doc}`other` and {abbr}`WIC (World Internet Conference)`.
[Here](other.md) and [there](https://example.org) stands [网络]{lang=zh-Hans}, says {cite:t}`xinhua-2015-wuzhen-speech`.

% A comment.
(a-target)=
```{note}
Mind the {term}`gap`.
```

```{code-cell} ipython3
:tags: [starter]
def count(shares):
    ...
```

Think first.
```{exercise-end}
```

```{solution-start} fair-count
:class: dropdown
```
The length of the list is what is asked for, whoever owns them.

```{code-cell} ipython3
def count(shares):
    return len(list(shares))

import math
sf.check("fair-count", count)
```
```{solution-end}
```

```{exercise-start} Argue
:label: fair-argue
```
*5 minutes for a draft. Trains: count, weigh.*

Write.
```{code-cell} ipython3
:tags: [starter]
words = 100
text = """
"""
```
```{exercise-end}
```
```{solution-start} fair-argue
```
One side says that shares should be equal because people are.
```{solution-end}
```

```{code-cell} ipython3
shares = [1, 2, 3]
```
'''
CHECKS = """
from shared_future.exercise import exercise, expect

@exercise("fair-count", hints=("Count.",))
def count(answer):
    expect.function(answer, len, on=[[1, 2]], what="the count")

@exercise("fair-argue", hints=("Begin.",), rubric=((1, "It argues."),))
def argue(answer):
    expect.text(answer, words=(1, 9))
"""


@pytest.fixture
def course(tmp_path, monkeypatch) -> Path:
    """A repository of one chapter and a neighbour without exercises; the current folder."""
    for name, text in {
        "book/part/fair.md": CHAPTER,
        "book/part/other.md": "# Another page\n",
        "exercises/part/fair/checks.py": CHECKS,
        "data/questions/part/fair.yml": "objectives: {count: Count what there is., weigh: Weigh it.}\n",
        "_config.yml": 'repository:\n  url: ""\n',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def change(course: Path, file: str, old: str, new: str) -> None:
    text = (course / file).read_text(encoding="utf-8")
    assert old in text
    (course / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def cells(course: Path) -> dict[str, str]:
    (text,) = notebooks(course).values()
    return {cell["id"]: "".join(cell["source"]) for cell in json.loads(text)["cells"]}


def test_a_learner_gets_introduction_imports_and_for_each_exercise_statement_starter_check_and_hint(course):
    made = cells(course)
    assert list(made) == [
        "introduction", "imports",
        "fair-count-title", "fair-count-text-1", "fair-count-code-2", "fair-count-text-3", "fair-count-check", "fair-count-hint",
        "fair-argue-title", "fair-argue-text-1", "fair-argue-code-2", "fair-argue-check", "fair-argue-hint",
    ]  # fmt: skip
    assert made["introduction"].startswith("# Exercises: Fair *shares*\n\n2 exercises, about 15 minutes")
    assert made["imports"] == "import pandas as pd\nimport shared_future as sf"
    assert made["fair-count-title"] == "## Exercise 1: Count the shares\n\n*10 minutes.* What you practise: Count what there is."
    assert made["fair-argue-title"].endswith("*5 minutes for a draft.* What you practise: Count what there is. Weigh it.")
    assert made["fair-count-code-2"] == "def count(shares):\n    ..."
    assert made["fair-count-text-3"] == "Think first."
    assert made["fair-count-check"] == 'sf.check("fair-count", count)'
    assert made["fair-count-hint"] == 'sf.hint("fair-count")'


def test_open_question_is_checked_by_the_last_name_of_its_starter(course):
    assert cells(course)["fair-argue-check"] == 'sf.check("fair-argue", text)'


def test_statement_is_plain_markdown(course):
    text = cells(course)["fair-count-text-1"]
    first, second, *rest = text.splitlines()
    assert re.fullmatch(r"There are 2 shares \(\[Xinhua 2015\w?\]\(http\S+\)\), see \*Another page\* and WIC \(World Internet Conference\)\.", first)
    assert re.fullmatch(r"Here and \[there\]\(https://example\.org\) stands 网络, says \[Xinhua 2015\w?\]\(http\S+\)\.", second)
    assert rest == ["", "> **Note**", ">", "> Mind the gap."]


def test_nothing_of_a_solution_is_left(course):
    (text,) = notebooks(course).values()
    assert "len(list" not in text and "whoever owns" not in text and "equal because" not in text


def test_notebook_is_valid_empty_of_output_and_the_same_every_time(course):
    ((path, text),) = notebooks(course).items()
    assert path == course / "exercises/part/fair/exercises.ipynb"
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    assert not [cell for cell in notebook.cells if cell.get("outputs") or cell.get("execution_count")]
    assert text == notebooks(course)[path] and text.endswith("}\n")
    assert text == json.dumps(json.loads(text), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def test_colab_line_comes_with_the_repositorys_address(course):
    assert "Colab" not in "".join(cells(course).values())
    change(course, "_config.yml", '""', "https://example.org/course")
    assert "\n# %pip install -q git+https://example.org/course\n" in cells(course)["imports"]


# The command


def test_command_writes_and_then_has_nothing_to_do(course, capsys):
    assert main(["exercises"]) == 0
    assert "Wrote exercises/part/fair/exercises.ipynb" in capsys.readouterr().out
    assert main(["exercises", "--check"]) == 0
    assert main(["exercises"]) == 0
    assert capsys.readouterr().out == ""


def test_check_reports_drift_and_writes_nothing(course, capsys):
    main(["exercises"])
    notebook = course / "exercises/part/fair/exercises.ipynb"
    before = notebook.read_bytes()
    change(course, "book/part/fair.md", "Think first.", "Think twice.")
    assert main(["exercises", "--check"]) == 1
    assert "exercises/part/fair/exercises.ipynb" in capsys.readouterr().err
    assert notebook.read_bytes() == before


def test_one_bad_chapter_and_nothing_is_written(course, capsys):
    (course / "book/part/unfair.md").write_text(CHAPTER.replace("fair-", "unfair-"), encoding="utf-8")
    assert main(["exercises"]) == 1
    assert "exercises/part/unfair/checks.py: missing; it has to register unfair-count, unfair-argue" in capsys.readouterr().err
    assert not list(course.rglob("*.ipynb")) and not list(course.rglob("*.tmp"))
    assert main(["exercises", "part/fair"]) == 0
    assert [path.parent.name for path in course.rglob("*.ipynb")] == ["fair"]


def test_unknown_chapter_names_those_there_are(course, capsys):
    assert main(["exercises", "part/fare"]) == 1
    assert "part/fare" in (said := capsys.readouterr().err) and "part/fair" in said


FILE, CHECKS_FILE = "book/part/fair.md", "exercises/part/fair/checks.py"
MISTAKES = {
    "no solution": (FILE, "```{solution-start} fair-argue\n```", "", "{solution-end} without a {solution-start}"),
    "solution of nothing": (FILE, "{solution-start} fair-argue", "{solution-start} fair-arge", "line 69: {solution-start} fair-arge: no exercise before it has that label"),
    "two solutions": (FILE, "{solution-start} fair-argue", "{solution-start} fair-count", "has a solution already"),
    "not closed": (FILE, "```{exercise-end}\n```\n\n```{solution", "```{solution", "line 37: {solution-start} while the exercise of line 16 has no {exercise-end} yet"),
    "never closed": (FILE, "people are.\n```{solution-end}\n```", "people are.", "the solution that begins here has no {solution-end}"),
    "not gated": (FILE, "```{exercise-start} Argue", "```{exercise} Argue", "use {exercise-start}"),
    "no label": (FILE, ":label: fair-argue\n", "", "needs a :label:"),
    "label twice": (FILE, ":label: fair-argue", ":label: fair-count", "that no other has"),
    "no minutes": (FILE, "*10 minutes. Trains: count.*", "Ten minutes.", "line 16: fair-count has to begin with a line like *15 minutes."),
    "no objective": (FILE, "Trains: count.*", "Trains: counting.*", "trains counting, which is no objective; allowed: count, weigh"),
    "no starter": (FILE, ":tags: [starter]\ndef", "def", "fair-count has no code cell with the tag starter"),
    "no check line": (FILE, 'sf.check("fair-count", count)', "", 'does not end in sf.check("fair-count", ...)'),
    "check of another name": (FILE, 'sf.check("fair-count", count)', 'sf.check("fair-count", counted)', "nothing that the starter of fair-count defines, which is count"),
    "no check": (CHECKS_FILE, '"fair-argue"', '"fair-argument"', f"line 55: {CHECKS_FILE} has no check for fair-argue; it has fair-count, fair-argument"),
    "check of nothing": (CHECKS_FILE, '"fair-argue"', '"fair-argument"', f"{CHECKS_FILE}: fair-argument is no exercise of the chapter, which has fair-count, fair-argue"),
    "broken checks": (CHECKS_FILE, "def argue", "def argue(", f"{CHECKS_FILE}: SyntaxError"),
    "no Python": (FILE, "    return len(list(shares))", "    return len(list(shares)", "line 47: the code cell is no Python"),
    "no Python in a starter": (FILE, "def count(shares):\n    ...", "def count(shares:\n    ...", "line 32: the code cell is no Python"),
    "leaking code": (FILE, "Think first.", "Try `return len(list(shares))`.", "line 47: a line of the solution of fair-count is in the learner's notebook as well"),
    "leaking prose": (FILE, "Think first.", "The length of the list is what is asked for, whoever owns them.", "line 43: a line of the solution of fair-count"),
    "unknown role": (FILE, "{term}`gap`", "{menuselection}`gap`", "line 27: a learner's notebook cannot draw the role {menuselection}"),
    "unknown directive": (FILE, "```{note}", "```{mermaid}", "line 26: a learner's notebook cannot draw {mermaid}"),
    "unknown source": (FILE, "`xinhua-2015-wuzhen-speech`", "`xinhua-2015-wuzhen-speach`", "line 21: data/references.bib has no source xinhua-2015-wuzhen-speach; did you mean xinhua-2015-wuzhen-speech"),
    "unknown page": (FILE, "{doc}`other`", "{doc}`others`", "points at others"),
    "bare reference": (FILE, "{doc}`other`", "{ref}`other`", "needs words of its own"),
    "broken number": (FILE, "`len(shares)`", "`len(nothing)`", "line 21: {eval}`len(nothing)` raised NameError"),
    "no import": (FILE, "import shared_future as sf\n", "", "imports shared_future"),
    "no objectives": ("data/questions/part/fair.yml", "objectives", "aims", "data/questions/part/fair.yml: the objectives"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes_are_named_with_file_and_line(course, capsys, name):
    file, old, new, phrase = MISTAKES[name]
    change(course, file, old, new)
    assert main(["exercises"]) == 1
    said = capsys.readouterr().err
    assert phrase in said, said
    assert all(line.startswith((FILE, CHECKS_FILE, "data/")) for line in said.splitlines())
    assert not list(course.rglob("*.ipynb"))


@pytest.mark.parametrize("label", ["Fair_argue", "fair" * 13])
def test_label_has_to_be_fit_for_a_cell_id(course, capsys, label):
    (course / FILE).write_text(CHAPTER.replace("fair-argue", label), encoding="utf-8")
    assert main(["exercises"]) == 1
    assert f"the label {label} has to be small letters" in capsys.readouterr().err


def test_checks_without_a_chapter_are_reported(course, capsys):
    (course / "book/part/fair.md").write_text("# Without exercises\n", encoding="utf-8")
    assert main(["exercises"]) == 1
    assert "exercises/part/fair/checks.py: no chapter of that name has exercises" in capsys.readouterr().err
