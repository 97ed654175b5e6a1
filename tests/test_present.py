"""The box at the head of a chapter, and the positions, as they are shown."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pandas as pd
import pytest

import shared_future as sf
from shared_future import DataError
from shared_future.present import at_a_glance, plans, positions


@pytest.fixture
def book(monkeypatch, tmp_path):
    """A book under construction that has one chapter, ``principles/cyber-sovereignty``; cells run in its folder."""
    folder = tmp_path / "book" / "principles"
    folder.mkdir(parents=True)
    (tmp_path / "_toc.yml").write_text("chapters:\n- file: book/principles/cyber-sovereignty\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SHARED_FUTURE_BOOK", "1")


@pytest.fixture
def notebook(monkeypatch):
    monkeypatch.delenv("SHARED_FUTURE_BOOK", raising=False)


def html(shown) -> str:
    return shown._repr_mimebundle_()["text/html"]


def visible(markup: str) -> str:
    return " ".join("".join(ElementTree.fromstring(markup).itertext()).split())


# At a glance


def test_the_box_tells_minutes_paragraphs_and_what_to_read_first(notebook):
    chapters = sf.load("chapters").set_index("id")
    shown = at_a_glance("principles/peace-and-security")
    row = chapters.loc["principles/peace-and-security"]
    for text in (visible(shown.html), repr(shown)):
        assert f"{row.minutes_read} minutes to read, {row.minutes_practise} to practise" in text
        assert "paragraphs I.1, I.4 and III.5" in text
        assert chapters.at["principles/cyber-sovereignty", "title"] in text


def test_a_chapter_with_nothing_before_it_asks_for_no_reading():
    assert "Read first" not in repr(at_a_glance("foundations/who-governs-cyberspace"))


def test_a_single_paragraph_and_the_whole_article_are_called_so():
    assert "paragraph III.4" in repr(at_a_glance("proposals/governance-system"))
    assert "the whole article" in repr(at_a_glance("weighing/capstone"))


def test_only_a_chapter_that_the_book_has_is_linked(book):
    links = re.findall(r'href="([^"]+)"', html(at_a_glance("principles/peace-and-security")))
    assert links == ["../principles/cyber-sovereignty.html"]
    assert "href" not in html(at_a_glance("proposals/infrastructure"))


def test_a_notebook_has_no_links_between_chapters(book, monkeypatch):
    monkeypatch.delenv("SHARED_FUTURE_BOOK")
    assert "href" not in html(at_a_glance("principles/peace-and-security"))


def test_an_unknown_chapter_is_named_with_the_nearest():
    with pytest.raises(DataError, match=r'"principles/sovereignty".*principles/cyber-sovereignty'):
        at_a_glance("principles/sovereignty")


# Positions


def holders(shown) -> list[str]:
    return [strong.text for strong in ElementTree.fromstring(shown.html).iter("strong")]


@pytest.mark.parametrize(
    ("selection", "column"),
    [("sovereignty", "theme"), ("proposal-4-cybersecurity", "concept"), ("cuba-2025-peaceful-use", "id")],
)
def test_a_word_selects_a_theme_a_concept_or_one_position(selection, column):
    table = sf.load("perspectives")
    assert sorted(holders(positions(selection))) == sorted(table.loc[table[column] == selection, "holder"])


def test_a_chapter_selects_the_positions_that_serve_it():
    table = sf.load("perspectives")
    serve = table[["agenda/governance-order" in chapters for chapters in table.chapters]]
    assert sorted(holders(positions("agenda/governance-order"))) == sorted(serve.holder)


def test_a_list_selects_each_once_and_rows_of_ones_own_are_taken_as_they_are():
    both = positions(["cuba-2025-peaceful-use", "cuba-2022-digital-divide", "cuba-2025-peaceful-use"])
    assert holders(both) == ["Cuba", "Cuba"]
    table = sf.load("perspectives")
    assert len(holders(positions(table[table.holder_kind == "technical community"]))) == (table.holder_kind == "technical community").sum()


def test_supporters_come_first_then_critics_mixed_views_and_alternatives():
    shown = positions("principle-2-peace-security")
    groups = [dt.text for dt in ElementTree.fromstring(shown.html).iter("dt")]
    assert groups == ["Supporters", "Critics", "Mixed views", "Alternatives"]
    assert [line for line in repr(shown).splitlines() if not line.startswith("- ")] == groups


def test_one_stance_can_be_asked_for():
    table = sf.load("perspectives")
    critics = table[(table.theme == "order") & (table.stance == "critical")]
    assert sorted(holders(positions("order", stance="critical"))) == sorted(critics.holder)


def test_each_position_shows_holder_kind_year_summary_and_source(notebook):
    row = sf.load("perspectives").set_index("id").loc["african-union-2024-common-position"]
    shown = positions("african-union-2024-common-position")
    text = visible(shown.html)
    assert text.startswith("Alternatives")
    for part in (row.holder, f"{row.holder_kind}, {row.year}", row.summary):
        assert part in text
    url = sf.load("sources").set_index("key").at[row.sources[0], "url"]
    assert f'href="{url}"' in shown.html


def test_in_the_book_sources_lead_to_the_bibliography(book):
    assert 'href="../reference/sources.html#cite-african-union-2024-common-position"' in positions("african-union-2024-common-position").html


def test_a_position_that_rests_partly_on_memory_says_so_and_others_do_not():
    table = sf.load("perspectives")
    for confidence, marked in (("unconfirmed", True), ("verified", False)):
        id = table.loc[table.confidence == confidence, "id"].iloc[0]
        assert ("Partly unconfirmed" in visible(positions(id).html)) == marked


def test_a_position_without_a_year_is_called_undated():
    assert "media, undated" in visible(positions("global-village-space-gci").html)


def test_chinese_is_marked_and_markup_in_the_data_is_shown_as_text():
    rows = sf.load("perspectives").head(1).assign(holder="<b>熊光清</b> & 王棋")
    markup = positions(rows).html
    assert '<span lang="zh-Hans">熊光清</span>' in markup
    assert "<b>" not in markup
    assert "<b>熊光清</b> & 王棋" in visible(markup)


def test_every_position_is_well_formed_without_ids_and_script():
    markup = positions(sf.load("perspectives")).html
    root = ElementTree.fromstring(markup)
    assert len(list(root.iter("li"))) == len(sf.load("perspectives"))
    assert not [element for element in root.iter() if "id" in element.attrib or element.tag == "script"]


def test_an_empty_choice_says_so():
    assert "No position" in repr(positions("cuba-2025-peaceful-use", stance="critical"))


def test_what_is_unknown_is_named_with_what_is_allowed():
    with pytest.raises(DataError, match=r'"sovereign" .*sovereignty'):
        positions("sovereign")
    with pytest.raises(DataError) as error:
        positions(["", "sovereignity", "cuba-2025-peaceful-use"])
    assert [line.split('"')[1] for line in str(error.value).splitlines()] == ["", "sovereignity"]
    assert "sovereignty" in str(error.value).splitlines()[1]
    with pytest.raises(DataError, match=r'stance "neutral".*supports, critical, mixed, alternative'):
        positions("order", stance="neutral")
    with pytest.raises(DataError, match="holder.*perspectives"):
        positions(pd.DataFrame({"id": ["a"]}))


# Both


@pytest.mark.parametrize("show", [lambda: at_a_glance("weighing/capstone"), lambda: positions("order")])
def test_a_notebook_carries_the_style_and_the_book_does_not(show, monkeypatch):
    monkeypatch.delenv("SHARED_FUTURE_BOOK", raising=False)
    assert "<style>" in html(show())
    monkeypatch.setenv("SHARED_FUTURE_BOOK", "1")
    assert "<style>" not in html(show())


# Plans


def test_a_paragraphs_plans_are_shown_with_test_state_and_sources(book):
    rows = sf.load("plans").query("paragraph == 'III.4'")
    shown = plans("III.4")
    items = [" ".join("".join(item.itertext()).split()) for item in ElementTree.fromstring(shown.html).findall("li")]
    assert len(items) == len(rows) > 0
    for item, row in zip(items, rows.itertuples(), strict=True):
        for part in (row.plan, row.done_when, row.known, row.status):
            assert part in item and part in repr(shown)
        assert "(looked up in November 2026)" in item
        assert ("Partly unconfirmed" in item) == (row.confidence == "unconfirmed")
    assert html(shown).count("#cite-") == sum(map(len, rows.sources))


def test_a_paragraph_without_plans_is_answered_with_those_that_have_some():
    with pytest.raises(DataError, match=r'"II\.6" announces no plan.*III\.4'):
        plans("II.6")
