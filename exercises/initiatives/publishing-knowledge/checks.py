"""Checks and hints for the exercises of the chapter on publishing knowledge."""

import pandas as pd

from shared_future import load
from shared_future.exercise import exercise, expect

NAMES = ["internet_use", "fixed_broadband", "secure_servers", "mobile_subscriptions"]
RAW = pd.DataFrame({name: load(name).query("year == 2023").set_index("country").value for name in NAMES}).dropna()
SCALED = 100 * (RAW - RAW.min()) / (RAW.max() - RAW.min())


# Take one leg away


def rankings(table, kept):
    """Return one ranking for each leg: the places by the average of the columns that `kept(leg)` names."""
    means = {leg: table[kept(leg)].mean(axis=1) for leg in table}
    return pd.DataFrame({leg: mean.rank(ascending=False, method="min") for leg, mean in means.items()})


def without(table):
    return rankings(table, lambda leg: [name for name in table if name != leg])


def width(places):
    return places.max(axis=1) - places.min(axis=1)


def span(table):
    return width(without(table))


def alone(table):
    return width(rankings(table, lambda leg: [leg]))


def of_scores(table):
    return width(pd.DataFrame({leg: table.drop(columns=leg).mean(axis=1) for leg in table}))


def worst(table):
    return without(table).max(axis=1)


def negative(table):
    return -span(table)


def spread(table):
    return without(table).std(axis=1)


def from_whole(table):
    places = without(table)
    return places.max(axis=1) - table.mean(axis=1).rank(ascending=False, method="min")


def shifted(table):
    """Return the same economies with each column moved on by another number of rows."""
    moved = {leg: table[leg].to_numpy()[[(row + 7 * (number + 1)) % len(table) for row in range(len(table))]] for number, leg in enumerate(table)}
    return pd.DataFrame(moved, index=table.index)


@exercise(
    "publishing-knowledge-span",
    hints=(
        "Do it for one leg first: `table.drop(columns=leg).mean(axis=1)` is the average of the others, one number for each economy.",
        "`.rank(ascending=False, method=\"min\")` turns averages into places, and equal averages share the better one. Collect the rankings in a dictionary, one for each column.",
        "Make a table of the dictionary with `pd.DataFrame(...)`; then `.max(axis=1) - .min(axis=1)` runs along each row.",
    ),
)
def span_check(answer):
    expect.function(
        answer,
        span,
        on=[(SCALED,), (SCALED.drop(columns="mobile_subscriptions"),), (SCALED.round(-1),)],
        compare=expect.series,
        alter=shifted,
        what="the number of places between the worst and the best ranking",
        mistakes=[
            (alone, "You ranked by each indicator alone. Leave one *out* and average the others."),
            (of_scores, "This is the range of the averages. The question asks for places, so rank first."),
            (worst, "This is the worst place by itself. Subtract the best one from it."),
            (negative, "You subtracted the worst place from the best. The worst has the larger number."),
            (spread, "This is a standard deviation. The span is a plain difference of two places."),
            (from_whole, "You compared with the ranking by all indicators. Compare only the rankings that leave one out."),
        ],
    )
    return "A place with its span says how far the order depends on one indicator; a place without it hides that."


# Which choice is it?


@exercise(
    "publishing-knowledge-choices",
    hints=(
        "Think of a spreadsheet with one row for each economy and one column for each measure.",
        "Rows come or go: `scope`. Columns come or go: `indicators`. A column gets another unit: `scale`. A column gets louder: `weights`.",
        "Two of each. *Divided by* and *in millions* are about units; *a sixth of the score* and *how much it matters* about loudness.",
    ),
)
def choices_check(answer):
    expect.labels(
        answer,
        {
            "Micro-states stay out, since a few cables decide everything there.": "scope",
            "Users are counted in millions and no longer in per cent.": "scale",
            "A dimension on governance is new this year.": "indicators",
            "Each of the six parts makes up a sixth of the score.": "weights",
            "The edition adds four economies in Central Asia.": "scope",
            "Blocked websites are asked about, the price of a line is not.": "indicators",
            "Forty experts voted on how much security matters.": "weights",
            "Patents are divided by the number of researchers.": "scale",
        },
        choices=("scope", "indicators", "scale", "weights"),
        why={
            "Micro-states stay out, since a few cables decide everything there.": {
                "indicators": "Cables are the reason given. What changes is the list of states, so rows and no columns.",
                "scale": "Smallness is a reason here, and no unit. The states are not divided by anything, they are left out.",
                "weights": "A state that stays out does not count less, it is not in the table.",
            },
            "Users are counted in millions and no longer in per cent.": {
                "scope": "The same countries are compared; their users are written in another unit.",
                "indicators": "Users were measured before, and they still are. Only the unit is new, though the ranking may turn over.",
                "weights": "Large countries gain by it, but no part of the index was made to count more.",
            },
            "A dimension on governance is new this year.": {
                "scope": "No country came or went. Something else is measured about the same ones.",
                "scale": "A dimension is a group of measures. Nothing is said on their unit.",
                "weights": "The other parts will count a little less, but as a consequence. The choice was to measure something new.",
            },
            "Each of the six parts makes up a sixth of the score.": {
                "scope": "Parts of a score are meant, and not countries.",
                "indicators": "What the six parts measure stays open; the sentence says how much each counts.",
                "scale": "A sixth is the part of the *score*. In which unit each part is measured is left open.",
            },
            "The edition adds four economies in Central Asia.": {
                "indicators": "Four rows are added. The questions asked about each row stay as they are.",
                "scale": "More economies change the company, and no unit.",
                "weights": "The newcomers may push others down, but no part of the score counts more than before.",
            },
            "Blocked websites are asked about, the price of a line is not.": {
                "scope": "The sentence is about questions put to every country, and not about which countries.",
                "scale": "Neither blocking nor price gets another unit: one is in, the other out.",
                "weights": "What is not asked has no weight at all, true; but it was left out before anybody could weigh it.",
            },
            "Forty experts voted on how much security matters.": {
                "scope": "The experts did not vote on who is compared.",
                "indicators": "Security was in the index already. They settled how loud it is.",
                "scale": "An expert may also score a country, which would be a scale. Here they say how much a part matters.",
            },
            "Patents are divided by the number of researchers.": {
                "scope": "The researchers are a divisor here; they are not compared.",
                "indicators": "Patents are measured either way. The division chooses the unit in which they stand in the table.",
                "weights": "A division makes the number smaller for all, but it does not settle how much patents count in the score.",
            },
        },
    )
    return "Rows, columns, units, loudness: with these four questions you can open any index."


# The minister's sentence


@exercise(
    "publishing-knowledge-minister",
    hints=(
        "Take the sentence word by word: *World*, *places us*, *21st*, *up four*. Which word is best supported, which least?",
        "Put Yang, who wants totals counted, beside a holder who distrusts places; each has to recognise himself.",
        "Write the sentence for the speech first, then the reasons, then what a clever colleague would say against it.",
    ),
    rubric=(
        (3, "Issuer and recipe. 3: the academy named as editor, and two of the four choices tied to *this* place. 2: one choice, or choices without a tie. 1: 'methods differ'."),
        (3, "Positions. 3: two holders from opposed sides, each in words that the holder would sign. 2: two, one of them bent. 1: one."),
        (3, "The new sentence. 3: can be spoken, and says no more than the evidence. 2: true and unspeakable, or the reverse. 1: missing a source or a limit that matters."),
        (3, "Objection. 3: the strongest one, answered with a reason. 2: answered by assertion. 1: mentioned only."),
    ),
)
def minister_check(answer):
    expect.text(
        answer,
        words=(180, 320),
        mentions={
            "Yang": ("Yang Shuzhen",),
            "Xie": ("Xie Shuguang",),
            "Zorn": (),
            "Thibaut": ("Atlantic Council",),
            "Cooley and Snyder": ("Cooley", "Snyder"),
            "Høyland and colleagues": ("Høyland", "Hoyland", "Oslo"),
            "the Information Technology and Innovation Foundation": ("ITIF", "Information Technology and Innovation Foundation"),
            "Gurstein": (),
            "the OECD": ("OECD", "handbook"),
            "Short": (),
        },
        at_least=2,
    )
