"""Checks and hints for the exercises of the chapter on the third proposal: an innovative digital economy."""

from shared_future import load
from shared_future.exercise import exercise, expect

RESEARCH = load("rd_spending")
EXPORTS = load("hightech_exports")


# More research, smaller share


def changes(table, first, last):
    """The change between two years, for the economies that have both."""
    years = table.pivot(index="iso3", columns="year", values="value")
    return (years[last] - years[first]).dropna()


def codes(change):
    return set(change[change].index)


def against(research, exports, first, last):
    return sorted(codes(changes(research, first, last) > 0) & codes(changes(exports, first, last) < 0))


def other_way_round(research, exports, first, last):
    return sorted(codes(changes(research, first, last) < 0) & codes(changes(exports, first, last) > 0))


def both_rose(research, exports, first, last):
    return sorted(codes(changes(research, first, last) > 0) & codes(changes(exports, first, last) > 0))


def both_fell(research, exports, first, last):
    return sorted(codes(changes(research, first, last) < 0) & codes(changes(exports, first, last) < 0))


def either(research, exports, first, last):
    return sorted(codes(changes(research, first, last) > 0) | codes(changes(exports, first, last) < 0))


def research_alone(research, exports, first, last):
    return sorted(codes(changes(research, first, last) > 0))


def exports_alone(research, exports, first, last):
    return sorted(codes(changes(exports, first, last) < 0))


def years_backwards(research, exports, first, last):
    return against(research, exports, last, first)


def always_the_same_years(research, exports, first, last):
    return against(research, exports, 2015, 2023)


def missing_as_nothing(research, exports, first, last):
    spent, share = (table.pivot(index="iso3", columns="year", values="value").fillna(0) for table in (research, exports))
    return sorted(codes(spent[last] - spent[first] > 0) & codes(share[last] - share[first] < 0))


@exercise(
    "digital-economy-more-research",
    hints=(
        "`research.pivot(index=\"iso3\", columns=\"year\", values=\"value\")` gives a table with a row for each economy and a column for each year.",
        "`spent[last] - spent[first]` is the change for each economy, and missing where one of the two years is; ask of it `> 0`, and of the exports `< 0`.",
        "If `up` is a column of true and false, `set(up[up].index)` holds the codes for which it is true; `&` between two sets keeps what is in both.",
    ),
)
def more_research(answer):
    expect.function(
        answer,
        against,
        on=[(RESEARCH, EXPORTS, 2015, 2023), (RESEARCH, EXPORTS, 2010, 2020)],
        compare=expect.ids,
        alter="value",
        what="the list of economies",
        mistakes=[
            (other_way_round, "These are the economies with less research and a larger high-tech share: both signs are turned round."),
            (years_backwards, "You subtracted the last year from the first, so that every rise became a fall."),
            (both_rose, "In these economies both figures rose. The high-tech share has to have fallen."),
            (both_fell, "In these economies both figures fell. Research has to have risen."),
            (either, "You kept the economies that meet one of the two conditions; they have to meet both, so join the sets with `&`."),
            (research_alone, "You looked at research alone. Which of these also have a smaller high-tech share?"),
            (exports_alone, "You looked at exports alone. Which of these also spend more on research?"),
            (always_the_same_years, "Your function gives the answer for 2015 and 2023, whatever years it is asked for. Where do `first` and `last` come in?"),
            (missing_as_nothing, "A missing figure was taken for nought, and so looks like a rise or a fall. Economies without all four figures have to drop out."),
        ],
    )
    return "Right, on altered figures too. China has company, and a falling share is no verdict on research."


# One parent, two families

HANGZHOU, WUZHEN, BOTH, NEITHER = "Hangzhou", "Wuzhen", "both", "neither"


@exercise(
    "digital-economy-two-families",
    hints=(
        "Read the two summaries once for growth, once for trust, once for freedom to choose: which word stands in which?",
        "Two sentences can lean on both texts, and two on neither, however often you have met them in this chapter.",
        "The duty on data is a matter of the WTO, the market for foreign firms one of the speech of 2015. The definition and the flow of information are in the older summary.",
    ),
)
def two_families(answer):
    expect.labels(
        answer,
        {
            "Growth depends ever more on the digital economy.": BOTH,
            "Information has to flow, or growth will suffer.": HANGZHOU,
            "How we develop online is our own choice.": WUZHEN,
            "Without trust there will be no digital economy.": BOTH,
            "Films that arrive as data pay no customs duty.": NEITHER,
            "Let our two cities work together on this.": WUZHEN,
            "First say what belongs to the digital economy.": HANGZHOU,
            "You promised foreign firms a place in your market.": NEITHER,
        },
        choices=(HANGZHOU, WUZHEN, BOTH, NEITHER),
        why={
            "Growth depends ever more on the digital economy.": {
                HANGZHOU: "Hangzhou says so, and Wuzhen took the sentence over.",
                WUZHEN: "Wuzhen says so, and had it from Hangzhou.",
                NEITHER: "Look at the sentence on growth in each of the two summaries.",
            },
            "Information has to flow, or growth will suffer.": {
                WUZHEN: "Wuzhen's list has an open cyberspace and e-commerce; the flow of information for growth is a principle of the other text.",
                BOTH: "Only one of the summaries names the flow of information, and joins it to growth; an open cyberspace comes near and says neither.",
                NEITHER: "One of the guiding principles joins information and growth.",
            },
            "How we develop online is our own choice.": {
                HANGZHOU: "Flexibility comes near, and leaves the path itself open; the choice of one's own path is named in the other summary.",
                BOTH: "Flexibility in the one is not yet a choice of one's own path, which only the other names.",
                NEITHER: "A path of development is named in one of the two.",
            },
            "Without trust there will be no digital economy.": {
                HANGZHOU: "Trust and security stand there; confidence and trust stand in the other summary as well.",
                WUZHEN: "Confidence and trust stand there; trust and security stand in the other summary as well.",
                NEITHER: "Each summary has trust near the end of its list.",
            },
            "Films that arrive as data pay no customs duty.": "Neither summary speaks of customs; that promise is the WTO's, of 1998.",
            "Let our two cities work together on this.": {
                HANGZHOU: "Partnership is a principle there, but cities are named in the other summary.",
                BOTH: "Partnership is not yet cooperation between cities; only one summary names cities.",
                NEITHER: "Look for cities among the aims.",
            },
            "First say what belongs to the digital economy.": {
                WUZHEN: "The later text praises the digital economy; in our summary it does not define it.",
                BOTH: "Both call it a driver of growth; only one says what belongs to it.",
                NEITHER: "One of the summaries begins with just that.",
            },
            "You promised foreign firms a place in your market.": "An open business environment and e-commerce are not a place in one market: that offer is in the speech of 2015.",
        },
    )
    return "All eight fit. Each speaker can quote the family's text, and leave out what the other half inherited."


# The leading article


@exercise(
    "digital-economy-leader",
    hints=(
        "Decide who in your country would pay a duty and who would be spared one; your first sentence can say so.",
        "Take one figure with its whole: a share of output, of goods trade, of seventy platforms, of exports, or a model's estimate.",
        "Give the paper's strongest opponent a sentence that he or she would print, and only then answer it.",
    ),
    rubric=(
        (3, "**Side.** Says whether to levy the duty, and who would pay and who would gain. 3: clear and concrete; 2: clear, without payers; 1: wavers."),
        (3, "**Figure.** One figure of the chapter, its source, and the whole that it is a share of, or the model that it comes from. 3: all of it; 2: the whole is missing; 1: a bare number."),
        (4, "**Positions.** At least three holders from different camps, each in words that the holder would accept. 4: fair to all; 2 or 3: one is bent to fit; 1: names only."),
        (2, "**Change of mind.** The best objection, an answer, and what would change the paper's view. 2: all of it; 1: the objection alone."),
    ),
)
def leader(answer):
    expect.text(
        answer,
        words=(150, 280),
        mentions={
            "India and South Africa": ("India", "South Africa"),
            "Kaukab": (),
            "UNCTAD": (),
            "Bot Populi": ("IT for Change",),
            "ITIF": ("Information Technology and Innovation Foundation",),
            "CCIA": (),
            "Mueller and Farhat": ("Mueller", "Farhat"),
            "Khennavong of Laos": ("Khennavong", "Laos"),
            "Qualcomm": (),
            "Tesla": (),
            "the European Union": ("European Union", "EU"),
            "China's commerce ministry": ("commerce ministry", "Ministry of Commerce"),
            "the World Internet Conference": ("World Internet Conference", "WIC"),
            "the authors of the symposium": ("symposium",),
        },
        at_least=3,
    )
    return None
