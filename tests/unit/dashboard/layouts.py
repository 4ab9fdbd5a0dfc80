"""Look through a layout as Dash writes it."""

import json

from plotly.utils import PlotlyJSONEncoder


def plain(component):
    return json.loads(json.dumps(component, cls=PlotlyJSONEncoder))


def inside(props):
    """The children of an element, those that it holds as text for the browser to build too."""
    written = props.get("data-written")
    return json.loads(written) if written else props.get("children")


def elements(part):
    """Every element of a layout, in the order of the document."""
    if isinstance(part, list):
        return [element for child in part for element in elements(child)]
    if not isinstance(part, dict) or "props" not in part:
        return []
    return [part, *elements(inside(part["props"]))]


def of_type(page, *types):
    return [element["props"] for element in elements(page) if element["type"] in types]


def text(part):
    if isinstance(part, list):
        return "".join(map(text, part))
    return text(inside(part["props"])) if isinstance(part, dict) else str(part or "")
