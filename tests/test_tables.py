"""What the tables promise beyond their schema: the plan of the course, the selection of figures, and fairness.

Types, vocabularies, keys and references are the business of ``shared-future validate``.
"""

from __future__ import annotations

import re
from collections import Counter

import pandas as pd
import pytest

import shared_future as sf

WHOLE = {"foundations/reading-the-source", "weighing/capstone"}
"""Chapters on the article as a whole."""
EXPLAINED_ELSEWHERE = {"five-proposals", "practice-cases", "shared-future-for-mankind", "technical-communities"}
"""Things that a chapter explains although it covers none of the paragraphs that name them."""
BY_ECONOMY = ["internet_use", "fixed_broadband", "mobile_subscriptions", "secure_servers", "hightech_exports", "rd_spending", "gdp_per_capita", "population"]
STEPS = {2000, 2005, 2010, 2015, 2020, 2023, 2024}


def rows(name: str, **where: object) -> pd.DataFrame:
    table = sf.load(name)
    for column, value in where.items():
        table = table[table[column] == value]
    return table


# The plan of the course


def test_thirty_three_chapters_in_eight_parts_in_the_order_of_the_course_map():
    chapters = sf.load("chapters")
    assert list(chapters.groupby("part", sort=False, observed=True).size().items()) == [
        ("foundations", 3), ("principles", 4), ("proposals", 5), ("advocacies", 3), ("wic", 3), ("initiatives", 7), ("agenda", 5), ("weighing", 3),
    ]  # fmt: skip
    assert chapters.part.tolist() == sorted(chapters.part, key=list(dict.fromkeys(chapters.part)).index), "a part is torn"
    assert all(id.startswith(f"{part}/") for id, part in zip(chapters.id, chapters.part, strict=True))
    assert chapters.groupby("part", observed=True).part_title.nunique().eq(1).all()


def test_what_a_chapter_requires_comes_before_it():
    chapters = sf.load("chapters")
    place = {id: n for n, id in enumerate(chapters.id)}
    assert [(row.id, earlier) for row in chapters.itertuples() for earlier in row.requires if place[earlier] >= place[row.id]] == []


def test_minutes_are_those_that_the_course_promises():
    chapters = sf.load("chapters")
    assert chapters.minutes_read.between(20, 25).all()
    assert chapters.minutes_practise.between(30, 35).all()


def test_every_paragraph_is_treated_by_a_chapter_of_its_own_subject():
    chapters = sf.load("chapters")
    treated = {paragraph for row in chapters.itertuples() if row.id not in WHOLE for paragraph in row.paragraphs}
    paragraphs = sf.load("paragraphs")
    assert set(paragraphs.id) - treated == {"0.0", "III.1"}  # the byline, and a paragraph that only repeats the three advocacies
    assert Counter(paragraphs.section) == {"Byline": 1, "Introduction": 2, "Section I": 5, "Section II": 7, "Section III": 6}
    for id in WHOLE:
        assert set(chapters.set_index("id").at[id, "paragraphs"]) == set(paragraphs.id)


# Concepts and named things


def test_concepts_are_four_five_three_six_and_five_numbered_and_dated():
    concepts = sf.load("concepts")
    numbers = {group: held.number.tolist() for group, held in concepts.groupby("group", observed=True)}
    assert numbers == {"principle": [1, 2, 3, 4], "proposal": [1, 2, 3, 4, 5], "advocacy": [1, 2, 3], "mission": [1, 2, 3, 4, 5, 6], "agenda": [1, 2, 3, 4, 5]}
    assert dict(zip(concepts.group, concepts.date, strict=True)) == {
        "principle": "2015-12-16", "proposal": "2015-12-16", "advocacy": "2023-11-08", "mission": "2022-07-12", "agenda": "",
    }  # fmt: skip
    assert all(re.match(rf"{row.group}-{row.number}-", row.id) for row in concepts.itertuples())


def test_every_concept_has_a_name_in_chinese_and_a_name_of_ours_says_so():
    concepts = sf.load("concepts")
    assert all(re.fullmatch("[\u4e00-\u9fff，、]+", name) for name in concepts.name_zh)
    assert concepts.note[concepts.group == "agenda"].str.startswith("Both names are ours").all()


def test_the_chapter_on_a_concept_covers_paragraphs_of_it():
    chapters = sf.load("chapters").set_index("id").paragraphs
    assert [row.id for row in sf.load("concepts").itertuples() if not set(row.paragraphs) & set(chapters[row.chapter])] == []


def test_wordings_that_differ_between_translators_are_kept():
    also = sf.load("concepts").set_index("id").also_translated
    assert "more equitable and inclusive cyberspace" in also["advocacy-3-civilization"]
    assert "building a good order" in also["principle-4-good-order"]


def test_only_what_no_record_confirms_is_marked_as_the_articles_alone():
    things = sf.load("named_things")
    events = sf.load("events").set_index("id").confidence
    alone = things[things.article_only]
    assert set(alone.id) == {"compact-submission", "fifteen-entities", "ai-public-welfare-call", "xi-on-chinese-culture"}
    assert all(events[event] == "article-only" for named in alone.events for event in named)
    others = {event for named in things[~things.article_only].events for event in named}
    assert [event for event in others if events[event] == "article-only"] == []


def test_a_chapter_treats_what_a_paragraph_of_its_own_names():
    chapters = sf.load("chapters").set_index("id").paragraphs
    stray = {row.id for row in sf.load("named_things").itertuples() for chapter in row.chapter if not set(row.paragraphs) & set(chapters[chapter])}
    assert stray == EXPLAINED_ELSEWHERE


def test_people_and_bodies_that_the_article_names_have_a_row():
    things = sf.load("named_things")
    assert set(rows("named_things", kind="person").name) <= set(sf.load("people").name)
    named = set(things[things.kind == "organisation"].name_zh) - {""}
    assert named <= set(sf.load("organisations").name_zh)
    frameworks = {row.id for row in sf.load("organisations").itertuples() if "III.4" in row.paragraphs}
    assert frameworks == {"un", "wto", "g20", "apec", "brics", "sco"}


# The article checked


def test_corrections_are_numbered_and_cover_every_kind():
    corrections = sf.load("corrections")
    assert corrections.number.tolist() == list(range(1, len(corrections) + 1))
    assert set(corrections.kind) == set(corrections.kind.cat.categories)


def test_what_is_unconfirmed_in_the_events_is_among_the_corrections():
    events = sf.load("events")
    unconfirmed = {event for named in rows("corrections", kind="unconfirmed").events for event in named}
    assert set(events.loc[events.confidence == "article-only", "id"]) <= unconfirmed


# Positions and frameworks


def test_every_principle_proposal_and_advocacy_has_supporters_critics_and_a_third_position():
    positions = sf.load("perspectives")
    concepts = sf.load("concepts")
    for concept in concepts.loc[concepts.group.isin(["principle", "proposal", "advocacy"]), "id"]:
        stances = set(positions.loc[positions.concept == concept, "stance"])
        assert {"supports", "critical"} <= stances, concept
        assert stances & {"mixed", "alternative"}, concept


def test_no_stance_and_no_kind_of_holder_crowds_out_the_others():
    positions = sf.load("perspectives")
    assert positions.stance.value_counts(normalize=True).max() < 0.4
    assert positions.holder_kind.value_counts(normalize=True).max() < 0.4


def test_a_position_serves_the_chapter_on_its_concept_and_its_id_tells_its_year():
    chapter = sf.load("concepts").set_index("id").chapter
    for row in sf.load("perspectives").itertuples():
        # Without a concept: a position on the conference, on what it does, or on what the course compares.
        assert row.concept or not {"principles", "proposals", "advocacies"} & {chapter.split("/")[0] for chapter in row.chapters}, row.id
        assert row.concept == "" or chapter[row.concept] in row.chapters, row.id
        assert pd.isna(row.year) or str(row.year) in row.id
        assert row.confidence == "verified" or row.note, f"{row.id} does not say what is unconfirmed"


def test_nine_documents_speak_or_are_silent_on_eight_topics_in_sentences():
    frameworks = sf.load("frameworks")
    topics = frameworks.loc[:, "sovereignty":"ai"]
    assert topics.shape == (9, 8)
    assert topics.map(lambda text: text.endswith(".") and text[0].isupper()).all(axis=None)
    assert set(frameworks.model) == {"multilateral", "multistakeholder", "mixed"}


# Glossary


def test_chinese_terms_are_chinese_and_pinyin_has_its_tones():
    for row in sf.load("glossary").itertuples():
        assert re.search("[\u4e00-\u9fff]", row.term_zh), row.term
        assert re.search("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]", row.pinyin), row.term
        assert not re.search("[\u4e00-\u9fff]", row.pinyin), row.term
        assert row.confidence == "verified" or "not confirmed" in row.note, row.term


def test_every_concept_word_of_the_article_in_the_glossary_is_read_in_a_paragraph():
    for row in sf.load("glossary").itertuples():
        assert bool(row.paragraphs) != row.note.startswith("Not in the article."), row.term


# Figures by economy


@pytest.mark.parametrize("name", BY_ECONOMY)
def test_economies_and_years_are_those_of_the_documented_selection(name):
    table, economies = sf.load(name), sf.load("country_groups").set_index("iso3")
    assert set(table.iso3) <= set(economies.index)
    assert len(set(table.iso3)) >= 50
    assert table.year.between(2000, 2024).all()
    steady = table[~table.iso3.isin(economies.index[economies.followed])]
    assert set(steady.year) <= STEPS
    assert steady.groupby("year").iso3.nunique().loc[2015] >= 25


@pytest.mark.parametrize("name", BY_ECONOMY)
def test_an_economy_has_the_same_name_region_and_income_group_in_every_table(name):
    key = ["country", "region", "income_group"]
    merged = sf.load(name)[["iso3", *key]].merge(sf.load("country_groups"), on="iso3", suffixes=("", "_there"))
    assert all((merged[column].astype(str) == merged[f"{column}_there"].astype(str)).all() for column in key)


def test_the_economies_are_those_that_the_chapters_speak_of():
    economies = sf.load("country_groups")
    counts = Counter(group for groups in economies.groups for group in groups)
    assert counts == {"G7": 7, "G20": 19, "BRICS": 11, "SCO": 10, "APEC": 17, "LDC": 10}
    assert economies.region.nunique() == 7 and economies.income_group.nunique() == 5
    assert economies.followed.sum() == 14
    assert {"CHN", "IND", "USA", "ETH"} <= set(economies.iso3[economies.followed])


@pytest.mark.parametrize(
    ("name", "iso3", "year", "value"),
    [  # read in the published tables, not in ours
        ("internet_use", "CHN", 2022, 75.61), ("internet_use", "CHN", 2023, 90.6), ("internet_use", "AFG", 2005, 1.22),
        ("fixed_broadband", "CHN", 2015, 19.84), ("fixed_broadband", "USA", 2015, 31.34),
        ("mobile_subscriptions", "IND", 2000, 0.3),
        ("secure_servers", "NLD", 2024, 198682.41),
        ("hightech_exports", "CHN", 2015, 30.43),
        ("rd_spending", "ISR", 2023, 6.346),
        ("gdp_per_capita", "AFG", 2000, 814), ("population", "AFG", 2000, 20130327),
    ],
)  # fmt: skip
def test_values_are_those_of_the_source(name, iso3, year, value):
    table = sf.load(name).set_index(["iso3", "year"]).value
    assert table[iso3, year] == pytest.approx(value)


@pytest.mark.parametrize("name", ["internet_use", "hightech_exports"])
def test_shares_of_a_whole_stay_between_nothing_and_everything(name):
    assert sf.load(name).value.between(0, 100).all()


def test_the_break_in_chinas_internet_use_is_marked_and_nothing_else_is():
    marked = sf.load("internet_use").query("note != ''")
    assert set(zip(marked.iso3, marked.year, strict=True)) == {("CHN", 2023), ("CHN", 2024)}
    assert marked.note.str.contains("[Bb]reak in the series").all()


# Figures by group


def test_internet_use_by_group_is_of_one_edition_and_consistent():
    table = sf.load("internet_use_groups")
    assert table.edition.nunique() == 1
    assert table.groupby("group", observed=True).year.apply(list).map(lambda years: years == list(range(2015, 2024))).all()
    by_group = table.pivot(index="year", columns="group", values="value")
    incomes = by_group[["Low income", "Lower middle income", "Upper middle income", "High income"]]
    assert incomes.apply(lambda row: row.is_monotonic_increasing, axis=1).all()
    assert ((by_group["World"] > incomes.min(axis=1)) & (by_group["World"] < incomes.max(axis=1))).all()


def test_indicators_by_group_have_a_unit_each_and_every_year_since_the_speech():
    table = sf.load("wdi_groups")
    assert table.groupby("indicator", observed=True).unit.nunique().eq(1).all()
    assert set(table.year) == {2000, 2005, 2010, *range(2015, 2025)}
    assert set(table.indicator) <= set(BY_ECONOMY)
    incomes = table[(table.indicator == "fixed_broadband") & (table.group_type == "income group")]
    assert incomes.groupby("group", observed=True).year.apply(list).map(lambda years: years == list(range(2015, 2025))).all()


# Single figures


def test_what_is_not_openly_licensed_stays_a_choice_of_single_figures():
    figures = sf.load("single_figures")
    assert figures.source.value_counts().max() <= 60, "so many figures of one source are its table and no choice"
    assert set(figures.licence) == set(figures.licence.cat.categories)
    assert not figures.licence.str.contains("CC BY 4.0").any()
    statistics = figures.source.str.startswith("itu-") & ~figures.subject.str.startswith("ai-for-good")
    assert figures.loc[statistics, "licence"].eq("CC BY-NC-SA 3.0 IGO").all()


def test_two_figures_of_one_thing_differ_in_edition_and_in_id():
    figures = sf.load("single_figures")
    assert not figures.duplicated(["subject", "area", "year", "edition"]).any()
    revised = figures[figures.duplicated(["subject", "area", "year"], keep=False)]
    assert {"internet-use", "internet-users", "internet-shutdowns", "shutdown-countries", "computing-power-intelligent", "ai-for-good-people", "ai-for-good-partners", "un-votes-for", "un-votes-against"} == set(revised.subject)
    assert all(row.id.startswith(f"{row.subject}-") and str(row.year) in row.id for row in figures.itertuples())


@pytest.mark.parametrize(
    ("id", "value", "unit"),
    [
        ("internet-use-world-2024-itu-2024", 67.6, "per cent of population"),
        ("internet-use-world-2024-itu-2025", 71, "per cent of population"),
        ("cybersecurity-tier-tier-1-2024", 46, "economies"),
        ("ipv6-share-china-2026", 4.7, "per cent of Google users"),
        ("web-pages-chinese-2024", 4.8, "per cent of crawled pages"),
        ("internet-shutdowns-world-2022-revised", 201, "shutdowns"),
        ("digital-services-exports-china-2023", 216.26, "billion US dollars, current prices"),
        ("cyberlaw-data-protection-world-2026", 79, "per cent of 195 economies"),
    ],
)
def test_single_figures_are_those_of_the_source(id, value, unit):
    row = sf.load("single_figures").set_index("id").loc[id]
    assert (row.value, row.unit) == (value, unit)


def test_figures_that_mislead_by_themselves_carry_their_caveat():
    notes = sf.load("single_figures").set_index("id").note
    assert "does not measure deployment" in notes["ipv6-share-china-2026"]
    assert "67.6" in notes["internet-use-world-2024-itu-2025"]
    assert "187" in notes["internet-shutdowns-world-2022-revised"]
    assert sf.load("single_figures").set_index("subject").note["cybersecurity-index"].str.contains("no trend").all()


# Plans of the article


def test_every_paragraph_that_announces_something_has_plans_and_none_is_called_done_without_an_event():
    plans = sf.load("plans")
    assert set(plans.paragraph) == {"III.2", "III.3", "III.4", "III.5", "III.6"}
    for row in plans.itertuples():
        assert row.plan[0].isupper() and row.done_when.endswith(".") and row.known.endswith("."), row.id
        assert row.events or row.status not in ("done", "in part"), row.id
