"""Reference pages that are made from the data: a line ``%generated: NAME`` in a page is replaced by Markdown."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from shared_future.data import load, root, vocabulary
from shared_future.exercise import load_checks

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


def _chapters(env: BuildEnvironment, ids: Iterable[str]) -> str:
    """Say which of the chapters can be read, with links, and which are still to come."""
    titles = load("chapters").set_index("id")["title"]
    known = [(titles[chapter], chapter, f"book/{chapter}" in env.found_docs) for chapter in ids]
    ready = "; ".join(f"[{title}](../{chapter}.md)" for title, chapter, written in known if written)
    to_come = "; ".join(title for title, _, written in known if not written)
    return "<br />".join(filter(None, (ready, to_come and f"*Not written yet:* {to_come}")))


def _coverage(env: BuildEnvironment) -> str:
    """Each paragraph of the source and each thing it names, with the chapters that treat it, written or not."""
    chapters = load("chapters").set_index("id")

    def links(ids: Iterable[str]) -> str:
        return _chapters(env, ids) or "*No chapter is planned.*"

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


def _people(env: BuildEnvironment) -> str:
    """Everyone whom the course names in a role: who they are, when, and where they come up."""
    return _entries(env, load("people").sort_values("name"), lambda row: [f"{role}." for role in row["roles"]])


def _organisations(env: BuildEnvironment) -> str:
    """Every organisation of the course, by kind."""
    table = load("organisations").sort_values("name", key=lambda names: names.str.casefold())
    kinds = table["kind"].cat.categories
    parts = []
    for kind in (kind for kind in kinds if (table["kind"] == kind).any()):
        rows = table[table["kind"] == kind]
        plural = PLURALS.get(kind) or f"{kind}s"
        parts += [f"### {plural[0].upper()}{plural[1:]}", _entries(env, rows, lambda row: [row["does"]] + [f"Founded: {_date(row['founded'])}."] * bool(row["founded"]))]
    return "\n\n".join(parts)


PLURALS = {
    "body of the WIC": "bodies of the World Internet Conference",
    "UN process": "UN processes",
    "coalition of states": "coalitions of states",
    "government body": "government bodies",
    "technical body": "technical bodies",
    "research body": "research bodies",
    "company": "companies",
}


def _entries(env: BuildEnvironment, table: pd.DataFrame, says: Callable[[dict], list[str]]) -> str:
    """Return a definition list, one entry a row."""
    entries = []
    for row in table.to_dict("records"):
        paragraphs = f"In the article: {', '.join(row['paragraphs'])}." if row["paragraphs"] else ""
        chapters = _chapters(env, row["chapters"])
        lines = [*says(row), row["note"], paragraphs, chapters and f"Chapters: {chapters}.", f"{{cite}}`{','.join(row['sources'])}`"]
        also = f" ({', '.join(row['also'])})" if row.get("also") else ""
        name = row["name"] + also + (f' <span lang="zh-Hans">{row["name_zh"]}</span>' if row["name_zh"] else "")
        entries.append(f"**{name}**\n: " + "\n  ".join(filter(None, lines)))
    return "\n\n".join(entries)


def _date(text: str) -> str:
    """Return ``12 July 2022``, ``July 2022`` or ``2022``."""
    year, *rest = text.split("-")
    month = [calendar.month_name[int(rest[0])]] if rest else []
    return " ".join([*(str(int(day)) for day in rest[1:]), *month, year])


def _syllabus(env: BuildEnvironment) -> str:
    """The plans for teaching, with the hours that their chapters take."""
    chapters = load("chapters").set_index("id")
    minutes = chapters["minutes_read"] + chapters["minutes_practise"]
    parts = []
    for plan, sessions in load("syllabus").groupby("plan", observed=True):
        rows, total = [], 0.0
        for row in sessions.itertuples():
            hours = sum(minutes[chapter] for chapter in row.chapters) / 60 + row.own_hours
            total += hours
            own = f"{row.own_hours:g} of them own work" if row.own_hours else ""
            rows.append((str(row.session), f"**{row.title}**<br />{_chapters(env, row.chapters)}", row.task, " ".join(filter(None, (f"{hours:.1f}", own and f"({own})")))))
        parts += [f"### {plan[0].upper()}{plan[1:]}: {total:.0f} hours", _table(("Day" if plan == "1 week" else "Week", "Chapters", "To bring to class", "Hours"), rows)]
    return "\n\n".join(parts)


def _open_questions(env: BuildEnvironment) -> str:
    """Every open exercise of the chapters that are written, with its points."""
    titles = load("chapters").set_index("id")["title"]
    parts = []
    for chapter, title in titles.items():
        if f"book/{chapter}" not in env.found_docs:
            continue
        text = (Path(env.srcdir) / f"book/{chapter}.md").read_text(encoding="utf-8")
        names = {label: name for name, label in EXERCISE.findall(text)}
        for one in (one for one in load_checks(root("exercises") / chapter / "checks.py").values() if one.rubric):
            points = sum(points for points, _ in one.rubric)
            parts.append((f"[{title}](../{chapter}.md)", f"{{ref}}`{names[one.id]} <{one.id}>`", f"{points} for {len(one.rubric)} criteria"))
    return _table(("Chapter", "Question, with its rubric and two outlines", "Points"), parts)


EXERCISE = re.compile(r"^`{3,}\{exercise-start\} (.+)\n:label: (\S+)$", re.MULTILINE)

GENERATORS: dict[str, Callable[[BuildEnvironment], str]] = {"coverage": _coverage, "data": _data, "people": _people, "organisations": _organisations, "syllabus": _syllabus, "open_questions": _open_questions}
