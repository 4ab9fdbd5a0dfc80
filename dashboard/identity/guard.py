"""Stand before every address of the staff area: who asks, from where, and may they.

`install` puts it in. Below it, `current_person()` is who asks, `requires(role)` guards a route
or the function of a callback, and `audit(event, …)` notes what they did.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar
from urllib.parse import urlencode

from flask import Flask, abort, g, redirect, request
from werkzeug.wrappers import Response

from dashboard.identity.known import identity, know
from dashboard.identity.log import Fact
from dashboard.identity.own_forms import NotOwnForm, is_marked, is_same_site
from dashboard.identity.person import Person, Role
from dashboard.identity.sessions import Session
from dashboard.identity.settings import AREA, StaffSettings

P = ParamSpec("P")
R = TypeVar("R")

SIGN_IN = f"{AREA}log-ind"
_READING = frozenset({"GET", "HEAD"})
_METHODS = _READING | {"POST"}
#: Bytes that somebody may send who is not signed in: a name and a password.
_OF_NOBODY = 16_000


def current_person() -> Person | None:
    """Return who asks; none who is not signed in."""
    person: Person | None = g.get("person")
    return person


def requires(role: Role) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Guard a route or the function of a callback: 401 for nobody, 403 for a lesser role."""

    def guard(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def guarded(*values: P.args, **named: P.kwargs) -> R:
            demand(role)
            return function(*values, **named)

        return guarded

    return guard


def demand(role: Role) -> Person:
    """Return who asks; answer 401 for nobody and 403 for a lesser role than is needed."""
    person = current_person()
    if person is None:
        abort(401)
    if person.role < role:
        audit("refused", needed=role.word, address=request.path)
        abort(403)
    return person


def audit(event: str, **facts: Fact) -> None:
    """Note what the one who asks did; `facts` name no password, token or sign-in."""
    person = current_person()
    identity().log.write(event, person.id if person else "", **facts)


def audit_failure(event: str, **facts: Fact) -> None:
    """Note what somebody unknown tried; too much from one address is not noted."""
    if identity().lockout.may_note(request.remote_addr):
        audit(event, address=request.remote_addr, **facts)


def install(server: Flask, settings: StaffSettings, open_to_all: frozenset[str]) -> None:
    """Let nobody in without a sign-in, but to the endpoints that are open to all."""
    know(server, settings)

    @server.before_request
    def stand_before() -> Response | None:
        if request.method not in _METHODS:
            abort(405)
        g.person = _person()
        if g.person is None:
            request.max_content_length = _OF_NOBODY
        if request.method not in _READING and not is_same_site():
            raise NotOwnForm
        if request.endpoint in open_to_all:
            return None
        if g.person is None:
            return _to_sign_in()
        if request.method not in _READING and not is_marked():
            audit("sent by no page of ours", address=request.path)
            raise NotOwnForm
        return None


def _person() -> Person | None:
    name = request.cookies.get(identity().cookies.session, "")
    session = identity().sessions.find(name) if name else None
    return None if session is None else _still(session)


def _still(session: Session) -> Person | None:
    """Who signed in, unless their account, or the provider's settings, were changed since."""
    oidc = identity().settings.oidc
    if oidc is not None:
        return session.person if session.stamp == oidc.stamp else None
    return identity().accounts.valid(session.person.id, session.stamp)


def _to_sign_in() -> Response:
    """A page leads to where one signs in and back; what a script asks for says that it is over."""
    asks_for_page = request.method in _READING and not request.path.startswith(f"{AREA}_")
    if not asks_for_page:
        abort(401)
    to = request.full_path.rstrip("?")
    back = {"til": to} if to.rstrip("/") != AREA.rstrip("/") else {}
    spoken = {"sprog": request.args["sprog"]} if "sprog" in request.args else {}
    return redirect(f"{SIGN_IN}?{urlencode(back | spoken)}".rstrip("?"))
