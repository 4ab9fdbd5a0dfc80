"""Write the small tables of the made-up country: places, goals, targets, breaks, milestones."""

from tools.national.kinds import KINDS, THEMES, Series
from tools.national.names import (
    area_id,
    area_name,
    municipality_id,
    municipality_names,
    series_id,
)
from tools.national.observations import COUNTRY, COUNTRY_NAMES
from tools.national.size import Size

Row = dict[str, object]
#: A target is judged for so many areas at most.
_JUDGED = 12
#: How many series of each kind have a target.
_TURNS = 2


def tables(size: Size) -> dict[str, list[Row]]:
    """Return the rows of every table but `observations`."""
    series = [Series(number, size.series) for number in range(size.series)]
    return {
        "goals": [_goal(theme) for theme, *_ in THEMES],
        "indicators": [one.row() for one in series],
        "targets": [row for one in series for row in _targets(one, size)],
        "breaks": [row for one in series for row in _breaks(one, size)],
        "geographies": _geographies(size),
        "milestones": _milestones(size),
        "sources": _sources(),
    }


def _goal(theme: str) -> Row:
    return {"id": f"maal-{theme}", "theme": theme, "level": "strategic",
            "text_da": "Et opdigtet mål.", "text_en": "A made-up goal."}  # fmt: skip


def _geographies(size: Size) -> list[Row]:
    areas = [
        {**_place(area_id(n), area_name(n), area_name(n), "area"),
         "municipality": municipality_id(size.municipality(n))}
        for n in range(size.areas)
    ]  # fmt: skip
    groups = [
        _place(municipality_id(n), *municipality_names(n), "comparison")
        for n in range(size.municipalities)
    ]
    whole = {**_place(COUNTRY, *COUNTRY_NAMES, "comparison"), "benchmark": "municipality"}
    return [*areas, *groups, whole]


def _place(identifier: str, name_da: str, name_en: str, kind: str) -> Row:
    return {"id": identifier, "name_da": name_da, "name_en": name_en, "kind": kind}


def _targets(series: Series, size: Size) -> list[Row]:
    """Level with the municipality for shares, and less each year or enough for counts."""
    kind = series.kind
    if series.turn >= _TURNS or kind.polarity == "neutral":
        return []
    judged = ";".join(area_id(n) for n in range(min(size.areas, _JUDGED)))
    first, last = size.clock[0], size.clock[-1]
    asked: Row = {"kind": "parity_with_municipality"}
    if kind.unit in ("count", "full_year_persons"):
        asked = {"kind": "at_least", "value": kind.level[0]}
    if kind.unit == "count" and kind.polarity == "lower":
        asked = {"kind": "change_per_year", "value": -1}
    return [{
        "goal": f"maal-{kind.theme}", "indicator": series_id(series.number), "geographies": judged,
        "scope": "each", "stated": "yes" if series.turn == 0 else "no", "from": first, "to": last,
        "text_da": "Et opdigtet krav.", "text_en": "A made-up target.", **asked,
    }]  # fmt: skip


def _breaks(series: Series, size: Size) -> list[Row]:
    """A new definition for all places, or one for the areas of the first municipality."""
    nth, middle = series.number % len(KINDS), size.clock[size.years // 2]
    said = {"text_da": "Opgøres på en ny måde.", "text_en": "Counted in a new way."}
    row: Row = {"indicator": series_id(series.number), "date": f"{middle}-01-01", **said}
    if nth == 2:
        return [row]
    if nth == 1:
        own = [area_id(n) for n in range(size.areas) if size.municipality(n) == 0]
        return [{**row, "geographies": ";".join(own)}]
    return []


def _milestones(size: Size) -> list[Row]:
    first, last = size.clock[0], size.clock[-1]
    said = {"text_da": "Opdigtet.", "text_en": "Made up.", "source": "opdigtet"}
    start: Row = {"date": f"{first}-01-01", "date_precision": "year", "status": "event", **said}
    found = [start]
    for number in range(size.municipalities):
        feature = f"sti-{municipality_id(number)}"
        opens = first + 1 + number % max(1, size.years - 1)
        for year, status in ((first, "planned"), (opens, "open")):
            found.append({"feature": feature, "date": f"{year}-05-01", "date_precision": "month",
                          "status": status, **said})  # fmt: skip
    lake = {"feature": f"soe-{municipality_id(0)}", "date": f"{last + 2}-01-01"}
    return [*found, {**lake, "date_precision": "year", "status": "expected", "pin": "yes", **said}]


def _sources() -> list[Row]:
    said = {"text_da": "Opdigtet, til målinger.", "text_en": "Made up, for measuring."}
    return [{"id": "opdigtet", "kind": "own", **said}]
