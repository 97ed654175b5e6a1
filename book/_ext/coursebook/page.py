"""What the page template needs to know about a page and about the book."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import jupytext
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from . import assets

REPOSITORY_VARIABLE = "SHARED_FUTURE_REPOSITORY"
"""Overrides ``repository: url`` of ``_config.yml``, so that a copy of the course can publish itself unedited."""


def setup(app: Sphinx) -> None:
    """Register with Sphinx."""
    app.add_config_value("course_repository", "", "html", str)
    app.connect("config-inited", _read_repository)
    app.connect("html-page-context", _describe, priority=999)


def policy(script: str) -> str:
    """Return the Content-Security-Policy of every page: nothing from elsewhere, no code but the site's own.

    Args:
        script: the one script inside the page, allowed by its hash.
    """
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'self' 'sha256-{digest}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'"
    )


def repository_links(repository: str, branch: str, page: str, notebook: bool) -> list[tuple[str, str]]:
    """Return labels and addresses of what the repository offers for a page.

    Args:
        repository: the repository's public address on GitHub, GitLab or elsewhere; empty when there is none.
        branch: the branch that is published.
        page: the page's source file, relative to the repository.
        notebook: whether the page can be run.
    """
    if not repository:
        return []
    site = urlsplit(repository)
    area = f"{repository}/-" if "gitlab" in site.netloc else repository
    slug = site.path.strip("/")
    binder = {"github.com": f"gh/{slug}", "gitlab.com": f"gl/{quote(slug, safe='')}"}.get(site.netloc, f"git/{quote(repository, safe='')}")
    run = [("Run on Binder", f"https://mybinder.org/v2/{binder}/{branch}?urlpath={quote(f'lab/tree/{page}', safe='')}")]
    return [*(run if notebook else []), ("Source of this page", f"{area}/blob/{branch}/{page}"), ("Report a problem", f"{area}/issues/new")]


def describe(doctree: nodes.document, length: int = 160) -> str:
    """Return the first sentences of a page's prose, for search engines and link previews."""
    paragraphs = (node.astext() for node in doctree.findall(nodes.paragraph) if isinstance(node.parent, nodes.section))
    text = " ".join(re.sub(r"\s*\[[^\]]*\]", "", " ".join(paragraphs)).split())  # without the marks of citations
    return text if len(text) <= length else text[: text.rfind(" ", 0, length)] + "…"


def _read_repository(app: Sphinx, config: Config) -> None:
    # Taken away from the theme: its buttons fail without a repository.
    configured = config.html_theme_options.pop("repository_url", "")
    config.course_repository = os.environ.get(REPOSITORY_VARIABLE, configured).rstrip("/").removesuffix(".git")


def _describe(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    script = (assets.BOOK / "mode.js").read_text(encoding="utf-8").strip()
    styles, scripts = assets.needed(context.get("body") or "", search=page == "search")
    source = app.env.doc2path(page, base=False) if doctree else ""
    runs = bool(doctree) and "kernelspec" in app.env.metadata[page]
    branch = app.config.html_theme_options.get("repository_branch") or "main"
    context.update(
        course_policy=policy(script),
        course_mode=script,
        course_styles=styles,
        course_scripts=scripts,
        course_description=describe(doctree) if doctree else "",
        course_notebook=f"_sources/{page}.ipynb" if runs else "",
        course_links=repository_links(app.config.course_repository, branch, source, runs) if doctree else [],
    )
    if runs:
        _write_notebook(Path(app.srcdir) / source, Path(app.outdir) / "_sources" / f"{page}.ipynb")


def _write_notebook(source: Path, target: Path) -> None:
    """Write a chapter as a notebook without outputs, the same bytes each time."""
    notebook = jupytext.read(source)
    for number, cell in enumerate(notebook.cells, start=1):
        cell["id"] = f"cell-{number}"
    target.parent.mkdir(parents=True, exist_ok=True)
    jupytext.write(notebook, target)
