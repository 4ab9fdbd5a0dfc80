"""Make the Dash app: the one place where its callbacks are put in."""

from dash import Dash, html
from flask import Flask

from callbacks import page as page_callback
from dashboard import ids


def dash_app(server: Flask | bool = True) -> Dash:
    """Return the app on a server of its own or on one that is given.

    Layouts and wires are files of a release; the app itself answers for callbacks alone.
    """
    app = Dash(__name__, server=server, update_title="", enable_mcp=False, assets_ignore=".*")
    app.layout = html.Div(id=ids.PAGE)
    page_callback.register(app)
    return app
