"""Make the Dash app: the one place where its callbacks are put in."""

from collections.abc import Callable

from dash import Dash, html
from flask import Flask

from callbacks import page as page_callback
from callbacks import path as path_callback
from dashboard import ids


def dash_app(answer_path: Callable[[object], str], server: Flask | bool = True) -> Dash:
    """Return the app on a server of its own or on one that is given.

    Layouts and wires are files of a release; the app itself answers for callbacks alone.
    `answer_path` answers what a page asks of a drawn path.
    """
    app = Dash(__name__, server=server, update_title="", enable_mcp=False, assets_ignore=".*")
    app.layout = html.Div(id=ids.PAGE)
    page_callback.register(app)
    path_callback.register(app, answer_path)
    return app
