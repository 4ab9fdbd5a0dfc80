"""Sign in at a provider: to it by `/medarbejder/log-ind/udbyder`, back by `…/tilbage`."""

import secrets
from dataclasses import dataclass

from flask import Blueprint, abort, redirect, request
from itsdangerous import BadData, URLSafeTimedSerializer
from werkzeug.wrappers import Response

from dashboard.identity.guard import audit_failure
from dashboard.identity.known import identity
from dashboard.identity.oidc import BACK, Provider, ProviderError, Way
from dashboard.identity.oidc_settings import OidcSettings
from dashboard.identity.signing import LEAVE, TO, begin, form, own_address
from dashboard.routes import language_of_request

#: So long somebody may take at the provider, in seconds.
_LONGEST_S = 600
_SALT = "on the way to a provider"
#: The endpoints that are open to all.
OPEN = frozenset({"provided.to_provider", "provided.back", "provided.leave"})


@dataclass(frozen=True)
class _Gone:
    """Somebody who is at the provider: what they come back with, and where they go then."""

    way: Way
    to: str
    language: str


def provided(settings: OidcSettings, origin: str) -> Blueprint:
    """Return the routes of signing in at a provider."""
    provider = Provider(settings, origin)
    pages = Blueprint("provided", __name__)

    @pages.get(TO)
    def to_provider() -> Response:
        way = Way(*(secrets.token_urlsafe(48) for _ in range(3)))
        try:
            answer = redirect(provider.address(way, language_of_request()))
        except ProviderError as error:
            return _refused(error)
        kept = [way.state, way.nonce, way.verifier, own_address(request.args.get("til", "")),
                language_of_request()]  # fmt: skip
        identity().cookies.put(answer, identity().cookies.way, _signer().dumps(kept))
        return answer

    @pages.get(BACK)
    def back() -> Response:
        gone = None
        try:
            gone = _gone()
            person = provider.person(request.args.to_dict(), gone.way)
        except ProviderError as error:
            return _refused(error, gone.language if gone else "")
        return begin(person, settings.stamp, gone.to)

    @pages.get(LEAVE)
    def leave() -> Response:
        address = provider.leaving()
        if not address:
            abort(404)
        return redirect(address)

    return pages


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(identity().secret, salt=_SALT)


def _gone() -> _Gone:
    """What the browser kept; raise `ProviderError` where it is not as it was given, or too old."""
    try:
        kept = request.cookies.get(identity().cookies.way, "")
        *way, to, language = _signer().loads(kept, max_age=_LONGEST_S)
    except BadData as error:
        raise ProviderError(
            "nobody of this browser is on the way", "staff.provider.state"
        ) from error
    return _Gone(Way(*way), to, language)


def _refused(error: ProviderError, language: str = "") -> Response:
    audit_failure("sign-in failed", reason=str(error))
    answer = form(error.key, status=403, language=language)
    identity().cookies.take(answer, identity().cookies.way)
    return answer
