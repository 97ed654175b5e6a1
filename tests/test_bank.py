"""The question bank: what is read, what is refused and in which words, and whether the real questions give themselves away."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from shared_future.bank import Bank, Option, Question, balance, fold, read_bank, read_banks, verify
from shared_future.data import load, root
from shared_future.errors import DataError

BANKS = Path(__file__).parent / "banks"
SAMPLE = BANKS / "sample" / "every-type.yml"
TEXT = SAMPLE.read_text(encoding="utf-8")


def write(folder: Path, text: str, name: str = "every-type") -> Path:
    path = folder / "sample" / f"{name}.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[str]:
    """What is wrong with a file, a line each, without the folder's name."""
    with pytest.raises(DataError) as caught:
        read_bank(path)
    lines = str(caught.value).splitlines()
    assert all(line.startswith(f"{path}, ") for line in lines)
    return [line.removeprefix(f"{path}, ") for line in lines]


def changed(old: str, new: str) -> str:
    assert old in TEXT
    return TEXT.replace(old, new, 1)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return read_bank(SAMPLE)


# Reading


def test_every_type_is_read(bank):
    assert bank.chapter == "sample/every-type"
    assert list(bank.objectives) == ["name", "date", "compute"]
    assert {question.type for question in bank.questions} == {"one", "several", "true-false", "number", "order", "match", "text"}
    by_id = {question.id.removeprefix("every-type-"): question for question in bank.questions}
    assert [option.correct for option in by_id["year"].options] == [False, True, False, False]
    assert [(option.verdict, option.correct) for option in by_id["article"].options] == [(True, False), (True, False), (False, True), (False, False)]
    assert (by_id["vote"].answer, by_id["vote"].tolerance, by_id["vote"].unit) == (86.7, 0.5, "per cent")
    assert [mistake.value for mistake in by_id["vote"].mistakes] == [95.3, 0.867]
    assert [pair.term for pair in by_id["list"].pairs][0] == "Four principles (2015)"
    assert by_id["place"].mistakes[0].answers == ("Hangzhou", "杭州")


def test_an_event_lends_its_title_as_plain_text(bank):
    items = next(question for question in bank.questions if question.type == "order").items
    assert [item.event for item in items] == ["wuzhen-summit-2014", "xi-speech-2015", "concept-paper-2019", "wic-founded-2022"]
    assert items[0].text == "First Wuzhen Summit"
    assert items[2].text.startswith("Concept Paper \\")  # its quotation marks are not Markdown


def test_shown_order_is_stable_and_never_the_right_one(bank):
    by_id = {question.id.removeprefix("every-type-"): question.shown() for question in bank.questions}
    assert by_id["first-principle"] == [0, 3, 1, 2]  # a change here would move every option that a reader remembers
    assert by_id["year"] == [0, 1, 2, 3]  # years stay in order
    assert by_id["steps"] != [0, 1, 2, 3]
    assert sorted(by_id["article"][:2]) == [0, 1]  # true before false


@pytest.mark.parametrize("number", range(40))
def test_items_to_put_in_order_are_never_in_order(number):
    question = Question(f"q-{number}", "order", "", "recall", 1, (), "", items=(Option("a", ""), Option("b", ""), Option("c", "")))
    assert sorted(question.shown()) == [0, 1, 2] != question.shown()


def test_published_schema_is_a_schema_and_accepts_the_sample():
    schema = json.loads((root("data") / "questions" / "schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(yaml.safe_load(TEXT))) == []


def test_missing_chapter_names_those_there_are():
    with pytest.raises(DataError, match=r'chapter "principles/none" has no questions; allowed: .*principles/cyber-sovereignty'):
        read_bank("principles/none")


# Refusing

ONE, YEAR, SEVERAL, VOTE, STEPS, PLACE = (f"question every-type-{name}" for name in ("first-principle", "year", "principles", "vote", "steps", "place"))
SECOND = "feedback: That is the second principle. It follows the first and builds on it."
FEEDBACK = "text: why it is right, or which mistake leads to it"
QUOTES = "allowed: text; put quotes round it"
BROKEN = {
    # what is wrong: (a text of the sample, what stands in its place, every line of the message)
    "two right": (
        "feedback: That is the fourth principle, the one",
        "correct: true\n    feedback: That is the fourth principle, the one",
        f"line 16, {ONE}, options: has 2 of 4; allowed: exactly one with correct: true",
    ),
    "none right": ("    correct: true\n", "", f"line 16, {ONE}, options: has 0 of 4; allowed: exactly one with correct: true"),
    "none right, said aloud": ("correct: true", "correct: false", f"line 16, {ONE}, options: has 0 of 4; allowed: exactly one with correct: true"),
    "one right of several": (
        "type: one\n  objective: date",
        "type: several\n  objective: date",
        f"line 33, {YEAR}, options: has 1 of 4; allowed: two or more with correct: true",
    ),
    "all right of several": (
        "of 2023.\n  - text: Maintenance of peace and security\n    correct: true\n    feedback: Yes, the second.\n  - text: A narrower digital divide\n",
        "of 2023.\n    correct: true\n  - text: A narrower digital divide\n    correct: true\n",
        f"line 50, {SEVERAL}, options: has 0 of 4; allowed: at least one without correct: true",
    ),
    "one verdict only": (
        "- verdict: false\n    reason: It says that there are four and lists none.\n    correct: true\n    feedback: Yes. I.1 announces four principles"
        " and five proposals and names none of the nine.\n  - verdict: false\n",
        "- verdict: true\n    correct: true\n",
        "line 72, question every-type-article, options: has 0 of 3; allowed: at least one with verdict: false",
    ),
    "no feedback": (f"    {SECOND}\n", "", f"line 17, {ONE}, option 1, feedback: is missing; allowed: {FEEDBACK}"),
    "empty feedback": (SECOND, "feedback:", f"line 18, {ONE}, option 1, feedback: is empty; allowed: {FEEDBACK}"),
    "yes for text": (
        SECOND,
        "feedback: yes",
        f'line 18, {ONE}, option 1, feedback: is "yes", which YAML reads as true; allowed: {FEEDBACK}; put quotes round it',
    ),
    "number for text": ('text: "2014"', "text: 2014", f'line 34, {YEAR}, option 1, text: is "2014", which YAML reads as a number; {QUOTES}'),
    "date for text": ('text: "2014"', "text: 2014-11-19", f'line 34, {YEAR}, option 1, text: is "2014-11-19", which YAML reads as a date; {QUOTES}'),
    "impossible date": (
        'text: "2014"',
        "text: 2015-02-30",
        f'line 34, {YEAR}, option 1, text: is "2015-02-30", which YAML takes for a date or a number (day is out of range for month); put quotes round it',
    ),
    "unknown objective": ("objective: name", "objective: nmae", f'line 10, {ONE}, objective: is "nmae"; allowed: name, date, compute'),
    "untested objective": (
        "  compute: Compute",
        "  extra: One more.\n  compute: Compute",
        "line 6, objectives, extra: is tested by no question; allowed: an objective of at least one question",
    ),
    "id twice": (
        "id: every-type-year",
        "id: every-type-first-principle",
        f"line 26, {ONE}, id: is taken by question 1 of this file; allowed: an id that no other question has",
    ),
    "id of another chapter": (
        "id: every-type-year",
        "id: good-order-year",
        'line 26, question good-order-year, id: is "good-order-year"; allowed: an id that begins with "every-type-"',
    ),
    "id missing": ("- id: every-type-year\n  type", "- type", "line 26, question 2, id: is missing; allowed: small letters and digits, joined by hyphens"),
    "unknown type": (
        "type: several",
        "type: multi",
        f'line 44, {SEVERAL}, type: is "multi"; allowed: one, several, true-false, number, order, match, text',
    ),
    "unknown key": (
        "  why: The speech",
        "  hint: The speech",
        f"line 15, {ONE}, hint: is no field here; allowed: id, type, objective, skill, difficulty, settled_by, prompt, why, options",
    ),
    "yes for a key": (
        "  why: The speech",
        "  yes: The speech",
        f"line 15, {ONE}, yes: is no field here; allowed: id, type, objective, skill, difficulty, settled_by, prompt, why, options",
    ),
    "key twice": ("  skill: recall", "  skill: recall\n  skill: apply", f"line 11, {ONE}, skill: stands twice, here and on line 12; allowed: once"),
    "unknown skill": ("  skill: recall", "  skill: memory", f'line 11, {ONE}, skill: is "memory"; allowed: recall, apply, compare'),
    "yes for a number": ("  difficulty: 1", "  difficulty: yes", f'line 12, {ONE}, difficulty: is "yes", which YAML reads as true; allowed: 1, 2, 3'),
    "unknown paragraph": (
        "settled_by: [I.1]",
        "settled_by: [I.9]",
        f'line 31, {YEAR}, settled_by 1: is "I.9"; allowed: a paragraph of the article or a key of data/references.bib, such as I.5, I.4, I.3',
    ),
    "number for a paragraph": ("settled_by: [I.1]", "settled_by: [0.1]", f'line 31, {YEAR}, settled_by 1: is "0.1", which YAML reads as a number; {QUOTES}'),
    "nothing settles it": (
        "settled_by: [I.1]",
        "settled_by: []",
        f"line 31, {YEAR}, settled_by: is empty; allowed: a list of paragraphs of the article (I.1) and keys of data/references.bib, none twice",
    ),
    "event out of order": (
        "event: wuzhen-summit-2014",
        "event: xi-video-2023",
        f"line 130, {STEPS}, item 2, event: is of 2015-12-16 and stands after item 1, which is of 2023-11-08; allowed: a date that is certainly later",
    ),
    "event twice": (
        "event: xi-speech-2015",
        "event: wuzhen-summit-2014",
        f"line 130, {STEPS}, item 2, event: is of 2014-11-19 and stands after item 1, which is of 2014-11-19; allowed: a date that is certainly later",
    ),
    "neither event nor text": (
        "  - event: wuzhen-summit-2014\n    text: First Wuzhen Summit\n    feedback",
        "  - feedback",
        f"line 127, {STEPS}, item 1: is a mapping; allowed: an event or a text, or both, and feedback",
    ),
    "not a number": ("answer: 86.7", "answer: .nan", f"line 93, {VOTE}, answer: is .nan; allowed: a finite number"),
    "infinite": ("tolerance: 0.5", "tolerance: .inf", f"line 94, {VOTE}, tolerance: is .inf; allowed: a finite number"),
    "text for a number": ("answer: 86.7", "answer: 1e3", f'line 93, {VOTE}, answer: is "1e3"; allowed: a number'),
    "negative tolerance": ("tolerance: 0.5", "tolerance: -1", f'line 94, {VOTE}, tolerance: is "-1"; allowed: a number, 0 or more'),
    "mistake that is right": (
        "value: 95.3",
        "value: 87",
        f"line 99, {VOTE}, mistake 1, value: is 87, which counts as right; allowed: a number further than 0.5 from the answer",
    ),
    "answer right and wrong": (
        "answers: [Hangzhou",
        "answers: [' WU-ZHEN', Hangzhou",
        f'line 168, {PLACE}, mistake 1, answer 1: is " WU-ZHEN", which stands in an earlier list; allowed: an answer that is right or wrong for one reason',
    ),
    "answer without a letter": ("answers: [Wuzhen", "answers: ['?!', Wuzhen", f'line 165, {PLACE}, answer 1: is "?!"; allowed: a text with at least one letter or digit'),
    "two options the same": (
        "text: Maintenance of peace and security",
        "text: Respect for  cyber sovereignty!",
        f'line 19, {ONE}, option 2, text: says the same as an earlier one ("Respect for cyber sovereignty"); allowed: a text that no other has',
    ),
    "two meanings the same": (
        "meaning: Connection, content, conduct and commerce",
        "meaning: Development, security and civilization",
        "line 156, question every-type-list, distractor 1, meaning: says the same as an earlier one"
        ' ("Development, security and civilization"); allowed: a text that no other has',
    ),
    "unprintable": (
        "prompt: In which year was that speech held?",
        'prompt: "In which \\a year?"',
        f"line 32, {YEAR}, prompt: holds an unprintable character ('In which \\x07 year?'); allowed: printable text",
    ),
    "another chapter": (
        "chapter: sample/every-type",
        "chapter: sample/other",
        "line 2, chapter: is \"sample/other\"; allowed: sample/every-type, as in the file's path",
    ),
    "unknown key of the file": ("questions:", "remarks: none\nquestions:", "line 7, remarks: is no field here; allowed: chapter, objectives, questions"),
    "syntax": (
        "prompt: In which year was",
        "prompt: Year: in which was",
        'line 32, column 15: mapping values are not allowed here; allowed: quotes round a text that holds ": "',
    ),
    "indentation": (
        "  - text: Maintenance",
        "   - text: Maintenance",
        "line 18, column 5: expected <block end>, but found '<block mapping start>' (while parsing a block collection begun on line 17)",
    ),
    "unclosed": (
        "settled_by: [I.1]\n  prompt: In",
        "settled_by: [I.1\n  prompt: In",
        "line 32, column 9: expected ',' or ']', but got ':' (while parsing a flow sequence begun on line 31)",
    ),
    "code": (
        "chapter: sample",
        "chapter: !!python/name:os.system sample",
        "line 2, column 10: could not determine a constructor for the tag 'tag:yaml.org,2002:python/name:os.system'",
    ),
    "alias inside itself": ("objectives:", "objectives: &a\n  all: *a", "line 3, column 13: an alias stands inside what it refers to"),
    "key that is a list": ("objectives:", "? [a]\n: b\nobjectives:", "line 3, column 3: a list or a mapping stands where a key is expected"),
}


@pytest.mark.parametrize(("old", "new", "message"), BROKEN.values(), ids=BROKEN)
def test_what_is_wrong_is_said_with_its_line(old, new, message, tmp_path):
    assert problems(write(tmp_path, changed(old, new))) == [message]


@pytest.mark.parametrize(
    ("old", "new", "message", "near"),
    [
        ("[ren-wic-article]", "[ren-wic-artikel]", "settled_by 1", "ren-wic-article"),
        ("event: concept-paper-2019", "event: concept-paper-2018", "item 3, event", "concept-paper-2019"),
    ],
)
def test_an_unknown_name_is_answered_with_those_like_it(old, new, message, near, tmp_path):
    [problem] = problems(write(tmp_path, changed(old, new)))
    assert f'{message}: is "{new.split()[-1].strip("[]")}"; allowed: ' in problem
    assert near in problem.split("such as ")[1].split(", ")


@pytest.mark.parametrize(("text", "message"), [("", "is empty"), ("- a", "is a list"), ("word", 'is "word"')])
def test_a_file_of_another_shape_is_refused(text, message, tmp_path):
    assert problems(write(tmp_path, text)) == [f"line 1: {message}; allowed: a mapping with chapter, objectives and questions"]


def test_a_file_that_is_no_text_is_refused(tmp_path):
    path = write(tmp_path, "")
    path.write_bytes(b"a: \xff\n")
    with pytest.raises(DataError, match="byte 4 is no UTF-8; allowed: a file saved as UTF-8"):
        read_bank(path)
    path.write_text("a: \x07\n")
    with pytest.raises(DataError, match=r"U\+0007 cannot stand in YAML"):
        read_bank(path)


def test_everything_that_is_wrong_is_said_at_once_in_order_of_lines(tmp_path):
    text = changed("objective: name", "objective: nmae").replace("type: several", "type: multi", 1).replace("value: 95.3", "value: 87", 1)
    assert [line.split(":")[0] for line in problems(write(tmp_path, text))] == [
        f"line 10, {ONE}, objective",
        f"line 44, {SEVERAL}, type",
        f"line 99, {VOTE}, mistake 1, value",
    ]


def test_a_whole_folder_is_read_and_ids_are_unique_over_it(tmp_path):
    write(tmp_path, TEXT)
    write(tmp_path, TEXT.replace("every-type", "every-type-more"), "every-type-more")
    assert set(read_banks(tmp_path)) == {"sample/every-type", "sample/every-type-more"}
    again = TEXT.replace("every-type", "every-type-more").replace("id: every-type-more-year", "id: every-type-year")
    more = write(tmp_path, again.replace("skill: recall", "skill: memory", 1), "every-type-more")
    with pytest.raises(DataError) as caught:
        read_banks(tmp_path)
    assert str(caught.value).splitlines() == [
        f'{more}, line 11, question every-type-more-first-principle, skill: is "memory"; allowed: recall, apply, compare',
        f'{more}, line 26, question every-type-year, id: is "every-type-year"; allowed: an id that begins with "every-type-more-"',
        f"{tmp_path}/sample/every-type.yml, line 26, question every-type-year: id is taken by {more}, line 26, question every-type-year; allowed: an id that no other question has",
    ]


def test_a_year_and_a_day_in_it_cannot_be_put_in_order(tmp_path):
    events = load("events")
    events = events[events.date < "2022"]
    days = events[events.precision == "day"]
    year = next(event for event in events[events.precision == "year"].itertuples() if any(days.date.str.startswith(event.date)))
    inside = days[days.date.str.startswith(year.date)].iloc[0]
    after = days[days.date > f"{year.date}-12-31"].iloc[0]

    def text(*ids: str) -> str:
        steps = "  items:\n" + "".join(f"  - event: {event}\n    feedback: x\n" for event in ids)
        return TEXT[: TEXT.index("  items:\n")] + steps + TEXT[TEXT.index("- id: every-type-list") :]

    assert problems(write(tmp_path, text(year.id, inside.id, "wic-founded-2022"))) == [
        f"line 129, {STEPS}, item 2, event: is of {inside.date} and stands after item 1, which is of {year.date}; allowed: a date that is certainly later"
    ]
    assert read_bank(write(tmp_path, text(year.id, after.id, "wic-founded-2022")))


# Answers from the data


def test_verify_agrees(bank):
    verify([bank])


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("100 * 143 / 150", "answer is 86.7, but verify gives 95.3333; allowed: a difference of 0.5 at most"),
        ("load('internet_use').value.max() * float('nan')", "answer is 86.7, but verify gives nan; allowed: a difference of 0.5 at most"),
        ("1 / 0", "verify raises ZeroDivisionError: division by zero; allowed: an expression over load and pd that gives a number"),
        ("'many'", "verify raises ValueError: could not convert string to float: 'many'; allowed: an expression over load and pd that gives a number"),
    ],
)
def test_verify_disagrees(expression, message, tmp_path):
    path = write(tmp_path, changed("verify: 100 * 143 / (143 + 7 + 15)", f'verify: "{expression}"'))
    with pytest.raises(DataError) as caught:
        verify([read_bank(path)])
    assert str(caught.value) == f"{path}, line 86, {VOTE}: {message}"


@pytest.mark.parametrize(("typed", "folded"), [(" Wu-Zhen. ", "wuzhen"), ("Ｗｕｚｈｅｎ", "wuzhen"), ("“乌镇”", "乌镇"), ("C++", "c++"), ("¿?", "")])
def test_fold(typed, folded):
    assert fold(typed) == folded


# Balance


def question(name: str, *lengths: int, right: int) -> Question:
    options = tuple(Option("x" * length, "", n == right) for n, length in enumerate(lengths))
    return Question(name, "one", "", "recall", 1, (), "", options=options)


def test_balance_counts_lengths_and_places():
    questions = (question("a", 9, 3, 3, right=0), question("b", 3, 9, 9, right=1), question("c", 3, 9, right=1), question("d", 2, 2, 5, 4, right=1))
    result = balance([Bank("x/y", {}, questions)])
    assert (result.questions, result.longest, result.shortest) == (4, 0.5, 0)  # of two equally long neither is the longest
    assert result.by_chance == pytest.approx((1 / 3 + 1 / 3 + 1 / 2 + 1 / 4) / 4)
    assert sum(result.positions.values()) == 4
    places = {q.id: q.shown().index(next(n for n, option in enumerate(q.options) if option.correct)) + 1 for q in questions}
    assert all(result.positions[place] for place in places.values())
    assert str(result).startswith("4 questions with one right option. It is the longest in 50% and the shortest in 0% (by chance 35%). Shown at place ")


def test_balance_counts_the_right_verdicts():
    def statement(name: str, verdict: bool) -> Question:
        options = tuple(Option("x" * n, "", n == 3, verdict if n == 3 else not verdict) for n in (3, 4, 5))
        return Question(name, "true-false", "", "recall", 1, (), "", options=options)

    result = balance([Bank("x/y", {}, (statement("a", True), statement("b", False), statement("c", False), question("d", 1, 2, right=1)))])
    assert (result.true, result.shortest, result.longest) == (pytest.approx(1 / 3), 0.75, 0.25)
    assert math.isnan(balance([Bank("x/y", {}, (question("d", 1, 2, right=1),))]).true)


def test_balance_of_nothing_is_refused():
    with pytest.raises(DataError, match="no question has the type one or true-false"):
        balance([])


# The course's own questions


def test_the_courses_questions_are_sound_and_agree_with_the_data():
    banks = read_banks()
    assert banks
    assert set(banks) <= set(load("chapters").id)
    verify(banks.values())


def test_neither_length_nor_place_nor_verdict_gives_the_right_option_away():
    result = balance(read_banks().values())
    assert abs(result.longest - result.by_chance) <= 0.08, result
    assert abs(result.shortest - result.by_chance) <= 0.08, result
    assert max(result.positions.values()) <= 1 / 3 * result.questions, result
    assert 0.4 <= result.true <= 0.6, result
