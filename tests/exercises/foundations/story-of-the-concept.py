"""Likely wrong answers in the chapter on the story of the concept, and a phrase of the feedback that each must get."""


def _of(messages, first, last):
    return messages[messages.start.dt.year.between(first, last)]


def _has(messages, theme):
    return messages.themes.map(lambda themes: theme in themes)


_RIGHT = {
    "Four principles and five proposals were put forward on 16 December 2015 (I.1).": "matches",
    "The proposals were widely recognised abroad (I.1).": "unsupported",
    "To develop, use and govern the internet well is a duty of all countries (0.1).": "borrowed",
    "People have met at Wuzhen every year as autumn turns to winter (II.1).": "corrected",
    "On 8 November 2023 three advocacies were put forward (I.2).": "matches",
    "The organisation began with the ceremony of 12 July 2022 (II.2).": "matches",
    "The organisation issued the concept paper of 2019 (II.3).": "corrected",
}

WRONG = {
    "story-of-the-concept-share": [
        (lambda messages, theme, first, last: _has(_of(messages, first, last), theme).mean(), "per cent"),
        (lambda messages, theme, first, last: float(_has(_of(messages, first, last), theme).sum()), "how many messages"),
        (lambda messages, theme, first, last: 100 * _has(_of(messages, first, last), theme).sum() / len(messages), "divided by all messages"),
        (lambda messages, theme, first, last: 100 * _has(_of(messages, first, last - 1), theme).mean(), "The last year is missing"),
        (lambda messages, theme, first, last: 100 * (_of(messages, first, last).explode("themes").themes == theme).mean(), "once for each of its themes"),
    ],
    "story-of-the-concept-record": [
        (_RIGHT | {"The proposals were widely recognised abroad (I.1).": "matches"}, "nothing to match"),
        (_RIGHT | {"The organisation issued the concept paper of 2019 (II.3).": "matches"}, "Compare two dates"),
        (_RIGHT | {"People have met at Wuzhen every year as autumn turns to winter (II.1).": "matches"}, "edition of 2021"),
        (_RIGHT | {"To develop, use and govern the internet well is a duty of all countries (0.1).": "unsupported"}, "it has an author"),
    ],
    "story-of-the-concept-birth": [
        ("In 2015, of course.", "words"),
        ("The concept was born in 2015. " * 40, "2013"),
        (2015, "text"),
    ],
}
