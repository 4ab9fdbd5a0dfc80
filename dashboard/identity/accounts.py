"""Local accounts of one machine: a file, made on the command line alone."""

import json
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from filelock import FileLock

from dashboard.identity.files import own_folder, write_own
from dashboard.identity.passwords import check_password, hashed, is_password
from dashboard.identity.person import ROLES, Person

_FILE = "accounts.json"
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")
_SHOWN = re.compile(r"[^\x00-\x1f<>]{1,80}")


class AccountError(ValueError):
    """Something that cannot be done with accounts; the message says what."""


@dataclass(frozen=True)
class Account:
    """An account. `stamp` changes with password, role and state: older sign-ins are over then."""

    id: str
    name: str
    role: str
    kept: str
    stamp: str
    disabled: bool = False

    @property
    def person(self) -> Person:
        """Whose account it is."""
        return Person(self.id, self.name, ROLES[self.role])


class Accounts:
    """The accounts of a staff folder; they are read anew each time, as commands change them."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _FILE

    def all(self) -> dict[str, Account]:
        """Return all accounts by their id; raise `AccountError` where the file is not whole."""
        try:
            found = json.loads(self._file.read_text("utf-8"))
            return {one["id"]: Account(**one) for one in found["accounts"]}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise AccountError(f"{self._file} cannot be read as accounts ({error}).") from error

    def valid(self, name: str, stamp: str) -> Person | None:
        """Return whose sign-in it is, unless the account changed since."""
        account = self.all().get(name)
        same = account is not None and not account.disabled and account.stamp == stamp
        return account.person if account is not None and same else None

    def sign_in(self, name: str, password: str) -> Account | None:
        """Return the account of a name and its password; an unknown name takes as long."""
        account = self.all().get(name)
        right = is_password(password, account.kept if account else None)
        return account if account is not None and right and not account.disabled else None

    def add(self, name: str, shown: str, role: str, password: str) -> Account:
        """Make an account; raise `AccountError` for a name, `PasswordError` for a password."""
        if not _NAME.fullmatch(name):
            raise AccountError(f"Found the name '{name}'; allowed: 2 to 40 of a-z, 0-9, . _ -")
        if not _SHOWN.fullmatch(shown):
            raise AccountError("The shown name has 1 to 80 characters, none of them < or >.")
        check_password(password, name)
        account = Account(name, shown, _role(role), hashed(password), secrets.token_hex(8))
        with self._changing() as accounts:
            if name in accounts:
                raise AccountError(f"There is an account '{name}' already.")
            accounts[name] = account
        return account

    def change(self, name: str, *, role: str = "", disabled: bool | None = None,
               password: str = "") -> Account:  # fmt: skip
        """Change an account; whoever is signed in with it is signed out."""
        if password:
            check_password(password, name)
        with self._changing() as accounts:
            if name not in accounts:
                raise AccountError(f"There is no account '{name}'.")
            before = accounts[name]
            accounts[name] = replace(
                before,
                role=_role(role) if role else before.role,
                disabled=before.disabled if disabled is None else disabled,
                kept=hashed(password) if password else before.kept,
                stamp=secrets.token_hex(8),
            )
            return accounts[name]

    @contextmanager
    def _changing(self) -> Iterator[dict[str, Account]]:
        """Hold the file, and write it whole at the end."""
        own_folder(self._file.parent)
        with FileLock(self._file.with_name(f".{_FILE}.lock")):
            accounts = self.all()
            yield accounts
            rows = [asdict(accounts[name]) for name in sorted(accounts)]
            text = json.dumps({"accounts": rows}, ensure_ascii=False, indent=1)
            write_own(self._file, f"{text}\n".encode())


def _role(role: str) -> str:
    if role not in ROLES:
        raise AccountError(f"Found the role '{role}'; allowed: {', '.join(ROLES)}")
    return role
