"""Make the content of small packages by chance: every subset of tables and layers."""

from typing import Any

from hypothesis import strategies as st

from tests.generated import gaps, plan, town
from tests.generated.figures import figures, series
from tests.generated.networks import networks
from tests.generated.shapes import Json, lines, points, polygons
from tests.generated.words import Row, either, names, said, some_of

#: Tables and layers by name; what a package does without is not among them.
Content = dict[str, Any]


@st.composite
def packages(draw: st.DrawFn) -> Content:
    """The content of a package, to be written by `writing.write`."""
    first = draw(st.sampled_from([2019, 2023]))
    years = range(first, first + draw(st.sampled_from([8, 2, 1, 40])))
    count = draw(st.sampled_from([3, 1, 2, 7, 40, 1]))
    shapes = draw(st.lists(polygons(), min_size=min(count, 3), max_size=min(count, 3)))
    sources = town.sources(draw)
    layers = {"areas": [_feature(draw, f"sted-{n}", "area", shapes[n % len(shapes)], sources)
                        for n in range(count)]}  # fmt: skip
    layers |= _other_layers(draw, shapes, sources)
    places = _geographies(draw, count)
    tables: dict[str, list[Row]] = {"geographies": places, "sources": sources}
    tables |= _series_tables(draw, [place["id"] for place in places], years)
    tables |= _plan_tables(draw, tables)
    tables |= _town_tables(draw, layers, tables, years)
    made = {"tables": tables, "years": years, "network": draw(networks(shapes)),
            "as_of": draw(st.sampled_from([years[0] - 1, years[-1], years[-1] + 1])),
            "described": _described(draw)}  # fmt: skip
    return {
        **made,
        "layers": {name: _in_time(draw, name, some, years) for name, some in layers.items()},
    }


def _described(draw: st.DrawFn) -> Json:
    """What a descriptor says in words; the last four may be missing."""
    more = {
        "licenses": [{"name": draw(names)}],
        "contact": {"name": draw(names), "address": draw(names), "phone": "12 34 56 78",
                    "url": "https://by.example/?a=b&c='d'"},
        "visions": [{**said(draw, "text"), "quote": draw(names)}],
        "claims": [{"text_en": draw(names), **said(draw, "place"), "quote": draw(names)}],
    }  # fmt: skip
    themes = [{"id": one, **said(draw, "name")} for one in plan.THEMES]
    return {**said(draw, "title"), "sources": [{"title": draw(names)}], "themes": themes,
            **{key: words for key, words in more.items() if draw(st.booleans())}}  # fmt: skip


def _feature(draw: st.DrawFn, identifier: str, kind: str, shape: Json, sources: list[Row]) -> Json:
    properties = {
        "id": identifier, "name": draw(names), "kind": kind, **said(draw, "basis"),
        "confidence": draw(st.sampled_from(["exact", "medium-low", "schematic"])),
        "error_m": draw(st.sampled_from([0, 5, 70, 600])),
    }  # fmt: skip
    more = {
        "name_en": draw(names), **said(draw, "description"), "project": either(draw, "Et", "To"),
        "url": "https://by.example/a?b=c&d=(e)", "class": either(draw, 1, 3, "A", None),
        "source": town.known_from(draw, sources),
    }  # fmt: skip
    properties |= {key: value for key, value in more.items() if draw(st.booleans())}
    return {"type": "Feature", "properties": properties, "geometry": shape}


def _in_time(draw: st.DrawFn, layer: str, features: list[Json], years: range) -> list[Json]:
    """The same features; some have another outline from a year on, or are gone, but for areas."""
    found = []
    for feature in features:
        became = (
            either(draw, "as it is", "as it is", "drawn anew", "gone") if len(years) > 2 else ""
        )
        year = either(draw, *years[1:-1]) if became in ("drawn anew", "gone") else 0
        if not year or (became == "gone" and layer == "areas"):
            found.append(feature)
            continue
        found.append(_changed(feature, valid_to=f"{year}"))
        if became == "drawn anew":
            later = _changed(feature, valid_from=year + 1)
            found.append({**later, "geometry": _drawn_anew(draw, layer, feature["geometry"])})
    return found


def _changed(feature: Json, **times: Any) -> Json:
    return {**feature, "properties": {**feature["properties"], **times}}


def _drawn_anew(draw: st.DrawFn, layer: str, geometry: Json) -> Json:
    return draw(polygons()) if layer in ("areas", "parks") else geometry


def _other_layers(
    draw: st.DrawFn, outlines: list[Json], sources: list[Row]
) -> dict[str, list[Json]]:
    kinds = {
        "parks": (polygons(), ["park", "lake"]),
        "places": (points(), ["school", "library", "noget"]),
        "paths": (lines(outlines), ["path", "steps", "Noget & andet"]),
        "roads": (lines(outlines), ["road", "motorway"]),
        "water": (polygons() | lines(outlines), ["river", "lake"]),
    }
    found = {}
    for layer, (shapes, names_of_kinds) in kinds.items():
        if draw(st.booleans()):
            some = draw(st.lists(shapes, max_size=3))
            found[layer] = [_feature(draw, f"{layer}-{n}", either(draw, *names_of_kinds), s, sources)
                            for n, s in enumerate(some)]  # fmt: skip
    return found


def _geographies(draw: st.DrawFn, count: int) -> list[Row]:
    areas = [_place(draw, f"sted-{n}", "area") for n in range(count)]
    ids = [area["id"] for area in areas]
    more = [_place(draw, identifier, kind) | {"members": some_of(draw, ids)}
            for identifier, kind in (("plan", "plan"), ("plan-to", "plan"), ("sum", "sum"))
            if draw(st.booleans())]  # fmt: skip
    if draw(st.booleans()):
        more.append(_place(draw, "kommune", "comparison") | {"benchmark": "municipality"})
    if draw(st.booleans()):
        more.append(_place(draw, "landet", "comparison"))
    return draw(st.permutations(areas + more)) if draw(st.booleans()) else areas + more


def _place(draw: st.DrawFn, identifier: str, kind: str) -> Row:
    in_text = said(draw, "in_text") if draw(st.booleans()) else {}
    return {"id": identifier, "kind": kind, **said(draw, "name"), **in_text}


def _series_tables(draw: st.DrawFn, places: list[str], years: range) -> dict[str, list[Row]]:
    goals = plan.goals(draw)
    known = [goal["id"] for goal in goals]
    rows = [draw(series(n, known)) for n in range(draw(st.integers(1, 4)))]
    values = [value for one in rows for value in draw(figures(one, places, years))]
    return {"indicators": rows, "observations": _one_a_year(values), "goals": goals}


def _one_a_year(rows: list[Row]) -> list[Row]:
    """Each place has one value a year, and one without a year."""
    return list({(r["indicator"], r["geography"], r["period"][-2:]): r for r in rows}.values())


def _plan_tables(draw: st.DrawFn, known: dict[str, list[Row]]) -> dict[str, list[Row]]:
    series, places = known["indicators"], known["geographies"]
    made = {
        "targets": plan.targets(draw, known["goals"], series, places),
        "activities": plan.activities(draw),
        "evaluation": plan.evaluation(draw),
        "breaks": plan.breaks(draw, series, places),
        "memberships": plan.memberships(draw, places),
        "aliases": plan.aliases(draw, places),
    }
    return {table: rows for table, rows in made.items() if draw(st.booleans())}


def _town_tables(
    draw: st.DrawFn, layers: dict[str, list[Json]], known: dict[str, list[Row]], years: range
) -> dict[str, list[Row]]:
    features = [f["properties"]["id"] for some in layers.values() for f in some]
    plans = [place["id"] for place in known["geographies"] if place["kind"] == "plan"]
    made = {
        "milestones": town.milestones(draw, features, known["sources"], years),
        "figures": town.figures(draw, features + plans, known["sources"]),
        "offers": town.offers(draw, features, known["sources"]),
        "blanks": gaps.blanks(draw, known, years),
        "remarks": gaps.remarks(draw, known, features),
    }
    return {table: rows for table, rows in made.items() if draw(st.booleans())}
