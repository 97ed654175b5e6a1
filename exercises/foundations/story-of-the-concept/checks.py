"""Checks of the chapter on the story of the concept."""

from shared_future import events
from shared_future.exercise import exercise, expect

MESSAGES = events(series="xi-messages", kind="address")


def share(messages, theme, first, last):
    own = messages[messages.start.dt.year.between(first, last)]
    return 100 * own.themes.map(lambda themes: theme in themes).mean()


def fraction(messages, theme, first, last):
    return share(messages, theme, first, last) / 100


def count(messages, theme, first, last):
    own = messages[messages.start.dt.year.between(first, last)]
    return float(own.themes.map(lambda themes: theme in themes).sum())


def share_of_all(messages, theme, first, last):
    return 100 * count(messages, theme, first, last) / len(messages)


def share_of_the_theme(messages, theme, first, last):
    own = messages[messages.themes.map(lambda themes: theme in themes)]
    return 100 * own.start.dt.year.between(first, last).mean()


def last_year_left_out(messages, theme, first, last):
    return share(messages, theme, first, last - 1)


def exploded(messages, theme, first, last):
    own = messages[messages.start.dt.year.between(first, last)].explode("themes")
    return 100 * (own.themes == theme).mean()


@exercise(
    "story-of-the-concept-share",
    hints=(
        "Two steps: first keep the messages of the years, then ask which of them have the theme.",
        "`messages.start.dt.year.between(first, last)` is true for the years, both ends included; `messages.themes.map(lambda themes: theme in themes)` is true for the theme.",
        "`own = messages[messages.start.dt.year.between(first, last)]`; then return 100 times the mean of the theme's true and false.",
    ),
)
def share_check(answer):
    expect.function(
        answer,
        share,
        on=[(MESSAGES, "sovereignty", 2014, 2018), (MESSAGES, "development", 2019, 2024), (MESSAGES, "economy", 2017, 2022)],
        alter=lambda table: table.iloc[::2],
        what="the share of the messages of these years that have the theme",
        unit="per cent",
        mistakes=[
            (fraction, "That is a share between 0 and 1. Multiply by 100: the exercise asks for per cent."),
            (count, "That is how many messages have the theme. Divide by the number of messages in these years."),
            (share_of_all, "You divided by all messages. The base is the messages of the years that were asked for."),
            (share_of_the_theme, "That is how much of the theme falls into these years. The question is the other way round: how much of these years has the theme."),
            (last_year_left_out, "The last year is missing. Both years belong to the span."),
            (exploded, "You counted a message once for each of its themes. Ask of each message whether the theme is among its themes."),
        ],
        otherwise="Print the messages of the years first, and count by hand which of them have the theme.",
    )
    return "Two spans and two themes now make the sentence about the turn testable, and anyone may test another span."


@exercise(
    "story-of-the-concept-record",
    hints=(
        "Look up each statement in the sections *What the article says* and *Where it comes from*.",
        "Three match, two are corrected, one is borrowed, one is unsupported.",
        "The issuer of 2019 and the month of one edition give the two that are corrected; Xi's letter of 2019 gives the one that is borrowed.",
    ),
)
def record(answer):
    expect.labels(
        answer,
        {
            "Four principles and five proposals were put forward on 16 December 2015 (I.1).": "matches",
            "The proposals were widely recognised abroad (I.1).": "unsupported",
            "To develop, use and govern the internet well is a duty of all countries (0.1).": "borrowed",
            "People have met at Wuzhen every year as autumn turns to winter (II.1).": "corrected",
            "On 8 November 2023 three advocacies were put forward (I.2).": "matches",
            "The organisation began with the ceremony of 12 July 2022 (II.2).": "matches",
            "The organisation issued the concept paper of 2019 (II.3).": "corrected",
        },
        choices=("matches", "corrected", "borrowed", "unsupported"),
        why={
            "Four principles and five proposals were put forward on 16 December 2015 (I.1).": "The speech is printed with this date, and reporters from many countries wrote of it that week.",
            "The proposals were widely recognised abroad (I.1).": {
                "matches": "Some welcomed them and some called for a boycott. The article names nobody, so there is nothing to match.",
                "corrected": "No source can correct it, because it does not say who recognised what. That is the trouble with it.",
                "borrowed": "Others say so too, but this sentence has no earlier text that it repeats. Ask what example it gives.",
            },
            "To develop, use and govern the internet well is a duty of all countries (0.1).": {
                "matches": "It is no event that a source could record; it is a formula. Ask where else it stands.",
                "corrected": "Nothing shows that it is inexact. Ask where else the formula stands: a letter of 2019.",
                "unsupported": "It is a demand, so it needs no example. But it has an author, whom the article does not name here.",
            },
            "People have met at Wuzhen every year as autumn turns to winter (II.1).": {
                "matches": "Most editions fit. Look at the month of the edition of 2021, and at what took place in 2020.",
                "borrowed": "It repeats no earlier text. Compare it with the dates of the editions.",
                "unsupported": "It can be checked: every edition has its dates in the events table.",
            },
            "On 8 November 2023 three advocacies were put forward (I.2).": "The video address is of that day, and agencies printed the three advocacies.",
            "The organisation began with the ceremony of 12 July 2022 (II.2).": "News agencies reported the ceremony in Beijing on that day.",
            "The organisation issued the concept paper of 2019 (II.3).": {
                "matches": "Compare two dates: the paper is of October 2019, the organisation of July 2022.",
                "borrowed": "It repeats no earlier text. Compare the date of the paper with that of the organisation.",
                "unsupported": "It can be checked: the paper names its issuer.",
            },
        },
    )
    return "Right: exact where others watched, loose where only the author's memory or purpose was at work."


@exercise(
    "story-of-the-concept-birth",
    rubric=(
        (2, "States a test for when an idea counts as born, before applying it."),
        (3, "Applies the test to the chosen year and to at least two others, with exact dates."),
        (2, "Names at least two sources and says what each can show."),
        (2, "Answers the best objection to the chosen year in its strongest form."),
        (1, "Says what evidence would change the answer."),
    ),
    hints=(
        "Write the test down first, in one sentence, without a year in it.",
        "Candidates are 2011, 2013, 2014, 2015 and 2022. Say for each of two of them what your test says.",
        "Name the speech or the document that carries each year, and the source that reports it.",
    ),
)
def birth(answer):
    expect.text(
        answer,
        words=(150, 300),
        mentions={"2013": ("Moscow",), "2014": ("Brasília", "Brasilia", "Brazil"), "2015": (), "2022": (), "2011": ()},
        at_least=3,
    )
