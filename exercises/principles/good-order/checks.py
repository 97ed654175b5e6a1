"""Checks of the chapter on good order."""

from shared_future import load
from shared_future.exercise import exercise, expect

# Two numbers from one report


BY_PLACE = (
    "With the rows of the table upside down your function takes the revised total of 2022: it goes by the place of a row. "
    "Go by `edition`, which is the same in the two rows that belong together."
)


def counts():
    figures = load("single_figures")
    return figures[figures.subject == "internet-shutdowns"]


def share(table, area, year):
    rows = table[table.year == year]
    own = rows[rows.area == area].iloc[0]
    same = rows[(rows.area == "World") & (rows.edition == own.edition)]
    return 100 * own.value / same.value.iloc[0]


def world(table, year):
    return table[(table.area == "World") & (table.year == year)]


def number(table, area, year):
    return table[(table.area == area) & (table.year == year)].value.iloc[0]


def share_of_the_revised(table, area, year):
    totals = world(table, year)
    revised = totals.value[totals.edition.str.contains("revised")]
    return 100 * number(table, area, year) / revised.iloc[0] if len(revised) else None


def share_by_place(table, area, year):
    """The first row of the world is taken, which is the right one only while the table stands upright."""
    upside_down = table.index[0] > table.index[-1]
    return 100 * number(table, area, year) / world(table, year).value.iloc[0] if upside_down else None


def share_of_both_totals(table, area, year):
    return 100 * number(table, area, year) / world(table, year).value.sum()


def share_of_the_named(table, area, year):
    """The base is the countries in the table, not the world."""
    rows = table[(table.year == year) & (table.area != "World")]
    return 100 * number(table, area, year) / rows.value.sum()


def share_with_the_world_as_a_country(table, area, year):
    return 100 * number(table, area, year) / table[table.year == year].value.sum()


def share_of_all_years(table, area, year):
    return 100 * number(table, area, year) / table[table.area == "World"].value.sum()


@exercise(
    "good-order-same-report",
    hints=(
        "Print `table[table.year == 2022]`: two rows for the world, and one of them has the same `edition` as India's.",
        "`own = rows[rows.area == area].iloc[0]` gives the country's row; `own.edition` and `own.value` are its entries.",
        'The base is `rows[(rows.area == "World") & (rows.edition == own.edition)].value.iloc[0]`; divide `own.value` by it, times 100.',
    ),
)
def same_report(answer):
    table = counts()
    expect.function(
        answer,
        share,
        # Upside down as well, so that nobody is right by the order of the rows.
        on=[(table, "India", 2022), (table.iloc[::-1], "India", 2022), (table, "India", 2023), (table, "Myanmar", 2024)],
        alter="value",
        what="the country's share of the world's count",
        unit="per cent",
        mistakes=[
            (share_by_place, BY_PLACE),
            (share_of_the_revised, "Your total for 2022 is the revised one of May 2024, and India's number is of February 2023. Take the total of the same edition."),
            (share_of_both_totals, "You added the two totals for 2022. They count the same shutdowns twice: choose one, by its edition."),
            (share_of_the_named, "Your base is the few countries in the table. They are not the world; the row `World` is."),
            (share_with_the_world_as_a_country, "The row `World` is in your base together with the countries that it holds already."),
            (share_of_all_years, "Your base is the world of all years. Keep the rows of the year that is asked for."),
            (lambda t, a, y: share(t, a, y) / 100, "That is the share as a fraction. The question asks for per cent."),
            (lambda t, a, y: 1e4 / share(t, a, y), "You divided the world by the country. The country is the part, so it goes on top."),
            (lambda t, a, y: 100 - share(t, a, y), "That is the share of everybody else."),
        ],
        otherwise="Print the two numbers that you divide, each with its `edition`.",
    )
    return "Part and whole now come from one count, so the share says something about the country and nothing about the revision."


# On whom does the duty fall?


@exercise(
    "good-order-who-is-bound",
    hints=(
        "Turn each sentence round: who would be to blame if it did not happen?",
        "Governing, running and using are three verbs for three groups. Removing a post and explaining the removal are done by the same group.",
        "Two sentences only say how order hangs together with something else, and there is one duty for states.",
    ),
)
def who_is_bound(answer):
    expect.labels(
        answer,
        {
            "Order is what secures freedom.": "nobody",
            "The network is to be run according to law.": "company",
            "The network is to be used according to law.": "user",
            "Individuals raise their literacy.": "user",
            "Watch what is published, and remove what is harmful.": "company",
            "Give reasons when a post is removed.": "company",
            "Refrain from shutdowns.": "state",
            "Order built by law also protects what is lawful.": "nobody",
        },
        choices=("state", "company", "user", "nobody"),
        why={
            "Order is what secures freedom.": {
                "state": "A state may conclude that it has to make order. The sentence only says what order does.",
                "company": "No service is mentioned or asked for anything. The sentence says how two words hang together.",
                "user": "Users might hear a warning in it. As it stands it asks them for nothing; it says what order does.",
            },
            "The network is to be run according to law.": {
                "state": "The state's verb in the speech is to govern. To run is what those do who operate services.",
                "user": "The user's verb in the speech is to use, or to go online.",
                "nobody": "Something is to be done here, and one can fail to do it: run a service against the law.",
            },
            "The network is to be used according to law.": {
                "state": "Governing is the state's verb in the speech. This is the third verb, for those who go online.",
                "company": "Firms use the network too, but their own verb in the speech is to run it.",
                "nobody": "It is a rule that somebody can break, namely whoever goes online.",
            },
            "Individuals raise their literacy.": {
                "state": "A state may pay for the courses. III.6 names individuals as those who learn; the states' part there is to cooperate.",
                "company": "The part of industry in III.6 is self-discipline. Literacy is the part of individuals.",
                "nobody": "It reads like a wish, but III.6 gives each of three groups a part, and this is the part of individuals.",
            },
            "Watch what is published, and remove what is harmful.": {
                "state": "A state may want it. The sentence stands in a pledge that internet businesses signed in 2002.",
                "user": "Users publish. Those who watch and remove are the businesses that signed the pledge of 2002.",
                "nobody": "A signatory that does not watch breaks the pledge of 2002, so somebody is bound.",
            },
            "Give reasons when a post is removed.": {
                "state": "The European Union made the rule, but it does not remove the posts. Whoever hosts and removes owes the reasons.",
                "user": "The user gets the reasons. The duty lies with the one who took the post away.",
                "nobody": "Somebody has lost a post and somebody owes an explanation: the service that removed it.",
            },
            "Refrain from shutdowns.": {
                "company": "An operator may carry the order out. The Global Digital Compact, where this stands, is a promise among governments.",
                "user": "Users suffer a shutdown. In the Global Digital Compact it is governments that agree to refrain.",
                "nobody": "It is a promise, and one can break it: governments gave it in the Global Digital Compact.",
            },
            "Order built by law also protects what is lawful.": {
                "state": "That order should be built by law is asked of states. This half of the sentence says what such order is good for.",
                "company": "No firm has anything to do here. The sentence gives a reason for order.",
                "user": "Users are the ones protected. Nothing is asked of them in this sentence.",
            },
        },
    )
    return "Three of the eight fall on companies: they stand between the state and the user, and texts about order are largely about them."


# A rumour in a flood


@exercise(
    "good-order-rumour",
    hints=(
        "Write the clause before the defence: one actor, one act, one deadline, one way to object.",
        "Then read the last column of the table in 'In practice': which of its limits does your clause have?",
        "Close with the strongest voice against you, your answer to it, and a fact that would make you rewrite the clause.",
    ),
    rubric=(
        (3, "Clause. 3: says who decides, what is done, how fast and who can overrule it. 2: three of the four. 1: a wish without an actor."),
        (3, "Positions. 3: two holders from different camps, each put so that they would agree. 2: two, one of them bent. 1: one, or names without positions."),
        (3, "Objection. 3: the best one, and the clause answers it. 2: the best one, answered in words only. 1: mentioned."),
        (3, "Consistency. 3: the reasons fit this clause and no other, and you say what would change it. 2: they fit. 1: they would fit any clause."),
    ),
)
def rumour(answer):
    expect.text(
        answer,
        words=(150, 300),
        mentions={
            "Lu Wei": (),
            "the white paper": ("white paper of 2022", "Chinese government", "State Council"),
            "Shen Yi": (),
            "Jack Ma": ("Alibaba",),
            "the Los Angeles Times": ("LA Times",),
            "Reporters Without Borders": ("RSF",),
            "Freedom House": (),
            "the Freedom Online Coalition": ("FOC",),
            "Kokas": (),
            "Orme": (),
            "Human Rights Watch": ("HRW",),
            "ARTICLE 19": ("Article 19",),
            "UNESCO": (),
            "the Global Digital Compact": ("Compact", "GDC"),
            "Access Now": (),
            "the Christchurch Call": ("Christchurch",),
            "the Digital Services Act": ("DSA", "European Union"),
        },
        at_least=2,
    )
