"""Every written chapter follows the course map: sections, objectives, lengths, citations, positions, questions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import pytest
from conftest import CHAPTERS, REPOSITORY

import shared_future as sf
from shared_future.bank import read_bank

SECTIONS = [
    "At a glance",
    "Before you read",
    "What the article says",
    "Where it comes from",
    "In practice",
    "How others see it",
    "What the figures say",
    "Check yourself",
    "Exercises",
    "Take away",
]
FENCE = re.compile(r"^(`{3,})\{([\w-]+)\}.*?\n(.*?)^\1\s*$", re.MULTILINE | re.DOTALL)
SOLUTION = re.compile(r"^`{3}\{solution-start\}.*?^`{3}\{solution-end\}\n`{3}$", re.MULTILINE | re.DOTALL)
FIGURE_OR_DATE = re.compile(r"(?<![\w.-])(?:19|20)\d\d\b|\b\d+(?:\.\d+)?\s?(?:per cent|%|million|billion|points|countries|economies|people|members|states)")
MARKED = re.compile(r"\{(?:cite(?::\w+)?|eval)\}`")


@dataclass(frozen=True)
class Chapter:
    """A chapter's source, taken apart."""

    text: str
    sections: dict[str, str]

    @property
    def prose(self) -> str:
        """What a reader reads: without code, solutions, directive lines and the exercises."""
        return "\n".join(plain(text) for title, text in self.sections.items() if title != "Exercises")


def plain(markdown: str) -> str:
    """Return Markdown without solutions, code cells and the lines that open and close a directive."""
    without = FENCE.sub(lambda match: "" if match[2] == "code-cell" else match[3], SOLUTION.sub("", markdown))
    return "\n".join(line for line in without.splitlines() if not line.startswith(("```", ":::", ":")))


@cache
def chapter(name: str) -> Chapter:
    text = (REPOSITORY / "book" / f"{name}.md").read_text(encoding="utf-8")
    _, *pieces = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return Chapter(text, dict(zip(pieces[::2], pieces[1::2], strict=True)))


def code_cells(text: str) -> list[str]:
    return [match[3] for match in FENCE.finditer(text) if match[2] == "code-cell"]


def lines_of(cell: str) -> list[str]:
    return [line for line in cell.splitlines() if line.strip() and not line.startswith((":", "#"))]


def with_rest(lines: list[str]) -> list[tuple[str, str]]:
    return [(line, "\n".join(lines[number:])) for number, line in enumerate(lines)]


every_chapter = pytest.mark.parametrize("name", CHAPTERS)


@every_chapter
def test_sections_in_their_order(name):
    assert list(chapter(name).sections) == SECTIONS


@every_chapter
def test_objectives_are_those_of_the_bank_and_each_is_tested(name):
    bank = read_bank(name)
    listed = [" ".join(item.split()) for item in re.findall(r"^\d+\. (.+)$", chapter(name).sections["At a glance"], re.MULTILINE)]
    assert listed == [" ".join(text.split()) for text in bank.objectives.values()]
    assert 3 <= len(listed) <= 5
    assert {question.objective for question in bank.questions} == set(bank.objectives)


@every_chapter
def test_at_a_glance_shows_minutes_and_prerequisites(name):
    assert f'sf.at_a_glance("{name}")' in chapter(name).sections["At a glance"]
    row = sf.load("chapters").set_index("id").loc[name]
    assert 15 <= row.minutes_read <= 30
    assert 45 <= row.minutes_read + row.minutes_practise <= 60


@every_chapter
def test_length(name):
    prose = re.sub(r"\{[\w:]+\}`[^`]*`|[*_`#>|\[\]]|\(\S+?\)", " ", chapter(name).prose)
    words = len(re.findall(r"[A-Za-z0-9][\w'’-]*", prose))
    assert 1500 <= words <= 2500, f"{words} words"


@every_chapter
def test_every_date_and_figure_is_cited_or_computed(name):
    """The source stands in the sentence itself or later in its paragraph; a sentence is a line."""
    bare = [
        line
        for title, text in chapter(name).sections.items()
        if title not in ("At a glance", "Before you read", "Exercises")
        for block in re.split(r"\n\s*\n", plain(text))
        for line, onwards in with_rest(block.splitlines())
        if FIGURE_OR_DATE.search(re.sub(r"\{[\w:]+\}`[^`]*`", " ", line)) and not MARKED.search(onwards)
    ]
    assert bare == []


@every_chapter
def test_timeline_cell_is_short_enough_to_change(name):
    section = chapter(name).sections["Where it comes from"]
    cells = [cell for cell in code_cells(section) if "sf.timeline(" in cell]
    assert cells, "no timeline cell"
    assert all(2 <= len(lines_of(cell)) <= 6 for cell in cells)
    assert re.search(r"\bchange\b|\breplace\b|\btry\b", plain(section), re.IGNORECASE), "the text does not say what to change"


@every_chapter
def test_cells_are_short_and_hold_no_code_that_the_package_should_hold(name):
    text = SOLUTION.sub("", chapter(name).sections["Exercises"])
    others = [cell for title, body in chapter(name).sections.items() if title != "Exercises" for cell in code_cells(body)]
    assert [cell for cell in others if len(lines_of(cell)) > 12] == []
    assert all(":tags: [starter]" in cell or "sf.rubric(" in cell for cell in code_cells(text)), "code outside starters and solutions"


@every_chapter
def test_supporters_critics_and_third_positions_are_named(name):
    section = chapter(name).sections["How others see it"]
    perspectives = sf.load("perspectives")
    cited = set(re.findall(r"\{cite\}`([^`]+)`", section))
    keys = {key.strip() for group in cited for key in group.split(",")}
    shown = perspectives[[bool(keys & set(sources)) for sources in perspectives.sources]]
    assert len(shown) >= 4
    stances = set(shown.stance)
    assert {"supports", "critical"} <= stances
    assert stances & {"mixed", "alternative"}


@every_chapter
def test_figures_section_has_a_figure_from_a_table(name):
    section = chapter(name).sections["What the figures say"]
    assert "sf.figure(" in section
    assert re.search(r"sf\.(load|events)\(", section)


@every_chapter
def test_quiz_has_enough_questions_of_enough_kinds(name):
    assert f'sf.quiz("{name}")' in chapter(name).sections["Check yourself"]
    questions = read_bank(name).questions
    assert len(questions) >= 8
    assert len({question.type for question in questions}) >= 4
    assert sum(question.skill in ("apply", "compare") for question in questions) * 3 >= len(questions)


@every_chapter
def test_exercises(name):
    section = chapter(name).sections["Exercises"]
    assert section.count("```{exercise-start}") >= 3
    assert "ubric" in section, "no open exercise with a rubric"


@every_chapter
def test_take_away_has_points_terms_and_readings(name):
    section = chapter(name).sections["Take away"]
    assert section.count("{term}`") >= 3
    readings = re.split(r"^\**(?:To read|Read) next.*$", section, flags=re.MULTILINE)
    assert len(readings) == 2, "no list of what to read next"
    assert 3 <= len(re.findall(r"^(?:[-*]|\d\.) .*\{cite\}", readings[1], re.MULTILINE)) <= 5


@every_chapter
def test_numbers_in_the_prose_hold_after_the_last_cell(name):
    """JupyterLab evaluates them when all cells have run, so no later cell may give their names another meaning."""
    pieces = re.compile(FENCE.pattern + r"|\{eval\}`(?P<number>[^`]+)`", re.MULTILINE | re.DOTALL)
    names: dict = {}
    shown = []
    for piece in pieces.finditer(flat(chapter(name).text)):
        if piece["number"]:
            shown.append((piece["number"], str(eval(piece["number"], names))))
        elif piece[2] == "code-cell":
            exec("\n".join(line for line in piece[3].splitlines() if not line.startswith(":")), names)
    assert [(number, value, str(eval(number, names))) for number, value in shown if str(eval(number, names)) != value] == []


def flat(text: str) -> str:
    """Return a chapter's text without the front matter and with no directive left but code cells."""
    text = re.sub(r"\A---\n.*?^---$", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"^`{3}\{(?:exercise|solution)-(?:start|end)\}.*?^`{3}$", "", text, flags=re.MULTILINE | re.DOTALL)
