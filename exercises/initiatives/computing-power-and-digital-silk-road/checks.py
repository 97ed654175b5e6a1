"""Checks and hints for the exercises of the chapter on computing power and the Digital Silk Road."""

from shared_future import load
from shared_future.exercise import exercise, expect

TABLE = load("fixed_broadband")
USE = load("internet_use")
EIGHT = ["ARE", "CHN", "EGY", "LAO", "SAU", "SRB", "THA", "TUR"]
SEVEN = [code for code in EIGHT if code != "EGY"]


# Ahead before the start?


def gains_of(table, since, until):
    wide = table.pivot(index="iso3", columns="year", values="value")
    return (wide[until] - wide[since]).dropna()


def groups_of(table, gains):
    return table.drop_duplicates("iso3").set_index("iso3").income_group.astype(str).reindex(gains.index)


def ahead(table, names, since, until):
    gains = gains_of(table, since, until)
    groups = groups_of(table, gains)
    named = gains.index.isin(names)
    peers = gains[~named].groupby(groups[~named]).median()
    return gains[named] - groups[named].map(peers)


def with_themselves(table, names, since, until):
    gains = gains_of(table, since, until)
    groups = groups_of(table, gains)
    named = gains.index.isin(names)
    return gains[named] - groups[named].map(gains.groupby(groups).median())


def with_mean(table, names, since, until):
    gains = gains_of(table, since, until)
    groups = groups_of(table, gains)
    named = gains.index.isin(names)
    return gains[named] - groups[named].map(gains[~named].groupby(groups[~named]).mean())


def whole_world(table, names, since, until):
    gains = gains_of(table, since, until)
    named = gains.index.isin(names)
    return gains[named] - gains[~named].median()


def only_gains(table, names, since, until):
    gains = gains_of(table, since, until)
    return gains[gains.index.isin(names)]


def only_levels(table, names, since, until):
    wide = table.pivot(index="iso3", columns="year", values="value")
    levels = wide[until][wide[since].notna()].dropna()
    groups = groups_of(table, levels)
    named = levels.index.isin(names)
    return levels[named] - groups[named].map(levels[~named].groupby(groups[~named]).median())


def backwards(table, names, since, until):
    return -ahead(table, names, since, until)


def growth(table, names, since, until):
    wide = table.pivot(index="iso3", columns="year", values="value")
    rates = (100 * (wide[until] / wide[since] - 1)).dropna()
    groups = groups_of(table, rates)
    named = rates.index.isin(names)
    return rates[named] - groups[named].map(rates[~named].groupby(groups[~named]).median())


def everybody(table, names, since, until):
    gains = gains_of(table, since, until)
    groups = groups_of(table, gains)
    named = gains.index.isin(names)
    return gains - groups.map(gains[~named].groupby(groups[~named]).median())


def always_eight(table, names, since, until):
    return ahead(table, EIGHT, since, until)


def always_later(table, names, since, until):
    return ahead(table, names, 2015, 2023)


@exercise(
    "computing-power-ahead",
    hints=(
        '`table.pivot(index="iso3", columns="year", values="value")` gives one row for each economy; subtract two columns and drop what is missing.',
        "Split the gains with `gains.index.isin(names)`. Group those that are *not* named by income group, and take the median.",
        "`gains[named] - groups[named].map(peers)`, where `groups` is the income group of each code and `peers` holds the four medians.",
    ),
)
def ahead_before(answer):
    expect.function(
        answer,
        ahead,
        on=[(TABLE, EIGHT, 2010, 2015), (TABLE, EIGHT, 2015, 2023), (TABLE, SEVEN, 2015, 2024), (USE, EIGHT, 2015, 2023)],
        compare=expect.series,
        alter="value",
        what="the lead over the peers",
        mistakes=[
            (always_eight, "You compute for the eight, whichever codes are given. Use `names`."),
            (always_later, "You compute from 2015 to 2023, whichever years are given. Use `since` and `until`."),
            (everybody, "You return every economy. Keep the named ones only."),
            (only_gains, "These are the gains themselves. Subtract what the peers gained."),
            (with_themselves, "The named economies sit in the median that they are measured against. Take the median of the others only."),
            (with_mean, "You took the mean of the peers, which one fast economy can pull up. The median is asked for."),
            (whole_world, "You compare all with one median. A peer is an economy of the same income group."),
            (only_levels, "This compares where they stood at the end. A gain is the later value minus the earlier one."),
            (backwards, "The sign is turned round: whoever gained more than the peers is ahead, with a number above zero."),
            (growth, "You took growth in per cent, which flatters a small start. The gain is a difference in lines per 100 people."),
        ],
    )
    return "Right. A lead that begins before the cause is no proof of it; a lead that grows afterwards is a reason to go on asking."


# Whose machine is it?


RIGHT = {
    "The state's data come back from servers abroad.": "place",
    "A bank in Beijing lent 53 million dollars.": "money",
    "A state agency manages the centre.": "operator",
    "The cluster will run on chips from one Californian firm.": "maker",
    "In Africa only South Africa has such a region.": "place",
    "Washington allowed the export of the processors.": "maker",
    "The minister asks why the debt should be repaid.": "money",
    "A firm of the G42 group develops and runs the campus.": "operator",
}


@exercise(
    "computing-power-whose",
    hints=(
        "Ask of each sentence what would have to change for it to become false: a spot on the map, a company, a chip or a bill?",
        "Who allows a chip to be sold has power through its making, even if the machine stands on the other side of the world.",
        "Each of the four labels fits exactly two sentences.",
    ),
)
def whose(answer):
    expect.labels(
        answer,
        RIGHT,
        choices=("place", "operator", "maker", "money"),
        why={
            "The state's data come back from servers abroad.": {
                "operator": "The sentence does not say who runs the servers, at home or abroad. It says where they are.",
                "maker": "Who built the servers at home is another matter. The data move from one country to another.",
                "money": "No payment is mentioned, though the building had a price.",
            },
            "A bank in Beijing lent 53 million dollars.": {
                "place": "The bank is in Beijing; the machines that it paid for are not.",
                "operator": "To lend for a centre is not yet to run it.",
                "maker": "The lender and the builder may come from one country and are two bodies all the same.",
            },
            "A state agency manages the centre.": {
                "place": "An agency can manage machines that stand anywhere.",
                "maker": "The agency runs what somebody else has made.",
                "money": "Who manages it and who pays the loan back may differ.",
            },
            "The cluster will run on chips from one Californian firm.": {
                "place": "California is where the firm is. The cluster stands elsewhere.",
                "operator": "The chip firm does not run the cluster by selling chips to it.",
                "money": "No price is given.",
            },
            "In Africa only South Africa has such a region.": {
                "operator": "The company behind the region is not named.",
                "maker": "That chips are there is said; who made them is not.",
                "money": "Nothing is paid or lent in this sentence.",
            },
            "Washington allowed the export of the processors.": {
                "place": "Washington is not where the machines will stand. It decides whether they may leave.",
                "operator": "A licence does not make a government the operator.",
                "money": "The licence lets a sale go ahead; it is not the payment.",
            },
            "The minister asks why the debt should be repaid.": {
                "place": "A debt does not depend on where the machine stands.",
                "operator": "His own government owns the centre. His question is about what it owes.",
                "maker": "He also complained about the maker, but not in this sentence.",
            },
            "A firm of the G42 group develops and runs the campus.": {
                "place": "The sentence names a firm, not a territory.",
                "maker": "To build and run a campus is not to make its chips.",
                "money": "A developer may use the money of others; here it is not mentioned.",
            },
        },
    )
    return "Now read any headline with the word *sovereign* in it, and ask which of the four it has settled."


# Three offers for a data centre


@exercise(
    "computing-power-three-offers",
    hints=(
        "Begin with what the country cannot bear: a debt, a cut-off, or data abroad. The rest follows from the choice.",
        "Make a line for each of place, operator, maker and money, and write who would hold it under your offer.",
        "The objection that hurts most: Masiu's debt if you borrow, Sall's data abroad if you rent, the empty purse if you share.",
    ),
    rubric=(
        (3, "Layers. 3: place, operator, maker and money assigned rightly and used in the argument. 2: assigned, but not used. 1: *sovereign* stands for all four."),
        (3, "Positions. 3: three holders from different sides, each put so that the holder would agree. 2: three, one of them bent. 1: fewer than three."),
        (3, "Figure. 3: one figure asked for, with unit, date and who is to count. 2: a figure without one of these. 1: a figure only admired."),
        (3, "Advice. 3: one offer, its reason, an answer to the best objection, and what would change it. 2: one of these is missing. 1: two are missing."),
    ),
)
def three_offers(answer):
    expect.text(
        answer,
        words=(180, 320),
        mentions={
            "Zhuang Rongwen": ("Zhuang",),
            "Macky Sall": ("Sall",),
            "Timothy Masiu": ("Masiu",),
            "Washington": ("United States", "American order"),
            "ARTICLE 19": ("Article 19",),
            "Lehdonvirta, Wu and Hawkins": ("Lehdonvirta", "Hawkins"),
            "New America": (),
            "Guterres": ("Secretary-General",),
            "Li Junhua": (),
            "Oreglia and Zheng": ("Oreglia",),
            "Erie and Streinz": ("Erie", "Streinz"),
            "Shen": (),
        },
        at_least=3,
    )
