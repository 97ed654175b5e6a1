"""Checks and hints for the exercises of the chapter on the plan for common prosperity."""

from itertools import combinations

import pandas as pd

from shared_future import load
from shared_future.exercise import exercise, expect

SHARES = load("single_figures").query("subject == 'ipv6-share'").set_index("area").value
INCOMES = load("gdp_per_capita").query("year == 2024").set_index("country").value
BOTH = pd.DataFrame({"income": INCOMES, "ipv6": SHARES}).dropna()


# Does the richer one lead?


def pairs_of(rows):
    return list(combinations(rows.itertuples(index=False), 2))


def leads(pairs):
    return [(a.income - b.income) * (a.ipv6 - b.ipv6) > 0 for a, b in pairs]


def richer_leads(both, without=()):
    found = leads(pairs_of(both.drop(index=list(without))))
    return 100 * sum(found) / len(found)


def never_without(both, without=()):
    return richer_leads(both)


def always_without_china(both, without=()):
    return richer_leads(both, ("China",))


def poorer_leads(both, without=()):
    return 100 - richer_leads(both, without)


def as_share(both, without=()):
    return richer_leads(both, without) / 100


def how_many(both, without=()):
    return sum(leads(pairs_of(both.drop(index=list(without)))))


def neighbours(both, without=()):
    rows = both.drop(index=list(without)).sort_values("income")
    return 100 * (rows.ipv6.diff().dropna() > 0).mean()


def with_itself(both, without=()):
    rows = list(both.drop(index=list(without)).itertuples(index=False))
    return 100 * sum(leads([(a, b) for a in rows for b in rows])) / len(rows) ** 2


def correlation(both, without=()):
    rows = both.drop(index=list(without))
    return rows.income.corr(rows.ipv6)


def order_of_table(both, without=()):
    found = [a.ipv6 > b.ipv6 for a, b in pairs_of(both.drop(index=list(without)))]
    return 100 * sum(found) / len(found)


@exercise(
    "common-prosperity-pairs",
    hints=(
        "`both.drop(index=list(without))` leaves economies out. `itertools.combinations(rows.itertuples(index=False), 2)` gives every pair once.",
        "In a pair `a, b` the richer one leads if the two differences, in income and in `ipv6`, have the same sign.",
        "`(a.income - b.income) * (a.ipv6 - b.ipv6) > 0` is true for such a pair. Count the true ones, divide by the number of pairs, times 100.",
    ),
)
def pairs(answer):
    expect.function(
        answer,
        richer_leads,
        on=[(BOTH,), (BOTH, ("China",)), (BOTH.sort_values("ipv6"), ("China", "South Africa")), (BOTH.iloc[:6],)],
        alter="ipv6",
        what="the share of pairs in which the richer economy leads",
        unit="per cent",
        mistakes=[
            (never_without, "You keep every economy. Leave out those that are named in `without`."),
            (always_without_china, "China is left out in every case. Leave out what `without` names, and nothing else."),
            (poorer_leads, "You counted the pairs in which the poorer one has the larger share."),
            (as_share, "This is a share of one. Return per cent."),
            (how_many, "This is the number of pairs. Divide it by the number of all pairs, times 100."),
            (neighbours, "You compared each economy with the next by income only. Take every pair, neighbours or not."),
            (with_itself, "Each economy is paired with itself too, and with each other one twice. Divide by the number of different pairs."),
            (correlation, "This is a correlation. Count the pairs instead."),
            (order_of_table, "You took the one that stands first in the table for the richer one. Compare the incomes."),
        ],
    )
    return "Right. A number above 50 says that wealth helps to guess; the pairs that break the rule tell you where to look next."


# Said, done, counted, changed


RIGHT = {
    "The academy will open branches on three continents.": "announcement",
    "A seminar on cloud computing took place in the capital.": "activity",
    "Ninety officials from twelve countries took part.": "output",
    "Eight months later the ministry's own staff run the server that foreigners used to run.": "outcome",
    "Partners stand ready to explore cooperation on IPv6.": "announcement",
    "The operator put up 140 masts along the river.": "output",
    "In the valley the share of farmers who check prices online rose from 9 to 31 per cent.": "outcome",
    "Experts exchanged views on 5G and visited a factory.": "activity",
    "All ninety received a certificate of attendance.": "output",
    "Of the ninety, 71 passed a test that they had failed on arrival.": "outcome",
}


@exercise(
    "common-prosperity-steps",
    hints=(
        "First take out the sentences about the future. Then ask of the others whether they count something.",
        "Of a count ask: is it a count of what was given (seats, masts, papers), or of what people or offices can do now and could not before?",
        "There are two announcements, two activities, three outputs and three outcomes; one outcome has no count of people in it.",
    ),
)
def said_done(answer):
    expect.labels(
        answer,
        RIGHT,
        choices=("announcement", "activity", "output", "outcome"),
        why={
            "The academy will open branches on three continents.": {
                "activity": "Nothing has been opened yet; *will* says so.",
                "output": "Three continents are a number, but of branches that do not exist yet.",
                "outcome": "Nothing is different so far. The sentence is about the future.",
            },
            "A seminar on cloud computing took place in the capital.": {
                "announcement": "*Took place*: it is over.",
                "output": "Nothing is counted, neither people nor papers.",
                "outcome": "That it was held does not say that anybody can do something new.",
            },
            "Ninety officials from twelve countries took part.": {
                "announcement": "They have taken part already.",
                "activity": "The sentence goes further than saying that a course was held: it counts who came.",
                "outcome": "Being there is not yet being able to do something.",
            },
            "Eight months later the ministry's own staff run the server that foreigners used to run.": {
                "announcement": "They run it now, eight months later.",
                "activity": "Running it is more than an event of the programme: it goes on, and it is new.",
                "output": "Nothing was handed over and counted. An office does what it could not do before.",
            },
            "Partners stand ready to explore cooperation on IPv6.": {
                "activity": "Readiness is not a deed, and *explore* puts it off once more.",
                "output": "Nothing has come out of it yet.",
                "outcome": "Nobody's situation is different because somebody is ready.",
            },
            "The operator put up 140 masts along the river.": {
                "announcement": "The masts stand.",
                "activity": "A count of things built goes beyond saying that building went on.",
                "outcome": "Masts are a means. Whether people use them is not said.",
            },
            "In the valley the share of farmers who check prices online rose from 9 to 31 per cent.": {
                "announcement": "The rise has happened.",
                "activity": "Nobody held or organised anything in this sentence; people changed what they do.",
                "output": "It is a count, but of what people do, not of what was delivered to them.",
            },
            "Experts exchanged views on 5G and visited a factory.": {
                "announcement": "Exchange and visit lie in the past.",
                "output": "No count is given, neither of views nor of experts.",
                "outcome": "Views were exchanged. Whether one of them changed is not said.",
            },
            "All ninety received a certificate of attendance.": {
                "announcement": "They have the paper already.",
                "activity": "The papers are counted: ninety.",
                "outcome": "The certificate proves that they were there, not what they can do.",
            },
            "Of the ninety, 71 passed a test that they had failed on arrival.": {
                "announcement": "The test is over.",
                "activity": "A test was held, and the sentence says more: what its results show.",
                "output": "Not what they were given is counted, but what they can do now and could not before.",
            },
        },
    )
    return "Now read one press release of any organisation with four colours in hand. Which colour do you never need?"


# Send the twenty?


@exercise(
    "common-prosperity-send-twenty",
    hints=(
        "Write the test first: what is counted, who counts, by when. If you cannot, the advice is not ready.",
        "A good test counts something that could also go wrong. *Twenty came back* cannot.",
        "If you send them, answer Freedom House; if you decline, answer Carew or Nijs, who would say that a door is closed.",
    ),
    rubric=(
        (4, "Test. 4: what, who and by when are filled, the count is of an outcome and could fail. 3: all filled, but an output is counted. 2: one blank is empty. 1: a hope."),
        (3, "Positions. 3: three holders from different sides, each put so that the holder would agree. 2: three, one of them bent. 1: fewer than three."),
        (2, "Figure. 2: one figure with its owner and what it counts. 1: owner or unit is missing."),
        (3, "Advice. 3: one choice, its reason, the best objection answered, and what would change it. 2: one of these is missing. 1: two are missing."),
    ),
)
def send_twenty(answer):
    expect.text(
        answer,
        words=(180, 320),
        mentions={
            "Ren Xianliang": ("Ren",),
            "Patrick Nijs": ("Nijs",),
            "William Carew": ("Carew",),
            "Group of 77 and China": ("Group of 77", "G77"),
            "Freedom House": (),
            "Lingua Sinica": (),
            "Henry Tugendhat": ("Tugendhat",),
            "Peter Ndegwa": ("Ndegwa", "Safaricom"),
            "GSMA": (),
            "Geoff Huston": ("Huston",),
        },
        at_least=3,
    )
