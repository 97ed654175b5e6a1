"""Likely wrong answers in the chapter that puts claims to the figures, and a phrase of the feedback that each must get."""

import numpy as np


def _moment(use, group, level):
    return float(np.interp(level, use[group].astype(float), use.index.astype(float)))


def _known(use, poor, rich, year):
    return use.at[year, poor] >= use[rich].iloc[0]


def _clipped(use, poor, rich, year):
    return year - _moment(use, rich, use.at[year, poor])


def _moment_only(use, poor, rich, year):
    return _moment(use, rich, use.at[year, poor]) if _known(use, poor, rich, year) else None


def _whole_year_before(use, poor, rich, year):
    below = use.index[use[rich] <= use.at[year, poor]]
    return year - below.max() if len(below) else None


def _whole_year_after(use, poor, rich, year):
    above = use.index[use[rich] >= use.at[year, poor]]
    return year - above.min() if _known(use, poor, rich, year) else None


def _negative(use, poor, rich, year):
    return _moment(use, rich, use.at[year, poor]) - year if _known(use, poor, rich, year) else None


def _from_the_end(use, poor, rich, year):
    return 2023 - _moment(use, rich, use.at[year, poor]) if _known(use, poor, rich, year) else None


_RIGHT = {
    "Guests from nearly 50 countries and regions came to Xi'an. (II.5)": "count",
    "Developing countries are held back by the divide. (I.3)": "cause",
    "Skills differ from country to country. (I.3)": "comparison",
    "The internet is in a golden age. (I.3)": "value",
    "The conference of 2014 was the largest of its kind in China. (II.1)": "comparison",
    "The authors read 161 national and provincial plans.": "count",
    "More restriction on data lowers a country's trade.": "cause",
    "The initiative is vague.": "value",
    "Asia's share of the world's bandwidth more than doubled in thirty years.": "comparison",
    "The initiative is small beside the Belt and Road.": "comparison",
}
_NOTE = "Qiang, Hilbert and Friederici would each ask for another sentence, and for a ruler that the reader can see. "

WRONG = {
    "testing-claims-with-data-years-behind": [
        (_clipped, "does not reach back far enough"),
        (_moment_only, "Take it from `year`"),
        (_whole_year_before, "Go on along the straight line"),
        (_whole_year_after, "It passed it earlier"),
        (_negative, "sign is turned round"),
        (_from_the_end, "Count from `year`"),
        (lambda use, poor, rich, year: use.at[year, rich] - use.at[year, poor], "Ask when, not how much"),
        (lambda use, poor, rich, year: None, "gives nothing back"),
    ],
    "testing-claims-with-data-kinds": [
        (_RIGHT | {"Developing countries are held back by the divide. (I.3)": "comparison"}, "it says by what"),
        (_RIGHT | {"The conference of 2014 was the largest of its kind in China. (II.1)": "value"}, "sounds like praise"),
        (_RIGHT | {"The internet is in a golden age. (I.3)": "comparison"}, "no measure is named"),
        (_RIGHT | {"The initiative is small beside the Belt and Road.": "value"}, "names the other side"),
        (_RIGHT | {"More restriction on data lowers a country's trade.": "comparison"}, "said to move the second"),
        (_RIGHT | {"The initiative is vague.": "opinion"}, "none of the labels"),
    ],
    "testing-claims-with-data-print-it": [
        ("\n", "Write 180 to 300 words"),
        (_NOTE, "fewer than the 180"),
        (_NOTE * 20, "more than 300"),
        ("A sentence about a divide needs a ruler before it can be printed, and the ruler has to be written down by somebody before the table is opened at all. " * 8, "holders of a position"),
    ],
}
