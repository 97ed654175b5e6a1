"""Checks of the chapter on openness and cooperation."""

import pandas as pd

from shared_future import load
from shared_future.exercise import exercise, expect

FIGURES = load("single_figures")
EXPORTS = FIGURES[FIGURES.subject == "digital-services-exports"]
# A third year, invented, in which the parts differ: it shows whether `first` and `last` are used.
THREE_YEARS = pd.concat([EXPORTS, EXPORTS[EXPORTS.year == 2023].assign(year=2019, value=lambda rows: rows.value**0.95)])


# A third yardstick


def sides(table, first, last):
    """The values of the two years, side by side for each area."""
    wide = table.pivot(index="area", columns="year", values="value")
    return wide[first], wide[last]


def part_of_growth(table, area, first, last):
    before, after = sides(table, first, last)
    return 100 * (after[area] - before[area]) / (after["World"] - before["World"])


def growth(table, area, first, last):
    before, after = sides(table, first, last)
    return 100 * (after[area] - before[area]) / before[area]


def part_of_exports(table, area, first, last):
    _, after = sides(table, first, last)
    return 100 * after[area] / after["World"]


def change_of_part(table, area, first, last):
    before, after = sides(table, first, last)
    return 100 * (after[area] / after["World"] - before[area] / before["World"])


def part_of_the_five(table, area, first, last):
    before, after = sides(table, first, last)
    increase = (after - before).drop("World")
    return 100 * increase[area] / increase.sum()


def part_of_all_rows(table, area, first, last):
    before, after = sides(table, first, last)
    return 100 * (after - before)[area] / (after - before).sum()


def increase(table, area, first, last):
    before, after = sides(table, first, last)
    return after[area] - before[area]


def always_china(table, area, first, last):
    return part_of_growth(table, "China", first, last)


def always_these_years(table, area, first, last):
    return part_of_growth(table, area, 2015, 2023)


@exercise(
    "openness-and-cooperation-part-of-growth",
    hints=(
        "You need two increases: that of the area and that of the row called `World`.",
        '`table.pivot(index="area", columns="year", values="value")` puts the years side by side; then `wide[last] - wide[first]` holds every increase at once.',
        'Divide `increase[area]` by `increase["World"]` and multiply by 100.',
    ),
)
def part_of_growth_check(answer):
    expect.function(
        answer,
        part_of_growth,
        on=[(EXPORTS, "China", 2015, 2023), (EXPORTS, "United States", 2015, 2023), (EXPORTS, "India", 2015, 2023), (THREE_YEARS, "China", 2015, 2019)],
        alter="value",
        what="the area's part of the world's increase",
        unit="per cent",
        mistakes=[
            (growth, "That is how much the area grew by its own measure. Divide its increase by the increase of the world, not by where it began."),
            (part_of_exports, "That is the area's part of the world's exports in the last year. Take the increases of both, not the levels."),
            (change_of_part, "That is by how many points the area's part of the world changed. The question is which part of the increase is the area's."),
            (part_of_the_five, "Your base is the increase of the economies in the table. The world is more than those: use the row `World`."),
            (part_of_all_rows, "You added up every row, and the row `World` holds the others already: the base counts them twice."),
            (increase, "That is the increase itself, in the unit of the table. Divide it by the world's increase, times 100."),
            (always_china, "Your function answers for China whatever area it is asked for. Where does `area` come in?"),
            (always_these_years, "Your function compares 2015 with 2023 whatever years it is asked for. Where do `first` and `last` come in?"),
        ],
        otherwise="Work one case out by hand: two subtractions and one division.",
    )
    return "A large economy can lead here and come last by growth: what looks like a ranking of openness is a choice of base."


# Opens, reserves, limits

ENCOURAGE = "Encourage data transfers that business needs."
RESPECT = "Respect that countries regulate data differently."
NO_FURTHER = "A measure may go no further than its aim."
NO_BARRIER = "No rule on data may be a hidden trade barrier."
WELCOME = "All foreign firms are welcome to come in."
HOUSE_RULES = "Foreign firms must keep the host country's laws."
WINNER = "Leave behind the idea that the winner takes all."
GROWTH = "Data is becoming a source of growth."


@exercise(
    "openness-and-cooperation-clauses",
    hints=(
        "Picture a state that holds data back. After each clause ask: must it let something go, may it go on, must it mend its rule, or does nothing change?",
        "The first four clauses come from the initiative of 2024; one opens, one reserves and two limit.",
        "The interview of 2015 gives a door and its house rules. The last two, from the principle and from Osaka, ask for no act at all.",
    ),
)
def clauses(answer):
    expect.labels(
        answer,
        {
            ENCOURAGE: "opens",
            RESPECT: "reserves",
            NO_FURTHER: "limits",
            NO_BARRIER: "limits",
            WELCOME: "opens",
            HOUSE_RULES: "reserves",
            WINNER: "none",
            GROWTH: "none",
        },
        choices=("opens", "reserves", "limits", "none"),
        why={
            ENCOURAGE: {
                "reserves": "Nothing is held back here: the state is asked to help data across. It is the opening clause of the initiative of 2024.",
                "limits": "To encourage is not to forbid. A state may encourage transfers and keep every rule that it has.",
                "none": "It does ask for an act: the state is to encourage something to pass.",
            },
            RESPECT: {
                "opens": "It sounds generous, and the one who gains is the regulator: whoever holds data back under a rule of its own is to be respected.",
                "limits": "It binds those who would object to a rule, not the state that makes it. That keeps the right to hold back.",
                "none": "It changes much: a state can point to this clause and keep its own rule.",
            },
            NO_FURTHER: {
                "opens": "No transfer is asked for. The state may still hold data back, within the aim that it has named.",
                "reserves": "It takes for granted that there are measures, and then cuts them to size. The right itself stands in another clause.",
                "none": "A state whose measure goes further than its aim would have to mend it.",
            },
            NO_BARRIER: {
                "opens": "It does not ask for open trade. It forbids one misuse of a rule on data: protection in disguise.",
                "reserves": "It takes something from the regulator, the freedom to shield home firms under another name.",
                "none": "A state whose rule is a trade barrier in disguise would have to change it.",
            },
            WELCOME: {
                "reserves": "That comes in the other half of the sentence of 2015. This half lets in.",
                "limits": "A limit sets bounds to a right to hold back that a clause takes for granted. No such right is in this sentence: it lets in.",
                "none": "It does more than sound warm: it says who is let in, foreign firms.",
            },
            HOUSE_RULES: {
                "opens": "This is the condition, not the welcome: who does not keep the laws may be kept out.",
                "limits": "It binds the guest. A limit, as the word is used here, binds the state's right to hold back.",
                "none": "It does a good deal: with it the host keeps the right to shut the door.",
            },
            WINNER: {
                "opens": "It asks for a change of mind. Nothing has to be let through the day after.",
                "reserves": "No right to hold back is kept here; the principle of 2015 leaves that to its neighbours.",
                "limits": "It could be used in an argument against a measure, but it names no measure and binds none.",
            },
            GROWTH: {
                "opens": "It states what signatories in Osaka believed in 2019. What follows for any transfer is left to talks.",
                "reserves": "A country may conclude that it should keep such a treasure at home. The sentence does not say so.",
                "limits": "It is an observation, and an observation forbids nothing.",
            },
        },
    )
    return "Warm words and working clauses are now in separate heaps: look which heap is larger in the next declaration that you read."


# One column for openness


@exercise(
    "openness-and-cooperation-column",
    hints=(
        "Choose a door and then something that can be counted from outside, once a year, in many countries.",
        "Try your column on three countries that this chapter treats. Who rises, who falls, and does that surprise you?",
        "Name the holder of a position who would reject your column, give that holder's reason, and answer it.",
    ),
    rubric=(
        (3, "Measure. 3: one door, and something that can be counted, with its unit. 2: a door, and a vague count. 1: several doors at once."),
        (3, "Consequences. 3: who looks good and who bad, with cases from the chapter, also where that is awkward for your choice. 2: both, without cases. 1: one side."),
        (3, "Positions. 3: three holders, each so that it would agree with the wording. 2: three, one of them bent. 1: fewer."),
        (3, "Objection. 3: the strongest against your column, answered, and what would change your mind. 2: an objection, answered. 1: mentioned only."),
    ),
)
def column(answer):
    expect.text(
        answer,
        words=(150, 300),
        mentions={
            "the Chinese government": ("China's initiative", "initiative of 2024", "Beijing"),
            "Cai": ("Fudan",),
            "Cook": ("Apple",),
            "ITIF": ("Information Technology and Innovation Foundation", "the Foundation"),
            "the Freedom Online Coalition": ("FOC", "Freedom Online"),
            "the Declaration's partners": ("Declaration for the Future of the Internet", "Future of the Internet"),
            "Mueller": ("Farhat",),
            "EFF": ("Electronic Frontier Foundation",),
            "India, Indonesia and South Africa": ("India", "Indonesia", "South Africa"),
            "DEPA": ("Digital Economy Partnership Agreement", "Singapore", "New Zealand", "Chile"),
            "the European Union": ("EU", "European Union"),
        },
        at_least=3,
    )
