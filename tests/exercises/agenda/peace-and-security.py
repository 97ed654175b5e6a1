"""Likely wrong answers to the exercises of agenda/peace-and-security, each with a phrase of its feedback."""

FIRST, LAST = "The text passed by 79 to 60.", "The treaty has its fortieth party and comes into force."
RIGHT = {
    "When the chair asked for objections, the room was silent.": "consensus",
    FIRST: "vote",
    "Seventy-two names stood in the register on the evening of the ceremony.": "signature",
    "Parliament approved it, and the paper was deposited in New York.": "ratification",
    "In the crisis the ministry found the weak point and left it alone.": "conduct",
    "The report was adopted without a vote.": "consensus",
    "The minister travelled to Hanoi and put his name to it.": "signature",
    LAST: "ratification",
    "For ten years no operator of hospitals there has reported an attack from that side.": "conduct",
}


def said(votes):
    return votes[votes.yes + votes.no > 0].set_index("vote")


WRONG = {
    "peace-and-security-plan-contested": [
        (lambda votes: 100 * said(votes).no / said(votes).yes, "divided the no by the yes"),
        (lambda votes: 100 * said(votes).no / 193, "all 193 members"),
        (lambda votes: 100 * said(votes).yes / (said(votes).yes + said(votes).no), "said yes"),
        (lambda votes: said(votes).no / (said(votes).yes + said(votes).no), "percentage"),
        (lambda votes: 100 * (193 - said(votes).yes) / 193, "the silent ones"),
        (lambda votes: 100 * votes.set_index("vote").no / (votes.set_index("vote").yes + votes.set_index("vote").no), "has no share"),
        (lambda votes: None, "gives nothing back"),
    ],
    "peace-and-security-plan-degrees": [
        (RIGHT | {FIRST: "consensus"}, "hands were counted"),
        (RIGHT | {LAST: "signature"}, "a ceremony makes none"),
        (RIGHT | {"The report was adopted without a vote.": "vote"}, "nobody asked for a count"),
        (RIGHT | {FIRST: "applause"}, "applause"),
    ],
    "peace-and-security-plan-exercise": [
        ("Send them.", "fewer than the 180"),
        ("We send our five engineers and ask them to come home with what they have learned. " * 14, "name"),
        ("Cuba and India " + "would both like to be asked before anybody writes a rule for them " * 30, "more than 320"),
    ],
}
