"""The tables as a learner gets them: types, partial dates, selections, and what is said when something is wrong."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import shared_future as sf
from shared_future import data
from shared_future.errors import DataError


with (data.root("data") / "events.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the course's data, read instead of them."""
    folder = tmp_path / "data"
    shutil.copytree(data.root("data"), folder)
    monkeypatch.setattr(data, "root", lambda kind: folder)
    return folder


def ids(frame: pd.DataFrame) -> list[str]:
    return list(frame["id"])


# --- tables ---


def test_every_row_of_the_file_is_there_and_what_describes_another_one_again_names_it():
    table = sf.load("events")
    twins = table[table["same_as"] != ""]
    assert list(table["id"]) == [row["id"] for row in ROWS] and len(twins) == sum(row["same_as"] != "" for row in ROWS) > 0
    assert set(twins["same_as"]) <= set(table.loc[table["same_as"] == "", "id"])


def test_every_event_has_a_source_and_every_source_is_in_the_bibliography():
    keys = set(sf.load("sources")["key"])
    for id, sources in sf.load("events").set_index("id")["sources"].items():
        assert sources, id
        assert set(sources) <= keys, id


def test_columns_have_real_types():
    types = sf.load("events").dtypes
    assert types["start"] == types["end"] == "datetime64[us]"
    assert isinstance(types["kind"], pd.CategoricalDtype)
    assert list(types["kind"].categories) == list(sf.vocabulary("kind"))
    assert pd.api.types.is_string_dtype(types["title"])
    row = sf.load("events").set_index("id").loc["xi-speech-2015"]
    assert row["themes"] == ("sovereignty", "security", "openness", "order", "governance")
    assert row["end_date"] == ""
    numbers = sf.load("internet_use").dtypes
    assert (str(numbers["year"]), str(numbers["value"])) == ("Int64", "float64")
    assert str(sf.load("country_groups").dtypes["followed"]) == "boolean"


def test_numbers_that_are_not_known_are_missing_and_text_that_is_not_there_is_empty():
    table = sf.load("perspectives")
    assert table["year"].isna().any()
    assert not table["note"].isna().any()
    assert (table["note"] == "").any()


def test_every_table_of_the_package_loads():
    names = [table["name"] for table in json.loads((data.root("data") / "datapackage.json").read_text(encoding="utf-8"))["resources"]]
    assert len(names) >= 20
    for name in names:
        assert len(sf.load(name)), name


def test_a_table_is_the_readers_own():
    mine = sf.load("events")
    mine["title"] = "changed"
    mine.loc[len(mine)] = mine.loc[0]
    assert len(sf.load("events")) == len(ROWS)
    assert (sf.load("events")["title"] != "changed").all()


def test_an_unknown_table_is_answered_with_the_tables_there_are():
    with pytest.raises(DataError, match=r'^There is no table "event"; the tables are .*events.*sources\.$'):
        sf.load("event")


def test_a_missing_table_is_named(copy: Path):
    (copy / "events.csv").unlink()
    with pytest.raises(DataError, match=r"^data/events\.csv: the file is missing"):
        sf.load("events")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "data/events.csv: the file is broken"),
        ("id,date\nä,2019\n".encode("latin-1"), "data/events.csv: the file is broken"),
        (b"id,date\nx,2019\n", "data/events.csv, field end_date: the column is missing"),
    ],
)
def test_a_broken_table_is_named(copy: Path, content: bytes, said: str):
    (copy / "events.csv").write_bytes(content)
    with pytest.raises(DataError) as error:
        sf.load("events")
    assert str(error.value).startswith(said)


def test_a_value_of_the_wrong_type_is_named(copy: Path):
    file = copy / "internet_use.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(",1.22,", ",much,", 1), encoding="utf-8")
    with pytest.raises(DataError, match=r'data/internet_use\.csv, field value: .*much'):
        sf.load("internet_use")


def test_a_broken_bibliography_is_named(copy: Path):
    (copy / "references.bib").write_text("@misc{a-b, title = {never closed", encoding="utf-8")
    with pytest.raises(DataError, match=r"^data/references\.bib: the file is missing or broken"):
        sf.load("sources")


def test_reading_needs_none_of_the_authors_packages():
    code = "import sys; sys.modules['frictionless'] = None; import shared_future as sf; assert len(sf.events()); sf.load('sources')"
    subprocess.run([sys.executable, "-c", code], check=True)


# --- partial dates ---


@pytest.mark.parametrize(
    ("date", "start", "end", "precision"),
    [
        ("2019", "2019-01-01", "2019-12-31", "year"),
        ("2019-02", "2019-02-01", "2019-02-28", "month"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2019-10-16", "2019-10-16", "2019-10-16", "day"),
    ],
)
def test_a_partial_date_covers_all_the_days_it_can_mean(date: str, start: str, end: str, precision: str):
    assert data.span(date) == (pd.Timestamp(start), pd.Timestamp(end), precision)


@pytest.mark.parametrize("date", ["2019-13", "2019-02-30", "19", "2019-1", "16 October 2019", ""])
def test_what_is_no_date_is_refused(date: str):
    with pytest.raises(DataError, match="YYYY, YYYY-MM or YYYY-MM-DD"):
        data.span(date)


def test_events_keep_the_precision_of_their_dates():
    table = sf.load("events")
    dated = table[table["date"] != ""]
    assert (dated["precision"].map({"year": 4, "month": 7, "day": 10}).astype(int) == dated["date"].str.len()).all()
    assert set(dated["precision"]) == {"year", "month", "day"}
    undated = table[table["date"] == ""]
    assert undated["start"].isna().all() and undated["precision"].isna().all() and len(undated) == 4
    summit = table.set_index("id").loc["wuzhen-summit-2014"]
    assert (summit["start"], summit["end"]) == (pd.Timestamp("2014-11-19"), pd.Timestamp("2014-11-21"))


# --- selections ---


def test_events_come_in_order_of_date_without_the_rows_that_repeat_another():
    table = sf.events()
    assert len(table) == sum(row["same_as"] == "" for row in ROWS)
    dated = table["start"].dropna()
    assert dated.is_monotonic_increasing
    assert table["start"].isna().tolist() == sorted(table["start"].isna())
    assert len(sf.events(duplicates=True)) == len(ROWS)


def test_the_order_does_not_rest_on_that_of_the_file(copy: Path):
    header, *lines = (copy / "events.csv").read_text(encoding="utf-8").splitlines()
    (copy / "events.csv").write_text("\n".join([header, *reversed(lines)]) + "\n", encoding="utf-8")
    days = sf.events()["start"]
    assert days.dropna().is_monotonic_increasing and days.isna().tolist() == sorted(days.isna())


def test_one_theme_or_several():
    order, culture = sf.events(theme="order"), sf.events(theme="culture")
    assert all("order" in themes for themes in order["themes"])
    assert set(ids(sf.events(theme=["order", "culture"]))) == {*ids(order), *ids(culture)}


def test_arguments_narrow_each_other():
    found = sf.events(theme="sovereignty", kind="publication", since="2019", until="2021")
    assert ids(found) == ["concept-paper-2019", "sovereignty-paper-2019", "sovereignty-paper-2021"]


def test_a_series_of_recurring_meetings():
    found = sf.events(series="wuzhen-summit")
    assert len(found) == 12
    assert found["date"].str[:4].tolist() == [str(year) for year in range(2014, 2026)]


def test_a_paragraph_or_a_whole_section():
    second = sf.events(paragraph="I.2")
    assert "advocacy-1-development" in ids(second) and all("I.2" in paragraphs for paragraphs in second["paragraphs"])
    section = sf.events(paragraph="I")
    assert all(any(paragraph.startswith("I.") for paragraph in paragraphs) for paragraphs in section["paragraphs"])
    assert set(ids(second)) < set(ids(section))
    assert len(sf.events(paragraph=["I", "II", "III", "0"])) == (sf.events()["paragraphs"].map(len) > 0).sum()


def test_since_and_until_take_partial_dates_and_count_events_that_only_touch_the_time():
    assert ids(sf.events(since="2014-11-21", until="2014-11-21", series="wuzhen-summit")) == ["wuzhen-summit-2014"]
    assert "wuzhen-summit-2014" not in ids(sf.events(since="2014-11-22"))
    within = sf.events(since="2015", until="2015")
    assert set(within["date"].str[:4]) == {"2014", "2015"}  # the messages of 2014 to 2024 reach into the year
    assert sf.events(since="1900")["start"].notna().all()


@pytest.mark.parametrize("text", ["NISHAN", "尼山", "birthplace of confucius"])
def test_text_is_found_in_titles_in_both_languages_and_in_descriptions(text: str):
    assert "nishan-dialogue-2023" in ids(sf.events(text=text))


def test_an_actor():
    assert ids(sf.events(actor="Lu Wei", until="2013")) == ["lu-wei-speaks-liberty-order-2013"]


def test_events_by_id_come_even_where_they_repeat_another():
    wanted = ["xi-speech-2015", "xi-jinping-sets-out-four-2015", "csfm-2013"]
    assert ids(sf.events(ids=wanted)) == ["csfm-2013", "xi-jinping-sets-out-four-2015", "xi-speech-2015"]


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        ({"kind": "sumit"}, 'kind: "sumit" is not known; allowed: meeting, address, statement'),
        ({"theme": ["order", "chaos"]}, 'theme: "chaos" is not known; allowed: sovereignty, security'),
        ({"paragraph": "IV.1"}, 'paragraph: "IV.1" is not known; allowed: 0, 0.0, 0.1'),
        ({"series": "wuzhen-sumit"}, 'series: "wuzhen-sumit" is not known; the closest are wuzhen-summit'),
        ({"ids": "wuzhen-summit-2013"}, 'id: "wuzhen-summit-2013" is not known; the closest are wuzhen-summit-20'),
        ({"actor": "Xi Jin Ping"}, 'actor: "Xi Jin Ping" is not known; the closest are Xi Jinping'),
        ({"since": "2019-13"}, '"2019-13" is not a date; allowed: YYYY, YYYY-MM or YYYY-MM-DD'),
        ({"until": "soon"}, '"soon" is not a date; allowed: YYYY, YYYY-MM or YYYY-MM-DD'),
    ],
)
def test_an_unknown_value_is_answered_with_what_is_allowed(selection: dict, said: str):
    with pytest.raises(DataError) as error:
        sf.events(**selection)
    assert str(error.value).startswith(said)


# --- words, figures, sources ---


def test_a_vocabulary_gives_labels_and_meanings_in_order():
    assert list(sf.vocabulary("theme"))[:2] == ["sovereignty", "security"]
    assert sf.vocabulary("kind")["meeting"] == "Meeting"
    assert sf.vocabulary("kind", "meaning")["meeting"].startswith("A summit")
    with pytest.raises(DataError, match='no vocabulary "kinds"; the vocabularies are kind, theme, series, confidence'):
        sf.vocabulary("kinds")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("guests≈1000", (1000.0, "about", "")),
        ("countries_regions=110+", (110.0, "at least", "")),
        ("online=6 billion", (6e9, "exact", "")),
        ("economy=45.5 trillion yuan", (45.5e12, "exact", "yuan")),
        ("share_of_gdp=39.8%", (39.8, "exact", "%")),
    ],
)
def test_figures_are_numbers_with_a_qualifier_and_a_unit(text: str, figure: tuple):
    assert list(sf.figures(text).values()) == [figure]


def test_the_figures_of_every_event_can_be_read():
    rows = sf.load("events")
    assert sum(len(sf.figures(row)) for _, row in rows.iterrows()) > 150
    assert sf.figures(rows.set_index("id").loc["wuzhen-summit-2014"])["forums"].value == 13
    assert sf.figures("") == {}


def test_what_is_no_figure_is_refused():
    with pytest.raises(DataError, match='"many guests" is not a figure'):
        sf.figures("guests≈1000; many guests")


def test_sources_are_plain_text_with_real_dates():
    sources = sf.load("sources").set_index("key")
    speech = sources.loc["xinhua-2015-wuzhen-speech"]
    assert (speech["author"], speech["date"], speech["year"], speech["language"]) == ("Xinhua", "2015-12-16", 2015, "Chinese")
    assert sources.loc["ren-wic-article", "language"] == "English"
    assert sources.loc["ren-wic-article", "label"] == "Ren Xianliang (no date)"
    assert sources.loc["zeng-2017-internet-sovereignty", "label"] == "Zeng and others 2017"
    for column in ("title", "author", "publisher", "note"):
        assert not sources[column].str.contains(r"[{}\\]").any(), column
    assert (sources["author"] != "").all() and (sources["title"] != "").all()
    for date in sources.loc[sources["date"] != "", "date"]:
        data.span(date)


# --- plans for teaching ---


@pytest.mark.parametrize("plan", ["1 week", "5 weeks", "10 weeks"])
def test_a_plan_asks_for_no_chapter_twice_and_for_none_before_those_that_it_needs(plan):
    requires = sf.load("chapters").set_index("id")["requires"]
    sessions = sf.load("syllabus").query("plan == @plan")
    assert list(sessions["session"]) == list(range(1, len(sessions) + 1)) and len(sessions) == {"1 week": 5, "5 weeks": 5, "10 weeks": 10}[plan]
    order = [chapter for chapters in sessions["chapters"] for chapter in chapters]
    assert len(set(order)) == len(order)
    for place, chapter in enumerate(order):
        assert set(requires[chapter]) <= set(order[:place]), chapter


def test_the_longest_plan_has_every_chapter():
    sessions = sf.load("syllabus").query("plan == '10 weeks'")
    assert {chapter for chapters in sessions["chapters"] for chapter in chapters} == set(sf.load("chapters")["id"])
