"""Wrong answers to the exercises on the second proposal, each with words of the feedback that it must get."""

WORLD = "internet-users-world-2024-itu-2024"


def share_of_pages(figures, language, year=2024):
    crawl = figures[(figures.subject == "web-pages") & (figures.year == year)]
    return crawl.set_index("area").value[language]


def users(use, people, iso3, year):
    return use.set_index(["iso3", "year"]).value[iso3, year] / 100 * people.set_index(["iso3", "year"]).value[iso3, year]


def of_world(figures, use, people, iso3, year, row=WORLD):
    return 100 * users(use, people, iso3, year) / (figures.set_index("id").value[row] * 1e6)


RIGHT = {
    "The world learns about China's culture (2015).": "outward",
    "The Chinese learn about other cultures (2015).": "inward",
    "Chinese culture is presented abroad (II.7).": "outward",
    "Civilisations exchange in six fields (I.5).": "mutual",
    "Content in every language (UNESCO, 2003).": "channel",
    "The cave in English, Japanese, Korean (plan, 2023).": "outward",
    "Holders of scattered scrolls show them together (2005).": "mutual",
}

LETTER = """To the board: I recommend that we join, on three conditions, and that after five years we count corrections taken up, not visits.
{holders}
The Dunhuang Academy reports 16.8 million visits from 78 countries; its president said so to the conference, nobody outside has
counted, and a visit tells us nothing about an answer. So the number shows interest and no more. First condition: our own
language becomes the ninth. Second: a copy of every file lies with us, under a licence that lets us publish it anywhere. Third:
captions carry two names, theirs and ours, and where we disagree both are shown. The hardest objection is that a guest who pays
nothing decides nothing. It is met by the second condition, because we can leave with what we brought. If the host refuses any
of the three we decline politely, publish the reasons, and put the money that we have into a small site with two neighbouring
museums, which will be slower and remain in our hands.
"""

WRONG = {
    "cultural-exchange-weight": [
        (lambda figures, use, people, language, iso3, year: of_world(figures, use, people, iso3, year) / share_of_pages(figures, language), "divided users by pages"),
        (lambda figures, use, people, language, iso3, year: share_of_pages(figures, language) / of_world(figures, use, people, iso3, year) / 100, "A hundred too small"),
        (lambda figures, use, people, language, iso3, year: 100 * share_of_pages(figures, language) / of_world(figures, use, people, iso3, year), "A hundred too large"),
        (lambda figures, use, people, language, iso3, year: share_of_pages(figures, language) / of_world(figures, use, people, iso3, year) / 1e6, "units do not match"),
        (
            lambda figures, use, people, language, iso3, year: (
                share_of_pages(figures, language) / (people.set_index(["iso3", "year"]).value[iso3, year] / (figures.set_index("id").value[WORLD] * 1e4))
            ),
            "everybody who lives there",
        ),
        (lambda figures, use, people, language, iso3, year: share_of_pages(figures, language) / use.set_index(["iso3", "year"]).value[iso3, year], "how many of the country's people"),
        (
            lambda figures, use, people, language, iso3, year: (
                share_of_pages(figures, language) / of_world(figures, use, people, iso3, year, "internet-users-world-2024-itu-2025")
            ),
            "edition of 2025",
        ),
        (lambda figures, use, people, language, iso3, year: share_of_pages(figures, language, 2018) / of_world(figures, use, people, iso3, year), "crawl of 2018"),
        (lambda figures, use, people, language, iso3, year: share_of_pages(figures, language) - of_world(figures, use, people, iso3, year), "You subtracted"),
        (lambda figures, use, people, language, iso3, year: None, "gives nothing back"),
        (lambda figures, use, people, language, iso3, year: {"Chinese": 0.2046, "Japanese": 2.564, "German": 3.74}[language], "too"),
    ],
    "cultural-exchange-direction": [
        (RIGHT | {"The world learns about China's culture (2015).": "mutual"}, "two halves"),
        (RIGHT | {"The Chinese learn about other cultures (2015).": "mutual"}, "Only one side learns"),
        (RIGHT | {"Chinese culture is presented abroad (II.7).": "mutual"}, "no one who answers"),
        (RIGHT | {"Civilisations exchange in six fields (I.5).": "channel"}, "givers and takers"),
        (RIGHT | {"Content in every language (UNESCO, 2003).": "mutual"}, "the point of a channel"),
        (RIGHT | {"The cave in English, Japanese, Korean (plan, 2023).": "inward"}, "the cave is not"),
        (RIGHT | {"Holders of scattered scrolls show them together (2005).": "outward"}, "each what it holds"),
        (RIGHT | {"Holders of scattered scrolls show them together (2005).": "sideways"}, "none of the labels"),
    ],
    "cultural-exchange-museum": [
        ("We should join the portal.", "fewer than"),
        (LETTER.format(holders="Gurry and Winter have written about this."), "names Gurry and Winter"),
        (LETTER.format(holders="Opinions differ widely."), "names none of them"),
        (LETTER.format(holders="Gurry, Winter, Yang and UNESCO differ. " + "On and on it goes. " * 30), "more than 280"),
    ],
}
