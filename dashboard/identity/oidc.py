"""Ask an OpenID Connect provider who somebody is: authorization code with PKCE, by Authlib.

Believed are only the issuer's own addresses and tokens that are signed by its keys for this
client and for this very sign-in.
"""

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from dashboard.identity.oidc_settings import OidcSettings, is_safe
from dashboard.identity.person import Person, Role
from dashboard.identity.settings import AREA

BACK = f"{AREA}log-ind/tilbage"
_WELL_KNOWN = "/.well-known/openid-configuration"
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_LEAVING = "end_session_endpoint"
#: Only what the provider alone can sign; never `none`, and no key that both sides know.
_SIGNED_BY = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
_TIMEOUT_S = 10
#: What the clocks of both sides may differ, and how long what a provider says of itself is kept.
SKEW_S, KEPT_S = 60, 3600
#: A provider that did not answer is not asked again for so long, in seconds.
PATIENCE_S = 5.0
_LONGEST_NAME = 80


class ProviderError(Exception):
    """A sign-in that does not come to pass; the message is for the log, `key` says it in words."""

    def __init__(self, message: str, key: str = "staff.provider.refused") -> None:
        super().__init__(message)
        self.key = key


@dataclass(frozen=True)
class Way:
    """What a browser keeps while it is at the provider."""

    state: str
    nonce: str
    verifier: str


class Provider:
    """One provider; `origin` is the address that visitors use here."""

    def __init__(self, settings: OidcSettings, origin: str) -> None:
        self._settings = settings
        self._origin = origin
        self._kept: tuple[float, Mapping[str, Any]] = (0.0, {})
        self._silent_since = -PATIENCE_S
        self._asking = threading.Lock()

    @property
    def host(self) -> str:
        """What the provider is called where one signs in."""
        return urlsplit(self._settings.issuer).netloc

    def address(self, way: Way, language: str) -> str:
        """Return where a browser signs in; raise `ProviderError`."""
        with self._session() as session:
            address, _ = session.create_authorization_url(
                self._metadata()["authorization_endpoint"],
                state=way.state,
                nonce=way.nonce,
                code_verifier=way.verifier,
                ui_locales=language,
            )
        return str(address)

    def person(self, answer: Mapping[str, str], way: Way) -> Person:
        """Return who came back with an answer to their own question; raise `ProviderError`."""
        self._check_answer(answer, way)
        try:
            with self._session() as session:
                token = session.fetch_token(
                    self._metadata()["token_endpoint"], grant_type="authorization_code",
                    code=answer["code"], code_verifier=way.verifier, timeout=_TIMEOUT_S,
                    allow_redirects=False,
                )  # fmt: skip
            claims = self._claims(token, way)
        except (AuthlibBaseError, JoseError, KeyError, TypeError, ValueError) as error:
            raise ProviderError(f"the token is refused ({_named(error)})") from error
        except requests.RequestException as error:
            raise ProviderError(f"no answer ({_named(error)})", "staff.provider.silent") from error
        return self._known(claims)

    def leaving(self) -> str:
        """Return where one signs out at the provider; nothing where it says of none."""
        try:
            address = self._metadata().get(_LEAVING, "")
        except ProviderError:
            return ""
        back = {"client_id": self._settings.client,
                "post_logout_redirect_uri": f"{self._origin}{AREA}log-ind"}  # fmt: skip
        return f"{address}?{urlencode(back)}" if address else ""

    def _session(self) -> OAuth2Session:
        return OAuth2Session(
            self._settings.client,
            self._settings.secret or None,
            token_endpoint_auth_method="client_secret_post" if self._settings.secret else "none",
            scope="openid profile",
            redirect_uri=f"{self._origin}{BACK}",
            code_challenge_method="S256",
        )

    def _check_answer(self, answer: Mapping[str, str], way: Way) -> None:
        if answer.get("state") != way.state:
            raise ProviderError("the answer is to another question", "staff.provider.state")
        if answer.get("iss", self._settings.issuer) != self._settings.issuer:
            raise ProviderError("the answer is another provider's")
        if "error" in answer or not answer.get("code"):
            raise ProviderError(f"the provider says '{answer.get('error', 'nothing')[:100]}'")

    def _metadata(self) -> Mapping[str, Any]:
        """What the provider says of itself, and of no other host."""
        since, kept = self._kept
        if kept and time.monotonic() - since <= KEPT_S:
            return kept
        is_silent = time.monotonic() - self._silent_since < PATIENCE_S
        if is_silent or not self._asking.acquire(blocking=False):
            # of a provider that is gone one thread waits for an answer, and not all of them
            raise ProviderError("no answer a moment ago", "staff.provider.silent")
        try:
            return self._asked_anew()
        finally:
            self._asking.release()

    def _asked_anew(self) -> Mapping[str, Any]:
        try:
            found = self._fetched(f"{self._settings.issuer.rstrip('/')}{_WELL_KNOWN}")
        except ProviderError:
            self._silent_since = time.monotonic()
            raise
        self._check(found)
        self._kept = (time.monotonic(), found)
        return found

    def _check(self, found: Mapping[str, Any]) -> None:
        if found.get("issuer") != self._settings.issuer:
            raise ProviderError("the provider calls itself otherwise", "staff.provider.silent")
        given = [found.get(name) for name in _ENDPOINTS]
        given += [found[_LEAVING]] if _LEAVING in found else []
        for address in given:
            if not is_safe(address) or urlsplit(str(address)).netloc != self.host:
                raise ProviderError(f"'{address}' is not at {self.host}", "staff.provider.silent")

    def _fetched(self, address: str) -> Mapping[str, Any]:
        try:
            answer = requests.get(address, timeout=_TIMEOUT_S, allow_redirects=False)
            found = answer.json() if answer.status_code == 200 else None
        except (requests.RequestException, ValueError) as error:
            raise ProviderError(f"no answer ({_named(error)})", "staff.provider.silent") from error
        if not isinstance(found, dict):
            raise ProviderError(f"{address} says nothing", "staff.provider.silent")
        return found

    def _claims(self, token: Mapping[str, Any], way: Way) -> Mapping[str, Any]:
        keys = KeySet.import_key_set(self._fetched(self._metadata()["jwks_uri"]))  # type: ignore[arg-type]
        registry = JWSRegistry(algorithms=_SIGNED_BY, strict_check_header=False)
        read = jwt.decode(token["id_token"], keys, registry=registry)
        claims = CodeIDToken(
            read.claims,
            read.header,
            {"iss": {"essential": True, "value": self._settings.issuer},
             "aud": {"essential": True, "value": self._settings.client}},
            {"nonce": way.nonce, "client_id": self._settings.client,
             "access_token": token.get("access_token")},
        )  # fmt: skip
        claims.validate(leeway=SKEW_S)
        return dict(claims)

    def _known(self, claims: Mapping[str, Any]) -> Person:
        """The person that the claims name; raise `ProviderError` where no group of theirs counts."""
        person = claims.get(self._settings.person)
        if not isinstance(person, str) or not person:
            raise ProviderError(f"no claim '{self._settings.person}'")
        name = claims.get("name") or claims.get("preferred_username") or person
        role = role_in(claims, self._settings)
        if role is None:
            raise ProviderError(f"{_plain(person)} has no role", "staff.provider.no_role")
        return Person(_plain(person), _plain(str(name)), role)


def role_in(claims: Mapping[str, Any], settings: OidcSettings) -> Role | None:
    """Return the highest role that the claims give; none where they give none."""
    found: Any = claims
    for part in settings.claim.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    groups = found if isinstance(found, list) else [found]
    return max((role for group, role in settings.roles if group in groups), default=None)


def _plain(name: str) -> str:
    """A name without what steers a terminal, and no longer than a name."""
    return "".join(letter for letter in name if letter.isprintable())[:_LONGEST_NAME]


def _named(error: Exception) -> str:
    """What went wrong, without what was sent: a message may hold a token."""
    said = getattr(error, "claim", "") or getattr(error, "error", "")
    return f"{type(error).__name__} {said}".strip()[:100]
