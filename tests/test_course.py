"""The course as a whole: every chapter in its place, everything treated, every term used, and hours that add up."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import CHAPTERS, PAGES, REPOSITORY, TOC

import shared_future as sf

REFERENCE = {"timeline", "practice", "glossary", "people-and-organisations", "sources", "data", "coverage", "instructors", "about"}


def page(site: Path, name: str) -> BeautifulSoup:
    return BeautifulSoup((site / f"{name}.html").read_text(encoding="utf-8"), "html.parser")


def texts() -> dict[str, str]:
    return {name: (REPOSITORY / f"{name}.md").read_text(encoding="utf-8") for name in PAGES}


def test_every_planned_chapter_is_in_the_book_in_its_order_and_part():
    table = sf.load("chapters")
    assert CHAPTERS == list(table.id)
    titles = {page["file"].removeprefix("book/"): part["caption"] for part in TOC["parts"] for page in part["chapters"]}
    assert [titles[chapter] for chapter in table.id] == list(table.part_title)
    assert {name.removeprefix("book/reference/") for name in PAGES if name.startswith("book/reference/")} == REFERENCE


def test_a_reader_who_turns_the_pages_meets_every_page_once(site):
    met, name = [], PAGES[0]
    while name:
        met.append(name)
        following = page(site, name).select_one('link[rel="next"]')
        name = following and str((Path(name).parent / following["href"]).as_posix()).removesuffix(".html")
        name = name and re.sub(r"[^/]+/\.\./", "", name)
    assert met == PAGES


def test_every_term_of_the_glossary_is_used_on_a_page():
    terms = {name.casefold() for text in texts().values() for found in re.findall(r"\{term\}`([^`]+)`", text) for name in [re.sub(r".*<(.+)>$", r"\1", " ".join(found.split()))]}
    assert [row.term for row in sf.load("glossary").itertuples() if not {row.term.casefold(), *(also.casefold() for also in row.also)} & terms] == []


def test_no_paragraph_and_no_name_is_untreated(site):
    words = page(site, "book/reference/coverage").get_text(" ")
    assert f"{len(CHAPTERS)} of {len(CHAPTERS)} planned chapters are written" in words
    assert "Not written yet" not in words and "No chapter is planned" not in words


@pytest.mark.parametrize("table", ["people", "organisations"])
def test_people_and_organisations_come_up_in_the_chapters_that_their_rows_name(table):
    absent = []
    for row in sf.load(table).itertuples():
        # Of a person the family name or one of its longer parts will do, of an organisation its short form.
        names = {row.name, *(row.also if table == "organisations" else [part for part in row.name.split() if len(part) > 3])}
        for chapter in row.chapters:
            told = (REPOSITORY / f"book/{chapter}.md").read_text(encoding="utf-8")
            if not any(name in told for name in names):
                absent.append((row.id, chapter))
    assert absent == []


def test_the_hours_on_the_first_page_are_those_of_the_chapters(site):
    chapters = sf.load("chapters")
    minutes = chapters.minutes_read + chapters.minutes_practise
    rows = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in page(site, "book/index").find("table").find("tbody").find_all("tr")]
    expected = [[title, str(len(group)), f"{minutes[group.index].sum() / 60:.1f}"] for title, group in chapters.groupby("part_title", sort=False)]
    assert rows == [*expected, ["The whole course", str(len(chapters)), f"{minutes.sum() / 60:.1f}"]]


def test_the_plans_for_teaching_give_the_sums_of_their_chapters(site):
    chapters = sf.load("chapters").set_index("id")
    minutes = chapters.minutes_read + chapters.minutes_practise
    tables = page(site, "book/reference/instructors").select("section#plans table")
    sessions = list(sf.load("syllabus").groupby("plan", observed=True))
    assert len(tables) == len(sessions) == 3
    for table, (_, plan) in zip(tables, sessions, strict=True):
        shown = [row.find_all("td")[-1].get_text().split()[0] for row in table.find("tbody").find_all("tr")]
        assert shown == [f"{sum(minutes[c] for c in row.chapters) / 60 + row.own_hours:.1f}" for row in plan.itertuples()]


def test_every_open_exercise_is_listed_for_instructors(site):
    listed = {link["href"].split("#")[1] for link in page(site, "book/reference/instructors").select("section#the-open-questions a") if "#" in link["href"]}
    rubrics = {label for text in texts().values() for label in re.findall(r'sf\.rubric\("([^"]+)"\)', text)}
    assert listed == rubrics and len(listed) >= len(CHAPTERS)


def test_the_page_of_practice_has_every_question_and_loads_it_from_where_it_is(site):
    index = json.loads(page(site, "book/reference/practice").find(class_="sf-practice")["data-index"])
    assert [chapter for chapter, *_ in index["chapters"]] == CHAPTERS
    for n, (chapter, _, _, address) in enumerate(index["chapters"]):
        script = (site / "book/reference" / address.split("?")[0]).read_text(encoding="utf-8")
        sections = json.loads(script.split("]=", 1)[1].rstrip(";\n"))
        ids = [json.loads(BeautifulSoup(markup, "html.parser").section["data-question"])["id"] for markup in sections]
        assert ids == [id for id, of, *_ in index["questions"] if of == n] == [question.id for question in sf.quiz(chapter).questions]
