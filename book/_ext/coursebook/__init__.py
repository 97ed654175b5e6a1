"""The book's own Sphinx extension: what Jupyter Book and its theme leave to be done.

* :mod:`running` runs chapters for the book, and again when data or code that they read have changed.
* :mod:`failures` says where a cell raised, and what.
* :mod:`assets` gives the pages one style sheet and the few scripts they need, and drops what the theme brings along.
* :mod:`page` fills in the page template: description, security policy, downloads, links to the repository.
* :mod:`text` marks Chinese, makes folds of what opens and closes, and numbers exercises page by page.
* :mod:`bibliography` names sources by author and year.
* :mod:`glossary` makes the glossary from its table.
"""

from __future__ import annotations

from sphinx.application import Sphinx

from . import assets, bibliography, failures, glossary, page, running, text


def setup(app: Sphinx) -> dict[str, bool]:
    """Register everything with Sphinx."""
    app.add_config_value("comments_config", {}, "html")  # Jupyter Book sets it, also where sphinx_comments is not loaded
    for part in (running, failures, assets, page, text, bibliography, glossary):
        part.setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
