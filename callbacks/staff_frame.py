"""Put in the page of the staff area that the address names."""

from collections.abc import Callable

from dash import Dash, Input, Output
from dash.development.base_component import Component

from dashboard import ids


def register(app: Dash, shown: Callable[[object, object], Component]) -> None:
    """Register the callback; `shown` takes the address' path and its search part."""
    app.callback(
        Output(ids.STAFF_PAGE, "children"),
        Input(ids.STAFF_ADDRESS, "pathname"),
        Input(ids.STAFF_ADDRESS, "search"),
    )(shown)
