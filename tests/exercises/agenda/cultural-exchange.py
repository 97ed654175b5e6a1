"""Likely wrong answers to the exercises of agenda/cultural-exchange, each with a phrase of its feedback."""

import shared_future as sf

FIRST, SECOND = 'In great harmony nobody locks the door.', "World governance should be thought from All-under-Heaven."
RIGHT = {
    FIRST: "classic",
    "The passage looks back, and was made a promise only later.": "reading",
    "A speech before the United Nations contains the line.": "use",
    "The wise can look upon the world as one family.": "classic",
    "All-under-Heaven turns the different into the converted.": "reading",
    "The article sets two sayings before a plan for the internet.": "use",
    "After great harmony comes a lesser order of families and ranks.": "classic",
    SECOND: "reading",
    "A museum prints the saying on the invitation to its online show.": "use",
    "A minister names the saying as the reason for a new rule.": "use",
}


def within(rows, since, until):
    return rows[(rows.start >= since) & (rows.start <= until)]


def has(rows, theme):
    return rows.themes.map(lambda names: theme in names)


WRONG = {
    "cultural-exchange-plan-share": [
        (lambda rows, theme, since, until: 100 * (has(rows, theme) & (rows.start >= since) & (rows.start <= until)).mean(), "divided by all events"),
        (lambda rows, theme, since, until: 100 * has(rows[rows.start >= since], theme).mean(), "after `until`"),
        (lambda rows, theme, since, until: 100 * has(rows[rows.start <= until], theme).mean(), "before `since`"),
        (lambda rows, theme, since, until: int(has(within(rows, since, until), theme).sum()), "how many have the theme"),
        (lambda rows, theme, since, until: 100 * within(rows, since, until).themes.map(lambda names: names == (theme,)).mean(), "this theme and no other"),
        (lambda rows, theme, since, until: has(within(rows, since, until), theme).mean(), "100"),
        (lambda rows, theme, since, until: 100 * has(within(rows, since, until), theme).mean(), "None"),
        (lambda rows, theme, since, until: None, "gives nothing back"),
    ],
    "cultural-exchange-plan-layers": [
        (RIGHT | {FIRST: "reading"}, "picture from the chapter itself"),
        (RIGHT | {SECOND: "classic"}, "philosopher of our time"),
        (RIGHT | {"A minister names the saying as the reason for a new rule.": "reading"}, "puts it to work"),
        (RIGHT | {FIRST: "slogan"}, "slogan"),
        ({FIRST: "classic"}, "no label"),
    ],
    "cultural-exchange-plan-invitation": [
        ("We accept.", "fewer than the 180"),
        ("We accept, and we say why in many words. " * 30, "name"),
        (sf.events(theme="culture"), "text"),
        ("Zhao and Callahan " + "differ on the head of the table and we follow neither of them today " * 30, "more than 320"),
    ],
}
