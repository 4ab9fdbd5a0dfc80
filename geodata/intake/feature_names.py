"""Tell which feature of a layer a name means, or that a person says that it is a new one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from geodata.intake.names import Names
from geodata.intake.naming import Suggestion
from geodata.intake.words import plain
from geodata.package.slugs import slug
from geodata.reading.faults import Fault, shown


@dataclass(frozen=True)
class FeatureNames:
    """The features that are `known`, and the ids of those that a person calls `new`, by name.

    `taken` are all ids of places and features of the package: no new one may have them.
    """

    known: Names
    new: Mapping[str, str]
    taken: frozenset[str]
    _used: set[str] = field(default_factory=set)

    def meant(self, texts: list[str]) -> tuple[str, str]:
        """Return the id that texts mean, and what it is called if it is new; nothing for neither."""
        known = next((match.id for match in map(self.known.match, texts) if match.id), "")
        said = self._said_new(texts)
        self._used.update(said)
        return (known, "") if known or not said else (self._new[next(iter(said))], texts[-1])

    def refused(
        self, fault: Callable[[str, str, str], Fault], texts: list[str], feature: str
    ) -> Iterator[Fault]:
        """Yield why what texts mean cannot be new, where somebody says so.

        One that an earlier import brought is there already, and takes its shape anew.
        """
        for name in self._said_new(texts):
            own = self._new[name]
            if own != feature:
                found = f"{shown(texts[-1])} as new, which is {shown(feature)} already"
                yield fault("id", found, "a name that is not known")
            elif own in self.taken and own not in self.known.named:
                found = f"{shown(own)}, which something else has"
                yield fault("id", found, "an id of its own: --new NAME=ID")

    def as_new(self, texts: list[str]) -> list[Suggestion]:
        """Suggest that texts name something new, by the file's own id or one made of the name."""
        own = slug(texts[0]) if slug(texts[0]) == texts[0] else slug(texts[-1])
        if not own or own in self.taken:
            return []
        return [Suggestion(texts[-1], own, texts[-1], is_new=True)]

    def unused(self) -> Iterator[Fault]:
        """Yield what was called new and stands in no file."""
        for name, own in self.new.items():
            if plain(name) not in self._used:
                yield Fault("--new", "", name, shown(own), "the name of a feature in the files")

    @cached_property
    def _new(self) -> dict[str, str]:
        return {plain(name): own for name, own in self.new.items()}

    def _said_new(self, texts: list[str]) -> dict[str, None]:
        return {plain(text): None for text in texts if plain(text) in self._new}
