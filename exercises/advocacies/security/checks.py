"""Checks and hints for the exercises of the chapter on the second advocacy: shared security."""

import pandas as pd

import shared_future as sf
from shared_future.exercise import exercise, expect

EVENTS = sf.events(theme="security").sample(frac=1, random_state=7)


# The longest silence


def starts(events, since):
    exact = events[(events.precision == "day") & (events.start >= since)]
    return exact.start.sort_values()


def longest_silence(events, since):
    return starts(events, since).diff().dt.days.max()


def any_precision(events, since):
    return events.start[events.start >= since].sort_values().diff().dt.days.max()


def unsorted(events, since):
    exact = events[(events.precision == "day") & (events.start >= since)]
    return exact.start.diff().dt.days.max()


def whole_table(events, since):
    return longest_silence(events, "1900-01-01")


def always_wuzhen(events, since):
    return longest_silence(events, "2015-12-16")


def only_later(events, since):
    exact = events[(events.precision == "day") & (events.start > since)]
    return exact.start.sort_values().diff().dt.days.max()


def to_the_first(events, since):
    days = starts(events, since)
    return max((days.iloc[0] - pd.Timestamp(since)).days, days.diff().dt.days.max())


def mean(events, since):
    return starts(events, since).diff().dt.days.mean()


def whole_span(events, since):
    days = starts(events, since)
    return (days.iloc[-1] - days.iloc[0]).days


def in_years(events, since):
    return longest_silence(events, since) / 365.25


def later(events):
    """Return the table with every second exact day moved apart, so that no silence stays as long as it was."""
    moved = events.copy()
    days = moved.start.rank(method="first").sub(1)
    moved["start"] = moved.start + pd.to_timedelta(days * 11, unit="D")
    return moved


@exercise(
    "security-silence",
    hints=(
        'Two conditions choose the rows: `events.precision == "day"` and `events.start >= since`. Join them with `&`.',
        "`.sort_values()` puts the days in order, `.diff()` subtracts each from the next.",
        "A difference of days is a time span; `.dt.days` makes it a number, and `.max()` takes the greatest.",
    ),
)
def silence(answer):
    expect.function(
        answer,
        longest_silence,
        on=[(EVENTS, "2015-12-16"), (EVENTS, "2022-04-21"), (EVENTS, "2002-01-01"), (EVENTS, "2024-03-01")],
        alter=later,
        what="the longest silence",
        unit="days",
        mistakes=[
            (whole_table, "You looked at the whole table. Use `since`: the silence before that day does not count."),
            (always_wuzhen, "This is the silence since the Wuzhen speech, whatever day is asked for. Use `since`."),
            (only_later, "You left out the event on the day `since` itself. *On that day or later* is `>=`."),
            (any_precision, 'Some rows know only a year or a month, and their `start` is a made-up first day. Keep those with `precision == "day"`.'),
            (unsorted, "You subtracted the events in the order of the table, which may be any order. Sort them by day first."),
            (to_the_first, "You counted from `since` to the first event as well. A silence lies between two events."),
            (mean, "This is the usual silence, the mean. The longest is asked for."),
            (whole_span, "This is the time from the first event to the last. Take the differences between neighbours."),
            (in_years, "These are years. Return days, as a whole number."),
        ],
    )
    return "Right. A silence in a table may be a silence in the world, or in whoever made the table; only another source can tell."


# What would test it?


RIGHT = {
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


@exercise(
    "security-what-would-test",
    hints=(
        "Ask of each statement: what would I need, a log file, a name, a motive, or two texts side by side?",
        "The label says nothing about truth or about the side that speaks. A denial can be a statement about an author too.",
        "There are two of `finding`, three of `author`, three of `aim` and one of `source`.",
    ),
)
def what_would_test(answer):
    expect.labels(
        answer,
        RIGHT,
        choices=("finding", "author", "aim", "source"),
        why={
            "Strangers had access to the computers of water works.": {
                "author": "*Strangers* leaves open who they were. Only what happened in the computers is stated.",
                "aim": "Nothing is said here of what the access was for.",
                "source": "No text is quoted. One would have to look into the computers.",
            },
            "A state sponsors the group called Volt Typhoon.": {
                "finding": "Logs may show what a group did; who pays or directs it takes more than logs.",
                "aim": "That a state stands behind a group does not yet say what for.",
                "source": "Whether an advisory says so could be checked on paper. Whether it is so is a question about an author.",
            },
            "The access was kept for use in a crisis.": {
                "finding": "That the access was kept can be found in a system. *For use in a crisis* cannot: it is a purpose.",
                "author": "The sentence does not say whose access it was. It says what it was for.",
                "source": "No text is compared with another. The purpose is the point.",
            },
            "The story was told to win money from Congress.": {
                "finding": "No system holds the answer. It is the motive of those who told the story.",
                "author": "Who told it is known: agencies in public. Disputed is what for.",
                "source": "A quotation can be compared; a motive behind it cannot be read off two texts.",
            },
            "A criminal gang was behind the attacks, and no state.": {
                "finding": "What happened in the systems is taken for granted here. The question is who.",
                "aim": "Gangs may want money, but the sentence names the gang and not its wish.",
                "source": "The claim was built on a quoted report. What it claims is still who did it.",
            },
            "Two firms' work appears in the report as it was written.": {
                "finding": "No intrusion is stated here. Put the report beside the firms' own pages.",
                "author": "Who attacked is another question. Here a text is compared with its sources.",
                "aim": "Why the report was written is left open; only how it renders its sources is stated.",
            },
            "Staff telephones at the time centre were read.": {
                "author": "By whom is not said. The telephones themselves would have to be examined.",
                "aim": "Nothing is said of what the reading was for.",
                "source": "The claim stands in a ministry's post, but it is about telephones, not about a text.",
            },
            "The diplomat's words in Geneva were a warning.": {
                "finding": "No system is involved. What he meant by his words is the question.",
                "author": "Who spoke is not in doubt in this sentence. What he spoke for is.",
                "source": "A record would show the words. That they were *meant* as a warning is more than the words.",
            },
            "The break-in at the time centre was the work of the NSA.": {
                "finding": "That there was a break-in would be the finding. Whose work it was goes beyond it.",
                "aim": "The sentence names a doer and no purpose.",
                "source": "It is a claim about a service, not about the rendering of a text.",
            },
        },
    )
    return "Now you can take any report of an attack apart, from either side, before you ask whether it is true."


# Two letters on one desk


@exercise(
    "security-two-letters",
    hints=(
        "Begin with what a small state has to lose: markets, warnings about its own networks, or its name.",
        "Of the advisory, say for each of the three statements, finding, author and aim, what your own experts could confirm.",
        "Take the objection that would hurt most, from RUSI if you sign the statement, from CVERC if you sign the advisory, and answer it.",
    ),
    rubric=(
        (3, "Attribution. 3: finding, author and aim kept apart, with what one's own state could confirm of each. 2: kept apart, but not tested. 1: treated as one claim."),
        (3, "Positions. 3: three holders from different sides, each put so that the holder would agree. 2: three, one of them bent. 1: fewer than three."),
        (3, "Texts. 3: phrases given to the right text and year, and used in the argument. 2: right, but only listed. 1: a phrase is given to the wrong text."),
        (3, "Advice. 3: one choice, its reason, an answer to the best objection, and what would change it. 2: one of these is missing. 1: two are missing."),
    ),
)
def two_letters(answer):
    expect.text(
        answer,
        words=(180, 320),
        mentions={
            "Xi": ("Beijing", "China's government"),
            "Surakiart": (),
            "Suryono": (),
            "Xiong and Wang": ("Xiong",),
            "Xu Peixi": (),
            "CVERC": ("Computer Virus Emergency Response",),
            "RUSI": ("Royal United Services",),
            "Fravel": (),
            "CISA": ("American agencies", "NSA"),
            "Check Your Fact": (),
            "DENIC": (),
            "the UN working group": ("OEWG", "UN working group", "Open-ended Working Group"),
            "the Global Digital Justice Forum": ("Digital Justice Forum",),
        },
        at_least=3,
    )
