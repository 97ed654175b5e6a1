"""Wrong answers to the exercises on the first advocacy, each with words of the feedback that it must get."""


def joined(use, income, year, how="inner"):
    left, right = (table[table.year == year][["iso3", "value"]] for table in (use, income))
    both = left.merge(right, on="iso3", suffixes=("_use", "_income"), how=how)
    return both, both.value_income.rank(ascending=False) - both.value_use.rank(ascending=False)


def choose(test, year=None, how="inner", places=None):
    def ahead(use, income, asked, wanted):
        both, gain = joined(use, income, year or asked, how)
        return list(both.iso3[test(gain, places or wanted)])

    return ahead


def highest(use, income, year, places):
    both, _ = joined(use, income, year)
    return list(both.iso3[both.value_use.rank(ascending=False) <= places])


RIGHT = {
    "households within reach of a fibre line, per cent": "infrastructure",
    "people who went online in the last three months, per cent": "penetration",
    "price of two gigabytes, per cent of an average income": "none",
    "towns with a team that answers cyber attacks, per cent": "protection",
    "adults who have lately made a table with formulas, per cent": "skills",
    "high technology in exported goods, per cent": "none",
    "undersea cables that land in the country, number": "infrastructure",
    "pupils who pass a test in judging online sources, per cent": "skills",
}

SPEECH = """Madam Speaker, I propose masts first, training second, and new ministries last. {holders}
By the estimate of the union for telecommunications about half of the people in economies like ours live beyond the reach of a modern
mobile signal, and an estimate it remains, one that says nothing about quality or price. A course for someone without
a signal is a waste of a morning's walk. So the first six hundred millions go to masts along the northern road, and the next three
hundred to schools, libraries and teachers, and what remains to a regulator that publishes every contract we sign. Those who wait are the
towns, where the signal is there and the price is too high, and I say so to their faces. The best objection is that masts without
rules make one company rich; it is a good one, and the published contracts are my answer to it. If after three years the
masts stand and fewer than one in three of the villagers uses them, I was wrong and shall move to turn the order round.
"""

WRONG = {
    "development-ahead": [
        (lambda use, income, year, places: None, "gives nothing back"),
        (choose(lambda gain, places: gain <= -places), "turned round"),
        (choose(lambda gain, places: gain.abs() >= places), "both directions"),
        (choose(lambda gain, places: gain > places), "exactly"),
        (choose(lambda gain, places: gain >= places, how="outer"), "Join first, rank afterwards"),
        (choose(lambda gain, places: gain >= places, year=2023), "whatever year it is asked for"),
        (choose(lambda gain, places: gain >= places, places=10), "always asks for ten places"),
        (highest, "at the top in use"),
        (lambda use, income: [], "is called with 4 arguments"),
    ],
    "development-which-gap": [
        (RIGHT | {"price of two gigabytes, per cent of an average income": "penetration"}, "Price is a cause of low use"),
        (RIGHT | {"price of two gigabytes, per cent of an average income": "infrastructure"}, "too dear"),
        (RIGHT | {"households within reach of a fibre line, per cent": "penetration"}, "in reach and unused"),
        (RIGHT | {"people who went online in the last three months, per cent": "skills"}, "very little skill"),
        (RIGHT | {"towns with a team that answers cyber attacks, per cent": "skills"}, "whether a town is guarded"),
        (RIGHT | {"pupils who pass a test in judging online sources, per cent": "protection"}, "helps against deceit"),
        (RIGHT | {"high technology in exported goods, per cent": "infrastructure"}, "factories and trade"),
        (RIGHT | {"undersea cables that land in the country, number": None}, "no label yet"),
    ],
    "development-one-billion": [
        ("Masts first.", "fewer than"),
        (SPEECH.format(holders="The Group of 77 and Gowan are with me."), "names the Group of 77 and Gowan"),
        (SPEECH.format(holders="Everyone sees it."), "names none of them"),
        (SPEECH.format(holders="The Group of 77, Worden, Garrett and the World Bank differ. " + "And so on and on. " * 30), "more than 280"),
    ],
}
