"""Read which OpenID Connect provider says who somebody is, and which of its groups may do what."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from dashboard.identity.person import ROLES, Role
from dashboard.settings import PREFIX, SettingsError

_NEEDED = ("OIDC_CLIENT", "OIDC_ROLES")


@dataclass(frozen=True)
class OidcSettings:
    """A provider. `roles` are the values of the claim `claim` and what each may do.

    A dot in `claim` leads into an object (`realm_access.roles`). `person` is the claim that names
    somebody in logs and editions: it must never pass to somebody else.
    """

    issuer: str
    client: str
    secret: str = field(repr=False)
    roles: tuple[tuple[str, Role], ...]
    claim: str = "roles"
    person: str = "sub"

    @property
    def stamp(self) -> str:
        """What sign-ins are noted with: those by other settings are over."""
        told = repr((self.issuer, self.client, self.roles, self.claim, self.person))
        return f"provider {hashlib.sha256(told.encode()).hexdigest()[:16]}"


def read_oidc(environment: Mapping[str, str], origin: str) -> OidcSettings | None:
    """Return the provider; none where none is named. Raises `SettingsError`."""
    issuer = environment.get(f"{PREFIX}OIDC_ISSUER", "")
    if not issuer:
        return None
    if not is_safe(issuer):
        raise SettingsError(f"{PREFIX}OIDC_ISSUER: found '{issuer}'; allowed: an https address")
    for name in _NEEDED:
        if not environment.get(f"{PREFIX}{name}"):
            raise SettingsError(f"{PREFIX}{name} is missing beside {PREFIX}OIDC_ISSUER")
    if not origin:
        raise SettingsError(f"{PREFIX}PUBLIC_URL is missing: the provider leads back to it")
    return OidcSettings(
        issuer,
        environment[f"{PREFIX}OIDC_CLIENT"],
        _secret(environment),
        _roles(environment[f"{PREFIX}OIDC_ROLES"]),
        environment.get(f"{PREFIX}OIDC_CLAIM", OidcSettings.claim),
        environment.get(f"{PREFIX}OIDC_PERSON", OidcSettings.person),
    )


def is_safe(address: object) -> bool:
    """Tell whether an address is one of https, or of this machine alone."""
    parts = urlsplit(address) if isinstance(address, str) else None
    if parts is None or not parts.hostname:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_here(parts.hostname))


def is_here(host: str) -> bool:
    """Tell whether a host is this machine and nobody else can reach it."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _secret(environment: Mapping[str, str]) -> str:
    file = environment.get(f"{PREFIX}OIDC_SECRET_FILE")
    if not file:
        return environment.get(f"{PREFIX}OIDC_SECRET", "")
    try:
        return Path(file).read_text("utf-8").strip()
    except OSError as error:
        raise SettingsError(
            f"{PREFIX}OIDC_SECRET_FILE: {file} cannot be read ({error.strerror})"
        ) from error


def _roles(text: str) -> tuple[tuple[str, Role], ...]:
    """Read `publisher=Plan A;editor=Plan B`."""
    found = []
    for part in filter(None, (one.strip() for one in text.split(";"))):
        role, _, group = (piece.strip() for piece in part.partition("="))
        if role not in ROLES or not group:
            raise SettingsError(
                f"{PREFIX}OIDC_ROLES: found '{part}'; allowed: {', '.join(ROLES)}, each with = and a "
                "group, with ; between"
            )
        found.append((group, ROLES[role]))
    return tuple(found)
