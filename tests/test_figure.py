"""Figures and tables: what a reader sees, hears and prints, in the book and in a notebook."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import altair as alt
import numpy as np
import pandas as pd
import pytest

import shared_future as sf
from shared_future.figure import Figure, Table, colours

SOURCE = "world-bank-2025-internet-use"
DATA = pd.DataFrame({"group": ["High", "High", "Low", "Low"], "year": [2015, 2024] * 2, "value": [80.5, 93.25, 10.0, None]})
LINES = alt.Chart(DATA).mark_line().encode(x="year:O", y="value", color="group")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def book(monkeypatch):
    """The book is being built."""
    monkeypatch.setenv("SHARED_FUTURE_BOOK", "1")


def made(chart: alt.TopLevelMixin = LINES, **words: object) -> Figure:
    return sf.figure(chart, **{"title": "Who is online & who not", "alt": "Two lines rise & one ends.", "source": SOURCE, **words})


def page(shown: Figure | Table) -> ElementTree.Element:
    """Return what the book shows, parsed as XML."""
    return ElementTree.fromstring(shown.bundles()[0]["text/html"] if isinstance(shown, Figure) else shown._repr_html_())


def rows(parsed: ElementTree.Element) -> list[list[str]]:
    return [["".join(cell.itertext()) for cell in row] for row in parsed.iter("tr")]


def drawn(shown: Figure) -> ElementTree.Element:
    return page(shown).find(f".//{SVG}svg")


# In the book


def test_figure_on_the_page_is_a_picture_with_text_alternative_caption_source_and_data(book):
    shown = page(made(columns={"group": "Group", "year": "Year", "value": "Per cent"}, formats={"value": ".2f"}))
    picture = shown.find(f".//{SVG}svg")
    assert shown.tag == "figure" and shown.get("class") == "sf-figure"
    assert picture.get("role") == "img" and picture.get("aria-label") == "Two lines rise & one ends."
    caption = shown.find("figcaption")
    assert "Who is online & who not" in "".join(caption.itertext())
    assert caption.find(".//a").get("href") == f"../reference/sources.html#cite-{SOURCE}"
    assert shown.find("details/summary").text == "Show the data"
    assert rows(shown.find("details")) == [["Group", "Year", "Per cent"], ["High", "2015", "80.50"], ["High", "2024", "93.25"], ["Low", "2015", "10.00"], ["Low", "2024", "–no data"]]


def test_picture_asks_nothing_of_others_and_scales(book):
    markup = made().bundles()[0]["text/html"]
    assert set(re.findall(r"https?://[^\"' ]+", markup)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"<script|<image|<style|@import|xlink", markup)
    picture = drawn(made())
    assert picture.get("viewBox") and picture.get("width") is None and picture.get("height") is None
    assert float(picture.get("viewBox").split()[2]) == 400
    sizes = [float(text.get("font-size").removesuffix("px")) for text in picture.iter(f"{SVG}text")]
    assert min(sizes) * 350 / 400 > 11  # on a phone of 390 pixels
    assert not [text for text in picture.iter(f"{SVG}text") if text.get("font-family")]
    assert not [name for element in picture.iter() if element is not picture for name in element.keys() if name.startswith("aria-") or name in ("class", "role")]


def test_picture_takes_every_colour_from_the_page(book):
    light = colours()
    coloured = [(element, name) for element in drawn(made()).iter() for name in ("fill", "stroke") if element.get(name, "none") not in ("none", "transparent")]
    assert coloured
    for element, name in coloured:
        token, fallback = re.search(rf"{name}:var\(--sf-([\w-]+),(#\w+)\)", element.get("style")).groups()
        assert light[token] == fallback == element.get(name)  # readers without variables see the light colour
    strokes = {re.search(r"stroke:var\(--sf-(\w+)", element.get("style"))[1] for element, name in coloured if name == "stroke"}
    assert {"c1", "c2"} <= strokes


def test_colour_that_a_dark_page_could_swallow_is_refused(book):
    with pytest.raises(ValueError, match="steelblue.*colours"):
        made(LINES.encode(color=alt.value("steelblue"))).bundles()
    both = made(alt.Chart(DATA).mark_bar(stroke=colours()["c2"]).encode(x="year:O", y="value")).bundles()[0]["text/html"]
    assert f"fill:var(--sf-c1,{colours()['c1']});stroke:var(--sf-c2,{colours()['c2']})" in both
    assert "fill:var(--sf-bg,#ffffff)" in made(alt.Chart(DATA).mark_text(color="#ffffff").encode(x="year:O", text="value")).bundles()[0]["text/html"]
    assert "var(--sf-c5," in made(LINES.encode(color=alt.value(colours()["c5"]))).bundles()[0]["text/html"]


def test_two_figures_on_a_page_share_no_ids(book):
    clipped = alt.Chart(DATA).mark_line(clip=True).encode(x="year:Q", y="value")
    one, other = (made(chart).bundles()[0]["text/html"] for chart in (clipped, clipped.encode(y="year:Q")))
    ids = [set(re.findall(r'\bid="([^"]+)"', markup)) for markup in (one, other)]
    assert ids[0] and not ids[0] & ids[1]
    assert set(re.findall(r"url\(#([^)]+)\)", one)) == ids[0]
    assert not re.search(r'\bid="', made().bundles()[0]["text/html"])


def test_drawing_is_the_same_every_time(book):
    assert made().bundles() == made().bundles()


def test_wide_chart_scrolls_rather_than_shrinks(book):
    wide = made(alt.hconcat(LINES.properties(width=300), LINES.properties(width=300)), data=DATA)
    frame = page(wide).find("div")
    assert frame.get("tabindex") == "0" and frame.get("role") == "region" and frame.get("aria-label") == "Who is online & who not"
    width = float(drawn(wide).get("viewBox").split()[2])
    assert f"min-width:{0.85 * width:.0f}px" in drawn(wide).get("style")
    assert page(made()).find("div").get("tabindex") is None


@pytest.mark.parametrize("panels", ["row", "column"])
def test_panels_without_a_width_are_not_drawn_at_width_nought(book, panels):
    shown = drawn(made(alt.Chart(DATA).mark_bar().encode(x="value", y="year:O", **{panels: "group"})))
    assert float(shown.get("viewBox").split()[2]) >= 200


# Colour is never alone


def test_lines_get_dashes_and_points_get_shapes(book):
    assert made().spec["encoding"]["strokeDash"]["field"] == "group"
    dashes = {path.get("stroke-dasharray") for path in drawn(made()).iter(f"{SVG}path") if path.get("stroke") in (colours()["c1"], colours()["c2"])}
    assert len(dashes) == 2
    for mark in ("mark_point", "mark_circle", "mark_square"):
        assert made(getattr(alt.Chart(DATA), mark)().encode(x="year:O", y="value", color="group")).spec["encoding"]["shape"]["field"] == "group"


@pytest.mark.parametrize("points", ["on the line", "in a layer of their own"])
def test_one_legend_shows_colour_and_dash(book, points):
    both = alt.Chart(DATA).encode(x="year:O", y="value", color="group")
    shown = drawn(made(both.mark_line(point=True) if points == "on the line" else both.mark_line() + both.mark_point(), data=DATA))
    assert [text.text for text in shown.iter(f"{SVG}text")].count("High") == 1
    dashes = {path.get("stroke"): path.get("stroke-dasharray") for path in shown.iter(f"{SVG}path") if (path.get("d") or "").startswith("M-")}
    assert dashes == {colours()["c1"]: "1,0", colours()["c2"]: "9,4"}
    hidden = made(both.encode(color=alt.Color("group").legend(None)).mark_line(), data=DATA)
    assert "High" not in [text.text for text in drawn(hidden).iter(f"{SVG}text")]


def test_own_dashes_and_own_order_are_kept():
    own = made(LINES.encode(color=alt.Color("group").scale(domain=["Low", "High"]), strokeDash="year:O")).spec["encoding"]
    assert own["strokeDash"]["field"] == "year"
    assert made(LINES.encode(color=alt.Color("group").scale(domain=["Low", "High"]))).spec["encoding"]["strokeDash"]["scale"]["domain"] == ["Low", "High"]


def test_bars_told_apart_by_colour_alone_are_refused():
    bars = alt.Chart(DATA).mark_bar().encode(x="year:O", y="value", color="group")
    with pytest.raises(ValueError, match="Colour alone tells group apart in this bar chart"):
        made(bars)
    for told in (bars.encode(xOffset="group"), bars.encode(y="group:N"), bars.facet("group"), bars + bars.mark_text().encode(text="group"), bars.encode(y="group:N", color="value")):
        made(told, data=DATA)


# In a notebook


def test_figure_in_a_notebook_is_the_chart_and_then_caption_and_data():
    chart, text = made().bundles()
    assert set(chart) == {"application/vnd.vegalite.v5+json", "text/plain"}  # with HTML beside it JupyterLab would not draw the chart
    spec = chart["application/vnd.vegalite.v5+json"]
    assert "/v5." in spec["$schema"] and spec["mark"]["type"] == "line" and spec["encoding"]["strokeDash"]
    assert chart["text/plain"] == "Who is online & who not\nTwo lines rise & one ends."
    shown = ElementTree.fromstring(text["text/html"].split("<style>")[0])
    assert "Who is online" in "".join(shown.find("figcaption").itertext())
    assert shown.find("p").text == "Two lines rise & one ends." and shown.find("p").get("class") == "sf-spoken"
    assert shown.find("figcaption//a").get("href").startswith("https://")
    assert len(rows(shown)) == 5 and ".sf-table" in text["text/html"]


def test_charts_in_a_notebook_keep_a_look_of_their_own():
    made()
    assert alt.theme.active == "default"


@pytest.mark.parametrize(
    "words, message",
    [
        ({"title": " "}, "title="),
        ({"alt": ""}, "alt="),
        ({"alt": None}, "alt="),
        ({"source": ""}, "source="),
        ({"source": []}, "source="),
        ({"source": "world-bank-2025-internet-uses"}, SOURCE),
        ({"columns": ["groups"]}, "columns= names groups, and the data of the figure have group, year, value"),
        ({"data": pd.concat([DATA] * 100)}, "400 rows"),
        ({"chart": alt.Chart("https://example.org/data.csv").mark_bar()}, "data="),
        ({"formats": {"share": ".1f"}}, "formats= names share"),
    ],
)
def test_what_a_figure_lacks_is_said_in_one_sentence(words, message):
    with pytest.raises(ValueError, match=message) as raised:
        made(**words)
    assert "\n" not in str(raised.value)


# Tables


def test_table_has_caption_scopes_and_no_empty_heading(book):
    shown = page(sf.table(DATA, caption="Users & gaps", source=SOURCE, note="After 2015."))
    assert shown.find(".//caption").text == "Users & gaps"
    assert [cell.get("scope") for cell in shown.findall(".//thead/tr/th")] == ["col"] * 3
    assert [[(cell.tag, cell.get("scope")) for cell in row] for row in shown.findall(".//tbody/tr")][0] == [("th", "row"), ("td", None), ("td", None)]
    assert rows(shown)[0] == ["Group", "Year", "Value"]
    assert [cell.get("class") for cell in shown.findall(".//tbody/tr")[0]] == [None, "sf-number", "sf-number"]
    scroll = shown.find("div")
    assert (scroll.get("role"), scroll.get("tabindex"), scroll.get("aria-label")) == ("region", "0", "Users & gaps")
    assert [("".join(line.itertext()))[:8] for line in shown.findall("p")] == ["After 20", "Source: "]


def test_named_index_heads_the_rows(book):
    shown = page(sf.table(DATA.set_index(["group", "year"]), caption="Users"))
    assert rows(shown)[0] == ["Group", "Year", "Value"]
    assert [cell.tag for cell in shown.findall(".//tbody/tr")[0]] == ["th", "th", "td"]
    assert rows(page(sf.table(DATA.groupby("group").value.mean(), caption="Mean")))[1] == ["High", "86.9"]
    assert rows(page(sf.table(DATA.iloc[[3, 0, 1]], caption="Picked")))[0] == ["Group", "Year", "Value"]


@pytest.mark.parametrize(
    "value, text",
    [
        (None, "–no data"),
        (float("nan"), "–no data"),
        (pd.NaT, "–no data"),
        ("", "–no data"),
        ((), "–no data"),
        (2015, "2015"),
        (1412000000, "1,412,000,000"),
        (2015.0, "2015"),
        (86.875, "86.9"),
        (1.2345, "1.23"),
        (12345.678, "12,345.7"),
        (True, "yes"),
        (np.bool_(False), "no"),
        (pd.Timestamp("2015-12-16"), "16 December 2015"),
        (("a", "b"), "a, b"),
        ("<b> & 'c'", "<b> & 'c'"),
    ],
)
def test_values_are_shown_as_a_reader_reads_them(book, value, text):
    column = pd.Series([value]) if not isinstance(value, tuple) else pd.Series([value], dtype=object)
    assert rows(page(sf.table(pd.DataFrame({"name": ["x"], "value": column}), caption="One")))[1] == ["x", text]


def test_formats_are_taken(book):
    shown = sf.table(DATA, caption="Users", formats={"value": ".0f", "year": lambda year: f"in {year}"})
    assert rows(page(shown))[1:3] == [["High", "in 2015", "80"], ["High", "in 2024", "93"]]


def test_chinese_is_marked_as_chinese(book):
    assert page(sf.table(pd.DataFrame({"a<b": ["网络空间"]}), caption="c")).find(".//span").get("lang") == "zh-Hans"


def test_table_in_a_notebook_carries_its_style_and_prints_as_text():
    shown = sf.table(DATA, caption="Users")
    assert ".sf-table" in shown._repr_html_()
    assert repr(shown).startswith("Users\n") and "93.25" in repr(shown)


@pytest.mark.parametrize(
    "frame, words, message",
    [
        (DATA, {"caption": ""}, "caption="),
        (DATA.head(0), {}, "no rows"),
        (DATA.set_index("group").rename_axis(None), {}, "rename_axis"),
        (DATA.rename(columns={"value": " "}), {}, "empty name"),
        (pd.concat([DATA, DATA], axis=1), {}, "two columns of one name"),
        (DATA.set_index("group").assign(group="x"), {}, "two columns of one name"),
        (DATA.pivot_table(index="group", columns="year", values=["value"]), {}, "two levels"),
        (DATA, {"formats": {"share": ".1f"}}, "formats= names share"),
        (DATA, {"source": "nobody-1900-nothing"}, "nobody-1900-nothing"),
    ],
)
def test_what_a_table_lacks_is_said_in_one_sentence(frame, words, message):
    with pytest.raises(ValueError, match=message) as raised:
        sf.table(frame, **{"caption": "Users", **words})
    assert "\n" not in str(raised.value)
