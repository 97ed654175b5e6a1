"""Likely wrong answers in the chapter on the Nishan Dialogue, and a phrase of the feedback each must get."""

from shared_future import figures


def _count(rules, missing=None):
    def room(events, event, name, reports):
        found = figures(events.set_index("id").figures[event])
        if name not in found:
            return missing
        return sum(rules[found[name].qualifier](number, found[name].value) for number in reports)

    return room


_RULES = {
    "exact": lambda number, value: number == value,
    "about": lambda number, value: 0.9 * value <= number <= 1.1 * value,
    "at least": lambda number, value: number >= value,
}

_LABELS = {
    "The article in Chinese, with the sentence in characters.": "points",
    "A People's Daily of 2021 that prints these very characters as Xi's.": "confirms",
    "An English speech of 2021 on the subject, in other words.": "points",
    "Ten news sites that carry paragraph II.7.": "nothing",
    "A search engine's answer: no results for the English sentence.": "nothing",
    "The characters in a volume of his works, with day and place.": "confirms",
    "A thesis of 2022 with the characters and a page number.": "points",
    "A chatbot that names a day and shows no page.": "nothing",
}
_NOTE = "Khan wants a teacher, Ford fears a mask, and Fung doubts that one word means one thing. "

WRONG = {
    "nishan-dialogue-room": [
        (_count(dict.fromkeys(_RULES, _RULES["exact"])), "the very same number"),
        (_count(dict.fromkeys(_RULES, _RULES["at least"])), "every figure as a floor"),
        (_count(dict.fromkeys(_RULES, _RULES["about"])), "10 per cent to every figure"),
        (_count(_RULES | {"at least": lambda number, value: number > value}), "includes 50 itself"),
        (_count(_RULES | {"about": lambda number, value: abs(number - value) <= 10}), "not 10 heads"),
        (_count(_RULES, 0), "`None` is expected"),
        (lambda events, event, name, reports: len(reports), "too high"),
    ],
    "nishan-dialogue-evidence": [
        (_LABELS | {"The article in Chinese, with the sentence in characters.": "confirms"}, "cannot confirm itself"),
        (_LABELS | {"Ten news sites that carry paragraph II.7.": "confirms"}, "one witness"),
        (_LABELS | {"An English speech of 2021 on the subject, in other words.": "confirms"}, "a candidate"),
        (_LABELS | {"A thesis of 2022 with the characters and a page number.": "confirms"}, "that you have not seen"),
        (_LABELS | {"A chatbot that names a day and shows no page.": "points"}, "a guess of your own"),
        (_LABELS | {"A search engine's answer: no results for the English sentence.": "disproves"}, "none of the labels"),
    ],
    "nishan-dialogue-chair": [
        ("\n", "Write 180 to 320 words"),
        (_NOTE, "fewer than the 180"),
        (_NOTE * 20, "more than 320"),
        ("A good meeting has a clear aim and ends with something that others can use and check after a year has gone by. " * 10, "holders of a position"),
    ],
}
