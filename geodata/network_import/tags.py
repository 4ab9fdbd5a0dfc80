"""Read OpenStreetMap's tags where another program has put them into columns.

ogr2ogr writes the less usual ones as hstore text in `other_tags`; Geofabrik calls the kind of
way `fclass` and parts tracks by grade.
"""

import re
from collections.abc import Collection, Mapping

from geodata.network_import.dating import LIFECYCLE, OWN
from geodata.network_import.walkable import TAGS

#: The columns that are used; a layer may have thousands of others.
COLUMNS = (*TAGS, *LIFECYCLE, *OWN, "other_tags", "fclass")
_OTHER = "other_tags"
_FCLASS = "fclass"
_TEXT = r'"((?:[^"\\]|\\.)*)"'
_PAIR = re.compile(rf"{_TEXT}\s*=>\s*{_TEXT}")
_ESCAPED = re.compile(r"\\(.)")


def has_tags(columns: Collection[str]) -> bool:
    """Tell whether columns are those of an export from OpenStreetMap."""
    return not {"highway", _FCLASS, _OTHER}.isdisjoint(columns)


def tags_of(row: Mapping[str, str]) -> dict[str, str]:
    """Return the tags of a row; an empty cell is none, and a column comes before hstore text."""
    pairs = _PAIR.findall(row.get(_OTHER, ""))
    tags = {_ESCAPED.sub(r"\1", key): _ESCAPED.sub(r"\1", value) for key, value in pairs}
    if row.get(_FCLASS):
        tags["highway"] = row[_FCLASS].partition("_grade")[0]
    return tags | {key: value for key, value in row.items() if value}
