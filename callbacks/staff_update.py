"""Wire the staff pages of drafts and editions to the functions that do what is asked for there."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol

from dash import Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard import ids

Act = Callable[..., Any]
_SEARCH = State(ids.STAFF_ADDRESS, "search")
_SAID = Output(ids.STAFF_TOLD, "children", allow_duplicate=True)
_CLOCK = Output(ids.STAFF_CLOCK, "disabled", allow_duplicate=True)
_JOB = Output(ids.STAFF_JOB, "children", allow_duplicate=True)
_TO = Output(ids.STAFF_ADDRESS, "search", allow_duplicate=True)

_SWITCHING = [
    Output(ids.STAFF_BACK_SAID, "children", allow_duplicate=True),
    Output(ids.STAFF_BACK_JOB, "children", allow_duplicate=True),
    Output(ids.STAFF_BACK_CLOCK, "disabled", allow_duplicate=True),
]


class Acts(Protocol):
    """What the page asks for, each guarded by the role that may."""

    begin: Act
    renew: Act
    discard: Act
    upload: Act
    take_in: Act
    confirm: Act
    publish: Act
    stop: Act
    follow: Act
    go_back: Act
    approve: Act
    withdraw: Act
    follow_back: Act


def register(app: Dash, acts: Acts) -> None:
    """Register the callbacks; none is called before somebody does something."""

    def wire(act: Act, outputs: Any, button: str, *states: State) -> None:
        app.callback(outputs, Input(button, "n_clicks"), *states, _SEARCH,
                     prevent_initial_call=True)(_when_pressed(act))  # fmt: skip

    wire(acts.begin, [_TO, _SAID], ids.STAFF_BEGIN, State(ids.STAFF_TITLE, "value"))
    wire(acts.renew, [_TO, _SAID], ids.STAFF_RENEW)
    wire(acts.discard, [_TO, _SAID], ids.STAFF_DISCARD)
    wire(acts.take_in, [_SAID, _JOB, _CLOCK], ids.STAFF_TAKE,
         State(ids.STAFF_FILES, "value"), State(ids.STAFF_KIND, "value"),
         State(ids.STAFF_CONFIDENCE, "value"), State(ids.STAFF_ERROR, "value"),
         State(ids.STAFF_SINCE, "value"))  # fmt: skip
    wire(acts.confirm, [_SAID, _JOB, _CLOCK], ids.STAFF_CONFIRM, State(ids.STAFF_NAMES, "value"))
    wire(acts.publish, [_SAID, _JOB, _CLOCK], ids.STAFF_PUBLISH, State(ids.STAFF_WHY, "value"))
    wire(acts.stop, [], ids.STAFF_STOP)
    wire(acts.go_back, _SWITCHING, ids.STAFF_BACK,
         State(ids.STAFF_BACK_TO, "value"), State(ids.STAFF_BACK_WHY, "value"))  # fmt: skip
    wire(acts.approve, _SWITCHING, ids.STAFF_APPROVE, State(ids.STAFF_PROPOSAL, "value"))
    wire(acts.withdraw, _SWITCHING, ids.STAFF_WITHDRAW, State(ids.STAFF_PROPOSAL, "value"))
    app.callback(
        [Output(ids.STAFF_BACK_JOB, "children"), Output(ids.STAFF_EDITIONS, "children"),
         Output(ids.STAFF_BACK_CLOCK, "disabled")],
        Input(ids.STAFF_BACK_CLOCK, "n_intervals"),
        _SEARCH,
        prevent_initial_call=True,
    )(acts.follow_back)  # fmt: skip
    app.callback(
        [Output(ids.STAFF_FILES_BOX, "children"), _SAID],
        Input(ids.STAFF_UPLOAD, "contents"),
        State(ids.STAFF_UPLOAD, "filename"),
        State(ids.STAFF_UPLOAD, "contents"),
        _SEARCH,
        prevent_initial_call=True,
    )(_when_pressed(acts.upload))
    app.callback(
        [Output(ids.STAFF_JOB, "children"), Output(ids.STAFF_ANSWER, "children"),
         Output(ids.STAFF_CLOCK, "disabled"), Output(ids.STAFF_STOP, "hidden"), _TO],
        Input(ids.STAFF_CLOCK, "n_intervals"),
        _SEARCH,
        prevent_initial_call=True,
    )(acts.follow)  # fmt: skip


def _when_pressed(act: Act) -> Act:
    """Call a function only where somebody did something.

    Dash calls back when a button comes with a page, too, whatever was said of initial calls.
    """

    @wraps(act)
    def pressed(given: object, *states: object) -> Any:
        if not given:
            raise PreventUpdate
        return act(*states)

    return pressed
