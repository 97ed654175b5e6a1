"""The table of documents in a real Chromium, on a page that forbids everything but the course's script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

import shared_future as sf
from shared_future._html import asset
from shared_future.compare import topics

from .conftest import NARROW, PHONE, WIDE, sideways, violations

STRICT = "default-src 'none'; img-src data:; script-src 'self'; style-src 'self' 'unsafe-inline'"
THEME = "document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';"
BODY = "body { margin: 0 auto; max-width: 48rem; padding: .5rem; font-family: sans-serif; background: var(--sf-bg); color: var(--sf-fg); }"
TABLE = sf.load("frameworks")


@pytest.fixture(scope="module")
def address(serve, tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("compare")
    for name, text in {"compare.js": asset("compare.js"), "theme.js": THEME, "style.css": BODY + asset("tokens.css") + asset("compare.css")}.items():
        (folder / name).write_text(text, encoding="utf-8")
    script = '<script src="compare.js"></script>'
    (folder / "page.html").write_text(
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{STRICT}"><title>Documents</title><link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="style.css"><script src="theme.js"></script>{script}</head>'
        f"<body><main><h1>Documents</h1>{sf.compare().markup()}</main>{script}</body></html>",
        encoding="utf-8",
    )
    return serve(folder) + "page.html"


def documents(page: Page) -> list[str]:
    return page.locator("tbody tr:visible th").all_text_contents()


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_label(label, exact=True).select_option(option)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE, NARROW], ids=["wide", "phone", "narrow"])
def test_accessible_whole_by_row_and_by_column(size, dark, reader, address):
    page = reader(address, size=size, dark=dark)
    for label, option in (("Order", "By name"), ("Topic", "ai"), ("Topic", ""), ("Document", TABLE.framework[4])):
        choose(page, label, option)
        assert violations(page) == [] and sideways(page) <= 0


def test_one_topic_reads_down_a_column_and_one_document_along_a_row(reader, address):
    page = reader(address)
    choose(page, "Topic", "sovereignty")
    assert page.locator("tbody td:visible").all_text_contents() == list(TABLE.sovereignty)
    choose(page, "Topic", "")
    choose(page, "Document", TABLE.framework[4])
    assert documents(page) == [TABLE.framework[4]]
    assert page.locator("tbody td:visible").all_text_contents()[1:] == [TABLE[topic][4] for topic in topics()]
    expect(page.get_by_role("status")).to_have_text("1 of 9 documents, on all 8 topics")


def test_filter_order_and_search_agree_and_everything_comes_back(reader, address):
    page = reader(address)
    choose(page, "Who decides", "multilateral")
    choose(page, "Order", "Newest first")
    expected = TABLE[TABLE.model == "multilateral"].sort_values("year", ascending=False, kind="stable")
    assert documents(page) == list(expected.framework)
    page.get_by_label("Search").fill("ARMS RACE")
    found = expected[expected.astype(str).agg(" ".join, axis=1).str.lower().str.contains("arms race")]
    assert documents(page) == list(found.framework) and len(found)
    page.get_by_label("Search").fill("no such words")
    expect(page.get_by_role("status")).to_have_text("None of 9 documents, on all 8 topics")
    page.get_by_role("button", name="Show everything").click()
    assert documents(page) == list(TABLE.framework)


def test_a_search_looks_only_at_what_is_shown(reader, address):
    page = reader(address)
    page.get_by_label("Search").fill("algorithmic")
    assert len(documents(page)) == 1
    choose(page, "Topic", "sovereignty")
    assert documents(page) == []


def test_by_keyboard(reader, address):
    page = reader(address)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("S")  # a list takes the first option with this letter
    expect(page.get_by_role("status")).to_have_text("9 of 9 documents, on Sovereignty")


def test_to_a_screen_reader_it_is_a_table_even_where_rows_are_blocks(reader, address):
    page = reader(address, size=PHONE)
    page.get_by_role("button", name="Show everything").click()
    assert page.get_by_role("rowheader").count() == 9 and page.get_by_role("columnheader").count() == 10
    assert page.get_by_role("row").count() == 10


def test_a_phone_begins_with_one_topic_and_may_have_them_all(reader, address):
    page = reader(address, size=PHONE)
    assert page.locator("tbody td:visible").all_text_contents() == list(TABLE.sovereignty)
    page.get_by_role("button", name="Show everything").click()
    expect(page.get_by_role("status")).to_have_text("9 of 9 documents, on all 8 topics")
    assert documents(reader(address)) == documents(page)


def test_without_script_the_whole_table_is_there(reader, address):
    page = reader(address, javascript=False)
    assert documents(page) == list(TABLE.framework) and page.locator("tbody td:visible").count() == 81
