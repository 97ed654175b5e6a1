"""Likely wrong answers in the chapter on peace and security, and a phrase of the feedback that each must get."""

import pandas as pd

_NAMES = ["Tier 1", "Tier 2", "Tier 3", "Tier 4", "Tier 5"]
_FLOOR = pd.Series([95, 85, 55, 20, 0], index=_NAMES)
_CEILING = pd.Series([100, 95, 85, 55, 20], index=_NAMES)


def _pair(lowest, highest):
    return pd.Series({"lowest": lowest, "highest": highest})


_RIGHT = {
    "Another state's emergency response teams are not to be harmed.": "norms",
    "Security for some at the cost of others is no security to seek.": "principle",
    "States act together against terrorist use of the network.": "both",
    "Resolutions on human rights online are to be respected.": "norms",
    "Theft of trade secrets is to be fought.": "principle",
    "A court decides which state was behind an attack.": "neither",
    "A state that is asked for help should answer.": "norms",
    "The rules bind every member of the United Nations as law.": "neither",
}
_NOTE = "Since June 2017 Cuba, France and the Red Cross disagree on what our delegate should support in New York. "

WRONG = {
    "peace-and-security-bounds": [
        (lambda tiers: _pair(_FLOOR.mean(), _CEILING.mean()), "as if each tier held as many"),
        (lambda tiers: _pair((tiers * _CEILING).sum() / tiers.sum(), (tiers * _FLOOR).sum() / tiers.sum()), "the wrong way round"),
        (lambda tiers: _pair((tiers * _FLOOR).sum(), (tiers * _CEILING).sum()), "points of all economies together"),
        (lambda tiers: _pair((tiers * _FLOOR).sum() / 5, (tiers * _CEILING).sum() / 5), "the number of tiers"),
        (lambda tiers: _pair(*[(tiers * (_FLOOR + _CEILING) / 2).sum() / tiers.sum()] * 2), "is a guess at the mean"),
        (lambda tiers: _pair((tiers * _FLOOR.to_list()).sum() / tiers.sum(), (tiers * _CEILING.to_list()).sum() / tiers.sum()), "go by their names"),
        (lambda tiers: (tiers * _FLOOR).sum() / tiers.sum(), "Series"),
        (lambda tiers: None, "gives nothing back"),
    ],
    "peace-and-security-which-text": [
        (_RIGHT | {"States act together against terrorist use of the network.": "principle"}, "read letter d as well"),
        (_RIGHT | {"States act together against terrorist use of the network.": "norms"}, "read the second clause of the principle"),
        (_RIGHT | {"Theft of trade secrets is to be fought.": "both"}, "might be stretched"),
        (_RIGHT | {"A court decides which state was behind an attack.": "norms"}, "It is they who weigh"),
        (_RIGHT | {"The rules bind every member of the United Nations as law.": "norms"}, "voluntary, by their own account"),
        (_RIGHT | {"Resolutions on human rights online are to be respected.": "text"}, "none of the labels"),
    ],
    "peace-and-security-delegate": [
        ("\n", "Write 180 to 320 words"),
        (_NOTE, "fewer than the 180"),
        (_NOTE * 20, "more than 320"),
        ("A rule that binds the strong is worth more to us than to them, and so we support it without delay. " * 11, "names none of them"),
    ],
}
