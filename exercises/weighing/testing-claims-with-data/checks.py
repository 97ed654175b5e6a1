"""Checks and hints for the exercises of the chapter that puts claims to the figures."""

import numpy as np

from shared_future import load
from shared_future.exercise import exercise, expect

USE = load("internet_use_groups").pivot(index="year", columns="group", values="value")
USE.columns = USE.columns.astype(str)
LOW, LOWER, UPPER, HIGH = "Low income", "Lower middle income", "Upper middle income", "High income"


# Years behind


def moment(use, group, level):
    """When the group passed the level; the first year if it was above it already."""
    return float(np.interp(level, use[group].astype(float), use.index.astype(float)))


def years_behind(use, poor, rich, year):
    level = use.at[year, poor]
    if level < use[rich].iloc[0]:
        return None
    return year - moment(use, rich, level)


def moment_only(use, poor, rich, year):
    return None if years_behind(use, poor, rich, year) is None else moment(use, rich, use.at[year, poor])


def last_whole_year(use, poor, rich, year):
    below = use.index[use[rich] <= use.at[year, poor]]
    return year - below.max() if len(below) else None


def next_whole_year(use, poor, rich, year):
    level = use.at[year, poor]
    if level < use[rich].iloc[0]:
        return None
    above = use.index[use[rich] >= level]
    return year - above.min() if len(above) else None


def points(use, poor, rich, year):
    return use.at[year, rich] - use.at[year, poor]


def from_last_year(use, poor, rich, year):
    result = years_behind(use, poor, rich, year)
    return None if result is None else use.index.max() - moment(use, rich, use.at[year, poor])


def negative(use, poor, rich, year):
    result = years_behind(use, poor, rich, year)
    return None if result is None else -result


def tilted(use):
    """The same groups on other levels, so that a typed result shows."""
    return use.assign(**{LOWER: 1.1 * use[LOWER], UPPER: 1.05 * use[UPPER], HIGH: 0.95 * use[HIGH]})


@exercise(
    "testing-claims-with-data-years-behind",
    hints=(
        "The level is `use.at[year, poor]`. Is it below `use[rich].iloc[0]`? Then `return None`.",
        "`np.interp(x, xs, ys)` reads a line: the levels of `rich` are the xs, the years are the ys.",
        "`year - np.interp(level, use[rich].astype(float), use.index.astype(float))` is the distance in years.",
    ),
)
def behind(answer):
    expect.function(
        answer,
        years_behind,
        on=[(USE, LOW, LOWER, 2023), (USE, LOWER, UPPER, 2023), (USE, UPPER, HIGH, 2023), (USE, LOW, LOWER, 2021)],
        alter=tilted,
        what="the distance",
        unit="years",
        mistakes=[
            (moment_only, "This is the moment at which the richer group passed the level. Take it from `year`."),
            (last_whole_year, "You took the last year in which `rich` was not above the level. Go on along the straight line to the next year."),
            (next_whole_year, "You took the first whole year in which `rich` had reached the level. It passed it earlier, on the line from the year before."),
            (points, "This is the gap in points. Ask when, not how much."),
            (from_last_year, "You counted from the last year of the table. Count from `year`."),
            (negative, "The sign is turned round: `year` is the later moment."),
        ],
    )
    expect.that(
        expect.call(answer, USE, LOW, HIGH, 2023, nothing=True) is None,
        "The table does not reach back far enough for the low-income group behind the high-income one. Return `None` in that case; `np.interp` alone gives the first year.",
    )
    return "Right. This ruler needs no ceiling and no percentage, and it fails when the table is too short."


# What kind of claim?

GUESTS = "Guests from nearly 50 countries and regions came to Xi'an. (II.5)"
HELD = "Developing countries are held back by the divide. (I.3)"
SKILLS = "Skills differ from country to country. (I.3)"
GOLDEN = "The internet is in a golden age. (I.3)"
LARGEST = "The conference of 2014 was the largest of its kind in China. (II.1)"
PLANS = "The authors read 161 national and provincial plans."
LOWERS = "More restriction on data lowers a country's trade."
VAGUE = "The initiative is vague."
ASIA = "Asia's share of the world's bandwidth more than doubled in thirty years."
SMALL = "The initiative is small beside the Belt and Road."


@exercise(
    "testing-claims-with-data-kinds",
    hints=(
        "Look at the verbs first. *Held back* and *lowers* let one thing act on another.",
        "A word such as *largest*, *differ* or *more than* sets two things, or two times, side by side.",
        "There are two counts, four comparisons, two causes and two values.",
    ),
)
def kinds(answer):
    expect.labels(
        answer,
        {
            GUESTS: "count",
            HELD: "cause",
            SKILLS: "comparison",
            GOLDEN: "value",
            LARGEST: "comparison",
            PLANS: "count",
            LOWERS: "cause",
            VAGUE: "value",
            ASIA: "comparison",
            SMALL: "comparison",
        },
        choices=("count", "comparison", "cause", "value"),
        why={
            GUESTS: {
                "comparison": "No other meeting and no other year stands beside it.",
                "cause": "Nothing is said to have brought them there.",
                "value": "*Nearly 50* is a rounded number, not praise. A list would settle it.",
            },
            HELD: {
                "count": "Nothing is counted. Something acts on somebody.",
                "comparison": "*Held back* says more than that they are behind: it says by what.",
                "value": "Not a judgement of taste. It says that one thing slows another.",
            },
            SKILLS: {
                "count": "No number of anything is given; countries are set side by side.",
                "cause": "It says that they differ, not why, and not what follows.",
                "value": "To differ is neither good nor bad. One test in all countries would settle it.",
            },
            GOLDEN: {
                "count": "What would you count? The word does not say.",
                "comparison": "Other ages are hinted at, but no measure is named in which this one leads. Choose one, and it becomes a comparison.",
                "cause": "Nothing is said to bring it about.",
            },
            LARGEST: {
                "count": "How many came is not said, only that no other had more.",
                "cause": "Nothing acts on anything here.",
                "value": "It sounds like praise. But with a list of conferences and one measure it can be checked.",
            },
            PLANS: {
                "comparison": "No other study stands beside it.",
                "cause": "Reading is reported, and no effect of it.",
                "value": "161 may impress you. The sentence only counts.",
            },
            LOWERS: {
                "count": "No amount is given. The verb is the claim.",
                "comparison": "*More* and *lowers* look like two columns side by side. But the first is said to move the second.",
                "value": "You may dislike restriction; the sentence is about its effect.",
            },
            VAGUE: {
                "count": "Nothing is counted.",
                "comparison": "Vague beside what? No second text is named.",
                "cause": "It has a quality in somebody's eyes; it is not said to do anything.",
            },
            ASIA: {
                "count": "A count would be a number at one time. Here two times are set side by side.",
                "cause": "Why the share grew is not said.",
                "value": "Nobody is praised. Two measurements would settle it.",
            },
            SMALL: {
                "count": "How small is not said, only beside what.",
                "cause": "Neither of the two is said to act on the other.",
                "value": "*Small* alone might be a judgement. *Beside the Belt and Road* names the other side, and money or projects can be counted on both.",
            },
        },
    )
    return "Supporters and critics use all four kinds. Before you test a sentence, ask which kind it is; before you quarrel over it, ask the same."


# Print it?


@exercise(
    "testing-claims-with-data-print-it",
    hints=(
        "Write the card first, all five lines. Only then look which way its ruler points.",
        "Your strongest opponent has a ruler too. Say what hers asks, and why yours fits the newspaper's sentence better.",
        "If you print, answer *the target moves* or *who is left outside?* If you do not, answer *millions came online*.",
    ),
    rubric=(
        (4, "Card. 4: five lines, and the no is in the unit of the ruler and could happen. 3: five lines, but the no could hardly happen. 2: one line is missing. 1: a topic instead of a card."),
        (2, "Figure. 2: one figure with owner, years and what it counts. 1: one of these is missing."),
        (3, "Positions. 3: three holders from different sides, each put so that the holder would agree. 2: three, one of them bent. 1: fewer than three."),
        (3, "Decision. 3: one decision that follows from the card, the best objection answered, and what would change it. 2: one of these is missing. 1: two are missing."),
    ),
)
def print_it(answer):
    expect.text(
        answer,
        words=(180, 300),
        mentions={
            "Christine Zhen-Wei Qiang": ("Qiang",),
            "Li Junhua": (),
            "Nicolas Friederici": ("Friederici",),
            "Elisa Oreglia": ("Oreglia", "Zheng"),
            "The Economist": ("Economist",),
            "Gong Sen and Li Bingqin": ("Gong", "Li Bingqin"),
            "Iginio Gagliardone": ("Gagliardone",),
            "Samuel Garrett": ("Garrett",),
            "Martin Hilbert": ("Hilbert",),
            "Vesna Dolničar": ("Dolničar", "Dolnicar"),
            "Information Technology and Innovation Foundation": ("ITIF",),
        },
        at_least=3,
    )
