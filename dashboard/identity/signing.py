"""Sign in with a local account, and out: `/medarbejder/log-ind` and `/medarbejder/log-ud`."""

import secrets
from urllib.parse import urlsplit

from flask import Blueprint, Response, abort, g, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.identity.guard import SIGN_IN, audit, audit_failure, current_person
from dashboard.identity.known import identity
from dashboard.identity.lockout import WITHIN_S
from dashboard.identity.own_forms import FIELD, NotOwnForm, mark_of
from dashboard.identity.person import Person
from dashboard.identity.secret import is_mark, mark
from dashboard.identity.settings import AREA
from dashboard.routes import language_of_request

SIGN_OUT = f"{AREA}log-ud"
#: Where one is led to a provider, and out of it.
TO, LEAVE = f"{SIGN_IN}/udbyder", f"{SIGN_IN}/forlad"
_PURPOSE = "signing in"
#: Characters of a form field that are looked at.
_LONGEST = 300

signing = Blueprint("signing", __name__, template_folder="../staff/templates")
#: The endpoints that are open to all.
OPEN = frozenset({"signing.sign_in", "signing.try_to"})


@signing.get(SIGN_IN)
def sign_in() -> AnyResponse:
    """Show the form, or lead on whoever is signed in."""
    if current_person() is not None:
        return redirect(_back())
    return form()


@signing.post(SIGN_IN)
def try_to() -> AnyResponse:
    """Sign in by a name and a password."""
    known = identity()
    if known.settings.oidc is not None:  # passwords are the provider's
        abort(404)
    token = request.cookies.get(known.cookies.form, "")
    if not token or not is_mark(request.form.get(FIELD, ""), known.secret, _PURPOSE, token):
        raise NotOwnForm
    name = request.form.get("navn", "")[:_LONGEST].strip().lower()
    if not known.lockout.may_try(name, request.remote_addr):
        audit_failure("locked out", account=name)
        return form("staff.sign_in.locked", name, 429)
    account = known.accounts.sign_in(name, request.form.get("kode", "")[:_LONGEST])
    if account is None:
        audit_failure("sign-in failed", account=name)
        return form("staff.sign_in.wrong", name, 401)
    known.lockout.forgive(name)
    return begin(account.person, account.stamp, _back())


@signing.post(SIGN_OUT)
def sign_out() -> AnyResponse:
    """End the sign-in of this browser."""
    known = identity()
    known.sessions.end(request.cookies.get(known.cookies.session, ""))
    audit("signed out")
    answer = redirect(f"{SIGN_IN}?ud=1&sprog={language_of_request()}")
    known.cookies.take(answer)
    return answer


def begin(person: Person, stamp: str, to: str) -> AnyResponse:
    """Lead somebody on who is known by now, with a sign-in that is new."""
    known = identity()
    # what the browser brought along is over: nobody signs in by a name that another one gave
    known.sessions.end(request.cookies.get(known.cookies.session, ""))
    name = known.sessions.begin(person, stamp)
    g.person = person
    audit("signed in", role=person.role.word, address=request.remote_addr)
    answer = redirect(to)
    known.cookies.take(answer)
    known.cookies.put(answer, known.cookies.session, name)
    known.cookies.put(answer, known.cookies.mark, mark_of(name), hidden=False)
    return answer


def _provider() -> str:
    """The host where one signs in; nothing where it is here."""
    oidc = identity().settings.oidc
    return urlsplit(oidc.issuer).netloc if oidc else ""


def own_address(asked: str) -> str:
    """Return an address of the staff area that was asked for, or its first page."""
    parts = urlsplit(asked)
    foreign = parts.scheme or parts.netloc or not parts.path.startswith(AREA)
    odd = "\\" in asked or ".." in asked or "//" in asked or any(ord(c) < 33 for c in asked)
    return AREA if foreign or odd or parts.path.startswith(SIGN_IN) else asked


def _back() -> str:
    return own_address(request.values.get("til", AREA))


def form(wrong: str = "", name: str = "", status: int = 200, language: str = "") -> Response:
    """Return the page where one signs in; `wrong` is the key of why that did not come to pass."""
    words = catalogue(language or language_of_request())
    known = identity()
    token = request.cookies.get(known.cookies.form) or secrets.token_urlsafe(16)
    said = wrong or ("staff.sign_in.out" if request.args.get("ud") else "")
    page = render_template(
        "sign_in.html", say=words.text, language=words.language, languages=LANGUAGES, here=SIGN_IN,
        said=words.text(said, minutes=WITHIN_S // 60, host=_provider()) if said else "", wrong=bool(wrong),
        name=name, to=_back(), field=FIELD, provider=_provider(), out=bool(request.args.get("ud")), mark=mark(known.secret, _PURPOSE, token),
    )  # fmt: skip
    answer = make_response(page, status)
    known.cookies.put(answer, known.cookies.form, token)
    return answer
