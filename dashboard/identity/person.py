"""A person who is signed in, and what the roles allow."""

from dataclasses import dataclass
from enum import IntEnum


class Role(IntEnum):
    """What somebody may do; each role may all that those below it may.

    A viewer sees drafts and their reports, an editor makes them, a publisher switches what the
    public is shown.
    """

    VIEWER = 1
    EDITOR = 2
    PUBLISHER = 3

    @property
    def word(self) -> str:
        """The role as settings, files and commands write it."""
        return self.name.lower()


#: The roles by their words.
ROLES = {role.word: role for role in Role}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is signed in: `id` is what logs and editions name, `name` what is shown."""

    id: str
    name: str
    role: Role
