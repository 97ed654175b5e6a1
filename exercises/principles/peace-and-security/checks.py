"""Checks and hints for the exercises of the chapter on the second principle: peace and security."""

import pandas as pd

from shared_future import load
from shared_future.exercise import exercise, expect

SINGLE = load("single_figures")
TIERS = SINGLE[SINGLE.subject == "cybersecurity-tier"].set_index("area").value


# The mean that nobody printed


NAMES = ["Tier 1", "Tier 2", "Tier 3", "Tier 4", "Tier 5"]
FLOOR = pd.Series([95, 85, 55, 20, 0], index=NAMES)
CEILING = pd.Series([100, 95, 85, 55, 20], index=NAMES)


def means(tiers, floor, ceiling):
    return pd.Series({"lowest": (tiers * floor).sum() / tiers.sum(), "highest": (tiers * ceiling).sum() / tiers.sum()})


def bounds(tiers):
    return means(tiers, FLOOR, CEILING)


def without_weights(tiers):
    return pd.Series({"lowest": FLOOR.mean(), "highest": CEILING.mean()})


def swapped(tiers):
    return bounds(tiers).set_axis(["highest", "lowest"])[["lowest", "highest"]]


def sums(tiers):
    return bounds(tiers) * tiers.sum()


def over_five(tiers):
    return sums(tiers) / len(tiers)


def middles(tiers):
    middle = (FLOOR + CEILING) / 2
    return means(tiers, middle, middle)


def upside_down(tiers):
    return means(tiers, FLOOR[::-1].set_axis(NAMES), CEILING[::-1].set_axis(NAMES))


@exercise(
    "peace-and-security-bounds",
    hints=(
        "If all 46 economies of tier 1 stood at its lower limit, they would have 46 times 95 points together. Do the same for each tier.",
        'Put the limits into a Series with the same index, `pd.Series([95, 85, 55, 20, 0], index=["Tier 1", ...])`; then `tiers * floor` multiplies tier by tier.',
        'Sum, divide by `tiers.sum()`, and do it once more with the upper limits: `pd.Series({"lowest": ..., "highest": ...})`.',
    ),
)
def mean_that_nobody_printed(answer):
    expect.function(
        answer,
        bounds,
        on=[(TIERS,), (TIERS[::-1] + [3, 0, 8, 1, 20],)],
        compare=expect.series,
        what="the fence around the mean score",
        mistakes=[
            (without_weights, "You averaged the five limits as if each tier held as many economies as the next. Weigh each limit by its count."),
            (swapped, "The two ends are the wrong way round: the lower limits give `lowest`."),
            (sums, "These are the points of all economies together. A mean divides them by the number of economies."),
            (over_five, "You divided by the number of tiers. Divide by the number of economies, `tiers.sum()`."),
            (middles, "The middle of each tier is a guess at the mean; the fence needs the two ends."),
            (upside_down, "Your limits meet the wrong tiers. Tier 1 is the highest, from 95 to 100, and the rows may come in any order: go by their names, not by their places."),
        ],
    )
    return "Between these two numbers the mean must lie; a report that prints one number knows more than the five counts tell."


# Which text says that?


RIGHT = {
    "Another state's emergency response teams are not to be harmed.": "norms",
    "Security for some at the cost of others is no security to seek.": "principle",
    "States act together against terrorist use of the network.": "both",
    "Resolutions on human rights online are to be respected.": "norms",
    "Theft of trade secrets is to be fought.": "principle",
    "A court decides which state was behind an attack.": "neither",
    "A state that is asked for help should answer.": "norms",
    "The rules bind every member of the United Nations as law.": "neither",
}


@exercise(
    "peace-and-security-which-text",
    hints=(
        "Go through the four clauses of the principle, then through the letters a to k, and look for each sentence in turn.",
        "The principle speaks of fairness, crime and theft; the norms speak of territory, infrastructure, teams, help, flaws and rights.",
        "There are three of `norms`, two of `principle`, two of `neither`, and one of `both`.",
    ),
)
def which_text(answer):
    expect.labels(
        answer,
        RIGHT,
        choices=("principle", "norms", "both", "neither"),
        why={
            "Another state's emergency response teams are not to be harmed.": {
                "principle": "The principle names no teams. Look at letter k.",
                "both": "Half right: letter k says it. The principle speaks of government networks, which is not the same.",
                "neither": "One of them does: run down the norms to the last letter.",
            },
            "Security for some at the cost of others is no security to seek.": {
                "norms": "The eleven norms do not compare the security of one state with that of another. Look at the fourth clause.",
                "both": "The fourth clause says it; no letter from a to k does.",
                "neither": "It is the fourth clause of the principle in other words: absolute security.",
            },
            "States act together against terrorist use of the network.": {
                "principle": "The second clause says it, true. But read letter d as well.",
                "norms": "Letter d says it, true. But read the second clause of the principle as well.",
                "neither": "Both do: the second clause, and letter d.",
            },
            "Resolutions on human rights online are to be respected.": {
                "principle": "No resolution and no human right is named in the four clauses. Look at letter e.",
                "both": "Letter e says it. The principle is silent on rights; its neighbour, the fourth, speaks of users.",
                "neither": "Look at letter e.",
            },
            "Theft of trade secrets is to be fought.": {
                "norms": "Letter i is about supply chains and letter d about crime in general; theft of secrets is named in the third clause.",
                "both": "The third clause names it. No norm does, though norm d might be stretched to it; the task asks for the wording.",
                "neither": "The third clause names it, not twelve weeks after Washington and Beijing had spoken of it.",
            },
            "A court decides which state was behind an attack.": {
                "principle": "The principle mentions laws and conventions, but no court and no procedure.",
                "norms": "Letter b asks states to weigh all information. It is they who weigh, not a court.",
                "both": "Search both for a judge: there is none.",
            },
            "A state that is asked for help should answer.": {
                "principle": "The principle asks states to work together against crime. A duty to answer a request is in letter h.",
                "both": "Letter h says it. The principle has cooperation against crime, and no word on requests.",
                "neither": "Look at letter h.",
            },
            "The rules bind every member of the United Nations as law.": {
                "principle": "The principle is part of a speech; nobody was asked to sign it.",
                "norms": "The norms are voluntary, by their own account, even though the Assembly asked all to be guided by them.",
                "both": "One is a speech, the other a voluntary list. Neither claims to be law.",
            },
        },
    )
    return "You have found where the two texts meet, on crime and terrorism, and what both of them lack."


# Instructions for the delegate


@exercise(
    "peace-and-security-delegate",
    hints=(
        "Begin with the interest of a state without forces of its own: what does it fear more, a rule that is weak or a rule that never comes?",
        "Take one dated step that speaks for your side and one that speaks against it, such as June 2017 and March 2021.",
        "End with the price of your support: one thing that you want in the text, and the event that would change your instruction.",
    ),
    rubric=(
        (3, "Steps. 3: two dated steps of the talks, exact, and each used for or against the advice. 2: exact, but only listed. 1: one step, or a date that is wrong."),
        (3, "Positions. 3: three holders from different camps, each put so that the holder would agree. 2: three, one of them bent. 1: fewer than three."),
        (3, "Kinds. 3: principle, norm, law and accusation kept apart throughout. 2: one slip. 1: norms treated as law, or accusations as proof."),
        (3, "Instruction. 3: a choice, its price, an answer to the strongest objection, and what would change it. 2: one of these is missing. 1: two are missing."),
    ),
)
def delegate(answer):
    expect.text(
        answer,
        words=(180, 320),
        mentions={
            "China": ("Chinese", "Beijing"),
            "Russia": ("Moscow", "Russian", "Shanghai Cooperation Organisation", "Shanghai Cooperation Organization", "SCO"),
            "Cuba": (),
            "the Tallinn analysts": ("CCDCOE", "Tallinn centre", "Tallinn center"),
            "Sukumar": (),
            "the Red Cross": ("ICRC",),
            "Huang": ("Mačák", "Macak"),
            "France": ("Paris Call",),
            "Microsoft": ("Digital Geneva Convention",),
            "Jeutner": (),
            "Schmitt": ("Vihul",),
            "the United States": ("Washington", "U.S.", "United States"),
            "the working group": ("OEWG", "Open-ended Working Group"),
        },
        at_least=3,
    )
