"""Write small packages by chance: every subset of layers and tables, any shapes and figures."""

import csv
import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from geodata.schema import columns
from tests.generated.figures import Row, figures, names, series
from tests.generated.shapes import Json, lines, points, polygons

#: Tables and layers by name; what a package does without is not among them.
Content = dict[str, Any]
_STATUSES = ("idea", "planned", "approved", "building", "open", "expected", "closed", "event",
             "off_state_list")  # fmt: skip


@st.composite
def packages(draw: st.DrawFn) -> Content:
    """The content of a package, to be written by `write`."""
    first = draw(st.sampled_from([2019, 2023]))
    years = range(first, first + draw(st.sampled_from([1, 2, 8])))
    count = draw(st.sampled_from([1, 1, 2, 3, 7, 40]))
    shapes = draw(st.lists(polygons(), min_size=min(count, 3), max_size=min(count, 3)))
    layers = {"areas": [_feature(draw, f"sted-{n}", "area", shapes[n % len(shapes)])
                        for n in range(count)]}  # fmt: skip
    layers |= _other_layers(draw, shapes)
    places = draw(_geographies(count))
    tables: dict[str, list[Row]] = {"geographies": places}
    tables |= _series_tables(draw, [place["id"] for place in places], years)
    tables |= _other_tables(draw, layers, places, years)
    return {"tables": tables, "layers": layers, "years": years, "name": draw(names),
            "as_of": draw(st.sampled_from([years[0] - 1, years[-1], years[-1] + 1]))}  # fmt: skip


def _feature(draw: st.DrawFn, identifier: str, kind: str, shape: Json) -> Json:
    properties = {
        "id": identifier, "name": draw(names), "kind": kind, "basis_da": "tegnet",
        "basis_en": "drawn", "confidence": draw(st.sampled_from(["exact", "schematic"])),
        "error_m": draw(st.sampled_from([0, 5, 70, 600])),
    }  # fmt: skip
    return {"type": "Feature", "properties": properties, "geometry": shape}


def _other_layers(draw: st.DrawFn, outlines: list[Json]) -> dict[str, list[Json]]:
    kinds = {
        "parks": (polygons(), ["park", "lake"]),
        "places": (points(), ["school", "noget"]),
        "paths": (lines(outlines), ["path", "steps"]),
        "roads": (lines(outlines), ["road", "motorway"]),
        "water": (polygons() | lines(outlines), ["river", "lake"]),
    }
    found = {}
    for layer, (shapes, names_of_kinds) in kinds.items():
        if draw(st.booleans()):
            some = draw(st.lists(shapes, max_size=3))
            found[layer] = [_feature(draw, f"{layer}-{n}", draw(st.sampled_from(names_of_kinds)), s)
                            for n, s in enumerate(some)]  # fmt: skip
    return found


@st.composite
def _geographies(draw: st.DrawFn, count: int) -> list[Row]:
    areas = [_place(draw, f"sted-{n}", "area") for n in range(count)]
    some = st.lists(st.sampled_from([a["id"] for a in areas]), min_size=1, max_size=3, unique=True)
    more = []
    for kind in ("plan", "sum"):
        if draw(st.booleans()):
            more.append(_place(draw, kind, kind) | {"members": ";".join(draw(some))})
    if draw(st.booleans()):
        more.append(_place(draw, "kommune", "comparison") | {"benchmark": "municipality"})
    if draw(st.booleans()):
        more.append(_place(draw, "landet", "comparison"))
    return areas + more


def _place(draw: st.DrawFn, identifier: str, kind: str) -> Row:
    name = draw(names)
    return {"id": identifier, "name_da": name, "name_en": name, "kind": kind}


def _series_tables(draw: st.DrawFn, places: list[str], years: range) -> dict[str, list[Row]]:
    goals = [{"id": f"maal-{n}", "theme": "et", "level": "sub", "text_da": "Mere.",
              "text_en": "More."} for n in range(draw(st.integers(0, 2)))]  # fmt: skip
    known = [goal["id"] for goal in goals]
    rows = [draw(series(n, known)) for n in range(draw(st.integers(1, 3)))]
    values = [value for one in rows for value in draw(figures(one, places, years))]
    return {
        "indicators": rows,
        "observations": _one_a_year(values),
        **({"goals": goals} if goals else {}),
    }


def _one_a_year(rows: list[Row]) -> list[Row]:
    """Each place has one value a year, and one without a year."""
    return list({(r["indicator"], r["geography"], r["period"][-2:]): r for r in rows}.values())


def _other_tables(
    draw: st.DrawFn, layers: dict[str, list[Json]], places: list[Row], years: range
) -> dict[str, list[Row]]:
    features = [f["properties"]["id"] for some in layers.values() for f in some]
    day = f"{years[0]}-03-01"
    texts = {"text_da": draw(names), "text_en": draw(names), "source": "Opdigtet"}
    made = {
        "milestones": [{"feature": draw(st.sampled_from(["", *features])), "date": day,
                        "date_precision": draw(st.sampled_from(["day", "month", "season", "year"])),
                        "status": draw(st.sampled_from(_STATUSES)), "pin": "yes", **texts}],
        "breaks": [{"indicator": "serie-0", "date": day, **texts}],
        "figures": [{"feature": features[-1], "measure": "pris", "value": "1500000.5",
                     "unit": draw(st.sampled_from(["dkk", "hectares"])), **texts}],
        "offers": [{"id": "tilbud", "features": features[0], "status": "running", "name_da": "A",
                    "name_en": "A", **texts}],
        "memberships": [{"plan": p["id"], "geography": places[0]["id"], "from": str(years[0]),
                         "extent": "all"} for p in places if p["kind"] == "plan"],
    }  # fmt: skip
    return {table: rows for table, rows in made.items() if draw(st.booleans())}


def write(folder: Path, content: Content) -> Path:
    """Write a package to an empty folder, and return the folder."""
    resources = []
    for table, rows in content["tables"].items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(
                file, columns(table), extrasaction="ignore", lineterminator="\n"
            )
            writer.writeheader()
            writer.writerows(rows)
        resources.append({"name": table, "path": f"{table}.csv"})
    for layer, features in content["layers"].items():
        collection = {"type": "FeatureCollection", "features": features}
        (folder / f"{layer}.geojson").write_text(json.dumps(collection), encoding="utf-8")
        resources.append({"name": layer, "path": f"{layer}.geojson", "crs": "EPSG:4326"})
    described = json.dumps(_descriptor(content, resources))
    (folder / "datapackage.json").write_text(described, encoding="utf-8")
    return folder


def _descriptor(content: Content, resources: list[Json]) -> Json:
    years, name = content["years"], content["name"]
    return {
        "name": "by", "version": "1", "title_da": name, "title_en": name,
        "as_of": f"{content['as_of']}-12-31", "clock": {"first": years[0], "last": years[-1]},
        "start": {"indicator": "serie-0", "area": "sted-0"}, "sources": [{"title": name}],
        "themes": [{"id": i, "name_da": name, "name_en": name} for i in ("et", "to")],
        "resources": resources,
    }  # fmt: skip
