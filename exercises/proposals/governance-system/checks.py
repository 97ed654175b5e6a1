"""Checks and hints for the exercises of the chapter on the fifth proposal: a fairer governance system."""

import pandas as pd

from shared_future import load
from shared_future.exercise import exercise, expect

# Twelve against seven

GROUPS = load("country_groups").set_index("iso3").groups
G20 = GROUPS[GROUPS.map(lambda own: "G20" in own)].index
TWELVE = [code for code in G20 if "BRICS" not in GROUPS[code]]


def states_in(year):
    """One row for each country of the Group of 20: people in millions, and the percentage online."""
    people, use = (table[table.year == year].set_index("iso3").value[G20] for table in (load("population"), load("internet_use")))
    return pd.DataFrame({"people": people / 1e6, "use": use}).rename_axis("iso3").reset_index()


def shares(states, yes, users=None):
    side = states.iso3.isin(yes)
    users = states.people * states.use / 100 if users is None else users
    return pd.Series(
        {
            "seats": 100 * side.mean(),
            "people": 100 * states.people[side].sum() / states.people.sum(),
            "users": 100 * users[side].sum() / users.sum(),
        }
    )


def tally(states, yes):
    return shares(states, yes)


def rates_added(states, yes):
    return shares(states, yes, users=states.use)


def of_all_people(states, yes):
    side, users = states.iso3.isin(yes), states.people * states.use / 100
    return pd.Series({**shares(states, yes), "users": 100 * users[side].sum() / states.people.sum()})


def of_their_own_people(states, yes):
    side, users = states.iso3.isin(yes), states.people * states.use / 100
    return pd.Series({**shares(states, yes), "users": 100 * users[side].sum() / states.people[side].sum()})


def averaged(states, yes):
    return pd.Series({**shares(states, yes), "users": states.use[states.iso3.isin(yes)].mean()})


def counted_seats(states, yes):
    return pd.Series({**shares(states, yes), "seats": float(states.iso3.isin(yes).sum())})


def the_no_side(states, yes):
    return 100 - shares(states, yes)


def as_fractions(states, yes):
    return shares(states, yes) / 100


@exercise(
    "governance-system-tally",
    hints=(
        "`states.iso3.isin(yes)` is a column of true and false: the yes side. Its mean is the share of seats.",
        "Users are not in the table. Make them first: `users = states.people * states.use / 100`.",
        "Each share is a sum over the yes side divided by the sum over all, times 100: `100 * users[side].sum() / users.sum()`. Return `pd.Series({\"seats\": ..., \"people\": ..., \"users\": ...})`.",
    ),
)
def tally_check(answer):
    expect.function(
        answer,
        tally,
        on=[(states_in(2005), TWELVE), (states_in(2020), TWELVE), (states_in(2015), ["CHN", "IND", "ZAF"])],
        compare=expect.series,
        alter="use",
        what="the yes side's share by seats, people and users",
        mistakes=[
            (rates_added, "You added up percentages in `use`. Argentina's and China's rates count alike then, whatever their size: turn each rate into users before you add."),
            (of_all_people, "Your `users` are divided by all people. The base of a share of users is all users."),
            (of_their_own_people, "Your `users` are the rate of use inside the yes side. Divide by the users of all states, not by the people of some."),
            (averaged, "Your `users` are an average of rates, in which a small country weighs as much as a large one. Turn rates into users, then divide the yes side's by everybody's."),
            (counted_seats, "Your `seats` are a number of states. Divide by the number of all states, times 100."),
            (the_no_side, "These are the shares of the side that votes no."),
            (as_fractions, "These are fractions of one. The exercise asks for per cent."),
        ],
    )
    return "Right on altered figures too. The twelve keep their majority of seats from 2005 to 2020 and lose their majority of users on the way."


# Four questions


@exercise(
    "governance-system-four-questions",
    hints=(
        "Two statements complain, two name participants, two describe a procedure, two name a body or channel.",
        "Taking part is `who`, even where the statement says how fully. Deciding is `how`.",
        "A complaint about a procedure is still a complaint: it says what goes wrong now, not what is to be done.",
    ),
)
def four_questions(answer):
    expect.labels(
        answer,
        {
            "Companies, engineers and citizens each have a role.": "who",
            "Nobody decides under one party's lead, nor a few alone.": "how",
            "The United Nations is an important channel.": "where",
            "The system lacks a truly representative character.": "wrong",
            "Processes are to be driven by consensus.": "how",
            "Work is planned within the WTO, the G20, APEC and others.": "where",
            "A compact is written with too little input from outside.": "wrong",
            "Business and civil society are to be fully involved.": "who",
        },
        choices=("wrong", "who", "how", "where"),
        why={
            "Companies, engineers and citizens each have a role.": {
                "wrong": "Nothing is criticised here. The fifth proposal lists those who are to take part.",
                "how": "A role is not yet a procedure: the fifth proposal does not say here how the roles lead to a decision.",
                "where": "No body is named in which these groups would meet.",
            },
            "Nobody decides under one party's lead, nor a few alone.": {
                "wrong": "It may be aimed at a wrong, but it is worded as a rule for deciding.",
                "who": "Parties are mentioned, yet only to say how they must not decide. Who they are stays open.",
                "where": "The rule would hold in any body; none is named.",
            },
            "The United Nations is an important channel.": {
                "wrong": "This is praise rather than complaint: the strategy of 2017 points to a body.",
                "who": "The United Nations is the channel here, the room and not a guest in it.",
                "how": "A channel is a place. By which procedure the room decides is not said.",
            },
            "The system lacks a truly representative character.": {
                "who": "India says that some are not represented; it does not name who should come in.",
                "how": "To be representative is a quality that is missed here; no procedure is proposed.",
                "where": "No other body is proposed. India describes a fault of the system as it was in 2014.",
            },
            "Processes are to be driven by consensus.": {
                "wrong": "Consensus is what NETmundial wants, not what it criticises.",
                "who": "Who has to agree is not said here; that agreement is needed, is.",
                "where": "Consensus can be sought in any room, and none is named.",
            },
            "Work is planned within the WTO, the G20, APEC and others.": {
                "wrong": "The article criticises decoupling in the same paragraph; this sentence names places.",
                "who": "These are not participants in a process; each is a place that has processes of its own.",
                "how": "How these bodies decide differs a lot, and III.4 does not go into it.",
            },
            "A compact is written with too little input from outside.": {
                "who": "That outsiders should take part follows from it, but the sentence states a fault, as the engineers saw it.",
                "how": "It describes a procedure, and describes it as a fault: the question is what goes wrong.",
                "where": "New York is behind the sentence, but moving elsewhere is not its point.",
            },
            "Business and civil society are to be fully involved.": {
                "wrong": "Geneva set this down as a principle in 2003; nothing is blamed.",
                "how": "However full the involvement, the sentence names participants and gives no rule for deciding.",
                "where": "The sentence would hold in any room; it says who should be in it.",
            },
        },
    )
    return "Two people who answer different questions can disagree for hours without contradicting each other. Now you can tell when that happens."


# One diplomat


@exercise(
    "governance-system-one-diplomat",
    hints=(
        "Start from what a country of one million can lose and win: votes, texts, names and numbers, money for travel.",
        "Choose the dated step that shows your kind of room having an effect, or the other kind having none.",
        "Write the best objection in the words of a holder who is against you, then answer it, and end with what would change your mind.",
    ),
    rubric=(
        (3, "**Instruction.** One room, and a reason that fits a small country. 3: could be carried out tomorrow; 2: clear, but the reason would fit any country; 1: it hedges between the two rooms."),
        (3, "**Evidence.** A dated step of the chapter that carries the reason. 3: what it changed is exact; 2: date right, effect loose; 1: mentioned only."),
        (4, "**Positions.** Three holders or more, from different camps, each put so that the holder would sign. 4: fair to all; 3: one is bent; 2: two are, or all stand on one side; 1: names only."),
        (2, "**Objection.** The best one, answered, and what would change the instruction. 2: both; 1: one of them."),
    ),
)
def one_diplomat(answer):
    expect.text(
        answer,
        words=(150, 280),
        mentions={
            "India": (),
            "the Chinese white paper": ("white paper", "China's government"),
            "David Gosset": ("Gosset", "Beijing seminar"),
            "the Shanghai Cooperation Organisation": ("SCO", "Shanghai Cooperation Organization", "Astana"),
            "the open letter": ("engineers", "standards experts"),
            "the Russian International Affairs Council": ("RIAC",),
            "the Center for European Policy Analysis": ("CEPA",),
            "the United States": ("Washington",),
            "the Group of 77": ("G77",),
            "IT for Change": (),
            "International IDEA": ("IDEA",),
            "Hong Shen": ("Shen",),
            "Kleinwächter": ("Kleinwaechter",),
            "the Montevideo Statement": ("Montevideo",),
            "NETmundial": (),
        },
        at_least=3,
    )
