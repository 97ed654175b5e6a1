"""Likely wrong answers in the chapter on the story of the concept, and a phrase of the feedback that each must get."""


def _of(messages, first, last):
    return messages[messages.start.dt.year.between(first, last)]


def _has(messages, theme):
    return messages.themes.map(lambda themes: theme in themes)


_RIGHT = {
    "Four principles date from 16 December 2015 (I.1).": "matches",
    "The address of 2023 gave the work new force (0.1).": "unsupported",
    "To govern the internet well is a duty of all (0.1).": "borrowed",
    "Every year Wuzhen meets as winter comes (II.1).": "corrected",
    "Three advocacies date from 8 November 2023 (I.2).": "matches",
    "The organisation began on 12 July 2022 (II.2).": "matches",
    "The organisation issued the paper of 2019 (II.3).": "corrected",
}

WRONG = {
    "story-of-the-concept-share": [
        (lambda messages, theme, first, last: _has(_of(messages, first, last), theme).mean(), "per cent"),
        (lambda messages, theme, first, last: float(_has(_of(messages, first, last), theme).sum()), "how many messages"),
        (lambda messages, theme, first, last: 100 * _has(_of(messages, first, last), theme).sum() / len(messages), "divided by all messages"),
        (lambda messages, theme, first, last: 100 * messages[_has(messages, theme)].start.dt.year.between(first, last).mean(), "the other way round"),
        (lambda messages, theme, first, last: 100 * _has(_of(messages, first + 1, last), theme).mean(), "The first year is missing"),
        (lambda messages, theme, first, last: 100 * _has(_of(messages, first, last - 1), theme).mean(), "The last year is missing"),
        (lambda messages, theme, first, last: 100 * _has(_of(messages, first, last), "sovereignty").mean(), "share of sovereignty"),
        (lambda messages, theme, first, last: 100 * (_of(messages, first, last).explode("themes").themes == theme).mean(), "once for each of its themes"),
    ],
    "story-of-the-concept-record": [
        (_RIGHT | {"The address of 2023 gave the work new force (0.1).": "matches"}, "gave force"),
        (_RIGHT | {"The organisation issued the paper of 2019 (II.3).": "matches"}, "Compare two dates"),
        (_RIGHT | {"Every year Wuzhen meets as winter comes (II.1).": "matches"}, "edition of 2021"),
        (_RIGHT | {"To govern the internet well is a duty of all (0.1).": "unsupported"}, "it has an author"),
        (_RIGHT | {"Three advocacies date from 8 November 2023 (I.2).": "corrected"}, "not the date"),
    ],
    "story-of-the-concept-birth": [
        ("In 2015, of course.", "words"),
        ("The concept was born in 2015. " * 40, "names 2015"),
        ("The concept has no date of birth at all. " * 25, "none of the candidates"),
        (2015, "text"),
    ],
}
