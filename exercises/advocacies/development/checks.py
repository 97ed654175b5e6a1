"""Checks and hints for the exercises of the chapter on the first advocacy: development first."""

from shared_future import load
from shared_future.exercise import exercise, expect

USE = load("internet_use")
INCOME = load("gdp_per_capita")


# Ahead of their income


def mixed(table):
    """Other figures, no two of them alike: every way of ranking equals then gives the same list."""
    figures = table.value.sample(frac=1, random_state=7).to_numpy()
    return table.assign(value=figures + [row / 1e6 for row in range(len(table))])


def pair(use, income, year, how="inner"):
    """One row for each economy, with its use and its income in a year."""
    left, right = (table[table.year == year][["iso3", "value"]] for table in (use, income))
    return left.merge(right, on="iso3", suffixes=("_use", "_income"), how=how)


def gained(both, ascending=False):
    """Places by which an economy's rank in use is better than its rank in income."""
    return both.value_income.rank(ascending=ascending) - both.value_use.rank(ascending=ascending)


def ahead(use, income, year, places):
    both = pair(use, income, year)
    return list(both.iso3[gained(both) >= places])


def behind(use, income, year, places):
    both = pair(use, income, year)
    return list(both.iso3[gained(both) <= -places])


def either_way(use, income, year, places):
    both = pair(use, income, year)
    return list(both.iso3[gained(both).abs() >= places])


def more_than(use, income, year, places):
    both = pair(use, income, year)
    return list(both.iso3[gained(both) > places])


def ranked_apart(use, income, year, places):
    both = pair(use, income, year, how="outer")
    return list(both.iso3[gained(both) >= places])


def always_2023(use, income, year, places):
    return ahead(use, income, 2023, places)


def always_ten(use, income, year, places):
    return ahead(use, income, year, 10)


def top_of_use(use, income, year, places):
    both = pair(use, income, year)
    return list(both.iso3[both.value_use.rank(ascending=False) <= places])


@exercise(
    "development-ahead",
    hints=(
        "Keep the rows of the year in both tables and `merge` them on `iso3`: only economies with both figures are left.",
        "`both.value_use.rank(ascending=False)` gives 1 to the highest; do the same for income.",
        "The rank in income less the rank in use is the number of places ahead; keep `iso3` where it is `>= places`.",
    ),
)
def development_ahead(answer):
    expect.function(
        answer,
        ahead,
        on=[(USE, INCOME, 2023, 10), (USE, INCOME, 2015, 5), (USE, INCOME, 2023, 8)],
        compare=expect.ids,
        alter=mixed,
        what="the list of economies",
        mistakes=[
            (behind, "These economies have a better rank in income than in use: the subtraction, or the order of the ranks, is turned round."),
            (either_way, "You took both directions. Only those whose rank in use is the better one are asked for."),
            (more_than, "You left out those that are ahead by exactly `places`; at least means `>=`."),
            (ranked_apart, "You ranked economies that lack one of the two figures as well, and they push others down. Join first, rank afterwards."),
            (always_2023, "Your function gives the answer for 2023, whatever year it is asked for."),
            (always_ten, "Your function always asks for ten places. Where does `places` come in?"),
            (top_of_use, "These are the economies at the top in use. The question is how far each is ahead of its own rank in income."),
        ],
    )
    return "Right, on altered figures too. Being ahead of one's income says that something besides money was at work, and not what it was."


# Which gap does it measure?

PENETRATION, INFRASTRUCTURE, PROTECTION, SKILLS, NONE = "penetration", "infrastructure", "protection", "skills", "none"


@exercise(
    "development-which-gap",
    hints=(
        "Ask of each figure what is counted: a person who uses, a network that is there, a guard, something that a person can do, or something else?",
        "Two figures measure none of the four, and three gaps are not measured equally often.",
        "What something costs and what a country exports are not in the list of I.3; a cable is there whether or not anybody uses it.",
    ),
)
def which_gap(answer):
    expect.labels(
        answer,
        {
            "households within reach of a fibre line, per cent": INFRASTRUCTURE,
            "people who went online in the last three months, per cent": PENETRATION,
            "price of two gigabytes, per cent of an average income": NONE,
            "towns with a team that answers cyber attacks, per cent": PROTECTION,
            "adults who have lately made a table with formulas, per cent": SKILLS,
            "high technology in exported goods, per cent": NONE,
            "undersea cables that land in the country, number": INFRASTRUCTURE,
            "pupils who pass a test in judging online sources, per cent": SKILLS,
        },
        choices=(PENETRATION, INFRASTRUCTURE, PROTECTION, SKILLS, NONE),
        why={
            "households within reach of a fibre line, per cent": {
                PENETRATION: "A line can be in reach and unused: this counts where the network is, not who is on it.",
                PROTECTION: "A fibre line carries data; it does not guard them.",
                SKILLS: "Nothing is said of what the households can do with the line.",
                NONE: "Whether the network is there is one of the four gaps.",
            },
            "people who went online in the last three months, per cent": {
                INFRASTRUCTURE: "This counts people who used the net, however the signal reached them.",
                PROTECTION: "Going online is use; it says nothing of safety.",
                SKILLS: "One can go online with very little skill: use is counted here, not ability.",
                NONE: "How many use the internet is the first of the four gaps.",
            },
            "price of two gigabytes, per cent of an average income": {
                PENETRATION: "Price is a cause of low use, not the use itself, and I.3 does not list it.",
                INFRASTRUCTURE: "The network can stand there and be too dear: price is not the network, and I.3 does not list it.",
                PROTECTION: "What a plan costs guards nobody.",
                SKILLS: "A poor expert pays the same price as a poor beginner.",
            },
            "towns with a team that answers cyber attacks, per cent": {
                PENETRATION: "The team is counted, not the people online.",
                INFRASTRUCTURE: "A team that answers attacks guards the network; it is not the network.",
                SKILLS: "The team has skills, but what is counted is whether a town is guarded; the skills of I.3 are those of people at large.",
                NONE: "Guarding against risks is one of the four gaps.",
            },
            "adults who have lately made a table with formulas, per cent": {
                PENETRATION: "More is counted than being online: something that people can do.",
                INFRASTRUCTURE: "A table with formulas can be made without any line.",
                PROTECTION: "Formulas guard against nothing but bad arithmetic.",
                NONE: "What people can do is one of the four gaps.",
            },
            "high technology in exported goods, per cent": "Exports tell of factories and trade; none of the four gaps is about them.",
            "undersea cables that land in the country, number": {
                PENETRATION: "A cable can lie there while hardly anybody goes online.",
                PROTECTION: "A cable is something to be guarded, not a guard.",
                SKILLS: "Cables have no skills.",
                NONE: "Cables are part of the network, one of the four gaps.",
            },
            "pupils who pass a test in judging online sources, per cent": {
                PENETRATION: "A test finds out what pupils can do, not whether they are online.",
                INFRASTRUCTURE: "The school may have a line or not: pupils are tested, not lines.",
                PROTECTION: "Judging sources helps against deceit, but most directly this is a test of what people can do.",
                NONE: "What people can do is one of the four gaps, at school as well.",
            },
        },
    )
    return "All eight fit. Now ask which of these eight a ministry with little money could really collect every year."


# One billion, one order


@exercise(
    "development-one-billion",
    hints=(
        "Write the order as a list of three first; then say in one sentence who waits longest.",
        "Take one figure: the people out of reach, the people within reach and offline, the bill of the ITU, the ration cards of Jharkhand.",
        "Let the strongest opponent speak a sentence that he or she would sign, and only then answer.",
    ),
    rubric=(
        (3, "**Order.** Says what comes first, second and last, and who pays for the order by waiting. 3: all of it; 2: an order in which nobody waits; 1: everything at once."),
        (3, "**Figure.** One figure of the chapter with its source and what it cannot show. 3: all of it; 2: the source or the limit is missing; 1: a bare number."),
        (4, "**Positions.** At least three holders from different camps, each in words that the holder would accept. 4: fair to all; 3: one is bent to fit; 2: two are bent, or all are from one camp; 1: names only."),
        (2, "**Change of mind.** The best objection, an answer, and what would show that the order was wrong. 2: all of it; 1: one or two of the three."),
    ),
)
def one_billion(answer):
    expect.text(
        answer,
        words=(150, 280),
        mentions={
            "the Group of 77": ("Group of 77", "G77"),
            "the Chinese government": ("Chinese government", "China's government", "Beijing", "Xi Jinping"),
            "Worden": (),
            "The Economist": ("Economist",),
            "Gowan": (),
            "Garrett": (),
            "the Global Digital Justice Forum": ("Digital Justice Forum", "GDJF"),
            "India": (),
            "the G20 brief": ("G20 brief", "brief for the G20", "Think20", "T20"),
            "the World Bank": ("World Bank",),
        },
        at_least=3,
    )
    return None
