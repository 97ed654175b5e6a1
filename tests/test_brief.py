"""A learner's brief: what it gathers, what it says is missing, and the files that it writes."""

from __future__ import annotations

import re
import sys

import altair as alt
import pytest
from docx import Document

import shared_future as sf
from shared_future import DataError

TEXT = """## The problem

Two texts differ [@ren-wic-article; @xinhua-2015-wuzhen-speech]. <b>No markup</b> of one's own.

[figure]

## Advice

Decide [@xinhua-2015-wuzhen-speech].
"""


@pytest.fixture
def figure():
    rows = sf.load("internet_use_groups").query("group == 'World' and year > 2015")
    return sf.figure(
        alt.Chart(rows[["year", "value"]]).mark_line().encode(x="year:O", y="value"),
        title="Internet users",
        alt="The line climbs.",
        source="world-bank-2025-internet-use",
    )


@pytest.fixture
def rows():
    return sf.events(ids=["wic-founded-2022", "xi-speech-2015"])


@pytest.fixture
def whole(figure, rows):
    return sf.brief(title="Two texts", author="A. Learner", audience="A minister", standpoint="A small state", text=TEXT, timeline=rows, figure=figure)


def visible(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)).split())


def test_a_complete_brief_says_so_and_counts(whole):
    assert repr(whole) == "Two texts: 14 words, 2 sources cited. Nothing is missing."
    assert "Nothing is missing" in whole._repr_mimebundle_()["text/html"]


def test_what_is_missing_is_named(figure):
    bare = sf.brief(title="", author="", audience=" ", standpoint="", text="", figure=figure)
    assert bare.missing == ("a title", "an author", "a named audience", "a standpoint", "a text", "citations", "a timeline")
    assert "Still missing: a title, an author" in repr(bare)


def test_the_page_holds_everything_and_loads_nothing(whole, rows):
    page = whole.html()
    text = visible(page)
    labels = sf.load("sources").set_index("key").label
    for part in ("Two texts", "A. Learner", "A minister", "A small state", "Internet users", *rows.title, *rows.date):
        assert part in text
    assert f"[{labels['ren-wic-article']}; {labels['xinhua-2015-wuzhen-speech']}]" in text
    assert "<b>" not in page and "<script" not in page and "<link" not in page and "src=" not in page
    assert text.index("The problem") < text.index("The line climbs") < text.index("Advice") < text.index("Timeline") < text.index("References")


def test_the_references_are_those_of_text_timeline_and_figure_each_once(whole, rows):
    expected = {"ren-wic-article", "xinhua-2015-wuzhen-speech", "world-bank-2025-internet-use", *(key for keys in rows.sources for key in keys)}
    assert sorted(whole.references) == sorted(expected)
    listed = whole.html().split("<h2>References</h2>")[1]
    assert listed.count("<li>") == len(expected)


def test_a_word_file_has_headings_tables_and_the_picture_with_its_text(whole, tmp_path):
    document = Document(str(whole.save(tmp_path / "brief.docx")))
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]
    assert headings == ["Two texts", "The problem", "Advice", "Timeline", "References"]
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["Date", "Event", "Source"]
    [picture] = document.inline_shapes
    assert picture._inline.docPr.get("descr") == "The line climbs."
    assert document.core_properties.author == "A. Learner"


def test_a_web_page_is_saved_as_it_is(whole, tmp_path):
    assert whole.save(tmp_path / "brief.html").read_text(encoding="utf-8") == whole.html()


def test_where_nothing_can_draw_the_page_has_the_data_and_word_is_refused_in_a_sentence(whole, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    assert "Data: Internet users" in visible(whole.html())
    with pytest.raises(DataError, match="vl_convert.*Save as .html"):
        whole.save(tmp_path / "brief.docx")
    assert list(tmp_path.iterdir()) == []


def test_another_kind_of_file_is_refused(whole, tmp_path):
    with pytest.raises(DataError, match=r'"\.pdf".*allowed: \.html, \.docx'):
        whole.save(tmp_path / "brief.pdf")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"text": "As [@ren-wic-artikel] says"}, r"\[@ren-wic-artikel\].*ren-wic-article"),
        ({"timeline": "xi-speech-2015"}, "timeline= takes rows"),
        ({"figure": "figure.png"}, "figure= takes what"),
    ],
)
def test_what_it_cannot_use_gets_one_sentence(given, message):
    with pytest.raises(DataError, match=message):
        sf.brief(**{"title": "T", "author": "A", "audience": "B", "standpoint": "C", "text": "Words", **given})
