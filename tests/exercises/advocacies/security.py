"""Likely wrong answers in the chapter on shared security, and a phrase of the feedback that each must get."""

import pandas as pd


def _starts(events, since):
    exact = events[(events.precision == "day") & (events.start >= since)]
    return exact.start.sort_values()


def _unsorted(events, since):
    exact = events[(events.precision == "day") & (events.start >= since)]
    return exact.start.diff().dt.days.max()


_RIGHT = {
    "Strangers had access to the computers of water works.": "finding",
    "A state sponsors the group called Volt Typhoon.": "author",
    "The access was kept for use in a crisis.": "aim",
    "The story was told to win money from Congress.": "aim",
    "A criminal gang was behind the attacks, and no state.": "author",
    "Two firms' work appears in the report as it was written.": "source",
    "Staff telephones at the time centre were read.": "finding",
    "The diplomat's words in Geneva were a warning.": "aim",
    "The break-in at the time centre was the work of the NSA.": "author",
}
_NOTE = "RUSI, Fravel and CVERC would each give the prime minister another answer, and none would pay for it. "

WRONG = {
    "security-silence": [
        (lambda events, since: _starts(events, "1900-01-01").diff().dt.days.max(), "You looked at the whole table"),
        (lambda events, since: events.start[events.start >= since].sort_values().diff().dt.days.max(), "a made-up first day"),
        (_unsorted, "in the order of the table"),
        (lambda events, since: _starts(events, since).diff().dt.days.mean(), "the usual silence"),
        (lambda events, since: (_starts(events, since).iloc[-1] - _starts(events, since).iloc[0]).days, "from the first event to the last"),
        (lambda events, since: _starts(events, since).diff().dt.days.max() / 365.25, "These are years"),
        (
            lambda events, since: max((_starts(events, since).iloc[0] - pd.Timestamp(since)).days, _starts(events, since).diff().dt.days.max()),
            "You counted from `since`",
        ),
        (lambda events, since: _starts(events, "2015-12-16").diff().dt.days.max(), "whatever day is asked for"),
        (lambda events, since: _starts(events[events.start > since], since).diff().dt.days.max(), "on the day `since` itself"),
        (lambda events, since: None, "gives nothing back"),
    ],
    "security-what-would-test": [
        (_RIGHT | {"A state sponsors the group called Volt Typhoon.": "finding"}, "takes more than logs"),
        (_RIGHT | {"The access was kept for use in a crisis.": "finding"}, "it is a purpose"),
        (_RIGHT | {"The story was told to win money from Congress.": "source"}, "cannot be read off two texts"),
        (_RIGHT | {"A criminal gang was behind the attacks, and no state.": "source"}, "still who did it"),
        (_RIGHT | {"The diplomat's words in Geneva were a warning.": "source"}, "more than the words"),
        (_RIGHT | {"Staff telephones at the time centre were read.": "truth"}, "none of the labels"),
    ],
    "security-two-letters": [
        ("\n", "Write 180 to 320 words"),
        (_NOTE, "fewer than the 180"),
        (_NOTE * 20, "more than 320"),
        ("A small state that trades with both powers should keep its name for a day on which it counts for more. " * 11, "holders of a position"),
    ],
}
