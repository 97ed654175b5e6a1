"""Checks and hints for the exercises of agenda/exchange-platform."""

import pandas as pd

from shared_future import events
from shared_future.exercise import exercise, expect

OWN = events(actor="World Internet Conference", kind="meeting", since="2022-07-12")


def _table(*days):
    return pd.DataFrame([{"start": pd.Timestamp(first), "end": pd.Timestamp(last)} for first, last in days])


# The long meeting is still on when the short one inside it is over.
INSIDE = _table(("2024-05-20", "2024-05-21"), ("2024-07-20", "2024-07-21"), ("2024-06-01", "2024-06-30"), ("2024-06-05", "2024-06-06"))
TOGETHER = _table(("2025-11-01", "2025-11-30"), ("2025-11-06", "2025-11-09"))
ONE = _table(("2025-04-14", "2025-04-15"))


def _gaps(rows, over, first="start"):
    gaps = (rows[first] - over).dt.days.dropna()
    gaps = gaps[gaps > 0]
    return int(gaps.max()) if len(gaps) else None


def model(rows):
    ordered = rows.sort_values("start")
    return _gaps(ordered, ordered.end.cummax().shift())


def _above(rows):
    ordered = rows.sort_values("start")
    return _gaps(ordered, ordered.end.shift())


def _unsorted(rows):
    return _gaps(rows, rows.end.cummax().shift())


def _starts(rows):
    ordered = rows.sort_values("start")
    return _gaps(ordered, ordered.start.shift())


def _ends(rows):
    ordered = rows.sort_values("start")
    return _gaps(ordered, ordered.end.cummax().shift(), "end")


def _between(rows):
    gap = model(rows)
    return gap and gap - 1


def _sum(rows):
    ordered = rows.sort_values("start")
    gaps = (ordered.start - ordered.end.cummax().shift()).dt.days
    return int(gaps[gaps > 0].sum()) or None


def _smallest(rows):
    ordered = rows.sort_values("start")
    gaps = (ordered.start - ordered.end.cummax().shift()).dt.days
    gaps = gaps[gaps > 0]
    return int(gaps.min()) if len(gaps) else None


def _thinned(rows):
    """Every second meeting, so that a typed result shows."""
    return rows.iloc[::2]


@exercise(
    "exchange-platform-gap",
    hints=(
        "Bring the meetings into the order of `start` first.",
        "`ordered.end.cummax()` is the latest last day so far; `.shift()` moves it down by one row.",
        "`(ordered.start - over).dt.days` gives days. Keep those above 0 and take the largest as `int`, or `None` if none is left.",
    ),
)
def gap(answer):
    expect.function(
        answer,
        model,
        on=[(OWN,), (INSIDE,), (TOGETHER,), (ONE,)],
        alter=_thinned,
        what="the longest pause",
        unit="days",
        mistakes=[
            (_unsorted, "You took the rows as they stand in the table. Sort them by `start` first."),
            (_above, "You looked at the end of the meeting just above. A longer one that began before it may still be on."),
            (_starts, "You counted from first day to first day. The hall is empty only after a last day."),
            (_ends, "You counted up to the last day of the next meeting. The pause ends on its first."),
            (_between, "You left out a day. From 1 to 3 May it is two days here, not the one between."),
            (_sum, "You added the pauses up. The longest of them is asked for."),
            (_smallest, "This is the shortest pause. The longest is asked for."),
        ],
    )
    return "Now you can ask of any platform how long its lights are out, and of any table whether it would have shown you the small meetings in between."


N, C, X, P = "new", "continued", "changed", "promised"
BEFORE = "Something of this name was there before April 2024: look at the timeline."
NEVER = "Nothing of this name was there before the article, so nothing can go on or change."
HELD = "It took place, and a report shows it. *Promised* is for what was only announced."
SAME = "Name and kind stayed as they were. *Changed* needs another subject or name."
LABELS = {
    "Asia-Pacific Summit, April 2025": (N, {C: NEVER, X: NEVER, P: HELD}),
    "Wuzhen Summit, November 2024": (C, {N: "It has met since 2014.", X: SAME, P: HELD}),
    "Digital Silk Road forum, July 2025": (C, {N: "The first one met in Xi'an in April 2024, and the article names it.", X: "The city changed, from Xi'an to Quanzhou; the name did not.", P: HELD}),
    "Forum in Barcelona, March 2025": (X, {N: "A forum of the WIC had met in Barcelona in February 2024.", C: "In 2024 it was about computing power networks, in 2025 about artificial intelligence.", P: HELD}),
    "Forum on digital heritage, September 2025": (N, {C: NEVER, X: NEVER, P: HELD}),
    "Young leaders, second cohort, 2024": (C, {N: "The word *second* says it: the first was chosen in 2023.", X: SAME, P: "Eighteen names were published, so there is more than a call."}),
    "Young leaders, cohort of 2026": (P, {N: "It would not be the first cohort, and we only have a call on an outside site.", C: "It may be. What we have is a call on an outside site, and no report.", X: "Nothing shows another subject; nothing shows that it took place at all."}),
    "Distinguished Contribution Award, November 2024": (N, {C: "The honour of 2023 had another name and was for ten years of meetings; this award was given for the first time.", X: NEVER, P: HELD}),
    "Cases on stage, November 2024": (C, {N: BEFORE, X: SAME, P: HELD}),
}


@exercise(
    "exchange-platform-news",
    hints=(
        "Ask first whether a report shows that it took place. If not, it is promised.",
        "Then ask whether something of the same name was held before mid-April 2024.",
        "Three are new, four continued, one changed, one promised.",
    ),
)
def news(answer):
    expect.labels(answer, {item: right for item, (right, _) in LABELS.items()}, choices=(N, C, X, P), why={item: why for item, (_, why) in LABELS.items()})
    return "Nine activities, four words. A yearly report that sorts its calendar like this would be easy to trust."


@exercise(
    "exchange-platform-region",
    hints=(
        "Decide who should be able to say no to a session. That decides between tree and mushroom.",
        "The best objection usually comes from the holder whom you like least in this chapter.",
        "What would you see in the third year if your choice had failed? Count people, sessions or money.",
    ),
    rubric=(
        (3, "**Advice.** One of the two, for reasons of the region. 2: clear, and the reasons would fit any region; 1: a bit of both"),
        (3, "**Positions.** Three holders by name from at least two sides, each put so that they would sign. 2: three, and one is bent; 1: fewer, or all from one side"),
        (2, "**Design.** Says who decides on the programme and who gets in. 1: says one of the two"),
        (2, "**Failure.** One thing that can be seen after three years and could come out either way. 1: a wish, or a thing that cannot fail"),
        (2, "**Objection.** The best one against the advice, and an answer. 1: mentioned and left standing"),
    ),
)
def region(answer):
    expect.text(
        answer,
        words=(180, 320),
        mentions={
            "John Lee": ("Lee",),
            "Ren Xianliang": ("Ren",),
            "Chris Alden and Ana Cristina Alves": ("Alden", "Alves"),
            "Jakub Jakóbowski": ("Jakóbowski", "Jakobowski"),
            "Grace X. Yang": ("Yang",),
            "the Internet Governance Forum": ("Internet Governance Forum", "IGF"),
            "NETmundial+10": ("NETmundial",),
            "Kate Jones": ("Jones",),
        },
        at_least=3,
    )
