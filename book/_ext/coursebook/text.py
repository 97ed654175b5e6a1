"""What happens to the text of a page: language, folds, numbers."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.locale import admonitionlabels
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxTranslator

from shared_future._html import CHINESE


def setup(app: Sphinx) -> None:
    """Register with Sphinx."""
    # Twice: what the source holds (and with it the table of contents), then what citations and computed values add.
    app.add_transform(MarkChinese)
    app.add_post_transform(MarkChineseLate)
    app.add_post_transform(Fold)
    app.add_post_transform(ListSources)
    app.add_node(fold, html=(_visit_fold, _depart_fold))
    app.connect("env-get-updated", _number_by_page, priority=900)


def chinese(text: str) -> nodes.inline:
    """Return Chinese text as a node that tells browsers and speech what language it is."""
    return nodes.inline(text, text, classes=["language-zh-Hans"])  # docutils writes this class as the attribute lang


def mark_chinese(document: nodes.document) -> None:
    """Wrap each run of Chinese in a document, except where its language is already said or the text is code."""
    for parent in list(document.findall(nodes.Element)):
        for position, node in reversed(list(enumerate(parent.children))):
            if isinstance(node, nodes.Text) and CHINESE.search(node) and not _language_is_known(parent, position):
                pieces = enumerate(re.split(f"({CHINESE.pattern})", node))
                parent[position : position + 1] = [chinese(piece) if index % 2 else nodes.Text(piece) for index, piece in pieces if piece]


def _language_is_known(parent: nodes.Element | None, position: int) -> bool:
    before = parent[position - 1] if position else None
    if isinstance(before, nodes.raw) and "lang=" in before.astext():  # <span lang="..."> in the Markdown
        return True
    while parent:
        if isinstance(parent, (nodes.literal_block, nodes.raw, nodes.comment, nodes.meta)):
            return True
        if any(name.startswith("language-") for name in parent.get("classes", ())):
            return True
        parent = parent.parent
    return False


class MarkChinese(SphinxTransform):
    """Mark the Chinese that stands in the source."""

    default_priority = 870  # before titles go into the table of contents

    def apply(self, **kwargs: Any) -> None:
        mark_chinese(self.document)


class MarkChineseLate(SphinxPostTransform):
    """Mark the Chinese that references and cells bring in."""

    default_priority = 900

    def run(self, **kwargs: Any) -> None:
        mark_chinese(self.document)


class fold(nodes.Element):
    """A box that opens and closes by itself, without script."""


class Fold(SphinxPostTransform):
    """Make a fold of every admonition of class ``dropdown``, such as a solution, and of every hidden cell."""

    default_priority = 210  # after the titles of solutions are known
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        boxes = [node for node in self.document.findall(nodes.Admonition) if "dropdown" in node.get("classes", ())]
        for box in boxes:
            body = list(box.children)
            title = body.pop(0).astext() if body and isinstance(body[0], nodes.title) else admonitionlabels[box.tagname]
            kind = [box.tagname] if box.tagname in admonitionlabels else []
            classes = [name for name in box["classes"] if name != "dropdown"]
            box.replace_self(fold("", *body, title=title, ids=box["ids"], classes=["admonition", *kind, *classes]))
        for box in list(self.document.findall(HideCodeCellNode)):
            box.replace_self(fold("", *box.children, title=box["prompt_show"], classes=["hide"]))


class ListSources(SphinxPostTransform):
    """Make the bibliography a list: docutils gives its entries a role that is not allowed."""

    default_priority = 210
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        for box in list(dict.fromkeys(entry.parent for entry in self.document.findall(nodes.citation))):
            children: list[nodes.Node] = []
            for are_entries, group in groupby(box.children, lambda node: isinstance(node, nodes.citation)):
                children += [nodes.bullet_list("", *map(_source, group), classes=["sources"])] if are_entries else group
            box.children = []
            box += children


def _source(entry: nodes.citation) -> nodes.list_item:
    label, text = entry.children
    line = nodes.paragraph("", "", nodes.strong("", label.astext()), nodes.Text(". "), *text.children)
    return nodes.list_item("", line, ids=entry["ids"])


def _visit_fold(self: SphinxTranslator, node: fold) -> None:
    self.body.append(f'{self.starttag(node, "details")}<summary class="admonition-title">{self.encode(node["title"])}</summary>\n')


def _depart_fold(self: SphinxTranslator, node: fold) -> None:
    self.body.append("</details>\n")


def _number_by_page(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Count exercises, figures and tables from one on every page: chapters have no numbers, and paths must not change."""
    for kinds in env.toc_fignumbers.values():
        for numbers in kinds.values():
            for position, ident in enumerate(numbers, start=1):
                numbers[ident] = (position,)
    return []
