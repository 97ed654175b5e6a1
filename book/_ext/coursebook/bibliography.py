"""Citations that read as a source: ``Xinhua 2015``, and the same words in the list of sources and in every component."""

from __future__ import annotations

from collections.abc import Iterator

from pybtex.database import Entry
from pybtex.plugin import register_plugin
from pybtex.style.formatting.unsrt import Style as Unsorted
from pybtex.style.labels import BaseLabelStyle
from sphinx.application import Sphinx

from shared_future.data import load


def setup(app: Sphinx) -> None:
    """Make the style known under the name that ``_config.yml`` uses."""
    register_plugin("pybtex.style.formatting", "course", CourseStyle)


class SourceLabels(BaseLabelStyle):
    """The labels of the table of sources."""

    def format_labels(self, sorted_entries: list[Entry]) -> Iterator[str]:
        """Yield the label of each entry; no two are the same."""
        labels = load("sources").set_index("key").label
        return (labels[entry.key] for entry in sorted_entries)


class CourseStyle(Unsorted):
    """Plain entries, sorted by author, year and title."""

    default_label_style = SourceLabels
    default_sorting_style = "author_year_title"
