"""The built book as files: what must be there is there, and no link leads nowhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from conftest import CHAPTERS, PAGES, REPOSITORY

import shared_future as sf


@cache
def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@cache
def targets(path: Path) -> frozenset[str]:
    return frozenset(tag.get("id") or tag.get("name") for tag in soup(path).find_all(lambda tag: tag.get("id") or tag.get("name")))


def test_the_book_has_the_pages_of_the_table_of_contents_and_no_others(site):
    built = {str(path.relative_to(site).with_suffix("")) for path in (site / "book").rglob("*.html")}
    assert built == set(PAGES)


def test_every_chapter_of_the_contents_is_planned_and_every_chapter_file_is_in_the_contents():
    assert set(CHAPTERS) <= set(sf.load("chapters").id)
    files = {str(path.relative_to(REPOSITORY).with_suffix("")) for path in (REPOSITORY / "book").rglob("*.md")}
    assert files == set(PAGES)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_chapter_has_all_its_parts(chapter, site):
    page = soup(site / "book" / f"{chapter}.html")
    assert page.select_one("sf-timeline-v1 ol li"), "no timeline"
    assert page.select_one("sf-quiz-v1"), "no quiz"
    assert page.select_one("figure svg[role=img]"), "no figure"
    assert len(page.select("div.exercise")) >= 3
    assert len(page.select(".solution")) == len(page.select("div.exercise"))
    assert len(page.select("a[href*='reference/sources.html#cite-']")) >= 10, "too few citations"
    assert page.select("a[href*='reference/glossary.html#term-']"), "no glossary terms"


@pytest.mark.parametrize("name", PAGES)
def test_no_output_is_an_error(name, site):
    page = soup(site / f"{name}.html")
    assert page.select(".output.traceback, .output.stderr, .stderr, .traceback, .cell_output_error") == []
    text = page.get_text()
    assert "Traceback (most recent call last)" not in text
    assert "Check failed" not in text


def test_no_link_and_no_fragment_is_dead(site):
    dead = []
    for path in sorted(site.rglob("*.html")):
        for tag in soup(path).find_all(["a", "link", "script", "img", "source"]):
            link = tag.get("href") or tag.get("src")
            if not link or urlsplit(link).scheme or link.startswith("//"):
                continue
            address, fragment = unquote(urlsplit(link).path), unquote(urlsplit(link).fragment)
            target = (path.parent / address).resolve() if address else path
            if target.is_dir():
                target /= "index.html"
            if not target.exists():
                dead.append(f"{path.relative_to(site)} -> {link}: no such file")
            elif fragment and target.suffix == ".html" and fragment not in targets(target):
                dead.append(f"{path.relative_to(site)} -> {link}: no such place on the page")
    assert dead == []


def test_nothing_on_a_page_is_loaded_from_elsewhere(site):
    loaded = [
        f"{path.relative_to(site)}: {link}"
        for path in sorted(site.rglob("*.html"))
        for tag in soup(path).find_all(["link", "script", "img", "source", "iframe", "video", "audio"])
        if (link := tag.get("src") or (tag.get("href") if "canonical" not in tag.get("rel", []) else None)) and urlsplit(link).scheme in ("http", "https")
    ]
    assert loaded == []


def test_every_source_is_listed_and_has_its_anchor(site):
    anchors = targets(site / "book" / "reference" / "sources.html")
    missing = [key for key in sf.load("sources").key if f"cite-{key}" not in anchors]
    assert missing == []


def test_coverage_lists_every_paragraph_and_every_named_thing(site):
    text = soup(site / "book" / "reference" / "coverage.html").get_text(" ").replace("’", "'")
    assert [row for row in sf.load("paragraphs").id if f" {row} " not in text.replace("\n", " ")] == []
    assert [name for name in sf.load("named_things").name if " ".join(name.split()) not in " ".join(text.split())] == []
    unwritten = set(sf.load("chapters").id) - set(CHAPTERS)
    titles = sf.load("chapters").set_index("id").title
    page = soup(site / "book" / "reference" / "coverage.html")
    linked = {link.get_text() for link in page.select("article a")}
    assert {titles[chapter] for chapter in CHAPTERS} <= linked
    assert linked.isdisjoint(titles[chapter] for chapter in unwritten)
    assert "not written yet" in text.lower() or not unwritten
