"""Wrong answers to the exercises on the third proposal, each with words of the feedback that it must get."""


def change(table, first, last):
    years = table.pivot(index="iso3", columns="year", values="value")
    return years[last] - years[first]


def where(column):
    return set(column[column].index)


def zeros(table, first, last):
    years = table.pivot(index="iso3", columns="year", values="value").fillna(0)
    return years[last] - years[first]


RIGHT = {
    "Growth depends ever more on the digital economy.": "both",
    "Information has to flow, or growth will suffer.": "Hangzhou",
    "How we develop online is our own choice.": "Wuzhen",
    "Without trust there will be no digital economy.": "both",
    "Films that arrive as data pay no customs duty.": "neither",
    "Let our two cities work together on this.": "Wuzhen",
    "First say what belongs to the digital economy.": "Hangzhou",
    "You promised foreign firms a place in your market.": "neither",
}

LEADER = """Levy the duty, but keep it low. {holders}
What pays nothing today is a film from abroad; what pays is the disc on the market stall, and the trader who sells it pays with it.
Two countries held ninety per cent of the market value of the seventy largest platforms in 2019, a share of seventy firms and not of
the whole digital economy, yet these are the firms from which we buy. A duty of a few per cent would be paid by the
platforms at first, and by viewers in the end, so schools, libraries and small software firms should be spared from the start.
The best objection is that such a duty falls on our own students and tailors, who need the programs for their work and have
no other place to buy them. It is met by the exemption, and by a date: after two years parliament should look at the revenue
and at the prices, and drop the duty if the prices have risen more than the revenue is worth. If our own young firms lose their
customers abroad within the first year because others answer in kind, this paper will be the first to ask for its end.
"""

WRONG = {
    "digital-economy-more-research": [
        (lambda research, exports, first, last: None, "gives nothing back"),
        (lambda research, exports, first, last: sorted(where(change(research, first, last) < 0) & where(change(exports, first, last) > 0)), "both signs are turned round"),
        (lambda research, exports, first, last: sorted(where(change(research, first, last) > 0) & where(change(exports, first, last) > 0)), "both figures rose"),
        (lambda research, exports, first, last: sorted(where(change(research, first, last) < 0) & where(change(exports, first, last) < 0)), "both figures fell"),
        (lambda research, exports, first, last: sorted(where(change(research, first, last) > 0) | where(change(exports, first, last) < 0)), "meet one of the two conditions"),
        (lambda research, exports, first, last: sorted(where(change(research, first, last) > 0)), "research alone"),
        (lambda research, exports, first, last: sorted(where(change(exports, first, last) < 0)), "exports alone"),
        (lambda research, exports, first, last: sorted(where(change(research, 2015, 2023) > 0) & where(change(exports, 2015, 2023) < 0)), "whatever years it is asked for"),
        (lambda research, exports, first, last: sorted(where(zeros(research, first, last) > 0) & where(zeros(exports, first, last) < 0)), "taken for nought"),
        (lambda research, exports: [], "is called with 4 arguments"),
    ],
    "digital-economy-two-families": [
        (RIGHT | {"Growth depends ever more on the digital economy.": "Hangzhou"}, "took the sentence over"),
        (RIGHT | {"Information has to flow, or growth will suffer.": "both"}, "Only one of the summaries names the flow"),
        (RIGHT | {"How we develop online is our own choice.": "Hangzhou"}, "Flexibility comes near"),
        (RIGHT | {"Films that arrive as data pay no customs duty.": "both"}, "that promise is the WTO's"),
        (RIGHT | {"First say what belongs to the digital economy.": "both"}, "only one says what belongs to it"),
        (RIGHT | {"You promised foreign firms a place in your market.": "Hangzhou"}, "a place in one market"),
        (RIGHT | {"Let our two cities work together on this.": None}, "no label yet"),
    ],
    "digital-economy-leader": [
        ("Levy the duty.", "fewer than"),
        (LEADER.format(holders="India and Kaukab ask what the promise covers."), "names India and South Africa and Kaukab"),
        (LEADER.format(holders="Everyone knows why."), "names none of them"),
        (LEADER.format(holders="India, Kaukab, UNCTAD and the ITIF differ. " + "And so on and on. " * 30), "more than 280"),
    ],
}
