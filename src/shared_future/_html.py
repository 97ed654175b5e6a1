"""What every component shares: where it is being shown, and the style and script that go with it."""

from __future__ import annotations

import difflib
import html
import os
import re
from functools import cache
from importlib.resources import files

BOOK_VARIABLE = "SHARED_FUTURE_BOOK"
"""Set by the book's Sphinx extension before it starts a kernel. Kernels inherit it."""


def in_book() -> bool:
    """Whether the cell is being run to build the static book, where no kernel will answer later."""
    return os.environ.get(BOOK_VARIABLE) == "1"


_UNPRINTABLE = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
CHINESE = re.compile("[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]+")


def escape(value: str) -> str:
    """Return text as markup that shows it and nothing else, in an element or a quoted attribute.

    Characters that XML forbids are left out, so that the page stays well-formed.
    """
    return html.escape(_UNPRINTABLE.sub("", value))


def prose(value: str) -> str:
    """Return text as markup, as :func:`escape` does, with every run of Chinese marked as such for voices and fonts."""
    return CHINESE.sub(lambda run: f'<span lang="zh-Hans">{run[0]}</span>', escape(value))


@cache
def _sources() -> dict[str, dict[str, str]]:
    from .data import load  # here, for data needs nothing of this module and most pages need no bibliography

    return load("sources").set_index("key")[["label", "title", "url"]].to_dict("index")


def citation(key: str, *, full: bool = False) -> str:
    """Return a link, ``Xinhua 2015``, to the entry on the book's page of sources, or in a notebook to the source itself.

    Args:
        key: of an entry of ``references.bib``.
        full: whether the link also says the title, ``Xinhua 2015: Remarks at ...``.

    Raises:
        DataError: if the bibliography has no such key.
    """
    from .errors import DataError

    source = _sources().get(key)
    if not source:
        near = difflib.get_close_matches(key, _sources(), n=3)
        raise DataError(f"data/references.bib has no source {key}" + (f"; did you mean {', '.join(near)}?" if near else "."))
    words = prose(f"{source['label']}: {source['title']}" if full else source["label"])
    href = f"../reference/sources.html#cite-{key}" if in_book() else source["url"]
    away = "" if in_book() else ' target="_blank" rel="noopener"'  # a notebook must not be left
    # JupyterLab would take keys typed on a link for its own.
    return f'<a href="{escape(href)}"{away} data-lm-suppress-shortcuts="true">{words}</a>' if href else words


@cache
def asset(name: str) -> str:
    """Return the text of ``shared_future/assets/<name>``.

    Raises:
        FileNotFoundError: if the package has no such asset.
    """
    return (files("shared_future") / "assets" / name).read_text(encoding="utf-8")


def with_assets(markup: str, *components: str) -> str:
    """Return ``markup`` with the styles and scripts of the named components.

    In the book the page loads them once, as files; in a notebook each output has to carry its own.

    Args:
        markup: the component's HTML, complete without script.
        components: names such as ``"timeline"``; ``timeline.css`` and ``timeline.js`` are added where the package has them.
    """
    if in_book():
        return markup
    names = {entry.name for entry in (files("shared_future") / "assets").iterdir()}
    styles = [asset("tokens.css")] + [asset(f"{c}.css") for c in components if f"{c}.css" in names]
    scripts = [asset(f"{c}.js") for c in components if f"{c}.js" in names]
    style = f"<style>{''.join(styles)}</style>"
    return markup + style + "".join(f"<script>{script}</script>" for script in scripts)
