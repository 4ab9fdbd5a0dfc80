"""Check that all text of a package is plain."""

import re
from collections.abc import Iterator
from dataclasses import astuple, fields

import geopandas as gpd

from geodata.package.draft import Draft, kept_rows
from geodata.package.observation_checks import unplain_cells
from geodata.reading.descriptor import Descriptor
from geodata.reading.faults import Fault, shown
from geodata.tables.observations import in_columns
from geodata.tables.records import RECORDS

_HTML = re.compile(r"<\s*[a-zA-Z/!]|&#|&[a-zA-Z]+;")
#: Control characters, marks that turn the reading direction, and halves of a character.
_UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
#: Quotes of the source, which keep whatever was printed.
_VERBATIM = {"source_text"}

#: What text must be, in words.
PLAIN = "plain text, without HTML and control characters"


def texts(draft: Draft) -> Iterator[Fault]:
    """Find text with HTML or control characters in any table, layer or description."""
    for table in RECORDS:
        for where, name, value in _unplain_cells(draft, table):
            yield Fault(f"{table}.csv", where, name.rstrip("_"), shown(value), PLAIN)
    for layer in draft.package.layers:
        yield from _of_layer(layer, draft.package.every_outline(layer))
    for name, value in _said_of_itself(draft.package.descriptor):
        if _unplain(name, value):
            yield Fault("datapackage.json", "", name, shown(value), PLAIN)


def _of_layer(layer: str, frame: gpd.GeoDataFrame) -> Iterator[Fault]:
    for feature, row in frame.drop(columns="geometry").iterrows():
        for column, value in row.items():
            if isinstance(value, str) and _unplain(str(column), value):
                yield Fault(f"{layer}.geojson", str(feature), str(column), shown(value), PLAIN)


def _said_of_itself(words: Descriptor) -> Iterator[tuple[str, str]]:
    """The texts of a descriptor, by where they stand."""
    yield from (("title_da", words.title_da), ("title_en", words.title_en))
    yield from (("version", words.version), ("sources", words.source))
    yield from (("sources", words.report_da), ("sources", words.report_en))
    yield from (("licenses", licence) for licence in words.licences)
    yield from (("contact", text) for text in (astuple(words.contact) if words.contact else ()))
    yield from (("visions", text) for vision in words.visions for text in astuple(vision))
    yield from (("themes", theme.name_da) for theme in words.themes)
    yield from (("themes", theme.name_en) for theme in words.themes)


def _unplain_cells(draft: Draft, table: str) -> Iterator[tuple[str, str, str]]:
    """Where a cell is no plain text: row, field and cell."""
    if table == "observations":
        rows = in_columns(draft.package.observations)
        for row, name in unplain_cells(rows, _unplain):
            yield f"row {draft.numbers[table][row]}", name, rows.columns[name][row]
        return
    for where, record in kept_rows(draft, table):
        for field in fields(record):  # type: ignore[arg-type]
            value = getattr(record, field.name)
            if isinstance(value, str) and _unplain(field.name, value):
                yield where, field.name, value


def _unplain(field: str, value: str) -> bool:
    if _UNPRINTED.search(value):
        return True
    return field not in _VERBATIM and _HTML.search(value) is not None


def is_plain(text: str) -> bool:
    """Tell whether a text may stand in a package: no HTML, no control characters."""
    return not _unplain("", text)
