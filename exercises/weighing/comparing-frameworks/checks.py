"""Checks and hints for the exercises of the chapter that compares nine documents."""

from shared_future import load
from shared_future.exercise import exercise, expect

# The first to speak

TABLE = load("frameworks")
NEWEST_FIRST = TABLE.sort_values("year", ascending=False)
EARLY = TABLE[TABLE.year < 2016]


def earliest(table, says):
    """The smallest year of the rows that say something, as the exercise wants it."""
    return None if table[says].empty else table[says].year.min()


def first_year(table, topic):
    return earliest(table, ~table[topic].str.startswith("Not addressed"))


def exact(table, topic):
    return earliest(table, table[topic] != "Not addressed.")


def any_no(table, topic):
    return earliest(table, ~table[topic].str.startswith(("Not", "No ")))


def anywhere(table, topic):
    return earliest(table, ~table[topic].str.contains("no ", case=False))


def every_row(table, topic):
    return table.year.min()


def silent_ones(table, topic):
    return earliest(table, table[topic].str.startswith("Not addressed"))


def latest(table, topic):
    saying = table[~table[topic].str.startswith("Not addressed")]
    return None if saying.empty else saying.year.max()


def top_row(table, topic):
    saying = table[~table[topic].str.startswith("Not addressed")]
    return None if saying.empty else saying.year.iloc[0]


@exercise(
    "comparing-frameworks-first-word",
    hints=(
        "A column of text has `.str.startswith(...)`, which gives true or false for each row; `~` turns it round.",
        "Keep the rows that say something: `saying = table[~table[topic].str.startswith(\"Not addressed\")]`.",
        "If `saying.empty`, return `None`; otherwise `saying.year.min()`.",
    ),
)
def first_word(answer):
    expect.function(
        answer,
        first_year,
        on=[(TABLE, "content_order"), (TABLE, "ai"), (TABLE, "data_flows"), (NEWEST_FIRST, "ai"), (NEWEST_FIRST, "data_flows"), (EARLY, "ai"), (TABLE[TABLE.year > 2019], "content_order")],
        alter=lambda table: table.assign(year=table.year + 3),
        what="the year of the first document that says anything on the topic",
        mistakes=[
            (exact, "You take only the bare *Not addressed.* for silence. A cell such as *Not addressed as such; ...* begins with the words too, and the rule leaves it out."),
            (any_no, "You leave out every cell that begins with *No*. A sentence such as *No rule on ...; asks for ...* says something."),
            (every_row, "You take the earliest document of all. First keep those that say something on the topic."),
            (silent_ones, "These are the documents that say nothing. Turn the condition round with `~`."),
            (top_row, "You rely on the order of the rows. Take the smallest year instead of the first row."),
            (latest, "That is the latest document; the earliest was asked for."),
            (anywhere, "You look for *no* anywhere in the cell. Many cells that say a good deal have the word in them."),
        ],
    )
    return "Right. On data flows this rule gives 2014, a narrower one 2020 and a looser one 2005: the rule is part of the result."


# A tenth document

COLUMNS = ("sovereignty", "human_rights_online", "data_flows", "security_norms", "access_and_divide", "governance_institutions", "content_order", "ai")

ABSENT = {
    "sovereignty": "no state claims anything here against another state.",
    "human_rights_online": "ask for the matter first; another column has it.",
    "data_flows": "nothing in it crosses a border.",
    "security_norms": "no attack, flaw or threat is named.",
    "access_and_divide": "it is not about who can go online, or has the means and skills to.",
    "governance_institutions": "it does not say who decides, or in which body.",
    "content_order": "it does not say what may stand online, or what is taken away.",
    "ai": "it needs no learning machine to make sense.",
}


def why(item, right, **own):
    """A sentence for each wrong label: one written for this passage, else what is absent from it."""
    return {label: own.get(label, f"In the passage on {item} {ABSENT[label]}") for label in COLUMNS if label != right}


PASSAGES = {
    "Going online is affordable for everyone in Africa.": (
        "access_and_divide",
        why(
            "prices",
            "access_and_divide",
            human_rights_online="*For everyone* sounds like a right, but a right to what? To going online at a price that people can pay.",
            governance_institutions="A continent is named, and no body that would decide.",
        ),
    ),
    "People may communicate without giving a name.": (
        "human_rights_online",
        why(
            "names",
            "human_rights_online",
            security_norms="Anonymity may make people safer, but the passage protects a freedom and says nothing of attacks.",
            content_order="The name of a speaker is at issue, and not what is said.",
        ),
    ),
    "Personal data are collected for stated purposes and then deleted.": (
        "human_rights_online",
        why(
            "personal data",
            "human_rights_online",
            data_flows="The word *data* alone does not make a flow: the column is about data that cross borders. This is privacy.",
            security_norms="Collecting less may be safer too; the passage protects the person whose data they are.",
            content_order="What is deleted is a file about a person, not something that the person has posted.",
        ),
    ),
    "All concerned work together against threats to a stable network.": (
        "security_norms",
        why(
            "threats",
            "security_norms",
            governance_institutions="*All concerned* tempts to this, but the matter is threats; nobody decides on policy here.",
            access_and_divide="A stable network helps those who are on it. The passage does not bring anybody on.",
        ),
    ),
    "No state makes producers build a back door into encryption.": (
        "security_norms",
        why(
            "back doors",
            "security_norms",
            human_rights_online="Privacy may be the reason. By precedent the matter stands under security, in the row of the data initiative.",
            sovereignty="It limits what a state does to producers, not what it does to another state.",
            content_order="Encryption hides content; the passage does not say what content may be.",
        ),
    ),
    "Everyone has a right to take part in governing the internet.": (
        "governance_institutions",
        why(
            "taking part",
            "governance_institutions",
            human_rights_online="Matter before mood: it is a right to *govern*, and who governs has a column of its own.",
            sovereignty="A people that takes part is not a state that claims its territory.",
        ),
    ),
    "In each country an independent body of all groups guides policy.": (
        "governance_institutions",
        why(
            "national bodies",
            "governance_institutions",
            sovereignty="*In each country* is only where it happens. The passage says who guides: all groups, and an independent body.",
            human_rights_online="A body is described, and no freedom of a person.",
        ),
    ),
    "Social networks are not shut down or blocked.": (
        "content_order",
        why(
            "shutdowns",
            "content_order",
            human_rights_online="It protects a freedom, and yet precedent decides: the rows of 2022 and 2024 have shutdowns under content and order.",
            access_and_divide="Access in the table means cables, prices and skills. Here somebody who has access is cut off.",
            security_norms="The blocking is done by those in charge, not by an attacker.",
        ),
    ),
    "Regional exchange points make internet traffic cheaper.": (
        "access_and_divide",
        why(
            "exchange points",
            "access_and_divide",
            data_flows="Traffic does flow, but the matter is a building that lowers the price, not a rule on data that cross borders.",
            governance_institutions="An exchange point is equipment in a hall; it decides nothing.",
        ),
    ),
    "Schools teach how to find and judge information.": (
        "access_and_divide",
        why(
            "schools",
            "access_and_divide",
            content_order="Pupils learn to judge; nothing is forbidden or removed. Skills stand under access, in the row of 2022.",
            governance_institutions="A school is an institution, but none that governs the internet.",
            human_rights_online="Education is a right as well. By precedent skills stand under access.",
        ),
    ),
}


@exercise(
    "comparing-frameworks-tenth",
    hints=(
        "Strike out *everyone*, *right* and *data* from a passage and ask what is left.",
        "Look for the same matter in the table: `sf.compare(topic=\"security_norms\")` has back doors, `topic=\"content_order\"` shutdowns, `topic=\"access_and_divide\"` skills.",
        "Three of the ten go under access, two each under rights, security and governance, one under content. The other three columns stay empty.",
    ),
)
def tenth(answer):
    expect.labels(
        answer,
        {passage: label for passage, (label, _) in PASSAGES.items()},
        choices=COLUMNS,
        why={passage: reasons for passage, (_, reasons) in PASSAGES.items()},
    )
    return "All ten. Five columns have something and three have nothing; of the three you know only that these passages are silent."


# May the draft cite either?


@exercise(
    "comparing-frameworks-either",
    hints=(
        "What would have to happen in the world if both said the same? A cable, a court case, a vote: choose your test and keep to it.",
        "Use `sf.compare([\"wuzhen-2015-principles-and-proposals\", \"global-digital-compact-2024\"])`, one topic on which they meet and one on which they part.",
        "Let a holder who is against you make the best objection, and end with the find that would change your advice.",
    ),
    rubric=(
        (3, "**Rule.** What counts as *the same*, and advice that follows from it. 3: another reader could apply it to the next two texts; 2: clear, but the advice would stand without it; 1: the word is used and not explained."),
        (4, "**Comparison.** Two topics or more, with what *each* text says, and attention to form. 4: exact on both sides, form weighed; 3: exact, form missing; 2: one side vague; 1: topics named only."),
        (3, "**Holders.** Three or more from different sides, each put so that the holder would sign. 3: fair and to the point; 2: one is bent, or all stand on one side; 1: names only."),
        (2, "**Objection.** The best one, answered, and what would change the advice. 2: both; 1: one of them."),
    ),
)
def either(answer):
    expect.text(
        answer,
        words=(160, 300),
        mentions={
            "Flonk, Jachtenfuchs and Obendiek": ("Flonk", "Jachtenfuchs", "Obendiek"),
            "Lu Wei": (),
            "McKune": (),
            "China's foreign ministry": ("foreign ministry", "Ministry of Foreign Affairs"),
            "Gill, Redeker and Gasser": ("Gill", "Redeker", "Gasser"),
            "UNESCO": ("Weber",),
            "the African Union": ("African Union",),
            "the Russian council": ("Russian",),
            "the partners of the Declaration": ("the Declaration",),
        },
        at_least=3,
    )
