"""A cell that raises: one warning that names the place in the chapter and what went wrong, in place of a traceback."""

from __future__ import annotations

import re
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

LOGGER = logging.getLogger(__name__)
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
ERROR = re.compile(r"^(?=\w[\w.]*(?:Error|Exception|Interrupt|Exit)\b)", re.MULTILINE)
PLACE = re.compile(r"Cell In\[(\d+)\], line (\d+)")
CELL = re.compile(r"^`{3}\{code-cell\}.*?\n(?::.*\n)*", re.MULTILINE)


def setup(app: Sphinx) -> None:
    """Register with Sphinx."""
    app.connect("doctree-read", _warn)


def _warn(app: Sphinx, doctree: nodes.document) -> None:
    run = app.env.nb_metadata[app.env.docname].get("exec_data") or {}
    if run.get("succeeded", True):
        return
    traceback = COLOURS.sub("", run.get("traceback") or "")
    said = ERROR.split(traceback)[-1].split("\n") if traceback.strip() else ["the kernel gave no reason"]
    text = Path(app.env.doc2path(app.env.docname)).read_text(encoding="utf-8")
    LOGGER.warning("a cell raises: %s", " ".join(" ".join(said).split()), location=(app.env.docname, line_of(traceback, text)))


def line_of(traceback: str, text: str) -> int | None:
    """Return the line of the chapter at which a cell raised.

    Args:
        traceback: as IPython prints it, without colours.
        text: the chapter's source.
    """
    cells = list(CELL.finditer(text))
    place = PLACE.search(traceback)
    if not place or int(place[1]) > len(cells):
        return None
    return text.count("\n", 0, cells[int(place[1]) - 1].end()) + int(place[2])
