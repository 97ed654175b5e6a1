"""Checks of the chapter on how to read an official text."""

from shared_future import load
from shared_future.exercise import exercise, expect

NAMES = load("named_things")
RECORDS = ["event", "programme", "publication", "document", "letter"]


def _sections(paragraphs):
    return [paragraph.split(".")[0] for paragraph in paragraphs]


def _inside(table, section):
    return table[table.paragraphs.map(lambda paragraphs: section in _sections(paragraphs))]


def on_record(table, kinds, section):
    return 100 * _inside(table, section).kind.isin(kinds).mean()


def fraction(table, kinds, section):
    return on_record(table, kinds, section) / 100


def count(table, kinds, section):
    return float(_inside(table, section).kind.isin(kinds).sum())


def begins_with(table, kinds, section):
    own = table[table.paragraphs.map(lambda paragraphs: any(paragraph.startswith(section) for paragraph in paragraphs))]
    return 100 * own.kind.isin(kinds).mean()


def once_a_paragraph(table, kinds, section):
    rows = table.explode("paragraphs")
    return 100 * rows[rows.paragraphs.str.split(".").str[0] == section].kind.isin(kinds).mean()


def first_paragraph_only(table, kinds, section):
    return 100 * table[table.paragraphs.str[0].str.split(".").str[0] == section].kind.isin(kinds).mean()


def share_of_all(table, kinds, section):
    return 100 * _inside(table, section).kind.isin(kinds).sum() / len(table)


def share_of_the_kinds(table, kinds, section):
    own = table[table.kind.isin(kinds)]
    return 100 * len(_inside(own, section)) / len(own)


def the_rest(table, kinds, section):
    return 100 - on_record(table, kinds, section)


def kinds_of_the_starter(table, kinds, section):
    return on_record(table, RECORDS, section)


@exercise(
    "reading-the-source-on-record",
    hints=(
        "Two steps: first keep the things that stand in the section, then ask how many of them have one of the kinds.",
        '`"II.4".split(".")[0]` is `"II"`. A thing is inside if the section is among these for any of its paragraphs: `table.paragraphs.map(...)` with a function of the tuple.',
        'With `inside` as that column of true and false, return `100 * table[inside].kind.isin(kinds).mean()`.',
    ),
)
def on_record_check(answer):
    expect.function(
        answer,
        on_record,
        on=[(NAMES, RECORDS, "I"), (NAMES, ["organisation", "group"], "II"), (NAMES, ["concept"], "III"), (NAMES, ["organisation", "group"], "0")],
        alter=lambda table: table.iloc[::2],
        what="the share of the section's things that have one of the kinds",
        unit="per cent",
        mistakes=[
            (fraction, "That is a share between 0 and 1. Multiply by 100: the exercise asks for per cent."),
            (count, "That is how many things have one of the kinds. Divide by the number of things in the section."),
            (begins_with, 'You asked whether a paragraph starts with the section, and `"II.4"` starts with `"I"` too. Compare what stands before the full stop.'),
            (once_a_paragraph, "You counted a thing once for each of its paragraphs. A thing that stands in three of them is still one thing."),
            (first_paragraph_only, "You looked only at the first paragraph of each thing. Something first named in section I may be named in III again."),
            (share_of_all, "You divided by all things of the article. The base is the things of the section."),
            (share_of_the_kinds, "That is how much of these kinds falls into the section. The question is the other way round: how much of the section has these kinds."),
            (the_rest, "That is the share of the things that do not have one of the kinds."),
            (kinds_of_the_starter, "That is right for the kinds of the starter alone. Use the list that the function is given."),
        ],
        otherwise="Print the things of section 0 first; they are few, and you can count them by hand.",
    )
    return "The number depends on what you accept as a record. Say which kinds you chose whenever you print it."


CLAIMS = {
    "The WIC became an organisation on 12 July 2022 (II.2).": "report",
    "Others welcomed the proposals of 2015 (I.1).": "verdict",
    "With 15 entities the WIC wrote to the UN (II.6).": "report",
    "States are to heed the security concerns of all (I.4).": "demand",
    "The WIC will take part in six frameworks (III.4).": "plan",
    "Industry ought to discipline itself (III.6).": "demand",
    "The partners will resist a splintering of the net (Declaration).": "plan",
    "Others are called upon to respect human rights (Declaration).": "demand",
    "The internet has held out an immense promise (Declaration).": "verdict",
}


@exercise(
    "reading-the-source-claims",
    hints=(
        "Ask first whether the sentence looks back or ahead. Looking ahead: who is to act, the author or somebody else?",
        "Looking back: could a register, a calendar or a file show it to be false? Two sentences could be refuted so, two could not.",
        "Two reports, two verdicts, three demands, two plans. Whether a report has been confirmed does not change what it is.",
    ),
)
def claims(answer):
    expect.labels(
        answer,
        CLAIMS,
        choices=("report", "verdict", "demand", "plan"),
        why={
            "The WIC became an organisation on 12 July 2022 (II.2).": {
                "verdict": "It has a day, and any newspaper of that day could show it to be false.",
                "demand": "Nobody is asked for anything here.",
                "plan": "It lies behind the author, not before him.",
            },
            "Others welcomed the proposals of 2015 (I.1).": {
                "report": "Which record would refute it? It names nobody who welcomed them, and no day.",
                "demand": "It does not ask others to welcome them; it says that they did.",
                "plan": "It speaks of the past.",
            },
            "With 15 entities the WIC wrote to the UN (II.6).": {
                "verdict": "You may doubt it, but a file at the United Nations could refute it. Doubt belongs to evidence, the next question.",
                "demand": "The letter may have demanded something. The sentence only says that it was sent.",
                "plan": "The article tells it as done.",
            },
            "States are to heed the security concerns of all (I.4).": {
                "report": "No record could show it to be false. It says what ought to be.",
                "verdict": "It judges no state. It says what states should do.",
                "plan": "The author does not promise to do it himself; he asks it of states.",
            },
            "The WIC will take part in six frameworks (III.4).": {
                "report": "Nothing has happened yet. A record can refute this only later; today it says what the organisation means to do.",
                "verdict": "Nothing is praised or blamed. Who is going to act, and when?",
                "demand": "The one who is to act is the author's own organisation.",
            },
            "Industry ought to discipline itself (III.6).": {
                "report": "It says what ought to be. Whether industry does so would be a report.",
                "verdict": "It does not judge how industry behaves; it says what industry should do.",
                "plan": "The author is no industry. He gives others a task.",
            },
            "The partners will resist a splintering of the net (Declaration).": {
                "report": "No act in the past is named: the partners say what they intend.",
                "verdict": "No praise, no blame: the partners say what they will do.",
                "demand": "It is the signatories themselves who are to act.",
            },
            "Others are called upon to respect human rights (Declaration).": {
                "report": "That a call is made is plain. What the sentence does is to make it.",
                "verdict": "It accuses nobody. It asks.",
                "plan": "The partners commit themselves elsewhere; here those who did not sign are addressed.",
            },
            "The internet has held out an immense promise (Declaration).": {
                "report": "What would refute it? There is no measure of immense, and no day.",
                "demand": "Nobody is told to do anything.",
                "plan": "The word promise misleads here: it is the internet that promises, and no signatory.",
            },
        },
    )
    return "Right. Reports are the sentences that take a risk; count them before you say how solid a text is."


@exercise(
    "reading-the-source-house-rule",
    rubric=(
        (2, "States a rule that an editor could follow, before applying it."),
        (3, "Applies the same rule to the article and to the Declaration, and shows what would be printed of each."),
        (2, "Uses at least three of the eight questions, by name."),
        (2, "Answers the best objection of the other half in its strongest form."),
        (1, "Says what the rule cannot show."),
    ),
    hints=(
        "Write the rule in one sentence that names neither text.",
        "Then take one demand from each text and write the line that your rule would print.",
        "Exchange the two authors in your head: would you still apply the rule in this way?",
    ),
)
def house_rule(answer):
    expect.text(answer, words=(180, 320), mentions={"the article": ("article", "Ren ", "WIC"), "the Declaration": ("Declaration",)}, at_least=2)
