"""Likely wrong answers in the chapter on who governs cyberspace, and a phrase of the feedback that each must get."""


def _heads(people, year):
    return people[people.year == year]


def _held(use, people, year):
    heads = _heads(people, year)
    known = heads.iso3.isin(use[use.year == year].iso3)
    return heads.value.where(known, 0).groupby(heads.income_group).sum()


def _all(people, year):
    return _heads(people, year).groupby("income_group").value.sum()


def _inner(use, people, year):
    heads = _heads(people, year)
    heads = heads[heads.iso3.isin(use[use.year == year].iso3)]
    held = heads.groupby("income_group").value.sum()
    return 100 * held / held


def _economies(use, people, year):
    heads = _heads(people, year)
    return 100 * heads.iso3.isin(use[use.year == year].iso3).groupby(heads.income_group).mean()


def _any_year(use, people, year):
    heads = _heads(people, year)
    return 100 * heads.value.where(heads.iso3.isin(use.iso3), 0).groupby(heads.income_group).sum() / _all(people, year)


def _dropped(use, people, year):
    share = 100 * _held(use, people, year) / _all(people, year)
    return share[share > 0]


def _all_years(use, people, year):
    known = people.iso3.isin(use[use.year == year].iso3)
    return 100 * people.value.where(known, 0).groupby(people.income_group).sum() / people.groupby("income_group").value.sum()


def _left_empty(use, people, year):
    heads = _heads(people, year)
    held = heads[heads.iso3.isin(use[use.year == year].iso3)].groupby("income_group").value.sum()
    return 100 * held.reindex(_all(people, year).index) / _all(people, year)


_RIGHT = {
    "To govern the internet well is a duty of all countries.": "nobody",
    "Governance is work of governments, firms and civil society, each in its role.": "roles",
    "All parties, governments included, take part on an equal footing.": "equals",
    "States have equal rights in it, and each may regulate its own segment.": "states",
    "The internet is a global resource, to be run in the public interest.": "nobody",
    "The existing system is not truly representative or democratic.": "nobody",
    "States, companies, engineers and citizens all take part, multilaterally.": "roles",
}

WRONG = {
    "who-governs-cyberspace-covered": [
        (lambda use, people, year: _held(use, people, year) / _all(people, year), "between 0 and 1"),
        (lambda use, people, year: 100 - 100 * _held(use, people, year) / _all(people, year), "part that is missing"),
        (_economies, "You counted economies"),
        (_any_year, "in any year"),
        (_dropped, "has fallen out"),
        (_all_years, "people of all years"),
        (_left_empty, "A group without any value has"),
        (_inner, "from the base as well"),
        (lambda use, people, year: 100 * _held(use, people, year) / _heads(people, year).value.sum(), "a base of its own"),
    ],
    "who-governs-cyberspace-words": [
        (_RIGHT | {"To govern the internet well is a duty of all countries.": "states"}, "carry a duty"),
        (_RIGHT | {"States have equal rights in it, and each may regulate its own segment.": "equals"}, "Equal to whom"),
        (_RIGHT | {"The internet is a global resource, to be run in the public interest.": "equals"}, "These words do not say so"),
        (_RIGHT | {"Governance is work of governments, firms and civil society, each in its role.": "equals"}, "Each in its role"),
        (_RIGHT | {"States, companies, engineers and citizens all take part, multilaterally.": "states"}, "leans to states"),
    ],
    "who-governs-cyberspace-letter": [
        ("Nobody should be able to say yes.", "words"),
        ("The list of names must be left to those who keep it, for peace and for war alike. " * 11, "names none"),
        (2022, "text"),
        ("ICANN refused and was right to refuse, for the list of names serves friend and enemy. " * 11, "names ICANN"),
    ],
}
