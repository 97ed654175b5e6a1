"""A policy brief out of a learner's text: citations resolved, timeline and figure in their place, saved as a web page or for Word."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from ._html import asset, escape, prose, with_assets
from .data import load
from .errors import DataError, allowed_words
from .figure import Figure

CITATION = re.compile(r"\[(@[\w-]+(?:\s*;\s*@[\w-]+)*)\]")
PLACE = re.compile(r"^\[(timeline|figure)\]$", re.MULTILINE)
HEAD = {"author": "Author", "audience": "For", "standpoint": "Written from the standpoint of"}
PICTURE = 5.9
"""Width of the figure in a Word document, in inches: that of the text on a page with its usual margins."""


def brief(
    *,
    title: str,
    author: str,
    audience: str,
    standpoint: str,
    text: str,
    timeline: pd.DataFrame | None = None,
    figure: Figure | None = None,
) -> Brief:
    """Gather a policy brief. It shows itself, with what is still missing, and can be saved.

    Args:
        title: of the brief.
        author: who wrote it.
        audience: who is to decide on it, by name or office.
        standpoint: whose interests it serves.
        text: the brief in Markdown, headings from ``##`` down. ``[@key]`` or ``[@key; @other-key]`` cites sources of the
            course's bibliography. A line ``[timeline]`` or ``[figure]`` puts it there; else it follows the text.
        timeline: rows of ``events(...)``.
        figure: what ``figure(...)`` returns.

    Returns:
        The brief. An empty title, author, audience or standpoint, and a text that cites nothing, are counted as missing.

    Raises:
        DataError: if a citation names no source, or ``timeline`` or ``figure`` is something else.
    """
    known = load("sources").set_index("key")
    keys = [key for group in CITATION.findall(text) for key in _keys(group)]
    if unknown := [key for key in dict.fromkeys(keys) if key not in known.index]:
        raise DataError("\n".join(f'brief: the citation [@{key}] names no source; {allowed_words(key, known.index)}.' for key in unknown))
    if timeline is not None and not (isinstance(timeline, pd.DataFrame) and {"title", "date", "sources"} <= set(timeline.columns)):
        raise DataError("brief: timeline= takes rows of sf.events(...), not what sf.timeline shows.")
    if figure is not None and not isinstance(figure, Figure):
        raise DataError("brief: figure= takes what sf.figure(...) returns, with its title, alt text and source.")
    return Brief(title.strip(), {"author": author.strip(), "audience": audience.strip(), "standpoint": standpoint.strip()}, text, timeline, figure)


@dataclass(frozen=True, repr=False)
class Brief:
    """What :func:`brief` returns.

    Attributes:
        title: of the brief.
        head: author, audience and standpoint.
        text: Markdown.
        timeline: rows of events, or None.
        figure: a figure, or None.
    """

    title: str
    head: dict[str, str]
    text: str
    timeline: pd.DataFrame | None
    figure: Figure | None

    @property
    def words(self) -> int:
        """How many words the text has, without citations."""
        return len(re.findall(r"\w[\w'’-]*", PLACE.sub("", CITATION.sub("", self.text))))

    @property
    def cited(self) -> tuple[str, ...]:
        """The sources that the text cites, each once, in its order."""
        return tuple(dict.fromkeys(key for group in CITATION.findall(self.text) for key in _keys(group)))

    @property
    def missing(self) -> tuple[str, ...]:
        """What a complete brief has and this one has not yet."""
        lacks = {
            "a title": not self.title,
            "an author": not self.head["author"],
            "a named audience": not self.head["audience"],
            "a standpoint": not self.head["standpoint"],
            "a text": not self.words,
            "citations": not self.cited,
            "a timeline": self.timeline is None or self.timeline.empty,
            "a figure": self.figure is None,
        }
        return tuple(name for name, lacking in lacks.items() if lacking)

    @property
    def references(self) -> tuple[str, ...]:
        """The sources of text, timeline and figure: what the list at the end holds."""
        rows = [] if self.timeline is None else [key for keys in self.timeline["sources"] for key in keys]
        return tuple(dict.fromkeys([*self.cited, *rows, *(self.figure.sources if self.figure else ())]))

    def html(self) -> str:
        """Return the brief as a web page that needs nothing else: no script, nothing to load."""
        picture = self._drawing() if self.figure else ""
        return (
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{escape(self.title) or 'Policy brief'}</title><style>{asset('tokens.css')}{asset('brief.css')}</style></head>"
            f'<body class="sf-brief"><main>{self._body(picture)}</main></body></html>'
        )

    def save(self, path: str | Path) -> Path:
        """Write the brief to a file.

        Args:
            path: ends in ``.html`` for a web page, or in ``.docx`` for Word, LibreOffice and others.

        Returns:
            The file written.

        Raises:
            DataError: if the path ends in something else, or what writes Word files is not installed.
        """
        path = Path(path)
        match path.suffix.lower():
            case ".html":
                path.write_text(self.html(), encoding="utf-8")
            case ".docx":
                self._save_docx(path)
            case other:
                raise DataError(f'brief: a file that ends in "{other}" cannot be written; allowed: .html, .docx')
        return path

    def __repr__(self) -> str:
        return f"{self.title or 'A brief without a title'}: {self._sum()}"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        picture = f'<p class="sf-muted">[Figure: {prose(self.figure.title)}]</p>' if self.figure else ""
        # The headings of the page are those of the chapter; the brief's would stand between them.
        preview = re.sub(r"<h([1-6])>(.*?)</h\1>", r'<p class="sf-brief-h\1">\2</p>', self._body(picture), flags=re.DOTALL)
        markup = f'<div class="sf-brief"><p class="sf-brief-sum"><strong>{prose(self._sum())}</strong></p>{preview}</div>'
        return {"text/html": with_assets(markup, "brief"), "text/plain": repr(self)}

    def _sum(self) -> str:
        missing = f"Still missing: {', '.join(self.missing)}." if self.missing else "Nothing is missing."
        return f"{self.words} words, {len(self.cited)} source{'s' * (len(self.cited) != 1)} cited. {missing}"

    # Parts

    def _body(self, picture: str) -> str:
        head = "".join(f"<p><strong>{name}:</strong> {prose(self.head[key])}</p>" for key, name in HEAD.items() if self.head[key])
        parts = {"timeline": self._events(), "figure": self._framed(picture)}
        pieces = PLACE.split(self.text)
        placed = set(pieces[1::2])
        text = "".join(parts[piece] if n % 2 else _markdown().render(CITATION.sub(_cited, piece)) for n, piece in enumerate(pieces))
        rest = "".join(html for name, html in parts.items() if name not in placed)
        title = f"<h1>{prose(self.title)}</h1>" if self.title else ""
        return f"{title}{head}{text}{rest}{self._list()}"

    def _events(self) -> str:
        if self.timeline is None or self.timeline.empty:
            return ""
        labels = load("sources").set_index("key")["label"]
        rows = "".join(
            f"<tr><td>{prose(row['date'] or 'no date')}</td><td>{prose(row['title'])}</td><td>{prose('; '.join(labels[key] for key in row['sources']))}</td></tr>"
            for row in self.timeline.to_dict("records")
        )
        return f"<h2>Timeline</h2><table><thead><tr><th>Date</th><th>Event</th><th>Source</th></tr></thead><tbody>{rows}</tbody></table>"

    def _framed(self, picture: str) -> str:
        if not self.figure:
            return ""
        labels = load("sources").set_index("key")["label"]
        source = "; ".join(labels[key] for key in self.figure.sources)
        return f"<div>{picture}</div><p><strong>{prose(self.figure.title)}</strong> {prose(self.figure.alt)} Source: {prose(source)}.</p>"

    def _list(self) -> str:
        if not self.references:
            return ""
        table = load("sources").set_index("key").loc[list(self.references)].sort_values("label")
        entries = []
        for row in table.to_dict("records"):
            address = f"https://doi.org/{row['doi']}" if row["doi"] else row["url"]
            where = f" {prose(row['publisher'])}." if row["publisher"] and row["publisher"] != row["author"] else ""
            link = f' <a href="{escape(address)}">{escape(address)}</a>' if address else ""
            entries.append(f"<li>{prose(row['label'])}. <em>{prose(row['title'])}</em>.{where}{link}</li>")
        return f"<h2>References</h2><ul>{''.join(entries)}</ul>"

    # The figure

    def _drawing(self) -> str:
        """Return the figure as an inline drawing, or its data where nothing can draw, as in a browser's Python."""
        try:
            return self.figure.picture()
        except ImportError:
            return self.figure.data.html()

    def _save_docx(self, path: Path) -> None:
        try:
            import vl_convert
            from docx import Document
            from html4docx import HtmlToDocx
        except ImportError as error:
            raise DataError(
                f"brief: to write a Word file, the Python package of {error.name} has to be installed; it comes with requirements.txt. Save as .html: Word opens that too."
            ) from None
        picture = ""
        if self.figure:
            drawn = vl_convert.vegalite_to_png(self.figure.specification(), scale=2)
            picture = f'<p><img src="data:image/png;base64,{base64.b64encode(drawn).decode()}" width="{PICTURE * 96:.0f}"></p>'
        document = Document()
        document.core_properties.title, document.core_properties.author = self.title, self.head["author"]
        HtmlToDocx().add_html_to_document(self._body(picture), document)
        for table in document.tables:
            table.style = "Table Grid"
        for shape in document.inline_shapes:
            shape._inline.docPr.set("descr", self.figure.alt)
        document.save(str(path))


@cache
def _markdown() -> Any:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def _cited(match: re.Match[str]) -> str:
    """Return ``[Xinhua 2015; United Nations 2024]`` for the keys of the two."""
    labels = load("sources").set_index("key")["label"]
    return f"[{'; '.join(labels[key] for key in _keys(match[1]))}]"


def _keys(group: str) -> list[str]:
    return re.findall(r"@([\w-]+)", group)
