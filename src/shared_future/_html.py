"""What every component shares: where it is being shown, and the style and script that go with it."""

from __future__ import annotations

import os
from functools import cache
from importlib.resources import files

BOOK_VARIABLE = "SHARED_FUTURE_BOOK"
"""Set by the book's Sphinx extension before it starts a kernel. Kernels inherit it."""


def in_book() -> bool:
    """Whether the cell is being run to build the static book, where no kernel will answer later."""
    return os.environ.get(BOOK_VARIABLE) == "1"


@cache
def asset(name: str) -> str:
    """Return the text of ``shared_future/assets/<name>``.

    Raises:
        FileNotFoundError: if the package has no such asset.
    """
    return (files("shared_future") / "assets" / name).read_text(encoding="utf-8")


def with_assets(html: str, *components: str) -> str:
    """Return ``html`` with the styles and scripts of the named components.

    In the book the page loads them once, as files; in a notebook each output has to carry its own.

    Args:
        html: the component's markup, complete without script.
        components: names such as ``"timeline"``; ``timeline.css`` and ``timeline.js`` are added where the package has them.
    """
    if in_book():
        return html
    names = {entry.name for entry in (files("shared_future") / "assets").iterdir()}
    styles = [asset("tokens.css")] + [asset(f"{c}.css") for c in components if f"{c}.css" in names]
    scripts = [asset(f"{c}.js") for c in components if f"{c}.js" in names]
    style = f"<style>{''.join(styles)}</style>"
    return html + style + "".join(f"<script>{script}</script>" for script in scripts)
