"""Start the page once Dash has put its layout in."""

from dash import ClientsideFunction, Dash, Input

from dashboard import ids


def register(app: Dash) -> None:
    """Register the callback; `assets/boot.js` then gives every part its data."""
    app.clientside_callback(ClientsideFunction("blok_page", "stands"), Input(ids.PAGE, "id"))
