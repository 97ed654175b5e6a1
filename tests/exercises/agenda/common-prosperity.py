"""Likely wrong answers in the chapter on the plan for common prosperity, and a phrase of the feedback that each must get."""

from itertools import combinations


def _leads(rows):
    return [(a.income - b.income) * (a.ipv6 - b.ipv6) > 0 for a, b in combinations(rows.itertuples(index=False), 2)]


def _share(both, without=()):
    found = _leads(both.drop(index=list(without)))
    return 100 * sum(found) / len(found)


def _neighbours(both, without=()):
    rows = both.drop(index=list(without)).sort_values("income")
    return 100 * (rows.ipv6.diff().dropna() > 0).mean()


def _first_is_richer(both, without=()):
    rows = both.drop(index=list(without))
    found = [a.ipv6 > b.ipv6 for a, b in combinations(rows.itertuples(index=False), 2)]
    return 100 * sum(found) / len(found)


def _correlation(both, without=()):
    rows = both.drop(index=list(without))
    return rows.income.corr(rows.ipv6)


_RIGHT = {
    "The academy will open branches on three continents.": "announcement",
    "A seminar on cloud computing took place in the capital.": "activity",
    "Ninety officials from twelve countries took part.": "output",
    "Eight months later the ministry's own staff run the server that foreigners used to run.": "outcome",
    "Partners stand ready to explore cooperation on IPv6.": "announcement",
    "The operator put up 140 masts along the river.": "output",
    "In the valley the share of farmers who check prices online rose from 9 to 31 per cent.": "outcome",
    "Experts exchanged views on 5G and visited a factory.": "activity",
    "All ninety received a certificate of attendance.": "output",
    "Of the ninety, 71 passed a test that they had failed on arrival.": "outcome",
}
_NOTE = "Nijs, Tugendhat and the GSMA would each spend the money on something else, and each has a reason that we can test. "

WRONG = {
    "common-prosperity-pairs": [
        (lambda both, without=(): _share(both), "You keep every economy"),
        (lambda both, without=(): _share(both, ("China",)), "left out in every case"),
        (lambda both, without=(): 100 - _share(both, without), "the poorer one has the larger share"),
        (lambda both, without=(): _share(both, without) / 100, "share of one"),
        (lambda both, without=(): sum(_leads(both.drop(index=list(without)))), "number of pairs. Divide"),
        (_neighbours, "the next by income only"),
        (_first_is_richer, "stands first in the table"),
        (_correlation, "This is a correlation"),
        (lambda both, without=(): None, "gives nothing back"),
    ],
    "common-prosperity-steps": [
        (_RIGHT | {"Ninety officials from twelve countries took part.": "outcome"}, "not yet being able"),
        (_RIGHT | {"All ninety received a certificate of attendance.": "outcome"}, "that they were there"),
        (_RIGHT | {"Partners stand ready to explore cooperation on IPv6.": "activity"}, "puts it off"),
        (_RIGHT | {"Of the ninety, 71 passed a test that they had failed on arrival.": "output"}, "could not before"),
        (_RIGHT | {"The operator put up 140 masts along the river.": "outcome"}, "Masts are a means"),
        (_RIGHT | {"Experts exchanged views on 5G and visited a factory.": "impact"}, "none of the labels"),
    ],
    "common-prosperity-send-twenty": [
        ("\n", "Write 180 to 320 words"),
        (_NOTE, "fewer than the 180"),
        (_NOTE * 20, "more than 320"),
        ("A ministry with four hundred people can spare twenty of them for a week if it knows beforehand what they should bring back with them. " * 9, "holders of a position"),
    ],
}
