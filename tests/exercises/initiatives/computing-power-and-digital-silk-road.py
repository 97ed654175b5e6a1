"""Likely wrong answers in the chapter on computing power, and a phrase of the feedback that each must get."""


def _gains(table, since, until):
    wide = table.pivot(index="iso3", columns="year", values="value")
    return (wide[until] - wide[since]).dropna()


def _groups(table, gains):
    return table.drop_duplicates("iso3").set_index("iso3").income_group.astype(str).reindex(gains.index)


def _ahead(table, names, since, until, middle="median", own=False):
    gains = _gains(table, since, until)
    groups = _groups(table, gains)
    named = gains.index.isin(names)
    peers = gains if own else gains[~named]
    return gains[named] - groups[named].map(peers.groupby(groups.reindex(peers.index)).agg(middle))


def _one_median(table, names, since, until):
    gains = _gains(table, since, until)
    named = gains.index.isin(names)
    return gains[named] - gains[~named].median()


_RIGHT = {
    "The state's data come back from servers abroad.": "place",
    "A bank in Beijing lent 53 million dollars.": "money",
    "A state agency manages the centre.": "operator",
    "The cluster will run on chips from one Californian firm.": "maker",
    "In Africa only South Africa has such a region.": "place",
    "Washington allowed the export of the processors.": "maker",
    "The minister asks why the debt should be repaid.": "money",
    "A firm of the G42 group develops and runs the campus.": "operator",
}
_NOTE = "Sall, Masiu and Guterres would each send the minister to a different office, and each would be right about one thing. "

WRONG = {
    "computing-power-ahead": [
        (lambda table, names, since, until: _gains(table, since, until)[lambda gains: gains.index.isin(names)], "These are the gains themselves"),
        (lambda table, names, since, until: _ahead(table, names, since, until, own=True), "sit in the median"),
        (lambda table, names, since, until: _ahead(table, names, since, until, middle="mean"), "The median is asked for"),
        (_one_median, "with one median"),
        (lambda table, names, since, until: -_ahead(table, names, since, until), "turned round"),
        (lambda table, names, since, until: _ahead(table, names, 2015, 2023), "whichever years are given"),
        (lambda table, names, since, until: _ahead(table, ["ARE", "CHN", "EGY", "LAO", "SAU", "SRB", "THA", "TUR"], since, until), "whichever codes are given"),
        (lambda table, names, since, until: None, "gives nothing back"),
    ],
    "computing-power-whose": [
        (_RIGHT | {"The state's data come back from servers abroad.": "operator"}, "It says where they are"),
        (_RIGHT | {"Washington allowed the export of the processors.": "place"}, "whether they may leave"),
        (_RIGHT | {"A bank in Beijing lent 53 million dollars.": "maker"}, "two bodies all the same"),
        (_RIGHT | {"A firm of the G42 group develops and runs the campus.": "maker"}, "not to make its chips"),
        (_RIGHT | {"The minister asks why the debt should be repaid.": "maker"}, "not in this sentence"),
        (_RIGHT | {"A state agency manages the centre.": "owner"}, "none of the labels"),
    ],
    "computing-power-three-offers": [
        ("\n", "Write 180 to 320 words"),
        (_NOTE, "fewer than the 180"),
        (_NOTE * 20, "more than 320"),
        ("A country of fifteen million people should sleep on every offer, and then on its own wishes, before it signs a paper. " * 11, "holders of a position"),
    ],
}
