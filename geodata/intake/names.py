"""Find which place or series a name means: exactly, or as a suggestion that a person confirms."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from geodata.intake.words import plain, spelled_out
from geodata.package.package import Package
from geodata.reading.faults import shown

#: From 0 to 100: less alike than this is no suggestion.
ALIKE = 82
#: A shorter word lies in many names, and is near to what it is as a whole only.
_SHORT = 4
#: Two that are alike within so many points are both named, and neither is suggested alone.
RIVAL = 6
_MARKS = str.maketrans("-.,", "   ")


@dataclass(frozen=True, slots=True)
class Match:
    """What a name means: an `id`, or `near` ids (nearest first), or nothing."""

    id: str = ""
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class Names:
    """The names of one kind of things: ids, names in both languages and aliases."""

    what: str
    named: Mapping[str, str]
    ids: Mapping[str, frozenset[str]]

    def match(self, text: str) -> Match:
        """Return what a name means; a name of two things means neither, and names both."""
        name = plain(text)
        if name not in self._matches:
            self._matches[name] = self._match(name)
        return self._matches[name]

    def _match(self, name: str) -> Match:
        found = self.ids.get(name, frozenset())
        if len(found) == 1:
            return Match(next(iter(found)))
        return Match(near=tuple(sorted(found)) or self._near(name))

    @cached_property
    def _matches(self) -> dict[str, Match]:
        """What was looked up: a name stands in many rows."""
        return {}

    def _near(self, text: str) -> tuple[str, ...]:
        sought = _plainer(text)
        scorer = fuzz.ratio if len(sought) < _SHORT else fuzz.WRatio
        found = process.extract(sought, self._plainer, scorer=scorer, score_cutoff=ALIKE, limit=20)
        best: dict[str, float] = {}
        for _, score, name in found:
            for identifier in self.ids[name]:
                best[identifier] = max(score, best.get(identifier, 0))
        order = sorted(best, key=lambda one: (-best[one], one))
        return tuple(one for one in order if best[one] > best[order[0]] - RIVAL)[:3]

    @cached_property
    def _plainer(self) -> dict[str, str]:
        return {name: _plainer(name) for name in self.ids}

    def with_confirmed(self, confirmed: Mapping[str, str]) -> "Names":
        """Return the same with names that a person has confirmed: those are certain."""
        own = {plain(name): frozenset({i}) for name, i in confirmed.items() if i in self.named}
        return Names(self.what, self.named, {**self.ids, **own})

    def allowed(self, near: Iterable[str]) -> str:
        """Say what would be allowed in place of a name that means nothing."""
        suggested = [f"{self.named[one]} ({one})" for one in near]
        if len(suggested) == 1:
            return f"{suggested[0]}? Then confirm it"
        known = f"a name or id of {self.what}"
        return f"{' or '.join(suggested)}: say which" if suggested else known


def _plainer(name: str) -> str:
    return " ".join(spelled_out(plain(name)).translate(_MARKS).split())


def places_of(package: Package) -> Names:
    """Return the names of all geographies of a package."""
    pairs = [(text, g.id) for g in package.geographies for text in (g.id, g.name_da, g.name_en)]
    pairs += [(alias.alias, alias.geography) for alias in package.aliases]
    return _names("geographies.csv", {g.id: g.name_da for g in package.geographies}, pairs)


def series_of(package: Package) -> Names:
    """Return the names of all series of a package."""
    pairs = [(text, i.id) for i in package.indicators for text in (i.id, i.name_da, i.name_en)]
    return _names("indicators.csv", {i.id: i.name_da for i in package.indicators}, pairs)


def features_of(package: Package, layer: str) -> Names:
    """Return the names of the features of a layer; of areas with all that they are called."""
    frame = package.layers[layer]
    named = {str(i): str(name) for i, name in zip(frame.index, frame["name"], strict=True)}
    pairs = [(text, one) for one, name in named.items() for text in (one, name)]
    if layer == "areas":
        pairs += [(a.alias, a.geography) for a in package.aliases if a.geography in named]
    return _names(f"{layer}.geojson", named, pairs)


def ids_of(package: Package) -> frozenset[str]:
    """Return all ids that series, places and features of a package have."""
    features = (str(one) for frame in package.layers.values() for one in frame.index)
    series = (one.id for one in package.indicators)
    return frozenset((*series, *(one.id for one in package.geographies), *features))


def all_features_of(package: Package) -> Names:
    """Return the names of the features of all layers."""
    each = [features_of(package, layer) for layer in package.layers]
    named = {one: name for names in each for one, name in names.named.items()}
    pairs = [(text, one) for names in each for text, ids in names.ids.items() for one in ids]
    return _names("the layers", named, pairs)


def _names(what: str, named: dict[str, str], pairs: list[tuple[str, str]]) -> Names:
    ids: dict[str, set[str]] = defaultdict(set)
    for text, identifier in pairs:
        if text:
            ids[plain(text)].add(identifier)
    # An id is nobody else's name.
    ids.update({plain(identifier): {identifier} for identifier in named})
    return Names(what, named, {text: frozenset(found) for text, found in ids.items()})


def found_name(text: str, near: Iterable[str]) -> str:
    """Say what was found where a name means nothing for certain."""
    suggested = len(tuple(near))
    return f"{shown(text)}, {'near to a known name' if suggested else 'which is not known'}"
