"""Build the tables of the page about the figures."""

import json
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from plotly.utils import PlotlyJSONEncoder

from dashboard.catalogue import Catalogue


def table(
    name: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[Component | str]],
    words: Catalogue,
    caption: str = "",
) -> Component:
    """Return a table that scrolls by itself; the first cell of a row is its head.

    Without a caption it is called what its section is called. It goes to the browser as text,
    which `assets/about/written.js` builds at once: React took 8 ms a cell.
    """
    label = caption or words.text(f"about.{name}")
    body = [
        html.Tr([html.Th(first, scope="row"), *(html.Td(cell) for cell in rest)])
        for first, *rest in rows
    ]
    head = html.Tr([html.Th(words.text(f"about.head.{h}"), scope="col") for h in heads])
    whole = html.Table([html.Caption(label), html.Thead(head), html.Tbody(body)])
    text = json.dumps(whole, cls=PlotlyJSONEncoder, ensure_ascii=False)
    return html.Div(
        className="scroll", tabIndex="0", role="region",
        **{"aria-label": label, "data-written": text},
    )  # fmt: skip
