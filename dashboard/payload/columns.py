"""Pack records by year and place into columns: each different value once, and where it stands.

`assets/columns.js` unpacks them again; what comes out is what went in.
"""

from collections.abc import Mapping
from itertools import chain
from typing import Any

_PLAIN = {str, int, float, bool}

Records = Mapping[str, Mapping[str, Mapping[str, Any]]]


def pack(records: Records) -> dict[str, Any]:
    """Return records, by year and place, in columns.

    `places` are all places, `at` for each year positions in them, in the records' order; years are numbers as text.
    Every field has its different values in `values`, and in `codes` one position in them for
    each record, year by year; a field with one value has no codes. All records have the same
    fields.
    """
    # in the order of the years, which is the order that a browser keeps such keys in
    records = {year: records[year] for year in sorted(records, key=int)}
    places = list(dict.fromkeys(place for own in records.values() for place in own))
    position = {place: number for number, place in enumerate(places)}
    every = [record for own in records.values() for record in own.values()]
    return {
        "places": places,
        "at": {year: [position[place] for place in own] for year, own in records.items()},
        "fields": {name: _column([record[name] for record in every]) for name in (every[0] if every else ())},
    }  # fmt: skip


def _column(values: list[Any]) -> dict[str, Any]:
    index: dict[Any, int] = {}
    codes = [index.setdefault(key, len(index)) for key in _keys(values)]
    firsts = dict(zip(reversed(codes), reversed(values), strict=True))
    distinct = [firsts[code] for code in range(len(index))]
    return {"values": distinct} if len(distinct) == 1 else {"values": distinct, "codes": codes}


def _keys(values: list[Any]) -> list[Any]:
    """Return a key for each value; what is all of one plain type is its own, and that is quick."""
    kinds = set(map(type, values))
    if len(kinds) == 1 and kinds <= _PLAIN:
        return values
    if kinds == {list} and set(map(type, chain.from_iterable(values))) <= {str}:
        return list(map(tuple, values))
    return list(map(_key, values))


def _key(value: Any) -> Any:
    """Return what is equal for values that are written alike: 1, 1.0 and true are three."""
    if isinstance(value, str):
        return value
    return (list, *map(_key, value)) if isinstance(value, list) else (type(value), value)
