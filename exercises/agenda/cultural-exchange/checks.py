"""Checks and hints for the exercises of agenda/cultural-exchange."""

from shared_future import events
from shared_future.exercise import exercise, expect

OWN = events(actor="World Internet Conference", since="2022-07-12")
EVERY = events(since="2013")


def model(rows, theme, since, until):
    chosen = rows[(rows.start >= since) & (rows.start <= until)]
    if chosen.empty:
        return None
    return 100 * chosen.themes.map(lambda names: theme in names).mean()


def _of_all(rows, theme, since, until):
    has = rows.themes.map(lambda names: theme in names) & (rows.start >= since) & (rows.start <= until)
    return 100 * has.mean()


def _without_end(rows, theme, since, until):
    return model(rows, theme, since, "2100-01-01")


def _without_start(rows, theme, since, until):
    return model(rows, theme, "1900-01-01", until)


def _inside(rows, theme, since, until):
    chosen = rows[(rows.start > since) & (rows.start < until)]
    return None if chosen.empty else 100 * chosen.themes.map(lambda names: theme in names).mean()


def _count(rows, theme, since, until):
    chosen = rows[(rows.start >= since) & (rows.start <= until)]
    return int(chosen.themes.map(lambda names: theme in names).sum())


def _alone(rows, theme, since, until):
    chosen = rows[(rows.start >= since) & (rows.start <= until)]
    return None if chosen.empty else 100 * chosen.themes.map(lambda names: names == (theme,)).mean()


def _first(rows, theme, since, until):
    chosen = rows[(rows.start >= since) & (rows.start <= until)]
    return None if chosen.empty else 100 * chosen.themes.map(lambda names: names[0] == theme).mean()


def _mixed(rows):
    """The same events with their themes handed round, so that a typed result shows."""
    return rows.assign(themes=list(rows.themes.iloc[::-1]))


@exercise(
    "cultural-exchange-plan-share",
    hints=(
        "Keep the events whose `start` lies between the two days first; a text such as `\"2022-07-12\"` compares with dates.",
        "`chosen.themes.map(lambda names: theme in names)` says for each event whether it has the theme.",
        "The mean of these yes and no is the share; times 100 it is a percentage. Before it, return `None` if `chosen.empty`.",
    ),
)
def share(answer):
    expect.function(
        answer,
        model,
        on=[(OWN, "culture", "2022-07-12", "2024-04-16"), (OWN, "ai", "2024-04-17", "2026-11-01"), (EVERY, "culture", "2023-06-26", "2025-09-16"), (OWN, "culture", "1990-01-01", "1990-12-31")],
        alter=_mixed,
        what="the share of the events",
        unit="per cent",
        mistakes=[
            (_of_all, "You divided by all events of the table. Divide by those that begin in the time."),
            (_without_end, "You took events after `until` as well. The time has two ends."),
            (_without_start, "You took events before `since` as well. The time has two ends."),
            (_inside, "You left out the two days themselves. *Both days included* is `>=` and `<=`."),
            (_count, "This is how many have the theme. A percentage of the events in the time is asked for."),
            (_alone, "You counted events with this theme and no other. An event may have several; ask whether it is *among* them."),
            (_first, "You looked at the first theme only. An event may have several; ask whether it is *among* them."),
        ],
    )
    return "So you can put the last paragraph of the article beside the calendar: whom it speaks of most is not what is met about most."


C, R, U = "classic", "reading", "use"
LAYERS = {
    "In great harmony nobody locks the door.": (C, "This is a picture from the chapter itself; nobody explains it here.", "Nobody is quoting it to anyone here; it is the book's own picture."),
    "The passage looks back, and was made a promise only later.": (R, "The book does not speak about what later authors made of it.", "No occasion is named on which somebody quotes it; a scholar compares meanings."),
    "A speech before the United Nations contains the line.": (U, "The book knows no United Nations: ask when and to whom.", "No meaning is explained here; the sentence says where the line was spoken."),
    "The wise can look upon the world as one family.": (C, "Nobody says what this means or ought to mean; it is the line itself.", "There is no occasion in the sentence: it is the line itself."),
    "All-under-Heaven turns the different into the converted.": (R, "No old book says this of itself; a critic does.", "A critic says what the idea amounts to; he does not report who quoted it when."),
    "The article sets two sayings before a plan for the internet.": (U, "The book knows no internet: ask who quotes, and for what.", "The sentence does not explain the sayings; it says where they are put to work."),
    "After great harmony comes a lesser order of families and ranks.": (C, "This is how the chapter itself goes on.", "Nobody quotes it for a purpose here; it is how the chapter goes on."),
    "World governance should be thought from All-under-Heaven.": (R, "A book of that age does not speak of world governance; a philosopher of our time does.", "A philosopher says what the idea ought to mean; no occasion is named."),
    "A museum prints the saying on the invitation to its online show.": (U, "The line is old, the invitation is not: the sentence is about the invitation.", "The museum does not explain the saying; it puts it to work."),
    "A minister names the saying as the reason for a new rule.": (U, "The line is old, the rule is not: the sentence is about the rule.", "He does not explain the saying; he puts it to work."),
}


def _why(right, first, second):
    return dict(zip([word for word in (C, R, U) if word != right], (first, second), strict=True))


@exercise(
    "cultural-exchange-plan-layers",
    hints=(
        "Ask for the subject of the sentence: the old book, a scholar, or somebody who quotes.",
        "Where you can ask *when and to whom*, it is a use.",
        "Three are classic, three are readings, four are uses.",
    ),
)
def layers(answer):
    expect.labels(
        answer,
        {sentence: right for sentence, (right, *_) in LAYERS.items()},
        choices=(C, R, U),
        why={sentence: _why(*texts) for sentence, texts in LAYERS.items()},
    )
    return "Three layers, ten sentences. Next time somebody quotes a classic, ask for the other two."


@exercise(
    "cultural-exchange-plan-invitation",
    hints=(
        "Choose your answer first, then the objection that would hurt it most.",
        "Say which layer you accept: the classic, one reading, or the use in a title.",
        "A test of learning asks the same people twice. Who asks, when, and what?",
    ),
    rubric=(
        (3, "**Advice.** A clear yes or no that follows from the museum's interest. 2: clear, and the interest stays vague; 1: both at once"),
        (3, "**Positions.** Two opposed holders by name, each put so that they would sign. 2: named, and one is bent; 1: one only"),
        (2, "**Layer.** Says which layer of the saying is accepted and which is not. 1: names layers without choosing"),
        (2, "**Test.** Something about learning that could come out either way, with who asks and when. 1: counts visitors or clicks"),
        (2, "**Objection.** The best one against the advice, and an answer. 1: mentioned and left standing"),
    ),
)
def invitation(answer):
    expect.text(
        answer,
        words=(180, 320),
        mentions={
            "Zhao Tingyang": ("Zhao",),
            "William A. Callahan": ("Callahan",),
            "Sinan Chu": ("Chu",),
            "Francis Gurry": ("Gurry",),
            "CGTN": (),
            "the International Federation of Journalists": ("IFJ", "Federation of Journalists"),
            "the United States": ("United States", "Washington"),
            "the UN Alliance of Civilizations": ("Alliance of Civilizations",),
            "UNESCO": ("ICANN",),
        },
        at_least=2,
    )
