"""Passwords: what is allowed, hashed by argon2id, compared in the same time for all."""

from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 256
#: Words that every list of tried passwords begins with, in English and Danish, longest first.
_COMMON = ("administrator", "medarbejder", "adgangskode", "qwertyuiop", "asdfghjkl", "velkommen",
           "password", "kodeord", "letmein", "welcome", "zxcvbnm", "iloveyou", "sommer", "vinter",
           "qwerty", "abcdef", "admin", "login")  # fmt: skip
#: Hashing takes 64 MB: whoever sends many passwords at once does not get them all at once.
_AT_ONCE = BoundedSemaphore(2)


class PasswordError(ValueError):
    """A password that is not taken; the message says why."""


def check_password(password: str, name: str) -> None:
    """Raise `PasswordError` for a password that is too short, too plain or says the name."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise PasswordError(f"A password has {SHORTEST} to {LONGEST} characters.")
    rest = password.casefold()
    for word in (name.casefold(), *_COMMON):
        rest = rest.replace(word, "")
    if len(set(password)) < 6 or len(rest.strip("0123456789!.?-_ ")) < 4:
        raise PasswordError("The password is one of those that are tried first.")


def hashed(password: str) -> str:
    """Return what is kept of a password."""
    return PasswordHasher().hash(password)


def is_password(password: str, kept: str | None) -> bool:
    """Tell whether a password is the one that was kept; without one it takes as long to say no."""
    with _AT_ONCE:
        return _verified(password, kept)


def _verified(password: str, kept: str | None) -> bool:
    try:
        right = PasswordHasher().verify(kept or _nobodys(), password[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return False
    return right and kept is not None


@cache
def _nobodys() -> str:
    return hashed("of nobody")
