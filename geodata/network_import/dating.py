"""Read when a way is there: OpenStreetMap's lifecycle tags, or columns of a path layer."""

from collections.abc import Mapping
from typing import NamedTuple

from geodata.network.dates import SAID, UNDATED, Dating
from geodata.network_import.walkable import walked_as
from geodata.reading.faults import shown
from geodata.tables.days import known_day
from geodata.tables.statuses import Status

_COMING = {"construction": Status.BUILDING, "proposed": Status.PLANNED}
#: The tags that say when a way is there, beside those of `walkable.TAGS`.
LIFECYCLE = ("start_date", "end_date", "opening_date")
#: The columns of a path layer that are no tags.
OWN = ("kind", "from", "to", "status")
#: Characters of a kind.
_LONGEST = 100


class Said(NamedTuple):
    """What a source says of a way; `unread` counts the days that cannot be read."""

    kind: str
    dating: Dating = UNDATED
    unread: int = 0


def said_by_tags(tags: Mapping[str, str]) -> Said | None:
    """Return what OpenStreetMap says of a way that people may walk along, now or once built."""
    built, status = _as_built(tags)
    kind = walked_as(built)
    if not kind:
        return None
    if status:
        return Said(kind, *_dating(status=status, expected=tags.get("opening_date", "")))
    return Said(kind, *_dating(tags.get("start_date", ""), tags.get("end_date", "")))


def said_by_columns(kind: str, row: Mapping[str, str]) -> Said:
    """Return what the columns from, to and status of a row say.

    Raises `ValueError` with a sentence for another status than a way may have, and for a kind
    that is no word.
    """
    if len(kind) > _LONGEST or not kind.isprintable():
        raise ValueError(f"kind: found {shown(kind)}; allowed: one line of at most {_LONGEST}")
    status = _status(row)
    if status and status not in SAID:
        raise ValueError(f"status: found {shown(status)}; allowed: {', '.join(SAID)}")
    from_, to = (_day_alone(row.get(column, "")) for column in ("from", "to"))
    return Said(kind, *_dating(from_, to, status))


def said_beside_tags(tagged: Said, row: Mapping[str, str]) -> Said:
    """Return what tags say, and before them a layer's own columns: they are of those who build.

    In a file of tags a column `status` may be of something else: a foreign word is unread.
    """
    status = _status(row)
    is_foreign = status not in ("", *SAID)
    columns = said_by_columns(tagged.kind, {**row, "status": "" if is_foreign else status})
    unread = tagged.unread + columns.unread + is_foreign
    if columns.dating == UNDATED:
        return tagged._replace(unread=unread)
    stated = columns.dating.status or tagged.dating.status
    return Said(tagged.kind, columns.dating._replace(status=stated), unread)


def is_absent(row: Mapping[str, str]) -> bool:
    """Tell whether a row is of a way of which nothing is known but that it was not there.

    `network export` calls a way absent in the years before the first thing known of it: where
    it says from when it is there, that is what counts, and else it is no way yet.
    """
    is_named_so = row.get("status", "").strip().lower() == Status.ABSENT
    return is_named_so and not _is_day(_day_alone(row.get("from", "")))


def _status(row: Mapping[str, str]) -> str:
    """The status that a row says; as `network export` says it where its days say all."""
    status = row.get("status", "").strip().lower()
    return "" if status in (Status.UNDATED, Status.ABSENT) else status


def _as_built(tags: Mapping[str, str]) -> tuple[Mapping[str, str], str]:
    """The tags of a way as it will be, and what it is until then.

    That nobody may walk on a building site says nothing of the way that is built there.
    """
    stage = tags.get("highway", "")
    if stage not in _COMING:
        return tags, ""
    shut = {key for key in ("access", "foot") if tags.get(key) == "no"}
    kept = {key: value for key, value in tags.items() if key not in {stage, *shut}}
    return {**kept, "highway": tags.get(stage, "")}, _COMING[stage]


def _dating(
    from_: str = "", to: str = "", status: str = "", expected: str = ""
) -> tuple[Dating, int]:
    """What can be read of days, and how many cannot; an end before its beginning is no end."""
    read = [text if _is_day(text) else "" for text in (from_, to, expected)]
    unread = sum(text != kept for text, kept in zip((from_, to, expected), read, strict=True))
    from_, to, expected = read
    if from_ and to and known_day(to)[0] < known_day(from_)[0]:
        return Dating("", "", status, expected), unread + 2
    return Dating(from_, to, status, expected), unread


def _is_day(text: str) -> bool:
    try:
        known_day(text)
    except ValueError:
        return False
    return True


def _day_alone(text: str) -> str:
    """A day as GDAL and pandas write it, without the hour, or a year that became a number."""
    return text.strip().replace("T", " ").partition(" ")[0].removesuffix(".0")
