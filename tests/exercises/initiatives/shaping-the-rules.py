"""Likely wrong answers in the chapter on having a say in the rules, and a phrase of the feedback that each must get."""

import pandas as pd


def _days(windows, first, last, extra=1, floor=True):
    days = (last - first).dt.days + extra
    return (days.clip(lower=0) if floor else days).set_axis(windows.id)


def _first(windows, since):
    return windows.start.clip(lower=pd.Timestamp(since))


def _last(windows, until):
    return windows.end.clip(upper=pd.Timestamp(until))


def _one_short(windows, since, until):
    return _days(windows, _first(windows, since), _last(windows, until), extra=0)


def _negative(windows, since, until):
    return _days(windows, _first(windows, since), _last(windows, until), floor=False)


def _own_start(windows, since, until):
    return _days(windows, windows.start, _last(windows, until))


def _own_end(windows, since, until):
    return _days(windows, _first(windows, since), windows.end)


def _whole(windows, since, until):
    return _days(windows, windows.start, windows.end)


def _no_ids(windows, since, until):
    return _days(windows, _first(windows, since), _last(windows, until)).reset_index(drop=True)


_RIGHT = {
    "The UN's list of inputs has an entry of the WIC and fifteen others.": "record",
    "A newspaper repeats II.6 and cites the article.": "echo",
    "The adopted text wants digital divides closed.": "likeness",
    "A search engine shows no page on the matter.": "silence",
    "A firm's news of April 2023 says that it sent a text with the WIC.": "record",
    "The WIC's Secretary-General mentions it in a later speech.": "echo",
    "A web archive has no copy of the UN page for that month.": "silence",
    "Another group's proposal uses the WIC's favourite phrase.": "likeness",
}
_ADVICE = "Accept the seat: it opens the door of study. Gurry sees a task in soft law, and Brookings doubts the convener. "

WRONG = {
    "shaping-the-rules-windows": [
        (_one_short, "One day is missing"),
        (_negative, "a negative number"),
        (_own_start, "from the window's own start"),
        (_own_end, "to the window's own end"),
        (_whole, "full lengths of the windows"),
        (_no_ids, "gdc-input-2022"),
        (lambda windows, since, until: None, "gives nothing back"),
        (lambda windows, since, until: windows["begin"], "raised"),
    ],
    "shaping-the-rules-evidence": [
        (_RIGHT | {"A newspaper repeats II.6 and cites the article.": "record"}, "no second witness"),
        (_RIGHT | {"The adopted text wants digital divides closed.": "record"}, "Nearly everybody wanted divides closed"),
        (_RIGHT | {"The WIC's Secretary-General mentions it in a later speech.": "record"}, "mistaken twice"),
        (_RIGHT | {"A search engine shows no page on the matter.": "record"}, "An empty result shows where you looked"),
        (_RIGHT | {"A firm's news of April 2023 says that it sent a text with the WIC.": "echo"}, "its own act"),
        (_RIGHT | {"Another group's proposal uses the WIC's favourite phrase.": "echo"}, "It shares a phrase"),
        ({find: "record" for find in _RIGHT}, "2 of 8"),
        (_RIGHT | {"A web archive has no copy of the UN page for that month.": "nothing"}, "none of the labels"),
    ],
    "shaping-the-rules-invitation": [
        ("\n", "Write 180 to 300 words"),
        (_ADVICE, "fewer than the 180"),
        (_ADVICE * 17, "more than 300"),
        ("The seat opens one door, and the dean has to weigh what a name on a report lends to it and what it cannot refuse. " * 10, "holders of"),
    ],
}
