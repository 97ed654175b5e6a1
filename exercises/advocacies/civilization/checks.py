"""Checks and hints for the exercises of the chapter on the third advocacy: civilisations that learn from each other."""

from shared_future import load
from shared_future.exercise import exercise, expect

FIGURES = load("single_figures")


# One edition at a time


def by_edition(figures, subject, area):
    """The values of a subject in an area, editions in rows and years in columns."""
    rows = figures[(figures.subject == subject) & (figures.area == area)]
    return rows.pivot(index="edition", columns="year", values="value")


def pace(figures, subject, area, start, end):
    both = by_edition(figures, subject, area).reindex(columns=[start, end]).dropna()
    return None if both.empty else (both[end] - both[start]).iloc[0] / (end - start)


def any_edition(figures, subject, area, start, end):
    """The mistake the exercise is about: the first value found for each year, whatever its edition."""
    years = figures[(figures.subject == subject) & (figures.area == area)].groupby("year").value
    return (years.first()[end] - years.first()[start]) / (end - start)


def newest_edition(figures, subject, area, start, end):
    years = figures[(figures.subject == subject) & (figures.area == area)].groupby("year").value
    return (years.last()[end] - years.last()[start]) / (end - start)


def whole_rise(figures, subject, area, start, end):
    right = pace(figures, subject, area, start, end)
    return None if right is None else right * (end - start)


def backwards(figures, subject, area, start, end):
    right = pace(figures, subject, area, start, end)
    return None if right is None else -right


def years_and_one(figures, subject, area, start, end):
    right = whole_rise(figures, subject, area, start, end)
    return None if right is None else right / (end - start + 1)


def growth(figures, subject, area, start, end):
    """Per cent of the first value instead of points."""
    both = by_edition(figures, subject, area).reindex(columns=[start, end]).dropna()
    return None if both.empty else 100 * (both[end] / both[start] - 1).iloc[0] / (end - start)


@exercise(
    "civilization-one-edition",
    hints=(
        'Look at the rows of `internet-use-rural` in the world: which of them share an edition? The column `edition` tells.',
        '`rows.pivot(index="edition", columns="year", values="value")` puts every edition in a row of its own; a missing year is an empty cell.',
        "Keep `table.reindex(columns=[start, end]).dropna()`. Is it empty, return `None`; else take the difference of the two columns, `.iloc[0]`, and divide by `end - start`.",
    ),
)
def one_edition(answer):
    expect.function(
        answer,
        pace,
        on=[
            (FIGURES, "internet-use-rural", "World", 2021, 2024),
            (FIGURES, "internet-use-women", "World", 2019, 2024),
            (FIGURES, "internet-use", "World", 2020, 2024),
            (FIGURES, "internet-use", "World", 2024, 2025),
        ],
        alter="value",
        what="the pace",
        unit="points a year",
        tolerance=1e-6,
        mistakes=[
            (whole_rise, "That is the whole rise. Divide it by the years between `start` and `end`."),
            (backwards, "You took the later value from the earlier one; a rise is positive."),
            (years_and_one, "From 2021 to 2024 is three years, not four: divide by `end - start`."),
            (growth, "That is growth in per cent of the first value. Points are a plain difference of two percentages."),
            (any_edition, "Two editions have met in one difference. Take both values from the same edition."),
            (newest_edition, "You took the newest value for each year, so that two editions met. One edition has to give both values."),
        ],
        otherwise="Print the two values and the editions that they come from before you subtract.",
    )
    rise = expect.call(answer, FIGURES, "internet-use-rural", "World", 2024, 2025, nothing=True)
    expect.that(not isinstance(rise, str), "Where no edition has both years your function gives text. Return `None`, which a program can test for.")
    expect.that(rise is None or rise == rise, "Where no edition has both years your function gives `nan`. The meaning is right; return `None`, as asked, so that nobody calculates with it.")
    expect.that(rise is None or rise != 0, "Zero would say that nothing changed. Where no edition has both years nothing is known: return `None`.")
    expect.that(
        rise is None,
        "For the countryside from 2024 to 2025 your function gives a number, but one value is in the edition of 2024 and the other in that of 2025. Return `None` where no edition has both years.",
    )
    poor = expect.call(answer, FIGURES, "internet-use", "Low income", 2024, 2025, nothing=True)
    expect.that(
        poor is None,
        "For low-income economies from 2024 to 2025 no edition has both values, and your function still gives something. Is the area filtered, as well as the subject?",
    )
    return "Right. What looks like ten points in one year for the countryside is two editions side by side, and your function refuses to call it a rise."


# Who is the partner?

COUNTRIES, CIVILISATIONS, PERSONS = "countries", "civilisations", "persons"


@exercise(
    "civilization-who-is-the-partner",
    hints=(
        "Find the sentence in the chapter and look for the noun that the statement is about. Who sends it does not matter.",
        "Two of the seven are about countries, two about civilisations.",
        "The three about persons come from a Secretary-General, an economist and a body that has another word in its name.",
    ),
)
def who_is_the_partner(answer):
    expect.labels(
        answer,
        {
            "No country presses its model on another (2023).": COUNTRIES,
            "None can be ranked above another (Xi at UNESCO, 2014).": CIVILISATIONS,
            "They hold different cultures within (UN, 2000).": CIVILISATIONS,
            "Everyone has a say in how they are governed (Annan).": PERSONS,
            "All nations may choose their own path (Ong).": COUNTRIES,
            "Nobody is boxed into one identity (Sen).": PERSONS,
            "Dignity is protected without distinction (Alliance).": PERSONS,
        },
        choices=(COUNTRIES, CIVILISATIONS, PERSONS),
        why={
            "No country presses its model on another (2023).": {
                CIVILISATIONS: "The initiative bears the word in its name, but this sentence says who may not press whom: countries.",
                PERSONS: "A person has no model of government to press on another; the sentence protects countries from countries.",
            },
            "None can be ranked above another (Xi at UNESCO, 2014).": {
                COUNTRIES: "It was said before the member states of UNESCO. What it calls equal is something else; look at the three statements of 2014.",
                PERSONS: "What cannot be superior here is not a person. Look at the three statements of 2014.",
            },
            "They hold different cultures within (UN, 2000).": {
                COUNTRIES: "The resolution says that these are *not* confined to countries.",
                PERSONS: "Several cultures within one: that is said of something larger than a person.",
            },
            "Everyone has a say in how they are governed (Annan).": {
                COUNTRIES: "It is about people over against those who govern them.",
                CIVILISATIONS: "Annan describes one global civilisation, yes. The one who has the say in it is not a civilisation.",
            },
            "All nations may choose their own path (Ong).": {
                CIVILISATIONS: "He praises an initiative on civilisations; the right that he draws from it belongs to somebody else.",
                PERSONS: "A path of development is chosen by a nation. Whether its people agree, the sentence does not ask.",
            },
            "Nobody is boxed into one identity (Sen).": {
                COUNTRIES: "Who has many identities at once, in his view?",
                CIVILISATIONS: "That is the box he warns of. Who sits in it?",
            },
            "Dignity is protected without distinction (Alliance).": {
                COUNTRIES: "A country has sovereignty; human dignity belongs to someone else.",
                CIVILISATIONS: "It is in the Alliance's name. Read which word stands before *dignity*.",
            },
        },
    )
    return "All seven fit. Now put the statements of 2023 and of Annan side by side: one protects countries from each other, the other gives persons a say against those who govern them. When do they collide?"


# A programme for the tenth of June


@exercise(
    "civilization-tenth-of-june",
    hints=(
        "Begin with one sentence: in this programme, inclusive means that ... Everything else follows from it.",
        "A measure is a number that someone could bring you on 11 June. Which number would prove you wrong?",
        "Each design leaves someone out. Name them for the design that you recommend, and let its strongest critic say so.",
    ),
    rubric=(
        (3, "**Meaning.** One sense of inclusive, stated and kept to. 3: stated, and the design follows from it; 2: stated, then mixed with another; 1: the word is only used."),
        (3, "**Measure.** A number that could prove you wrong. 3: it measures the stated sense, and its limit is named; 2: only one of the two; 1: a good intention."),
        (4, "**Positions.** At least three holders who see different partners, each put so that the holder would sign; the strongest objection answered. 4: fair and answered; 2 or 3: one is flattened or the answer is missing; 1: names only."),
        (2, "**Price.** Who is left out by your design. 2: named, with what can be done; 1: mentioned."),
    ),
)
def tenth_of_june(answer):
    expect.text(
        answer,
        words=(150, 280),
        mentions={
            "the Chinese government": ("Chinese government", "China's government", "Xi"),
            "Ong": (),
            "CGTN": (),
            "the United States": ("United States", "Washington"),
            "Ellis": (),
            "Global Village Space": (),
            "Kortunov": (),
            "Fulcrum": (),
            "Sen": (),
            "Annan": (),
            "NETmundial": (),
            "the Alliance of Civilizations": ("Alliance of Civilizations", "Alliance of Civilisations", "the Alliance"),
            "UN Women": (),
        },
        at_least=3,
    )
    return None
