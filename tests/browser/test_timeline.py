"""Timelines in a real Chromium, on pages of their own that forbid everything but the course's script."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect
from shared_future import data
from shared_future._html import asset
from shared_future.timeline import timeline

from .conftest import NARROW, PHONE, WIDE, sideways, violations

EVERY = len(data.load("events"))
STRICT = "default-src 'none'; img-src data:; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'"
THEME = "document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';"
BODY = "body { margin: 0 auto; max-width: 48rem; padding: .5rem; font-family: sans-serif; background: var(--sf-bg); color: var(--sf-fg); }"


@pytest.fixture(scope="module")
def pages(serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Write a page with timelines as the book does, and return its address."""
    folder = tmp_path_factory.mktemp("timelines")
    for name, text in {"timeline.js": asset("timeline.js"), "theme.js": THEME, "style.css": BODY + asset("tokens.css") + asset("timeline.css")}.items():
        (folder / name).write_text(text, encoding="utf-8")
    address = serve(folder)

    def write(name: str, *parts: tuple[pd.DataFrame, str], late: bool = False) -> str:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SHARED_FUTURE_BOOK", "1")
            body = "".join(timeline(events, title)._repr_mimebundle_()["text/html"] for events, title in parts)
        script = '<script src="timeline.js"></script>'
        # The script twice: before the timelines, as a page may have it, and after them.
        page = (
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<meta http-equiv="Content-Security-Policy" content="{STRICT}"><title>{name}</title><link rel="icon" href="data:,">'
            f'<link rel="stylesheet" href="style.css"><script src="theme.js"></script>{"" if late else script}</head>'
            f'<body><main><h1>Timelines</h1><p id="elsewhere">Words.</p>{body}</main>{script}</body></html>'
        )
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
        return f"{address}{name}.html"

    return write


@pytest.fixture(scope="module")
def everything(pages) -> str:
    return pages("all", (data.events(duplicates=True), "Every event"))


@pytest.fixture(scope="module")
def two(pages) -> str:
    return pages("two", (data.events(theme="sovereignty"), "Sovereignty"), (data.events(since="2024"), "Since 2024"))


def found(scope: Page | Locator) -> list[str]:
    """The titles that the list shows."""
    return scope.locator(".sf-tl-list > li:not([hidden]) .sf-tl-name").all_text_contents()


def titles(events: pd.DataFrame) -> list[str]:
    return [" ".join(filter(None, (event.title, event.title_zh))) for event in events.itertuples()]


def fragment(page: Page) -> str:
    return page.evaluate("decodeURIComponent(location.hash)")


def status(scope: Page | Locator) -> Locator:
    return scope.get_by_role("status")


def drag(page: Page, begin: float, end: float) -> None:
    """Drag over the picture, from one share of its width to another."""
    plot = page.locator(".sf-tl-plot").first
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    for x, act in ((begin, page.mouse.down), (end, page.mouse.up)):
        page.mouse.move(box["x"] + x * box["width"], box["y"] + box["height"] - 4, steps=4)
        act()


def picture(page: Page) -> tuple[list[str], list[float]]:
    """What the axis says, and where everything in the picture stands, in per cent."""
    places = page.evaluate(
        """() => [...document.querySelectorAll(".sf-tl-axis svg, .sf-tl-mark rect, .sf-tl-mark svg")].flatMap(
            (node) => ["x", "width"].map((name) => parseFloat(node.getAttribute(name) || 0)))"""
    )
    return page.locator(".sf-tl-axis text").all_text_contents(), places


def assert_same_picture(page: Page, before: tuple[list[str], list[float]]) -> None:
    labels, places = picture(page)
    assert labels == before[0]
    assert places == pytest.approx(before[1], abs=0.02)  # the two languages round halves apart


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_accessible_before_and_after_filtering(size, dark, reader, everything):
    page = reader(everything, size=size, dark=dark)
    assert violations(page) == []
    page.get_by_role("button", name="Filters").click()
    page.get_by_label(re.compile("^Law")).check()
    page.get_by_label("Search").fill("china")
    page.get_by_role("button", name="Open all").click()
    assert 0 < len(found(page)) < 20
    assert violations(page) == []


def test_filters_narrow_within_a_facet_by_or_and_between_facets_by_and(reader, everything):
    page = reader(everything)
    page.get_by_role("button", name="Filters").click()
    page.get_by_label(re.compile("^Law")).check()
    page.get_by_label(re.compile("^Treaty")).check()
    page.get_by_label(re.compile("^Peace and security")).check()
    expected = data.events(kind=["law", "treaty"], theme="security", duplicates=True)
    assert found(page) == titles(expected)
    expect(status(page)).to_have_text(f"{len(expected)} of {EVERY} events: Treaty or UN process, Law or policy; Peace and security")
    expect(page.get_by_role("button", name="Filters (2)")).to_be_visible()
    marks = page.locator(".sf-tl-mark:not(.sf-tl-off)")
    assert marks.count() == len(expected)


def test_every_count_says_what_choosing_it_would_show(reader, everything):
    page = reader(everything)
    page.get_by_role("button", name="Filters").click()
    page.get_by_label(re.compile("^Law")).check()
    label = page.locator("label", has_text="Openness")
    promised = int(label.locator(".sf-tl-count").inner_text())
    other = int(page.locator("label", has_text="Incident").locator(".sf-tl-count").inner_text())
    label.click()
    assert len(found(page)) == promised == len(data.events(kind="law", theme="openness", duplicates=True))
    page.get_by_label(re.compile("^Openness")).uncheck()
    page.get_by_label(re.compile("^Law")).uncheck()
    page.get_by_label(re.compile("^Incident")).check()
    assert len(found(page)) == other == len(data.events(kind="incident", duplicates=True))


@pytest.mark.parametrize("words, title", [("乌镇", "乌镇"), ("SAO PAULO netmundial", "NETmundial"), ("  wuzhen   2019 ", "Wuzhen")])
def test_search_reads_chinese_capitals_and_accents_alike(words, title, reader, everything):
    page = reader(everything)
    page.get_by_label("Search").fill(words)
    assert 0 < len(found(page)) < 60
    assert any(title in name for name in found(page))


def test_search_for_nothing_that_is_there_says_so(reader, everything):
    page = reader(everything)
    page.get_by_label("Search").fill("no such words")
    assert found(page) == []
    expect(status(page)).to_have_text(f"None of {EVERY} events: “no such words”")


def test_years_zoom_the_picture_and_choose_the_events(reader, everything):
    page = reader(everything)
    before = picture(page)
    page.get_by_label("From").fill("2019")
    page.get_by_label("To").fill("2020-06")
    dated = data.events(since="2019", until="2020-06", duplicates=True)
    assert found(page) == titles(dated[dated["date"] != ""])
    assert page.locator(".sf-tl-axis text").all_text_contents() == ["2019", "Apr", "Jul", "Oct", "2020", "Apr", "Jul"]
    page.get_by_label("To").fill("2018")
    expect(status(page)).to_contain_text("the first year is after the last")
    page.get_by_role("button", name="Reset").click()
    assert len(found(page)) == EVERY
    assert_same_picture(page, before)


@pytest.mark.parametrize("dates", [["2015-12-16"], ["2015-11-05", "2016-03-01"], ["2015-01-05", "2016-03-01"], ["2014", "2025-11"], ["1969-10-29", "2026"], ["1650", "2020"]])
def test_script_draws_every_axis_as_python_did(dates, reader, pages):
    page = reader(pages("-".join(dates), (pd.DataFrame({"date": dates, "title": dates, "kind": "law"}), "Dates")))
    before = picture(page)
    year = dates[0][:4]
    page.get_by_label("From").fill(f"{year}-12")
    page.get_by_label("To").fill(f"{year}-12")
    assert len(page.locator(".sf-tl-axis text").all()) == 7
    page.get_by_role("button", name="Reset").click()
    assert_same_picture(page, before)


def test_unfinished_and_endless_years_are_borne(reader, everything):
    page = reader(everything)
    before = picture(page)
    for text in ("2", "20", "2019-", "2019-13", "1000", "9999"):
        page.get_by_label("To").fill(text)
    page.get_by_label("From").fill("0000")
    assert_same_picture(page, before)


def test_brush_sets_years_and_then_months_and_a_double_click_undoes_it(reader, everything):
    page = reader(everything)
    drag(page, 0.8, 0.99)
    years = page.get_by_label("From").input_value(), page.get_by_label("To").input_value()
    assert years == ("2015", "2026")
    drag(page, 0.9, 0.7)  # to the left
    assert re.fullmatch(r"\d{4}-\d\d", page.get_by_label("From").input_value())
    since, until = page.get_by_label("From").input_value(), page.get_by_label("To").input_value()
    assert "2023" <= since < until < "2026"
    assert found(page) == titles(data.events(since=since, until=until, duplicates=True))
    page.locator(".sf-tl-plot").dblclick(position={"x": 3, "y": 3})
    assert len(found(page)) == EVERY


def test_mark_opens_and_focuses_its_entry(reader, two):
    page = reader(two)
    mark = page.locator(".sf-tl-mark").nth(3)
    entry = page.locator(".sf-tl-list").first.locator("li").nth(3)
    name = entry.locator(".sf-tl-name").text_content()
    assert mark.locator("title").text_content().split(": ", 1)[1] in name
    mark.locator("path").click()
    expect(entry.locator("details")).to_have_attribute("open", "")
    expect(entry.locator("summary")).to_be_focused()
    expect(mark).to_have_class(re.compile("sf-tl-here"))
    expect(entry.locator("summary")).to_be_in_viewport()


def test_marks_that_are_filtered_out_cannot_be_pressed(reader, two):
    page = reader(two)
    page.get_by_label("Search").first.fill("no such words")
    assert page.locator(".sf-tl-mark").first.evaluate("mark => getComputedStyle(mark).pointerEvents") == "none"


def test_keyboard_walk(reader, everything):
    """Everything a pointer can do, with keys alone."""
    page = reader(everything)

    def tab_to(role: str, name: str) -> Locator:
        target = page.get_by_role(role, name=re.compile(f"^{name}")).first
        for _ in range(60):
            page.keyboard.press("Tab")
            if target.evaluate("node => node === document.activeElement"):
                outline = target.evaluate("node => getComputedStyle(node).outlineStyle + getComputedStyle(node).outlineWidth")
                assert outline == "solid3px", f"the focus on {name} cannot be seen"
                return target
        raise AssertionError(f"Tab does not reach {name}")

    tab_to("searchbox", "Search")
    before = len(found(page))
    page.keyboard.type("wuzhen")
    assert 0 < len(found(page)) < before
    tab_to("textbox", "From")
    page.keyboard.type("2015")
    tab_to("textbox", "To")
    page.keyboard.type("2015")
    tab_to("button", "Filters")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Filters")).to_have_attribute("aria-expanded", "true")
    tab_to("checkbox", "Meeting")
    page.keyboard.press("Space")
    [title] = found(page)
    assert title.startswith("Second World Internet Conference")
    tab_to("button", "Open all")
    tab_to("link", "Link to this view")
    page.keyboard.press("Tab")
    expect(page.locator("li:not([hidden]) summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("li:not([hidden]) .sf-tl-body")).to_be_visible()
    page.keyboard.press("Tab")
    assert "cite-" in page.evaluate("document.activeElement.href")
    while page.evaluate("document.activeElement.textContent") != "Reset":
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert len(found(page)) == EVERY
    expect(page.get_by_role("button", name="Reset")).to_be_focused()


def test_every_control_keeps_its_keys_from_jupyterlab(reader, everything):
    page = reader(everything)
    bare = "[...document.querySelectorAll('a, button, input, summary, select, [tabindex]')].filter(node => node.dataset.lmSuppressShortcuts !== 'true').length"
    assert page.evaluate(bare) == 0
    assert page.evaluate("document.querySelectorAll('sf-timeline-v1 [id]').length") == 0


def test_view_can_be_linked_to(reader, everything):
    page = reader(everything)
    page.get_by_role("button", name="Filters").click()
    page.get_by_label(re.compile("^Publication")).check()
    page.get_by_label("Search").fill("报告 wuzhen")
    page.get_by_label("From").fill("2010")
    assert fragment(page) == "#view?q=报告+wuzhen&from=2010&kind=publication"
    assert page.get_by_role("link", name="Link to this view").evaluate("link => link.href") == page.url
    seen = found(page), picture(page)
    assert seen[0]
    again = reader(page.url)
    assert (found(again), picture(again)) == seen
    assert again.get_by_label("Search").input_value() == "报告 wuzhen"
    expect(again.locator("figcaption")).to_be_in_viewport()


def test_link_is_copied_or_pointed_out(reader, everything):
    page = reader(everything)
    page.get_by_label("Search").fill("wuzhen")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Link to this view").click()
    expect(status(page)).to_have_text("The link is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.get_by_role("link", name="Link to this view").click()
    expect(status(page)).to_contain_text("address bar")


def test_back_and_forward_walk_through_the_views(reader, everything):
    page = reader(everything)
    page.get_by_role("button", name="Filters").click()
    page.get_by_label(re.compile("^Law")).check()
    page.get_by_label("Search").press_sequentially("china")
    page.go_back()
    assert fragment(page) == "#view?kind=law"
    expect(page.get_by_label("Search")).to_have_value("")
    assert found(page) == titles(data.events(kind="law", duplicates=True))
    page.go_back()
    assert fragment(page) == "" and len(found(page)) == EVERY
    page.go_forward()
    expect(page.get_by_label(re.compile("^Law"))).to_be_checked()


def test_two_timelines_do_not_clash(reader, two):
    page = reader(two)
    first, second = page.locator("sf-timeline-v1").all()
    first.get_by_label("Search").fill("china")
    second.get_by_label("From").fill("2025")
    assert fragment(page) == "#view?q=china&2.from=2025"
    seen = found(first), found(second)
    assert len(seen[0]) < len(data.events(theme="sovereignty")) and seen[1] == titles(data.events(since="2025"))
    assert {link.get_attribute("href") for link in page.get_by_role("link", name="Link to this view").all()} == {"#view?q=china&2.from=2025"}
    again = reader(page.url)
    assert tuple(found(part) for part in again.locator("sf-timeline-v1").all()) == seen
    first.get_by_role("button", name="Reset").click()
    assert fragment(page) == "#view?2.from=2025" and found(second) == seen[1]
    expect(reader(page.url).locator("figcaption").nth(1)).to_be_in_viewport()
    second.get_by_role("button", name="Reset").click()
    assert fragment(page) == ""


def test_other_fragments_are_left_alone(reader, two):
    page = reader(f"{two}#elsewhere")
    assert fragment(page) == "#elsewhere"
    page.get_by_label("Search").first.fill("china")
    seen = found(page)
    page.evaluate("location.hash = 'elsewhere'")
    assert fragment(page) == "#elsewhere" and found(page) == seen
    hostile = reader(f"{two}#view?kind=<script>alert(1)</script>&from=never&2.q=%E4%B9%8C%E9%95%87")
    assert len(found(hostile.locator("sf-timeline-v1").first)) == len(data.events(theme="sovereignty"))


def test_a_notebook_s_address_is_not_touched(reader, two, pages):
    page = reader(two)
    page.evaluate(
        """() => { const one = document.querySelector("sf-timeline-v1"), copy = document.createElement("div");
        copy.innerHTML = one.outerHTML.replace("data-linkable", "data-was"); copy.querySelectorAll("form, .sf-tl-foot").forEach((node) => node.remove());
        document.querySelector("main").replaceChildren(copy); }"""
    )
    page.get_by_label("Search").fill("china")
    assert "china" in status(page).inner_text() and fragment(page) == ""
    expect(page.get_by_role("link", name="Link to this view")).to_have_count(0)


def test_open_all_and_close_all_act_on_what_is_shown(reader, two):
    page = reader(two)
    first = page.locator("sf-timeline-v1").first
    first.get_by_label("Search").fill("china")
    first.get_by_role("button", name="Open all").click()
    assert first.locator("details[open]").count() == len(found(first))
    first.get_by_role("button", name="Close all").click()
    assert page.locator("details[open]").count() == 0


def test_script_upgrades_children_that_are_parsed_after_it_or_before(reader, two, pages):
    for address in (two, pages("late", (data.events(kind="law"), "One"), (data.events(kind="treaty"), "Two"), late=True)):
        page = reader(address)
        assert page.get_by_role("status").count() == 2
        assert page.get_by_label("Search").count() == 2


@pytest.mark.parametrize("events", [data.events(kind="law").head(1), data.load("events").query("date == ''")], ids=["one event", "no dates"])
def test_small_and_undated_selections_work(events, reader, pages):
    page = reader(pages(f"few-{len(events)}", (events, "Few")))
    assert violations(page) == []
    assert page.get_by_label("From").count() == (events["date"] != "").all()
    page.get_by_label("Search").fill("no such words")
    expect(status(page)).to_contain_text(f"None of {len(events)} event")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_fits_the_narrowest_window(javascript, reader, everything):
    page = reader(everything, size=NARROW, javascript=javascript)
    assert sideways(page) == 0
    if javascript:
        page.add_style_tag(content=".sf-tl-list > li { content-visibility: visible !important }")  # it would cut off what sticks out
        page.get_by_role("button", name="Filters").click()
        page.get_by_role("button", name="Open all").click()
        assert sideways(page) == 0


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_targets_are_big_enough(size, reader, two):
    page = reader(two, size=size)
    page.get_by_role("button", name="Filters").first.click()
    small = """() => [...document.querySelectorAll("button, label:has([type=checkbox]), .sf-tl-bar input, summary, .sf-tl-foot a")]
        .filter((node) => node.checkVisibility()).map((node) => [node.textContent, node.getBoundingClientRect()])
        .filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)"""
    assert page.evaluate(small) == []


def test_complete_without_script(reader, two):
    page = reader(two, javascript=False)
    assert len(found(page)) == len(data.events(theme="sovereignty")) + len(data.events(since="2024"))
    expect(page.locator("button, input")).to_have_count(0)
    entry = page.locator("details").first
    entry.locator("summary").click()
    expect(entry.locator(".sf-tl-body")).to_be_visible()
    assert violations(reader(two)) == []


def test_print_opens_every_entry_and_drops_the_controls(reader, two):
    page = reader(two)
    page.emulate_media(media="print")
    for control in ("button", "textbox", "searchbox", "link", "status"):
        expect(page.locator(".sf-tl > *:not(.sf-tl-list)").get_by_role(control)).to_have_count(0)
    bodies = page.locator(".sf-tl-body").all()
    assert all(body.is_visible() and body.bounding_box()["height"] > 20 for body in (bodies[0], bodies[-1]))
    assert page.locator(".sf-tl-list").last.evaluate("list => list.scrollHeight === list.clientHeight")


def test_forced_colours_keep_marks_and_focus(reader, two):
    page = reader(two)
    page.emulate_media(forced_colors="active")
    fills = page.evaluate("[...document.querySelectorAll('.sf-tl-mark.sf-day path')].map(node => getComputedStyle(node).fill)")
    assert set(fills) == {page.evaluate("getComputedStyle(document.body).color")}


@pytest.mark.parametrize("size", [WIDE, PHONE, NARROW], ids=["wide", "phone", "narrow"])
def test_controls_do_not_push_the_page_about(size, reader, two):
    """What the script adds takes the room that the style kept for it."""
    page = reader(two, size=size)
    moved = page.evaluate(
        """() => { const shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({type: "layout-shift", buffered: true});
        return new Promise((done) => setTimeout(() => done(shifts.reduce((sum, shift) => sum + shift.value, 0)), 200)); }"""
    )
    assert moved < 0.02
