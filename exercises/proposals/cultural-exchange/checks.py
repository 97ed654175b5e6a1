"""Checks and hints for the exercises of the chapter on the second proposal: a platform for cultural exchange."""

from shared_future import load
from shared_future.exercise import exercise, expect

FIGURES = load("single_figures")
USE = load("internet_use")
PEOPLE = load("population")

EDITION_2024 = "internet-users-world-2024-itu-2024"
EDITION_2025 = "internet-users-world-2024-itu-2025"


# Pages for people


def page_share(figures, language, year=2024):
    crawl = figures[(figures.subject == "web-pages") & (figures.year == year)]
    return crawl.set_index("area").value.get(language)


def user_share(figures, use, people, iso3, year, world=EDITION_2024):
    """What part of the world's users an economy has, in per cent."""
    rate = use.set_index(["iso3", "year"]).value[iso3, year]
    heads = people.set_index(["iso3", "year"]).value[iso3, year]
    return rate * heads / (figures.set_index("id").value[world] * 1e6)


def weight(figures, use, people, language, iso3, year):
    return page_share(figures, language) / user_share(figures, use, people, iso3, year)


def upside_down(figures, use, people, language, iso3, year):
    return 1 / weight(figures, use, people, language, iso3, year)


def rate_as_share(figures, use, people, language, iso3, year):
    return weight(figures, use, people, language, iso3, year) / 100


def per_cent_by_share(figures, use, people, language, iso3, year):
    return 100 * weight(figures, use, people, language, iso3, year)


def millions_forgotten(figures, use, people, language, iso3, year):
    return weight(figures, use, people, language, iso3, year) / 1e6


def everybody_counted(figures, use, people, language, iso3, year):
    heads = people.set_index(["iso3", "year"]).value[iso3, year]
    return page_share(figures, language) / (100 * heads / (figures.set_index("id").value[EDITION_2024] * 1e6))


def rate_below(figures, use, people, language, iso3, year):
    return page_share(figures, language) / use.set_index(["iso3", "year"]).value[iso3, year]


def other_edition(figures, use, people, language, iso3, year):
    return page_share(figures, language) / user_share(figures, use, people, iso3, year, EDITION_2025)


def first_crawl(figures, use, people, language, iso3, year):
    pages = page_share(figures, language, 2018)
    return None if pages is None else pages / user_share(figures, use, people, iso3, year)


def difference(figures, use, people, language, iso3, year):
    return page_share(figures, language) - user_share(figures, use, people, iso3, year)


@exercise(
    "cultural-exchange-weight",
    hints=(
        "Three numbers are needed: the language's share of pages (subject `web-pages`, year 2024), the users of the economy, the users of the world.",
        'With two columns as index, `use.set_index(["iso3", "year"]).value[iso3, year]` is one number, the rate in per cent; `people` works alike, and its numbers are single people.',
        "users = rate / 100 * heads; their share in per cent is 100 * users / (world * 1e6); return the share of pages divided by it.",
    ),
)
def pages_for_people(answer):
    expect.function(
        answer,
        weight,
        on=[(FIGURES, USE, PEOPLE, "Chinese", "CHN", 2024), (FIGURES, USE, PEOPLE, "Japanese", "JPN", 2023), (FIGURES, USE, PEOPLE, "German", "DEU", 2024)],
        alter="value",
        what="the weight of the language",
        tolerance=1e-3,
        mistakes=[
            (upside_down, "You divided users by pages. Pages go on top, so that more than 1 means more pages than users."),
            (rate_as_share, "A hundred too small: the rate of internet use is in per cent, so divide it by 100 before you multiply it with people."),
            (per_cent_by_share, "A hundred too large: the pages are in per cent and your users are a plain share. Bring both to per cent."),
            (millions_forgotten, "Far too small: the units do not match. The world's users are given in millions, the people of an economy one by one; you need the one as a part of the other."),
            (everybody_counted, "You compared with everybody who lives there. Only those who are online count: multiply by the rate of internet use."),
            (rate_below, "Below your line stands how many of the country's people are online, not what part of the world's users they are."),
            (other_edition, "That is the edition of 2025 for the same year. The row that is asked for ends in `itu-2024`."),
            (first_crawl, "Those pages are of the crawl of 2018. Keep the rows of 2024."),
            (difference, "You subtracted. A weight is a ratio: divide the share of pages by the share of users."),
        ],
        otherwise="Look at the three numbers one by one: share of pages, users of the economy, users of the world.",
    )
    return "Right. By this ruler Japanese has more than twice its weight, Chinese about a fifth. Before you write that down, say whose pages the crawler cannot reach."


# Which way does it run?

OUTWARD, INWARD, MUTUAL, CHANNEL = "outward", "inward", "mutual", "channel"


@exercise(
    "cultural-exchange-direction",
    hints=(
        "Ask of each statement: who shows, and who is shown something? If no one is named on either side, it is a way and not a direction.",
        "One of the seven is inward. It stands in the same summary as an outward one.",
        "Two are mutual: one because of whom it names, one because of who takes part. One is a channel.",
    ),
)
def direction(answer):
    expect.labels(
        answer,
        {
            "The world learns about China's culture (2015).": OUTWARD,
            "The Chinese learn about other cultures (2015).": INWARD,
            "Chinese culture is presented abroad (II.7).": OUTWARD,
            "Civilisations exchange in six fields (I.5).": MUTUAL,
            "Content in every language (UNESCO, 2003).": CHANNEL,
            "The cave in English, Japanese, Korean (plan, 2023).": OUTWARD,
            "Holders of scattered scrolls show them together (2005).": MUTUAL,
        },
        choices=(OUTWARD, INWARD, MUTUAL, CHANNEL),
        why={
            "The world learns about China's culture (2015).": {
                INWARD: "The speaker is in China, and the learners are elsewhere. Look at who learns.",
                MUTUAL: "The proposal as a whole has two halves. This is one of them; the other has a line of its own.",
                CHANNEL: "It names who learns and about whom; a channel would leave both open.",
            },
            "The Chinese learn about other cultures (2015).": {
                OUTWARD: "Here the speaker's own people are the ones who learn.",
                MUTUAL: "Only one side learns in this half. Together with the half before it you would have both.",
                CHANNEL: "A channel names no learner, and here the learner is named.",
            },
            "Chinese culture is presented abroad (II.7).": {
                INWARD: "Something is presented to others; nothing of theirs comes back in this sentence.",
                MUTUAL: "The paragraph speaks of understanding between peoples as well, but the statement names one who presents and no one who answers.",
                CHANNEL: "It says whose culture is to travel, which a channel does not.",
            },
            "Civilisations exchange in six fields (I.5).": {
                OUTWARD: "No side is singled out as the one that shows.",
                INWARD: "No side is singled out as the one that learns.",
                CHANNEL: "Six fields are named, but so is what happens in them: exchange, with all as givers and takers.",
            },
            "Content in every language (UNESCO, 2003).": {
                OUTWARD: "UNESCO has no culture of its own to show. Whose content is it?",
                INWARD: "Nobody's own people are named as learners.",
                MUTUAL: "It would make mutual exchange possible, and that is the point of a channel: who uses it for what is left open.",
            },
            "The cave in English, Japanese, Korean (plan, 2023).": {
                INWARD: "The languages are foreign, the cave is not: what do readers of these languages learn about?",
                MUTUAL: "More languages bring more readers, but nothing of theirs is shown in return.",
                CHANNEL: "A translation of one work is not an open way: it carries this cave and nothing else.",
            },
            "Holders of scattered scrolls show them together (2005).": {
                OUTWARD: "Several institutions in several countries show, each what it holds.",
                INWARD: "Nobody here only receives: to take part is to show.",
                CHANNEL: "It is more than an open way: the arrangement itself says who shows, namely all the holders.",
            },
        },
    )
    return "All seven fit. The wording is settled now, not the practice: a mutual promise can end in an outward site, and an outward site can be answered."


# Should the museum join?


@exercise(
    "cultural-exchange-museum",
    hints=(
        "Decide first what you would count after five years; your recommendation follows from it.",
        "Three things in the offer are conditions in disguise: the languages, the servers, the captions. Say what each is worth to you.",
        "Take the position that troubles your choice most, put it as its holder would, and answer that one.",
    ),
    rubric=(
        (3, "**Recommendation.** Join, decline or conditions, tied to something that can be counted after five years. 3: both are clear and fit each other; 2: a clear choice, a vague count; 1: neither can be acted on."),
        (3, "**Evidence.** A figure or dated fact of the chapter with its owner and its limit. 3: owner and limit named; 2: only one of them; 1: a bare number."),
        (4, "**Positions.** At least three holders who see different obstacles, each put so that the holder would sign. 4: fair to all; 3: one is flattened; 2: two are; 1: names only."),
        (2, "**Direction.** Who shows, who writes the captions, who can answer. 2: weighed; 1: mentioned."),
    ),
)
def museum(answer):
    expect.text(
        answer,
        words=(150, 280),
        mentions={
            "Matić": ("Matic", "Serbia"),
            "Gurry": (),
            "Reporters Without Borders": ("RSF",),
            "the International Federation of Journalists": ("International Federation of Journalists", "journalists' federation", "IFJ"),
            "Wikimedia": (),
            "UNESCO": (),
            "ICANN": (),
            "Winter": (),
            "Yang": (),
            "NETmundial": ("NETmundial+10",),
            "Oliver": (),
            "Xia Shengping": ("Xia",),
        },
        at_least=3,
    )
    return None
