"""Checks and hints for the exercises of the chapter on members and the double platform."""

from pandas import Timestamp

import shared_future as sf
from shared_future.exercise import exercise, expect

TABLE = sf.events(series="wic-membership")
TABLE["members"] = [sf.figures(text)["members"].value for text in TABLE.figures]
TABLE = TABLE.sample(frac=1, random_state=4)


# How fast does it grow?


def chosen(records, since, until):
    return records[records.start.between(since, until)].sort_values("start")


def gain(rows):
    return rows.members.iloc[-1] - rows.members.iloc[0]


def days(rows):
    return (rows.start.iloc[-1] - rows.start.iloc[0]).days


def known(result):
    """Return a wrong way of computing that stays silent, as the model does, where there is no interval."""

    def wrong(records, since, until):
        rows = chosen(records, since, until)
        return None if rows.start.nunique() < 2 else result(records, rows)

    return wrong


pace = known(lambda records, rows: gain(rows) / (days(rows) / 365.25))


def unsorted(records, since, until):
    rows = records[records.start.between(since, until)]
    return None if rows.start.nunique() < 2 else gain(rows) / (days(rows) / 365.25)


def everything(records, since, until):
    return pace(records, "1900-01-01", "2100-01-01")


def between(records, since, until):
    rows = chosen(records, since, until)
    return None if rows.start.nunique() < 2 else gain(rows) / ((Timestamp(until) - Timestamp(since)).days / 365.25)


def open_end(records, since, until):
    rows = records[(records.start >= since) & (records.start < until)].sort_values("start")
    return None if rows.start.nunique() < 2 else gain(rows) / (days(rows) / 365.25)


@exercise(
    "members-and-platform-pace",
    hints=(
        "`records.start.between(since, until)` keeps both days; the records come in no order, so sort them by `start`.",
        "`first, last = chosen.iloc[0], chosen.iloc[-1]`; `(last.start - first.start).days / 365.25` is the time in years.",
        "Where `chosen.start.nunique()` is below 2, return `None`; else divide the gain in `members` by the years.",
    ),
)
def pace_(answer):
    expect.function(
        answer,
        pace,
        on=[
            (TABLE, "2022-01-01", "2025-12-31"),
            (TABLE, "2024-05-01", "2024-10-31"),
            (TABLE, "2023-01-01", "2024-05-01"),
            (TABLE, "2024-05-01", "2024-05-31"),
        ],
        alter="members",
        what="the gain in members per year",
        unit="members a year",
        mistakes=[
            (unsorted, "Your first and last record are those of the table as it came. Sort by `start` before you take them."),
            (everything, "You used all records. Keep those from `since` to `until` only."),
            (open_end, "A record on the day `until` is left out; both days belong to the interval."),
            (known(lambda records, rows: gain(rows) / (days(rows) / 365)), "Your year has 365 days. Take 365.25, as the task says."),
            (between, "You divided by the time from `since` to `until`. Take it from the two records, which lie inside."),
            (known(lambda records, rows: (rows.members.max() - rows.members.min()) / (days(rows) / 365.25)), "You took the largest and the smallest count. A membership can shrink: take the latest and the earliest."),
            (known(lambda records, rows: gain(rows)), "This is the gain itself. Divide it by the time between the two records."),
            (known(lambda records, rows: gain(rows) / (days(rows) / 30.4375)), "This is a gain per month. Divide by years."),
            (known(lambda records, rows: gain(rows) / days(rows)), "This is a gain per day. Divide by years of 365.25 days."),
            (known(lambda records, rows: gain(rows) / (len(rows) - 1)), "You divided by the steps between records. They are not a year apart; take the time from `start`."),
            (known(lambda records, rows: 100 * (rows.members.iloc[-1] / rows.members.iloc[0] - 1) / (days(rows) / 365.25)), "This is in per cent of the first count. Return members."),
        ],
    )
    return "Right. A pace needs two counts and two dates, and it is only as good as the worse of the two counts."


# What do the two texts let you say?

NAMED = "Tesla was named as a member in October 2023."
LATER = "Tesla was a member in May 2024."
CHINESE = "Most members are Chinese."
HUNDRED = "The members come from over 100 countries."
PERSON = "A single person can be a member."
THIRTY = "Thirty members joined between the two versions of the page."
YEARLY = "Every year the summit has people from over 100 countries."
EACH = "The count of October 2023 names each member."


@exercise(
    "members-and-platform-backed",
    hints=(
        "Look for the words first: which text speaks of this subject, and of which month?",
        "A claim is `against` only if the texts say something that cannot be true together with it; silence makes it `open`.",
        "There are two of `backed`, three of `against` and three of `open`.",
    ),
)
def backed(answer):
    expect.labels(
        answer,
        {NAMED: "backed", LATER: "open", CHINESE: "open", HUNDRED: "against", PERSON: "backed", THIRTY: "open", YEARLY: "against", EACH: "against"},
        choices=("backed", "against", "open"),
        why={
            NAMED: {
                "against": "Text B has Tesla among its 28 names.",
                "open": "Text B settles it: Tesla is among the names of that day.",
            },
            LATER: {
                "backed": "Text B is of October 2023, and Text A names no company. Seven months are enough to leave.",
                "against": "Nothing says that it left. No text names the members of May 2024.",
            },
            CHINESE: {
                "backed": "Neither text gives members by country. Twelve of the 28 names are Chinese, and 28 is a choice.",
                "against": "Many countries do not exclude a majority from one of them.",
            },
            HUNDRED: {
                "backed": "Text A says around 30 countries, Text B says 24. The hundred belongs to guests.",
                "open": "Both texts give the number of members' countries, and it is far below 100.",
            },
            PERSON: {
                "against": "Text A ends its list of kinds with *individuals*.",
                "open": "Text A settles it: *individuals* are among the kinds.",
            },
            THIRTY: {
                "backed": "The difference is thirty, but a difference is what came less what went.",
                "against": "Thirty may well have joined, if nobody left. The texts do not exclude it.",
            },
            YEARLY: {
                "backed": "Text A says around 80, every year. Over 100 is the article's number.",
                "open": "Text A gives a number for every year, around 80, and the two cannot both hold.",
            },
            EACH: {
                "backed": "28 names stand against more than 120 members.",
                "open": "Count them: 28 of over 120 is not each.",
            },
        },
    )
    return "Right. Three of the eight stay open, and an honest footnote says so three times."


# The page called "Join us"


@exercise(
    "members-and-platform-join-us",
    hints=(
        "Write the four rules first, one sentence each, and mark each as known or proposed.",
        "Take a rule from the table of five bodies, and say why it fits an organisation that meets at Wuzhen.",
        "An open door has to answer the Internet Architecture Board or Zhuang, a chosen circle has to answer Yang or Amnesty.",
    ),
    rubric=(
        (3, "Rules. 3: all four settled so that a stranger could apply them. 2: one is missing or vague. 1: two or more are."),
        (3, "Known and proposed. 3: each rule is marked rightly, and what was not found is not called absent. 2: one mark is wrong or missing. 1: known and proposed are mixed."),
        (3, "Borrowing. 3: a rule of another body is stated rightly and the choice is argued. 2: stated, not argued. 1: wrong or missing."),
        (3, "Voices. 3: two holders of different sides, put as they would put it, and the best objection is answered. 2: one of these is missing. 1: two are missing."),
        (2, "Formula. 2: a wording of the double platform is chosen and fits the rules. 1: named only."),
    ),
)
def join_us(answer):
    expect.text(
        answer,
        words=(180, 320),
        mentions={
            "Zhuang": (),
            "Quaynor": (),
            "Ren": ("Ren Xianliang",),
            "Amnesty": (),
            "Internet Governance Radar": (),
            "Yang": (),
            "the Internet Architecture Board": ("Internet Architecture Board", "IAB"),
        },
        at_least=2,
    )
