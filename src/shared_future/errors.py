"""The one error that tells a reader or an author what is wrong with the course's data."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

SHOWN = 30
"""How many allowed words a message lists before it names only those that come closest."""


class DataError(ValueError):
    """Something in the course's data, or a request for it, is wrong.

    The message is for people. It names the file, the row, the field, the value and what is allowed, one line for each problem.
    """


def allowed_words(word: object, words: Iterable[str], opening: str = "allowed:") -> str:
    """Say which words are allowed: all of them where that is short, else those that come closest to the wrong one."""
    words = list(words)
    if len(words) <= SHOWN:
        return f"{opening} {', '.join(words)}"
    closest = difflib.get_close_matches(str(word), words, n=5, cutoff=0.4)
    return f"the closest are {', '.join(closest)}" if closest else f"{opening} {', '.join(words[:SHOWN])} and {len(words) - SHOWN} others"
