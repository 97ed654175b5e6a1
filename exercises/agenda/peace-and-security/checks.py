"""Checks and hints for the exercises of agenda/peace-and-security."""

import pandas as pd

from shared_future import load
from shared_future.exercise import exercise, expect


def _ballots():
    single = load("single_figures")
    chosen = single[single.subject.isin(["un-votes-for", "un-votes-against"])]
    names = chosen.id.str.replace(r"^un-votes-(for|against)-", "", regex=True)
    wide = chosen.assign(vote=names).pivot(index="vote", columns="subject", values="value").reset_index()
    return wide.rename(columns={"un-votes-for": "yes", "un-votes-against": "no"})


BALLOTS = _ballots()
WITH_SILENCE = pd.concat([BALLOTS, pd.DataFrame({"vote": ["nobody-spoke"], "yes": [0.0], "no": [0.0]})], ignore_index=True)


def model(votes):
    said = votes[votes.yes + votes.no > 0].set_index("vote")
    return 100 * said.no / (said.yes + said.no)


def _said(votes):
    return votes[votes.yes + votes.no > 0].set_index("vote")


def _no_by_yes(votes):
    said = _said(votes)
    return 100 * said.no / said.yes


def _of_all(votes):
    return 100 * _said(votes).no / 193


def _yes_share(votes):
    said = _said(votes)
    return 100 * said.yes / (said.yes + said.no)


def _as_share(votes):
    return model(votes) / 100


def _not_yes(votes):
    return 100 * (193 - _said(votes).yes) / 193


def _with_nothing(votes):
    rows = votes.set_index("vote")
    return 100 * rows.no / (rows.yes + rows.no)


@exercise(
    "peace-and-security-plan-contested",
    hints=(
        "The base is those who said yes or no: `votes.yes + votes.no`.",
        "Leave out the rows in which this sum is zero, and make `vote` the index with `set_index(\"vote\")`.",
        "The result is `100 * said.no / (said.yes + said.no)`.",
    ),
)
def contested(answer):
    expect.function(
        answer,
        model,
        on=[(BALLOTS,), (WITH_SILENCE,)],
        alter="no",
        compare=expect.series,
        what="the share of no",
        mistakes=[
            (_no_by_yes, "You divided the no by the yes. The base is those who said yes *or* no."),
            (_of_all, "You divided by all 193 members. The base is those who said yes *or* no."),
            (_yes_share, "This is the share of those who said yes."),
            (_as_share, "This is a share of one. Times 100 it is a percentage."),
            (_not_yes, "You counted everybody who did not say yes, also the silent ones. Only a spoken no counts here."),
            (_with_nothing, "A vote in which nobody said yes or no has no share. Leave it out."),
        ],
    )
    return "One number for a quarrel. Print its base beside it, or a reader will take it for a share of the world."


NAMES = ("consensus", "vote", "signature", "ratification", "conduct")
DEGREES = {
    "When the chair asked for objections, the room was silent.": ("consensus", "Nobody was counted and nothing was signed: silence is the decision here."),
    "The text passed by 79 to 60.": ("vote", "Two numbers stand against each other: hands were counted."),
    "Seventy-two names stood in the register on the evening of the ceremony.": ("signature", "Names in a register on a day of ceremony: whoever signs there is not bound yet."),
    "Parliament approved it, and the paper was deposited in New York.": ("ratification", "Approval at home and a paper deposited abroad make a state ready to be bound."),
    "In the crisis the ministry found the weak point and left it alone.": ("conduct", "The sentence tells what somebody did, and not what anybody declared."),
    "The report was adopted without a vote.": ("consensus", "Without a vote means that nobody asked for a count."),
    "The minister travelled to Hanoi and put his name to it.": ("signature", "A minister's name at a ceremony comes before parliament has spoken."),
    "The treaty has its fortieth party and comes into force.": ("ratification", "Only states that have ratified are parties; a ceremony makes none."),
    "For ten years no operator of hospitals there has reported an attack from that side.": ("conduct", "What did not happen for ten years is about behaviour, if it shows anything."),
}


@exercise(
    "peace-and-security-plan-degrees",
    hints=(
        "Look for the verb: fall silent, count, sign, deposit, do or leave undone.",
        "*Without a vote* and *no objection* belong together; *party* and *in force* do as well.",
        "Two each are consensus, signature, ratification and conduct; one is a vote.",
    ),
)
def degrees(answer):
    expect.labels(
        answer,
        {sentence: right for sentence, (right, _) in DEGREES.items()},
        choices=NAMES,
        why={sentence: {name: why for name in NAMES if name != right} for sentence, (right, why) in DEGREES.items()},
    )
    return "Five degrees, and each can be there without the next. Ask which one, whenever a text says *accepted*."


@exercise(
    "peace-and-security-plan-exercise",
    hints=(
        "Decide first, then write down what the other side would say to your minister.",
        "Your answer serves a plan of III.5 or it does not: name the plan.",
        "A result is something that is different in your country a year later, and that somebody could check.",
    ),
    rubric=(
        (3, "**Advice.** Send or stay, following from the team's interest. 2: clear, and the interest stays vague; 1: both at once"),
        (3, "**Positions.** Two opposed holders by name, each put so that they would sign. 2: named, and one is bent; 1: one only"),
        (2, "**Plan.** Names the plan of III.5 that the answer serves or fails. 1: speaks of security in general"),
        (2, "**Result.** Something in the country that could be checked after a year. 1: counts participants or certificates"),
        (2, "**Objection.** The best one against the advice, and an answer. 1: mentioned and left standing"),
    ),
)
def advice(answer):
    expect.text(
        answer,
        words=(180, 320),
        mentions={
            "Cuba": (),
            "China": ("position paper",),
            "António Guterres": ("Guterres",),
            "Viet Nam": ("Vietnam",),
            "BRICS": (),
            "Human Rights Watch and ARTICLE 19": ("Human Rights Watch", "ARTICLE 19"),
            "the UN's working group": ("working group", "OEWG"),
            "France and the Paris Call": ("Paris Call", "France"),
            "the Council of Europe": ("Council of Europe",),
            "India": (),
        },
        at_least=2,
    )
