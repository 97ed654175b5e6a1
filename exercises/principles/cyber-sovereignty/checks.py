"""Checks of the chapter on cyber sovereignty."""

import pandas as pd

from shared_future import load
from shared_future.exercise import exercise, expect

# Was it new in 2015?


def share_before(events, day, theme="sovereignty", duplicates=False, undated=False, inclusive=False):
    own = events[events.themes.map(lambda themes: theme in themes)] if theme else events
    own = own if duplicates else own[own.same_as == ""]
    own = own if undated else own[own.start.notna()]
    early = own.start <= pd.Timestamp(day) if inclusive else own.start < pd.Timestamp(day)
    return 100 * early.mean()


def share_of_the_early(events, day):
    """How much of all that is early concerns sovereignty: the wrong base."""
    early = events[(events.same_as == "") & (events.start < pd.Timestamp(day))]
    return 100 * early.themes.map(lambda themes: "sovereignty" in themes).mean()


def count_before(events, day):
    own = events[(events.same_as == "") & events.start.notna() & events.themes.map(lambda themes: "sovereignty" in themes)]
    return float((own.start < pd.Timestamp(day)).sum())


def later(table):
    """The same table with every second event ten years later, and every ninth without a date."""
    table["start"] = table.start.where(table.index % 2 == 0, table.start + pd.DateOffset(years=10)).where(table.index % 9 != 0)
    return table


@exercise(
    "cyber-sovereignty-share-before",
    hints=(
        "Three conditions make the base: the theme, no `same_as`, a date. Only then comes the question before or after.",
        '`events.themes.map(lambda themes: "sovereignty" in themes)` gives true or false for each row; `events.same_as == ""` and `events.start.notna()` do too, each in brackets, and `&` joins them.',
        "The mean of a column of true and false is the share of true: `100 * (own.start < pd.Timestamp(day)).mean()`.",
    ),
)
def share_before_check(answer):
    events = load("events")
    # On the principle's own day two events start, so the second day tells "before" from "up to".
    expect.function(
        answer,
        share_before,
        on=[(events, "2015-12-16"), (events, "2020-01-01")],
        alter=later,
        what="the share of the events on sovereignty that is older than the day",
        unit="per cent",
        mistakes=[
            (lambda e, d: share_before(e, d, duplicates=True), "Rows with a `same_as` are in your base: they describe an event that another row describes already."),
            (lambda e, d: share_before(e, d, inclusive=True), "The day itself is counted as older. Before is `<`, not `<=`."),
            (lambda e, d: share_before(e, d, theme=None), "All themes are in your base. Keep the rows that have `\"sovereignty\"` among their `themes`."),
            (lambda e, d: share_before(e, d, undated=True), "Rows without a date are in your base. They are neither before nor after: leave them out first."),
            (lambda e, d: 100 - share_before(e, d), "That is the share from the day on. The question asks for what came before."),
            (share_of_the_early, "That is the share of sovereignty among all that is early. The question is the other way round: the share of the early among all on sovereignty."),
            (count_before, "That is how many there are. Divide by the number of events in the base, times 100."),
        ],
        otherwise="Print the base before you take the share: does it hold what the exercise asks for, and nothing else?",
    )
    return "The claim is older than the speech, and your function shows it for any day and any table."


# Text, other text, reading, practice


@exercise(
    "cyber-sovereignty-who-says",
    hints=(
        "Go back to the four rights and the three refusals: what stands there, in these words or plainer ones, is `principle`, and only that.",
        "Ask of the rest who speaks. A rule of another text is `other text`; a judgement on what such wording is for, or may bring about, is `reading`; something that a government did is `practice`.",
        "There are two of each. The two of `other text` come from the second principle of 2015 and from Brasília.",
    ),
)
def who_says(answer):
    expect.labels(
        answer,
        {
            "Every country chooses its own way of regulating.": "principle",
            "In 2020 a government blocked fifty-nine foreign apps.": "practice",
            "Security may not be measured by double standards.": "other text",
            "The principle shields weak states from strong ones.": "reading",
            "No country tolerates online harm to another's security.": "principle",
            "No technology may breach information sovereignty.": "other text",
            "Such wording may change how human rights law applies.": "reading",
            "In 2024, 143 states voted to set an amendment aside.": "practice",
        },
        choices=("principle", "other text", "reading", "practice"),
        why={
            "Every country chooses its own way of regulating.": "This is the second of the four rights, so it stands in the wording itself.",
            "In 2020 a government blocked fifty-nine foreign apps.": {
                "principle": "The wording names no apps and no blocking. India did this in June 2020; that the principle covers it would have to be argued.",
                "other text": "It sets down no rule for states; it reports what India did in June 2020.",
                "reading": "Whether the block was right would be a reading. That it took place is a fact about India in June 2020.",
            },
            "Security may not be measured by double standards.": {
                "principle": "The same speech says it, and under its second principle, on peace and security. The first has no word on double standards.",
                "reading": "Nobody judges the principle here. It is a rule, laid down in the same speech, under the second principle.",
                "practice": "It says what should be, not what a state did: a rule from the second principle of the same speech.",
            },
            "The principle shields weak states from strong ones.": {
                "principle": "The wording speaks of every country and of none as weak. What it is good for is what its supporters add.",
                "other text": "No text sets this down as a rule for states. It is what supporters say the principle is for.",
                "practice": "No state does anything in this sentence. It judges what the principle is for.",
            },
            "No country tolerates online harm to another's security.": "This is the third of the three refusals: not to carry out, not to tolerate, not to back. It stands in the wording itself.",
            "No technology may breach information sovereignty.": {
                "principle": "Look at the term: information sovereignty. That is the word of Brasília, July 2014, and not of Wuzhen.",
                "reading": "Xi laid this down himself as a rule, in Brasília in July 2014. A reading would judge what he laid down.",
                "practice": "It says what nobody may do. That is a rule, from the speech in Brasília in July 2014.",
            },
            "Such wording may change how human rights law applies.": {
                "principle": "The wording does not mention human rights law. This is the worry of Sarah McKune of Citizen Lab about the codes of 2011 and 2015.",
                "other text": "No text sets this down as a rule. Sarah McKune of Citizen Lab concludes it from the codes of 2011 and 2015.",
                "practice": "'May' is the clue: no state has done anything yet in this sentence. Sarah McKune of Citizen Lab warns of it.",
            },
            "In 2024, 143 states voted to set an amendment aside.": {
                "principle": "The amendment, on non-interference, repeats an old rule, and that rule is in the principle. The sentence is about the vote, and the vote is something that states did.",
                "other text": "The amendment, on non-interference, would have been such a text. The sentence reports that it was voted on, which is something that states did.",
                "reading": "What the vote says about non-interference would be a reading. The count is a fact of September 2024.",
            },
        },
    )
    return "Once these four are apart, you can ask of any argument which of them carries it."


# One gateway for everything


@exercise(
    "cyber-sovereignty-gateway",
    hints=(
        "Begin with the wording: which of the four rights could cover a gateway, and is there a condition in the text?",
        "Then take one voice from each part of 'How others see it', and say of each what it would add that the wording leaves open.",
        "End with the best objection to your own view, your answer to it, and the one change to the bill that would change your advice.",
    ),
    rubric=(
        (3, "Wording. 3: rights and refusals exact, with their date, and what is not there. 2: exact, and silent on what is not there. 1: loose, or mixed with another text."),
        (3, "Positions. 3: a supporter, a critic and a third position, each put so that its holder would agree. 2: all three, one of them bent. 1: fewer than three."),
        (3, "Objection. 3: the strongest one to your own view, and answered. 2: a weak one, answered. 1: mentioned and left standing."),
        (3, "Advice. 3: it follows from the reasons, and you say on what condition it would change. 2: it follows from the reasons. 1: it stands beside them."),
    ),
)
def gateway(answer):
    expect.text(
        answer,
        words=(200, 350),
        mentions={
            "the white paper": ("white paper of 2022", "Chinese government", "State Council"),
            "the Shanghai Cooperation Organisation": ("SCO", "Shanghai Cooperation Organization"),
            "the sovereignty papers": ("Sovereignty in Cyberspace", "Wuhan University"),
            "McKune": ("Citizen Lab",),
            "ARTICLE 19": ("Article 19",),
            "Reporters Without Borders": ("RSF",),
            "Mueller": (),
            "the United States": ("US strategy", "digital solidarity", "Washington"),
            "Christine": ("Tifa Foundation",),
            "the African Union": ("Common African Position",),
            "Zeng": ("Stevens", "Chen"),
            "Creemers": (),
            "Chander": ("Sun",),
            "Hong": ("Goodnight",),
            "Tai": ("Zhu",),
        },
        at_least=3,
    )
