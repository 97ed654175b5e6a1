"""``make chapter``: the templates in CONTRIBUTING start a chapter that the course's own checks accept."""

from __future__ import annotations

import shutil

import pytest
from conftest import REPOSITORY

from shared_future.authoring.chapter import start
from shared_future.authoring.exercises import notebooks
from shared_future.bank import read_bank
from shared_future.errors import DataError

NAME = "advocacies/security"


@pytest.fixture
def copy(tmp_path):
    """A repository with nothing but the contributors' guide and an empty shelf."""
    shutil.copy(REPOSITORY / "CONTRIBUTING.md", tmp_path)
    return tmp_path


def test_started_chapter_has_title_bank_and_checks(copy):
    chapter, bank, checks = start(NAME, copy)
    text = chapter.read_text(encoding="utf-8")
    assert "# Shared security\n" in text
    assert f'sf.quiz("{NAME}")' in text
    assert "CHAPTER" not in text + bank.read_text(encoding="utf-8") + checks.read_text(encoding="utf-8")
    assert len(read_bank(bank).questions) == 3
    assert "sf.hint" in notebooks(copy, [NAME])[copy / "exercises" / NAME / "exercises.ipynb"]


@pytest.mark.parametrize("name", ["advocacies/no-such-chapter", "security", "", "../advocacies/security"])
def test_unplanned_chapter_is_refused_with_what_is_allowed(name, copy):
    with pytest.raises(DataError, match=rf'name "{name}" is no chapter of data/chapters.csv; allowed: .*{NAME}'):
        start(name, copy)
    assert [path.name for path in copy.iterdir()] == ["CONTRIBUTING.md"]


def test_nothing_is_overwritten_and_nothing_half_written(copy):
    own = copy / "data" / "questions" / f"{NAME}.yml"
    own.parent.mkdir(parents=True)
    own.write_text("mine")
    with pytest.raises(DataError, match=f"data/questions/{NAME}.yml would be overwritten"):
        start(NAME, copy)
    assert own.read_text() == "mine"
    assert not (copy / "book").exists()
