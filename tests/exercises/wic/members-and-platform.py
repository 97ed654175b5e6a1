"""Likely wrong answers in the chapter on members and platform, and a phrase of the feedback that each must get."""

from pandas import Timestamp


def _wrong(result):
    def pace(records, since, until):
        rows = records[records.start.between(since, until)].sort_values("start")
        if rows.start.nunique() < 2:
            return None
        gain = rows.members.iloc[-1] - rows.members.iloc[0]
        return result(rows, gain, (rows.start.iloc[-1] - rows.start.iloc[0]).days)

    return pace


def _whole_interval(records, since, until):
    result = _right(records, since, until)
    if result is None:
        return None
    rows = records[records.start.between(since, until)]
    inside = (rows.start.max() - rows.start.min()).days
    return result * inside / (Timestamp(until) - Timestamp(since)).days


_right = _wrong(lambda rows, gain, days: gain / (days / 365.25))


def _as_it_came(records, since, until):
    rows = records[records.start.between(since, until)]
    if rows.start.nunique() < 2:
        return None
    return (rows.members.iloc[-1] - rows.members.iloc[0]) / ((rows.start.iloc[-1] - rows.start.iloc[0]).days / 365.25)


_LATER = "Tesla was a member in May 2024."
_CHINESE = "Most members are Chinese."
_THIRTY = "Thirty members joined between the two versions of the page."
_YEARLY = "Every year the summit has people from over 100 countries."
_HUNDRED = "The members come from over 100 countries."
_RIGHT = {
    "Tesla was named as a member in October 2023.": "backed",
    _LATER: "open",
    _CHINESE: "open",
    _HUNDRED: "against",
    "A single person can be a member.": "backed",
    _THIRTY: "open",
    _YEARLY: "against",
    "The count of October 2023 names each member.": "against",
}
_NOTE = "Zhuang and Yang would each write another page for those who want to join, and both would call it an open one. "

WRONG = {
    "members-and-platform-pace": [
        (_as_it_came, "Sort by `start`"),
        (lambda records, since, until: _right(records, "1900-01-01", "2100-01-01"), "You used all records"),
        (lambda records, since, until: _right(records, since, until) or 0, "there is no result, and `None` is expected"),
        (lambda records, since, until: _right(records[records.start != until], since, until), "both days belong to the interval"),
        (_wrong(lambda rows, gain, days: gain / (days / 365)), "Your year has 365 days"),
        (_wrong(lambda rows, gain, days: (rows.members.max() - rows.members.min()) / (days / 365.25)), "A membership can shrink"),
        (lambda records, since, until: _whole_interval(records, since, until), "which lie inside"),
        (_wrong(lambda rows, gain, days: gain), "This is the gain itself"),
        (_wrong(lambda rows, gain, days: gain / days * 30.4375), "a gain per month"),
        (_wrong(lambda rows, gain, days: gain / days), "a gain per day"),
        (_wrong(lambda rows, gain, days: gain / (len(rows) - 1)), "steps between records"),
        (_wrong(lambda rows, gain, days: 100 * gain / rows.members.iloc[0] / (days / 365.25)), "in per cent of the first count"),
        (lambda records, since, until: None, "gives nothing back"),
    ],
    "members-and-platform-backed": [
        (_RIGHT | {_THIRTY: "backed"}, "what came less what went"),
        (_RIGHT | {_CHINESE: "backed"}, "28 is a choice"),
        (_RIGHT | {_LATER: "backed"}, "enough to leave"),
        (_RIGHT | {_YEARLY: "backed"}, "is the article's number"),
        (_RIGHT | {_HUNDRED: "open"}, "far below 100"),
        (_RIGHT | {_LATER: "unknown"}, "none of the labels"),
    ],
    "members-and-platform-join-us": [
        ("\n", "Write 180 to 320 words"),
        (_NOTE, "fewer than the 180"),
        (_NOTE * 20, "more than 320"),
        ("A page that tells a stranger how to enter has to tell him as well how he may leave and who will hear of it. " * 11, "holders of a position"),
    ],
}
