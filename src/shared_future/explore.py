"""A form over the events: in a notebook its controls write the pandas selection, in the book the timeline filters itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pandas as pd

from . import data
from ._html import asset, escape, in_book
from .errors import DataError
from .timeline import Timeline, timeline

if TYPE_CHECKING:
    from ipywidgets import VBox

TITLE = "Explore the events"


def explore(events: pd.DataFrame | None = None) -> Timeline | VBox:
    """Let a reader choose events without writing code, and show the code that chooses the same.

    Args:
        events: the rows to choose from; every event of the course, each told once, when left out.

    Returns:
        In a notebook an ipywidgets form with the timeline it leads to; in the book the timeline, whose filters need no kernel.

    Raises:
        DataError: if ``events`` is no table of events.
    """
    if events is not None and "id" not in events:
        raise DataError('explore: the table has no column "id", so it is no table of events; sf.events() gives one')
    everything = timeline(data.events() if events is None else events, TITLE)
    return everything if in_book() else _form(everything, given=events is not None)


def _form(everything: Timeline, given: bool) -> VBox:
    import ipywidgets as widgets  # not at the top: a chapter with no form does not wait for it

    wide = widgets.Layout(width="100%")
    # Fields to type in, with suggestions: on a list to choose from, JupyterLab takes the arrows and letters for its own.
    facets = everything.facets()
    fields: dict[str, widgets.Text] = {
        name: widgets.Combobox(description=name.capitalize(), options=list(values.values()), placeholder="any", continuous_update=False)
        for name, values in facets.items()
    }
    for name, label, example in (("since", "From", "2014"), ("until", "To", "2020-06"), ("text", "Text", "Wuzhen")):
        fields[name] = widgets.Text(description=label, placeholder=f"such as {example}", continuous_update=False)
    result, code = widgets.HTML(layout=wide), widgets.HTML(layout=wide)
    result.add_class("sf-tl-explorer")

    def update(change: object = None) -> None:
        arguments = {name: field.value.strip() for name, field in fields.items() if field.value.strip()}
        for name, values in facets.items():
            if name in arguments:  # the field holds a label; the table, a word
                arguments[name] = {label: value for value, label in values.items()}.get(arguments[name], arguments[name])
        written = [f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in arguments.items()]
        chosen, selection = everything.events, "events"
        try:
            if not given:
                chosen, selection = data.events(**arguments), f"sf.events({', '.join(written)})"
            elif arguments:
                chosen = everything.events[everything.events["id"].isin(data.events(**arguments, duplicates=True)["id"])]
                selection = f'events[events["id"].isin(sf.events({", ".join([*written, "duplicates=True"])})["id"])]'
            result.value = timeline(chosen, TITLE).figure()
        except DataError as error:
            result.value, code.value = f'<p role="alert">{escape(str(error))}</p>', ""
            return
        lines = f'import shared_future as sf\n\nchosen = {selection}\nsf.timeline(chosen, "My selection")'
        code.value = (
            '<label class="sf-tl-code">The code that gives this selection; copy it into a cell'
            f'<textarea readonly="readonly" rows="4" spellcheck="false" data-lm-suppress-shortcuts="true">{escape(lines)}</textarea></label>'
        )

    for field in fields.values():
        field.observe(update, "value")
    update()
    style = widgets.HTML(f"<style>{asset('tokens.css')}{asset('timeline.css')}</style>")
    form = widgets.HBox(list(fields.values()), layout=widgets.Layout(flex_flow="row wrap"))
    return widgets.VBox([style, form, code, result])
