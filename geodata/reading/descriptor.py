"""Read `datapackage.json`: what a package is, when it closed and how its clock runs."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from geodata.reading.disclosure_rule import DisclosureRule, read_disclosure
from geodata.reading.faults import Fault, PackageError, shown
from geodata.reading.network_source import NetworkSource, network_source
from geodata.reading.places import LAYERS, REQUIRED_LAYER, WGS84
from geodata.reading.plan_words import Contact, Vision, read_contact, read_visions
from geodata.reading.schema import REQUIRED_TABLES, table_schemas
from geodata.reading.text import read_json

#: Names stand in file names and in HTTP headers; the rule is that of Data Package.
_NAME = re.compile(r"[a-z0-9._-]+")
_NAME_ALLOWED = "small letters a-z, digits, '.', '_' and '-'"


@dataclass(frozen=True, slots=True)
class Theme:
    """A heading that indicators are listed under."""

    id: str
    name_da: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What the report says of the plan's goals: its words, where they stand, and in English."""

    quote: str
    place_da: str
    place_en: str
    text_en: str


@dataclass(frozen=True, slots=True)
class Descriptor:
    """The package's own words about itself; years are inclusive.

    `start_indicator` and `start_area` are what is shown first: where the file says nothing,
    they are empty here and the first of their tables in a package that was read. `report_da` and
    `report_en` are what the main source is called in a sentence, or empty.
    """

    name: str
    version: str
    title_da: str
    title_en: str
    as_of: date
    first_year: int
    last_year: int
    start_indicator: str
    start_area: str
    themes: tuple[Theme, ...]
    source: str
    source_sha256: str
    licences: tuple[str, ...]
    network: NetworkSource | None = None
    contact: Contact | None = None
    visions: tuple[Vision, ...] = ()
    claims: tuple[Claim, ...] = ()
    disclosure: DisclosureRule | None = None
    report_da: str = ""
    report_en: str = ""

    @property
    def year(self) -> int:
        """The clock year that the package is of: that of `as_of`, or the nearest on the clock."""
        return min(max(self.as_of.year, self.first_year), self.last_year)


def read_descriptor(path: Path) -> Descriptor:
    """Return the descriptor; raise `PackageError` with every fault found."""
    content = read_json(path)
    faults: list[Fault] = []

    def need(value: Any, kind: type, field: str, allowed: str) -> Any:
        if isinstance(value, kind) and not isinstance(value, bool) and value:
            return value
        found = "nothing" if value in (None, "", [], {}) else shown(value)
        faults.append(Fault(path.name, "", field, found, allowed))
        return kind()

    def optional(field: str, value: Any, kind: type, allowed: str) -> Any:
        return kind() if value is None else need(value, kind, field, allowed)

    def name(value: Any) -> str:
        text: str = need(value, str, "name", _NAME_ALLOWED)
        if text and not _NAME.fullmatch(text):
            faults.append(Fault(path.name, "", "name", shown(text), _NAME_ALLOWED))
        return text

    root = need(content, dict, "", "a JSON object")
    clock = need(root.get("clock"), dict, "clock", "an object with first and last")
    start = optional("start", root.get("start"), dict, "an object with indicator and area")
    themes = need(root.get("themes"), list, "themes", "a list of themes")
    sources = need(root.get("sources"), list, "sources", "a list of sources")
    source = need(sources[0] if sources else None, dict, "sources[0]", "an object with title")
    texts = {k: need(root.get(k), str, k, "text") for k in ("version", "title_da", "title_en")}
    descriptor = Descriptor(
        name=name(root.get("name")),
        **texts,
        as_of=_day(need(root.get("as_of"), str, "as_of", "a date as YYYY-MM-DD"), path, faults),
        first_year=need(clock.get("first"), int, "clock.first", "a year"),
        last_year=need(clock.get("last"), int, "clock.last", "a year"),
        start_indicator=optional("start.indicator", start.get("indicator"), str, "an indicator id"),
        start_area=optional("start.area", start.get("area"), str, "an area id"),
        themes=tuple(_theme(theme, need) for theme in themes),
        source=need(source.get("title"), str, "sources[0].title", "text"),
        source_sha256=str(source.get("sha256", "")),
        **_called(source, need),
        licences=tuple(_licence(one, need) for one in _listed(root, "licenses", need)),
        claims=tuple(filter(None, (_claim(one, need) for one in _listed(root, "claims", need)))),
        network=network_source(root.get("resources"), path.name, faults),
        contact=read_contact(root.get("contact"), path.name, faults),
        visions=read_visions(root.get("visions"), path.name, faults),
        disclosure=read_disclosure(root.get("disclosure"), path.name, faults),
    )
    if 0 < descriptor.last_year < descriptor.first_year:
        years = f"{descriptor.first_year} to {descriptor.last_year}"
        faults.append(Fault(path.name, "", "clock", years, "first no later than last"))
    if faults:
        raise PackageError(tuple(faults))
    return descriptor


def _called(source: dict[str, Any], need: Any) -> dict[str, str]:
    """What the main source is called: in both languages, or in none."""
    said = {language: source.get(f"called_{language}") for language in ("da", "en")}
    if not any(said.values()):
        return {}
    return {f"report_{language}": need(text, str, f"sources[0].called_{language}", "text")
            for language, text in said.items()}  # fmt: skip


def _listed(root: dict[str, Any], field: str, need: Any) -> list[Any]:
    """Return a list that may be missing."""
    found: list[Any] = need(root[field], list, field, "a list") if root.get(field) else []
    return found


def _licence(licence: Any, need: Any) -> str:
    fields = licence if isinstance(licence, dict) else {}
    name: str = need(fields.get("name"), str, "licenses.name", "text")
    return name


def _claim(claim: Any, need: Any) -> Claim | None:
    """Return a claim, or nothing where it is no object: then none of its words is missed."""
    keys = ("quote", "place_da", "place_en", "text_en")
    fields = need(claim, dict, "claims", f"objects with {', '.join(keys)}")
    if not fields:
        return None
    return Claim(*(need(fields.get(k), str, f"claims.{k}", "text") for k in keys))


def _theme(theme: Any, need: Any) -> Theme:
    fields = theme if isinstance(theme, dict) else {}
    words = (need(fields.get(k), str, f"themes.{k}", "text") for k in ("id", "name_da", "name_en"))
    return Theme(*words)


def _day(text: str, path: Path, faults: list[Fault]) -> date:
    try:
        day = date.fromisoformat(text)
        if day.isoformat() == text:
            return day
        raise ValueError(text)
    except ValueError:
        if text:
            faults.append(Fault(path.name, "", "as_of", shown(text), "a date as YYYY-MM-DD"))
        return date.min


def files_of(folder: Path) -> tuple[str, ...]:
    """Return the tables and layers that a package has or should have, by file name.

    What it can do without is left out where the folder holds no such file and the descriptor
    lists none.
    """
    listed = _listed_files(_entries(folder / "datapackage.json"))
    required = {f"{name}.csv" for name in REQUIRED_TABLES} | {f"{REQUIRED_LAYER}.geojson"}
    every = [f"{name}.csv" for name in table_schemas()] + [f"{name}.geojson" for name in LAYERS]
    return tuple(
        name
        for name in every
        if name in required or name in listed or os.path.lexists(folder / name)
    )


def _entries(path: Path) -> list[Any]:
    """The list of files; of a file that is no JSON object none: `read_descriptor` says so."""
    try:
        content = read_json(path)
    except PackageError:
        return []
    resources = content.get("resources") if isinstance(content, dict) else None
    return resources if isinstance(resources, list) else []


def _listed_files(entries: list[Any]) -> dict[str, dict[str, Any]]:
    known = [r for r in entries if isinstance(r, dict)]
    return {r["path"]: r for r in known if isinstance(r.get("path"), str)}


def resource_faults(path: Path, wanted: Iterable[str]) -> list[Fault]:
    """Return what is wrong with the list of files: each by its name, a layer with its CRS."""
    entries = _entries(path)
    listed = _listed_files(entries)
    faults = [
        Fault(path.name, "resources", "", shown(r), "an object with name and path")
        for r in entries
        if not isinstance(r, dict)
    ]
    faults += [
        Fault(path.name, "resources", file, "not listed", "one resource for each file")
        for file in wanted
        if file not in listed
    ]
    for file in (f"{name}.geojson" for name in LAYERS):
        if file in listed and listed[file].get("crs") != WGS84:
            found = shown(listed[file]["crs"]) if "crs" in listed[file] else "a missing CRS"
            faults.append(Fault(path.name, file, "crs", found, WGS84))
    return faults
