"""Checks and hints for the exercises of the chapter on the Nishan Dialogue."""

from shared_future import figures, load
from shared_future.exercise import exercise, expect

EVENTS = load("events")


# Room for a report


def counter(exact, about, at_least):
    """Return a function that counts the reports which a rule for each qualifier lets pass."""

    def room(events, event, name, reports):
        found = figures(events.set_index("id").figures[event])
        if name not in found:
            return None
        rule = {"exact": exact, "about": about, "at least": at_least}[found[name].qualifier]
        return sum(rule(number, found[name].value) for number in reports)

    return room


def same(number, value):
    return number == value


def near(number, value):
    return 0.9 * value <= number <= 1.1 * value


def floor(number, value):
    return number >= value


room = counter(same, near, floor)


def others(events, event, name, reports):
    right = room(events, event, name, reports)
    return None if right is None else len(reports) - right


def tripled(events):
    """Return the events with every figure three times as large."""
    return events.assign(figures=events.figures.str.replace(r"\d+", lambda match: str(3 * int(match[0])), regex=True))


@exercise(
    "nishan-dialogue-room",
    hints=(
        'The text of one event: `events.set_index("id").figures[event]`. `sf.figures` turns it into a dictionary of figures by name.',
        "Look first whether `name` is in the dictionary. Then take `.value` and `.qualifier` of that figure.",
        "Three cases: `number == value`, `0.9 * value <= number <= 1.1 * value`, `number >= value`. Count the numbers for which the case is true.",
    ),
)
def room_check(answer):
    expect.function(
        answer,
        room,
        on=[
            (EVENTS, "nishan-dialogue-2023", "participants", [360, 400, 401, 440, 800, 150]),
            (EVENTS, "heritage-forum-2025", "countries_regions", [40, 46, 47, 49, 50, 58, 130]),
            (EVENTS, "heritage-forum-2025", "international_organisations", [8, 9, 10]),
            (EVENTS, "nishan-forum-2010", "countries", [10, 11, 12, 22]),
            (EVENTS, "nishan-dialogue-2023", "countries_regions", [10, 40]),
        ],
        alter=tripled,
        what="the number of reports that the record leaves room for",
        mistakes=[
            (counter(same, same, same), "You let only the very same number pass. *About* and *at least* leave more room."),
            (counter(floor, floor, floor), "You treat every figure as a floor. Only *at least* is one."),
            (counter(near, near, near), "You allow 10 per cent to every figure. That is the rule for *about* alone."),
            (counter(same, near, lambda number, value: number > value), "*At least 50* includes 50 itself."),
            (counter(same, lambda number, value: abs(number - value) <= 10, floor), "*About* allows 10 per cent of the value here, not 10 heads."),
            (others, "These are the reports that the record rules out. The others are asked for."),
        ],
    )
    return "Right. *About* can be contradicted from two sides, a floor from one, and no record by nobody."


# What have you got there?


RIGHT = {
    "The article in Chinese, with the sentence in characters.": "points",
    "A People's Daily of 2021 that prints these very characters as Xi's.": "confirms",
    "An English speech of 2021 on the subject, in other words.": "points",
    "Ten news sites that carry paragraph II.7.": "nothing",
    "A search engine's answer: no results for the English sentence.": "nothing",
    "The characters in a volume of his works, with day and place.": "confirms",
    "A thesis of 2022 with the characters and a page number.": "points",
    "A chatbot that names a day and shows no page.": "nothing",
}


@exercise(
    "nishan-dialogue-evidence",
    hints=(
        "Ask of each find: is it a witness of its own, or the article once more?",
        "To confirm, a find has to show the sentence itself. A subject, a title or a promise is not the sentence.",
        "Two finds confirm, three point, three give you nothing.",
    ),
)
def evidence(answer):
    expect.labels(
        answer,
        RIGHT,
        choices=("confirms", "points", "nothing"),
        why={
            "The article in Chinese, with the sentence in characters.": {
                "confirms": "This is the article again, in its own language. It cannot confirm itself.",
                "nothing": "It hands you the characters, and without them you cannot search well.",
            },
            "A People's Daily of 2021 that prints these very characters as Xi's.": {
                "points": "You have already arrived: an older and separate source prints the sentence.",
                "nothing": "The sentence stands there, under his name and before the article. What more do you want?",
            },
            "An English speech of 2021 on the subject, in other words.": {
                "confirms": "Same subject, other words. It is a candidate, whose Chinese has to be compared.",
                "nothing": "It gives you a day and a volume to open. That is a start.",
            },
            "Ten news sites that carry paragraph II.7.": {
                "confirms": "Ten copies of one paragraph are one witness.",
                "points": "They lead back to the article, from where you started.",
            },
            "A search engine's answer: no results for the English sentence.": {
                "confirms": "An empty page shows no sentence.",
                "points": "It names no place to look. It does not even show that the words were never said: they were said in Chinese.",
            },
            "The characters in a volume of his works, with day and place.": {
                "points": "The volume is no signpost here, it shows the words, the day and the place.",
                "nothing": "Words, day and place in his printed works: that is what you were looking for.",
            },
            "A thesis of 2022 with the characters and a page number.": {
                "confirms": "The thesis relies on a page that you have not seen. Open the page, and then it is the page that confirms.",
                "nothing": "A page number is worth a walk to the library.",
            },
            "A chatbot that names a day and shows no page.": {
                "confirms": "It shows no source at all, and it can make up a day.",
                "points": "A day that nobody vouches for sends you anywhere. Treat it as a guess of your own.",
            },
        },
    )
    return "You keep apart three things that are easily mixed: one more copy, a hint, and a witness."


# A chair for the Master


@exercise(
    "nishan-dialogue-chair",
    hints=(
        "Decide first what the dialogue is for: to find aims, to solve a shared problem, or to be seen. The programme follows.",
        "Four parties gave four reasons for Nishan. Which of them does your programme serve, and which does it disappoint?",
        "A result can be checked if two people who disagree with each other would find the same answer.",
    ),
    rubric=(
        (3, "Positions. 3: three holders from different sides, each put as the holder would. 2: three, one of them bent. 1: fewer than three."),
        (3, "Interests. 3: says who gains and who loses, with a party and its reason from the chapter. 2: only gains or only losses. 1: neither, or guessed motives as facts."),
        (3, "Choice. 3: one clear programme, its reason, and an answer to the best objection. 2: one of the three is missing. 1: two are missing."),
        (2, "Result. 2: can be checked after a year by somebody else. 1: stated, but no way to check it. 0: none."),
    ),
)
def chair(answer):
    expect.text(
        answer,
        words=(180, 320),
        mentions={
            "Khan": ("UNESCO",),
            "Zhang Weiwei": ("Zhang",),
            "Wong": (),
            "Qin Zhu": ("Zhu",),
            "Ford": (),
            "The Diplomat": ("Diplomat",),
            "The Useless Tree": ("Useless Tree",),
            "Bell and Wang": ("Bell",),
            "Fung and Etienne": ("Fung", "Etienne"),
            "Ó hÉigeartaigh": ("hÉigeartaigh", "O hEigeartaigh"),
        },
        at_least=3,
    )
