"""Checks and hints for the exercises of the chapter on the plan for a new governance order."""

from shared_future import load
from shared_future.exercise import exercise, expect

# How much of one club is in another

TABLE = load("country_groups")


def sits(table, club):
    return table.groups.map(lambda names: club in names)


def overlap(table, first, second):
    return 100 * sits(table[sits(table, first)], second).mean()


def other_way(table, first, second):
    return overlap(table, second, first)


def of_either(table, first, second):
    return 100 * (sits(table, first) & sits(table, second)).sum() / (sits(table, first) | sits(table, second)).sum()


def of_all(table, first, second):
    return 100 * (sits(table, first) & sits(table, second)).mean()


def counted(table, first, second):
    return float((sits(table, first) & sits(table, second)).sum())


def fraction(table, first, second):
    return overlap(table, first, second) / 100


def only_first(table, first, second):
    return 100 - overlap(table, first, second)


@exercise(
    "governance-order-overlap",
    hints=(
        "A column of true and false tells who is in a club: `table.groups.map(lambda names: first in names)`.",
        "Keep the rows of the first club: `own = table[...]`. From here on only these rows count.",
        "In `own`, ask for the second club in the same way. The mean of true and false is a share; times 100 it is a percentage.",
    ),
)
def overlap_check(answer):
    expect.function(
        answer,
        overlap,
        on=[(TABLE, "SCO", "BRICS"), (TABLE, "BRICS", "SCO"), (TABLE, "APEC", "G20"), (TABLE, "BRICS", "G20")],
        alter=lambda table: table[~table.iso3.isin(["CHN", "IND"])],
        what="the share of the first club that is in the second",
        unit="per cent",
        mistakes=[
            (other_way, "You divided by the members of the second club. The base is the first."),
            (of_either, "You divided by all who are in one club or the other. The base is the first club alone."),
            (of_all, "You divided by all rows of the table. The base is the members of the first club."),
            (counted, "That is the number of shared members. Divide by the members of the first club, times 100."),
            (only_first, "That is the share that is *not* in the second club."),
            (fraction, "That is a fraction of one. The exercise asks for per cent."),
        ],
    )
    return "Right, on a shortened table too. The same shared members weigh more in the smaller club: always say of which club a share is taken."


# Whose record, which step?

RECORDS = {
    "With fifteen others the WIC hands a text to a UN office.": "claimed",
    "The programme of a UN forum lists the WIC's head at a workshop.": "inside",
    "A Chinese academy hosts a session in Geneva in July 2025.": "another",
    "The Cyberspace Administration holds a seminar at APEC.": "another",
    "A UN under-secretary-general speaks at Wuzhen in 2025.": "reverse",
    "A data study of 2025 sorts texts of multilateral mechanisms.": "about",
    "Roscongress signs a memorandum with the SCO secretariat.": "another",
    "In Norway a UN official thanks the WIC for convening a session.": "inside",
}


@exercise(
    "governance-order-records",
    hints=(
        "Ask first who acts. If it is not the WIC, two labels are left.",
        "Then ask whose event or paper it is: the framework's, or the WIC's own?",
        "Two records are `inside`, three are `another`, and each of the other labels occurs once. For `claimed`, go back to II.6.",
    ),
)
def records(answer):
    expect.labels(
        answer,
        RECORDS,
        choices=("inside", "claimed", "another", "reverse", "about"),
        why={
            "With fifteen others the WIC hands a text to a UN office.": {
                "inside": "It would be step 3, if anybody but the article had recorded it. II.6 is the only witness so far.",
                "another": "The WIC is among those who act here, by the article's account.",
                "reverse": "The text goes from the WIC to the office, not the other way.",
                "about": "A submission is handed in; it is more than writing about an office.",
            },
            "The programme of a UN forum lists the WIC's head at a workshop.": {
                "claimed": "The forum itself keeps this programme, so the article is not the only witness.",
                "another": "The head of the WIC is named as such; he acts for no other body here.",
                "reverse": "The WIC goes to the forum. In the reverse case the forum's people would come to Wuzhen.",
                "about": "He is on the programme of the framework's own event, not writing about it.",
            },
            "A Chinese academy hosts a session in Geneva in July 2025.": {
                "inside": "The host is the academy. A vice-chair of the WIC spoke, which makes him a guest and not the WIC a host.",
                "claimed": "A session report outside the article records it.",
                "reverse": "Geneva is the framework's place; nobody comes to the WIC.",
                "about": "A session is held, so more is done than writing; but not by the WIC.",
            },
            "The Cyberspace Administration holds a seminar at APEC.": {
                "inside": "The regulator is an arm of the state. Its head chairs the WIC, and still the seminar is the state's.",
                "claimed": "An official told the press in 2022; the article does not mention it.",
                "reverse": "The seminar belongs to APEC's work; no official of APEC comes to the WIC.",
                "about": "A seminar at APEC is an act within a framework, by another actor.",
            },
            "A UN under-secretary-general speaks at Wuzhen in 2025.": {
                "inside": "Wuzhen is the WIC's own event. The plan is to take part in the others' events.",
                "claimed": "The press reported the speech, long after the article.",
                "another": "It is another who acts, true; but he acts at the WIC's event, and that has a label of its own.",
                "about": "A guest speaks here. The WIC writes nothing.",
            },
            "A data study of 2025 sorts texts of multilateral mechanisms.": {
                "inside": "The study was released at the WIC's own summit in Hong Kong and handed to no framework, as far as we know.",
                "claimed": "It appeared after the article, and the press described it.",
                "another": "The study comes from the WIC's working group.",
                "reverse": "No official of a framework comes into it.",
            },
            "Roscongress signs a memorandum with the SCO secretariat.": {
                "inside": "It shows that such a tie is possible. It is not the WIC's tie.",
                "claimed": "News agencies reported the signing; the article is older.",
                "reverse": "Neither side of the memorandum is the WIC.",
                "about": "A tie is signed, and the WIC has no hand in it.",
            },
            "In Norway a UN official thanks the WIC for convening a session.": {
                "claimed": "The witness is an official of the United Nations, and the article is older.",
                "another": "The official names the WIC as the host.",
                "reverse": "The official is at home here: the event is one of the United Nations, and the WIC has travelled to it.",
                "about": "A session was held at a framework's event; nothing is written about it here.",
            },
        },
    )
    return "Two records of eight show the WIC inside a framework, both at one forum in one year. The others show what is easily counted along with them."


# A small bloc, or a bridge?


@exercise(
    "governance-order-small-bloc",
    hints=(
        "Define first: is a bloc small because few are in it, because others are kept out, or because it is aimed at somebody?",
        "Then hold facts against the definition: who took part, who stood behind the text, who objected, what lapsed, and when.",
        "Put the best objection in the words of a holder who is against you, answer it, and end with what would change your mind.",
    ),
    rubric=(
        (3, "**Definition and decision.** What *small bloc* means here, and a decision that follows from it. 3: the minister could use it for the next text; 2: clear, but the decision would stand without it; 1: it hedges."),
        (3, "**Facts.** Two or more facts of the chapter, each with its date, that bear on the definition. 3: exact and needed; 2: exact, one not needed; 1: dates or facts loose."),
        (4, "**Positions.** Three holders or more, from different camps, each put so that the holder would sign. 4: fair to all; 3: one is bent; 2: two are, or all stand on one side; 1: names only."),
        (2, "**Objection.** The best one, answered, and what would change the decision. 2: both; 1: one of them."),
    ),
)
def small_bloc(answer):
    expect.text(
        answer,
        words=(150, 280),
        mentions={
            "India": ("Namibia", "South Africa"),
            "Okonjo-Iweala": ("Okonjo",),
            "the leaders of BRICS": ("BRICS",),
            "Guterres": (),
            "Komaitis": (),
            "McKune and Ahmed": ("McKune",),
            "Segal": (),
            "Ignatov and Zinovieva": ("Ignatov", "Zinovieva"),
            "Chen and Gao": ("Chen",),
        },
        at_least=3,
    )
