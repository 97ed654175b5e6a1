"""What all tests share: where the repository is, which pages the book has, and the book as built."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

REPOSITORY = Path(__file__).resolve().parents[1]
TOC = yaml.safe_load((REPOSITORY / "_toc.yml").read_text(encoding="utf-8"))
PAGES = [TOC["root"], *(chapter["file"] for part in TOC["parts"] for chapter in part["chapters"])]
"""Every page of the book, in order, as ``book/<part>/<slug>``."""
CHAPTERS = [page.removeprefix("book/") for page in PAGES if page.count("/") == 2 and page.split("/")[1] not in ("start", "reference")]
"""Every chapter that is written, as ``<part>/<slug>``."""


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built book. ``make test`` builds it first."""
    folder = REPOSITORY / "_build" / "html"
    assert (folder / "index.html").exists(), "The book is not built: run make book first, or make test, which does it."
    return folder
