"""The table of documents against topics, as it is written."""

from __future__ import annotations

from xml.etree import ElementTree

import pandas as pd
import pytest

import shared_future as sf
from shared_future import DataError
from shared_future.compare import topics


def cells(shown) -> dict[str, list[str]]:
    """The document that heads each row -> what its cells say."""
    body = ElementTree.fromstring(shown.markup()).find(".//tbody")
    return {row.find("th").text: [" ".join("".join(cell.itertext()).split()) for cell in row.findall("td")] for row in body}


def test_it_holds_every_document_and_what_it_says_on_every_topic():
    table = sf.load("frameworks")
    shown = cells(sf.compare())
    assert list(shown) == list(table.framework)
    for row in table.to_dict("records"):
        about, *rest = shown[row["framework"]]
        assert rest == [row[topic] for topic in topics()]
        for part in (str(row["year"]), row["model"], row["sponsor"], row["form"]):
            assert part in about
        assert ("Partly unconfirmed" in about) == (row["confidence"] == "unconfirmed")


def test_there_are_eight_topics_with_a_heading_each():
    heads = ElementTree.fromstring(sf.compare().markup()).findall(".//thead//th")
    assert [head.text for head in heads] == ["Document", "What it is", *topics().values()] and len(topics()) == 8


def test_documents_and_topics_can_be_chosen():
    shown = cells(sf.compare(["paris-call-2018", "wsis-2005-tunis-agenda"], topic="ai"))
    table = sf.load("frameworks").set_index("id")
    assert list(shown) == list(table.framework[["paris-call-2018", "wsis-2005-tunis-agenda"]])
    assert all(len(row) == 2 for row in shown.values())


def test_a_row_of_ones_own_is_shown_and_what_it_lacks_is_named():
    own = {"framework": "My <i>text</i>", "year": 2026, "model": "mixed", "sponsor": "Me", "form": "draft", "ai": "Says much."}
    shown = cells(sf.compare(pd.concat([sf.load("frameworks"), pd.DataFrame([own])])))
    row = shown["My <i>text</i>"]
    assert row[list(topics()).index("ai") + 1] == "Says much." and row.count("not coded") == 7


@pytest.mark.parametrize(
    ("documents", "topic", "message"),
    [
        ("paris-call", None, r'document "paris-call".*paris-call-2018'),
        (None, "sovreignty", r'topic "sovreignty".*sovereignty'),
        (pd.DataFrame({"framework": ["x"]}), None, "no column year"),
        ([], None, "no document"),
    ],
)
def test_what_is_not_there_gets_one_sentence(documents, topic, message):
    with pytest.raises(DataError, match=message):
        sf.compare(documents, topic)
