"""How chapters are run: for the book, and again when something that they read has changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging

from shared_future._html import BOOK_VARIABLE

LOGGER = logging.getLogger(__name__)


def setup(app: Sphinx) -> None:
    """Register with Sphinx, and tell the kernels that they run for the book."""
    os.environ[BOOK_VARIABLE] = "1"
    KernelManager.transport_encryption.default_value = "auto"  # without it every kernel warns of eavesdroppers
    NotebookClient.shutdown_kernel.default_value = "immediate"  # a kernel that is asked to stop now and then prints a traceback on its way out
    app.add_config_value("course_extension", "", "env", str)  # a page is read again, too, when this code has changed
    app.connect("config-inited", _note_version)
    app.connect("source-read", _refuse_skipped_cells)
    app.connect("doctree-read", _note_dependencies)


def read_by(docname: str, root: Path) -> Iterator[Path]:
    """Yield the files that the cells of a page may read: the contents, every table, all of the package, and what belongs to the page.

    Args:
        docname: the page, such as ``book/principles/cyber-sovereignty``.
        root: the repository.
    """
    yield root / "_toc.yml"  # the box at a chapter's head links to the chapters that are written
    yield from (root / "src" / "shared_future").rglob("*.py")
    yield from (path for path in (root / "data").glob("*") if path.is_file())
    chapter = docname.removeprefix("book/")
    questions = root / "data" / "questions"
    if (own := questions / f"{chapter}.yml").exists():
        yield own
        yield from (root / "exercises" / chapter).glob("*.py")
    else:  # a page outside the chapters may draw on the whole bank
        yield from questions.rglob("*.yml")


def _note_version(app: Sphinx, config: Config) -> None:
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parents[1].rglob("*.py")))
    config.course_extension = hashlib.sha256(code).hexdigest()


def _refuse_skipped_cells(app: Sphinx, docname: str, source: list[str]) -> None:
    if "remove-cell" in source[0]:
        LOGGER.warning("a cell tagged remove-cell is not run when the book is built: use remove-input", location=docname)


def _note_dependencies(app: Sphinx, doctree: nodes.document) -> None:
    if "kernelspec" in app.env.metadata[app.env.docname]:
        for path in read_by(app.env.docname, Path(app.srcdir)):
            app.env.note_dependency(str(path))
