"""Wrong answers to the exercises on the fifth proposal, each with words of the feedback that it must get."""

import pandas as pd


def right(states, yes):
    side, users = states.iso3.isin(yes), states.people * states.use / 100
    return pd.Series(
        {
            "seats": 100 * side.mean(),
            "people": 100 * states.people[side].sum() / states.people.sum(),
            "users": 100 * users[side].sum() / users.sum(),
        }
    )


def with_users(states, yes, users):
    return pd.Series({**right(states, yes), "users": users})


def rates_added(states, yes):
    side = states.iso3.isin(yes)
    return with_users(states, yes, 100 * states.use[side].sum() / states.use.sum())


def of_all_people(states, yes):
    side, users = states.iso3.isin(yes), states.people * states.use / 100
    return with_users(states, yes, 100 * users[side].sum() / states.people.sum())


def of_their_own_people(states, yes):
    side, users = states.iso3.isin(yes), states.people * states.use / 100
    return with_users(states, yes, 100 * users[side].sum() / states.people[side].sum())


def averaged(states, yes):
    return with_users(states, yes, states.use[states.iso3.isin(yes)].mean())


def counted_seats(states, yes):
    return pd.Series({**right(states, yes), "seats": float(states.iso3.isin(yes).sum())})


QUESTIONS = {
    "Companies, engineers and citizens each have a role.": "who",
    "Nobody decides under one party's lead, nor a few alone.": "how",
    "The United Nations is an important channel.": "where",
    "The system lacks a truly representative character.": "wrong",
    "Processes are to be driven by consensus.": "how",
    "Work is planned within the WTO, the G20, APEC and others.": "where",
    "A compact is written with too little input from outside.": "wrong",
    "Business and civil society are to be fully involved.": "who",
}
INSTRUCTION = "Go to New York. India missed representation in 2014, the engineers feared centralisation in 2024, and the Group of 77 regretted a weak text. "

WRONG = {
    "governance-system-tally": [
        (rates_added, "turn each rate into users"),
        (of_all_people, "divided by all people"),
        (of_their_own_people, "inside the yes side"),
        (averaged, "an average of rates"),
        (counted_seats, "a number of states"),
        (lambda states, yes: 100 - right(states, yes), "votes no"),
        (lambda states, yes: right(states, yes) / 100, "fractions of one"),
        (lambda states, yes: right(states, yes).to_dict(), "dict"),
        (lambda states, yes: None, "gives nothing back"),
        (lambda states, yes: states["users"], "raised"),
    ],
    "governance-system-four-questions": [
        (QUESTIONS | {"Companies, engineers and citizens each have a role.": "how"}, "not yet a procedure"),
        (QUESTIONS | {"Nobody decides under one party's lead, nor a few alone.": "who"}, "how they must not decide"),
        (QUESTIONS | {"The United Nations is an important channel.": "who"}, "the room and not a guest"),
        (QUESTIONS | {"A compact is written with too little input from outside.": "how"}, "describes it as a fault"),
        (QUESTIONS | {"Business and civil society are to be fully involved.": "how"}, "However full the involvement"),
        (dict.fromkeys(QUESTIONS, "who"), "2 of 8"),
        (QUESTIONS | {"Processes are to be driven by consensus.": "procedure"}, "none of the labels"),
    ],
    "governance-system-one-diplomat": [
        ("\n", "Write 150 to 280 words"),
        (INSTRUCTION, "fewer than the 150"),
        (INSTRUCTION * 15, "more than 280"),
        ("A small country should send its one diplomat to the room where things are really decided. " * 11, "names none of them"),
    ],
}
