"""Checks of the chapter on the six missions."""

import numpy as np
import pandas as pd

from shared_future import events
from shared_future.exercise import exercise, expect

# Do two coders agree?

IDS = list(events(actor="World Internet Conference", series=["wuzhen-summit", "wic-working-groups", "straight-to-wuzhen"], since="2022-07-12").id[:10])


def table(first, second):
    """Two codings of the same activities; 0 stands for an activity that a coder left out."""
    return pd.DataFrame({"first": first, "second": second}, index=IDS, dtype=float).replace(0, np.nan)


GAPS = table([6, 2, 5, 5, 0, 0, 6, 2, 0, 1], [6, 2, 3, 5, 0, 2, 6, 0, 0, 3])
FULL = table([6, 2, 5, 5, 1, 3, 6, 2, 4, 1], [6, 3, 3, 5, 1, 2, 6, 2, 2, 3])
APART = table([6, 2, 5, 5, 1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 2, 6, 2, 4, 3])


def agreement(codes):
    both = codes[["first", "second"]].dropna()
    if both.empty:
        return None
    return 100 * (both["first"] == both["second"]).mean()


def of_all(codes):
    return 100 * (codes["first"] == codes["second"]).mean()


def gaps_agree(codes):
    return 100 * (codes["first"].fillna(0) == codes["second"].fillna(0)).mean()


def of_the_first(codes):
    own = codes[codes["first"].notna()]
    return 100 * (own["first"] == own["second"]).mean()


def dispute(codes):
    same = agreement(codes)
    return None if same is None else 100 - same


def how_many(codes):
    return int((codes["first"] == codes["second"]).sum())


def one_later(codes):
    """Return the codings with the second coder's labels moved down by one activity, and the first agreement broken."""
    moved = codes.assign(second=np.roll(codes["second"], 1))
    return moved.assign(first=moved["first"].where(moved.index != moved.index[0], 4.0))


@exercise(
    "six-missions-agreement",
    hints=(
        "Two steps: keep the rows in which both columns hold a code, then ask in how many of them the codes are equal.",
        '`both = codes[["first", "second"]].dropna()` keeps the rows without a gap. If `both.empty`, return `None`.',
        'Comparing two columns with `==` gives true and false, and their `.mean()` is the share of true: `100 * (both["first"] == both["second"]).mean()`.',
    ),
)
def agreement_check(answer):
    expect.function(
        answer,
        agreement,
        on=[(GAPS,), (FULL,), (APART,)],
        alter=one_later,
        what="the agreement of the two coders",
        unit="per cent",
        mistakes=[
            (gaps_agree, "Two gaps count as agreement here. A coder who left an activity out has said nothing about it."),
            (of_all, "You divided by all activities. Those that one of the two left out are neither agreed nor disputed; drop them first."),
            (of_the_first, "You dropped the gaps of the first coder only. The second has left some out as well."),
            (dispute, "This is the share on which they differ. The share on which they agree is asked for."),
            (how_many, "This is a number of activities. Divide it by the activities that both have coded, and take it in per cent."),
        ],
    )
    return "Right. Before anybody argues about the result of a coding, this number says how much of it depends on the coder."


# What kind of promise?

RIGHT = {
    "Publish the proceedings of our meetings.": "product",
    "Raise the digital literacy of the public.": "push",
    "At least four governments become willing to pay.": "target",
    "Build a platform for companies and governments.": "place",
    "Do not regulate what services on the network carry.": "limit",
    "Improve the state of the world.": "push",
    "Bring together bodies that deal with different policies.": "place",
    "Make regulations for telecommunications.": "product",
}


@exercise(
    "six-missions-promises",
    hints=(
        "Look at the verb first, then ask whether a number follows it.",
        "For each promise, imagine the day on which somebody says: you broke it. What would lie on the table, a missing book, a forbidden act, a figure, an empty room, or nothing at all?",
        "There are two of `place`, two of `push`, two of `product`, one of `limit` and one of `target`.",
    ),
)
def promises_check(answer):
    expect.labels(
        answer,
        RIGHT,
        choices=("place", "push", "product", "limit", "target"),
        why={
            "Publish the proceedings of our meetings.": {
                "place": "The meetings are the room. What is promised here is the record of them.",
                "push": "There is nothing of *more* or *better* in it. Either the volume is out, or it is not.",
                "limit": "It says what the body does, and forbids it nothing.",
                "target": "No number stands in it, though one may of course count the volumes.",
            },
            "Raise the digital literacy of the public.": {
                "place": "No room is offered in which others could learn. An effect on the public is wanted.",
                "product": "A course would be a product. The skill of others is no thing that the body makes.",
                "limit": "The body binds itself to nothing that it must leave alone.",
                "target": "It could be turned into one, with a share and a year. As it stands, any rise at all keeps it.",
            },
            "At least four governments become willing to pay.": {
                "place": "Where the governments meet is left open. How many of them there have to be is not.",
                "push": "A push names a direction only. Here it also says how far: four.",
                "product": "The willingness of a government is not made by the body that hopes for it.",
                "limit": "*At least* sets a lower bound to success, and forbids the body nothing.",
            },
            "Build a platform for companies and governments.": {
                "push": "Something can be seen in the end: a room, and who came. That is more than a direction.",
                "product": "Near, for platforms are built. But it is built so that others may act on it, and what they do is left open.",
                "limit": "That only two kinds of guests are named does not forbid the others to come.",
                "target": "How many companies, and by when? It does not say.",
            },
            "Do not regulate what services on the network carry.": {
                "place": "It offers nobody a room. It keeps the body out of one.",
                "push": "Not even a small step in that direction is allowed. A push would leave room for more or less.",
                "product": "A product is there afterwards. Here something has to be absent.",
                "target": "One might say *zero rules*, but the sentence forbids a kind of act and counts nothing.",
            },
            "Improve the state of the world.": {
                "place": "A meeting in the mountains may serve it. The sentence itself does not offer one.",
                "product": "The world is not made by those who promise this.",
                "limit": "Nothing is ruled out by it, which is part of the difficulty.",
                "target": "Improve by how much, and by which measure? The promise is as wide as the world.",
            },
            "Bring together bodies that deal with different policies.": {
                "push": "In which direction the policies should go is not said. That those who make them meet is.",
                "product": "A common policy would be a product. Here the meeting is offered, and what comes of it is for the others to make.",
                "limit": "It does not say *only* bring together. A reader may infer a limit; the wording sets none.",
                "target": "No number of bodies or of meetings is given.",
            },
            "Make regulations for telecommunications.": {
                "place": "States do meet for it. But the verb is *make*, and the regulation is there afterwards.",
                "push": "It names no direction to go. It names a text to be written.",
                "limit": "Regulations limit others. The sentence does not limit the body that makes them.",
                "target": "How many regulations is left open; that there be some is not.",
            },
        },
    )
    return "You can now read any mission statement as a list of promises, and say of each how it could be broken."


# A mission that can fail


@exercise(
    "six-missions-that-can-fail",
    hints=(
        "Copy the mission's sentence to the top of your note and underline its verb. Is it *make*, *let*, *help* or *build*?",
        "A yardstick has four parts: what is measured, how much is enough, by when, and who looks. If you argue for openness, say which of the four does the harm.",
        "Take the objection from the other camp: the Caucus if you want openness, Gurry if you want a yardstick.",
    ),
    rubric=(
        (3, "Wording. 3: the mission's sentence is read exactly, title and verb kept apart. 2: read rightly, without the verb. 1: a mission is made to say what it does not."),
        (3, "Output and outcome. 3: kept apart, and used to choose or to refuse a yardstick. 2: named, but not used. 1: mixed up."),
        (3, "Comparison. 3: three holders or bodies, each put as it would put itself, and made to do work in the argument. 2: three, merely listed. 1: fewer."),
        (3, "Advice. 3: one clear proposal, who measures and when (or why nobody should), the best objection answered, what would change it. 2: one part missing. 1: two."),
    ),
)
def that_can_fail_check(answer):
    expect.text(
        answer,
        words=(180, 320),
        mentions={
            "Gurry": (),
            "Ren Xianliang": ("Ren",),
            "the China Media Project": ("China Media Project",),
            "Brookings": (),
            "the Internet Governance Radar": ("Governance Radar",),
            "Xu Peixi": ("Xu",),
            "the Internet Governance Project": ("Governance Project",),
            "Yang": (),
            "the Internet Governance Caucus": ("Caucus",),
            "Kirk and Nolan": ("Kirk",),
            "the ITU": ("ITU",),
            "ICANN": (),
            "the IGF": ("IGF", "Internet Governance Forum"),
            "the Internet Society": ("Internet Society",),
            "the World Economic Forum": ("World Economic Forum", "Davos"),
        },
        at_least=3,
    )
