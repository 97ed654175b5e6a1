"""A Shared Future in Cyberspace: the data of the course and what its chapters do with them."""

from .brief import brief
from .compare import compare
from .data import events, figures, load, vocabulary
from .errors import DataError
from .exercise import check, hint, rubric
from .explore import explore
from .figure import figure, table
from .practice import practice
from .present import at_a_glance, plans, positions
from .quiz import quiz
from .timeline import timeline

__all__ = [
    "DataError",
    "at_a_glance",
    "brief",
    "check",
    "compare",
    "events",
    "explore",
    "figure",
    "figures",
    "hint",
    "load",
    "plans",
    "positions",
    "practice",
    "quiz",
    "rubric",
    "table",
    "timeline",
    "vocabulary",
]
