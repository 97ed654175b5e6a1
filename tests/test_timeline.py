"""Timelines and the explorer as Python emits them: everything said, nothing unsafe, nothing that needs a script."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pandas as pd
import pytest
from shared_future import data
from shared_future.errors import DataError
from shared_future.explore import explore
from shared_future.timeline import MARKS, timeline

HOSTILE = '"><script>alert(1)</script><img src=x onerror=\'alert(2)\'>&amp;\x00\x0b]]>'
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def book(monkeypatch):
    monkeypatch.setenv("SHARED_FUTURE_BOOK", "1")


@pytest.fixture
def notebook(monkeypatch):
    monkeypatch.delenv("SHARED_FUTURE_BOOK")


def rows(*records: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame([{"date": "2015-12-16", "title": "A title", "kind": "meeting"} | record for record in records])


def markup(events: pd.DataFrame, title: str = "A timeline", **options: object) -> str:
    return timeline(events, title, **options)._repr_mimebundle_()["text/html"]


def tree(events: pd.DataFrame, **options: object) -> ET.Element:
    """The output as XML: that it parses is half of every test that asks for it."""
    return ET.fromstring(f"<body>{markup(events, **options)}</body>")


def said(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def entries(root: ET.Element) -> list[ET.Element]:
    return list(root.find(".//ol"))


def test_every_event_of_the_course_is_told_whole():
    events = data.load("events")
    told = {}
    for entry in entries(tree(events)):
        told.setdefault(said(entry.find(".//span[@class='sf-tl-name']")), []).append(said(entry))
    assert sum(map(len, told.values())) == len(events)
    for event in events.itertuples():
        texts = [event.title, event.title_zh, event.description, event.place, event.note, *event.actor, *event.paragraphs]
        words = [" ".join(text.split()) for text in texts]
        candidates = told[" ".join(filter(None, words[:2]))]
        assert any(all(word in candidate for word in words) for candidate in candidates), event.id


def test_output_is_markup_that_can_be_shown_twice_and_in_an_epub():
    root = tree(data.load("events"))
    assert root.findall(".//*[@id]") == []
    assert [element.tag for element in root.iter() if element.tag.endswith("svg") and not element.tag.startswith(SVG)] == []
    assert root.findall(f".//{SVG}a") == []
    assert root.findall(".//script") == [] and root.findall(".//style") == []
    for control in (*root.iter("summary"), *root.iter("a")):
        assert control.get("data-lm-suppress-shortcuts") == "true"


def test_notebook_output_brings_its_own_style_and_script(notebook):
    html = markup(rows({}))
    assert html.count("<style>") == 1 and html.count("<script>") == 1
    assert "data-linkable" not in html.partition("<figure")[0]


@pytest.mark.parametrize(
    "date, end_date, words, codes",
    [
        ("2015-12-16", "", "16 December 2015", ["2015-12-16"]),
        ("2019-10", "", "October 2019", ["2019-10"]),
        ("2019", "", "2019", ["2019"]),
        ("2015-12-16", "2015-12-18", "16 to 18 December 2015", ["2015-12-16", "2015-12-18"]),
        ("2006-10-30", "2006-11-02", "30 October to 2 November 2006", ["2006-10-30", "2006-11-02"]),
        ("2019-12-30", "2020-01-02", "30 December 2019 to 2 January 2020", ["2019-12-30", "2020-01-02"]),
        ("2014-11", "2024-11", "November 2014 to November 2024", ["2014-11", "2024-11"]),
        ("2019-10", "2019-12-05", "October to 5 December 2019", ["2019-10", "2019-12-05"]),
        ("2019", "2019", "2019", ["2019"]),
        ("2019", "2019-12", "2019 to December 2019", ["2019", "2019-12"]),
        ("2013", "2015", "2013 to 2015", ["2013", "2015"]),
    ],
)
def test_dates_keep_their_precision(date, end_date, words, codes):
    [entry] = entries(tree(rows({"date": date, "end_date": end_date})))
    assert said(entry.find("p")) == words
    assert [time.get("datetime") for time in entry.iter("time")] == codes[: len(list(entry.iter("time")))]
    assert words in repr(timeline(rows({"date": date, "end_date": end_date}), "T"))


def test_rows_come_in_order_and_the_undated_last():
    root = tree(rows({"date": "", "title": "sometime"}, {"date": "2020-05-01", "title": "late"}, {"date": "2019", "title": "early"}))
    assert [said(entry.find(".//summary/span")) for entry in entries(root)] == ["early", "late", "sometime"]
    assert said(entries(root)[-1].find("p")) == "No date"
    assert len(root.findall(f".//{SVG}g[@data-at]")) == 2


def test_only_undated_rows_have_a_list_and_no_picture():
    root = tree(rows({"date": ""}))
    assert len(entries(root)) == 1 and root.find(f".//{SVG}svg[@data-axis]") is None


def test_marks_differ_by_kind_and_by_precision():
    root = tree(rows(*({"kind": kind} for kind in MARKS), {"date": "2015-12"}, {"date": "2015"}, {"end_date": "2015-12-18"}))
    marks = root.findall(f".//{SVG}g[@data-at]")
    shapes = {(mark.get("class").split()[1], mark.find(f".//{SVG}path").get("d")) for mark in marks}
    assert len(shapes) == len(MARKS)
    assert {mark.get("class").split()[2] for mark in marks} == {"sf-day", "sf-month", "sf-year"}
    assert sorted(bar.get("class") for bar in root.findall(f".//{SVG}g/{SVG}rect")) == ["sf-tl-lasts", "sf-tl-span", "sf-tl-span"]
    assert root.find(".//div[@class='sf-tl-map']").get("aria-hidden") == "true"
    assert "month known" in said(root) and "only the year known" in said(root)


def test_every_kind_of_the_vocabulary_has_a_mark():
    assert set(MARKS) == set(data.vocabulary("kind"))


@pytest.mark.parametrize(
    "dates, labels",
    [
        (["1969-10-29", "2026-07-06"], ["1970", "1980", "1990", "2000", "2010", "2020"]),
        (["2014-11-19", "2025-11-06"], ["2014", "2016", "2018", "2020", "2022", "2024", "2026"]),
        (["2015-01-05", "2016-03-01"], ["2015", "Apr", "Jul", "Oct", "2016", "Apr"]),
        (["2015-11-05", "2016-03-01"], ["Nov 2015", "Dec", "2016", "Feb", "Mar", "Apr"]),
        (["2015-12-16"], ["1 Dec 2015", "6 Dec", "11 Dec", "16 Dec", "21 Dec", "26 Dec", "31 Dec"]),
        (["1650", "2020"], ["1700", "1800", "1900", "2000"]),
        (["1100", "2020"], ["2000"]),
    ],
)
def test_axis_is_marked_from_days_to_centuries(dates, labels):
    root = tree(rows(*({"date": date} for date in dates)))
    ticks = root.findall(f".//{SVG}g[@class='sf-tl-axis']/{SVG}svg")
    assert [said(tick) for tick in ticks] == labels
    assert all(0 <= float(tick.get("x")[:-1]) <= 100 for tick in ticks)


def test_marks_stand_where_the_axis_says():
    root = tree(rows({"date": "2014-01-01"}, {"date": "2018-01-01"}, {"date": "2021-12-31"}))
    ticks = {said(tick): float(tick.get("x")[:-1]) for tick in root.findall(f".//{SVG}g[@class='sf-tl-axis']/{SVG}svg")}
    assert (ticks["2014"], ticks["2022"]) == (0, 100)
    places = [float(mark.find(f"{SVG}svg").get("x")[:-1]) for mark in root.findall(f".//{SVG}g[@data-at]")]
    assert places == pytest.approx([ticks["2014"], ticks["2018"], ticks["2022"]], abs=0.05)


def test_details_name_figures_doubts_and_paragraphs_in_words():
    figures = "guests≈1000; countries_regions=110+; first_year=2019; people_online_2022=1.05 billion; rural_online=61.9%"
    [entry] = entries(tree(rows({"figures": figures, "confidence": "unconfirmed", "paragraphs": ("I.4", "II.1"), "themes": ("ai",), "note": "Read this."})))
    words = said(entry)
    assert "guests: about 1,000; countries and regions: at least 110; first year: 2019; people online 2022: 1.05 billion; rural online: 61.9%" in words
    assert data.vocabulary("confidence")["unconfirmed"] in said(entry.find(".//summary"))
    assert "Paragraphs I.4, II.1" in words and "Artificial intelligence" in words and "Note: Read this." in words


def test_chinese_is_marked_as_chinese():
    [entry] = entries(tree(rows({"title_zh": "乌镇峰会2015", "description": "It was called 人类命运共同体, at first."})))
    assert [said(span) for span in entry.iter("span") if span.get("lang") == "zh-Hans"] == ["乌镇峰会2015", "人类命运共同体"]


def test_citation_leads_to_the_book_s_sources_or_to_the_source():
    source = data.load("sources").query("url.str.startswith('http')").iloc[0]
    [entry] = entries(tree(rows({"sources": (source.key, "a-key-of-mine")})))
    assert [link.get("href") for link in entry.iter("a")] == [f"../reference/sources.html#cite-{source.key}"]
    assert source.title in said(entry) and "a-key-of-mine" in said(entry)


def test_citation_in_a_notebook_leads_to_the_source_or_nowhere(notebook):
    sources = data.load("sources")
    with_url, without = sources[sources.url != ""].iloc[0], sources[sources.url == ""].iloc[0]
    html = timeline(rows({"sources": (with_url.key, without.key)}), "T").figure()
    [entry] = entries(ET.fromstring(html))
    assert [link.get("href") for link in entry.iter("a")] == [with_url.url]
    assert without.title in said(entry)


@pytest.mark.parametrize("column", ["id", "title", "title_zh", "place", "description", "confidence", "note", "themes", "actor", "paragraphs", "sources"])
def test_hostile_text_is_shown_and_never_run(column):
    root = tree(rows({column: (HOSTILE,) if column in ("themes", "actor", "paragraphs", "sources") else HOSTILE}), title=HOSTILE)
    assert root.findall(".//script") == [] and root.findall(".//img") == []
    assert [name for element in root.iter() for name in element.attrib if name.startswith("on")] == []
    shown = [said(root.find(".//figcaption"))] + [said(entry) for entry in entries(root) if column != "id"]
    assert all("<script>alert(1)</script>" in text for text in shown)


def test_rows_of_one_s_own_need_three_columns_only():
    root = tree(pd.concat([data.events(kind="law").head(2), rows({"title": "Mine"})]))
    assert len(entries(root)) == 3
    gaps = rows({"title": None, "place": pd.NA, "note": float("nan"), "end_date": pd.NaT, "themes": None})
    assert said(entries(tree(gaps))[0].find(".//summary")) == "No title Meeting"
    assert said(entries(tree(gaps))[0].find(".//div")) == "Nothing more is recorded."
    assert "- No date: A title" in repr(timeline(rows({"date": "", "end_date": "2019"}), "T"))


def test_empty_selection_is_a_polite_sentence():
    html = markup(data.events(kind="law").head(0))
    assert "No event fits this selection" in said(ET.fromstring(html)) and "sf-timeline-v1" not in html
    assert "0 events" in repr(timeline(rows({}).head(0), "T"))


@pytest.mark.parametrize(
    "events, named",
    [
        ("events", ["str", "sf.events"]),
        (pd.DataFrame({"country": ["China"]}), ["date", "title", "kind", "country"]),
        (pd.DataFrame(), ["date", "none"]),
        (rows({}, {"kind": "party", "id": "mine"}), ["mine", "party", "meeting"]),
        (rows({"kind": None}), ["row 0", "kind"]),
        (rows({"date": "2019-13"}, {"date": "16.12.2015"}), ["row 0", "2019-13", "row 1", "16.12.2015", "YYYY-MM"]),
        (rows({"end_date": "soon"}), ["end_date", "soon"]),
        (rows({"end_date": "2015-12-15"}), ["row 0", "end_date", "before", "2015-12-16"]),
        (rows({"figures": "many guests"}), ["figures", "many guests"]),
    ],
)
def test_what_is_no_events_table_is_refused_in_words(events, named):
    with pytest.raises(DataError) as refusal:
        timeline(events, "T")
    assert all(name in str(refusal.value) for name in named)


def test_open_opens_the_entries_it_names():
    events = rows({"id": "first"}, {"id": "b"})
    assert [details.get("open") for details in tree(events, open=["b"]).iter("details")] == [None, "open"]
    assert [details.get("open") for details in tree(events, open="first").iter("details")] == ["open", None]
    with pytest.raises(DataError, match="'c'"):
        timeline(events, "T", open=["c"])


def test_plain_text_is_readable():
    events = rows({"title_zh": "乌镇峰会", "confidence": "article-only"}, {"date": "2019", "kind": "law", "title": "Later"})
    assert repr(timeline(events, "Two of them")).splitlines() == [
        "Two of them",
        "2 events, 2015 to 2019",
        "- 16 December 2015: A title 乌镇峰会 (Meeting, Only in the article)",
        "- 2019: Later (Law or policy)",
    ]


def test_facets_hold_what_occurs_with_its_label():
    facets = timeline(rows({"themes": ("ai", "of-my-own"), "paragraphs": ("II.1", "I.4")}), "T").facets()
    assert facets == {
        "kind": {"meeting": "Meeting"},
        "theme": {"ai": "Artificial intelligence", "of-my-own": "of-my-own"},
        "paragraph": {"I.4": "I.4", "II.1": "II.1"},
    }


def test_explorer_in_the_book_is_a_timeline_of_every_event_once():
    events = explore()
    assert len(entries(ET.fromstring(events._repr_mimebundle_()["text/html"]))) == len(data.events())


def fields(form) -> dict[str, object]:
    return {field.description: field for field in form.children[1].children}


def shown(form) -> list[str]:
    return [said(entry.find(".//summary/span")) for entry in entries(ET.fromstring(form.children[3].value))]


def code(form) -> str:
    return "".join(ET.fromstring(form.children[2].value).find("textarea").itertext())


def run(source: str, **names: object) -> pd.DataFrame:
    """Run the code that the form gives, as a learner would."""
    exec(source, names)  # noqa: S102
    return names["chosen"]


def titles(events: pd.DataFrame) -> list[str]:
    return [" ".join(f"{event.title} {event.title_zh}".split()) for event in events.itertuples()]


def test_explorer_in_a_notebook_shows_what_its_code_selects(notebook):
    form = explore()
    assert shown(form) == titles(data.events()) == titles(run(code(form)))
    fields(form)["Kind"].value = "Treaty or UN process"
    fields(form)["Theme"].value = " Peace and security "
    fields(form)["From"].value = "2014"
    fields(form)["Text"].value = "o"
    expected = data.events(kind="treaty", theme="security", since="2014", text="o")
    assert 0 < len(expected) < len(data.events(kind="treaty"))
    assert shown(form) == titles(expected) == titles(run(code(form)))
    assert 'sf.events(kind="treaty", theme="security", since="2014", text="o")' in code(form)


def test_explorer_chooses_from_the_rows_given(notebook):
    events = data.events(theme="ai", duplicates=True)
    form = explore(events)
    fields(form)["Kind"].value = "Law or policy"
    assert shown(form) == titles(run(code(form), events=events)) == titles(events[events["kind"] == "law"])


def test_explorer_puts_a_hostile_search_into_code_as_text(notebook):
    form = explore()
    fields(form)["Text"].value = '</textarea>"]); import os #乌'
    assert ET.fromstring(form.children[2].value).find("textarea/*") is None
    assert run(code(form)).empty


def test_explorer_says_what_is_wrong_and_goes_on(notebook):
    form = explore()
    fields(form)["From"].value = "last year"
    assert "is not a date" in said(ET.fromstring(form.children[3].value))
    fields(form)["From"].value = "2024"
    assert shown(form) == titles(data.events(since="2024"))
    fields(form)["Kind"].value = "wedding"
    assert '"wedding" is not known; allowed: meeting' in said(ET.fromstring(form.children[3].value))


def test_explorer_refuses_what_is_no_events_table():
    with pytest.raises(DataError, match="id"):
        explore(data.load("population"))
