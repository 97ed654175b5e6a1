"""Wrong answers to the exercises on the first proposal, each with words of the feedback that it must get."""

import pandas as pd


def both(table, group, year):
    row = table[table.year == year].set_index("group").value
    return row["High income"], row[group]


def chosen(table, people, group, year, without):
    rows = table[(table.income_group == group) & (table.year == year) & ~table.iso3.isin(without)]
    return rows.merge(people[["iso3", "year", "value"]], on=["iso3", "year"], suffixes=("", "_people"))


def weighted(rows):
    return (rows.value * rows.value_people).sum() / rows.value_people.sum()


def upside_down(table, group, year):
    high, low = both(table, group, year)
    return pd.Series({"points": high - low, "times": low / high})


def backwards(table, group, year):
    high, low = both(table, group, year)
    return pd.Series({"points": low - high, "times": high / low})


def all_backwards(table, group, year):
    high, low = both(table, group, year)
    return pd.Series({"points": low - high, "times": low / high})


def per_cent(table, group, year):
    high, low = both(table, group, year)
    return pd.Series({"points": 100 * (1 - low / high), "times": high / low})


def typed_in(table, group, year):
    figures = {("Low income", 2015): (29.6, 0.3), ("Upper middle income", 2024): (37.79, 31.37), ("Lower middle income", 2024): (138.5, 90.9)}
    high, low = figures[group, year]
    return pd.Series({"points": high - low, "times": high / low})


def last_year(table, group, year):
    high, low = both(table, group, 2024)
    return pd.Series({"points": high - low, "times": high / low})


def first_year(table, group, year):
    high, low = both(table, group, 2015)
    return pd.Series({"points": high - low, "times": high / low})


def of_the_poorest(table, group, year):
    high, low = both(table, "Low income", year)
    return pd.Series({"points": high - low, "times": high / low})


RIGHT = {
    "villages by 2020": "promise",
    "last village 2021": "own report",
    "divide bridged": "relayed",
    "borrowed label": "outside study",
    "older than the speech": "worked out here",
    "governments to blame": "relayed",
    "wider in points": "worked out here",
}

MEMO = """Minister, accept the loan, on three conditions. Success for us is a line that carries traffic at a price that people pay.
{holders}
In 2024 low-income economies had about half a fixed subscription per 100 people, by the World Bank's figures, and the gap to
the high-income economies has grown in points since 2015. The figure counts subscriptions and not people, so the line alone will
change it little. The contract should be published, interception should need a judge, and an outsider should count what is
connected. The best argument against this advice is that the lender's firm may stay in control for decades. It is met by the
right to change the supplier after five years, which belongs into the contract before anything is signed. If the lender refuses
these three conditions we should wait, ask for a second bid within the year, and publish both offers, so that parliament can
weigh them in the open before the country is bound to either of them.
"""

WRONG = {
    "infrastructure-two-gaps": [
        (lambda table, group, year: None, "gives nothing back"),
        (upside_down, "stands on its head"),
        (backwards, "wrong sign"),
        (all_backwards, "wrong way round"),
        (per_cent, "per cent of the high-income figure"),
        (last_year, "whatever year it is asked for"),
        (first_year, "gives the gap of 2015"),
        (of_the_poorest, "always measures the low-income group"),
        (typed_in, "typed in"),
        (lambda table, group, year: both(table, group, year)[0] - both(table, group, year)[1], "as one column"),
    ],
    "infrastructure-one-country": [
        (lambda table, people, group, year, without=(): chosen(table, people, group, year, without).value.mean(), "Fiji counts as much as China"),
        (lambda table, people, group, year, without=(): weighted(chosen(table, people, group, year, ())), "have to go before you multiply"),
        (lambda table, people, group, year, without=(): weighted(chosen(table[table.iso3.isin(without)] if without else table, people, group, year, ())), "turns it round"),
        (
            lambda table, people, group, year, without=(): (
                chosen(table, people, group, year, without).eval("value * value_people").sum() / people[(people.income_group == group) & (people.year == year)].value.sum()
            ),
            "divided by all people",
        ),
        (lambda table, people, group, year, without=(): weighted(chosen(table, people, group, year, ("CHN",))), "left out even when `without` is empty"),
        (
            lambda table, people, group, year, without=(): weighted(
                chosen(table, people, group, year, without)[["iso3", "value"]].merge(people[["iso3", "value"]], on="iso3", suffixes=("", "_people"))
            ),
            "meets the people of its own year",
        ),
        (lambda table, people, group, year: 1.0, "is called with 5 arguments"),
        (lambda table, people, group, year, without=(): "33", "Take the quotation marks away"),
    ],
    "infrastructure-who-vouches": [
        (RIGHT | {"last village 2021": "outside study"}, "has not counted anything"),
        (RIGHT | {"divide bridged": "outside study"}, "a speech at a forum is not a study"),
        (RIGHT | {"governments to blame": "outside study"}, "Critics are relayed, too"),
        (RIGHT | {"older than the speech": "outside study"}, "No source says so"),
        (RIGHT | {"wider in points": "own report"}, "the subtraction is done in this chapter"),
        (RIGHT | {"borrowed label": "worked out here"}, "Oreglia and Zheng did"),
        (RIGHT | {"villages by 2020": "own report"}, "nothing is reported yet"),
        (RIGHT | {"divide bridged": None}, "no label yet"),
    ],
    "infrastructure-memo": [
        ("Accept the cable.", "fewer than"),
        (MEMO.format(holders="Pakistan and Cuba ask for more investment of this kind."), "names Pakistan and Cuba"),
        (MEMO.format(holders="Everyone agrees."), "names none of them"),
        (MEMO.format(holders="Pakistan, Cuba, Jili and Shen differ. " + "And so on and on. " * 30), "more than 280"),
    ],
}
