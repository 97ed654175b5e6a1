"""A quiz in a real Chromium, answered from the keyboard alone unless a test says otherwise."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from shared_future._html import BOOK_VARIABLE, asset
from shared_future.bank import Bank, read_bank
from shared_future.quiz import ELEMENT, NOTE, Quiz

from .conftest import NARROW, PHONE, WIDE, sideways, violations

SAMPLE = Path(__file__).parents[1] / "banks" / "sample" / "every-type.yml"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:"  # the book's, or a stricter one
CONTROLS = "button, input, select, a, summary"


@pytest.fixture(scope="module")
def bank() -> Bank:
    return read_bank(SAMPLE)


@pytest.fixture
def book(tmp_path, serve, bank, monkeypatch) -> Callable[..., str]:
    """Write a page as the book has it and return its address. The script comes first, so that it defines the element before there is one."""
    monkeypatch.setenv(BOOK_VARIABLE, "1")
    for name in ("tokens.css", "quiz.css", "quiz.js"):
        (tmp_path / name).write_text(asset(name), encoding="utf-8")
    address = serve(tmp_path)

    def page(*quizzes: Quiz, dark: bool = False) -> str:
        shown = quizzes or (Quiz(bank.questions, bank.objectives),)
        (tmp_path / "index.html").write_text(
            f'<!DOCTYPE html><html lang="en" data-theme="{"dark" if dark else "light"}"><head><meta charset="utf-8"/><title>Quiz</title>'
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"/><meta name="viewport" content="width=device-width"/><link rel="icon" href="data:,"/>'
            '<link rel="stylesheet" href="tokens.css"/><link rel="stylesheet" href="quiz.css"/><script src="quiz.js"></script>'
            '<style>body{background:var(--sf-bg);color:var(--sf-fg);font-family:sans-serif}</style></head>'
            f"<body><main><h1>Check yourself</h1>{''.join(quiz._repr_mimebundle_()['text/html'] for quiz in shown)}</main></body></html>",
            encoding="utf-8",
        )
        return address

    return page


def question(page: Page, name: str) -> Locator:
    """The question, told by the end of its id. Where it stands twice, the first."""
    return page.locator(f'section[data-question*=\'"every-type-{name}"\']').first


def said(where: Locator) -> Locator:
    return where.locator(".sf-q-said")


def focused(control: Locator) -> bool:
    return control.evaluate("node => node === document.activeElement")


def go(page: Page, control: Locator) -> None:
    """Press Tab until the control has the focus."""
    for _ in range(150):
        if focused(control):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {control}")


def press(page: Page, where: Locator, name: str) -> None:
    go(page, where.get_by_role("button", name=name, exact=True))
    page.keyboard.press("Enter")


def pick(page: Page, where: Locator, text: str) -> None:
    """Choose a radio button with the arrow keys. Nothing may be graded on the way."""
    wanted = where.get_by_role("radio", name=text)
    group = where.locator(f'input[name="{wanted.get_attribute("name")}"]')
    for n in range(group.count()):  # Tab reaches a group at the chosen button, or at the first
        if group.nth(n).is_checked() or not where.locator(f'input[name="{wanted.get_attribute("name")}"]:checked').count():
            go(page, group.nth(n))
            break
    if focused(wanted):
        page.keyboard.press("Space")
    for _ in range(group.count()):
        if wanted.is_checked():
            break
        page.keyboard.press("ArrowDown")
        expect(said(where)).to_be_empty()
    expect(wanted).to_be_checked()


def tick(page: Page, where: Locator, *texts: str) -> None:
    for text in texts:
        go(page, where.get_by_role("checkbox", name=text))
        page.keyboard.press("Space")


def write(page: Page, where: Locator, text: str) -> None:
    go(page, where.get_by_role("textbox"))
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def choose(page: Page, where: Locator, *letters: str) -> None:
    for letter, select in zip(letters, where.get_by_role("combobox").all(), strict=True):
        go(page, select)
        page.keyboard.type(letter)
        expect(select).to_have_value(str(ord(letter) - ord("a")))


def arrange(page: Page, where: Locator, *moves: str) -> None:
    for move in moves:
        press(page, where, move)


NEXT = "Concept Paper \"Jointly Build a Community with a Shared Future in Cyberspace\""
TYPES: dict[str, tuple[Callable[..., None], Sequence[str], str, Sequence[str], str]] = {
    # question: (how to answer, a wrong answer, what is said, a right answer, what is said)
    "first-principle": (
        pick,
        ["Building of faster infrastructure everywhere"],
        "✗ Not right yet. That is the first of the five proposals, a list of its own in the same speech.",
        ["Respect for cyber sovereignty"],
        "✓ Right. Yes. The other three are read in its light. The speech begins with the sovereign equality of states and takes it online, 网络主权.",
    ),
    "principles": (
        tick,
        ["Promotion of openness", "A narrower"],
        "✗ Not right yet. You chose 1 of the 3 right answers and 1 that is not. Promotion of openness and cooperation: Yes, the third. "
        "A narrower digital divide: The divide comes up under the first proposal, and again in the first advocacy.",
        ["Promotion of openness", "Maintenance", "Cultivation"],
        "✓ Right. Promotion of openness and cooperation: Yes, the third. Maintenance of peace and security: Yes, the second. Cultivation of good order: Yes, the fourth.",
    ),
    "article": (
        lambda page, where, *texts: [pick(page, where, text) for text in texts],
        ["False", "It speaks of five proposals only."],
        "✗ Not right yet. The verdict is right, the reason is not. I.1 speaks of principles as well as proposals.",
        ["False", "It says that there are four and lists none."],
        "✓ Right. Yes. I.1 announces four principles and five proposals and names none of the nine. A reader who wants the names has to go to the speech.",
    ),
    "vote": (
        write,
        ["95,3 %"],
        "✗ Not right yet. That is 143 of 150. The fifteen who abstained took part as well.",
        ["86.67 per cent"],
        "✓ Right. 143 of 165, which is 86.7 per cent. Whether abstainers count is a choice. Say which base you took.",
    ),
    "steps": (
        arrange,
        ["Move up: The speech with four principles and five proposals"],
        "✗ Not right yet. 2 of 4 in the right place. The conference becomes an international organisation: 12 July 2022. "
        f"{NEXT}: October 2019, from the conference's organising committee.",
        ["Move up: The speech with four principles and five proposals", f"Move up: {NEXT}"],
        "✓ Right. First Wuzhen Summit: November 2014, a year before the speech. "
        f"The speech with four principles and five proposals: 16 December 2015, at the second summit. {NEXT}: October 2019, from the conference's "
        "organising committee. The conference becomes an international organisation: 12 July 2022.",
    ),
    "list": (
        choose,
        ["c", "d", "d"],
        "✗ Not right yet. 1 of 3 right. Sovereignty, peace, openness and order: The principles say how states should deal with each other online. "
        "Connection, content, conduct and commerce: No list of the course has these four words.",
        ["c", "a", "b"],
        "✓ Right. Sovereignty, peace, openness and order: The principles say how states should deal with each other online. "
        "Infrastructure, culture, economy, security and governance: The proposals say what is to be built or done. "
        "Development, security and civilization: The advocacies echo three global initiatives of 2021 to 2023.",
    ),
    "place": (
        write,
        ["hang-zhou"],
        "✗ Not right yet. Hangzhou is the capital of the same province.",
        ["“WUZHEN”."],
        "✓ Right. Yes. Wuzhen, 乌镇, is a canal town in Zhejiang.",
    ),
}


@pytest.mark.parametrize("name", TYPES)
def test_question_is_answered_by_keyboard_kept_and_reset(name, book, reader):
    answer, wrong, scolded, right, praised = TYPES[name]
    page = reader(book())
    where = question(page, name)
    check = where.get_by_role("button", name="Check answer")

    answer(page, where, *wrong)
    assert not where.get_attribute("data-state")
    press(page, where, "Check answer")
    expect(said(where)).to_have_text(scolded, use_inner_text=True)
    assert said(where).get_attribute("role") == "status"
    assert focused(check)
    assert where.get_attribute("data-state") == "wrong"
    expect(where.locator(".sf-q-mark").filter(has_text="not right").first).to_be_visible()
    expect(page.locator(".sf-quiz-line")).to_have_text("1 of 10 answered, 0 right at first try")

    press(page, where, "Show answer")
    expect(where.locator(".sf-q-body")).to_be_visible()
    expect(where.get_by_role("button", name="Hide answer")).to_have_attribute("aria-expanded", "true")
    press(page, where, "Try again")
    expect(said(where)).to_be_empty()
    expect(where.locator(".sf-q-body")).to_be_hidden()
    assert where.locator(":focus").count() == 1, "the focus is lost"

    answer(page, where, *right)
    press(page, where, "Check answer")
    expect(said(where)).to_have_text(praised, use_inner_text=True)
    assert where.get_attribute("data-state") == "right"
    assert where.locator(".sf-q-mark").filter(has_text="not right").count() == 0

    page.reload()
    where = question(page, name)
    expect(said(where)).to_have_text(f"{praised} Kept from your last visit.", use_inner_text=True)
    expect(page.locator(".sf-quiz-line")).to_have_text("1 of 10 answered, 0 right at first try")

    press(page, page.locator(ELEMENT), "Reset this quiz")
    assert focused(page.get_by_role("button", name="Keep them"))
    page.keyboard.press("Escape")
    assert focused(page.get_by_role("button", name="Reset this quiz"))
    expect(said(where)).not_to_be_empty()
    page.keyboard.press("Enter")
    press(page, page.get_by_role("group", name="Remove your answers to this quiz from this browser?"), "Keep them")
    expect(said(where)).not_to_be_empty()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(said(where)).to_be_empty()
    expect(page.locator(".sf-quiz-line")).to_have_text("0 of 10 answered")
    expect(page.get_by_role("button", name="Reset this quiz")).to_be_hidden()
    assert question(page, "first-principle").locator(":focus").count() == 1
    assert page.evaluate("Object.keys(localStorage).length") == 0
    page.reload()
    expect(page.locator(".sf-quiz-line")).to_have_text("0 of 10 answered")


@pytest.mark.parametrize(
    ("name", "control", "message"),
    [
        ("first-principle", "radio", "Choose an answer first."),
        ("principles", "checkbox", "Choose an answer first."),
        ("article", "radio", "Say first whether the statement is true or false."),
        ("vote", "textbox", "Type a number first."),
        ("steps", "button", "Move the items first; they do not stand in the right order yet."),
        ("list", "combobox", "Choose a meaning for Four principles (2015)."),
        ("place", "textbox", "Type an answer first."),
    ],
)
def test_a_missing_answer_is_asked_for(name, control, message, book, reader):
    page = reader(book())
    where = question(page, name)
    press(page, where, "Check answer")
    expect(said(where)).to_have_text(message)
    assert focused(where.get_by_role(control).first)
    assert not where.get_attribute("data-state")
    expect(page.locator(".sf-quiz-line")).to_have_text("0 of 10 answered")


def test_half_an_answer_is_asked_for(book, reader):
    page = reader(book())
    where = question(page, "article")
    pick(page, where, "True")
    press(page, where, "Check answer")
    expect(said(where)).to_have_text("Now choose a reason.")
    assert focused(where.get_by_role("radio", name="Paragraph I.1 gives the number and the names."))
    where = question(page, "list")
    go(page, where.get_by_role("combobox").first)
    page.keyboard.type("c")
    press(page, where, "Check answer")
    expect(said(where)).to_have_text("Choose a meaning for Five proposals (2015).")
    assert focused(where.get_by_role("combobox").nth(1))


def test_another_verdict_takes_the_reason_back(book, reader):
    page = reader(book())
    where = question(page, "article")
    for text in ("True", "I.4 explains the first of them.", "False"):
        pick(page, where, text)
    expect(where.get_by_role("radio", name="I.4 explains the first of them.")).to_be_hidden()
    press(page, where, "Check answer")
    expect(said(where)).to_have_text("Now choose a reason.")


NUMBERS = {
    "900000": "right", "900,000": "right", "900.000": "right", "900 000": "right", "900\u202f000": "right", "+900000.0": "right", "９０００００": "right",
    "900000 people": "right", "900,000.5": "wrong", "-900000": "wrong", "\u2212900000": "wrong", "900": "wrong", "9" * 200: "wrong",
    "ninety": None, "1e5": None, "0x10": None, "Infinity": None, "1,2,3": None, "12 apples": None, "--3": None, "%": None, ".": None,
}  # fmt: skip


def test_numbers_are_read_as_people_write_them(book, reader):
    page = reader(book())
    where = question(page, "online")
    for text, state in NUMBERS.items():
        where.get_by_role("textbox").fill(text)
        where.get_by_role("textbox").press("Enter")
        assert where.get_attribute("data-state") == state, text
        if state is None:
            expect(said(where)).to_have_text("That is not a number. Use digits, such as 1200 or 3.5.")
            expect(where.get_by_role("textbox")).to_have_attribute("aria-invalid", "true")
            assert focused(where.get_by_role("textbox"))
    for text, state in {"86,7": "right", "86.7%": "right", "86,70 Per Cent": "right", "87.2": "right", "86.19": "wrong", "0,867": "wrong"}.items():
        box = question(page, "vote").get_by_role("textbox")
        box.fill(text)
        box.press("Enter")
        assert question(page, "vote").get_attribute("data-state") == state, text
    expect(said(question(page, "vote"))).to_contain_text("That is the share as a fraction.")


@pytest.mark.parametrize("text", ["wuzhen", "  WU ZHEN ", "Wu-zhen!", "Ｗｕｚｈｅｎ", "乌镇", "“乌镇”"])
def test_text_is_compared_without_what_does_not_matter(text, book, reader):
    page = reader(book())
    box = question(page, "place").get_by_role("textbox")
    box.fill(text)
    box.press("Enter")
    assert question(page, "place").get_attribute("data-state") == "right"


def test_items_move_and_keep_the_focus(book, reader):
    page = reader(book())
    where = question(page, "steps")
    items = where.locator(".sf-q-text")
    start = items.all_inner_texts()
    down, up = (where.get_by_role("button", name=f"Move {way}: {start[0]}", exact=True) for way in ("down", "up"))
    go(page, down)
    for place in (2, 3, 4):
        page.keyboard.press("Enter")
        expect(said(where)).to_have_text(f"{start[0]}: now {place} of 4.")
        assert focused(down)
        assert items.all_inner_texts()[place - 1] == start[0]
    page.keyboard.press("Space")
    expect(said(where)).to_have_text(f"{start[0]}: already last.")
    assert focused(down)
    page.keyboard.press("Shift+Tab")
    assert focused(up)
    for _ in range(4):
        page.keyboard.press("Enter")
    expect(said(where)).to_have_text(f"{start[0]}: already first.")
    assert items.all_inner_texts() == start


def test_a_changed_answer_is_no_longer_graded(book, reader):
    page = reader(book())
    for name, (answer, wrong, *_) in TYPES.items():
        where = question(page, name)
        answer(page, where, *wrong)
        press(page, where, "Check answer")
        assert where.get_attribute("data-state") == "wrong"
    question(page, "first-principle").get_by_role("radio").last.press("ArrowUp")
    question(page, "vote").get_by_role("textbox").press("1")
    question(page, "list").get_by_role("combobox").first.press("a")
    question(page, "steps").get_by_role("button").first.press("Enter")
    for name in ("first-principle", "vote", "list", "steps"):
        assert not question(page, name).get_attribute("data-state")
        assert question(page, name).locator(".sf-q-mark").count() == 0
    for name in ("principles", "article", "place"):
        assert question(page, name).get_attribute("data-state") == "wrong"


# Progress


def answer_all(page: Page) -> None:
    """Answer every question with the mouse: the first, which is of another kind, wrongly and all others rightly."""
    for name, (_, wrong, _, right, _) in TYPES.items():
        where = question(page, name)
        for place, text in enumerate(wrong if name == "first-principle" else right):
            match name:
                case "first-principle" | "article" | "principles":
                    where.locator(".sf-q-choose", has_text=text).first.click()
                case "vote" | "place":
                    where.get_by_role("textbox").fill(text)
                case "list":
                    where.get_by_role("combobox").nth(place).select_option(str(ord(text) - ord("a")))
                case "steps":
                    where.get_by_role("button", name=text, exact=True).click()
        where.get_by_role("button", name="Check answer").click()
    question(page, "year").get_by_role("radio", name="2015").check()
    question(page, "year").get_by_role("button", name="Check answer").click()
    question(page, "online").get_by_role("textbox").fill("900000")
    question(page, "online").get_by_role("button", name="Check answer").click()
    for box in question(page, "hostile").get_by_role("checkbox").all()[1:]:
        box.check()
    question(page, "hostile").get_by_role("button", name="Check answer").click()


def test_progress_is_told_and_ends_with_what_to_look_at_again(book, reader):
    page = reader(book())
    line = page.locator(".sf-quiz-line")
    assert line.get_attribute("role") == "status"
    expect(line).to_have_text("0 of 10 answered")
    expect(page.locator(".sf-quiz-end")).to_be_hidden()
    answer_all(page)
    expect(line).to_have_text("10 of 10 answered, 8 right at first try")
    expect(page.locator(".sf-quiz-end")).to_have_text("All answered, 8 of 10 right at first try. Worth another look: questions 1 and 10.")
    page.reload()
    expect(line).to_have_text("10 of 10 answered, 8 right at first try")
    assert page.get_by_text("Kept from your last visit.").count() == 10
    press(page, question(page, "year"), "Try again")
    expect(line).to_have_text("10 of 10 answered, 8 right at first try")  # what was learnt at the first try stays
    page.reload()
    expect(said(question(page, "year"))).to_be_empty()
    expect(line).to_have_text("10 of 10 answered, 8 right at first try")


def test_a_right_answer_after_a_wrong_one_is_not_right_at_first_try(book, reader):
    page = reader(book())
    where = question(page, "year")
    for year, line in (("2014", "1 of 10 answered, 0 right at first try"), ("2015", "1 of 10 answered, 0 right at first try")):
        pick(page, where, year)
        press(page, where, "Check answer")
        expect(page.locator(".sf-quiz-line")).to_have_text(line)


# What a browser keeps, or does not

BROKEN_STORAGE = {
    "cannot be read": "Storage.prototype.getItem = () => { throw new Error('no') }",
    "is full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    "is forbidden": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
    "is not there": "Object.defineProperty(window, 'localStorage', { value: undefined })",
}


@pytest.mark.parametrize("script", BROKEN_STORAGE.values(), ids=BROKEN_STORAGE)
def test_quiz_works_where_storage_does_not(script, book, reader, bank):
    address = book(Quiz(bank.questions), Quiz(bank.questions[:2]))
    page = reader(address)
    page.context.add_init_script(script)
    page.goto(address)
    answer_all(page)
    expect(page.locator(".sf-quiz-line").first).to_have_text("10 of 10 answered, 8 right at first try")
    second = page.locator(ELEMENT).last
    second.get_by_role("button", name="Check answer").last.click()
    expect(second.locator(".sf-quiz-line")).to_have_text("2 of 2 answered, 1 right at first try")  # the page itself remembers
    note = page.locator(".sf-quiz-warning", has_text="This browser does not let the page keep your answers: they will be gone when you leave it.")
    assert note.count() == ("setItem" in script or "localStorage" in script)  # once, though two quizzes and ten answers were not kept
    press(page, page.locator(ELEMENT).first, "Reset this quiz")
    page.get_by_role("button", name="Yes, reset").first.click()
    expect(page.locator(".sf-quiz-line").first).to_have_text("0 of 10 answered")


def kept(page: Page, name: str) -> dict:
    return json.loads(page.evaluate(f"localStorage.getItem('shared-future:quiz:every-type-{name}')"))


def test_garbage_in_storage_counts_as_nothing(book, reader):
    page = reader(book())
    answer_all(page)
    sound = {name: kept(page, name) for name in (*TYPES, "year", "online", "hostile")}
    assert set(sound["year"]) == {"v", "print", "first", "answer"}
    bad_answers = {
        "first-principle": ([], [4], [-1], [0.5], ["0"], [0, 1], 0, "0", {}, [None]),
        "principles": ([], [0, 0], [5], [True], "01", {"0": 0}),
        "article": ([], [4], [0, 1], False),
        "vote": (86.7, "", "many", "1" * 999, [1], {}, True),
        "steps": ([], [0, 1, 2], [0, 1, 2, 2], [0, 1, 2, 4], [0, 1, 2, 3, 4], ["0", "1", "2", "3"], 1),
        "list": ([], [0, 1], [0, 1, 4], [0, 1, 2, 3], [0, 1, None], ""),
        "place": (1, "", "...", "x" * 999, ["Wuzhen"]),
    }
    rubbish = ["", "{", "null", "1", "[]", '"text"', "{}", "true", '{"v":1}', "\x00"]
    changes = [{"v": 2}, {"v": "1"}, {"print": "0"}, {"print": None}, {"first": "yes"}, {"first": None}]
    values = {
        name: rubbish + [json.dumps(sound[name] | change) for change in (*changes, *({"answer": answer} for answer in answers))]
        for name, answers in bad_answers.items()
    }
    for n in range(max(map(len, values.values()))):
        broken = {f"shared-future:quiz:every-type-{name}": values[name][n % len(values[name])] for name in values}
        page.evaluate("broken => { for (const key in broken) localStorage.setItem(key, broken[key]) }", broken)
        page.reload()
        expect(page.locator(".sf-quiz-line")).to_have_text("3 of 10 answered, 2 right at first try")
        expect(page.locator(".sf-q-said:not(:empty)")).to_have_count(3)
    answer_all(page)
    expect(page.locator(".sf-quiz-line")).to_have_text("10 of 10 answered, 8 right at first try")


def test_other_things_in_storage_stay(book, reader):
    page = reader(book())
    page.evaluate("localStorage.setItem('theme', 'dark'); localStorage.setItem('shared-future:quiz:another', '{}')")
    answer_all(page)
    press(page, page.locator(ELEMENT), "Reset this quiz")
    page.get_by_role("button", name="Yes, reset").click()
    assert sorted(page.evaluate("Object.keys(localStorage)")) == ["shared-future:quiz:another", "theme"]


# Several quizzes, notebooks, other ways of reading


def test_two_quizzes_and_one_twice(book, reader, bank):
    whole = Quiz(bank.questions, bank.objectives)
    page = reader(book(whole, Quiz(bank.questions[2:4]), whole))
    first, part, again = page.locator(ELEMENT).all()
    assert page.locator("fieldset").count() == 22
    assert page.evaluate("(ids => ids.length - new Set(ids).size)([...document.querySelectorAll('[id]')].map(node => node.id))") == 0
    assert violations(page) == []
    years = [quiz.get_by_role("radio", name="2015") for quiz in (first, again)]
    years[0].check()
    expect(years[1]).not_to_be_checked()
    question(page, "year").get_by_role("button", name="Check answer").click()
    for quiz in (first, again):  # one answer, shown in both
        expect(quiz.locator(".sf-quiz-line")).to_have_text("1 of 10 answered, 1 right at first try")
        expect(quiz.locator(".sf-q-said").nth(1)).to_have_text("✓ Right.Yes, on 16 December, at the second summit.")
    expect(part.locator(".sf-quiz-line")).to_have_text("0 of 2 answered")
    part.get_by_role("checkbox").first.check()
    part.get_by_role("button", name="Check answer").first.click()
    expect(part.locator(".sf-quiz-line")).to_have_text("1 of 2 answered, 0 right at first try")
    expect(again.locator(".sf-quiz-line")).to_have_text("2 of 10 answered, 1 right at first try")
    again.get_by_role("button", name="Reset this quiz").click()
    again.get_by_role("button", name="Yes, reset").click()
    for quiz, total in ((first, 10), (part, 2), (again, 10)):
        expect(quiz.locator(".sf-quiz-line")).to_have_text(f"0 of {total} answered")
        expect(quiz.locator(".sf-q-said:not(:empty)")).to_have_count(0)


def test_a_cell_can_be_run_again(book, reader, bank, monkeypatch):
    """JupyterLab sets the markup of an output first and then runs its scripts, and does so again with every run of the cell."""
    address = book(Quiz(bank.questions[:1]))
    page = reader(address)
    page.goto(f"{address}tokens.css")  # a page of the same origin without a policy
    page.evaluate("document.documentElement.lang = 'en'; document.body.innerHTML = '<main></main>'")
    monkeypatch.delenv(BOOK_VARIABLE)
    output = Quiz(bank.questions, bank.objectives)._repr_mimebundle_()["text/html"]
    run = """html => {
      const cell = document.createElement('div');
      cell.innerHTML = html;
      document.querySelector('main').replaceChildren(cell);
      for (const old of cell.querySelectorAll('script')) {
        const script = document.createElement('script');
        script.textContent = old.textContent;
        old.replaceWith(script);
      }
    }"""
    for line in ("0 of 10 answered", "1 of 10 answered, 1 right at first try"):
        page.evaluate(run, output)
        expect(page.locator(".sf-quiz-line")).to_have_text(line)
        assert page.locator("fieldset").count() == 10
        question(page, "year").get_by_role("radio", name="2015").check()
        question(page, "year").get_by_role("button", name="Check answer").click()
        expect(page.locator(".sf-quiz-line")).to_have_text("1 of 10 answered, 1 right at first try")
    page.evaluate("document.querySelector('main').append(document.querySelector('main').firstChild)")  # a cell that is moved
    assert page.locator("fieldset").count() == 10
    expect(said(question(page, "year"))).not_to_be_empty()


def test_quiz_works_from_a_usb_stick(book, reader, tmp_path):
    book()
    page = reader((tmp_path / "index.html").as_uri())
    question(page, "year").get_by_role("radio", name="2015").check()
    question(page, "year").get_by_role("button", name="Check answer").click()
    page.reload()
    expect(said(question(page, "year"))).to_contain_text("Kept from your last visit.")


def test_without_script_everything_can_be_read(book, reader, bank):
    page = reader(book(), javascript=False)
    assert page.locator("fieldset").count() == 0
    for n, asked in enumerate(bank.questions):
        where = page.locator("section").nth(n)
        expect(where.locator(".sf-q-body")).to_be_hidden()
        go(page, where.locator("summary"))
        page.keyboard.press("Enter")
        expect(where.locator(".sf-q-body")).to_be_visible()
        for option in asked.options:
            expect(where).to_contain_text(option.feedback.replace("**", "")[:20].split("[")[0])
    expect(page.get_by_text(NOTE)).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_hostile_text_does_nothing(javascript, book, reader):
    page = reader(book(), javascript=javascript)
    where = question(page, "hostile")
    if javascript:
        answer_all(page)
        press(page, where, "Show answer")
    else:
        where.locator("summary").click()
    for text in ("<img src=x onerror=alert(1)>", "<script>document.title = 'option'</script>", "</code><svg onload=alert(1)>", "<script>document.title = 'why'</script>"):
        expect(where.get_by_text(text).first).to_be_visible()
    assert page.title() == "Quiz"
    assert where.locator("img, iframe, script, style, b, svg[onload]").count() == 0


# For everyone


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_before_and_after_answering(size, dark, book, reader):
    page = reader(book(dark=dark), size=size, dark=dark)
    assert violations(page) == []
    press(page, question(page, "vote"), "Check answer")
    assert violations(page) == []
    answer_all(page)
    for button in page.get_by_role("button", name="Show answer").all()[::2]:
        page.get_by_role("button", name="Show answer").first.click()
    page.get_by_role("button", name="Reset this quiz").click()
    assert violations(page) == []
    page.reload()
    assert violations(page) == []


def test_axe_finds_nothing_without_script(book, reader):
    page = reader(book())  # axe is a script itself: the page without ours
    page.route("**/quiz.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.reload()
    for summary in page.locator("summary").all():
        summary.click()
    assert violations(page) == []


def test_quiz_fits_320_pixels(book, reader):
    page = reader(book(), size=NARROW)
    assert sideways(page) == 0
    answer_all(page)
    for _ in range(10):
        page.get_by_role("button", name="Show answer").first.click()
    page.get_by_role("button", name="Reset this quiz").click()
    assert sideways(page) == 0


def test_targets_are_large_and_keep_their_keys(book, reader):
    page = reader(book(), size=PHONE)
    answer_all(page)
    press(page, question(page, "steps"), "Show answer")
    for control in page.locator(ELEMENT).locator(CONTROLS).all():
        assert control.get_attribute("data-lm-suppress-shortcuts") == "true"
        if not control.is_visible() or control.evaluate("node => node.matches('a')"):  # links stand in sentences
            continue
        label = control.locator("xpath=ancestor::label")
        box = (label if label.count() else control).bounding_box()
        assert min(box["width"], box["height"]) >= 24, control.evaluate("node => node.outerHTML")


def test_forced_colours_show_what_is_chosen_and_where_the_focus_is(book, reader):
    page = reader(book())
    page.emulate_media(forced_colors="active")
    where = question(page, "year")
    pick(page, where, "2015")
    label = where.locator("label", has_text="2015")
    assert label.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    press(page, where, "Check answer")
    button = where.get_by_role("button", name="Check answer")
    style = button.evaluate("node => (s => [s.outlineStyle, s.borderStyle])(getComputedStyle(node))")
    assert style == ["solid", "solid"]
    expect(where.locator(".sf-q-mark")).to_have_text("✓ right")


def test_focus_can_be_seen(book, reader):
    page = reader(book())
    for control in (question(page, "year").get_by_role("radio").first, question(page, "vote").get_by_role("textbox"), question(page, "list").get_by_role("combobox").first):
        go(page, control)
        assert control.evaluate("node => parseFloat(getComputedStyle(node).outlineWidth)") >= 2


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_on_paper_are_the_questions_and_only_answers_that_were_opened(javascript, book, reader):
    page = reader(book(), javascript=javascript)
    if javascript:
        answer_all(page)
        press(page, question(page, "year"), "Show answer")
    else:
        question(page, "year").locator("summary").click()
    page.emulate_media(media="print")
    expect(page.locator(".sf-q-body").filter(visible=True)).to_have_count(1)
    expect(question(page, "year").locator(".sf-q-body")).to_be_visible()
    for button in page.get_by_role("button").all():
        expect(button).to_be_hidden()
    expect(page.locator("summary").filter(visible=True)).to_have_count(0 if javascript else 1)
    expect(said(page.locator(ELEMENT)).filter(visible=True)).to_have_count(0)
    for text in ("Paragraph I.1 gives the number and the names.", "It says that there are four and lists none.", "Connection, content, conduct and commerce"):
        expect(page.get_by_text(text).filter(visible=True).first).to_be_visible()  # reasons for both verdicts, and all meanings
    if javascript:
        chosen = question(page, "first-principle").locator("input:checked")
        assert chosen.evaluate("node => getComputedStyle(node).appearance") == "none"  # an empty box, whatever was chosen
        assert question(page, "vote").get_by_role("textbox").evaluate("node => getComputedStyle(node).color") == "rgba(0, 0, 0, 0)"
