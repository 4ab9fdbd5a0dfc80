"""Make the breaks that follow from outlines: figures of another outline are of other people."""

from collections.abc import Iterator, Sequence
from typing import Any

import geopandas as gpd
import shapely

from geodata.package.outlines import validities
from geodata.package.words import words
from geodata.tables.records import Break, Geography, Indicator, split_list


def outline_breaks(
    areas: gpd.GeoDataFrame, geographies: Sequence[Geography], indicators: Sequence[Indicator]
) -> Iterator[Break]:
    """Yield a break of every series where an area is drawn otherwise than before, the first first.

    `areas` are all outlines of areas that have times. A break concerns the area and the plans that
    it is a part of. There is none where the planner states why figures can be compared.
    """
    of = {g.id: g for g in geographies}
    for area, since, row in _changed(areas):
        plans = (g.id for g in geographies if g.kind == "plan" and area in split_list(g.members))
        concerned, said = ";".join((area, *plans)), _said(of[area], row)
        for indicator in indicators:
            yield Break(indicator.id, concerned, since, *said)


def _changed(areas: gpd.GeoDataFrame) -> Iterator[tuple[str, Any, Any]]:
    """Each outline that is another one than its area's before: area, first day and row."""
    firsts = [one.first for one in validities(areas)]
    before: dict[str, Any] = {}
    for (area, row), since in zip(areas.iterrows(), firsts, strict=True):
        old = before.get(str(area))
        if old is not None and not row["comparable_da"] and not _same(old, row.geometry):
            yield str(area), since, row
        before[str(area)] = row.geometry


def _same(one: Any, other: Any) -> bool:
    return bool(shapely.equals_exact(shapely.normalize(one), shapely.normalize(other), 0))


def _said(area: Geography, row: Any) -> tuple[str, str]:
    """What the planner says of the change, or that there is one, in Danish and English."""
    key = "because" if row["change_da"] else "changed"
    da, en = (
        str(words()[f"{key}_{language}"]).format(
            name=getattr(area, f"name_{language}"), since=_since(row["valid_from"], language),
            change=row[f"change_{language}"],
        )
        for language in ("da", "en")
    )  # fmt: skip
    return da, en


def _since(text: str, language: str) -> str:
    """A year, a month or a day in words."""
    year, month, day = [*text.split("-"), "", ""][:3]
    if not month:
        return year
    named = words()[f"months_{language}"][int(month) - 1]
    if not day:
        return f"{named} {year}"
    return str(words()[f"day_{language}"]).format(day=int(day), month=named, year=year)
