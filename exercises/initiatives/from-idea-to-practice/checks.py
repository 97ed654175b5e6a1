"""Checks and hints for the exercises of the chapter on the concept paper, the initiative and the cases."""

from shared_future import load
from shared_future.exercise import exercise, expect

FIGURES = load("single_figures")
ENTRIES, VOTED = "prize-submissions", "prize-nominated"


# Three honest press releases


def numbers(figures, year):
    return figures[(figures.area == "WSIS Prizes") & (figures.year == year)].set_index("subject").value


def per_hundred(figures, honoured, base, year):
    value = numbers(figures, year)
    if honoured not in value.index or base not in value.index:
        return None
    return 100 * value[honoured] / value[base]


def scaled(by):
    """Return the model with its result multiplied."""

    def wrong(figures, honoured, base, year):
        right = per_hundred(figures, honoured, base, year)
        return None if right is None else by * right

    return wrong


def inverted(figures, honoured, base, year):
    return per_hundred(figures, base, honoured, year)


def always_winners(figures, honoured, base, year):
    return per_hundred(figures, "prize-winners", base, year)


def always_submissions(figures, honoured, base, year):
    return per_hundred(figures, honoured, ENTRIES, year)


def always_2018(figures, honoured, base, year):
    return per_hundred(figures, honoured, base, 2018)


def not_honoured(figures, honoured, base, year):
    right = per_hundred(figures, honoured, base, year)
    return None if right is None else 100 - right


@exercise(
    "from-idea-to-practice-per-hundred",
    hints=(
        'Keep the rows of one showcase and one year: `(figures.area == "WSIS Prizes") & (figures.year == year)`.',
        '`.set_index("subject").value` turns them into a Series in which you look numbers up by subject.',
        "If `honoured` or `base` is not in its index, return `None`. Otherwise divide the first number by the second and multiply by 100.",
    ),
)
def honest_releases(answer):
    expect.function(
        answer,
        per_hundred,
        on=[
            (FIGURES, "prize-winners", ENTRIES, 2018),
            (FIGURES, "prize-winners", VOTED, 2018),
            (FIGURES, "prize-winners-and-champions", VOTED, 2018),
            (FIGURES, "prize-winners-and-champions", ENTRIES, 2024),
            (FIGURES, "prize-winners", ENTRIES, 2012),
            (FIGURES, "prize-winners", VOTED, 2012),
            (FIGURES, "prize-winners-and-champions", ENTRIES, 2016),
        ],
        alter="value",
        what="the number honoured of a hundred",
        mistakes=[
            (scaled(0.01), "This is a fraction of one. *Of a hundred* asks you to multiply by 100."),
            (inverted, "You divided the base by those honoured. It is the other way round."),
            (always_winners, "You count the winners whatever is asked for. Use `honoured`."),
            (always_submissions, "You divide by all that were sent in whatever is asked for. Use `base`."),
            (always_2018, "This is the result for 2018 in every year. Use `year`."),
            (not_honoured, "These are the ones who went home without a title. The honoured are asked for."),
        ],
    )
    return "Right. One prize, one year, three true numbers: before you compare two showcases, ask each for the same fraction."


# Which stage says so?


RIGHT = {
    "People outside the jury have a say.": "Geneva",
    "Fit with the host's own aims counts.": "both",
    "A film is made about those who are chosen.": "Wuzhen",
    "A project that won may not be entered again.": "Geneva",
    "Every project can read the marks it got.": "neither",
    "Entries are sent in online.": "both",
    "The work must be finished, or a major part of it.": "Geneva",
    "Influence in other countries counts.": "Wuzhen",
    "A project that was shown is known to work better.": "neither",
}


@exercise(
    "from-idea-to-practice-two-stages",
    hints=(
        "Go line by line through the table: what counts, who chooses, gain, come again.",
        "What is marked *not said* in one column can only be the other stage's, or nobody's.",
        "There are two of `Wuzhen`, three of `Geneva`, two of `both` and two of `neither`.",
    ),
)
def two_stages(answer):
    expect.labels(
        answer,
        RIGHT,
        choices=("Wuzhen", "Geneva", "both", "neither"),
        why={
            "People outside the jury have a say.": {
                "Wuzhen": "At Wuzhen a jury chooses, and of anybody else nothing is said. The public vote belongs to the other stage.",
                "both": "One of the two has a public vote; of the other we know a jury and nobody else.",
                "neither": "One of the two does have a public vote. Look at the line *Who chooses*.",
            },
            "Fit with the host's own aims counts.": {
                "Wuzhen": "Fit with the principles is praised first at Wuzhen, true. But the prizes ask as well which goals a project serves.",
                "Geneva": "The prizes ask which goals a project serves, true. But fit with the principles is praised first at Wuzhen.",
                "neither": "Read the line *What counts* in both columns: principles here, goals there.",
            },
            "A film is made about those who are chosen.": {
                "Geneva": "A title and a ceremony are what the prizes give, as far as the table goes.",
                "both": "The film stands in one column only, beside trophy and medal.",
                "neither": "It is in the table, in the line *Gain*.",
            },
            "A project that won may not be entered again.": {
                "Wuzhen": "For Wuzhen the line *Come again?* is marked *not said*.",
                "both": "Only one of the two says so; the other is silent on it.",
                "neither": "One of the two rules out projects that have won. Look at the last line.",
            },
            "Every project can read the marks it got.": {
                "Wuzhen": "The call promises a film and publicity, not a look at the marks.",
                "Geneva": "Rules and a vote are published there; the line below the table says what is not.",
                "both": "Below the table it says that neither text shows the marks of a single project.",
            },
            "Entries are sent in online.": {
                "Wuzhen": "True of Wuzhen, by an account. The prizes have an online form.",
                "Geneva": "True of the prizes, by a form. At Wuzhen one registers an account and submits there.",
                "neither": "Read the line *Entry* in both columns.",
            },
            "The work must be finished, or a major part of it.": {
                "Wuzhen": "The praise at Wuzhen names fit, influence, value and form. Finished work is asked for elsewhere.",
                "both": "Only one of the two asks for finished work and evidence of its results.",
                "neither": "One of the two asks for it. Look at the line *What counts*.",
            },
            "Influence in other countries counts.": {
                "Geneva": "The prizes ask for results and for goals served. International influence is named in the other column.",
                "both": "International influence stands in one column only.",
                "neither": "It is the second thing for which one stage praises its choice.",
            },
            "A project that was shown is known to work better.": {
                "Wuzhen": "The chosen are praised for influence and value. That the chosen work *better* would need the others for comparison, and no text has that.",
                "Geneva": "Evidence of results is asked of each project by itself. Nothing compares it with those not chosen.",
                "both": "Many spectators hear this. No text in the chapter writes it.",
            },
        },
    )
    return "Now you read a call as one reads a contract: what it promises, what it asks, and what it leaves to somebody unnamed."


# Coffee for the minister


@exercise(
    "from-idea-to-practice-minister",
    hints=(
        "Make two lists first: what the sale of 2022 showed, and what the year 2022 showed.",
        "Give every figure its owner in the same sentence: the partners of the event, the *Addis Herald*, the coffee authority, *The Reporter*.",
        "The best objection to taking part comes from Patton, the best one to staying out from Songwe. Answer it, do not just mention it.",
    ),
    rubric=(
        (3, "Figures. 3: two or more, right, each with its owner, and used for the advice. 2: right, but an owner is missing or one is only listed. 1: fewer than two, or one is wrong."),
        (3, "Positions. 3: three holders from different sides, each put so that the holder would agree. 2: three, one of them bent. 1: fewer than three."),
        (3, "Case and effect. 3: says what the case shows and what it leaves open, and names another possible cause. 2: one of the three is missing. 1: takes the case for a proof, or throws it away."),
        (3, "Advice. 3: one choice, its reason, an answer to the best objection, and what would change it. 2: one of these is missing. 1: two are missing."),
    ),
)
def minister(answer):
    expect.text(
        answer,
        words=(180, 320),
        mentions={
            "Songwe": ("Economic Commission for Africa",),
            "Li Zheng": (),
            "Cao Shumin": ("Cao",),
            "Cary": ("Atlantic Council",),
            "Attrill and Fritz": ("Attrill", "Fritz"),
            "Patton": (),
            "Gao": (),
            "Blacklock": (),
            "the ITU": ("ITU", "WSIS Prizes"),
        },
        at_least=3,
    )
