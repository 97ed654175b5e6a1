"""Checks and hints for the exercises of the chapter on the expo and the competition."""

import re

import shared_future as sf
from shared_future.exercise import exercise, expect

EXPO = sf.events(series="light-of-internet-expo")


# Pick your window


def counts(events, name="exhibitors"):
    known = {row.start.year: sf.figures(row.figures) for row in events.itertuples() if name in sf.figures(row.figures)}
    return {year: found[name].value for year, found in known.items()}


def rate(ratio, steps):
    return 100 * (ratio ** (1 / steps) - 1)


def yearly_growth(events, first, last):
    count = counts(events)
    return rate(count[last] / count[first], last - first)


def factor(events, first, last):
    return yearly_growth(events, first, last) / 100


def whole(events, first, last):
    count = counts(events)
    return rate(count[last] / count[first], 1)


def divided(events, first, last):
    return whole(events, first, last) / (last - first)


def years_counted(events, first, last):
    count = counts(events)
    return rate(count[last] / count[first], last - first + 1)


def editions_counted(events, first, last):
    count = counts(events)
    return rate(count[last] / count[first], sum(first < year <= last for year in count))


def backwards(events, first, last):
    count = counts(events)
    return rate(count[first] / count[last], last - first)


def firms(events, first, last):
    count = counts(events)
    return (count[last] - count[first]) / (last - first)


def all_years(events, first, last):
    count = counts(events)
    return yearly_growth(events, min(count), max(count))


def percentage_missing(events, first, last):
    return 100 + yearly_growth(events, first, last)


def other_sizes(events):
    """Return the table with exhibitors multiplied, more so in each later row."""
    changed = events.copy()
    sizes = [
        re.sub(r"\bexhibitors([=≈])(\d+)", lambda found, row=row: f"exhibitors{found[1]}{int(found[2]) * (2 + row)}", text)
        for row, text in enumerate(changed.figures)
    ]
    changed["figures"] = sizes
    return changed


@exercise(
    "expo-and-competition-growth",
    hints=(
        'First collect the counts: for each row, `sf.figures(row.figures)` is a dictionary; keep `["exhibitors"].value` under the year `row.start.year`.',
        "The whole factor is `count[last] / count[first]`. It was reached in `last - first` steps.",
        "The yearly factor is the whole factor to the power `1 / (last - first)`. Subtract 1 and multiply by 100.",
    ),
)
def growth(answer):
    expect.function(
        answer,
        yearly_growth,
        on=[(EXPO, 2014, 2024), (EXPO, 2019, 2024), (EXPO, 2015, 2019), (EXPO, 2019, 2020), (EXPO, 2020, 2023)],
        alter=other_sizes,
        what="the average growth a year",
        unit="per cent",
        mistakes=[
            (factor, "This is the growth as a fraction. Multiply by 100."),
            (whole, "This is the growth of all the years together. Find the rate for one year."),
            (divided, "You divided the whole growth by the years. Growth multiplies, since each year starts from a larger fair; take a root instead."),
            (years_counted, "You counted the years, both ends included. Between two years lie `last - first` steps."),
            (editions_counted, "You counted the editions in the table. A year without a row is still a year."),
            (backwards, "You went from the last count back to the first. Divide the later one by the earlier."),
            (firms, "These are exhibitors more a year. A rate in per cent is asked for."),
            (all_years, "This is the growth over the whole table. Use `first` and `last`."),
            (percentage_missing, "This is the yearly factor in per cent, with the starting 100 in it. Growth is what exceeds 100."),
        ],
    )
    return "Right. Both press officers can use your function, and that is the lesson: the rate is computed, the window is chosen."


# Count, sum, sequel, effect


RIGHT = {
    "601 exhibitors came from 38 countries and regions.": "count",
    "Thanks to the prize, half of the winners found money.": "effect",
    "Half of the winners found money after the contest.": "sequel",
    "Over ten years more than 3,500 exhibitors took part.": "sum",
    "Winners drawn by lot hired more than the others.": "effect",
    "The expo has been visited almost 500,000 times.": "sum",
    "Wuzhen had 12 digital firms in 2014 and has 1,000 now.": "sequel",
    "The summit made 1,000 digital firms out of 12.": "effect",
    "At the job fair, 50 employers offered posts.": "count",
}


@exercise(
    "expo-and-competition-kinds",
    hints=(
        "Ask first whether one day, many editions, or a time afterwards is meant.",
        "Then look for a *because*, open or hidden: *thanks to*, *made*, or two groups that only chance has told apart.",
        "There are two counts, two sums, two sequels and three effects.",
    ),
)
def kinds(answer):
    expect.labels(
        answer,
        RIGHT,
        choices=("count", "sum", "sequel", "effect"),
        why={
            "601 exhibitors came from 38 countries and regions.": {
                "sum": "That is one edition, the one of 2019. Nothing is added over the years.",
                "sequel": "Nothing is said of what became of the 601 later.",
                "effect": "It says how many came, and not what that brought about.",
            },
            "Thanks to the prize, half of the winners found money.": {
                "count": "One can count those who found money, but *thanks to* claims more than a number.",
                "sum": "The point is not how many contests were added up, but why the money came.",
                "sequel": "Without the first four words it would be one. *Thanks to* turns what came after into a result.",
            },
            "Half of the winners found money after the contest.": {
                "count": "It does not speak of the day of the contest but of a time after it.",
                "sum": "Several contests may stand behind it, but the sentence is about what happened to the winners later.",
                "effect": "*After* is not *because*. The sentence would be true even if the prize had done nothing.",
            },
            "Over ten years more than 3,500 exhibitors took part.": {
                "count": "Nobody could have counted them on one day. Ten counts are added, and the same firm may be in each.",
                "sequel": "It does not follow anyone through time; it adds up editions.",
                "effect": "No consequence is claimed, only a total.",
            },
            "Winners drawn by lot hired more than the others.": {
                "count": "People hired can be counted, but the sentence compares two groups.",
                "sum": "Nothing is added over editions. Two groups are compared.",
                "sequel": "It tells what came after, and more: chance alone had told the two groups apart, so the difference is due to winning.",
            },
            "The expo has been visited almost 500,000 times.": {
                "count": "No single edition had so many visits. The number adds up the years.",
                "sequel": "Visits are part of the expo, not something that happened to visitors later.",
                "effect": "What the visits brought about is not said.",
            },
            "Wuzhen had 12 digital firms in 2014 and has 1,000 now.": {
                "count": "Two counts of two years, set side by side to tell what followed.",
                "sum": "The two numbers are not added; one comes after the other.",
                "effect": "The sentence names no cause. That the summit is one is what a reader may add.",
            },
            "The summit made 1,000 digital firms out of 12.": {
                "count": "The numbers are counts, but the verb is *made*.",
                "sum": "Nothing is added over the editions. Something is said to have been brought about.",
                "sequel": "With *had ... and has* it would be one. *Made* names a cause.",
            },
            "At the job fair, 50 employers offered posts.": {
                "sum": "This is one fair, in one year.",
                "sequel": "Who was hired in the end would be the sequel. Offered posts can be counted on the day.",
                "effect": "That posts were offered does not yet say that anybody found work through the fair.",
            },
        },
    )
    return "Now read the next press release with four coloured pens."


# A ticket to Wuzhen


@exercise(
    "expo-and-competition-ticket",
    hints=(
        "Begin with what your own firms need: a market, a certificate, money, or to be left in peace.",
        "For the number, choose an effect and not a sequel: who would be as good as the winner, and stay at home?",
        "Take the objection that hurts most, Kokas's or Mozur's if you accept, Fernando's or Wu Junqing's if you decline, and answer it.",
    ),
    rubric=(
        (3, "Evidence. 3: one number after three years, with equals to compare and a way to get them. 2: a number with a weak comparison. 1: a sequel or a count is taken for success."),
        (3, "Positions. 3: three holders from different sides, each put so that the holder would agree. 2: three, one of them bent. 1: fewer than three."),
        (3, "Use of the record. 3: rules, figures or winners of Wuzhen used rightly, with whose figures they are. 2: used, but owners missing. 1: a figure is wrong or has no source."),
        (3, "Advice. 3: one choice, its reason, an answer to the best objection, and what would change it. 2: one of these is missing. 1: two are missing."),
    ),
)
def ticket(answer):
    expect.text(
        answer,
        words=(180, 320),
        mentions={
            "the article or the WIC": ("the article", "WIC", "Ren Xianliang"),
            "Wu Junqing": ("Wu ",),
            "Fernando": (),
            "Tim Cook": ("Cook",),
            "Qualcomm": (),
            "Mozur": (),
            "Ramli": (),
            "Kokas": (),
            "Orme": (),
            "Wong, Tong and Zhang": ("Wong",),
            "the visitor of 2019": ("Dearin", "consultant", "visitor of 2019"),
            "McKenzie": (),
            "Hong and colleagues": ("Hong's", "Suting Hong", "Hong and"),
            "the Swiss study": ("Swiss",),
            "FKM": ("Voluntary Control",),
        },
        at_least=3,
    )
