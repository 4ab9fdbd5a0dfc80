"""What a staff area needs to know somebody, kept with its server."""

from dataclasses import dataclass

from flask import Flask, current_app

from dashboard.identity.accounts import Accounts
from dashboard.identity.cookies import Cookies, cookies_of
from dashboard.identity.lockout import Lockout
from dashboard.identity.log import AuditLog
from dashboard.identity.secret import secret_of
from dashboard.identity.sessions import Sessions
from dashboard.identity.settings import StaffSettings

_KEY = "blok.identity"


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


def know(server: Flask, settings: StaffSettings) -> None:
    """Keep it with the server of a staff area."""
    folder = settings.folder
    server.extensions[_KEY] = Identity(settings, Accounts(folder), Sessions(settings), cookies_of(settings),
                    Lockout(folder), AuditLog(folder), secret_of(folder))  # fmt: skip


def identity() -> Identity:
    """Return what the staff area that answers just now knows of people."""
    found: Identity = current_app.extensions[_KEY]
    return found
