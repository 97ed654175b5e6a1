"""What a learner is told: for right answers, likely mistakes, unfinished code and code that breaks or never ends."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from decimal import Decimal
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest

import shared_future as sf
from shared_future import data, expect
from shared_future._limit import Bounded, TooSlow, time_limit
from shared_future.exercise import Result, exercise

CHECKS = '''
from shared_future.exercise import Wrong, exercise, expect

@exercise("sample-gap", hints=("Look at `rows`.", "Subtract.", "`high - low`"))
def gap(answer):
    expect.number(answer, 55.5, what="the gap", unit="points")
    return "Right, a gap of *points*."

@exercise("sample-brief", hints=("Begin.",), rubric=((2, "both sides speak"), (1, "a figure is used")))
def brief(answer):
    expect.text(answer, words=(5, 8), mentions={"Freedom House": ["FH"], "UN": []}, at_least=1)

@exercise("sample-broken", hints=("None.",))
def broken(answer):
    return answer.no_such_thing

@exercise("sample-call", hints=("None.",))
def called(answer):
    expect.call(answer, [1])
'''


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course of one chapter."""
    folder = tmp_path / "exercises" / "part" / "chapter"
    folder.mkdir(parents=True)
    (folder / "checks.py").write_text(CHECKS, encoding="utf-8")
    monkeypatch.setattr(data, "root", lambda kind: tmp_path / kind)
    monkeypatch.setattr("shared_future.exercise._hints_given", {})
    return folder


def said(expectation: Callable[..., None], *args: object, **words: object) -> str:
    """Return what an expectation tells the learner, or nothing where it is content."""
    try:
        expectation(*args, **words)
    except expect.Wrong as wrong:
        return f"{wrong.state}: {' '.join(wrong.args)}"
    return ""


# check, hint, rubric


def test_right_answer_earns_its_sentence(course):
    result = sf.check("sample-gap", 55.5)
    assert result.passed
    assert str(result) == "✓ Passed. Right, a gap of *points*."


def test_result_shows_as_markup_with_words_and_sign_and_escapes_what_came(course):
    result = sf.check("sample-gap", "<b>`x`</b>")
    markup = ElementTree.fromstring("<x>" + result._repr_html_().split("<style>")[0] + "</x>")
    box = markup.find("div")
    assert box.get("role") == "status" and box.get("class") == "sf-exercise"
    assert "✗ Not yet." in "".join(box.itertext())
    assert "<b>`x`</b>" in "".join(box.itertext()) and box.find(".//b") is None


def test_notebook_gets_the_style_and_the_book_does_not(course, monkeypatch):
    assert ".sf-exercise" in sf.check("sample-gap", 1)._repr_html_()
    monkeypatch.setenv("SHARED_FUTURE_BOOK", "1")
    assert "<style>" not in sf.check("sample-gap", 55.5)._repr_html_()


def test_solution_that_fails_fails_the_book(course, monkeypatch):
    monkeypatch.setenv("SHARED_FUTURE_BOOK", "1")
    with pytest.raises(sf.DataError, match="Not yet.*too low"):
        sf.check("sample-gap", 1)
    with pytest.raises(sf.DataError, match="no exercise `'sample-gpa'`"):
        sf.rubric("sample-gpa")
    assert sf.rubric("sample-brief").rubric


@pytest.mark.parametrize("asked, near", [("sample-gpa", "sample-gap"), ("xyz", "check cells")])
def test_unknown_exercise_names_close_matches(course, asked, near):
    for result in (sf.check(asked, 1), sf.hint(asked), sf.rubric(asked)):
        assert result.state == "unknown" and near in str(result) and asked in str(result)


def test_fault_of_the_check_is_owned_up_to(course):
    result = sf.check("sample-broken", 1)
    assert not result.passed
    assert result.state == "broken" and "line 15 of chapter/checks.py" in str(result) and "not yours" in str(result)


def test_broken_checks_of_one_chapter_leave_others_alone(course):
    other = course.parent / "other"
    other.mkdir()
    (other / "checks.py").write_text('@exercise("other-one"\nsyntax error', encoding="utf-8")
    assert sf.check("sample-gap", 55.5).passed
    assert sf.check("other-one", 1).state == "broken"


def test_hints_climb_and_end(course):
    hints = [str(sf.hint("sample-gap")) for _ in range(5)]
    assert ["Hint 1 of 3: Look at `rows`." in hints[0], "Hint 2 of 3: Subtract." in hints[1], "Hint 3 of 3" in hints[2]] == [True] * 3
    assert "last one" in hints[2] and "last one" not in hints[1]
    assert "no more hints" in hints[3] and "Subtract." in hints[3] and hints[3] == hints[4]
    assert "Hint 1 of 1" in str(sf.hint("sample-brief"))


def test_open_question_says_that_no_program_can_grade_it_and_shows_the_rubric(course):
    result = sf.check("sample-brief", "Freedom House counts; the UN asks why.")
    assert result.passed and result.state == "met"
    assert "no program can grade" in str(result) and "3 points in all" in str(result) and "2 points: both sides speak" in str(result)
    assert "2 points: both sides speak" in str(sf.rubric("sample-brief"))
    assert "both sides" not in str(sf.check("sample-brief", "too short"))
    assert "has none" in str(sf.rubric("sample-gap"))


def test_what_a_function_prints_is_kept_short(course):
    def chatty(_):
        for number in range(100_000):
            print("line", number)
        return 1

    result = sf.check("sample-call", chatty)
    assert "line 0" in result.printed and result.printed.endswith("...") and len(result.printed) < 500
    assert "Your code printed" in str(result) and "line 0" in result._repr_html_()
    assert "&lt;b&gt;" in sf.check("sample-call", lambda _: print("<b>"))._repr_html_()


def test_keyboard_interrupt_passes(course):
    def interrupted(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sf.check("sample-call", interrupted)


def test_exercise_without_hints_is_refused():
    with pytest.raises(ValueError, match="hints"):
        exercise("x", hints=())


def test_id_registered_twice_is_refused(course):
    (course / "checks.py").write_text(CHECKS.replace("sample-brief", "sample-gap"), encoding="utf-8")
    with pytest.raises(ValueError, match="twice.*sample-gap"):
        sf.exercise.load_checks(course / "checks.py")


def test_sentences_are_markdown_and_no_markup():
    assert "<code>a</code> &lt;b&gt;" in Result("wrong", ("`a` <b>",))._repr_html_()


def test_every_state_has_its_words():
    for state in ("passed", "met", "wrong", "not-written", "stopped", "broken", "unknown", "hint", "rubric"):
        assert len(str(Result(state, ("Said.",)))) > len("Said.")


# Numbers


@pytest.mark.parametrize("answer", [55.5, np.float32(55.5), np.float64(55.5), Decimal("55.5"), np.array(55.5), 55.5 + 1e-12])
def test_number_accepts_every_kind_of_number(answer):
    assert said(expect.number, answer, 55.5, what="the gap") == ""


@pytest.mark.parametrize(
    "answer, phrase",
    [
        (None, "not-written"),
        (..., "not-written"),
        ("55.5", "Take the quotation marks away"),
        (True, "comparison"),
        (np.bool_(True), "comparison"),
        (float("nan"), "missing value"),
        (pd.NA, "missing value"),
        (float("inf"), "divided by zero"),
        (pd.Series([55.5]), ".item()"),
        (pd.DataFrame({"a": [55.5]}), ".item()"),
        (pd.Series([1.0, 2.0]), "a column (a Series) of 2 values"),
        ([55.5], "a list of 1 item"),
        (55.5j, "came"),
        (-55.5, "sign is wrong"),
        (0.555, "looks like a share"),
        (5550.0, "looks like per cent"),
        (56.0, "rounded"),
        (3.9, "You divided"),
        (40, "too low. Look again."),
        (70, "too high. Look again."),
    ],
)
def test_number_says_what_is_wrong(answer, phrase):
    assert phrase in said(expect.number, answer, 55.5, what="the gap", unit="points", mistakes=[(3.9, "You divided.")], otherwise="Look again.")


def test_number_takes_a_tolerance_for_answers_and_mistakes():
    words = {"what": "the gap", "tolerance": 0.5, "mistakes": [(20.0, "Wrong year.")]}
    assert said(expect.number, 55, 55.5, **words) == ""
    assert "Wrong year." in said(expect.number, 20.4, 55.5, **words)
    assert "too low" in said(expect.number, 20.6, 55.5, **words)


# Ids


@pytest.mark.parametrize("answer", [["a", "b", "c"], ("c", "b", "a"), {"a", "b", "c"}, pd.Index(["a", "c", "b"]), pd.Series(["a", "b", "c"]), np.array(["a", "b", "c"]), pd.Categorical(["a", "b", "c"])])
def test_ids_accept_every_collection_in_any_order(answer):
    assert said(expect.ids, answer, ["a", "b", "c"], what="the ids") == ""


@pytest.mark.parametrize(
    "answer, phrases",
    [
        (None, ["not-written"]),
        (["a", None], ["not-written"]),
        ([], ["empty list"]),
        ("abc", ["one piece of text"]),
        (pd.DataFrame({"id": ["a"]}), ["whole table"]),
        ({"a": 1}, ["a dictionary"]),
        ([["a"]], ["a list of 1 item is among them"]),
        (["a", "b"], ["3 belong there, 2 came", "Look at 2015."]),
        (["a", "c"], ["Missing: `b`"]),
        (["a", "b", "c", "d"], ["`'d'` does not belong: it is of 2016."]),
        (["a", "b", "c", "e"], ["Not expected: `e`"]),
        (["a", "b", "c", "c"], ["`c` is there more than once"]),
        (["a", "x"], ["The neighbours."]),
        ([1, "a"], ["`1`"]),
        ([float("nan")], ["missing value"]),
    ],
)
def test_ids_say_what_is_wrong(answer, phrases):
    words = said(expect.ids, answer, ["a", "b", "c"], what="the ids", because={"d": "it is of 2016."}, clues={"c": "Look at 2015."}, mistakes=[(["x", "a"], "The neighbours.")])
    assert not [phrase for phrase in phrases if phrase not in words], words


def test_ids_tell_text_from_number():
    assert "`'2015'` is text, and a number is expected" in said(expect.ids, ["2015", 2016], [2015, 2016], what="the years")


def test_ids_in_order():
    assert said(expect.ids, ["a", "b"], ["a", "b"], what="the ids", ordered=True) == ""
    assert "from place 1 on" in said(expect.ids, ["b", "a"], ["a", "b"], what="the ids", ordered=True)


# Tables

TABLE = pd.DataFrame({"group": ["High", "Low", "High", "Low"], "year": [2015, 2015, 2022, 2022], "value": [80.0, 20.0, 90.0, None]})


@pytest.mark.parametrize(
    "answer",
    [
        TABLE,
        TABLE.iloc[::-1],
        TABLE[["value", "year", "group"]],
        TABLE.set_index(["group", "year"]),
        TABLE.set_index(pd.Index([4, 5, 6, 7], name="id")),
        TABLE.astype({"value": object, "year": "Int64"}),
        TABLE.assign(value=TABLE.value + 1e-10),
    ],
)
def test_frame_accepts_what_is_the_same_table(answer):
    assert said(expect.frame, answer, TABLE, what="the table") == ""


@pytest.mark.parametrize(
    "answer, phrases",
    [
        (None, ["not-written"]),
        (TABLE.value, ["a single column came", "reset_index"]),
        (TABLE.to_dict(), ["a dictionary of 3 items came"]),
        (TABLE.head(0), ["no rows"]),
        (TABLE.rename(columns={"value": "Value"}), ["is it the one that you call `Value`?"]),
        (TABLE.drop(columns="value"), ["no column `value`"]),
        (TABLE.assign(more=1), ["Not expected: the column `more`"]),
        (TABLE.head(3), ["4 rows are expected, 3 came", "Missing: 1 row, `'Low'`, `2022`"]),
        (pd.concat([TABLE, TABLE.head(1)]), ["`'High'`, `2015` is there more than once"]),
        (TABLE.assign(year=TABLE.year + 1), ["Not expected: 4 rows"]),
        (TABLE.assign(year=TABLE.year.astype(str)), ["`'2015'` is text, and a number is expected"]),
        (TABLE.assign(value=[80.0, 20.0, 90.0, 0.0]), ["1 of 4 values is not", "For `'Low'`, `2022`, it is `0`, and `NaN` is expected"]),
        (TABLE.assign(value=TABLE.value / 100), ["Shares."]),
        (TABLE.assign(value=TABLE.value.astype(str)), ["`'80.0'`"]),
        (pd.concat([TABLE, TABLE.value], axis=1), ["same name"]),
    ],
)
def test_frame_says_what_is_wrong(answer, phrases):
    words = said(expect.frame, answer, TABLE, what="the table", mistakes=[(TABLE.assign(value=TABLE.value / 100), "Shares.")])
    assert not [phrase for phrase in phrases if phrase not in words], words


def test_frame_in_order():
    assert "in place 1 came `'Low'`, `2022`" in said(expect.frame, TABLE.iloc[::-1], TABLE, what="the table", ordered=True)
    assert said(expect.frame, TABLE.set_index("year"), TABLE, what="the table", ordered=True) == ""


SERIES = pd.Series({"High": 80.0, "Low": 20.0})


@pytest.mark.parametrize(
    "answer, phrases",
    [
        (SERIES, []),
        (SERIES.iloc[::-1].rename("x"), []),
        (SERIES.to_frame(), ["single brackets"]),
        (SERIES.to_dict(), ["`pd.Series(...)`"]),
        (SERIES.head(1), ["2 rows are expected, 1 came"]),
        (SERIES * 2, ["For `'High'`, it is `160`, and `80` is expected"]),
        (SERIES / 100, ["Shares."]),
        (80.0, ["the number `80` came"]),
    ],
)
def test_series(answer, phrases):
    words = said(expect.series, answer, SERIES, what="the groups", mistakes=[(SERIES / 100, "Shares.")])
    assert bool(words) == bool(phrases) and not [phrase for phrase in phrases if phrase not in words], words


# Labels and texts

READING = {
    "expected": {"I.1": "claim", "I.2": "plan"},
    "choices": ("claim", "plan", "figure"),
    "why": {"I.1": "it names no source.", "I.2": {"claim": "it lies ahead.", "figure": "no number is in it."}},
}


@pytest.mark.parametrize(
    "answer, phrases",
    [
        ({"I.1": "claim", "I.2": " Plan "}, []),
        (pd.Series({"I.1": "claim", "I.2": "plan"}), []),
        ({"I.1": None, "I.2": ...}, ["not-written", "`claim`, `plan`, `figure`"]),
        ({"I.1": "claim", "I.2": ...}, ["1 of 2 labels fit", "`'I.2'` has no label yet"]),
        ({"I.1": "plan", "I.2": "claim"}, ["0 of 2", "names no source", "it lies ahead"]),
        ({"I.1": "claim", "I.2": "figure"}, ["no number is in it"]),
        ({"I.1": "claims", "I.2": "plan"}, ["`'claims'` is none of the labels"]),
        ({"I.1": "claim", "I.2": "plan", "II.2": "plan"}, ["`'II.2'` is none of the items; did you mean `'I.2'`?"]),
        (["claim", "plan"], ["Expected a dictionary"]),
    ],
)
def test_labels(answer, phrases):
    words = said(expect.labels, answer, **READING)
    assert bool(words) == bool(phrases) and not [phrase for phrase in phrases if phrase not in words], words


def test_labels_need_a_sentence_for_every_wrong_label():
    with pytest.raises(expect.BadCheck, match=r"I\.2.*figure"):
        expect.labels({}, **{**READING, "why": {"I.1": "no.", "I.2": {"claim": "no."}}})


@pytest.mark.parametrize(
    "answer, phrases",
    [
        ("Freedom House counts and the U.N. asks", []),
        ("As FH says, one two three", []),
        ("  \n ...", ["not-written"]),
        ("FH and one", ["has 3 words, 2 fewer than the 5"]),
        ("FH " * 9, ["9 words, 1 more than 8"]),
        ("one two three four unity", ["names none of them", "Freedom House, UN"]),
        (["a"], ["Expected a text"]),
    ],
)
def test_text(answer, phrases):
    words = said(expect.text, answer, words=(5, 8), mentions={"Freedom House": ["FH"], "UN": []}, at_least=1)
    assert bool(words) == bool(phrases) and not [phrase for phrase in phrases if phrase not in words], words


# Functions


def gap(table, year):
    rows = table[table.year == year].set_index("group").value
    return rows["High"] - rows["Low"]


def ratio(table, year):
    rows = table[table.year == year].set_index("group").value
    return rows["High"] / rows["Low"]


FULL = pd.concat([TABLE.head(2).assign(year=year, value=[50.0 + year - 2015, 10.0 + 3 * (year - 2015)]) for year in range(2015, 2023)], ignore_index=True)


def told(answer: object, **words: object) -> str:
    return said(expect.function, answer, gap, on=[(FULL, 2015), (FULL, 2022)], alter="value", what="the gap", mistakes=[(ratio, "You divided.")], **words)


def spoils(table, year):
    result = gap(table, year)
    table["value"] = 0.0
    return result


def raises(table, year):
    rows = table[table.year == year]
    return rows.vlaue.mean()


def deep(table, year):
    return deep(table, year)


def unwritten(table, year):
    raise NotImplementedError


@pytest.mark.parametrize(
    "answer, phrases",
    [
        (gap, []),
        (spoils, []),
        (lambda table, year: np.float64(gap(table, year)), []),
        (lambda table, year: None, ["not-written", "gives nothing back"]),
        (lambda table, year: ..., ["not-written"]),
        (unwritten, ["not-written", "`unwritten`"]),
        (None, ["not-written"]),
        (40.0, ["Pass the function itself"]),
        (ratio, ["You divided."]),
        (lambda table, year: {2015: 40.0, 2022: 26.0}[year], ["right; on the same table with other figures in it, it is not", "typed in"]),
        (lambda table, year: gap(FULL, year), ["a table used that was not passed in"]),
        (lambda table: 1, ["called with 2 arguments", "<lambda>(table)"]),
        (raises, ["`raises` raised AttributeError", "`return rows.vlaue.mean()`", "spelt right"]),
        (lambda table, year: table.no, ["raised AttributeError"]),
        (lambda table, year: {}["x"], ["KeyError", "no column or key"]),
        (deep, ["RecursionError", "without an end"]),
        (lambda table, year: exit(), ["SystemExit", "close the kernel"]),
        (lambda table, year: table.value, ["a column (a Series) of 16 values came"]),
    ],
)
def test_function(answer, phrases):
    words = told(answer)
    assert bool(words) == bool(phrases) and not [phrase for phrase in phrases if phrase not in words], words


def test_functions_line_is_the_learners_own():
    def outer(table, year):
        return pd.Series([1]).map(lambda value: table["nothing"])

    assert '`return pd.Series([1]).map(lambda value: table["nothing"])`' in told(outer)


def test_function_may_have_to_return_nothing():
    def model(table):
        return None if table.empty else len(table)

    for answer, phrase in [(model, ""), (len, "`None` is expected; the number `0` came")]:
        assert phrase in (words := said(expect.function, answer, model, on=[FULL, FULL.head(0)], what="the count")) and bool(words) == bool(phrase)
    assert "gives nothing back" in said(expect.function, lambda table: None, model, on=[FULL, FULL.head(0)], what="the count")


def test_alteration_that_changes_nothing_is_the_authors_fault():
    with pytest.raises(expect.BadCheck, match="value"):
        expect.function(len, len, on=[FULL], alter="value", what="the count")


def test_alteration_can_be_a_function():
    assert "typed in" in said(expect.function, lambda table: 16, len, on=[FULL], alter=lambda table: table.head(3), what="the count")


# Time


def endless(_):
    """Swallow the first alarms, as a learner's own ``except`` may."""
    for _ in range(3):
        try:
            plain_loop(_)
        except:  # noqa: E722
            pass
    plain_loop(_)


def plain_loop(_):
    while True:
        pass


def test_loop_without_end_is_stopped_and_said(course, monkeypatch):
    monkeypatch.setattr(expect, "SECONDS", 0.1)
    begun = time.monotonic()
    result = sf.check("sample-call", endless)
    assert result.state == "stopped" and "loop that never ends" in str(result)
    assert time.monotonic() - begun < 2


def test_loop_without_end_is_stopped_off_the_main_thread(course, monkeypatch):
    monkeypatch.setattr(expect, "SECONDS", 0.1)
    results = []
    thread = threading.Thread(target=lambda: results.append(sf.check("sample-call", plain_loop)), daemon=True)
    thread.start()
    thread.join(5)
    assert results and results[0].state == "stopped"


def test_learners_may_take_three_seconds():
    assert expect.SECONDS == 3


def test_time_limit_leaves_no_alarm_behind():
    with time_limit(0.05):
        pass
    time.sleep(0.1)
    with pytest.raises(TooSlow), time_limit(0.05):
        while True:
            pass
    time.sleep(0.1)


def test_printed_text_is_bounded():
    place = Bounded(10)
    assert place.write("123456") == 6 and place.write("789012345") == 9
    assert place.kept == "1234567890" and place.cut
