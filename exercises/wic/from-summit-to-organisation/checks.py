"""Checks and hints for the exercises of the chapter on the way from a meeting to an organisation."""

import shared_future as sf
from shared_future.exercise import exercise, expect

TABLE = sf.events(series="wuzhen-summit")
TABLE["countries"] = [counts["countries_regions"].value for counts in TABLE.figures.map(sf.figures)]
TABLE = TABLE.sample(frac=1, random_state=3)
FORUM = ["internet-development-forum-2020"]


# The year that explains it


def parts(summits, day, without):
    kept = summits[~summits.id.isin(without)]
    after = kept.start >= day
    return kept.countries[~after], kept.countries[after]


def change(summits, day, without):
    before, after = parts(summits, day, without)
    return after.mean() - before.mean()


def reverse(summits, day, without):
    return -change(summits, day, without)


def all_in(summits, day, without):
    return change(summits, day, [])


def only_those(summits, day, without):
    return change(summits[summits.id.isin(without)], day, []) if without else float("nan")


def founding_only(summits, day, without):
    return change(summits, "2022-07-12", without)


def sums(summits, day, without):
    before, after = parts(summits, day, without)
    return after.sum() - before.sum()


def medians(summits, day, without):
    before, after = parts(summits, day, without)
    return after.median() - before.median()


def day_left_out(summits, day, without):
    kept = summits[~summits.id.isin(without)]
    after = kept.start > day
    return kept.countries[after].mean() - kept.countries[~after].mean()


def ratio(summits, day, without):
    before, after = parts(summits, day, without)
    return after.mean() / before.mean()


def percent(summits, day, without):
    return 100 * (ratio(summits, day, without) - 1)


@exercise(
    "from-summit-to-organisation-break",
    hints=(
        "First keep the rows whose id is not in the list: `summits[~summits.id.isin(without)]`.",
        "`kept.start >= day` is true for the later editions; `~` turns it round for the earlier ones.",
        "Take `.mean()` of `countries` in each part and subtract the earlier from the later.",
    ),
)
def break_(answer):
    expect.function(
        answer,
        change,
        on=[(TABLE, "2022-07-12", FORUM), (TABLE, "2021-01-01", FORUM), (TABLE, "2022-07-12", []), (TABLE, "2022-11-09", FORUM)],
        alter="countries",
        what="the change in the mean number of countries",
        unit="countries",
        mistakes=[
            (reverse, "You subtracted the later mean from the earlier one. A rise has to come out as a positive number."),
            (all_in, "The editions in `without` are still in the means. Leave them out first."),
            (only_those, "You kept the editions of the list and left the others out. Turn the condition round with `~`."),
            (founding_only, "You always cut at the founding. Use `day`, so that another border can be tried."),
            (day_left_out, "An edition that starts on `day` itself belongs to the later ones: `>=`, not `>`."),
            (sums, "You compared sums. There are more editions before than after, so compare means."),
            (medians, "These are medians. The sentence to be tested, and the task, speak of the mean."),
            (percent, "This is the change in per cent. Return it in countries."),
            (ratio, "You divided one mean by the other. A change in countries is a difference."),
        ],
    )
    return "Right. A border that somebody proposes is a hypothesis; the test is to try the borders that nobody proposed."


# What was counted?

DAY = "9 December 2015: over 2,000 guests will come, half of them foreign."
Y2016 = "November 2016: more than 1,600 guests attended."
Y2021 = "September 2021: over 2,000 guests took part offline and online."
PLAN = "31 October 2022: nearly 2,000 are to join, in the hall or by video."
Y2022 = "November 2022: over 2,100 joined online and offline activities."
TOTAL = "November 2023: nearly 12,000 guests in the past nine years."
Y2024 = "November 2024: over 1,800 guests attended in person."
Y2025 = "November 2025: over 1,600 participants from over 130 countries."


@exercise(
    "from-summit-to-organisation-counted",
    hints=(
        "Look at the tense and the date first: a number from before the meeting is a plan, whatever else it says.",
        "Then look for a word on how people took part: in person, online, offline. No such word, no such label.",
        "There are two of `announced`, two of `with screens`, two of `not said`, and one each of the others.",
    ),
)
def counted(answer):
    expect.labels(
        answer,
        {
            DAY: "announced",
            Y2016: "not said",
            Y2021: "with screens",
            PLAN: "announced",
            Y2022: "with screens",
            TOTAL: "added up",
            Y2024: "on site",
            Y2025: "not said",
        },
        choices=("announced", "on site", "with screens", "added up", "not said"),
        why={
            DAY: {
                "on site": "The meeting opened on 16 December. On the 9th nobody could be counted at the place.",
                "with screens": "Nothing is said of screens, and on 9 December nobody had taken part in any way.",
                "added up": "One meeting only is meant, and it has not begun.",
                "not said": "The sentence does say something: *will come*. It is a plan.",
            },
            Y2016: {
                "announced": "*Attended* looks back.",
                "on site": "You may well be right about 2016, but from the calendar, not from the sentence: *attended* has no place in it.",
                "with screens": "There is no word about screens here.",
                "added up": "A single edition is counted.",
            },
            Y2021: {
                "announced": "The number was given at the closing press conference: *took part*.",
                "on site": "*Offline* is only half of it; the online guests are in the same number.",
                "added up": "Two ways of taking part are joined, but in one edition.",
                "not said": "It is said: *offline and online*.",
            },
            PLAN: {
                "on site": "*By video* excludes that, and the meeting had not begun.",
                "with screens": "Screens are in it, and yet nobody has been counted: the meeting opened nine days later. A plan comes first.",
                "added up": "One meeting is meant.",
                "not said": "The date and *are to join* say what kind of number it is.",
            },
            Y2022: {
                "announced": "*Joined* looks back on the meeting.",
                "on site": "The online activities are in the number.",
                "added up": "One edition, two ways of joining.",
                "not said": "*Online and offline* stands there.",
            },
            TOTAL: {
                "announced": "It looks back on nine years.",
                "on site": "Whether screens are in the total is just what the sentence does not tell.",
                "with screens": "Perhaps, perhaps not. What it does show is that nine years stand behind one number.",
                "not said": "On screens it is silent, but more than one edition is in it: a total of *nine years*.",
            },
            Y2024: {
                "announced": "*Attended* looks back.",
                "with screens": "*In person* leaves the screens out.",
                "added up": "One edition is counted.",
                "not said": "It is said: *in person*.",
            },
            Y2025: {
                "announced": "The number comes from a report on the closing.",
                "on site": "*Participants* may sit anywhere. The year before, the report had said *in person*; this one does not.",
                "with screens": "Possibly, but no word shows it.",
                "added up": "One edition is counted.",
            },
        },
    )
    return "Now you know which of these points may stand on one line, and it is fewer than eight."


# Your letter of reply


@exercise(
    "from-summit-to-organisation-reply",
    hints=(
        "Begin with what your registry is for, and whom your reply has to convince: your own members.",
        "Turn unknowns into conditions: charter, list of members, minutes, costs, use of your name.",
        "If you accept, answer the senators. If you decline, answer Li Junhua, Wilson or Chehadé.",
    ),
    rubric=(
        (3, "Form. 3: says what is known and what was not found about the organisation, without making the gap a verdict. 2: right, but the gap is used as proof. 1: known and unknown are mixed."),
        (3, "Founding act. 3: one act from the table is used as a measure and fits. 2: named, but not used. 1: wrong or missing."),
        (3, "Positions. 3: two holders of different sides, each put so that the holder would agree. 2: two, one bent. 1: fewer than two."),
        (3, "Reply. 3: a clear yes or no, two conditions that could be checked, and an answer to the best objection. 2: one of these is missing. 1: two are missing."),
    ),
)
def reply(answer):
    expect.text(
        answer,
        words=(180, 320),
        mentions={
            "Li Junhua": ("Li Jun",),
            "Kumbirai Diza": ("Diza",),
            "Gambardella": ("ChinaEU",),
            "the China Media Project": ("China Media Project", "CMP"),
            "Internet Governance Radar": (),
            "the senators": ("senators", "Cruz", "Lankford"),
            "Liu Lipeng": (),
            "Chehadé": ("Chehade",),
            "Wilson": ("APNIC",),
        },
        at_least=2,
    )
