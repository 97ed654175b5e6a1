"""Checks of the chapter on the story of the concept."""

from shared_future import events
from shared_future.exercise import exercise, expect

MESSAGES = events(series="xi-messages", kind="address", text="Wuzhen")


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


def first_year_left_out(messages, theme, first, last):
    return share(messages, theme, first + 1, last)


def last_year_left_out(messages, theme, first, last):
    return share(messages, theme, first, last - 1)


def one_theme_for_all(messages, theme, first, last):
    return share(messages, "sovereignty", first, last)


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
        on=[(MESSAGES, "sovereignty", 2014, 2018), (MESSAGES, "economy", 2017, 2022), (MESSAGES, "security", 2015, 2024)],
        alter=lambda table: table.iloc[::2],
        what="the share of the messages of these years that have the theme",
        unit="per cent",
        mistakes=[
            (fraction, "That is a share between 0 and 1. Multiply by 100: the exercise asks for per cent."),
            (count, "That is how many messages have the theme. Divide by the number of messages in these years."),
            (share_of_all, "You divided by all messages. The base is the messages of the years that were asked for."),
            (share_of_the_theme, "That is how much of the theme falls into these years. The question is the other way round: how much of these years has the theme."),
            (first_year_left_out, "The first year is missing. Both years belong to the span."),
            (last_year_left_out, "The last year is missing. Both years belong to the span."),
            (one_theme_for_all, "That is the share of sovereignty. Look for the `theme` that the function is given."),
            (exploded, "You counted a message once for each of its themes. Ask of each message whether the theme is among its themes."),
        ],
        otherwise="Print the messages of the years first, and count by hand which of them have the theme.",
    )
    return "The sentence about the turn can now be tested, and anyone who doubts the span or the coding can try another."


RECORD = {
    "Four principles date from 16 December 2015 (I.1).": "matches",
    "The address of 2023 gave the work new force (0.1).": "unsupported",
    "To govern the internet well is a duty of all (0.1).": "borrowed",
    "Every year Wuzhen meets as winter comes (II.1).": "corrected",
    "Three advocacies date from 8 November 2023 (I.2).": "matches",
    "The organisation began on 12 July 2022 (II.2).": "matches",
    "The organisation issued the paper of 2019 (II.3).": "corrected",
}


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
        RECORD,
        choices=("matches", "corrected", "borrowed", "unsupported"),
        why={
            "Four principles date from 16 December 2015 (I.1).": {
                "corrected": "A newspaper column of 2023 puts them in 2014, but the embassy's report of the speech bears the day that the article gives.",
                "borrowed": "A date is a fact, not a formula. Ask whether other sources give the same one.",
                "unsupported": "It can be checked: an embassy printed its report of the speech under that day.",
            },
            "The address of 2023 gave the work new force (0.1).": {
                "matches": "Others record that the address was given. Who records that it gave force, and to what?",
                "corrected": "To correct it one would have to measure the force, and the statement does not say by what.",
                "borrowed": "This chapter knows no earlier text that says it: it is the article's own judgement of an effect.",
            },
            "To govern the internet well is a duty of all (0.1).": {
                "matches": "It is no event that a source could record; it is a formula. Ask where else it stands.",
                "corrected": "Nothing shows that it is inexact. Ask where else the formula stands: a letter of 2019.",
                "unsupported": "It is a demand, not a claim of success. And it has an author, whom the article does not name here.",
            },
            "Every year Wuzhen meets as winter comes (II.1).": {
                "matches": "Most editions fit. Look at the month of the edition of 2021.",
                "borrowed": "Compare it with the dates of the editions before you ask who said it first.",
                "unsupported": "It can be checked: every edition has its dates in the events table.",
            },
            "Three advocacies date from 8 November 2023 (I.2).": {
                "corrected": "The address is of that very day. What is loose in I.2 is the count of years, not the date.",
                "borrowed": "A date is a fact, not a formula. Ask whether other sources give the same one.",
                "unsupported": "It can be checked: Xinhua printed the address with its three calls.",
            },
            "The organisation began on 12 July 2022 (II.2).": {
                "corrected": "What is younger than the article makes it look is the organisation's share in the texts of 2019 and 2020. The day of the ceremony holds.",
                "borrowed": "A date is a fact, not a formula. Ask whether other sources give the same one.",
                "unsupported": "It can be checked: Xinhua reported the ceremony in Beijing on that day.",
            },
            "The organisation issued the paper of 2019 (II.3).": {
                "matches": "Compare two dates: the paper is of October 2019, the organisation of July 2022.",
                "borrowed": "Compare the date of the paper with that of the organisation before you ask who said it first.",
                "unsupported": "It can be checked: the paper names its issuer.",
            },
        },
    )
    return "Right. The days hold; a season, an issuer, a formula and an effect are where the checking pays."


YEARS = ("2011", "2013", "2014", "2015", "2019", "2020", "2022")


@exercise(
    "story-of-the-concept-birth",
    rubric=(
        (2, "States a test for when an idea counts as born, before applying it."),
        (3, "Applies the test to the chosen year and to at least two others, and says what happened in each."),
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
    expect.text(answer, words=(150, 300))
    named = [year for year in YEARS if year in answer]
    expect.that(
        len(named) >= 3,
        f"Weigh at least three years against each other: the one that you print and two others. Your text names {' and '.join(named) or 'none of the candidates'}.",
    )
