"""Likely wrong answers in the chapter on the way from a meeting to an organisation, and a phrase of the feedback that each must get."""


def _change(summits, day, without, later=lambda start, day: start >= day, compare=lambda after, before: after.mean() - before.mean()):
    kept = summits[~summits.id.isin(without)]
    after = later(kept.start, day)
    return compare(kept.countries[after], kept.countries[~after])


_DAY = "9 December 2015: over 2,000 guests will come, half of them foreign."
_Y2016 = "November 2016: more than 1,600 guests attended."
_Y2021 = "September 2021: over 2,000 guests took part offline and online."
_PLAN = "31 October 2022: nearly 2,000 are to join, in the hall or by video."
_TOTAL = "November 2023: nearly 12,000 guests in the past nine years."
_Y2025 = "November 2025: over 1,600 participants from over 130 countries."
_RIGHT = {
    _DAY: "announced",
    _Y2016: "not said",
    _Y2021: "with screens",
    _PLAN: "announced",
    "November 2022: over 2,100 joined online and offline activities.": "with screens",
    _TOTAL: "added up",
    "November 2024: over 1,800 guests attended in person.": "on site",
    _Y2025: "not said",
}
_NOTE = "The senators and Wilson would each have told our registry something else about the same seat at the same table. "

WRONG = {
    "from-summit-to-organisation-break": [
        (lambda summits, day, without: -_change(summits, day, without), "has to come out as a positive number"),
        (lambda summits, day, without: _change(summits, day, []), "still in the means"),
        (lambda summits, day, without: _change(summits, "2022-07-12", without), "always cut at the founding"),
        (lambda summits, day, without: _change(summits, day, without, later=lambda start, day: start > day), "starts on `day` itself"),
        (lambda summits, day, without: _change(summits, day, without, compare=lambda after, before: after.sum() - before.sum()), "You compared sums"),
        (lambda summits, day, without: _change(summits, day, without, compare=lambda after, before: after.median() - before.median()), "These are medians"),
        (lambda summits, day, without: _change(summits, day, without, compare=lambda after, before: after.mean() / before.mean()), "You divided one mean"),
        (
            lambda summits, day, without: _change(summits, day, without, compare=lambda after, before: 100 * after.mean() / before.mean() - 100),
            "the change in per cent",
        ),
        (lambda summits, day, without: None, "gives nothing back"),
    ],
    "from-summit-to-organisation-counted": [
        (_RIGHT | {_PLAN: "with screens"}, "A plan comes first"),
        (_RIGHT | {_Y2016: "on site"}, "from the calendar, not from the sentence"),
        (_RIGHT | {_TOTAL: "with screens"}, "nine years stand behind one number"),
        (_RIGHT | {_Y2025: "on site"}, "may sit anywhere"),
        (_RIGHT | {_DAY: "not said"}, "It is a plan"),
        (_RIGHT | {_Y2021: "hybrid"}, "none of the labels"),
    ],
    "from-summit-to-organisation-reply": [
        ("\n", "Write 180 to 320 words"),
        (_NOTE, "fewer than the 180"),
        (_NOTE * 20, "more than 320"),
        ("A registry that serves every network in the country keeps its good name for days on which it will count for more. " * 11, "holders of a position"),
    ],
}
