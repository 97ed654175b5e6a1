"""Charts and tables that everyone can read: on the page, on a phone, in the dark, in print, and by ear.

`figure` shows an Altair chart. In the book it becomes a picture (inline SVG) in the page's own colours, with a caption, its source
and its data as a table one click away; in a notebook it stays the interactive chart. `table` shows a DataFrame.

The look is set once, in `theme`, and colour never carries a meaning alone: lines that differ in colour get dashes that differ,
points get shapes; bars and areas have to repeat the colour's field in their position or in a text label.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pandas as pd

from ._html import asset, citation, escape, in_book, prose, with_assets

if TYPE_CHECKING:
    import altair

Format = str | Callable[[Any], str]

WIDTH = 400
"""Width of a chart on the page before it is scaled, in pixels: on a phone its letters shrink by a tenth."""
LEAST = 0.85
"""How far a wider chart may shrink before it scrolls: 13-pixel letters stay at 11."""
DASHES = [[1, 0], [9, 4], [2, 3], [9, 3, 2, 3], [5, 2], [14, 4]]
"""Dashes of the first, second, ... line, as far from each other as the colours."""
ROWS = 300
"""How many rows a figure's data may have: what is drawn is meant, not what it was computed from."""


@cache
def colours() -> dict[str, str]:
    """Return the course's colours by name (``c1`` to ``c6``, ``fg``, ``muted``, ...) as ``#rrggbb``, in their light form."""
    light = asset("tokens.css").split("}")[0]
    return dict(re.findall(r"--sf-([\w-]+): (#[0-9a-f]{6})", light))


# Charts


def figure(
    chart: altair.TopLevelMixin,
    *,
    title: str,
    alt: str,
    source: str | Sequence[str],
    data: pd.DataFrame | None = None,
    columns: Sequence[str] | Mapping[str, str] | None = None,
    formats: Mapping[str, Format] | None = None,
) -> Figure:
    """Show a chart with caption, source and data.

    Args:
        chart: an Altair chart. Leave its width out: it fits the page and the phone; only panels of a facet need one where they are to be wide. Leave colours out, or take them from `colours`.
        title: what the figure shows, for people who see it: it stands in the caption, not in the chart.
        alt: what there is to see, for people who do not: the kind of chart, and what it comes to.
        source: key of the bibliography, or several.
        data: the rows that are drawn. By default the chart's own DataFrame.
        columns: which columns the table shows, or column -> heading. By default all.
        formats: column -> format of its values, as in `table`.

    Raises:
        ValueError: if title, alt, source or data are missing, or if the chart can only be read by its colours.
    """
    for name, value in {"title": title, "alt": alt}.items():
        if not isinstance(value, str) or not value.strip():
            raise ValueError(f"A figure needs {name}=, a text: {'what it shows' if name == 'title' else 'what there is to see, for readers who cannot see it'}.")
    sources = _sources(source)
    if not sources:
        raise ValueError("A figure needs source=, a key of the bibliography such as world-bank-2026-internet-users.")
    if data is None:
        data = chart.data
    if not isinstance(data, pd.DataFrame):
        raise ValueError("A figure needs data=, a DataFrame of the rows that are drawn: this chart does not hold one of its own.")
    headings = dict(columns) if isinstance(columns, Mapping) else {name: name for name in (columns or data.columns)}
    if absent := [name for name in headings if name not in data.columns]:
        raise ValueError(f"columns= names {', '.join(map(str, absent))}, and the data of the figure have {', '.join(map(str, data.columns))}.")
    if len(data) > ROWS:
        raise ValueError(f"The data of the figure have {len(data)} rows, more than {ROWS}: give data=, the rows that are drawn.")
    shown = data[list(headings)].rename(columns=headings)
    rows = table(shown, caption=f"Data: {title}", formats={headings.get(name, name): form for name, form in (formats or {}).items()})
    return Figure(_specification(chart), title, alt, sources, rows)


@dataclass(frozen=True)
class Figure:
    """A chart that shows itself: as a picture in the book, interactive in a notebook.

    Attributes:
        spec: the chart in Vega-Lite, without the look.
        title: what it shows.
        alt: what there is to see.
        sources: keys of the bibliography.
        data: the table behind it.
    """

    spec: dict[str, Any]
    title: str
    alt: str
    sources: tuple[str, ...]
    data: Table

    def __repr__(self) -> str:
        return f"{self.title}\n{self.alt}"

    def _ipython_display_(self) -> None:
        from IPython.display import display

        for bundle in self.bundles():
            display(bundle, raw=True)

    def bundles(self) -> list[dict[str, Any]]:
        """Return what is displayed, as one or two MIME bundles.

        JupyterLab prefers HTML to a chart where it is offered both in one output, and shows the type of Vega-Lite 6 as text: so a
        notebook gets the chart as Vega-Lite 5, which draws it, and then caption and data.
        """
        if in_book():
            return [{"text/html": self._framed(self.picture()), "text/plain": repr(self)}]
        chart = self._with(560, font="sans-serif", background="#ffffff", padding=8) | {
            "$schema": "https://vega.github.io/schema/vega-lite/v5.20.1.json",
            "usermeta": {"embedOptions": {"renderer": "svg", "actions": False}},
        }
        return [
            {"application/vnd.vegalite.v5+json": chart, "text/plain": repr(self)},
            {"text/html": with_assets(self._framed(f'<p class="sf-spoken">{prose(self.alt)}</p>'), "figure"), "text/plain": repr(self.data)},
        ]

    def _framed(self, picture: str) -> str:
        return (
            f'<figure class="sf-figure">{picture}<figcaption><p><strong>{prose(self.title)}</strong></p><p>{_cited(self.sources)}</p></figcaption>'
            f"<details><summary>Show the data</summary>{self.data.html()}</details></figure>"
        )

    def picture(self) -> str:
        """Draw the chart as an SVG that takes its colours and letters from the page.

        Raises:
            ValueError: if the chart uses a colour that is none of the course's, which a dark page could swallow.
        """
        import vl_convert  # here: Python in a browser does not have it, and a notebook draws without

        drawn = ElementTree.fromstring(vl_convert.vegalite_to_svg(self.specification()))
        svg = _for_the_page(drawn, self.alt)
        width = float(drawn.get("viewBox", "").split()[2])
        if width <= WIDTH / LEAST:
            return f'<div class="sf-plot">{svg}</div>'
        svg = svg.replace("<svg ", f'<svg style="min-width:{LEAST * width:.0f}px;max-width:{1.3 * width:.0f}px" ', 1)
        return f'<div class="sf-plot sf-scroll" {_scrolls(self.title)}>{svg}</div>'

    def specification(self) -> dict[str, Any]:
        """Return the chart in Vega-Lite, with the look, as it is drawn on a page."""
        # Liberation Sans is inside the converter, so that a drawing has the same measures on every machine.
        return self._with(WIDTH, font="Liberation Sans", background=None, padding=4)

    def _with(self, width: int, **config: Any) -> dict[str, Any]:
        """Return the chart with a configuration of this place and, for a single chart, its width, axes and all."""
        spec = {**self.spec, "config": {**self.spec["config"], **config}}
        panels = {"row", "column", "facet"} & spec.get("encoding", {}).keys()  # Vega-Lite fits no panels to a width: nought would be left
        if "width" not in spec and ({"mark", "layer"} & spec.keys()) and not panels:
            spec |= {"width": width, "autosize": {"type": "fit-x", "contains": "padding"}}
        return spec


def theme() -> dict[str, Any]:
    """Return the course's look as a configuration of Vega-Lite: colours, sizes of letters, legend on top, tooltips."""
    c = colours()
    text = {"labelFontSize": 13, "titleFontSize": 13, "titleFontWeight": "normal", "labelColor": c["fg"], "titleColor": c["fg"]}
    ranked = [c[f"c{n}"] for n in range(1, 7)]
    marks = {name: {"color": c["c1"]} for name in ("bar", "area", "line", "point", "rect", "arc", "tick", "circle", "square", "geoshape", "trail")}
    marks["line"] |= {"strokeWidth": 2.5}
    marks["point"] |= {"size": 60, "filled": True, "opacity": 1}
    return {
        "axis": {**text, "domainColor": c["line"], "tickColor": c["line"], "gridColor": c["border"], "labelLimit": 170, "labelOverlap": True, "labelSeparation": 8, "titlePadding": 8},
        "axisX": {"grid": False, "labelAngle": 0},
        "header": text,
        "legend": {**text, "orient": "top", "direction": "vertical", "columns": 1, "labelLimit": 0, "symbolSize": 100, "symbolStrokeWidth": 2.5, "symbolBaseStrokeColor": c["line"], "symbolBaseFillColor": c["line"], "gradientStrokeColor": c["border"]},
        "mark": {"tooltip": {"content": "encoding"}},
        "range": {"category": ranked, "ordinal": ranked},
        "rule": {"color": c["line"]},
        "text": {"color": c["fg"], "fontSize": 13},
        "title": {"color": c["fg"], "fontSize": 13},
        "view": {"stroke": None, "step": 26, "continuousHeight": 260, "discreteHeight": {"step": 26}},
        **marks,
    }


def _specification(chart: altair.TopLevelMixin) -> dict[str, Any]:
    """Return the chart in the course's look, with dashes and shapes beside every colour that tells groups apart."""
    import altair

    if "shared_future" not in altair.theme.names():
        altair.theme.register("shared_future", enable=False)(lambda: altair.theme.ThemeConfig(config=theme()))
    with altair.theme.enable("shared_future"):
        spec = chart.to_dict()
    units = list(_units(spec, {}))
    labels = {name for unit, encoding in units if _mark(unit) == "text" for name in _fields(encoding, "text")}
    lines = {name for unit, encoding in units if _mark(unit) == "line" for name in _fields(encoding, *_COLOURS)}
    for unit, encoding in units:
        _beside_colour(unit, encoding, labels, lines)
    return spec


def _units(spec: dict[str, Any], encoding: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield every single chart within a specification, with the encoding that holds for it."""
    encoding = {**encoding, **spec.get("encoding", {})}
    if "mark" in spec:
        yield spec, encoding
    for part in ("layer", "concat", "hconcat", "vconcat"):
        for inner in spec.get(part, ()):
            yield from _units(inner, encoding)
    if "spec" in spec:
        facet = spec.get("facet", {})
        yield from _units(spec["spec"], {**encoding, **({"facet": facet} if "field" in facet else facet)})


def _mark(unit: dict[str, Any]) -> str:
    return unit["mark"]["type"] if isinstance(unit["mark"], dict) else unit["mark"]


def _fields(encoding: dict[str, Any], *channels: str) -> set[str]:
    return {encoding[name]["field"] for name in channels if isinstance(encoding.get(name), dict) and "field" in encoding[name]}


_COLOURS = ("color", "fill", "stroke")


def _beside_colour(unit: dict[str, Any], encoding: dict[str, Any], labels: set[str], lines: set[str]) -> None:
    """Give lines dashes and points shapes where they differ in colour.

    Args:
        unit: a single chart or a layer; it is changed.
        encoding: what holds for it, from itself and from the charts around it.
        labels: fields that are written into the chart as text.
        lines: fields that tell lines apart, in this layer or another.

    Raises:
        ValueError: if other marks are told apart by their colour alone.
    """
    channel = next((name for name in _COLOURS if _fields(encoding, name)), None)
    if channel is None or encoding[channel].get("type") == "quantitative":
        return
    colour, mark = encoding[channel], _mark(unit)
    own = unit.setdefault("encoding", {})
    domain = {name: value for name, value in (colour.get("scale") or {}).items() if name == "domain"}
    if colour["field"] in lines:
        if "strokeDash" not in encoding:
            # Legends become one where every layer asks for the same; it shows strokes long enough to tell dashes.
            legend = colour.get("legend", {})
            own[channel] = {**colour, "legend": None if legend is None else {**legend, "symbolType": "stroke", "symbolSize": 500}}
            own["strokeDash"] = {**own[channel], "scale": {**domain, "range": DASHES}}
    elif mark in ("point", "circle", "square"):
        own.setdefault("shape", encoding.get("shape", {**colour, "scale": domain}))
        unit["mark"] = {**(unit["mark"] if isinstance(unit["mark"], dict) else {}), "type": "point", "filled": True}
    elif mark not in ("text", "rule"):
        repeated = _fields(encoding, "x", "y", "xOffset", "yOffset", "row", "column", "facet") | labels
        if colour["field"] not in repeated:
            raise ValueError(
                f"Colour alone tells {colour['field']} apart in this {mark} chart: give it an xOffset or yOffset, a facet, or a text label as well."
            )


SVG = "{http://www.w3.org/2000/svg}"
ElementTree.register_namespace("", SVG[1:-1])
_NOISE = {"class", "role", "font-family", "pointer-events", "stroke-miterlimit"}
_NUMBERS = {"d", "transform", "x", "y", "x1", "x2", "y1", "y2"}


def _for_the_page(svg: ElementTree.Element, alt: str) -> str:
    """Rewrite what the converter drew: the page's colours and letters, no ids that could clash, nothing that is not seen."""
    prefix = f"sf-{hashlib.sha256(ElementTree.tostring(svg)).hexdigest()[:8]}-"
    view = svg.get("viewBox", "")
    svg.attrib.clear()
    _clean(svg, prefix)
    svg.attrib.update({"viewBox": view, "role": "img", "aria-label": alt})
    return ElementTree.tostring(svg, encoding="unicode")


def _clean(element: ElementTree.Element, prefix: str) -> None:
    """Clean what is inside an element, from the leaves up."""
    kept: list[ElementTree.Element] = []
    for child in element:
        unseen = "background" in child.get("class", "") and not (child.get("fill") or child.get("stroke"))
        if unseen or child.get("display") == "none":
            continue
        for name, value in list(child.attrib.items()):
            if name in _NOISE or name.startswith("aria-") or (name, value) in (("opacity", "1"), ("transform", "translate(0,0)")):
                del child.attrib[name]
            elif name == "id":
                child.set(name, prefix + value)
            elif name in _NUMBERS:
                child.set(name, re.sub(r"-?\d+\.\d+", lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), value))
            elif value.startswith("url(#"):
                child.set(name, value.replace("url(#", f"url(#{prefix}"))
        if style := ";".join(_colour(name, child.get(name)) for name in ("fill", "stroke") if child.get(name) not in (None, "none", "transparent")):
            child.set("style", style)
        _clean(child, prefix)
        bare = child.tag == f"{SVG}g" and not child.attrib
        kept += list(child) if bare else [child]
    element[:] = kept


def _colour(name: str, value: str | None) -> str:
    names = {colour: token for token, colour in reversed(colours().items())}
    if value not in names:
        raise ValueError(
            f"The colour {value} is none of the course's and might not be seen on a dark page: leave colours out, or take them from figure.colours()."
        )
    return f"{name}:var(--sf-{names[value]},{value})"


# Tables


@dataclass(frozen=True)
class Table:
    """A table that shows itself on the page and in a notebook."""

    frame: pd.DataFrame
    caption: str
    sources: tuple[str, ...]
    note: str
    formats: dict[str, Format]

    def __repr__(self) -> str:
        return f"{self.caption}\n{self.frame.to_string()}"

    def _repr_html_(self) -> str:
        return with_assets(self.html(), "figure")

    def html(self) -> str:
        """Return the table as markup, without its style."""
        frame = self.frame
        heads = [name for name in frame.index.names if name is not None]
        rows = frame.reset_index() if heads else frame
        heads = heads or [rows.columns[0]]
        number = {name: pd.api.types.is_numeric_dtype(rows[name]) and not pd.api.types.is_bool_dtype(rows[name]) for name in rows.columns}
        shape = {name: _formatter(rows[name], self.formats.get(name)) for name in rows.columns}

        side = {name: ' class="sf-number"' if number[name] else "" for name in rows.columns}

        def cell(name: Any, value: Any) -> str:
            tag = 'th scope="row"' if name in heads else "td"
            inside = _NOTHING if _is_missing(value) else shape[name](value)
            return f"<{tag}{side[name]}>{inside}</{tag[:2]}>"

        top = "".join(f'<th scope="col"{side[name]}>{prose(_heading(name))}</th>' for name in rows.columns)
        body = "".join("<tr>" + "".join(map(cell, rows.columns, row)) + "</tr>" for row in rows.itertuples(index=False))
        below = "".join(f"<p>{line}</p>" for line in (prose(self.note), _cited(self.sources)) if line)
        return (
            f'<div class="sf-table"><div class="sf-scroll" {_scrolls(self.caption)}><table><caption>{prose(self.caption)}</caption>'
            f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>{below}</div>"
        )


def table(
    frame: pd.DataFrame | pd.Series,
    *,
    caption: str,
    source: str | Sequence[str] | None = None,
    formats: Mapping[str, Format] | None = None,
    note: str = "",
) -> Table:
    """Show a DataFrame as a table with a caption, headings for rows and columns, and words for what is missing.

    Args:
        frame: the rows. A named index heads the rows; without one, the first column does. Underscores in names become spaces.
        caption: what the table shows.
        source: key of the bibliography, or several.
        formats: column -> format of its values, such as ``".1f"`` or ``",.0f"``, or a function from value to text. By default decimals
            have one digit (two where all are below ten), ten thousand and more has commas, and dates are in words.
        note: what to know in order to read it, below the table.

    Raises:
        ValueError: if the caption is missing, the table is empty, a heading would be empty or twice, or ``formats`` names no column.
    """
    if not isinstance(caption, str) or not caption.strip():
        raise ValueError("A table needs caption=, a text that says what it shows.")
    if isinstance(frame, pd.Series):
        frame = frame.to_frame(frame.name if frame.name is not None else "value")
    if frame.empty:
        raise ValueError(f"The table {caption!r} has no rows or no columns.")
    if isinstance(frame.columns, pd.MultiIndex):
        raise ValueError(f"The table {caption!r} has columns in two levels: give each column one name.")
    unnamed = [name for name in frame.index.names if name is None]
    if unnamed and not pd.api.types.is_integer_dtype(frame.index):
        raise ValueError(f"The index of the table {caption!r} has no name, so the rows would have no heading: give it one, such as rename_axis(\"country\").")
    known = [*frame.columns, *frame.index.names]
    if empty := [name for name in known if name is not None and not str(name).strip()]:
        raise ValueError(f"The table {caption!r} has a column with an empty name: give it one.")
    if len(set(known)) < len([name for name in known if name is not None]) + (None in known):
        raise ValueError(f"The table {caption!r} has two columns of one name: rename one.")
    if absent := [name for name in formats or {} if name not in known]:
        raise ValueError(f"formats= names {', '.join(map(str, absent))}, and the table has {', '.join(map(str, frame.columns))}.")
    return Table(frame, caption, _sources(source), note, dict(formats or {}))


_NOTHING = '<span aria-hidden="true">–</span><span class="sf-spoken">no data</span>'


def _heading(name: Any) -> str:
    text = str(name).replace("_", " ").strip()
    return text[:1].upper() + text[1:]


def _formatter(values: pd.Series, form: Format | None) -> Callable[[Any], str]:
    if callable(form):
        return lambda value: prose(str(form(value)))
    if form is not None:
        return lambda value: prose(format(value, form))
    if pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values):
        present = values.dropna()
        digits = 0 if (present % 1 == 0).all() else 2 if (present.abs() < 10).all() else 1
        return lambda value: f"{value:{',' if abs(value) >= 10_000 else ''}.{digits}f}"  # no comma in a year
    return lambda value: prose(_words(value))


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, pd.Timestamp):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, tuple | list | set | frozenset):
        return ", ".join(map(str, value))
    return str(value)


def _is_missing(value: Any) -> bool:
    return (pd.api.types.is_scalar(value) and bool(pd.isna(value))) or (isinstance(value, str | tuple | list) and len(value) == 0)


def _scrolls(label: str) -> str:
    return f'role="region" aria-label="{escape(label)}" tabindex="0"'


def _sources(source: str | Sequence[str] | None) -> tuple[str, ...]:
    keys = tuple(key for key in ((source,) if isinstance(source, str) else source or ()) if key)
    for key in keys:
        citation(key)  # an unknown key is an error of the cell that names it
    return keys


def _cited(sources: tuple[str, ...]) -> str:
    return f"Source{'s' if len(sources) > 1 else ''}: {'; '.join(map(citation, sources))}" if sources else ""
