"""Likely wrong answers in the chapter on AI for social good, and a phrase of the feedback that each must get."""


def _years(reports):
    return reports.groupby("year").value


def _all_years(reports):
    return _years(reports).max() / _years(reports).min()


def _more_than_two(reports):
    return _all_years(reports)[_years(reports).size() > 2]


def _upside_down(reports):
    return (_years(reports).min() / _years(reports).max())[_years(reports).size() >= 2]


def _difference(reports):
    return (_years(reports).max() - _years(reports).min())[_years(reports).size() >= 2]


def _first_last(reports):
    return (_years(reports).last() / _years(reports).first())[_years(reports).size() >= 2]


def _mean(reports):
    return (_years(reports).mean() / _years(reports).min())[_years(reports).size() >= 2]


_RIGHT = {
    "Our technology is made with love.": "none",
    "The farmers of the lower valley get a frost warning by telephone.": "for whom",
    "The warnings were checked by the county's weather service, which we do not pay.": "says who",
    "Before, they lit fires whenever the old men felt a frost coming.": "instead of what",
    "Each warning means a night without sleep for the women who carry the straw.": "at whose cost",
    "AI opens a new chapter for agriculture.": "none",
    "In the upper valley, without the programme, the harvest was just as good.": "instead of what",
    "An insurer in the capital buys the valley's data from us.": "for whom",
    "A student counted the frost damage for her thesis.": "says who",
    "Whoever wants to leave the programme loses the cheap seed.": "at whose cost",
}
_CALL = "We invite town halls that have used their own program for two years. Liang Hao would agree, and Birhane would ask who gains. "

WRONG = {
    "ai-for-social-good-far-apart": [
        (_all_years, "still there"),
        (_more_than_two, "Two are enough"),
        (_upside_down, "upside down"),
        (_difference, "You subtracted"),
        (_first_last, "order of the rows"),
        (_mean, "divided the mean"),
        (lambda reports: None, "gives nothing back"),
        (lambda reports: reports["number"], "raised"),
    ],
    "ai-for-social-good-leaflet": [
        (_RIGHT | {"AI opens a new chapter for agriculture.": "for whom"}, "Agriculture is no person"),
        (_RIGHT | {"An insurer in the capital buys the valley's data from us.": "at whose cost"}, "one more winner"),
        (_RIGHT | {"In the upper valley, without the programme, the harvest was just as good.": "at whose cost"}, "had anyway"),
        (_RIGHT | {"A student counted the frost damage for her thesis.": "for whom"}, "the one who counted"),
        (_RIGHT | {"Our technology is made with love.": "says who"}, "nothing was found out by anybody"),
        ({sentence: "none" for sentence in _RIGHT}, "2 of 10"),
        (_RIGHT | {"Whoever wants to leave the programme loses the cheap seed.": "bad"}, "none of the labels"),
    ],
    "ai-for-social-good-call": [
        ("\n", "Write 180 to 320 words"),
        (_CALL, "fewer than the 180"),
        (_CALL * 20, "more than 320"),
        ("We invite everybody who has a project that does good and who can show us a picture of it and a number. " * 10, "holders of"),
    ],
}
