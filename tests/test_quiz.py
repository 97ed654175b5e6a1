"""A quiz as Python writes it: complete and readable before any script runs."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

import shared_future as sf
from shared_future._html import BOOK_VARIABLE
from shared_future.bank import Bank, Item, Option, Question, read_bank
from shared_future.quiz import NOTE, Quiz, inline

SAMPLE = Path(__file__).parent / "banks" / "sample" / "every-type.yml"


@pytest.fixture(scope="module")
def bank() -> Bank:
    return read_bank(SAMPLE)


@pytest.fixture
def shown(bank, monkeypatch) -> ElementTree.Element:
    """The sample quiz as the book shows it."""
    monkeypatch.setenv(BOOK_VARIABLE, "1")
    return ElementTree.fromstring(Quiz(bank.questions, bank.objectives)._repr_mimebundle_()["text/html"])


def said(node: ElementTree.Element) -> str:
    return " ".join("".join(node.itertext()).split())


def find(node: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [child for child in node.iter() if name in child.get("class", "").split()]


def section(root: ElementTree.Element, name: str) -> tuple[ElementTree.Element, dict]:
    for node in root.iter("section"):
        key = json.loads(node.get("data-question"))
        if key["id"] == f"every-type-{name}":
            return node, key
    raise AssertionError(name)


def test_every_text_can_be_read_without_script(shown, bank):
    text = said(shown)
    for n, question in enumerate(bank.questions, 1):
        assert f"Question {n} of 10" in text
        texts = [question.prompt, question.why, question.unit, question.feedback, question.otherwise, bank.objectives[question.objective], *question.answers]
        for part in (*question.options, *question.items, *question.pairs, *question.distractors, *question.mistakes):
            texts += [part.feedback, getattr(part, "text", ""), getattr(part, "term", ""), getattr(part, "meaning", ""), *getattr(part, "answers", ())]
        for written in texts:
            assert said(ElementTree.fromstring(f"<p>{inline(written)}</p>")) in text, written
    assert text.endswith(NOTE)
    assert len(list(shown.iter("details"))) == len(list(shown.iter("summary"))) == 10


def test_answers_stand_inside_details_alone(shown):
    for node in shown.iter("section"):
        outside = [child for child in node if child.tag != "details"]
        assert len(outside) + 1 == len(node)
        assert not any(find(child, "sf-q-fb") or find(child, "sf-q-is") for child in outside)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("first-principle", "Answer: Respect for cyber sovereignty"),
        ("principles", "Answer: Promotion of openness and cooperation; Maintenance of peace and security; Cultivation of good order"),
        ("article", "Answer: False, because: It says that there are four and lists none."),
        ("vote", "Answer: 86.7 per cent, give or take 0.5"),
        ("online", "Answer: 900,000 people"),
        ("place", "Answer: Wuzhen or 乌镇"),
        ("list", "Answer: Four principles (2015): Sovereignty, peace, openness and order"),
        ("steps", "Answer: First Wuzhen SummitThe speech with four principles and five proposals"),
    ],
)
def test_answer_is_said_in_words(shown, name, answer):
    [node] = find(section(shown, name)[0], "sf-q-is")
    assert said(node).startswith(answer)


def test_the_key_counts_choices_as_they_are_shown(shown):
    def texts(name: str, kind: str) -> list[str]:
        [node] = find(section(shown, name)[0], kind)
        return [said(row) for row in node]

    options, key = texts("principles", "sf-q-options"), section(shown, "principles")[1]
    assert {options[n] for n in key["right"]} == {"Promotion of openness and cooperation", "Maintenance of peace and security", "Cultivation of good order"}
    options, key = texts("article", "sf-q-options"), section(shown, "article")[1]
    assert [option.startswith("True") for option in options] == key["verdicts"]
    assert [options[n] for n in key["right"]] == ["False, because: It says that there are four and lists none."]
    items, key = texts("steps", "sf-q-items"), section(shown, "steps")[1]
    assert [items[n] for n in key["right"]][::3] == ["First Wuzhen Summit", "The conference becomes an international organisation"]
    meanings, key = texts("list", "sf-q-meanings"), section(shown, "list")[1]
    assert [meanings[n].split(",")[0] for n in key["right"]] == ["Sovereignty", "Infrastructure", "Development"]
    for name in ("principles", "article", "steps", "list"):
        rows = texts(name, "sf-q-feedback")
        choices = texts(name, {"steps": "sf-q-items", "list": "sf-q-meanings"}.get(name, "sf-q-options"))
        assert len(rows) == len(choices)
        assert all(row.startswith(choice) for row, choice in zip(rows, choices, strict=True))


def test_what_settles_a_question_is_linked_in_the_book_and_in_a_notebook(bank, monkeypatch):
    question = next(question for question in bank.questions if question.id == "every-type-steps")

    def settled() -> ElementTree.Element:
        [node] = find(ElementTree.fromstring(Quiz([question]).markup()), "sf-q-settled")
        return node

    monkeypatch.setenv(BOOK_VARIABLE, "1")
    assert said(settled()).startswith("Settled by: paragraphs II.1 and II.2 of the article; ")
    assert [link.get("href") for link in settled().iter("a")] == ["../reference/sources.html#cite-wic-2019-concept-paper"]
    monkeypatch.delenv(BOOK_VARIABLE)
    assert [link.get("href") for link in settled().iter("a")] == ["http://www.wuzhenwic.org/2019-10/16/c_549515_3.htm"]


def test_hostile_text_is_shown_as_text(shown):
    node, _ = section(shown, "hostile")
    text = said(node)
    for written in (
        "<img src=x onerror=alert(1)> </script><b>\"bold\"</b>",
        "<script>document.title = 'option'</script>",
        "</code><svg onload=alert(1)>",
        'Yes: <iframe src="javascript:alert(1)"></iframe>',
        "</span><style>*{display:none}</style>",
        "</details></sf-quiz-v1><script>document.title = 'why'</script>",
        "[link](javascript:alert(1))",
    ):
        assert written in text
    assert {child.tag for child in shown.iter()} <= set("sf-quiz-v1 section p div ul ol li details summary span strong em code a".split())
    for child in shown.iter():
        assert not any(attribute.startswith("on") or attribute in ("id", "style", "src") for attribute in child.keys())
        assert re.match(r"https?://|\.\./", child.get("href", "../"))


def test_every_control_keeps_its_keys_in_jupyterlab(shown):
    controls = [node for node in shown.iter() if node.tag in ("a", "summary")]
    assert len(controls) > 10
    assert all(node.get("data-lm-suppress-shortcuts") == "true" for node in controls)


def test_chinese_is_marked(shown):
    marked = [node.text for node in shown.iter("span") if node.get("lang") == "zh-Hans"]
    assert {"乌镇", "网络主权"} <= set(marked)
    unmarked = [text for node in shown.iter() for text in (node.tail, None if node.get("lang") else node.text)]
    assert not any(re.search("[\u4e00-\u9fff]", text or "") for text in unmarked)


def test_a_notebook_brings_style_and_script_and_the_book_does_not(bank, monkeypatch):
    quiz = Quiz(bank.questions, bank.objectives)
    monkeypatch.setenv(BOOK_VARIABLE, "1")
    assert quiz._repr_mimebundle_()["text/html"] == quiz.markup()
    monkeypatch.delenv(BOOK_VARIABLE)
    html = quiz._repr_mimebundle_()["text/html"]
    assert html.startswith(quiz.markup())
    assert html.count("<script>") == 1
    assert "customElements.define" in html
    assert "--sf-accent:" in html


def test_plain_text_has_the_questions_and_not_the_answers(bank):
    text = repr(Quiz(bank.questions, bank.objectives))
    assert text == Quiz(bank.questions)._repr_mimebundle_()["text/plain"]
    assert "1. Which of these stands first among the four principles of the Wuzhen speech? Choose one answer.\n" in text
    assert "   [ ] False, because: It says that there are four and lists none.\n" in text
    assert "   Four principles (2015): ____\n" in text
    assert "   b) Development, security and civilization\n" in text
    assert "   Answer in per cent." in text
    for question in bank.questions:
        parts = (question, *question.options, *question.items, *question.pairs, *question.distractors, *question.mistakes)
        for hidden in filter(None, (question.why, question.otherwise, *(part.feedback for part in parts))):
            assert hidden not in text


def test_what_was_kept_counts_only_for_the_same_question():
    question = Question("q", "one", "o", "recall", 1, ("I.1",), "Which?", options=(Option("a", "x", True), Option("b", "y")))

    def key(question: Question) -> dict:
        return json.loads(ElementTree.fromstring(Quiz([question]).markup())[0].get("data-question"))

    assert key(question) == key(replace(question, why="More.", options=(Option("a", "better", True), Option("b", "y"))))
    for other in (
        replace(question, prompt="Which now?"),
        replace(question, options=(Option("a", "x"), Option("b", "y", True))),
        replace(question, options=(*question.options, Option("c", "z"))),
    ):
        assert key(question)["print"] != key(other)["print"]


def test_inline_markdown_has_no_pictures_and_no_html():
    assert inline("**a** *b* `<c>` & <d> ![e](f)") == (
        '<strong>a</strong> <em>b</em> <code>&lt;c&gt;</code> &amp; &lt;d&gt; !<a href="f" data-lm-suppress-shortcuts="true">e</a>'
    )


def test_an_events_title_is_not_read_as_markdown(bank):
    order = next(question for question in bank.questions if question.type == "order")
    assert '"Jointly Build' in said(ElementTree.fromstring(Quiz([order]).markup()))
    literal = Question("q", "order", "o", "recall", 1, ("I.1",), "?", items=tuple(Item(text, "f") for text in ("\\*a\\* \\<b\\> \\[c\\](d)", "b", "c")))
    assert "*a* <b> [c](d)" in said(ElementTree.fromstring(Quiz([literal]).markup()))


def test_a_chapters_quiz():
    quiz = sf.quiz("principles/cyber-sovereignty")
    assert quiz.questions == read_bank("principles/cyber-sovereignty").questions
    assert len(list(ElementTree.fromstring(quiz.markup()).iter("section"))) == len(quiz.questions)
    with pytest.raises(sf.DataError, match='quiz: chapter "principles/none" has no questions'):
        sf.quiz("principles/none")
