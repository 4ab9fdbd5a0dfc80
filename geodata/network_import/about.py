"""Say whose a file is, under which licence and from when: what it says itself or what is said."""

from dataclasses import dataclass
from datetime import date

from geodata.network_import.errors import NetworkImportError
from geodata.network_import.filekinds import FileKind
from geodata.reading.network_source import NetworkSource

#: The kinds of files that are from OpenStreetMap.
OSM = (FileKind.OSM_XML, FileKind.OSM_PBF)
OSM_TITLE = "OpenStreetMap"
OSM_LICENCE = "ODbL-1.0"
#: The day on which OpenStreetMap began, and a day before any survey that is still of use.
_OSM_BEGAN = date(2004, 8, 9)
_EARLIEST = date(1900, 1, 1)
#: How far streets of a survey may lie from where they are drawn, in metres.
ERROR_M = 5.0


@dataclass(frozen=True, slots=True)
class About:
    """What is said of a file that it may not say itself; empty where it is not said."""

    title: str = ""
    licence: str = ""
    day: date | None = None
    error_m: float = ERROR_M


def source_of(kind: FileKind, about: About, day: date | None, today: date) -> NetworkSource:
    """Return where a network is from; `day` is what the file says itself.

    Raises `NetworkImportError` where licence, title or day are missing or cannot be.
    """
    is_osm = kind in OSM
    title = about.title.strip() or (OSM_TITLE if is_osm else "")
    licence = about.licence.strip() or (OSM_LICENCE if is_osm else "")
    if not licence:
        raise NetworkImportError("the file names no licence: say it with --licence")
    if not title:
        raise NetworkImportError("the file does not say who it is from: say it with --title")
    known = about.day or day
    if known is None:
        raise NetworkImportError("the file names no date: say it with --date YYYY-MM-DD")
    first = _OSM_BEGAN if is_osm else _EARLIEST
    if not first <= known <= today:
        who = "--date says" if about.day else "the file says that it is of"
        raise NetworkImportError(f"{who} {known}; allowed: a --date from {first} to today, {today}")
    return NetworkSource("", "", title, licence, known, about.error_m)
