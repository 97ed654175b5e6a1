"""Likely wrong answers in the chapter on publishing knowledge, and a phrase of the feedback that each must get."""

import pandas as pd


def _without(table):
    return pd.DataFrame({leg: table.drop(columns=leg).mean(axis=1).rank(ascending=False, method="min") for leg in table})


def _alone(table):
    places = table.rank(ascending=False, method="min")
    return places.max(axis=1) - places.min(axis=1)


def _scores(table):
    means = pd.DataFrame({leg: table.drop(columns=leg).mean(axis=1) for leg in table})
    return means.max(axis=1) - means.min(axis=1)


def _worst(table):
    return _without(table).max(axis=1)


def _negative(table):
    places = _without(table)
    return places.min(axis=1) - places.max(axis=1)


def _spread(table):
    return _without(table).std(axis=1)


def _from_whole(table):
    return _without(table).max(axis=1) - table.mean(axis=1).rank(ascending=False, method="min")


def _table(table):
    return _without(table)


_RIGHT = {
    "Micro-states stay out, since a few cables decide everything there.": "scope",
    "Users are counted in millions and no longer in per cent.": "scale",
    "A dimension on governance is new this year.": "indicators",
    "Each of the six parts makes up a sixth of the score.": "weights",
    "The edition adds four economies in Central Asia.": "scope",
    "Blocked websites are asked about, the price of a line is not.": "indicators",
    "Forty experts voted on how much security matters.": "weights",
    "Patents are divided by the number of researchers.": "scale",
}
_MEMO = "Drop the sentence: Yang wants totals counted, and Cooley would say that a place hides its assumptions. "

WRONG = {
    "publishing-knowledge-span": [
        (_alone, "by each indicator alone"),
        (_scores, "range of the averages"),
        (_worst, "worst place by itself"),
        (_negative, "subtracted the worst place from the best"),
        (_spread, "standard deviation"),
        (_from_whole, "ranking by all indicators"),
        (_table, "a whole table came"),
        (lambda table: None, "gives nothing back"),
        (lambda table: table["place"], "raised"),
    ],
    "publishing-knowledge-choices": [
        (_RIGHT | {"Users are counted in millions and no longer in per cent.": "indicators"}, "Only the unit is new"),
        (_RIGHT | {"A dimension on governance is new this year.": "weights"}, "as a consequence"),
        (_RIGHT | {"Patents are divided by the number of researchers.": "indicators"}, "chooses the unit"),
        (_RIGHT | {"Forty experts voted on how much security matters.": "scale"}, "how much a part matters"),
        (_RIGHT | {"Blocked websites are asked about, the price of a line is not.": "weights"}, "before anybody could weigh it"),
        ({sentence: "scope" for sentence in _RIGHT}, "2 of 8"),
        (_RIGHT | {"The edition adds four economies in Central Asia.": "edition"}, "none of the labels"),
    ],
    "publishing-knowledge-minister": [
        ("\n", "Write 180 to 320 words"),
        (_MEMO, "fewer than the 180"),
        (_MEMO * 20, "more than 320"),
        ("The minister should look at the recipe before she praises the place, because the rows and the columns of such a table were chosen. " * 9, "holders of"),
    ],
}
