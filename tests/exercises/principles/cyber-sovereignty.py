"""Likely wrong answers in the chapter on cyber sovereignty, and a phrase of the feedback that each must get."""

import pandas as pd


def _base(events):
    return events[(events.same_as == "") & events.start.notna() & events.themes.map(lambda themes: "sovereignty" in themes)]


def _with_duplicates(events, day):
    own = events[events.start.notna() & events.themes.map(lambda themes: "sovereignty" in themes)]
    return 100 * (own.start < pd.Timestamp(day)).mean()


def _with_undated(events, day):
    own = events[(events.same_as == "") & events.themes.map(lambda themes: "sovereignty" in themes)]
    return 100 * (own.start < pd.Timestamp(day)).mean()


def _every_theme(events, day):
    own = events[(events.same_as == "") & events.start.notna()]
    return 100 * (own.start < pd.Timestamp(day)).mean()


def _of_the_early(events, day):
    early = events[(events.same_as == "") & (events.start < pd.Timestamp(day))]
    return 100 * early.themes.map(lambda themes: "sovereignty" in themes).mean()


_RIGHT = {
    "Every country chooses its own way of regulating.": "principle",
    "In 2020 a government blocked fifty-nine foreign apps.": "practice",
    "Security may not be measured by double standards.": "other text",
    "The principle shields weak states from strong ones.": "reading",
    "No country tolerates online harm to another's security.": "principle",
    "No technology may breach information sovereignty.": "other text",
    "Such wording may change how human rights law applies.": "reading",
    "In 2024, 143 states voted to set an amendment aside.": "practice",
}
_ADVICE = "The principle of 16 December 2015 gives each country its own way of regulating. Mueller, the African Union and the white paper of 2022 disagree. "

WRONG = {
    "cyber-sovereignty-share-before": [
        (_with_duplicates, "describe an event that another row describes already"),
        (_with_undated, "Rows without a date are in your base"),
        (_every_theme, "All themes are in your base"),
        (lambda events, day: 100 * (_base(events).start <= pd.Timestamp(day)).mean(), "not `<=`"),
        (lambda events, day: (_base(events).start < pd.Timestamp(day)).mean(), "looks like a share"),
        (lambda events, day: 100 * (_base(events).start >= pd.Timestamp(day)).mean(), "share from the day on"),
        (lambda events, day: float((_base(events).start < pd.Timestamp(day)).sum()), "how many there are"),
        (_of_the_early, "the other way round"),
        (lambda events, day: 100 * (_base(events).start < pd.Timestamp("2015-12-16")).mean(), "too low"),
        (lambda events, day: events["theme"], "raised"),
        (lambda events, day: None, "gives nothing back"),
    ],
    "cyber-sovereignty-who-says": [
        (_RIGHT | {"Security may not be measured by double standards.": "principle"}, "under its second principle"),
        (_RIGHT | {"The principle shields weak states from strong ones.": "principle"}, "of every country and of none as weak"),
        (_RIGHT | {"No technology may breach information sovereignty.": "principle"}, "the word of Brasília"),
        (_RIGHT | {"In 2020 a government blocked fifty-nine foreign apps.": "reading"}, "Whether the block was right"),
        (_RIGHT | {"Such wording may change how human rights law applies.": "practice"}, "'May' is the clue"),
        ({item: "principle" for item in _RIGHT}, "2 of 8"),
        (_RIGHT | {"Every country chooses its own way of regulating.": "text"}, "none of the labels"),
    ],
    "cyber-sovereignty-gateway": [
        ("\n", "Write 200 to 350 words"),
        (_ADVICE, "fewer than the 200"),
        (_ADVICE * 20, "more than 350"),
        ("The wording names no limit, and a gateway is a way of regulating, so it carries the bill. " * 13, "holders of a position"),
    ],
}
