"""Wrong answers to the exercises on the third advocacy, each with words of the feedback that it must get."""


def values(figures, subject, area, start, end):
    """The two values of one edition, or None."""
    rows = figures[(figures.subject == subject) & (figures.area == area)]
    for _, edition in rows.groupby("edition", observed=True):
        years = edition.set_index("year").value
        if {start, end} <= set(years.index):
            return years[start], years[end]
    return None


def of_one_edition(calculate, otherwise=None):
    def answer(figures, subject, area, start, end):
        both = values(figures, subject, area, start, end)
        return otherwise if both is None else calculate(*both, end - start)

    return answer


def mixed(figures, subject, area, start, end):
    rows = figures[(figures.subject == subject) & (figures.area == area)].set_index("year").value
    first, last = (rows[[year]].iloc[0] for year in (start, end))
    return (last - first) / (end - start)


def everywhere(figures, subject, area, start, end):
    """Forgets the area and takes the first edition with both years."""
    rows = figures[figures.subject == subject]
    both = rows[rows.year == start].merge(rows[rows.year == end], on="edition")
    return None if both.empty else (both.value_y - both.value_x).iloc[0] / (end - start)


RIGHT = {
    "No country presses its model on another (2023).": "countries",
    "None can be ranked above another (Xi at UNESCO, 2014).": "civilisations",
    "They hold different cultures within (UN, 2000).": "civilisations",
    "Everyone has a say in how they are governed (Annan).": "persons",
    "All nations may choose their own path (Ong).": "countries",
    "Nobody is boxed into one identity (Sen).": "persons",
    "Dignity is protected without distinction (Alliance).": "persons",
}

ADVICE = """To the organisers: in this programme inclusive means that persons can speak for themselves, and we recommend the open call.
{holders}
We would measure the share of contributions by women and by people from the countryside, each against its share of the population of the country it comes from.
If on the eleventh of June the shares are lower than that, we were wrong, and the next programme should reserve places or go back to delegations.
The measure has a limit: it counts who contributed and not who was heard, and it trusts what people say about themselves.
Our design leaves out those who are not online at all, who are many in the poor economies, and those whom nobody told of the call.
Against the first we would take contributions by telephone and by post; against the second we would ask universities, libraries and radio stations in every member state to spread the word.
Half of the places should be kept for countries in which few are online, because otherwise the large and the fast would fill the day."""

HOLDERS = "Sen warns of one narrow identity, UN Women ask for equal voice, and Ong would object that an open door favours those who already have confidence."

WRONG = {
    "civilization-one-edition": [
        (mixed, "Two editions have met"),
        (lambda *asked: mixed(*asked) if values(*asked) is None else of_one_edition(lambda first, last, years: (last - first) / years)(*asked), "the other in that of 2025"),
        (of_one_edition(lambda first, last, years: last - first), "the whole rise"),
        (of_one_edition(lambda first, last, years: (first - last) / years), "took the later value from the earlier"),
        (of_one_edition(lambda first, last, years: 100 * (last / first - 1) / years), "growth in per cent"),
        (of_one_edition(lambda first, last, years: (last - first) / (years + 1)), "three years, not four"),
        (of_one_edition(lambda first, last, years: (last - first) / years, otherwise=0.0), "nothing is known"),
        (of_one_edition(lambda first, last, years: (last - first) / years, otherwise=float("nan")), "gives `nan`"),
        (of_one_edition(lambda first, last, years: (last - first) / years, otherwise="unknown"), "gives text"),
        (everywhere, "Is the area filtered"),
        (lambda figures, subject, area, start, end: None, "gives nothing back"),
    ],
    "civilization-who-is-the-partner": [
        (RIGHT | {"Dignity is protected without distinction (Alliance).": "civilisations"}, "stands before *dignity*"),
        (RIGHT | {"Everyone has a say in how they are governed (Annan).": "civilisations"}, "one global civilisation"),
        (RIGHT | {"They hold different cultures within (UN, 2000).": "countries"}, "*not* confined"),
        (RIGHT | {"No country presses its model on another (2023).": "civilisations"}, "bears the word in its name"),
    ],
    "civilization-tenth-of-june": [
        ("Everybody should be included.", "fewer than"),
        (ADVICE.format(holders="Many people think differently about this question, and all of them have good reasons that deserve to be heard."), "names none of them"),
        (ADVICE.format(holders=" ".join([HOLDERS] * 8)), "more than 280"),
    ],
}
