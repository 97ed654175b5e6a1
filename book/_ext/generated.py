"""Reference pages that are made from the data: a line ``%generated: NAME`` in a page is replaced by Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from shared_future.data import load, root, vocabulary

MARK = re.compile(r"^%generated: (\w+)$", re.MULTILINE)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension with Sphinx."""
    app.connect("source-read", _replace)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _replace(app: Sphinx, docname: str, source: list[str]) -> None:
    def generate(match: re.Match[str]) -> str:
        if match[1] not in GENERATORS:
            raise ExtensionError(f'{docname}: nothing is generated under the name "{match[1]}"; allowed: {", ".join(GENERATORS)}')
        for path in sorted(root("data").glob("*")):
            app.env.note_dependency(str(path))
        return GENERATORS[match[1]](app.env)

    source[0] = MARK.sub(generate, source[0])


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(header), *(list(row) for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join("| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in line) + " |" for line in lines)


def _coverage(env: BuildEnvironment) -> str:
    """Each paragraph of the source and each thing it names, with the chapters that treat it, written or not."""
    chapters = load("chapters").set_index("id")

    def links(ids: Iterable[str]) -> str:
        """Say which of the chapters can be read, with links, and which are still to come."""
        known = [(chapters.at[chapter, "title"], chapter, f"book/{chapter}" in env.found_docs) for chapter in ids]
        ready = "; ".join(f"[{title}](../{chapter}.md)" for title, chapter, written in known if written)
        to_come = "; ".join(title for title, _, written in known if not written)
        return "<br />".join(filter(None, (ready, to_come and f"*Not written yet:* {to_come}"))) or "*No chapter is planned.*"

    written = [chapter for chapter in chapters.index if f"book/{chapter}" in env.found_docs]
    parts = [
        f"{len(written)} of {len(chapters)} planned chapters are written.",
        "## Paragraph by paragraph",
    ]
    for section, paragraphs in load("paragraphs").groupby("section", sort=False):
        parts += [
            f"### {section}",
            _table(
                ("Paragraph", "What it says", "Where the course treats it"),
                (
                    (row.id, row.says, links(chapters.index[[row.id in treated for treated in chapters["paragraphs"]]]))
                    for row in paragraphs.itertuples()
                ),
            ),
        ]
    things = load("named_things")
    parts += [
        "## Everything the article names",
        _table(
            ("Name", "Kind", "Paragraphs", "Where the course treats it"),
            (
                (
                    row.name + (f" ({row.name_zh})" if row.name_zh else "") + (" †" if row.article_only else ""),
                    row.kind,
                    ", ".join(row.paragraphs),
                    links(row.chapter),
                )
                for row in things.itertuples()
            ),
        ),
        "† Only the article states this; no independent record was found.",
    ]
    return "\n\n".join(parts)


def _data(env: BuildEnvironment) -> str:
    """The data dictionary: what each table holds, where it comes from, under which licence, and what its columns mean."""
    package = json.loads((root("data") / "datapackage.json").read_text(encoding="utf-8"))
    parts = []
    for resource in package["resources"]:
        if "schema" not in resource:
            continue
        facts = {
            "Rows": str(len(load(resource["name"]))),
            "Source": _links(resource["sources"]),
            "Licence": _links(resource["licenses"]),
            "Retrieved": resource.get("retrieved", ""),
            "How it was made": resource.get("transformation", ""),
        }
        parts += [
            f"## {resource['title']}",
            f'`sf.load("{resource["name"]}")` reads `data/{resource["path"]}`. {resource["description"]}',
            "\n".join(f"- **{label}:** {value}" for label, value in facts.items() if value),
            _table(("Column", "Type", "Meaning"), (_column(field) for field in resource["schema"]["fields"])),
        ]
    return "\n\n".join(parts)


def _links(entries: list[dict[str, str]]) -> str:
    """Titles, linked where the entry has a public address; a path inside the package is left as text."""
    return "; ".join(f"[{e['title']}]({e['path']})" if e.get("path", "").startswith("https://") else e["title"] for e in entries)


def _column(field: dict) -> tuple[str, str, str]:
    meaning = field.get("description") or field["title"] + "."
    words = field.get("constraints", {}).get("enum") or (vocabulary(field["vocabulary"]) if "vocabulary" in field else ())
    several = " Several are separated by a semicolon." if "separator" in field else ""
    allowed = f" Allowed: {', '.join(f'`{word}`' for word in words)}." if words else ""
    return f"`{field['name']}`", field["type"] + (f", {field['unit']}" if field.get("unit") else ""), meaning + several + allowed


GENERATORS: dict[str, Callable[[BuildEnvironment], str]] = {"coverage": _coverage, "data": _data}
