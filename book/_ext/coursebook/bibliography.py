"""Citations that read as a source: ``Xinhua 2015``, with a letter where one author has several works in a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from string import ascii_lowercase

from pybtex.database import Entry
from pybtex.plugin import register_plugin
from pybtex.richtext import Text
from pybtex.style.formatting.unsrt import Style as Unsorted
from pybtex.style.labels import BaseLabelStyle
from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Make the style known under the name that ``_config.yml`` uses."""
    register_plugin("pybtex.style.formatting", "course", CourseStyle)


class AuthorYearLabels(BaseLabelStyle):
    """Labels made of the author and the year."""

    def format_labels(self, sorted_entries: list[Entry]) -> Iterator[str]:
        """Yield a label for each entry; no two are the same."""
        labels = [label(entry) for entry in sorted_entries]
        total, seen = Counter(labels), Counter[str]()
        for name in labels:
            yield name + (_letter(seen[name]) if total[name] > 1 else "")
            seen[name] += 1


class CourseStyle(Unsorted):
    """Plain entries, sorted by author, year and title."""

    default_label_style = AuthorYearLabels
    default_sorting_style = "author_year_title"


def label(entry: Entry) -> str:
    """Return the author's short name and the year of a bibliography entry."""
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    names = [Text.from_latex(" ".join(person.prelast_names + person.last_names)).render_as("text") for person in people]
    first = names[0].split(",")[0] if names else entry.fields.get("title", entry.key)
    author = f"{first} et al." if len(names) > 2 else " and ".join([first, *names[1:]])
    return f"{author} {entry.fields.get('year', 'n.d.')}"


def _letter(position: int) -> str:
    """Return a, b, ... z, aa, ab, ..."""
    return (_letter(position // 26 - 1) if position >= 26 else "") + ascii_lowercase[position % 26]
