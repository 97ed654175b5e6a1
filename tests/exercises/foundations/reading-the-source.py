"""Likely wrong answers in the chapter on how to read an official text, and a phrase of the feedback that each must get."""


def _inside(table, section):
    return table[table.paragraphs.map(lambda paragraphs: section in [paragraph.split(".")[0] for paragraph in paragraphs])]


def _exploded(table, section):
    rows = table.explode("paragraphs")
    return rows[rows.paragraphs.str.split(".").str[0] == section]


_RIGHT = {
    "The WIC became an organisation on 12 July 2022 (II.2).": "report",
    "Others welcomed the proposals of 2015 (I.1).": "verdict",
    "With 15 entities the WIC wrote to the UN (II.6).": "report",
    "States are to heed the security concerns of all (I.4).": "demand",
    "The WIC will take part in six frameworks (III.4).": "plan",
    "Industry ought to discipline itself (III.6).": "demand",
    "The partners will resist a splintering of the net (Declaration).": "plan",
    "Others are called upon to respect human rights (Declaration).": "demand",
    "The internet has held out an immense promise (Declaration).": "verdict",
}

WRONG = {
    "reading-the-source-on-record": [
        (lambda table, kinds, section: _inside(table, section).kind.isin(kinds).mean(), "between 0 and 1"),
        (lambda table, kinds, section: float(_inside(table, section).kind.isin(kinds).sum()), "how many things"),
        (lambda table, kinds, section: 100 * table[table.paragraphs.map(lambda tuple_: any(p.startswith(section) for p in tuple_))].kind.isin(kinds).mean(), "starts with the section"),
        (lambda table, kinds, section: 100 * _exploded(table, section).kind.isin(kinds).mean(), "once for each of its paragraphs"),
        (lambda table, kinds, section: 100 * _inside(table, section).kind.isin(kinds).sum() / len(table), "all things of the article"),
        (lambda table, kinds, section: 100 * len(_inside(table[table.kind.isin(kinds)], section)) / table.kind.isin(kinds).sum(), "the other way round"),
        (lambda table, kinds, section: 100 - 100 * _inside(table, section).kind.isin(kinds).mean(), "do not have"),
        (
            lambda table, kinds, section: 100 * _inside(table, section).kind.isin(["event", "programme", "publication", "document", "letter"]).mean(),
            "kinds of the starter",
        ),
    ],
    "reading-the-source-claims": [
        (_RIGHT | {"With 15 entities the WIC wrote to the UN (II.6).": "verdict"}, "Doubt belongs to evidence"),
        (_RIGHT | {"Others welcomed the proposals of 2015 (I.1).": "report"}, "Which record would refute it"),
        (_RIGHT | {"The WIC will take part in six frameworks (III.4).": "report"}, "means to do"),
        (_RIGHT | {"Others are called upon to respect human rights (Declaration).": "plan"}, "did not sign"),
        (_RIGHT | {"The internet has held out an immense promise (Declaration).": "plan"}, "promise misleads"),
    ],
    "reading-the-source-house-rule": [
        ("Print the words and nothing else.", "words"),
        ("Voice, kind and date come first in every report about the article. " * 18, "Declaration"),
        ("A text is to be quoted with its voice, its kind and its date. " * 16, "name"),
        (None, "ritten"),
    ],
}
