"""Checks and hints for the exercises of the chapter on the first proposal: cables, broadband and connection."""

import pandas as pd

from shared_future import load
from shared_future.exercise import exercise, expect

GROUPS = load("wdi_groups").query("group_type == 'income group'")
BROADBAND = GROUPS[GROUPS.indicator == "fixed_broadband"]
MOBILE = GROUPS[GROUPS.indicator == "mobile_subscriptions"]


# Two gaps in one


def rates(table, group, year):
    """High income and one group in one year."""
    row = table[table.year == year].set_index("group").value
    return row["High income"], row[group]


def gap(table, group, year):
    high, low = rates(table, group, year)
    return pd.Series({"points": high - low, "times": high / low})


def gap_upside_down(table, group, year):
    return pd.Series({"points": gap(table, group, year)["points"], "times": 1 / gap(table, group, year)["times"]})


def gap_backwards(table, group, year):
    return pd.Series({"points": -gap(table, group, year)["points"], "times": gap(table, group, year)["times"]})


def gap_both_backwards(table, group, year):
    return pd.Series({"points": -gap(table, group, year)["points"], "times": 1 / gap(table, group, year)["times"]})


def gap_in_per_cent(table, group, year):
    high, low = rates(table, group, year)
    return pd.Series({"points": (high - low) / high * 100, "times": high / low})


def gap_in_the_last_year(table, group, year):
    return gap(table, group, table.year.max())


def gap_in_the_first_year(table, group, year):
    return gap(table, group, 2015)


def gap_of_the_poorest(table, group, year):
    return gap(table, "Low income", year)


@exercise(
    "infrastructure-two-gaps",
    hints=(
        "Look at `table[table.year == year]` first: one row for each of the four groups.",
        "After `.set_index(\"group\").value` you can write `row[\"High income\"]` and `row[group]`; each is one number.",
        "Return `pd.Series({\"points\": ..., \"times\": ...})`: the difference of the two numbers, then the high-income number divided by the other.",
    ),
)
def two_gaps(answer):
    expect.function(
        answer,
        gap,
        on=[(BROADBAND, "Low income", 2015), (BROADBAND, "Upper middle income", 2024), (MOBILE, "Lower middle income", 2024)],
        compare=expect.series,
        alter="value",
        what="the gap in points and in times",
        mistakes=[
            (gap_upside_down, "The points are right and the ratio stands on its head: divide the high-income number by the group's, so that 2 means twice as many."),
            (gap_backwards, "The ratio is right and the points have the wrong sign: subtract the group from the high-income economies, so that a gap is positive."),
            (gap_both_backwards, "Both calculations run the wrong way round: start from the high-income economies each time."),
            (gap_in_per_cent, "Your `points` are per cent of the high-income figure. A gap in points is the plain difference of two rates."),
            (gap_in_the_last_year, "Your function gives the gap of the last year in the table, whatever year it is asked for. Where does `year` come in?"),
            (gap_in_the_first_year, "Your function gives the gap of 2015, whatever year it is asked for. Where does `year` come in?"),
            (gap_of_the_poorest, "Your function always measures the low-income group: write `group`, without quotation marks, in place of its name."),
        ],
    )
    return "Right, on altered figures too. Now ask it for mobile subscriptions in 2015 and 2024: the lower-middle-income group fell behind by both measures."


# One country in the average

LINES = load("fixed_broadband")
PEOPLE = load("population")


def members(table, people, group, year, without=()):
    rows = table[(table.income_group == group) & (table.year == year) & ~table.iso3.isin(without)]
    return rows.merge(people[["iso3", "year", "value"]], on=["iso3", "year"], suffixes=("", "_people"))


def average(table, people, group, year, without=()):
    rows = members(table, people, group, year, without)
    return (rows.value * rows.value_people).sum() / rows.value_people.sum()


def every_economy_alike(table, people, group, year, without=()):
    return members(table, people, group, year, without).value.mean()


def with_everyone(table, people, group, year, without=()):
    return average(table, people, group, year)


def divided_by_all_people(table, people, group, year, without=()):
    rows = members(table, people, group, year, without)
    of_group = people[(people.income_group == group) & (people.year == year)]
    return (rows.value * rows.value_people).sum() / of_group.value.sum()


def nobody_but_those(table, people, group, year, without=()):
    return average(table[table.iso3.isin(without)], people, group, year) if len(without) else average(table, people, group, year)


def always_without_china(table, people, group, year, without=()):
    return average(table, people, group, year, ("CHN",))


def people_of_every_year(table, people, group, year, without=()):
    rows = members(table, people, group, year, without)[["iso3", "value"]].merge(people[["iso3", "value"]], on="iso3", suffixes=("", "_people"))
    return (rows.value * rows.value_people).sum() / rows.value_people.sum()


@exercise(
    "infrastructure-one-country",
    hints=(
        "Choose the rows first: the group, the year, and not the economies in `without` (`~table.iso3.isin(without)`).",
        "`rows.merge(people[[\"iso3\", \"year\", \"value\"]], on=[\"iso3\", \"year\"], suffixes=(\"\", \"_people\"))` puts each economy's people beside its rate.",
        "A weighted average is the sum of rate times people, divided by the sum of the people of those same rows.",
    ),
)
def one_country(answer):
    expect.function(
        answer,
        average,
        on=[
            (LINES, PEOPLE, "Upper middle income", 2024, ("CHN",)),
            (LINES, PEOPLE, "Upper middle income", 2015, ()),
            (LINES, PEOPLE, "High income", 2024, ()),
        ],
        alter="value",
        what="the average per 100 people",
        unit="subscriptions per 100 people",
        mistakes=[
            (every_economy_alike, "That is the plain mean, in which Fiji counts as much as China. Weight each economy by its people."),
            (with_everyone, "The economies in `without` are still in it: they have to go before you multiply and add."),
            (nobody_but_those, "You kept the economies in `without` and dropped the rest; a `~` in front of `isin` turns it round."),
            (always_without_china, "China is left out even when `without` is empty: take the codes from the argument."),
            (people_of_every_year, "You paired each rate with the people of every year. Merge on `iso3` and `year`, so that each rate meets the people of its own year."),
            (divided_by_all_people, "You divided by all people of the group, those too whose economy has no figure that year or is left out. Sum the people of the rows that you kept."),
        ],
        otherwise="Is it the right group and the right year, for the rates and for the people?",
    )
    return "Right. With China in it the gap has shrunk by two thirds; without China it has grown."


# Who vouches for it?

PROMISE, OWN, RELAYED, STUDY, HERE = "promise", "own report", "relayed", "outside study", "worked out here"


@exercise(
    "infrastructure-who-vouches",
    hints=(
        "Ask of each sentence first whether it speaks of the future or the past, and then whose work it judges.",
        "Go by how the words reached you: in print by the people who looked into it, in a report on their own work, or through someone else's report of what was said.",
        "Two of the seven are conclusions of this chapter, drawn from dates or tables of others. Two others reach us through a press release or a broadcaster.",
    ),
)
def who_vouches(answer):
    expect.labels(
        answer,
        {
            "villages by 2020": PROMISE,
            "last village 2021": OWN,
            "divide bridged": RELAYED,
            "borrowed label": STUDY,
            "older than the speech": HERE,
            "governments to blame": RELAYED,
            "wider in points": HERE,
        },
        choices=(PROMISE, OWN, RELAYED, STUDY, HERE),
        why={
            "villages by 2020": "Said in 2015 about 2020, by the one who would have to bring it about: nothing is reported yet.",
            "last village 2021": {
                PROMISE: "It speaks of work that is done, not of work to come.",
                RELAYED: "Xinhua carried it, but it is the ministry's own announcement of the ministry's own count.",
                STUDY: "The ministry counted what it had itself been in charge of; a news agency that prints the number has not counted anything.",
                HERE: "The chapter counted no villages; it took the ministry's number.",
            },
            "divide bridged": {
                PROMISE: "He speaks of what has been achieved, not of what will be.",
                OWN: "Li Junhua does not run the Digital Silk Road. The question is how his words reach us.",
                STUDY: "He is an outsider, but a speech at a forum is not a study, and we have it through a press release.",
                HERE: "The chapter draws no such conclusion; it reports a speech.",
            },
            "borrowed label": {
                PROMISE: "It is about plans that were read, not a promise by the authors.",
                OWN: "The two authors had no part in the plans that they judge.",
                RELAYED: "We have it from the authors' own article, not through someone else's report of it.",
                HERE: "The chapter did not read the 161 plans; Oreglia and Zheng did.",
            },
            "older than the speech": "No source says so: the chapter compares the date of the agreement with that of the speech.",
            "governments to blame": {
                PROMISE: "It is a judgement on what governments do, not an announcement.",
                OWN: "Jili is not one of the governments that he judges.",
                STUDY: "Jili is a scholar, but these words are an interview, and we have them through the Voice of America. Critics are relayed, too.",
                HERE: "It is Jili's judgement, not the chapter's.",
            },
            "wider in points": "The World Bank prints the rates; the subtraction is done in this chapter.",
        },
    )
    return "All seven fit. Of the two that praise success, one counts its own work and the other comes through a press release: that does not make them false, and it tells you what to look for next."


# The memo


@exercise(
    "infrastructure-memo",
    hints=(
        "Decide first what would count as a good outcome for the minister's country, and say so in your first sentence.",
        "Use one figure of this chapter and say in the same breath what it cannot show.",
        "Name the holder of the position that is hardest for you, put it so that this person would nod, and only then answer.",
    ),
    rubric=(
        (3, "**Advice.** One clear recommendation, tied to what would count as success for this country. 3: could be acted on; 2: clear but without a measure of success; 1: hedged until nothing is left."),
        (3, "**Evidence.** At least one figure or dated fact of the chapter, with its source and its limit. 3: source and limit are named; 2: source only; 1: a number without either."),
        (4, "**Positions.** At least three holders from different camps, put so that they would agree with the wording. 4: fair to all; 2 or 3: one is flattened; 1: names only."),
        (2, "**The other side.** The best argument against the advice, and an answer to it. 2: answered; 1: mentioned."),
    ),
)
def memo(answer):
    expect.text(
        answer,
        words=(150, 280),
        mentions={
            "Pakistan": ("Pakistani",),
            "Cuba": ("Cuban",),
            "Li Junhua": ("Junhua",),
            "ARTICLE 19": (),
            "Jili": (),
            "Gagliardone": (),
            "Erie and Streinz": ("Erie", "Streinz"),
            "Oreglia and Zheng": ("Oreglia", "Zheng"),
            "Shen": (),
            "Gwagwa": (),
            "Global Gateway": ("European Union", "EU"),
            "Bot Populi": (),
        },
        at_least=3,
    )
    return None
