"""The glossary: a table in, a Sphinx glossary out, so that ``{term}`` leads to its entries."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.domains.std import make_glossary_term
from sphinx.util.docutils import SphinxDirective

from shared_future.data import load, root

from .text import chinese

UNCONFIRMED = "Chinese form not confirmed"

def setup(app: Sphinx) -> None:
    """Register with Sphinx."""
    app.add_directive("data-glossary", DataGlossary)


class DataGlossary(SphinxDirective):
    """``{data-glossary}``: every row of ``data/glossary.csv``, in alphabetical order. ``{term}`` finds an entry under each of its names."""

    def run(self) -> list[nodes.Node]:
        """Return the glossary."""
        self.env.note_dependency(str(root("data") / "glossary.csv"))
        rows = load("glossary").fillna("").to_dict("records")
        entries = nodes.definition_list(classes=["glossary"])
        for row in sorted(rows, key=lambda row: row["term"].casefold()):
            source, line = self.get_source_info()
            names = [make_glossary_term(self.env, [nodes.Text(name)], None, source, line, None, self.state.document) for name in (row["term"], *row["also"])]
            entries += nodes.definition_list_item("", *names, nodes.definition("", *_entry(row)))
        return [addnodes.glossary("", entries, sorted=False)]


def _entry(row: dict) -> list[nodes.Node]:
    names = nodes.paragraph(classes=["glossary-names"])
    if row["term_zh"]:
        names += chinese(row["term_zh"])
        names += nodes.Text(" ")
        names += nodes.inline(row["pinyin"], row["pinyin"], classes=["language-zh-Latn"])
        if row["confidence"] != "verified":
            names += nodes.Text(" ")
            names += nodes.inline("", UNCONFIRMED, classes=["glossary-unconfirmed"])
    paragraphs = row["paragraphs"]
    where = f"Paragraph{'s' * (len(paragraphs) > 1)} {', '.join(paragraphs)}" if paragraphs else ""
    note = row["note"] if row["note"].rstrip(".") != UNCONFIRMED else ""
    texts = [(row["definition"], []), (note, ["glossary-note"]), (where, ["glossary-note"])]
    return [*([names] if names.children else []), *(nodes.paragraph("", text, classes=classes) for text, classes in texts if text)]
