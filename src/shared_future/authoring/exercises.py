"""Make the learners' exercise notebooks from the chapters, solutions cut."""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import sys
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt
from mdit_py_plugins.colon_fence import colon_fence_plugin

from shared_future._html import citation
from shared_future.errors import DataError
from shared_future.exercise import Exercise, load_checks

NOTEBOOK = "exercises.ipynb"
INTRODUCTION = """\
# Exercises: {title}

{count}, about {minutes} minutes in all. They belong to the chapter *{title}* of the course.

1. Run the first code cell, once: click on it and press Shift and Enter.
2. Write your answer where an exercise has `...`, and run its cell.
3. Run the cell with `sf.check`. It says what fits, what does not and what to try. Change your answer and run both cells again, as often as you like: nobody counts.
4. If you are stuck, run the cell with `sf.hint`. Every run gives one hint more.

The chapter has a solution to each exercise. Yours may be another one and right as well."""
COLAB = """\
# On Colab, or wherever the course is not installed: take the # away from the next line, and run this cell.
# %pip install -q git+{repository}
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the words of ``shared-future exercises``."""
    parser.add_argument("chapters", nargs="*", metavar="part/slug", help="only these chapters; all by default")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a notebook is not what its chapter says")


def run(arguments: argparse.Namespace) -> int:
    """Carry out ``shared-future exercises`` in the repository that is the current folder."""
    repository = Path.cwd()
    changed = outdated(repository, arguments.chapters)
    if arguments.check:
        for path in changed:
            print(f"{path.relative_to(repository)}: not what the chapter says; run: shared-future exercises", file=sys.stderr)
        return 1 if changed else 0
    for path, text in changed.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".tmp")
        draft.write_text(text, encoding="utf-8")
        os.replace(draft, path)
        print(f"Wrote {path.relative_to(repository)}")
    return 0


def outdated(repository: Path, only: Collection[str] = ()) -> dict[Path, str]:
    """Return the notebooks that are missing or differ from what their chapters say, with the text that they should have."""
    made = notebooks(repository, only)
    return {path: text for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text}


def notebooks(repository: Path, only: Collection[str] = ()) -> dict[Path, str]:
    """Return the learners' notebooks: path and text.

    Args:
        repository: the folder that holds ``book/``, ``data/`` and ``exercises/``.
        only: chapters as ``part/slug``; all when left out.

    Raises:
        DataError: naming everything that is wrong in a chapter or its checks, a line each. No notebook is returned then.
    """
    made: dict[Path, str] = {}
    problems: list[str] = []
    paths = {path.relative_to(repository / "book").with_suffix("").as_posix(): path for path in sorted((repository / "book").glob("*/*.md"))}
    if unknown := [name for name in only if name not in paths]:
        raise DataError(f"book/ has no chapter {', '.join(unknown)}; allowed: {', '.join(paths)}")
    for name, path in paths.items():
        if only and name not in only:
            continue
        try:
            chapter = Chapter.read(path, repository)
            if chapter.exercises:
                made[chapter.folder / NOTEBOOK] = chapter.notebook()
        except DataError as error:
            problems.append(str(error))
    if not only and not problems:
        orphans = [path for name in (NOTEBOOK, "checks.py") for path in sorted((repository / "exercises").glob(f"*/*/{name}")) if path.parent / NOTEBOOK not in made]
        problems += [f"{path.relative_to(repository).as_posix()}: no chapter of that name has exercises; remove the file" for path in orphans]
    if problems:
        raise DataError("\n".join(problems))
    return made


@dataclass(frozen=True)
class Block:
    """A run of text, or a directive such as ``{code-cell}``."""

    kind: str
    argument: str
    options: dict[str, str]
    body: str
    line: int

    def at(self, number: int) -> int:
        """Return where in the file the body's line of this number stands, counted from 1."""
        return self.line + number + (len(self.options) if self.kind != "text" else -1)


@dataclass
class Task:
    """An exercise as it stands in a chapter."""

    label: str
    title: str
    line: int
    statement: list[Block] = field(default_factory=list)
    solution: list[Block] | None = None

    def code(self, *, starter: bool) -> list[Block]:
        """Return the starter cells, or those of the solution."""
        blocks = self.statement if starter else self.solution or []
        return [block for block in blocks if block.kind == "code-cell" and (not starter or "starter" in block.options.get("tags", ""))]


class _Problems(list[str]):
    """Problems of one file, each with its line."""

    def __init__(self, file: str) -> None:
        self.file = file

    def add(self, line: int, problem: str) -> None:
        self.append(f"{self.file}, line {line}: {problem}")


class Chapter:
    """A chapter's exercises, and the notebook that is made of them.

    Attributes:
        title: the chapter's heading.
        exercises: in their order.
        folder: where checks and notebook lie.
        imports: the import statements of the chapter's code cells outside the exercises.
    """

    def __init__(self, path: Path, repository: Path) -> None:
        self.path, self.repository = path, repository
        self.name = path.relative_to(repository / "book").with_suffix("").as_posix()
        self.folder = repository / "exercises" / self.name
        self.problems = _Problems(path.relative_to(repository).as_posix())
        text = path.read_text(encoding="utf-8")
        heading = re.search(r"^# (.+)$", text, re.MULTILINE)
        self.title = heading[1] if heading else self.name
        self.blocks = list(_blocks(text))
        self.exercises = _grouped(self.blocks, self.problems)
        own = [block for task in self.exercises for block in (*task.statement, *(task.solution or []))]
        self.imports = "\n".join(sorted({line for block in self.blocks if block not in own for line in _imports(block)}))

    @classmethod
    def read(cls, path: Path, repository: Path) -> Chapter:
        """Read a chapter's file.

        Raises:
            DataError: if its exercises and solutions are not well-formed.
        """
        chapter = cls(path, repository)
        chapter._fail()
        return chapter

    def _fail(self) -> None:
        if self.problems:
            raise DataError("\n".join(dict.fromkeys(self.problems)))

    def notebook(self) -> str:
        """Return the learner's notebook as text, the same bytes for the same chapter.

        Raises:
            DataError: naming everything that is wrong with the exercises or their checks, a line each.
        """
        checks = self._checks()
        if "shared_future" not in self.imports:
            self.problems.add(1, "no code cell outside the exercises imports shared_future")
        tasks = [(task, self._cells(task, number, checks.get(task.label))) for number, task in enumerate(self.exercises, 1)]
        minutes = sum(self._minutes(task) for task in self.exercises)
        count = "One exercise" if len(tasks) == 1 else f"{len(tasks)} exercises"
        cells = [
            _cell("introduction", "markdown", INTRODUCTION.format(title=self.title, count=count, minutes=minutes)),
            _cell("imports", "code", (COLAB.format(repository=url) if (url := _repository(self.repository)) else "") + self.imports),
            *(cell for _, own in tasks for cell in own),
        ]
        self._look_for_leaks(cells)
        self._fail()
        content = {
            "cells": cells,
            "metadata": {
                "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
                "language_info": {"name": "python"},
            },
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"

    def _checks(self) -> dict[str, Exercise]:
        file = f"exercises/{self.name}/checks.py"
        try:
            checks = load_checks(self.repository / file)
        except FileNotFoundError:
            self.problems.append(f"{file}: missing; it has to register {', '.join(task.label for task in self.exercises)}")
            return {}
        except Exception as error:  # whatever an author's file may raise
            self.problems.append(f"{file}: {type(error).__name__}: {error}")
            return {}
        labels = [task.label for task in self.exercises]
        for task in self.exercises:
            if task.label not in checks:
                self.problems.add(task.line, f"{file} has no check for {task.label}; it has {', '.join(checks) or 'none'}")
        self.problems += [f"{file}: {id} is no exercise of the chapter, which has {', '.join(labels)}" for id in checks if id not in labels]
        return checks

    def _minutes(self, task: Task) -> int:
        found = _ABOUT.search(task.statement[0].body) if task.statement else None
        return int(found[2]) if found else 0

    def _cells(self, task: Task, number: int, check: Exercise | None) -> list[dict[str, Any]]:
        """Return an exercise as cells: statement, starter, check, hint."""
        if len(task.label) > 48 or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", task.label):
            self.problems.add(task.line, f"the label {task.label} has to be small letters, digits and single hyphens, 48 at most")
        about = _ABOUT.search(task.statement[0].body) if task.statement else None
        if about is None:
            self.problems.add(task.line, f"{task.label} has to begin with a line like *15 minutes. Trains: slug-of-an-objective.*")
            return []
        starters = task.code(starter=True)
        if not starters:
            self.problems.add(task.line, f"{task.label} has no code cell with the tag starter")
        if task.solution is None:
            self.problems.add(task.line, f"{task.label} has no solution: {{solution-start}} {task.label} is missing")
        trains = " ".join(self._objective(slug.strip(), task) for slug in about[3].split(","))
        cells = [_cell(f"{task.label}-title", "markdown", f"## Exercise {number}: {task.title}\n\n*{about[1]}.* What you practise: {trains}")]
        pending = ""
        for block in [*task.statement, Block("end", "", {}, "", 0)]:
            if block.kind in ("code-cell", "end"):
                if pending.strip():
                    cells.append(_cell(f"{task.label}-text-{len(cells)}", "markdown", pending.strip()))
                pending = ""
            if block.kind == "code-cell":
                cells.append(_cell(f"{task.label}-code-{len(cells)}", "code", block.body, *(["starter"] if block in starters else [])))
            elif block.kind != "end":
                pending += self._plain(block, task).replace(about[0], "", 1)
        cells.append(_cell(f"{task.label}-check", "code", self._check_line(task, starters, check), "check"))
        cells.append(_cell(f"{task.label}-hint", "code", f'sf.hint("{task.label}")', "hint"))
        return cells

    @cached_property
    def _objectives(self) -> dict[str, str]:
        path = self.repository / "data" / "questions" / f"{self.name}.yml"
        try:
            return yaml.safe_load(path.read_text(encoding="utf-8"))["objectives"]
        except (OSError, yaml.YAMLError, KeyError, TypeError):
            self.problems.append(f"data/questions/{self.name}.yml: the objectives, which the exercises train, cannot be read")
            return {}

    def _objective(self, slug: str, task: Task) -> str:
        if self._objectives and slug not in self._objectives:
            self.problems.add(task.line, f"{task.label} trains {slug}, which is no objective; allowed: {', '.join(self._objectives)}")
        return str(self._objectives.get(slug, slug))

    def _check_line(self, task: Task, starters: list[Block], check: Exercise | None) -> str:
        """Return the line that checks the answer: the solution's last, or for an open question one made from the starter."""
        own = [name for block in starters for name in self._names(block)]
        lines = [line for block in task.code(starter=False) for line in self._check_calls(block, task.label)]
        if not lines and check and check.rubric and own:
            lines = [f'sf.check("{task.label}", {own[-1]})']
        if not lines and task.solution is not None:
            self.problems.add(task.line, f'the solution of {task.label} does not end in sf.check("{task.label}", ...)')
        line = lines[-1] if lines else ""
        used = {node.id for node in ast.walk(ast.parse(line)) if isinstance(node, ast.Name)} - {"sf"}
        if lines and starters and not used & set(own):
            self.problems.add(task.line, f"{line} checks nothing that the starter of {task.label} defines, which is {', '.join(own) or 'nothing'}")
        return line

    def _parsed(self, block: Block) -> ast.Module:
        try:
            return ast.parse(block.body)
        except SyntaxError as error:
            self.problems.add(block.at(error.lineno or 1), f"the code cell is no Python: {error.msg}")
            return ast.Module([], [])

    def _names(self, block: Block) -> list[str]:
        names: list[str] = []
        for node in self._parsed(block).body:
            match node:
                case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                    names.append(name)
        return names

    def _check_calls(self, block: Block, label: str) -> Iterator[str]:
        for node in self._parsed(block).body:
            match node:
                case ast.Expr(value=ast.Call(func=ast.Attribute(attr="check"), args=[ast.Constant(value=found), *_])) if found == label:
                    yield ast.get_source_segment(block.body, node) or ""

    # Plain Markdown

    def _plain(self, block: Block, task: Task) -> str:
        """Return a block of a statement as Markdown that a notebook draws without the book's extensions."""
        if block.kind != "text":
            if block.kind == "math":
                return f"$$\n{block.body}\n$$\n"
            if block.kind not in _BOXES and block.kind != "admonition":
                self.problems.add(block.line, f"a learner's notebook cannot draw {{{block.kind}}}; say it in plain Markdown")
                return ""
            title = block.argument or block.kind.capitalize()
            inside = self._plain(Block("text", "", {}, block.body, block.at(1)), task)
            return "\n".join(f"> {line}".rstrip() for line in (f"**{title}**", "", *inside.splitlines())) + "\n"
        text = _ROLE.sub(lambda match: self._role(match[1], match[2], block.at(block.body.count("\n", 0, match.start()) + 1), task), block.body)
        text = "".join(f"{line}\n" for line in text.splitlines() if not re.match(r"%|\+\+\+|\([\w-]+\)=\s*$", line))
        text = re.sub(r"\[([^\]]+)\]\{[^}]*\}", r"\1", text)
        return re.sub(r"(?<!!)\[([^\]]+)\]\((?!https?://|mailto:)[^)]*\)", r"\1", text)

    def _role(self, role: str, text: str, line: int, task: Task) -> str:
        words, target = (named[1].strip(), named[2]) if (named := _NAMED.fullmatch(text)) else ("", text)
        match role.split(":")[-1] if not role.startswith("cite") else "cite":
            case "cite":
                try:
                    links = "; ".join(_as_markdown(citation(key.strip())) for key in text.split(","))
                except DataError as error:
                    self.problems.add(line, str(error))
                    return text
                return links if role == "cite:t" else f"({links})"
            case "term" | "abbr" | "index":
                return words or text
            case "doc":
                return words or self._title_of(target, line)
            case "ref" | "numref" | "any":
                if not words:
                    self.problems.add(line, f"{{{role}}}`{text}` needs words of its own in an exercise: {{{role}}}`words <{text}>`")
                return words
            case "eval":
                return self._value(text, line, task)
            case "kbd" | "sub" | "sup":
                return f"<{role}>{text}</{role}>"
            case "math":
                return f"${text}$"
            case "code":
                return f"`{text}`"
        self.problems.add(line, f"a learner's notebook cannot draw the role {{{role}}}; say it in plain Markdown")
        return text

    def _title_of(self, target: str, line: int) -> str:
        base = self.repository if target.startswith("/") else self.path.parent
        path = (base / target.lstrip("/")).with_suffix(".md")
        heading = re.search(r"^# (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE) if path.exists() else None
        if heading is None:
            self.problems.add(line, f"{{doc}} points at {target}, and there is no such page with a title")
        return f"*{heading[1]}*" if heading else target

    def _value(self, expression: str, line: int, task: Task) -> str:
        """Compute a number of the statement as the book does: after the code cells that stand before the exercise."""
        try:
            names: dict[str, Any] = {}
            for block in self.blocks:
                if block.kind == "code-cell" and block.line < task.line:
                    exec(compile(block.body, f"{self.problems.file}, line {block.line}", "exec"), names)
            return str(eval(expression, names))
        except Exception as error:  # whatever a chapter's cell may raise
            self.problems.add(line, f"{{eval}}`{expression}` raised {type(error).__name__}: {error}")
            return ""

    def _look_for_leaks(self, cells: list[dict[str, Any]]) -> None:
        """Report lines of a solution that a learner's notebook holds all the same."""
        given = {line.strip() for task in self.exercises for block in task.code(starter=True) for line in block.body.splitlines()}
        copy = "\n".join("".join(cell["source"]) for cell in cells if not cell["id"].endswith("-check"))
        held = {line.strip() for line in copy.splitlines()}
        for task in self.exercises:
            for block in task.solution or []:
                code = block.kind == "code-cell"
                for number, line in enumerate(map(str.strip, block.body.splitlines()), 1):
                    told = line in copy if code else line in held
                    if told and len(line) >= (16 if code else 40) and line not in given and not line.startswith(("import ", "from ")):
                        self.problems.add(block.at(number), f"a line of the solution of {task.label} is in the learner's notebook as well: {line}")


_ABOUT = re.compile(r"^\s*\*((\d+) minutes?[^.*]*)\. Trains: ([\w, -]+)\.\*[ \t]*\n", re.MULTILINE)
_ROLE = re.compile(r"\{([a-z]+(?::[a-z]+)?)\}`([^`]+)`")
_NAMED = re.compile(r"(.+?)\s*<([^>]+)>", re.DOTALL)
_BOXES = {"note", "tip", "hint", "important", "warning", "caution", "attention", "danger", "seealso"}
_PARSER: Callable[[str], list[Any]] = MarkdownIt("commonmark").use(colon_fence_plugin).parse


def _blocks(text: str) -> Iterator[Block]:
    """Yield a chapter's directives and the text between them, in their order."""
    lines = text.splitlines()
    at = 0
    for token in _PARSER(text):
        directive = re.match(r"\{([\w:-]+)\}\s*(.*)", token.info) if token.level == 0 and token.type in ("fence", "colon_fence") else None
        if directive is None or token.map is None:
            continue
        start, end = token.map
        if "".join(lines[at:start]).strip():
            yield Block("text", "", {}, "\n".join(lines[at:start]), at + 1)
        body = token.content.splitlines()
        options: dict[str, str] = {}
        while body and (option := re.fullmatch(r":([\w-]+):\s*(.*)", body[0])):
            options[option[1]] = option[2]
            body.pop(0)
        yield Block(directive[1], directive[2].strip(), options, "\n".join(body).strip("\n"), start + 1)
        at = end
    if "".join(lines[at:]).strip():
        yield Block("text", "", {}, "\n".join(lines[at:]), at + 1)


def _grouped(blocks: list[Block], problems: _Problems) -> list[Task]:
    """Return the exercises with their statements and solutions."""
    tasks: dict[str, Task] = {}
    inside: tuple[str, int] | None = None  # "exercise" or "solution", since which line
    parts: list[Block] | None = None  # what the next block belongs to
    for block in blocks:
        part, _, edge = block.kind.partition("-")
        if part not in ("exercise", "solution") or edge not in ("start", "end", ""):
            if parts is not None:
                parts.append(block)
            continue
        if not edge:
            problems.add(block.line, f"{{{part}}} cannot hold code cells; use {{{part}-start}} and {{{part}-end}}")
        elif edge == "end":
            if inside is None or inside[0] != part:
                problems.add(block.line, f"{{{block.kind}}} without a {{{part}-start}} before it")
            inside = parts = None
        else:
            if inside:
                problems.add(block.line, f"{{{block.kind}}} while the {inside[0]} of line {inside[1]} has no {{{inside[0]}-end}} yet")
            inside, parts = (part, block.line), None
            if part == "exercise":
                label = block.options.get("label", "")
                if not label or label in tasks:
                    problems.add(block.line, f"the exercise needs a :label: that no other has, and {label or 'none'} came")
                parts = tasks.setdefault(label, Task(label, block.argument, block.line)).statement
            elif (task := tasks.get(block.argument)) is None or task.solution is not None:
                problems.add(block.line, f"{{solution-start}} {block.argument}: {'that exercise has a solution already' if task else 'no exercise before it has that label'}")
            else:
                parts = task.solution = []
    if inside:
        problems.add(inside[1], f"the {inside[0]} that begins here has no {{{inside[0]}-end}}")
    return list(tasks.values())


def _imports(block: Block) -> list[str]:
    """Return the import statements of a code cell."""
    try:
        body = ast.parse(block.body if block.kind == "code-cell" else "").body
    except SyntaxError:
        return []
    return [ast.unparse(node) for node in body if isinstance(node, ast.Import | ast.ImportFrom)]


def _cell(id: str, kind: str, source: str, *tags: str) -> dict[str, Any]:
    cell: dict[str, Any] = {"cell_type": kind, "id": id, "metadata": {"tags": list(tags)} if tags else {}, "source": source.strip("\n").splitlines(keepends=True)}
    return cell | ({"execution_count": None, "outputs": []} if kind == "code" else {})


def _as_markdown(link: str) -> str:
    """Turn the one link that a citation is into Markdown."""
    found = re.fullmatch(r'<a href="([^"]+)"[^>]*>(.*)</a>', link)
    return f"[{found[2]}]({found[1]})" if found else link


def _repository(folder: Path) -> str:
    """Return the repository's public address, which ``_config.yml`` names, or nothing."""
    config = folder / "_config.yml"
    settings = yaml.safe_load(config.read_text(encoding="utf-8")) if config.exists() else {}
    return ((settings or {}).get("repository") or {}).get("url") or ""
