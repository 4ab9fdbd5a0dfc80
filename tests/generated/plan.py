"""What a plan wants, does and is: targets of every kind, activities, an evaluation, members."""

from hypothesis import strategies as st

from tests.generated.words import Row, each_once, either, names, said, some_of

KINDS = ("parity_with_municipality", "change_per_year", "at_least", "direction",
         "off_state_list_by")  # fmt: skip
THEMES = ("et", "to")
_ADDED = ("count", "full_year_persons")


def goals(draw: st.DrawFn) -> list[Row]:
    """Up to three goals; without one there are no targets."""
    return [
        {"id": f"maal-{n}", "theme": either(draw, *THEMES),
         "level": either(draw, "strategic", "sub"), **said(draw, "text")}
        for n in range(draw(st.integers(0, 3)))
    ]  # fmt: skip


def targets(draw: st.DrawFn, of: list[Row], series: list[Row], places: list[Row]) -> list[Row]:
    """Targets of the goals, judged for areas mostly, stated or derived."""
    if not of:
        return []
    every = [place["id"] for place in places]
    areas = [place["id"] for place in places if place["kind"] == "area"]
    rows = [
        {"goal": either(draw, *of)["id"], "scope": either(draw, "each", "together"),
         "geographies": some_of(draw, either(draw, areas, areas, every), 1, 4),
         "stated": either(draw, "yes", "no"), **_asked(draw, series), **_span(draw),
         **said(draw, "text")}
        for _ in range(draw(st.integers(1, 6)))
    ]  # fmt: skip
    return each_once(rows, "goal", "indicator", "geographies", "kind")


def _asked(draw: st.DrawFn, series: list[Row]) -> Row:
    """A kind that the series can be judged by, with its number."""
    parts = _added(draw, series)
    judged = parts[0]["polarity"] != "neutral" and len({p["polarity"] for p in parts}) == 1
    kind = either(draw, *(KINDS if judged else KINDS[1:]))
    value = {
        "parity_with_municipality": ["", "0"],
        "change_per_year": ["-1.5", "2", "100000"],
        "at_least": ["1", "14", "-3", "99.5"],
        "direction": ["1", "-1"],
        "off_state_list_by": ["2019", "2024", "2100"],
    }[kind]
    without = kind == "off_state_list_by" and draw(st.booleans())
    indicator = "" if without else ";".join(part["id"] for part in parts)
    return {"kind": kind, "value": either(draw, *value), "indicator": indicator}


def _added(draw: st.DrawFn, series: list[Row]) -> list[Row]:
    """One series, or two that may be added up."""
    first = either(draw, *series)
    addable = [s for s in series if s["id"] != first["id"] and s["unit"] == first["unit"]
               and s["whole_of"] == first["whole_of"]
               and (s["unit"] in _ADDED or s["whole_of"])]  # fmt: skip
    return [first, either(draw, *addable)] if addable and draw(st.booleans()) else [first]


def _span(draw: st.DrawFn) -> Row:
    first = either(draw, "", "2018", "2019", "2022")
    return {"from": first, "to": either(draw, "", "2022", "2023", "2040")}


def activities(draw: st.DrawFn) -> list[Row]:
    """What was done, with and without figures, told by the report in three ways."""
    return [
        {"id": f"aktivitet-{n}", "theme": either(draw, *THEMES), "heading": draw(names),
         "listed": either(draw, "result_table", "text", "next_plan"),
         "figures_da": either(draw, "", "3 forløb;5 børn"),
         "figures_en": either(draw, "", "3 courses;5 children"),
         "milestones_met": either(draw, "yes", "not stated"),
         "continues_2025_29": either(draw, "yes", "not stated"),
         "url": either(draw, "", "https://by.example/a?b=c&d='e'"), **said(draw, "name", "result")}
        for n in range(draw(st.integers(0, 3)))
    ]  # fmt: skip


def evaluation(draw: st.DrawFn) -> list[Row]:
    """Figures of an evaluation, of any kind and unit, with odd denominators."""
    rows = [
        {"project": either(draw, "Et", "To"), "measure": either(draw, "trivsel", "maal-to"),
         "theme": either(draw, *THEMES), "kind": either(draw, "level", "change", "share_of"),
         "value": either(draw, "-0.4", "0", "49", "1300000"),
         "denominator": either(draw, "", "0", "14", "0.5"),
         "unit": either(draw, "percent", "percentage_points", "score", "persons", "dkk", "courses"),
         "period": either(draw, "", "2023-2025", "sommer"), "source_text": draw(names),
         "moment": either(draw, "", "before", "after"), **said(draw, "group", "text"),
         **(said(draw, "comparison") if draw(st.booleans()) else {})}
        for _ in range(draw(st.integers(0, 4)))
    ]  # fmt: skip
    return each_once(rows, "project", "measure", "group_da", "period", "moment")


def breaks(draw: st.DrawFn, series: list[Row], places: list[Row]) -> list[Row]:
    """New definitions, for all places or for some."""
    every = [place["id"] for place in places]
    rows = [
        {"indicator": either(draw, *series)["id"], "geographies": some_of(draw, every),
         "date": either(draw, "2019-01-01", "2020-08-01", "2023-01-01", "1950-05-05"),
         **said(draw, "text")}
        for _ in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    return each_once(rows, "indicator", "date", "geographies")


def memberships(draw: st.DrawFn, places: list[Row]) -> list[Row]:
    """Areas in plans: for good, for some years, before or after the clock."""
    plans = [place["id"] for place in places if place["kind"] == "plan"]
    areas = [place["id"] for place in places if place["kind"] == "area"]
    rows = [
        {"plan": either(draw, *plans), "geography": either(draw, *areas),
         "from": either(draw, "1990", "2019", "2021"),
         "to": either(draw, "", "2021", "2022", "2090"),
         "extent": either(draw, "all", "selected", "not stated")}
        for _ in range(draw(st.integers(0, 4)) if plans else 0)
    ]  # fmt: skip
    return each_once(rows, "plan", "geography")


def aliases(draw: st.DrawFn, places: list[Row]) -> list[Row]:
    """Other names of places."""
    rows = [
        {"alias": draw(names), "geography": either(draw, *places)["id"]}
        for _ in range(draw(st.integers(0, 2)))
    ]
    return each_once(rows, "alias")
