"""Likely wrong answers to the exercises of agenda/exchange-platform, each with a phrase of its feedback."""

import shared_future as sf


def _largest(gaps):
    gaps = gaps.dt.days.dropna()
    gaps = gaps[gaps > 0]
    return int(gaps.max()) if len(gaps) else None


def _ordered(rows):
    return rows.sort_values("start")


def _right(rows):
    rows = _ordered(rows)
    return _largest(rows.start - rows.end.cummax().shift())


RIGHT = {
    "Asia-Pacific Summit, April 2025": "new",
    "Wuzhen Summit, November 2024": "continued",
    "Digital Silk Road forum, July 2025": "continued",
    "Forum in Barcelona, March 2025": "changed",
    "Forum on digital heritage, September 2025": "new",
    "Young leaders, second cohort, 2024": "continued",
    "Young leaders, cohort of 2026": "promised",
    "Distinguished Contribution Award, November 2024": "new",
    "Cases on stage, November 2024": "continued",
}

WRONG = {
    "exchange-platform-gap": [
        (lambda rows: _largest(rows.start - rows.end.cummax().shift()), "Sort them by `start`"),
        (lambda rows: _largest(_ordered(rows).start - _ordered(rows).end.shift()), "may still be on"),
        (lambda rows: _largest(_ordered(rows).start.diff()), "from first day to first day"),
        (lambda rows: _largest(_ordered(rows).end - _ordered(rows).end.cummax().shift()), "ends on its first"),
        (lambda rows: _right(rows) and _right(rows) - 1, "left out a day"),
        (lambda rows: _right(rows) or 0, "None"),
        (lambda rows: None, "gives nothing back"),
        (369, "function"),
    ],
    "exchange-platform-news": [
        (RIGHT | {"Digital Silk Road forum, July 2025": "new"}, "Xi'an in April 2024"),
        (RIGHT | {"Digital Silk Road forum, July 2025": "changed"}, "the name did not"),
        (RIGHT | {"Young leaders, cohort of 2026": "continued"}, "a call on an outside site"),
        (RIGHT | {"Forum in Barcelona, March 2025": "continued"}, "computing power networks"),
        (RIGHT | {"Cases on stage, November 2024": "old"}, "old"),
        ({"Wuzhen Summit, November 2024": "continued"}, "no label"),
    ],
    "exchange-platform-region": [
        ("Take the branch.", "fewer than the 180"),
        ("We found our own forum and we say why at some length. " * 25, "name"),
        (sf.events(kind="meeting"), "text"),
        ("Lee, Jones and Yang " + "would each sign what we say about them in this advice today " * 30, "more than 320"),
    ],
}
