"""Checks of the chapter on AI for social good."""

from shared_future import load
from shared_future.exercise import exercise, expect

# How far apart?


def apart(reports, upper="max", lower="min", at_least=2):
    years = reports.groupby("year").value
    ratio = years.agg(upper) / years.agg(lower)
    return ratio[years.size() >= at_least]


def difference(reports):
    years = reports.groupby("year").value
    return (years.max() - years.min())[years.size() >= 2]


def other_numbers(reports):
    """The same reports, each with another number."""
    return reports.assign(value=reports.value * [3 + 2 * place for place in range(len(reports))])


@exercise(
    "ai-for-social-good-far-apart",
    hints=(
        'Think of one year first: which reports does it have, and how many? `reports.groupby("year").value` makes such a group for each year.',
        "A group knows `.max()`, `.min()` and `.size()`; each gives one number for each year.",
        "Divide the first by the second and keep the years whose `.size()` is 2 or more: `ratio[years.size() >= 2]`.",
    ),
)
def far_apart(answer):
    figures = load("single_figures")
    people = figures[figures.subject == "ai-for-good-people"]
    everything = figures[figures.subject.str.startswith("ai-for-good-")]
    expect.function(
        answer,
        apart,
        on=[(everything,), (people,)],
        compare=expect.series,
        alter=other_numbers,
        what="the ratio of the highest to the lowest report, by year",
        mistakes=[
            (lambda reports: apart(reports, at_least=1), "Years with a single report are still there. One report cannot differ from itself; leave those years out."),
            (lambda reports: apart(reports, at_least=3), "You kept only years with more than two reports. Two are enough for a difference."),
            (lambda reports: apart(reports, upper="min", lower="max"), "Your ratios are upside down: divide the highest by the lowest, so that no ratio is below 1."),
            (difference, "You subtracted. A difference of 100 is much for 400 and little for 10,000; the ratio is asked for."),
            (lambda reports: apart(reports, upper="last", lower="first"), "You took the first and the last row of each year. The order of the rows means nothing; take the highest and the lowest."),
            (lambda reports: apart(reports, upper="mean"), "You divided the mean by the lowest. The highest report is asked for."),
        ],
    )
    return "Where two sources differ, the year shows up. Where there is only one, nothing can show up, which is not the same as being right."


# A leaflet under the lamp


@exercise(
    "ai-for-social-good-leaflet",
    hints=(
        "Look for a person, a witness, a loss or a comparison. If you find none of the four, the label is `none`.",
        "A winner stays a winner if you do not like him: ask what the sentence *says*, and only later whom it should worry.",
        "Two sentences for each label. A comparison can look back in time, or over to a place that did without.",
    ),
)
def leaflet_check(answer):
    expect.labels(
        answer,
        {
            "Our technology is made with love.": "none",
            "The farmers of the lower valley get a frost warning by telephone.": "for whom",
            "The warnings were checked by the county's weather service, which we do not pay.": "says who",
            "Before, they lit fires whenever the old men felt a frost coming.": "instead of what",
            "Each warning means a night without sleep for the women who carry the straw.": "at whose cost",
            "AI opens a new chapter for agriculture.": "none",
            "In the upper valley, without the programme, the harvest was just as good.": "instead of what",
            "An insurer in the capital buys the valley's data from us.": "for whom",
            "A student counted the frost damage for her thesis.": "says who",
            "Whoever wants to leave the programme loses the cheap seed.": "at whose cost",
        },
        choices=("for whom", "says who", "at whose cost", "instead of what", "none"),
        why={
            "Our technology is made with love.": {
                "for whom": "It tells how the makers feel. Nobody who gains is named.",
                "says who": "The makers say it of themselves; nothing was found out by anybody.",
                "at whose cost": "No loss, price or risk comes up, only a feeling.",
                "instead of what": "Love is compared with nothing here.",
            },
            "The farmers of the lower valley get a frost warning by telephone.": {
                "says who": "A user is named, no witness. Who checked the warnings is another sentence.",
                "at whose cost": "To get a warning is a gain. What it costs is not said here.",
                "instead of what": "What the farmers did before is not in this sentence.",
                "none": "It names people and what they get. That is an answer.",
            },
            "The warnings were checked by the county's weather service, which we do not pay.": {
                "for whom": "The weather service checks; it is not the one who gains.",
                "at whose cost": "Who does not pay whom is said to show that the witness is independent, not to name a loss.",
                "instead of what": "To check a warning is not to compare it with life without warnings.",
                "none": "A witness is named, and even why one may trust it.",
            },
            "Before, they lit fires whenever the old men felt a frost coming.": {
                "for whom": "The sentence is about the time before; nobody gains in it yet.",
                "says who": "The old men felt the frost. They are not called as witnesses for the programme.",
                "at whose cost": "The fires may have cost wood, but the sentence speaks of what was done without the programme.",
                "none": "It tells what there was before, and so what the programme has to beat.",
            },
            "Each warning means a night without sleep for the women who carry the straw.": {
                "for whom": "The women are named because they lose a night, not because they gain one.",
                "says who": "Nobody is said to have found this out.",
                "instead of what": "Nothing is said on nights without the programme.",
                "none": "A loss is named, and who bears it.",
            },
            "AI opens a new chapter for agriculture.": {
                "for whom": "Agriculture is no person. Ask which farmer, and where.",
                "says who": "No finding and no finder, only an announcement.",
                "at whose cost": "New chapters have a price, but this sentence does not name it.",
                "instead of what": "The old chapter is not described, so there is nothing to compare.",
            },
            "In the upper valley, without the programme, the harvest was just as good.": {
                "for whom": "The upper valley had no programme, so it is not the one who gains from it.",
                "says who": "Who compared the harvests is not said.",
                "at whose cost": "An equal harvest is no loss. It shows what one would have had anyway.",
                "none": "It is the most useful sentence of the leaflet: what happens without the programme.",
            },
            "An insurer in the capital buys the valley's data from us.": {
                "says who": "The insurer buys; it has checked nothing.",
                "at whose cost": "Perhaps the farmers will pay for it one day. What the sentence states is one more winner.",
                "instead of what": "No other way of life or business is compared here.",
                "none": "Somebody who gains is named, though not the one on the cover.",
            },
            "A student counted the frost damage for her thesis.": {
                "for whom": "She may get a degree by it, but she is named as the one who counted.",
                "at whose cost": "The damage is counted, not laid at anybody's door.",
                "instead of what": "One count is no comparison; the valley without the programme is missing.",
                "none": "A finder is named, and she is not the maker.",
            },
            "Whoever wants to leave the programme loses the cheap seed.": {
                "for whom": "Those who stay have cheap seed, but the sentence is about the price of leaving.",
                "says who": "It is a rule of the programme and nothing that was found out.",
                "instead of what": "Leaving is threatened here, not described as another way to live.",
                "none": "A loss is stated, and on whom it falls.",
            },
        },
    )
    return "The two sentences that sound best answer nothing, and the one that hurts the programme most answers the fourth question."


# The call that nobody can find


@exercise(
    "ai-for-social-good-call",
    hints=(
        "Begin with one holder and ask what this person would forbid. A call becomes a standpoint by what it keeps out.",
        "Look at the table of four programmes: your call should fill its last two columns better than any of them.",
        "End with the two names: whom do the rules please, who will object, with which words, and what do you answer?",
    ),
    rubric=(
        (3, "Door. 3: who may apply and who may not, both with a reason. 2: one of the two. 1: everybody, or nobody in particular."),
        (3, "Proof. 3: what applicants must show answers at least two of the four questions. 2: one of them. 1: general words on benefit."),
        (3, "Judges. 3: who chooses and who judges the result, when, and what is published if it fails. 2: one of these left out. 1: 'a committee'."),
        (3, "Positions. 3: two opposed holders, each so that they would sign, and the objection answered. 2: named, one of them bent or unanswered. 1: one."),
    ),
)
def call_check(answer):
    expect.text(
        answer,
        words=(180, 320),
        mentions={
            "Liang Hao": ("Liang",),
            "Bogdan-Martin": ("Bogdan",),
            "Tomašev": ("Tomasev",),
            "Jin Jinping": ("Jin",),
            "Birhane": (),
            "Muldoon": (),
            "Moore": (),
            "Aula and Bowles": ("Aula", "Bowles"),
            "Vinuesa": (),
        },
        at_least=2,
    )
