"""The recipes of the Makefile where something is missing or goes wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import REPOSITORY

TOOLS = ("make", "sh", "sed", "touch", "test", "find", "grep", "rm", "cp", "python3")


@pytest.fixture
def house(tmp_path) -> Path:
    """A folder with the Makefile and an environment that counts as made; its programs do nothing."""
    shutil.copy(REPOSITORY / "Makefile", tmp_path)
    for name in ("requirements.txt", "requirements-dev.txt", "pyproject.toml"):
        (tmp_path / name).touch()
    for name in ("src", "data", "exercises", "tools"):
        (tmp_path / name).mkdir()
    for name in ("shared-future", "jupyter-book", "playwright", "python"):
        program(tmp_path / ".venv" / "bin" / name, "exit 0")
    (tmp_path / ".venv" / ".stamp").touch()
    return tmp_path


def program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def make(house: Path, target: str, path: str = os.environ["PATH"], **values: str) -> subprocess.CompletedProcess[str]:
    words = [f"{name}={value}" for name, value in values.items()]
    return subprocess.run([shutil.which("make"), target, *words], cwd=house, env={"PATH": path, "HOME": str(house)}, capture_output=True, text=True, timeout=60)


def bare(house: Path) -> str:
    """A search path with the few tools that a recipe needs, as a user who may not install."""
    for tool in TOOLS:
        (house / "tools" / tool).symlink_to(shutil.which(tool))
    program(house / "tools" / "id", "echo 1000")
    return str(house / "tools")


def test_a_build_that_fails_leaves_the_last_good_book(house):
    good = house / "_build" / "html" / "index.html"
    good.parent.mkdir(parents=True)
    good.write_text("good")
    program(house / ".venv" / "bin" / "jupyter-book", "exit 1")
    assert make(house, "book").returncode != 0
    assert good.read_text() == "good"


def test_data_that_fail_stop_the_build_before_it_starts(house):
    program(house / ".venv" / "bin" / "shared-future", "echo data/events.csv, row 3 >&2; exit 1")
    program(house / ".venv" / "bin" / "jupyter-book", "touch started")
    result = make(house, "book")
    assert result.returncode != 0
    assert "data/events.csv, row 3" in result.stderr
    assert not (house / "started").exists()


@pytest.mark.parametrize(("missing", "package"), [("chromium", "chromium"), ("driver", "libatomic1")])
def test_what_the_browser_tests_need_is_named_where_it_may_not_be_installed(missing, package, house):
    if missing == "driver":
        program(house / ".venv" / "bin" / "playwright", "exit 127")
    result = make(house, "browser", bare(house))
    assert result.returncode != 0
    assert result.stderr.splitlines()[0] == (
        f"The package {package} is missing: install it with your system's package manager (on Debian: apt install {package}) and run make again."
    )


def test_an_old_python_is_refused_in_one_sentence(house):
    (house / ".venv" / ".stamp").unlink()
    program(house / "old", 'exec python3 -c "import sys; sys.version_info = (3, 9); sys.version = \'3.9.2\'; exec(sys.argv[1])" "$2"')
    result = make(house, "book", PYTHON="./old")
    assert result.returncode != 0
    assert result.stderr.splitlines()[0] == "The course needs Python 3.11 or later; this is 3.9.2."
