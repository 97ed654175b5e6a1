"""Every chapter and every learner's notebook runs in a real kernel of the learner's environment, with no repository around it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import CHAPTERS, REPOSITORY

LAB_PYTHON = REPOSITORY / ".venv-lab" / "bin" / "python"
RUNNER = Path(__file__).with_name("run_notebook.py")


def run(notebook: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    assert LAB_PYTHON.exists(), "The learner's environment is missing: run make test, which makes it."
    copy = shutil.copy(notebook, folder)
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("SHARED_FUTURE", "PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run([LAB_PYTHON, RUNNER, copy, folder], capture_output=True, text=True, timeout=300, env=environment)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_chapter_runs_alone(chapter, tmp_path):
    result = run(REPOSITORY / "book" / f"{chapter}.md", tmp_path)
    assert result.returncode == 0, result.stderr[-3000:]
    shown = {mime for cell in json.loads(result.stdout) for output in cell for mime in output}
    assert "text/html" in shown
    assert "application/vnd.vegalite.v5+json" in shown, "the figure is not interactive in a notebook"


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_learner_notebook_runs_as_handed_out(chapter, tmp_path):
    result = run(REPOSITORY / "exercises" / chapter / "exercises.ipynb", tmp_path)
    assert result.returncode == 0, result.stderr[-3000:]


def test_a_cell_that_raises_is_reported(tmp_path):
    bad = tmp_path / "source" / "bad.md"
    bad.parent.mkdir()
    bad.write_text("---\nkernelspec:\n  name: python3\n  display_name: Python 3\n---\n\n```{code-cell}\n1 / 0\n```\n")
    result = run(bad, tmp_path)
    assert result.returncode == 1
    assert "ZeroDivisionError" in result.stderr


def test_the_package_is_the_installed_copy(tmp_path):
    where = subprocess.run(
        [LAB_PYTHON, "-c", "import shared_future.data as d; print(d.root('data')); print(d.root('exercises'))"], capture_output=True, text=True, cwd=tmp_path
    ).stdout.split()
    assert len(where) == 2
    assert all("site-packages" in path for path in where)
    assert sys.prefix != str(LAB_PYTHON.parents[1])
