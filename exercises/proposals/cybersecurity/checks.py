"""Checks and hints for the exercises of the chapter on the fourth proposal: cybersecurity."""

from shared_future import load
from shared_future.exercise import exercise, expect

SERVERS = load("secure_servers")
WORLD = load("wdi_groups").query("indicator == 'secure_servers' and group == 'World'").set_index("year").value


# Taking the tide out


def years(table):
    return table.pivot(index="country", columns="year", values="value")


def grown(table, world, since, until):
    return years(table)[until] / years(table)[since]


def tide(world, since, until):
    return world[until] / world[since]


def against_tide(table, world, since, until):
    return grown(table, world, since, until) / tide(world, since, until)


def upside_down(table, world, since, until):
    return tide(world, since, until) / grown(table, world, since, until)


def subtracted(table, world, since, until):
    return grown(table, world, since, until) - tide(world, since, until)


def twice(table, world, since, until):
    return grown(table, world, since, until) * tide(world, since, until)


def in_points(table, world, since, until):
    return (years(table)[until] - years(table)[since]) / (world[until] - world[since])


def fixed_years(table, world, since, until):
    return against_tide(table, world, 2015, 2024)


def percent(table, world, since, until):
    return (against_tide(table, world, since, until) - 1) * 100


def last_year(table, world, since, until):
    return years(table)[until] / world[until]


@exercise(
    "cybersecurity-tide",
    hints=(
        "Bring the table into a shape with a row for each country and a column for each year: `table.pivot(...)`.",
        'With `years = table.pivot(index="country", columns="year", values="value")`, the growth of all countries is `years[until] / years[since]`.',
        "The world's growth is one number, `world[until] / world[since]`. Divide the countries' growth by it.",
    ),
)
def taking_the_tide_out(answer):
    expect.function(
        answer,
        against_tide,
        on=[(SERVERS, WORLD, 2015, 2024), (SERVERS, WORLD, 2020, 2023)],
        compare=expect.series,
        alter="value",
        what="each country's growth against the world's",
        mistakes=[
            (grown, "This is growth with the tide still in it. Divide it by the world's growth over the same years."),
            (upside_down, "Upside down: a country that outgrew the world should have more than 1. Later year by earlier year, then country by world."),
            (subtracted, "You subtracted the world's factor. A country that kept pace would then have 0; divide, and it has 1."),
            (twice, "You multiplied by the world's growth, which puts the tide in twice."),
            (in_points, "You compared certificates gained, so rich countries win by their size. Compare factors of growth."),
            (fixed_years, "You typed the years 2015 and 2024. Use `since` and `until`, so that the function serves for other years too."),
            (percent, "This is how far a country ran ahead, in per cent. The task asks for the ratio itself: a country that kept pace has 1."),
            (last_year, "This compares levels in the last year. The question is growth from the first year to the last."),
        ],
    )
    return "What is left is pace, not level; and a country that began near nothing can have any pace."


# Reports from Hanoi


RIGHT = {
    "In Hanoi, 72 states ratified the convention.": "wrong step",
    "Sixty-five countries signed, the United States and Canada among them.": "wrong name",
    "The convention has sixty-five signatures in all.": "early count",
    "China, Russia and the European Union are among the signatories.": "holds",
    "Since October 2025 the convention binds all who signed it in Hanoi.": "wrong step",
    "The convention will be applied from 2027.": "forecast",
    "India, a co-sponsor of the resolution of 2019, signed in Hanoi.": "wrong name",
    "A fortieth ratification is needed before the convention is in force.": "holds",
}


@exercise(
    "cybersecurity-reports",
    hints=(
        "Underline the verb of each sentence, then the names, then the number. One of the three is at fault, or none.",
        "The register has 72 signatures. The first reports counted 65. Signing is not ratifying, and ratifying alone is not yet force.",
        "There are two each of `holds`, `wrong step` and `wrong name`, and one each of `early count` and `forecast`.",
    ),
)
def reports_from_hanoi(answer):
    expect.labels(
        answer,
        RIGHT,
        choices=("holds", "wrong step", "wrong name", "early count", "forecast"),
        why={
            "In Hanoi, 72 states ratified the convention.": {
                "holds": "The number is that of the register. But what did the 72 do in Hanoi?",
                "wrong name": "No name stands here. Look at the verb.",
                "early count": "72 is the later count. The fault is in the verb.",
                "forecast": "It speaks of what happened. Look at the verb.",
            },
            "Sixty-five countries signed, the United States and Canada among them.": {
                "holds": "Two neighbours are said to have signed who did not.",
                "wrong step": "The step, signing, is right. Look at who is said to have taken it.",
                "early count": "True of the number, but reporters did count so at first. Something else was wrong even then.",
                "forecast": "It speaks of the past. Look at the names.",
            },
            "The convention has sixty-five signatures in all.": {
                "holds": "Reporters did count so at first. The register went on.",
                "wrong step": "Signatures are what was counted. Ask on which day.",
                "wrong name": "No name stands here. Ask on which day the number was counted.",
                "forecast": "It states a number that can be looked up. Ask on which day it was counted.",
            },
            "China, Russia and the European Union are among the signatories.": {
                "wrong step": "Signatories are those who signed, and that is the step which they took.",
                "wrong name": "All three stand in the register.",
                "early count": "There is no number here to be overtaken.",
                "forecast": "It can be looked up today.",
            },
            "Since October 2025 the convention binds all who signed it in Hanoi.": {
                "holds": "What still has to happen after a signature before a treaty binds?",
                "wrong name": "Nobody is named. Which step is taken for which?",
                "early count": "Nothing is counted. Which step is taken for which?",
                "forecast": "It claims that something is so already. Is it?",
            },
            "The convention will be applied from 2027.": {
                "holds": "Nobody can know this yet. It was a target on the road to Hanoi.",
                "wrong step": "It confuses no steps; it names a year to come.",
                "wrong name": "No name stands here. Look at the year.",
                "early count": "The year is not a count. It still lies ahead.",
            },
            "India, a co-sponsor of the resolution of 2019, signed in Hanoi.": {
                "holds": "The first half does. Look for India among those who had not signed.",
                "wrong step": "The step is named rightly. Did India take it?",
                "early count": "Nothing is counted. Did India sign?",
                "forecast": "It speaks of October 2025. Did India sign then?",
            },
            "A fortieth ratification is needed before the convention is in force.": {
                "wrong step": "It keeps the steps apart: ratification first, force afterwards.",
                "wrong name": "No state is named.",
                "early count": "Forty is not a count but a condition, and it stands in the text of the treaty.",
                "forecast": "It says what is needed, not when it will come.",
            },
        },
    )
    return "Verb, name, day: three questions that you can put to any report on a treaty."


# Two minutes before the vote


@exercise(
    "cybersecurity-vote",
    hints=(
        "Begin with a person in your country: somebody who was robbed, or somebody whose data were handed over.",
        "Take the strongest voice of the other side and answer it with a fact, not with a doubt about motives.",
        "End with the one who may refuse a foreign request, and with what would change your vote.",
    ),
    rubric=(
        (3, "Evidence. 3: one dated fact and one figure, exact, cited for or against the motion, with a limit of the figure. 2: no limit. 1: one of them missing or wrong."),
        (3, "Positions. 3: three holders from different camps, each put so that the holder would agree. 2: three, one of them bent. 1: fewer than three."),
        (3, "Steps. 3: signed, ratified and in force kept apart, and draft kept apart from adopted text. 2: one slip. 1: several."),
        (3, "Decision. 3: a clear vote, an answer to the strongest objection, and a named office that may refuse a request. 2: one of these missing. 1: two missing."),
    ),
)
def two_minutes(answer):
    expect.text(
        answer,
        words=(180, 300),
        mentions={
            "Guterres": ("Secretary-General",),
            "Viet Nam": ("Vietnam",),
            "BRICS": (),
            "Li and Zhu": ("Li Zhe", "Zhu Xiaoqin"),
            "the EFF": ("Electronic Frontier Foundation", "EFF"),
            "Human Rights Watch": ("HRW",),
            "ARTICLE 19": (),
            "Microsoft": ("Tech Accord",),
            "the Council of Europe": ("Council of Europe", "Budapest"),
            "India": (),
            "Qu": ("Qu Siyuan",),
            "Zhang and Creemers": ("Creemers",),
            "Wang Xin": (),
            "UNODC": (),
            "Russia": ("Moscow",),
            "Egypt": (),
            "New Zealand": (),
            "the United States": ("United States", "Washington"),
        },
        at_least=3,
    )
