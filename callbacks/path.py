"""Ask the server what a drawn path changes, and hand its answer to the page."""

from collections.abc import Callable

from dash import ClientsideFunction, Dash, Input, Output

from dashboard import ids


def register(app: Dash, answer: Callable[[object], str]) -> None:
    """Register both wires; `assets/places/asking.js` sets the question and takes the answer.

    The page is told by `data-state`, too, that a request has ended: one that failed has no answer.
    """
    app.callback(
        Output(ids.PATH_ANSWER, "data-answer"),
        Input(ids.PATH_ASKED, "data-question"),
        running=[(Output(ids.PATH_ASKED, "data-state"), "asked", "ended")],
        prevent_initial_call=True,
    )(answer)
    app.clientside_callback(
        ClientsideFunction("blok_path", "told"),
        Input(ids.PATH_ANSWER, "data-answer"),
        Input(ids.PATH_ASKED, "data-state"),
        prevent_initial_call=True,
    )
