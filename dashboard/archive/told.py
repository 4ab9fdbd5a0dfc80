"""Say in words what a switch from one edition to another changed, as tables."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard import numbers
from dashboard.catalogue import Catalogue
from geodata.tables.plausible import decimals_of

Found = Mapping[str, Any]
_WHAT = {
    "added": "editions.added",
    "changed": "editions.changed",
    "removed": "editions.removed_one",
    "came": "editions.came",
    "went": "editions.went",
}


@dataclass(frozen=True)
class Part:
    """A table of what changed: its title, its heads and its rows."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Drawn:
    """An outline before and after, as paths of one drawing, and what they show in words."""

    label: str
    width: float
    height: float
    old: str
    new: str


@dataclass(frozen=True)
class Step:
    """What one switch changed."""

    before: str
    after: str
    parts: tuple[Part, ...]
    drawn: tuple[Drawn, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing that is told of changed."""
        return not self.parts


def told(before: str, after: str, found: Found, words: Catalogue) -> Step:
    """Return what a kept difference says, see `dashboard.publishing.publish.keep_difference`."""
    names = _Names(found["names"], words)
    parts = (
        names.part("values", ("series", "place", "period", "before", "now"), _values(found, names)),
        names.part("outlines", ("name", "change", "before", "now", "distance"),
                   _outlines(found, names)),
        names.part("verdicts", ("series", "place", "before", "now"), _verdicts(found, names)),
        names.part("findings", ("series", "place", "period", "change", "rule"),
                   _findings(found, names)),
        names.part("rows", ("table", "row", "change"), _rows(found, names)),
    )  # fmt: skip
    return Step(before, after, tuple(p for p in parts if p.rows), tuple(_drawn(found, names)))


def only_values_of(found: Found, series: str) -> Found:
    """Return of a kept difference only what became of the values of a series."""
    own = [change for change in found["values"] if change["key"][0] == series]
    others = ("rows", "features", "findings", "verdicts", "drawn")
    return {**found, **{name: [] for name in others}, "values": own}


class _Names:
    """What things are called in one language; an id that is not known stands for itself."""

    def __init__(self, names: Found, words: Catalogue) -> None:
        self.words = words
        self._names = names

    def of(self, kind: str, one: str) -> str:
        found: str = self._names[kind].get(one, {}).get(self.words.language, one)
        return found

    def what(self, change: Found) -> str:
        return self.words.text(_WHAT[change["what"]])

    def part(self, key: str, heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Part:
        named = tuple(self.words.text(f"editions.head.{head}") for head in heads)
        return Part(self.words.text(f"editions.{key}"), named, tuple(rows))


def _values(found: Found, names: _Names) -> Iterator[tuple[str, ...]]:
    for change in found["values"]:
        series, place, period, _ = change["key"]
        old, new = change["old"], change["new"]
        yield (names.of("series", series), names.of("places", place), period,
               _value(old, names), _value(new, names))  # fmt: skip


def _value(row: Found | None, names: _Names) -> str:
    if row is None:
        return names.words.text("editions.no_value")
    value = row["value"]
    return f"{numbers.number(value, decimals_of(value), names.words)} ({row['source_text']})"


def _outlines(found: Found, names: _Names) -> Iterator[tuple[str, ...]]:
    for change in found["features"]:
        old, new, move = change["old"], change["new"], change["move"]
        yield ((new or old)["name"], _became(change, names), _size(old, names), _size(new, names),
               numbers.metres(move["farthest_m"], names.words) if move else "")  # fmt: skip


def _became(change: Found, names: _Names) -> str:
    """What became of a feature; what was kept before outlines had times says nothing of them."""
    if change.get("follows"):
        since = numbers.published(change["since"], names.words)
        return names.words.text("editions.new_outline", since=since)
    ended = [one["new"] for one in change["fields"] if one["field"] == "valid_to" and one["new"]]
    if ended and change["move"] is None:
        return names.words.text("editions.ended_outline", until=numbers.published(ended[0], names.words))  # fmt: skip
    return names.what(change)


def _size(outline: Found | None, names: _Names) -> str:
    if outline is None:
        return ""
    if outline["area_ha"]:
        return f"{numbers.number(outline['area_ha'], 2, names.words)}{numbers.NBSP}ha"
    return numbers.metres(outline["length_m"], names.words) if outline["length_m"] else ""


def _verdicts(found: Found, names: _Names) -> Iterator[tuple[str, ...]]:
    for change in found["verdicts"]:
        places = ", ".join(names.of("places", place) for place in change["places"])
        series = ", ".join(names.of("series", one) for one in change["indicator"].split(";"))
        yield (series, places, _verdict(change["old"], names), _verdict(change["new"], names))


def _verdict(judgement: Found | None, names: _Names) -> str:
    if judgement is None:
        return names.words.text("editions.not_judged")
    return names.words.text(f"judged.verdict.{judgement['verdict']}")


def _findings(found: Found, names: _Names) -> Iterator[tuple[str, ...]]:
    for change in found["findings"]:
        series, place, period, _ = change["key"]
        yield (names.of("series", series), names.of("places", place), period, names.what(change),
               names.words.text(f"rule.{change['rule']}"))  # fmt: skip


def _rows(found: Found, names: _Names) -> Iterator[tuple[str, ...]]:
    for change in found["rows"]:
        yield (change["table"], " / ".join(change["key"]), names.what(change))


def _drawn(found: Found, names: _Names) -> Iterator[Drawn]:
    for drawing in found["drawn"]:
        said = names.words.text("editions.drawn", name=drawing["name"])
        yield Drawn(said, drawing["width"], drawing["height"], drawing["old"], drawing["new"])
