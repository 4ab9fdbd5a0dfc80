"""A few fixed packages that differ most, to be looked at in a browser."""

from collections.abc import Sequence
from typing import Any

from tests.generated.shapes import Json, at, ring
from tests.generated.words import NAMES, Row

_YEARS = range(2018, 2026)
_WORDS = ("definition", "population", "update")


def place(identifier: str, name: str, kind: str = "area", **more: str) -> Row:
    return {"id": identifier, "name_da": name, "name_en": name, "kind": kind, **more}


def series(identifier: str, name: str, unit: str = "percent", **more: str) -> Row:
    words = {f"{field}_{language}": name for field in _WORDS for language in ("da", "en")}
    return {"id": identifier, "theme": "et", "unit": unit, "decimals": "0", "polarity": "higher",
            "name_da": name, "name_en": name, "source": "Opdigtet", **words, **more}  # fmt: skip


def value(indicator: str, geography: str, year: int, number: float, **more: str) -> Row:
    return {"indicator": indicator, "geography": geography, "period": str(year), "role": "status",
            "value": f"{number:g}", "source_table": "T", "source_row": "R", "source_column": "K",
            "source_text": f"{number:g}", **more}  # fmt: skip


def feature(identifier: str, name: str, kind: str, geometry: Json, **more: Any) -> Json:
    properties = {"id": identifier, "name": name, "kind": kind, "confidence": "exact", "error_m": 5,
                  "basis_da": "tegnet", "basis_en": "drawn", **more}  # fmt: skip
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def block(x: float, y: float, side: float = 1) -> Json:
    return {"type": "Polygon", "coordinates": [ring(x, y, side, side)]}


def line(*corners: tuple[float, float]) -> Json:
    return {"type": "LineString", "coordinates": [at(*corner) for corner in corners]}


def areas(names: Sequence[str], across: int = 8) -> list[Json]:
    """Blocks beside each other, a little apart."""
    return [feature(f"sted-{n}", name, "area", block(n % across * 2, n // across * 2))
            for n, name in enumerate(names)]  # fmt: skip


def content(names: Sequence[str], years: range = _YEARS, title: str = "By", /, **tables: Any) -> Any:  # fmt: skip
    """A package of areas with these names, one series without figures, and what is given."""
    layers = tables.pop("layers", {})
    return {
        "tables": {
            "geographies": [place(f"sted-{n}", name) for n, name in enumerate(names)]
            + tables.pop("more", []),
            "indicators": [series("serie-0", "Serie")], "observations": [], **tables,
        },
        "layers": {"areas": areas(names), **layers},
        "years": years, "as_of": years[-1],
        "described": {
            "title_da": title, "title_en": title, "sources": [{"title": "Rapport"}],
            "themes": [{"id": "et", "name_da": "Et", "name_en": "One"}],
        },
    }  # fmt: skip


#: One area and one series without a figure: nothing else is there.
BARE = content(["Sted"], range(2023, 2024))


def _forty() -> Any:
    """Forty areas, a municipality and a plan; shares and counts of eight years, some doubtful."""
    names = [f"Boligområdet {n + 1}" for n in range(40)]
    more = [place("kommune", "Kommunen", "comparison", benchmark="municipality"),
            place("plan", "Planen", "plan", members=";".join(f"sted-{n}" for n in range(12)))]  # fmt: skip
    values = [value("serie-0", f"sted-{n}", year, (n * 7 + year) % 101)
              for n in range(40) for year in _YEARS]  # fmt: skip
    values += [value("antal", f"sted-{n}", year, n * n * 10 + year % 7)
               for n in range(40) for year in _YEARS[3:]]  # fmt: skip
    values += [value("serie-0", "kommune", year, 40) for year in _YEARS]
    rows = [series("serie-0", "Andel i arbejde"), series("antal", "Antal beboere", "count")]
    return content(names, more=more, indicators=rows, observations=values)


def _one_year() -> Any:
    """Two areas and one year, without water, parks, paths and municipality."""
    values = [value("serie-0", "sted-0", 2024, 12), value("serie-0", "sted-1", 2024, 31)]
    return content(["Nord", "Syd"], range(2024, 2025), observations=values)


def _odd() -> Any:
    """Names that trip over formats, a plan without members, goals without figures."""
    texts = {"text_da": "x" * 120, "text_en": "~" * 60}
    goal = {"id": "maal", "theme": "et", "level": "sub", **texts}
    kinds = (("at_least", "5"), ("direction", "1"), ("off_state_list_by", "2024"))
    targets = [{"goal": "maal", "indicator": "serie-0", "geographies": "sted-0;sted-7", "scope": "each",
                "kind": kind, "stated": "yes", "value": number, **texts} for kind, number in kinds]  # fmt: skip
    milestones = [{"feature": "park", "date": f"{year}-01-01", "date_precision": precision,
                   "status": status, "pin": "yes", "source": "kilde", **texts}
                  for year, precision, status in ((1960, "decade", "open"), (2016, "two_years", "event"),
                                                  (2030, "season", "expected"))]  # fmt: skip
    offer = {"id": "tilbud", "features": "skole", "status": "running", "name_da": "y" * 90,
             "name_en": "{name}", "source": "kilde", **texts}  # fmt: skip
    activity = {"id": "indsats", "theme": "et", "name_da": NAMES[-3], "name_en": "@ref", "listed": "text",
                "heading": "#let", "result_da": "z" * 120, "result_en": "$x$", "milestones_met": "yes",
                "figures_da": "1 forløb", "figures_en": "1 course",
                "continues_2025_29": "not stated"}  # fmt: skip
    found = content(
        NAMES, _YEARS, "~" * 60, goals=[goal], targets=targets, milestones=milestones, offers=[offer],
        activities=[activity], more=[place("plan", "*Fed* plan", "plan")],
        sources=[{"id": "kilde", "kind": "news", "publisher": "x" * 120,
                  "url": f"https://by.example/{'a' * 200}", **texts}],
        observations=[value("serie-0", f"sted-{n}", 2019 + n % 3, n * 4) for n in range(9)],
        layers={"parks": [feature("park", "{place}" * 12, "park", block(1, 9, 4))],
                "places": [feature("skole", "w" * 80, "school",
                                   {"type": "Point", "coordinates": at(3, 3)})]},
    )  # fmt: skip
    claim = {"quote": "x" * 90, "place_da": "T", "place_en": "T", "text_en": "~" * 90}
    return found | {"as_of": 2016, "described": found["described"] | {"claims": [claim]}}


def _streets() -> Any:
    """Imported streets, a path to come, a school and a lake; figures without a year."""
    undated = value("serie-0", "sted-0", 2020, 7, period="", role="baseline")
    ways = [feature("v", "", "path", line((-1, 1.5), (9, 1.5))), feature("u", "", "path", line((1.5, -1), (1.5, 4)))]  # fmt: skip
    for way in ways:
        way["properties"] = {"kind": "path", "from": "", "to": "", "status": ""}
    milestone = {"feature": "sti", "date": "2022-06-01", "date_precision": "month", "status": "open",
                 "text_da": "Åben", "text_en": "Open", "source": "kilde"}  # fmt: skip
    found = content(
        ["Nord", "Syd", "Øst"], observations=[undated], milestones=[milestone],
        sources=[{"id": "kilde", "kind": "own", "text_da": "Egen", "text_en": "Own"}],
        layers={"places": [feature("skole", "Skolen", "school",
                                   {"type": "Point", "coordinates": at(5, 1.6)})],
                "paths": [feature("sti", "Stien", "path", line((1.5, 4), (5, 1.5)))],
                "water": [feature("soe", "Søen", "lake", block(6, 3, 2))]},
    )  # fmt: skip
    return found | {"network": {"type": "FeatureCollection", "features": ways}}


#: By name, in the order in which they are easiest to understand.
SAMPLE = {"bare": BARE, "one-year": _one_year(), "streets": _streets(), "forty": _forty(), "odd": _odd()}  # fmt: skip
