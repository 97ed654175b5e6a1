"""Styles and scripts: few, small, named after their content, and nothing from elsewhere."""

from __future__ import annotations

import hashlib
import re
import shutil
from functools import cache
from pathlib import Path

from pygments.formatters import HtmlFormatter
from sphinx.application import Sphinx
from sphinx.config import Config

from shared_future.bank import read_banks
from shared_future.practice import script

BOOK = Path(__file__).parents[2] / "assets"
PACKAGE = Path(__file__).parents[3] / "src" / "shared_future" / "assets"

HIGHLIGHTING = {"light": "a11y-high-contrast-light", "dark": "a11y-high-contrast-dark"}
SEARCH = ("documentation_options.js", "doctools.js", "sphinx_highlight.js", "language_data.js", "searchtools.js")
"""Sphinx's own search. Only the search page loads it."""
DESIGN = "sphinx-design.min.css"
"""Cards, grids and tabs. Only the pages that have them load it."""
PRACTICE = "book/reference/practice"
QUESTIONS = "bank"
"""Where the questions of each chapter lie once more, for the page of practice."""


def setup(app: Sphinx) -> None:
    """Register with Sphinx."""
    # A page holds the names of its assets, so all pages are written anew when an asset changes.
    app.add_config_value("course_assets", "", "html", str)
    app.connect("config-inited", _note_version)
    app.connect("builder-inited", _write)
    app.connect("build-finished", _write_questions)
    app.connect("build-finished", _remove_unused, priority=999)


@cache
def files() -> dict[str, str]:
    """Return the book's own assets: file name to text.

    ``book.css`` is everything that a page may need in one file; each component keeps its script to itself.
    """
    highlighting = (
        HtmlFormatter(style=style).get_style_defs(f'html[data-theme="{mode}"] .highlight') for mode, style in HIGHLIGHTING.items()
    )
    components = sorted(path for path in PACKAGE.glob("*.css") if path.name != "tokens.css")
    styles = [PACKAGE / "tokens.css", BOOK / "page.css", *components]
    return {
        "book.css": "\n".join([*highlighting, *(path.read_text(encoding="utf-8") for path in styles)]),
        "page.js": (BOOK / "page.js").read_text(encoding="utf-8"),
        **{path.name: path.read_text(encoding="utf-8") for path in sorted(PACKAGE.glob("*.js"))},
    }


def address(name: str) -> str:
    """Return where a page finds an asset, with a mark of its content that makes browsers fetch a changed one."""
    return f"_static/{name}?v={hashlib.sha256(files()[name].encode()).hexdigest()[:8]}"


def needed(body: str, search: bool = False) -> tuple[list[str], list[str]]:
    """Return the styles and the scripts that a page with this body loads.

    Args:
        body: the page's content as HTML.
        search: whether it is the page that searches.

    Returns:
        Names of files below the site's root: styles, then scripts.
    """
    styles = [f"_static/{DESIGN}"] * bool(re.search(r'class="([^"]* )?sd-', body)) + [address("book.css")]
    components = (name for name in files() if name.endswith(".js") and name != "page.js")
    scripts = ["page.js", *(name for name in components if re.search(rf'<sf-{name[:-3]}\b|class="([^"]* )?sf-{name[:-3]}\b', body))]
    addresses = [address(name) for name in scripts]
    if search:  # the page's own script may change Sphinx's options, but has to do so before the search starts
        options, *rest = (f"_static/{name}" for name in SEARCH)
        addresses = [options, *addresses, *rest, "searchindex.js"]
    return styles, addresses


def _note_version(app: Sphinx, config: Config) -> None:
    files.cache_clear()
    config.course_assets = hashlib.sha256("".join(files().values()).encode()).hexdigest()


def _write(app: Sphinx) -> None:
    if app.builder.format == "html":
        static = Path(app.outdir) / "_static"
        static.mkdir(parents=True, exist_ok=True)
        for name, text in files().items():
            (static / name).write_text(text, encoding="utf-8")


def _write_questions(app: Sphinx, exception: Exception | None) -> None:
    """Write the questions that the page of practice asks for, a file a chapter. Their addresses stand in that page."""
    if exception or app.builder.format != "html" or PRACTICE not in app.env.found_docs:
        return
    static = Path(app.outdir) / "_static"
    shutil.rmtree(static / QUESTIONS, ignore_errors=True)
    for bank in read_banks().values():
        if f"book/{bank.chapter}" in app.env.found_docs:
            name, text = script(bank)
            (static / name).parent.mkdir(parents=True, exist_ok=True)
            (static / name).write_text(text, encoding="utf-8")


def _remove_unused(app: Sphinx, exception: Exception | None) -> None:
    """Leave in ``_static`` what a page can ask for. The theme copies seven megabytes there."""
    if exception or app.builder.format != "html":
        return
    keep = {*files(), *SEARCH, DESIGN, QUESTIONS, Path(app.config.html_favicon or "").name}
    for path in (Path(app.outdir) / "_static").iterdir():
        if path.name not in keep:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.rmtree(Path(app.outdir) / "_sphinx_design_static", ignore_errors=True)
