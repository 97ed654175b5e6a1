"""Likely wrong answers in the chapter on the expo and the competition, and a phrase of the feedback that each must get."""

import shared_future as sf


def _counts(events):
    known = [(row.start.year, sf.figures(row.figures)) for row in events.itertuples()]
    return {year: found["exhibitors"].value for year, found in known if "exhibitors" in found}


def _ratio(events, first, last):
    return _counts(events)[last] / _counts(events)[first]


_RIGHT = {
    "601 exhibitors came from 38 countries and regions.": "count",
    "Thanks to the prize, half of the winners found money.": "effect",
    "Half of the winners found money after the contest.": "sequel",
    "Over ten years more than 3,500 exhibitors took part.": "sum",
    "Winners drawn by lot hired more than the others.": "effect",
    "The expo has been visited almost 500,000 times.": "sum",
    "Wuzhen had 12 digital firms in 2014 and has 1,000 now.": "sequel",
    "The summit made 1,000 digital firms out of 12.": "effect",
    "At the job fair, 50 employers offered posts.": "count",
}
_NOTE = "Fernando, Kokas and McKenzie would each give the board of the agency another answer, with other reasons. "

WRONG = {
    "expo-and-competition-growth": [
        (lambda events, first, last: _ratio(events, first, last) ** (1 / (last - first)) - 1, "as a fraction"),
        (lambda events, first, last: 100 * (_ratio(events, first, last) - 1), "of all the years together"),
        (lambda events, first, last: 100 * (_ratio(events, first, last) - 1) / (last - first), "Growth multiplies"),
        (lambda events, first, last: 100 * (_ratio(events, first, last) ** (1 / (last - first + 1)) - 1), "both ends included"),
        (lambda events, first, last: 100 * (_ratio(events, last, first) ** (1 / (last - first)) - 1), "back to the first"),
        (lambda events, first, last: (_counts(events)[last] - _counts(events)[first]) / (last - first), "exhibitors more a year"),
        (lambda events, first, last: 100 * (_ratio(events, 2014, 2025) ** (1 / 11) - 1), "over the whole table"),
        (lambda events, first, last: 100 * _ratio(events, first, last) ** (1 / (last - first)), "the starting 100"),
        (lambda events, first, last: None, "gives nothing back"),
    ],
    "expo-and-competition-kinds": [
        (_RIGHT | {"Thanks to the prize, half of the winners found money.": "sequel"}, "turns what came after into a result"),
        (_RIGHT | {"Half of the winners found money after the contest.": "effect"}, "is not *because*"),
        (_RIGHT | {"Over ten years more than 3,500 exhibitors took part.": "count"}, "Ten counts are added"),
        (_RIGHT | {"Winners drawn by lot hired more than the others.": "sequel"}, "chance alone"),
        (_RIGHT | {"Wuzhen had 12 digital firms in 2014 and has 1,000 now.": "effect"}, "names no cause"),
        (_RIGHT | {"At the job fair, 50 employers offered posts.": "success"}, "none of the labels"),
    ],
    "expo-and-competition-ticket": [
        ("\n", "Write 180 to 320 words"),
        (_NOTE, "fewer than the 180"),
        (_NOTE * 25, "more than 320"),
        ("A prize is a fine thing for a young team, and a hall full of machines is a fine thing to see with it. " * 10, "holders of a position"),
    ],
}
