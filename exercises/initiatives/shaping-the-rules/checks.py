"""Checks of the chapter on having a say in the rules."""

import pandas as pd

from shared_future import events
from shared_future.exercise import exercise, expect

# Was there time?


def overlap(windows, since, until, extra=1, cut_start=True, cut_end=True, floor=True):
    first = windows.start.clip(lower=pd.Timestamp(since)) if cut_start else windows.start
    last = windows.end.clip(upper=pd.Timestamp(until)) if cut_end else windows.end
    days = (last - first).dt.days + extra
    return (days.clip(lower=0) if floor else days).set_axis(windows.id)


def _with(**change):
    return lambda windows, since, until: overlap(windows, since, until, **change)


def other_days(table):
    """The same windows, each opened later and closed later, by different numbers of days."""
    later = pd.to_timedelta(range(3, 3 + 11 * len(table), 11), unit="D")
    return table.assign(start=table.start + later, end=table.end + 2 * later)


@exercise(
    "shaping-the-rules-windows",
    hints=(
        "Draw both spans on one line. Their common part begins with the *later* of the two beginnings and ends with the *earlier* of the two ends.",
        "`windows.start.clip(lower=pd.Timestamp(since))` moves every start that is too early up to `since`; `.clip(upper=...)` does the same for the ends.",
        "Subtract, take `.dt.days`, add 1 because both days count, and turn negative numbers into 0 with `.clip(lower=0)`; `.set_axis(windows.id)` gives the index.",
    ),
)
def windows_check(answer):
    names = ["gdc-input-2022", "gdc-deep-dives-2023", "gdc-input-2024", "gdc-rev4-silence-2024"]
    windows = events(ids=names)[["id", "start", "end"]]
    expect.function(
        answer,
        overlap,
        on=[(windows, "2022-07-12", "2024-04-16"), (windows, "2023-04-01", "2024-02-29"), (windows, "2024-03-08", "2024-03-08")],
        compare=expect.series,
        alter=other_days,
        what="the number of open days, one for each window",
        mistakes=[
            (_with(extra=0), "One day is missing in each window: from 1 to 3 March are three days, and `3 - 1` is two. Both ends count."),
            (_with(floor=False), "A window that never met the limits has a negative number. It was open on 0 days."),
            (_with(cut_start=False), "You counted from the window's own start, though some of it lies before `since`."),
            (_with(cut_end=False), "You counted to the window's own end, though some of it lies after `until`."),
            (_with(cut_start=False, cut_end=False), "These are the full lengths of the windows. Only the days between `since` and `until` count."),
        ],
    )
    return "Both windows were open in time, so time alone dates nothing. What is left is the addressee."


# What would count as a record?


@exercise(
    "shaping-the-rules-evidence",
    hints=(
        "Ask first: who made this, and could they know it without the WIC?",
        "A receiver and a co-sender handled the text. A speech by the sender, or a newspaper that quotes it, gives the same claim a second time.",
        "Two of each. If the find is about what a text *says* and not about what was *sent*, it is `likeness`; if nothing was found, `silence`.",
    ),
)
def evidence(answer):
    expect.labels(
        answer,
        {
            "The UN's list of inputs has an entry of the WIC and fifteen others.": "record",
            "A newspaper repeats II.6 and cites the article.": "echo",
            "The adopted text wants digital divides closed.": "likeness",
            "A search engine shows no page on the matter.": "silence",
            "A firm's news of April 2023 says that it sent a text with the WIC.": "record",
            "The WIC's Secretary-General mentions it in a later speech.": "echo",
            "A web archive has no copy of the UN page for that month.": "silence",
            "Another group's proposal uses the WIC's favourite phrase.": "likeness",
        },
        choices=("record", "echo", "likeness", "silence"),
        why={
            "The UN's list of inputs has an entry of the WIC and fifteen others.": {
                "echo": "The list is the receiver's, and the receiver has the text. It does not depend on what the WIC says.",
                "likeness": "An entry with senders says that something was sent. It says nothing on what the text resembles.",
                "silence": "Something is found here: an entry of the receiver.",
            },
            "A newspaper repeats II.6 and cites the article.": {
                "record": "The newspaper has it from the article, so it is the article once more. A second voice is no second witness.",
                "likeness": "The newspaper speaks of the sending, not of what the text resembles.",
                "silence": "There is a find, only a weak one: the same claim in another place.",
            },
            "The adopted text wants digital divides closed.": {
                "record": "Nearly everybody wanted divides closed. That the text says so shows nothing about one submission.",
                "echo": "Nobody repeats the claim here. It is the Compact itself that is read.",
                "silence": "Something is found, but it concerns what the Compact says.",
            },
            "A search engine shows no page on the matter.": {
                "record": "An empty result shows where you looked. It neither shows that a text was sent nor that it was not.",
                "echo": "Nobody says anything here, so nothing comes back.",
                "likeness": "No text is compared here. The search gave nothing.",
            },
            "A firm's news of April 2023 says that it sent a text with the WIC.": {
                "echo": "The firm speaks of its own act, at the time, so it need not have this from the WIC.",
                "likeness": "The firm says that it sent a text, not that it wants something similar.",
                "silence": "This is a find, and one of the best: a co-sender of the time.",
            },
            "The WIC's Secretary-General mentions it in a later speech.": {
                "record": "Article and speech have one author. If he is mistaken once, he is mistaken twice.",
                "likeness": "He speaks of the submission itself, not of a text that resembles it.",
                "silence": "He does say something; it only comes from the same source as II.6.",
            },
            "A web archive has no copy of the UN page for that month.": {
                "record": "The archive did not visit the page in time. On the submission it says nothing.",
                "echo": "A gap repeats no claim. There is just nothing there.",
                "likeness": "There is no text to compare, only a missing copy.",
            },
            "Another group's proposal uses the WIC's favourite phrase.": {
                "record": "The group may have the phrase from anywhere, from a Chinese white paper for instance. It does not show that the WIC sent a text.",
                "echo": "The group does not say that the WIC sent anything. It shares a phrase.",
                "silence": "Something is found: a shared phrase. It only answers another question.",
            },
        },
    )
    return "Two of eight finds would settle it. Knowing which two tells you where to look first."


# The invitation


@exercise(
    "shaping-the-rules-invitation",
    hints=(
        "Go through the six doors one by one: which of them does a seat in the group open that the faculty does not have already?",
        "Put one holder who trusts the convener beside one who does not, in words that each would sign.",
        "End with the best objection to your advice, your answer, and the one condition on which you would advise the opposite.",
    ),
    rubric=(
        (3, "Doors. 3: which the seat opens and which it does not, both right. 2: one of the two. 1: 'influence' without a door."),
        (3, "Evidence. 3: a dated fact that bears on the advice, and what is not known said as such. 2: the fact alone. 1: undated or beside the point."),
        (3, "Positions. 3: two holders from opposed sides, each in words that the holder would sign. 2: two, one of them bent. 1: one."),
        (3, "Objection. 3: the strongest one, answered, with a condition that would change the advice. 2: answered, without a condition. 1: mentioned and left standing."),
    ),
)
def invitation(answer):
    expect.text(
        answer,
        words=(180, 300),
        mentions={
            "Gurry": (),
            "Brookings": (),
            "China's foreign ministry": ("Chinese foreign ministry", "foreign ministry"),
            "Komaitis": ("Atlantic Council",),
            "the technical coalition": ("Technical Community Coalition", "TCCM"),
            "the joint statement": ("joint statement of civil society", "APC"),
            "the Internet Society": ("ISOC",),
            "5Rights": ("Barrington-Leach",),
        },
        at_least=2,
    )
