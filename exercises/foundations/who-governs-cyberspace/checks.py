"""Checks of the chapter on who governs cyberspace."""

from shared_future import load
from shared_future.exercise import exercise, expect

USE = load("internet_use")
PEOPLE = load("population")


def covered(use, people, year):
    heads = people[people.year == year]
    known = heads.iso3.isin(use[use.year == year].iso3)
    held = heads.value.where(known, 0).groupby(heads.income_group).sum()
    return 100 * held / heads.groupby("income_group").value.sum()


def fraction(use, people, year):
    return covered(use, people, year) / 100


def economies(use, people, year):
    heads = people[people.year == year]
    return 100 * heads.iso3.isin(use[use.year == year].iso3).groupby(heads.income_group).mean()


def any_year(use, people, year):
    heads = people[people.year == year]
    held = heads.value.where(heads.iso3.isin(use.iso3), 0).groupby(heads.income_group).sum()
    return 100 * held / heads.groupby("income_group").value.sum()


def online(use, people, year):
    both = people[people.year == year].merge(use[["iso3", "year", "value"]], on=["iso3", "year"], how="left", suffixes=("", "_use"))
    users = (both.value * both.value_use).groupby(both.income_group).sum()
    return users / both.groupby("income_group").value.sum()


def missing(use, people, year):
    return 100 - covered(use, people, year)


def share_of_all(use, people, year):
    heads = people[people.year == year]
    known = heads.iso3.isin(use[use.year == year].iso3)
    return 100 * heads.value.where(known, 0).groupby(heads.income_group).sum() / heads.value.sum()


def groups_dropped(use, people, year):
    result = covered(use, people, year)
    return result[result > 0]


def all_years(use, people, year):
    known = people.iso3.isin(use[use.year == year].iso3)
    return 100 * people.value.where(known, 0).groupby(people.income_group).sum() / people.groupby("income_group").value.sum()


def holes(use, people, year):
    return covered(use, people, year).replace(0, float("nan"))


def hundred(use, people, year):
    heads = people[people.year == year]
    heads = heads[heads.iso3.isin(use[use.year == year].iso3)]
    held = heads.groupby("income_group").value.sum()
    return 100 * held / held


def fewer_rows(table):
    """Every third row out, so that a function with typed-in results gives itself away."""
    return table[table.index % 3 != 0]


@exercise(
    "who-governs-cyberspace-covered",
    hints=(
        "The base is every person of the group in `people` for the year, with a value in `use` or without.",
        "`heads.iso3.isin(use[use.year == year].iso3)` is true for the economies that have a value in the year.",
        "Add up `heads.value.where(known, 0)` by `heads.income_group`, divide by the sum of all of `heads.value` by group, and multiply by 100.",
    ),
)
def covered_check(answer):
    expect.function(
        answer,
        covered,
        on=[(USE, PEOPLE, 2023), (USE, PEOPLE, 2000), (USE, PEOPLE, 2020)],
        compare=expect.series,
        alter=fewer_rows,
        what="the share of each group's people who live in an economy with a value",
        mistakes=[
            (fraction, "These are shares between 0 and 1. Multiply by 100: the exercise asks for per cent."),
            (missing, "That is the part that is missing. Asked for is the part that you hold."),
            (economies, "You counted economies, so that Haiti weighs as much as India. Weigh each by its people."),
            (any_year, "You looked for a value in any year. An economy may have one in 2020 and none in 2023, so filter `use` by `year` first."),
            (online, "That is the share of people who are online. Asked for is the share about whom you know anything, online or not."),
            (share_of_all, "You divided by the people of all groups. Each group has a base of its own."),
            (groups_dropped, "A group without any value has fallen out. It belongs in the answer, with zero."),
            (holes, "A group without any value has become a hole in your answer. You hold nothing of it, and that is a zero: try `.fillna(0)`."),
            (all_years, "You added up the people of all years. Take only the rows of `people` for the year that was asked."),
            (hundred, "Every group holds a hundred per cent, because you dropped the economies without a value from the base as well."),
        ],
    )
    return "Now you know what is in the sum before you trust the line: a fall in 2023 would have been a hole, not a trend."


WORDS = {
    "To govern the internet well is a duty of all countries.": "nobody",
    "Governance is work of governments, firms and civil society, each in its role.": "roles",
    "All parties, governments included, take part on an equal footing.": "equals",
    "States have equal rights in it, and each may regulate its own segment.": "states",
    "The internet is a global resource, to be run in the public interest.": "nobody",
    "The existing system is not truly representative or democratic.": "nobody",
    "States, companies, engineers and citizens all take part, multilaterally.": "roles",
}


@exercise(
    "who-governs-cyberspace-words",
    hints=(
        "Underline the subject of each sentence. Is there anybody who decides, or only something that ought to be?",
        "Three sentences name nobody who decides, two name several groups without weights, one puts all on a level, one speaks of states alone.",
        "The word *equal* stands twice. In one sentence it joins governments to everybody else, in the other it joins states to states.",
    ),
)
def words_check(answer):
    expect.labels(
        answer,
        WORDS,
        choices=("states", "equals", "roles", "nobody"),
        why={
            "To govern the internet well is a duty of all countries.": {
                "states": "Countries carry a duty here. Whether governments decide how to meet it, alone or with others, the sentence does not say.",
                "equals": "All countries share the duty, but no other group is named beside them.",
                "roles": "Only countries are named. Several groups would be needed.",
            },
            "Governance is work of governments, firms and civil society, each in its role.": {
                "states": "Governments come first in the list, and two other groups follow.",
                "equals": "Each in its role is not the same as each with the same weight.",
                "nobody": "Three groups do the work, and they are named.",
            },
            "All parties, governments included, take part on an equal footing.": {
                "states": "Governments are included, so they are not alone.",
                "roles": "The weight is not left open: the footing is equal.",
                "nobody": "All parties take part, and that is said.",
            },
            "States have equal rights in it, and each may regulate its own segment.": {
                "equals": "Equal to whom? States are set equal to states; no other group is named.",
                "roles": "Only one kind of actor is named.",
                "nobody": "Each state may regulate: that names who decides.",
            },
            "The internet is a global resource, to be run in the public interest.": {
                "states": "You may think that states guard the public interest. The sentence does not name them.",
                "equals": "Its author wants many groups at the table. These words do not say so.",
                "roles": "No group is named. Judge the sentence, not the meeting that it comes from.",
            },
            "The existing system is not truly representative or democratic.": {
                "states": "A government said it. What it wants instead is not in these words.",
                "equals": "It finds a fault and offers no footing for anyone.",
                "roles": "No group is named, and no role.",
            },
            "States, companies, engineers and citizens all take part, multilaterally.": {
                "states": "The last word leans to states, but three other groups are said to take part.",
                "equals": "They take part, but nothing says with the same weight; the last word points to states.",
                "nobody": "Four groups are named.",
            },
        },
    )
    return "Right. Texts that all sides can sign tend to name many groups and no weights, or nobody at all."


NAMES = {
    "Fedorov": ("Ukraine",),
    "ICANN": (),
    "RIPE NCC": ("RIPE",),
    "Cogent": (),
    "Meta": (),
    "Galperin": ("Electronic Frontier Foundation", "EFF"),
    "Council of the EU": ("European Union", "EU"),
    "Roskomnadzor": ("Russian regulator", "Russia's regulator"),
    "China and Russia": ("China", "joint statement"),
    "Cai Cuihong": ("Cai",),
    "Kleinwächter and Klimburg": ("Kleinwächter", "Kleinwaechter", "Klimburg"),
    "Montevideo": ("technical bodies",),
    "NETmundial": (),
    "Internet Society": ("ISOC",),
    "India": (),
    "Arsène": ("Arsene",),
    "DeNardis and Raymond": ("DeNardis", "Raymond"),
}


@exercise(
    "who-governs-cyberspace-letter",
    rubric=(
        (2, "Says which layer the letter is addressed to, and explains it to somebody who has never heard of ICANN."),
        (2, "Gives a clear answer, and says by which of the four ways of governing the decision would be made."),
        (3, "Uses at least three who acted or spoke in the chapter, and gets each right."),
        (2, "Puts the strongest objection so that its holder would sign it, and answers it."),
        (1, "Says what would change the answer."),
    ),
    hints=(
        "Begin with the layer: what is the list of names, who keeps it, and who depends on it?",
        "Use the answers of 2022: two bodies refused; a carrier, a platform and two laws acted. Which of them would you want to be the rule?",
        "Take your opponent from the other camp: for a yes, answer ICANN or the Montevideo signatories; for a no, answer those who call neutrality a choice of side.",
    ),
)
def letter_check(answer):
    expect.text(answer, words=(150, 280), mentions=NAMES, at_least=3)
