"""Practice in a real Chromium, on a page that forbids everything but the course's scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

import shared_future as sf
from shared_future.practice import Practice, script
from shared_future._html import asset
from shared_future.bank import read_banks

from .conftest import NARROW, PHONE, WIDE, sideways, violations

STRICT = "default-src 'none'; img-src data:; script-src 'self'; style-src 'self' 'unsafe-inline'"
THEME = "document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';"
BODY = "body { margin: 0 auto; max-width: 48rem; padding: .5rem; font-family: sans-serif; background: var(--sf-bg); color: var(--sf-fg); }"
CHAPTERS = ["foundations/story-of-the-concept", "principles/cyber-sovereignty"]
BANKS = {chapter: read_banks()[chapter] for chapter in CHAPTERS}
QUESTIONS = {question.id: question for bank in BANKS.values() for question in bank.questions}
ONE = [question for question in QUESTIONS.values() if question.type == "one"]


@pytest.fixture(scope="module")
def page_of(serve, tmp_path_factory) -> Callable[[str], str]:
    """Write a page two folders down, as in the book, and return its address."""
    folder = tmp_path_factory.mktemp("practice")
    static = folder / "_static"
    (folder / "book" / "reference").mkdir(parents=True)
    parts = {"quiz.js": asset("quiz.js"), "practice.js": asset("practice.js"), "theme.js": THEME}
    parts |= {"style.css": BODY + asset("tokens.css") + asset("quiz.css") + asset("practice.css")}
    parts |= dict(script(bank) for bank in BANKS.values())
    for name, text in parts.items():
        (static / name).parent.mkdir(parents=True, exist_ok=True)
        (static / name).write_text(text, encoding="utf-8")
    address = serve(folder)

    def write(page_name: str, book: bool = True) -> str:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SHARED_FUTURE_BOOK", "1" if book else "0")
            body = Practice(BANKS).markup()
        scripts = "".join(f'<script src="../../_static/{name}"></script>' for name in ("quiz.js", "practice.js"))
        page = (
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<meta http-equiv="Content-Security-Policy" content="{STRICT}"><title>Practice</title><link rel="icon" href="data:,">'
            f'<link rel="stylesheet" href="../../_static/style.css"><script src="../../_static/theme.js"></script></head>'
            f"<body><main><h1>Practice</h1>{body}</main>{scripts}</body></html>"
        )
        (folder / "book" / "reference" / f"{page_name}.html").write_text(page, encoding="utf-8")
        return f"{address}book/reference/{page_name}.html"

    return write


@pytest.fixture(scope="module")
def address(page_of) -> str:
    return page_of("book")


def ask(page: Page) -> str:
    """Ask for a question; return its id."""
    shown = page.locator(".sf-pr-stage section")
    before = shown.get_attribute("data-question") if shown.count() else None
    page.get_by_role("button", name=re.compile("^(Ask me a|Next) question$")).click()
    expect(page.locator(".sf-pr-stage fieldset").first).to_be_visible()
    page.wait_for_function("before => document.querySelector('.sf-pr-stage section')?.dataset.question !== before || before === null", arg=before)
    return json.loads(shown.get_attribute("data-question"))["id"]


def choose(page: Page, *labels: str) -> None:
    if not page.locator(".sf-pr-choice").evaluate("details => details.open"):
        page.get_by_text("Choose what to practise").click()
    for label in labels:
        page.get_by_label(label, exact=True).check()


def answer(page: Page, id: str, right: bool) -> None:
    """Answer a question that has one right option."""
    option = next(option for option in QUESTIONS[id].options if option.correct == right)
    row = QUESTIONS[id].shown().index(QUESTIONS[id].options.index(option))
    page.locator(".sf-pr-stage input[type=radio]").nth(row).check()
    page.get_by_role("button", name="Check answer").click()
    expect(page.locator(".sf-q-result")).to_contain_text("Right." if right else "Not right")


def kept(page: Page) -> dict:
    return page.evaluate("JSON.parse(localStorage.getItem('shared-future:practice'))")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE, NARROW], ids=["wide", "phone", "narrow"])
def test_accessible_before_and_after_a_question(size, dark, reader, address):
    page = reader(address, size=size, dark=dark)
    assert violations(page) == [] and sideways(page) <= 0
    choose(page, "One answer")
    answer(page, ask(page), right=False)
    assert violations(page) == [] and sideways(page) <= 0


def test_every_question_is_asked_before_one_that_was_right_comes_again(reader, address):
    page = reader(address)
    choose(page, "One answer")
    expect(page.get_by_role("status").first).to_contain_text(f"{len(ONE)} of {len(QUESTIONS)} questions chosen")
    asked = []
    for _ in ONE:
        asked.append(ask(page))
        answer(page, asked[-1], right=True)
    assert sorted(asked) == sorted(question.id for question in ONE)


def test_what_was_wrong_comes_back_after_three_others_and_what_was_right_later(reader, address):
    page = reader(address)
    choose(page, "One answer")
    wrong = ask(page)
    answer(page, wrong, right=False)
    asked = []
    for _ in range(4):
        asked.append(ask(page))
        answer(page, asked[-1], right=True)
    assert asked[:3].count(wrong) == 0 and asked[3] == wrong
    assert kept(page)["cards"][wrong][0] == 1  # answered rightly now, it lies one box higher
    assert kept(page)["cards"][asked[0]] == [1, 2 + 12]


def test_only_the_first_try_counts(reader, address):
    page = reader(address)
    choose(page, "One answer")
    id = ask(page)
    answer(page, id, right=False)
    page.get_by_role("button", name="Try again").click()
    answer(page, id, right=True)
    assert kept(page)["cards"][id][0] == 0 and kept(page)["turn"] == 1
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('shared-future:quiz:'))") == []


def test_part_type_and_level_narrow_the_choice_together(reader, address):
    page = reader(address)
    choose(page, "True or false", "Level 2", "Four principles (2015)")
    expected = [q for q in BANKS["principles/cyber-sovereignty"].questions if q.type == "true-false" and q.difficulty == 2]
    expect(page.get_by_role("status").first).to_contain_text(f"{len(expected)} of {len(QUESTIONS)} questions chosen")
    if expected:
        assert ask(page) in {question.id for question in expected}


def test_a_wrong_answer_in_the_chapters_quiz_comes_first(reader, address):
    page = reader(address)
    wrong = ONE[3].id
    page.evaluate("id => localStorage.setItem('shared-future:quiz:' + id, JSON.stringify({v: 1, print: 'x', first: false, answer: null}))", wrong)
    page.reload()
    assert ask(page) == wrong


def test_choice_and_boxes_are_kept_and_can_be_forgotten(reader, address):
    page = reader(address)
    choose(page, "One answer")
    answer(page, ask(page), right=False)
    page.reload()
    expect(page.get_by_label("One answer", exact=True)).to_be_checked()
    expect(page.get_by_role("status").first).to_contain_text("1 met before, 1 to come back soon")
    page.get_by_role("button", name="Forget my practice").click()
    page.get_by_role("button", name="Keep it").click()
    assert kept(page)["cards"] != {}
    page.get_by_role("button", name="Forget my practice").click()
    page.get_by_role("button", name="Yes, forget it").click()
    assert kept(page)["cards"] == {} and kept(page)["turn"] == 0


@pytest.mark.parametrize("broken", ["{", "[]", '{"v":1,"turn":-1}', '{"v":1,"turn":1,"cards":{"x":"y","z":[9,1]},"chosen":7}', '{"v":2}'])
def test_nonsense_in_the_browser_is_passed_over(broken, reader, address):
    page = reader(address)
    page.evaluate("text => localStorage.setItem('shared-future:practice', text)", broken)
    page.reload()
    assert ask(page) in QUESTIONS


def test_a_card_in_a_box_that_there_is_not_is_passed_over(reader, address):
    page = reader(address)
    cards = {question.id: [99, 0] for question in ONE}
    page.evaluate("cards => localStorage.setItem('shared-future:practice', JSON.stringify({v: 1, turn: 5, cards, chosen: ['type:one']}))", cards)
    page.reload()
    id = ask(page)
    answer(page, id, right=True)
    assert kept(page)["cards"] == {id: [1, 6 + 12]}


def test_a_card_of_a_question_that_is_gone_stays(reader, address):
    page = reader(address)
    page.evaluate("localStorage.setItem('shared-future:practice', JSON.stringify({v: 1, turn: 5, cards: {'of-another-edition': [2, 9]}, chosen: []}))")
    page.reload()
    choose(page, "One answer")
    answer(page, ask(page), right=True)
    assert kept(page)["cards"]["of-another-edition"] == [2, 9]


def test_a_notebook_brings_its_questions_along(reader, page_of):
    page = reader(page_of("notebook", book=False))
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    choose(page, "One answer")
    answer(page, ask(page), right=True)
    assert requests == []


def test_from_a_folder_without_a_server(reader, address, tmp_path, page_of):
    import urllib.request

    base = address.removesuffix("book/reference/book.html")
    names = ["book/reference/book.html", *(f"_static/{name}" for name in ("quiz.js", "practice.js", "theme.js", "style.css", *(script(b)[0] for b in BANKS.values())))]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(urllib.request.urlopen(base + name).read())
    # A file has no 'self' of its own to match; what matters here is that scripts load at all.
    path = tmp_path / names[0]
    path.write_text(re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", path.read_text(encoding="utf-8")), encoding="utf-8")
    page = reader(f"file://{path}")
    choose(page, "One answer")
    answer(page, ask(page), right=True)


def test_by_keyboard(reader, address):
    page = reader(address)
    page.get_by_label("One answer", exact=True).focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Ask me a question").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.matches('.sf-pr-stage input')")
    page.keyboard.press("Space")
    page.get_by_role("button", name="Check answer").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".sf-q-result")).to_be_visible()


def test_without_script_every_quiz_is_linked(reader, address):
    page = reader(address, javascript=False)
    titles = sf.load("chapters").set_index("id").title
    assert page.get_by_role("link").all_text_contents() == [titles[chapter] for chapter in CHAPTERS]


def test_questions_that_cannot_be_loaded_are_said_to_be(browser, address):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/bank/**", lambda route: route.abort())
    page.goto(address)
    page.get_by_role("button", name="Ask me a question").click()
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    context.close()
