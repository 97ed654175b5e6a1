"""Likely wrong answers in the chapter on the fourth proposal, and a phrase of the feedback that each must get."""


def _years(table):
    return table.pivot(index="country", columns="year", values="value")


def _grown(table, since, until):
    return _years(table)[until] / _years(table)[since]


_RIGHT = {
    "In Hanoi, 72 states ratified the convention.": "wrong step",
    "Sixty-five countries signed, the United States and Canada among them.": "wrong name",
    "The convention has sixty-five signatures in all.": "early count",
    "China, Russia and the European Union are among the signatories.": "holds",
    "Since October 2025 the convention binds all who signed it in Hanoi.": "wrong step",
    "The convention will be applied from 2027.": "forecast",
    "India, a co-sponsor of the resolution of 2019, signed in Hanoi.": "wrong name",
    "A fortieth ratification is needed before the convention is in force.": "holds",
}
_NOTE = "Since October 2025 Guterres, India and the EFF have disagreed on what we should do with our signature tonight. "

WRONG = {
    "cybersecurity-tide": [
        (lambda table, world, since, until: _grown(table, since, until), "the tide still in it"),
        (lambda table, world, since, until: world[until] / world[since] / _grown(table, since, until), "Upside down"),
        (lambda table, world, since, until: _grown(table, since, until) - world[until] / world[since], "subtracted the world"),
        (lambda table, world, since, until: _grown(table, since, until) * world[until] / world[since], "the tide in twice"),
        (lambda table, world, since, until: (_years(table)[until] - _years(table)[since]) / (world[until] - world[since]), "certificates gained"),
        (lambda table, world, since, until: _years(table)[until] / world[until], "compares levels"),
        (lambda table, world, since, until: _grown(table, 2015, 2024) / (world[2024] / world[2015]), "typed the years"),
        (lambda table, world, since, until: (_grown(table, since, until) / (world[until] / world[since]) - 1) * 100, "in per cent"),
        (lambda table, world, since, until: None, "gives nothing back"),
    ],
    "cybersecurity-reports": [
        (_RIGHT | {"In Hanoi, 72 states ratified the convention.": "holds"}, "what did the 72 do"),
        (_RIGHT | {"Sixty-five countries signed, the United States and Canada among them.": "early count"}, "wrong even then"),
        (_RIGHT | {"The convention has sixty-five signatures in all.": "holds"}, "The register went on"),
        (_RIGHT | {"The convention will be applied from 2027.": "holds"}, "Nobody can know this yet"),
        (_RIGHT | {"India, a co-sponsor of the resolution of 2019, signed in Hanoi.": "holds"}, "The first half does"),
        (_RIGHT | {"China, Russia and the European Union are among the signatories.": "true"}, "none of the labels"),
    ],
    "cybersecurity-vote": [
        ("\n", "Write 180 to 300 words"),
        (_NOTE, "fewer than the 180"),
        (_NOTE * 20, "more than 300"),
        ("Our banks are robbed from abroad while our courts write letters that nobody has to answer, and so I vote yes. " * 10, "holders"),
    ],
}
