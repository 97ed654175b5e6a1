"""A reader of the built book: filters, opens, answers, comes back; by keyboard alone, and with JavaScript off."""

from __future__ import annotations

import re

import pytest
from conftest import CHAPTERS
from playwright.sync_api import Locator, Page, expect

import shared_future as sf
from shared_future.bank import read_bank

from .conftest import NARROW, sideways, violations

every_chapter = pytest.mark.parametrize("name", CHAPTERS)


def tab_to(page: Page, control: Locator) -> None:
    """Press Tab until the control has the focus."""
    for _ in range(400):
        if control.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {control}")


@every_chapter
def test_timeline_by_keyboard(name, reader, address):
    page = reader(f"{address}book/{name}.html")
    timeline = page.locator("sf-timeline-v1").first
    events = timeline.locator("ol > li")
    everything = events.count()
    wanted = events.nth(everything // 2).locator("summary").text_content()
    word = max(re.findall(r"\w+", wanted), key=len)

    tab_to(page, timeline.get_by_role("searchbox"))
    page.keyboard.type(word)
    expect(timeline.get_by_role("status").first).to_have_text(re.compile(rf"^\d+ of {everything} "))
    assert 0 < timeline.locator("ol > li:visible").count() <= everything
    event = timeline.locator("ol > li:visible").first
    tab_to(page, event.locator("summary"))
    page.keyboard.press("Enter")
    expect(event.locator("details")).to_have_attribute("open", "")
    expect(event.locator("a[href*='sources.html#cite-']").first).to_be_visible()
    view = page.url
    assert "#" in view, "the view cannot be linked to"
    assert violations(page) == []

    again = reader(view)
    expect(again.locator("sf-timeline-v1").first.get_by_role("searchbox")).to_have_value(word)


@every_chapter
def test_quiz_by_keyboard_is_kept_and_reset(name, reader, address):
    page = reader(f"{address}book/{name}.html#check-yourself")  # as by the link in the page's contents: Tab goes on from there
    quiz = page.locator("sf-quiz-v1")
    total = len(read_bank(name).questions)
    tab_to(page, quiz.get_by_role("radio").first)
    page.keyboard.press("Space")
    question = quiz.locator("fieldset, section").filter(has=page.locator(":focus")).last
    page.keyboard.press("Tab")
    if page.locator(":focus").get_attribute("type") == "radio":  # true or false asks for a reason as well
        page.keyboard.press("Space")
        question = quiz.locator("fieldset, section").filter(has=page.locator(":focus")).filter(has_text="Check answer").last
    tab_to(page, question.get_by_role("button", name="Check answer"))
    page.keyboard.press("Enter")
    expect(question.get_by_role("status").first).to_contain_text(re.compile("Right|Not right"))
    line = quiz.locator(".sf-quiz-line")
    expect(line).to_have_text(re.compile(rf"^1 of {total} answered"))
    assert violations(page) == []

    page.reload()
    expect(line).to_have_text(re.compile(rf"^1 of {total} answered"))
    expect(quiz.get_by_text("Kept from your last visit.").first).to_be_visible()
    tab_to(page, quiz.get_by_role("button", name="Reset this quiz"))
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(line).to_have_text(f"0 of {total} answered")


@every_chapter
def test_solution_and_data_open_by_keyboard(name, reader, address):
    chapter = f"{address}book/{name}.html"
    page = reader(chapter)
    for section, fold in (("what-the-figures-say", page.locator("figure details").first), ("exercises", page.locator("details.solution").first)):
        page.goto(f"{chapter}#{section}")
        tab_to(page, fold.locator("summary").first)
        page.keyboard.press("Enter")
        expect(fold).to_have_attribute("open", "")


@every_chapter
def test_without_javascript_everything_is_there(name, reader, address):
    page = reader(f"{address}book/{name}.html", javascript=False, size=NARROW)
    assert sideways(page) == 0
    text = " ".join(page.locator("main").evaluate("node => node.textContent").split())
    for question in read_bank(name).questions:
        for option in question.options:
            assert " ".join(re.sub(r"[*_`]", "", option.text or option.reason).split())[:40] in text.replace("’", "'"), question.id
    answers = page.locator("sf-quiz-v1 details")
    assert answers.count() >= len(read_bank(name).questions)
    answers.first.locator("summary").press("Enter")
    expect(answers.first).to_have_attribute("open", "")
    event = page.locator("sf-timeline-v1 ol > li details").first
    event.locator("summary").press("Enter")
    expect(event).to_have_attribute("open", "")


def test_every_event_is_on_the_timeline_page_without_javascript(reader, address):
    page = reader(f"{address}book/reference/timeline.html", javascript=False)
    text = " ".join(page.locator("sf-timeline-v1").evaluate("node => node.textContent").split())
    assert [row.id for row in sf.events().itertuples() if " ".join(row.title.split()) not in text] == []


def test_search_finds_english_and_chinese(reader, address):
    for words, found in (("sovereignty", "Respect for cyber sovereignty"), ("网络主权", "Glossary")):
        page = reader(f"{address}search.html?q={words}")
        expect(page.locator("#search-results")).to_contain_text(found, timeout=10_000)


def test_phone_menu_leads_to_another_chapter(reader, address):
    page = reader(f"{address}book/{CHAPTERS[0]}.html", size=(390, 844))
    page.locator("button[popovertarget], header button").first.press("Enter")
    link = page.get_by_role("link", name="Glossary").first
    expect(link).to_be_visible()
    link.press("Enter")
    page.wait_for_url("**/reference/glossary.html")
