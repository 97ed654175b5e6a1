"""Wrong answers to the exercises on the brief, each with words of the feedback that it must get."""

import altair as alt

import shared_future as sf


def ends(table, group, first, last):
    values = table[table.group == group].set_index("year").value
    return values[first], values[last]


def taller(table, group, first, last, start):
    one, two = ends(table, group, first, last)
    return (two - start) / (one - start)


def drawn(table, group, first, last, start):
    return taller(table, group, first, last, start) - 1


def right(table, group, first, last, start):
    one, _ = ends(table, group, first, last)
    return one / (one - start)


def by_last(table, group, first, last, start):
    _, two = ends(table, group, first, last)
    return two / (two - start)


def times(table, group, first, last, start):
    one, two = ends(table, group, first, last)
    return taller(table, group, first, last, start) / (two / one)


def typed(table, group, first, last, start):
    one, _ = ends(sf.load("internet_use_groups"), group, first, last)
    return one / (one - start)


MARKS = {
    "32 African countries came to Xiamen. [read: Xinhua; host: China's internet regulator]": "own account",
    "The WIC and 15 entities sent proposals to the UN. [read: paragraph II.6; searched in vain elsewhere]": "article only",
    "African ministers call for AI that Africa owns. [read: a newspaper abroad that sums up their text]": "copy",
    "A third of Sub-Saharan Africans were online in 2023. [read: the World Bank's table; it works out the average itself]": "none",
    "The WIC opened a worldwide call for AI projects. [read: paragraph II.6; searched in vain elsewhere]": "article only",
    "The article was finished before late September 2024. [read: it, and the date of a text it does not know]": "inference",
    "The law asks network firms for a yearly report. [read: a translation on a lawyer's blog]": "copy",
    "Trainees praised the WIC's course. [read: the WIC's own news]": "own account",
    "The regulator wrote the plan in a hurry. [read: the days between two announcements]": "inference",
    "The court upheld the law on working hours. [read: the court's decision]": "none",
}


def marked(beginning, mark):
    [statement] = [statement for statement in MARKS if statement.startswith(beginning)]
    return MARKS | {statement: mark}


SUPPORTER, CRITIC, THIRD = "cac-2025-china-africa-plan", "gravett-2020-internet-sovereignty-africa", "soule-2023-digital-partnerships"
OTHERS = [key for key in sf.load("sources").key if key.startswith("un-")][:12]
FIGURE = sf.figure(
    alt.Chart(sf.load("internet_use_groups").query("group == 'World'")[["year", "value"]]).mark_line().encode(x="year:O", y="value"),
    title="Internet users",
    alt="The line climbs.",
    source="world-bank-2025-internet-use",
)


def brief(words=1000, cited=(SUPPORTER, CRITIC, THIRD, *OTHERS), rows=6, **named):
    text = "word " * words + " ".join(f"[@{key}]" for key in cited)
    parts = {"title": "A title", "author": "A learner", "audience": "An office", "standpoint": "A small state", "text": text}
    return sf.brief(**{**parts, "timeline": sf.events(series="china-africa").iloc[[0] * rows], "figure": FIGURE, **named})


assert sf.check("capstone-brief", brief()).state == "met", "a brief with all that is asked for has to pass"

WRONG = {
    "capstone-lie-factor": [
        (taller, "height of one bar"),
        (times, "take 1 from both ratios"),
        (drawn, "Divide it by the effect in the data"),
        (lambda *given: 1 / right(*given), "Upside down"),
        (by_last, "The base is the first"),
        (typed, "with other figures"),
        (lambda *given: round(right(*given), 1), "round"),
        (lambda *given: None, "gives nothing back"),
    ],
    "capstone-marks": [
        (marked("32 African", "none"), "who counted"),
        (marked("The WIC and 15", "own account"), "stands higher"),
        (marked("African ministers", "own account"), "stranger's summary"),
        (marked("A third", "copy"), "read where it is made"),
        (marked("The article was", "article only"), "worked it out"),
        (marked("The regulator", "none"), "written for months"),
        (dict.fromkeys(MARKS, "own account"), "2 of 10"),
        (marked("Trainees", "state media"), "none of the labels"),
    ],
    "capstone-brief": [
        ("## Decide", "Expected the brief itself"),
        (sf.brief(title="", author="", audience="", standpoint="", text=""), "Begin with the cell"),
        (brief(audience="", figure=None), "Still missing: a named audience, a figure"),
        (brief(words=300), "900 to 1300 are asked for"),
        (brief(cited=(SUPPORTER, CRITIC, THIRD)), "cites 3 of at least 12"),
        (brief(cited=(SUPPORTER, *OTHERS)), "not cited"),
        (brief(rows=2), "has 2 rows"),
    ],
}
