"""Likely wrong answers in the chapter on the concept paper, the initiative and the cases, and a phrase of the feedback each must get."""


def _numbers(figures, year):
    return figures[(figures.area == "WSIS Prizes") & (figures.year == year)].set_index("subject").value


def _right(figures, honoured, base, year):
    value = _numbers(figures, year)
    return 100 * value[honoured] / value[base] if {honoured, base} <= set(value.index) else None


def _fraction(figures, honoured, base, year):
    right = _right(figures, honoured, base, year)
    return None if right is None else right / 100


def _rest(figures, honoured, base, year):
    right = _right(figures, honoured, base, year)
    return None if right is None else 100 - right


def _no_look(figures, honoured, base, year):
    value = _numbers(figures, year)
    return 100 * value[honoured] / value[base]


_LABELS = {
    "People outside the jury have a say.": "Geneva",
    "Fit with the host's own aims counts.": "both",
    "A film is made about those who are chosen.": "Wuzhen",
    "A project that won may not be entered again.": "Geneva",
    "Every project can read the marks it got.": "neither",
    "Entries are sent in online.": "both",
    "The work must be finished, or a major part of it.": "Geneva",
    "Influence in other countries counts.": "Wuzhen",
    "A project that was shown is known to work better.": "neither",
}
_NOTE = "Songwe sees a road map, Patton a marketing word, and Blacklock would first ask why the sale worked there. "

WRONG = {
    "from-idea-to-practice-per-hundred": [
        (_fraction, "a fraction of one"),
        (lambda figures, honoured, base, year: _right(figures, base, honoured, year), "the other way round"),
        (lambda figures, honoured, base, year: _right(figures, "prize-winners", base, year), "You count the winners"),
        (lambda figures, honoured, base, year: _right(figures, honoured, "prize-submissions", year), "all that were sent in"),
        (lambda figures, honoured, base, year: _right(figures, honoured, base, 2018), "the result for 2018"),
        (lambda figures, honoured, base, year: _right(figures, honoured, base, year) or 0.0, "`None` is expected"),
        (_rest, "without a title"),
        (_no_look, "KeyError"),
    ],
    "from-idea-to-practice-two-stages": [
        (_LABELS | {"Fit with the host's own aims counts.": "Wuzhen"}, "the prizes ask as well"),
        (_LABELS | {"People outside the jury have a say.": "both"}, "a jury and nobody else"),
        (_LABELS | {"A project that was shown is known to work better.": "both"}, "Many spectators hear this"),
        (_LABELS | {"Every project can read the marks it got.": "Geneva"}, "says what is not"),
        (_LABELS | {"A project that won may not be entered again.": "Wuzhen"}, "marked *not said*"),
        (_LABELS | {"Entries are sent in online.": "Beijing"}, "none of the labels"),
    ],
    "from-idea-to-practice-minister": [
        ("\n", "Write 180 to 320 words"),
        (_NOTE, "fewer than the 180"),
        (_NOTE * 19, "more than 320"),
        ("A small country should look at what its growers earn after a year and not at what was sold in a second. " * 10, "holders of a position"),
    ],
}
