"""Make the Dash app of the staff area: the one place where its callbacks are put in.

Every function goes in within `requires(role)`: the guard says who asks, this says what for.
"""

from functools import partial

from dash import Dash
from flask import Flask

from callbacks import staff_frame, staff_update
from dashboard.identity.cookies import cookies_of
from dashboard.identity.guard import requires
from dashboard.identity.own_forms import HEADER
from dashboard.identity.person import Role
from dashboard.identity.settings import AREA
from dashboard.staff.desk import Desk
from dashboard.staff.document import document
from dashboard.staff.frame import frame, shown
from dashboard.staff.guarded import guarded


def dash_staff(server: Flask, desk: Desk) -> Dash:
    """Return the app on the server of the staff area."""
    app = Dash(
        __name__,
        server=server,
        url_base_pathname=AREA,
        assets_ignore=".*",
        update_title="",
        enable_mcp=False,
        # the pages' elements come with the page that is opened
        suppress_callback_exceptions=True,
        csrf_token_name=cookies_of(desk.staff).mark,
        csrf_header_name=HEADER,
    )
    app.layout = frame
    app.interpolate_index = document
    staff_frame.register(app, requires(Role.VIEWER)(partial(shown, desk)))
    staff_update.register(app, guarded(desk))
    _prepare(app, server)
    return app


def _prepare(app: Dash, server: Flask) -> None:
    """Let Dash prepare itself before anybody asks.

    It would do so with the first request, and refuse scripts that other threads ask for meanwhile:
    the first page of a worker then never came.
    """
    with server.test_request_context(AREA):
        app._setup_server()
