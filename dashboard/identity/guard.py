"""Stand before every address of the staff area: who asks, from where, and may they.

`install` puts it in. Below it, `current_person()` is who asks, `requires(role)` guards a route
or the function of a callback, and `audit(event, …)` notes what they did.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar
from urllib.parse import urlencode, urlsplit

from flask import Flask, abort, current_app, g, redirect, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from dashboard.identity.accounts import Accounts
from dashboard.identity.cookies import Cookies, cookies_of
from dashboard.identity.lockout import Lockout
from dashboard.identity.log import AuditLog, Fact
from dashboard.identity.person import Person, Role
from dashboard.identity.secret import is_mark, mark, secret_of
from dashboard.identity.sessions import Session, Sessions
from dashboard.identity.settings import AREA, StaffSettings

P = ParamSpec("P")
R = TypeVar("R")

SIGN_IN = f"{AREA}log-ind"
#: The field of a form, and the header of a callback, that hold the mark.
FIELD, HEADER = "mark", "X-Blok-Mark"
_KEY = "blok.identity"
_READING = frozenset({"GET", "HEAD"})
_METHODS = _READING | {"POST"}
_PURPOSE = "callbacks and forms"
#: Bytes that somebody may send who is not signed in: a name and a password.
_OF_NOBODY = 16_000


@dataclass(frozen=True)
class Identity:
    """What a staff area needs to know somebody."""

    settings: StaffSettings
    accounts: Accounts
    sessions: Sessions
    cookies: Cookies
    lockout: Lockout
    log: AuditLog
    secret: bytes


def identity_of(settings: StaffSettings) -> Identity:
    """Return it for the settings of a staff area."""
    folder = settings.folder
    return Identity(settings, Accounts(folder), Sessions(settings), cookies_of(settings),
                    Lockout(folder), AuditLog(folder), secret_of(folder))  # fmt: skip


def identity() -> Identity:
    """Return what the staff area that answers just now knows of people."""
    found: Identity = current_app.extensions[_KEY]
    return found


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


def own_mark() -> str:
    """Return the mark of the present sign-in, for the hidden field of a form."""
    return mark_of(request.cookies.get(identity().cookies.session, ""))


def mark_of(name: str) -> str:
    """Return the mark of a sign-in, which its browser sends along with all that it sends."""
    return mark(identity().secret, _PURPOSE, name)


def install(server: Flask, settings: StaffSettings, open_to_all: frozenset[str]) -> None:
    """Let nobody in without a sign-in, but to the endpoints that are open to all."""
    server.extensions[_KEY] = identity_of(settings)

    @server.before_request
    def stand_before() -> Response | None:
        if request.method not in _METHODS:
            abort(405)
        g.person = _person()
        if g.person is None:
            request.max_content_length = _OF_NOBODY
        if request.method not in _READING:
            _same_site()
        if request.endpoint in open_to_all:
            return None
        if g.person is None:
            return _to_sign_in()
        if request.method not in _READING:
            _marked()
        return None


def _person() -> Person | None:
    name = request.cookies.get(identity().cookies.session, "")
    session = identity().sessions.find(name) if name else None
    return None if session is None else _still(session)


def _still(session: Session) -> Person | None:
    """Who signed in, unless their account, or the way of signing in, was changed since."""
    by_provider = not session.stamp
    if by_provider != (identity().settings.oidc is not None):
        return None
    if by_provider:
        return session.person
    return identity().accounts.valid(session.person.id, session.stamp)


def _to_sign_in() -> Response:
    """A page leads to where one signs in and back; what a script asks for says that it is over."""
    asks_for_page = request.method in _READING and not request.path.startswith(f"{AREA}_")
    if not asks_for_page:
        abort(401)
    to = request.full_path.rstrip("?")
    back = urlencode({"til": to}) if to.rstrip("/") != AREA.rstrip("/") else ""
    return redirect(f"{SIGN_IN}?{back}".rstrip("?"))


def _same_site() -> None:
    """Refuse what another site lets a browser send."""
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin")
    hosts = {request.host, urlsplit(identity().settings.origin).netloc} - {""}
    foreign = origin is not None and urlsplit(origin).netloc not in hosts
    if foreign or site not in ("same-origin", "none"):
        raise NotOwnForm


def _marked() -> None:
    """Refuse what does not hold the mark of the sign-in."""
    name = request.cookies.get(identity().cookies.session, "")
    said = request.headers.get(HEADER) or request.form.get(FIELD, "")
    if not is_mark(said, identity().secret, _PURPOSE, name):
        audit("sent by no page of ours", address=request.path)
        raise NotOwnForm


class NotOwnForm(HTTPException):
    """Something was sent that no page of ours sent for this sign-in."""

    code = 403
    description = "staff.error.not_own"
