"""Start a chapter from the template in CONTRIBUTING.md."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from shared_future.data import load
from shared_future.errors import DataError

TEMPLATE = re.compile(r"^(?P<fence>~{3,}) *(?P<language>\w+) *\n(?P<text>.*?)^(?P=fence) *$", re.MULTILINE | re.DOTALL)
"""The tilde-fenced blocks of CONTRIBUTING.md; the first of each language is a template."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the words of ``shared-future chapter``."""
    parser.add_argument("name", help="part/slug of a chapter in data/chapters.csv, such as advocacies/security")


def run(arguments: argparse.Namespace) -> int:
    """Carry out ``shared-future chapter``."""
    for path in start(arguments.name, Path.cwd()):
        print(f"Started {path}")
    print("Add the chapter to _toc.yml when it is finished: the book lists what is written and nothing else.")
    return 0


def start(name: str, repository: Path) -> list[Path]:
    """Write the chapter, its question bank and its checks from the templates in CONTRIBUTING.md.

    Args:
        name: ``part/slug`` of a row of ``chapters.csv``.
        repository: the folder that holds ``book/``, ``data/`` and ``exercises/``.

    Returns:
        The files that were written.

    Raises:
        DataError: if no such chapter is planned, or one of the files is already there. Nothing is written then.
    """
    chapters = load("chapters").set_index("id")
    if name not in chapters.index:
        raise DataError(f'make chapter: name "{name}" is no chapter of data/chapters.csv; allowed: {", ".join(chapters.index)}')
    templates: dict[str, str] = {}
    for block in TEMPLATE.finditer((repository / "CONTRIBUTING.md").read_text(encoding="utf-8")):
        templates.setdefault(block["language"], block["text"])
    files = {
        repository / "book" / f"{name}.md": templates["markdown"],
        repository / "data" / "questions" / f"{name}.yml": templates["yaml"],
        repository / "exercises" / name / "checks.py": templates["python"],
    }
    if present := [str(path.relative_to(repository)) for path in files if path.exists()]:
        raise DataError(f'make chapter: {", ".join(present)} would be overwritten; move it away first')
    values = {"CHAPTER": name, "SLUG": name.split("/")[1], "TITLE": chapters.at[name, "title"]}
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(re.sub(r"\b(CHAPTER|SLUG|TITLE)\b", lambda match: values[match[1]], text), encoding="utf-8")
    return list(files)
