"""Likely wrong answers in the chapter on openness and cooperation, and a phrase of the feedback that each must get."""


def _wide(table):
    return table.pivot(index="area", columns="year", values="value")


def _right(table, area, first, last):
    wide = _wide(table)
    return 100 * (wide[last] - wide[first])[area] / (wide[last] - wide[first])["World"]


def _growth(table, area, first, last):
    row = _wide(table).loc[area]
    return 100 * (row[last] / row[first] - 1)


def _level(table, area, first, last):
    wide = _wide(table)
    return 100 * wide.at[area, last] / wide.at["World", last]


def _points(table, area, first, last):
    shares = 100 * _wide(table).div(_wide(table).loc["World"])
    return shares.at[area, last] - shares.at[area, first]


def _five(table, area, first, last):
    wide = _wide(table[table.area != "World"])
    return 100 * (wide[last] - wide[first])[area] / (wide[last] - wide[first]).sum()


def _all_rows(table, area, first, last):
    wide = _wide(table)
    return 100 * (wide[last] - wide[first])[area] / (wide[last] - wide[first]).sum()


_RIGHT = {
    "Encourage data transfers that business needs.": "opens",
    "Respect that countries regulate data differently.": "reserves",
    "A measure may go no further than its aim.": "limits",
    "No rule on data may be a hidden trade barrier.": "limits",
    "All foreign firms are welcome to come in.": "opens",
    "Foreign firms must keep the host country's laws.": "reserves",
    "Leave behind the idea that the winner takes all.": "none",
    "Data is becoming a source of growth.": "none",
}
_TEXT = "Count reach, and say so. Cai, the Freedom Online Coalition and the EFF would read the column in three ways, and none of them would be pleased. "

WRONG = {
    "openness-and-cooperation-part-of-growth": [
        (_growth, "by its own measure"),
        (_level, "exports in the last year"),
        (_points, "by how many points"),
        (_five, "The world is more than those"),
        (_all_rows, "counts them twice"),
        (lambda table, area, first, last: (_wide(table)[last] - _wide(table)[first])[area], "the increase itself"),
        (lambda table, area, first, last: _right(table, "China", first, last), "whatever area"),
        (lambda table, area, first, last: _right(table, area, 2015, 2023), "whatever years"),
        (lambda table, area, first, last: _right(table, area, first, last) / 100, "looks like a share"),
        (lambda table, area, first, last: None, "gives nothing back"),
    ],
    "openness-and-cooperation-clauses": [
        (_RIGHT | {"Respect that countries regulate data differently.": "opens"}, "the one who gains is the regulator"),
        (_RIGHT | {"A measure may go no further than its aim.": "reserves"}, "cuts them to size"),
        (_RIGHT | {"Foreign firms must keep the host country's laws.": "limits"}, "It binds the guest"),
        (_RIGHT | {"Leave behind the idea that the winner takes all.": "opens"}, "a change of mind"),
        (_RIGHT | {"All foreign firms are welcome to come in.": "none"}, "who is let in"),
        (_RIGHT | {"Data is becoming a source of growth.": "reserves"}, "keep such a treasure"),
        ({item: "opens" for item in _RIGHT}, "2 of 8"),
        (_RIGHT | {"All foreign firms are welcome to come in.": "open"}, "none of the labels"),
    ],
    "openness-and-cooperation-column": [
        ("\n", "Write 150 to 300 words"),
        (_TEXT, "fewer than the 150"),
        (_TEXT * 14, "more than 300"),
        ("The column should count names that cannot be reached, for a reader opens pages and not agreements. " * 11, "holders of a position"),
    ],
}
