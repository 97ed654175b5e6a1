"""Likely wrong answers in the chapter on good order, and a phrase of the feedback that each must get."""


def _number(table, area, year):
    return table[(table.area == area) & (table.year == year)].value.iloc[0]


def _world(table, year):
    return table[(table.area == "World") & (table.year == year)].value


def _by_place(table, area, year):
    return 100 * _number(table, area, year) / _world(table, year).iloc[0]


def _right(table, area, year):
    own = table[(table.area == area) & (table.year == year)].iloc[0]
    same = table[(table.area == "World") & (table.year == year) & (table.edition == own.edition)]
    return 100 * own.value / same.value.iloc[0]


def _named(table, area, year):
    rows = table[(table.year == year) & (table.area != "World")]
    return 100 * _number(table, area, year) / rows.value.sum()


_BOUND = {
    "Order is what secures freedom.": "nobody",
    "The network is to be run according to law.": "company",
    "The network is to be used according to law.": "user",
    "Individuals raise their literacy.": "user",
    "Watch what is published, and remove what is harmful.": "company",
    "Give reasons when a post is removed.": "company",
    "Refrain from shutdowns.": "state",
    "Order built by law also protects what is lawful.": "nobody",
}
_CLAUSE = "Members label such posts and remove none. UNESCO would agree; Lu Wei and Shen Yi would object that disorder spreads faster than labels do. "

WRONG = {
    "good-order-same-report": [
        (lambda table, area, year: 100 * _number(table, area, year) / _world(table, year).iloc[-1], "revised one of May 2024"),
        (_by_place, "goes by the place of a row"),
        (lambda table, area, year: 100 * _number(table, area, year) / _world(table, year).sum(), "added the two totals"),
        (_named, "They are not the world"),
        (lambda table, area, year: 100 * _number(table, area, year) / table[table.year == year].value.sum(), "countries that it holds already"),
        (lambda table, area, year: 100 * _number(table, area, year) / table[table.area == "World"].value.sum(), "world of all years"),
        (lambda table, area, year: 1e4 / _right(table, area, year), "divided the world by the country"),
        (lambda table, area, year: 100 - _right(table, area, year), "everybody else"),
        (lambda table, area, year: _right(table, area, year) / 100, "as a fraction"),
        (lambda table, area, year: table["country"], "raised"),
        (lambda table, area, year: None, "gives nothing back"),
    ],
    "good-order-who-is-bound": [
        (_BOUND | {"The network is to be run according to law.": "state"}, "The state's verb"),
        (_BOUND | {"Individuals raise their literacy.": "nobody"}, "reads like a wish"),
        (_BOUND | {"Refrain from shutdowns.": "company"}, "may carry the order out"),
        (_BOUND | {"Order is what secures freedom.": "state"}, "only says what order does"),
        (_BOUND | {"Give reasons when a post is removed.": "state"}, "does not remove the posts"),
        ({item: "state" for item in _BOUND}, "1 of 8"),
        (_BOUND | {"Refrain from shutdowns.": "government"}, "none of the labels"),
    ],
    "good-order-rumour": [
        ("\n", "Write 150 to 300 words"),
        (_CLAUSE, "fewer than the 150"),
        (_CLAUSE * 20, "more than 300"),
        ("Members remove a rumour within the hour and review it within three days, because a panic cannot be taken back. " * 10, "holders"),
    ],
}
