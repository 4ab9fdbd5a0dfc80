"""Read how staff sign in; there is a staff area only where `BLOKTILBY_STAFF` names a folder."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.identity.oidc_settings import OidcSettings, is_here, read_oidc
from dashboard.settings import PREFIX, Settings, SettingsError

#: Where everything of the staff area lies.
AREA = "/medarbejder/"


@dataclass(frozen=True)
class StaffSettings:
    """The folder of accounts, sessions, log and secret, and how long a sign-in lasts (seconds).

    `https` says whether visitors come by https, so that cookies can be bound to it. `origin` is
    the address that they use, where it is set.
    """

    folder: Path
    https: bool = False
    origin: str = ""
    idle_s: int = 30 * 60
    longest_s: int = 10 * 3600
    oidc: OidcSettings | None = None


def read_staff(
    settings: Settings, environment: Mapping[str, str] = os.environ
) -> StaffSettings | None:
    """Return how staff sign in; none where there is no staff area.

    Raises `SettingsError` where passwords would go over a network unencrypted.
    """
    if settings.staff is None:
        return None
    https = settings.public_url.startswith("https://")
    if not https and not is_here(settings.host):
        raise SettingsError(
            f"{PREFIX}STAFF: found {PREFIX}HOST={settings.host} and no https address; allowed: a "
            f"{PREFIX}PUBLIC_URL that begins with https://, or a host of this machine alone"
        )
    return StaffSettings(
        settings.staff,
        https,
        settings.public_url,
        idle_s=_minutes(environment, "STAFF_IDLE", StaffSettings.idle_s),
        longest_s=_minutes(environment, "STAFF_LONGEST", StaffSettings.longest_s),
        oidc=read_oidc(environment, settings.public_url),
    )


def _minutes(environment: Mapping[str, str], name: str, otherwise: int) -> int:
    text = environment.get(f"{PREFIX}{name}", "")
    if not text:
        return otherwise
    if not text.isdecimal() or not 0 < int(text) <= 7 * 24 * 60:
        raise SettingsError(f"{PREFIX}{name}: found '{text}'; allowed: minutes from 1 to 10080")
    return int(text) * 60
