"""Checks, hints and the rubric for the brief that ends the course."""

from shared_future import load
from shared_future.brief import Brief
from shared_future.exercise import NotWritten, Wrong, exercise, expect

# How much does it lie?

GROUPS = load("internet_use_groups")


def ends(table, group, first, last):
    values = table[table.group == group].set_index("year").value
    return values[first], values[last]


def effect(one, two):
    return (two - one) / one


def model(table, group, first, last, start):
    one, two = ends(table, group, first, last)
    return effect(one - start, two - start) / effect(one, two)


def heights(table, group, first, last, start):
    one, two = ends(table, group, first, last)
    return (two - start) / (one - start)


def heights_compared(table, group, first, last, start):
    one, two = ends(table, group, first, last)
    return heights(table, group, first, last, start) / (two / one)


def drawn_only(table, group, first, last, start):
    one, two = ends(table, group, first, last)
    return effect(one - start, two - start)


def upside_down(table, group, first, last, start):
    return 1 / model(table, group, first, last, start)


def by_the_last(table, group, first, last, start):
    one, two = ends(table, group, first, last)
    return ((two - one) / (two - start)) / ((two - one) / two)


@exercise(
    "capstone-lie-factor",
    hints=(
        "Two numbers are enough: the group's value in `first` and in `last`. `table[table.group == group].set_index(\"year\").value` gives you both by year.",
        "The effect in the data is `(two - one) / one`. In the drawing both bars are shorter by `start`; the difference between them is not.",
        "Divide: `((two - one) / (one - start)) / ((two - one) / one)`.",
    ),
)
def lie_factor(answer):
    expect.function(
        answer,
        model,
        on=[(GROUPS, "Sub-Saharan Africa", 2015, 2023, 10), (GROUPS, "World", 2015, 2023, 30), (GROUPS, "World", 2016, 2022, 5)],
        alter="value",
        what="the lie factor",
        tolerance=0.001,
        mistakes=[
            (heights, "You divided the height of one bar by that of the other. An effect is a *change*, divided by the first bar."),
            (heights_compared, "You compared how many times as tall the second bar is. The factor compares changes: take 1 from both ratios first."),
            (drawn_only, "That is the effect in the drawing. Divide it by the effect in the data."),
            (upside_down, "Upside down: the drawing stands above the line, the data below."),
            (by_the_last, "You divided the change by the last bar. The base is the first."),
        ],
    )
    return "Right, on other figures too. From an axis at zero the factor is 1, whatever is drawn."


# Which mark?

OWN, ARTICLE, COPY, INFERENCE, NONE = "own account", "article only", "copy", "inference", "none"

MARKS = {
    "32 African countries came to Xiamen. [read: Xinhua; host: China's internet regulator]": (
        OWN,
        {
            ARTICLE: "The article is older than this forum; Xinhua tells of it.",
            COPY: "Xinhua's report was read as Xinhua's. What matters here is whose agency it is.",
            INFERENCE: "Nothing was concluded: the number is printed.",
            NONE: "A state's agency counts the guests of that state's office. The reader should know who counted.",
        },
    ),
    "The WIC and 15 entities sent proposals to the UN. [read: paragraph II.6; searched in vain elsewhere]": (
        ARTICLE,
        {
            OWN: "It is one, too; but nothing else tells of it, and that mark stands higher.",
            COPY: "No other text was found of which this could be a copy.",
            INFERENCE: "The article says it in so many words.",
            NONE: "One witness, and the one who acted: the reader has to be told.",
        },
    ),
    "African ministers call for AI that Africa owns. [read: a newspaper abroad that sums up their text]": (
        COPY,
        {
            OWN: "The ministers' text would be theirs. What was read is a stranger's summary of it.",
            ARTICLE: "The article is not about it; a newspaper is.",
            INFERENCE: "The author concluded nothing; somebody else did the shortening.",
            NONE: "The ministers' own text exists and was not opened.",
        },
    ),
    "A third of Sub-Saharan Africans were online in 2023. [read: the World Bank's table; it works out the average itself]": (
        NONE,
        {
            OWN: "The World Bank reckons how many people are online; it does not praise or tell of its own deeds.",
            ARTICLE: "The article has no such figure.",
            COPY: "The average was read where it is made. A single country's figure, collected by the ITU and printed by the World Bank, would be a copy.",
            INFERENCE: "The World Bank averages; the author of the draft only reads.",
        },
    ),
    "The WIC opened a worldwide call for AI projects. [read: paragraph II.6; searched in vain elsewhere]": (
        ARTICLE,
        {
            OWN: "True as well, and weaker than needed: of this call no second trace was found.",
            COPY: "The call itself is what nobody could find, so nothing was copied from it.",
            INFERENCE: "II.6 reports the call; it need not be concluded.",
            NONE: "Advice that rests on this sentence would rest on one paragraph.",
        },
    ),
    "The article was finished before late September 2024. [read: it, and the date of a text it does not know]": (
        INFERENCE,
        {
            OWN: "The article says nothing of its own date.",
            ARTICLE: "The article does not say this. Somebody worked it out.",
            COPY: "The article was read, and the date of the other text; neither states the sentence.",
            NONE: "Two clues and a conclusion: say from what.",
        },
    ),
    "The law asks network firms for a yearly report. [read: a translation on a lawyer's blog]": (
        COPY,
        {
            OWN: "The lawyer did not make the law.",
            ARTICLE: "The article is not what was read.",
            INFERENCE: "The translation prints the duty; nothing was concluded.",
            NONE: "A translation decides about words. Say that you read one.",
        },
    ),
    "Trainees praised the WIC's course. [read: the WIC's own news]": (
        OWN,
        {
            ARTICLE: "The WIC's news was read, not the article.",
            COPY: "It was read where it appeared first.",
            INFERENCE: "The praise is reported, not concluded.",
            NONE: "The host of the course reports its praise.",
        },
    ),
    "The regulator wrote the plan in a hurry. [read: the days between two announcements]": (
        INFERENCE,
        {
            OWN: "The regulator does not say that it was in a hurry.",
            ARTICLE: "The article does not know the plan.",
            COPY: "No text that says so was read, in copy or otherwise.",
            NONE: "Days between announcements are a clue. Somebody may have written for months before the first.",
        },
    ),
    "The court upheld the law on working hours. [read: the court's decision]": (
        NONE,
        {
            OWN: "The decision *is* the act. It does not praise or count anything.",
            ARTICLE: "The article has no courts.",
            COPY: "The decision itself was read.",
            INFERENCE: "A decision says what it decides.",
        },
    ),
}


@exercise(
    "capstone-marks",
    hints=(
        "Look at the brackets before you look at the sentence: what was opened, and who made it?",
        "If the author worked something out that no text says, it is an inference. If a text stands between author and source, it is a copy.",
        "Each of the five labels occurs twice.",
    ),
)
def marks(answer):
    expect.labels(
        answer,
        {statement: mark for statement, (mark, _) in MARKS.items()},
        choices=(ARTICLE, OWN, COPY, INFERENCE, NONE),
        why={statement: reasons for statement, (_, reasons) in MARKS.items()},
    )
    return "All ten. Two of them go without a mark, and none of the marks says that a sentence is false."


# The brief

WORDS = (900, 1300)
SOURCES = 12
ROWS = (5, 8)
SIDES = {"a supporter": ("supports",), "a critic": ("critical",), "a third": ("mixed", "alternative")}


def keys_of(stances):
    table = load("perspectives")
    return {key for keys in table[table.stance.isin(stances)].sources for key in keys}


@exercise(
    "capstone-brief",
    hints=(
        "Write the sentence first that holds all four: *who* should do *what* by *when*, for *whose* sake. Every other part has to serve it.",
        "`sf.positions(...)` shows who holds what; cite a supporter, a critic and a third by the keys of their sources. `sf.load(\"sources\")` has every key.",
        "Too long? Take out the sentence that no decision needs. Too short? Answer the objection that you would least like to hear.",
    ),
    rubric=(
        (
            4,
            "**Reader and decision.** Point at the office, the deed, the day and the cost. "
            "4: all four are there, and the office can do it; 3: one is vague; 2: one is missing; 1: two are missing; 0: no deed is asked for.",
        ),
        (
            2,
            "**Standpoint.** Point at each reason. 2: each counts a gain or a loss of those for whom the brief is written, or says whose it counts; 1: one or two forget it; 0: more do.",
        ),
        (
            5,
            "**Sources and marks.** Open the first, the middle and the last citation, and check step 3. A fault is a citation that does not carry its sentence, "
            "a mark that is missing or wrong, or a demand of step 3 that is not met. 5: no fault; 4: one; 3: two; 2: three; 1: four; 0: more, or a source that does not exist.",
        ),
        (
            3,
            "**Timeline and figure.** Point at the sentence that needs each row and the figure. 3: all are needed, the axis is honest, and the text says what the figure cannot show; "
            "2: one of these fails; 1: two fail; 0: all fail.",
        ),
        (
            4,
            "**Sides.** A supporter, a critic and a third, by name. Hold each beside its source. 4: each would sign, and each changes something in the argument; "
            "3: one is bent or idle; 2: two are; 1: all are, or only two are named; 0: one side alone.",
        ),
        (
            3,
            "**Best objection.** Write down the one that you would raise. 3: it, or a stronger one, is stated in its holder's words, answered with a reason, and the price is granted; "
            "2: the same without the price; 1: stated and left, or a weaker one is answered; 0: none.",
        ),
        (
            2,
            "**Not known.** Point at what was looked for and where, and at a find that would turn the advice. 2: both; 1: one; 0: none, or a search in vain is given as proof.",
        ),
        (
            2,
            "**Form.** Read the first fifty words, then count. 2: the advice stands in them, and the brief has 900 to 1,300 words; 1: one of the two; 0: neither.",
        ),
    ),
)
def brief(answer):
    expect.that(isinstance(answer, Brief), "Expected the brief itself, what `sf.brief(...)` gives back. Run the cell that makes `brief` and check that.")
    if not answer.cited and not any((answer.title, *answer.head.values())):
        raise NotWritten("Begin with the cell of steps 1 and 2: title, author, audience, standpoint.")
    said = []
    if answer.missing:
        said.append(f"Still missing: {', '.join(answer.missing)}.")
    fewest, most = WORDS
    if not fewest <= answer.words <= most:
        said.append(f"The text has {answer.words} words; {fewest} to {most} are asked for.")
    if len(answer.cited) < SOURCES:
        said.append(f"It cites {len(answer.cited)} of at least {SOURCES} sources. Links do not count here, since their owner is not in the course's list.")
    absent = [side for side, stances in SIDES.items() if not keys_of(stances) & set(answer.cited)]
    if answer.cited and absent:
        said.append(f"Among the holders in the course's table of positions {' and '.join(absent)} {'is' if len(absent) == 1 else 'are'} not cited.")
    rows = 0 if answer.timeline is None else len(answer.timeline)
    if rows and not ROWS[0] <= rows <= ROWS[1]:
        said.append(f"The timeline has {rows} row{'s' * (rows != 1)}; {ROWS[0]} to {ROWS[1]} are asked for, those that the decision cannot do without.")
    if said:
        raise Wrong(*said)
    return "Give it to a classmate with the sheet, and mark it yourself before you see theirs."
