"""Put the page's layout in, once, from `GET /pages/<language>/<page>.json`."""

from dash import ClientsideFunction, Dash, Input, Output

from dashboard import ids


def register(app: Dash) -> None:
    """Register the callback; `assets/boot.js` fetches the layout and starts the page."""
    app.clientside_callback(
        ClientsideFunction("blok_page", "load"),
        Output(ids.PAGE, "children"),
        Input(ids.BOOT, "data"),
    )
