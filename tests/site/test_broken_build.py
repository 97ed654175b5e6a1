"""What an author gets who builds a book with faults in it: every fault in a line of its own, a non-zero exit and no traceback."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import REPOSITORY

HEADER = "---\njupytext:\n  text_representation:\n    extension: .md\n    format_name: myst\nkernelspec:\n  display_name: Python 3\n  language: python\n  name: python3\n---\n\n# Title\n\n"
FAULTS = {
    "quiz": ('import shared_future as sf\nsf.quiz("principles/no-such-quiz")', 16, 'a cell raises: DataError: quiz: chapter "principles/no-such-quiz" has no questions; allowed: '),
    "event": ('import shared_future as sf\n\nsf.events(ids=["no-such-event"])', 17, 'a cell raises: DataError: id: "no-such-event" is not known; the closest are '),
    "paragraph": ('import shared_future as sf\nsf.events(paragraph="IX.9")', 16, "a cell raises: DataError: .*IX.9.*allowed: "),
    "exercise": ('import shared_future as sf\nsf.check("no-such-exercise", 1)', 16, "a cell raises: DataError: .*no exercise .*no-such-exercise"),
    "solution": ('import shared_future as sf\nsf.check("story-of-the-concept-share", 1)', 16, "a cell raises: DataError: "),
    "cell": ("value = 1\nvalue / 0", 16, "a cell raises: ZeroDivisionError: division by zero"),
}
WORDS = {
    "term": ("A {term}`no such term`.", 14, "term not in glossary: 'no such term'"),
    "source": ("Said {cite}`no-such-source`.", 14, 'could not find bibtex key "no-such-source"'),
    "link": ("See [there](no-such-page.md).", 14, "no-such-page.md"),
}


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> str:
    """Build a small book whose every chapter has one fault; return what the build said."""
    folder = tmp_path_factory.mktemp("broken")
    for name in ("data", "exercises", "src", "book", "_config.yml"):
        copy = shutil.copytree if (REPOSITORY / name).is_dir() else shutil.copy
        copy(REPOSITORY / name, folder / name)
    pages = {name: f"```{{code-cell}} ipython3\n{code}\n```\n" for name, (code, _, _) in FAULTS.items()} | {name: f"{text}\n" for name, (text, _, _) in WORDS.items()}
    for name, text in pages.items():
        (folder / "book" / "principles" / f"{name}.md").write_text(HEADER + text, encoding="utf-8")
    files = [*(f"book/principles/{name}" for name in pages), "book/reference/glossary", "book/reference/sources"]
    toc = {"format": "jb-book", "root": "book/index", "parts": [{"caption": "All", "chapters": [{"file": file} for file in files]}]}
    (folder / "_toc.yml").write_text(yaml.safe_dump(toc), encoding="utf-8")
    (folder / "book" / "index.md").write_text(HEADER, encoding="utf-8")
    command = [Path(sys.executable).with_name("jupyter-book"), "build", ".", "--path-output", "_build/work", "--warningiserror", "--nitpick", "--keep-going", "--quiet"]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("SHARED_FUTURE")} | {"PYTHONPATH": str(folder / "src")}
    result = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)
    assert result.returncode != 0, "a broken book counts as built"
    return re.sub(r"\x1b\[[0-9;]*m", "", result.stdout + result.stderr)


@pytest.mark.parametrize("name", [*FAULTS, *WORDS])
def test_fault_is_reported_with_its_place(name, report):
    _, line, said = (FAULTS | WORDS)[name]
    assert re.search(rf"book/principles/{name}\.md:{line}: WARNING: .*{said}", report), report


def test_no_traceback(report):
    assert "Traceback (most recent call last)" not in report
