"""What a source leaves out or says in two ways: cells without a figure, and remarks."""

from hypothesis import strategies as st

from geodata.tables.periods import clock_year
from tests.generated.town import known_from
from tests.generated.words import Row, each_once, either, names, said, some_of

#: The tables whose rows a remark may be about, beside features.
TABLES = ("indicators", "activities", "goals", "geographies")


def blanks(draw: st.DrawFn, known: dict[str, list[Row]], years: range) -> list[Row]:
    """Cells of every kind that no figure contradicts."""
    rows = [_blank(draw, known, years) for _ in range(draw(st.integers(0, 4)))]
    return each_once([row for row in rows if row], "indicator", "geography", "period", "kind")


def _blank(draw: st.DrawFn, known: dict[str, list[Row]], years: range) -> Row:
    series, place = (
        either(draw, *known["indicators"])["id"],
        either(draw, *known["geographies"])["id"],
    )
    figures = [o for o in known["observations"]
               if (o["indicator"], o["geography"]) == (series, place)]  # fmt: skip
    printed = {clock_year(o["period"]) for o in figures} - {None}
    free = [year for year in years if year not in printed]
    possible = {
        "no_comparison": [] if figures else [""],
        "empty": [str(year) for year in free],
        "no_later": [str(max(printed, default=years[0]))],
    }
    kind = either(draw, *(kind for kind, periods in possible.items() if periods))
    return {
        "indicator": series, "geography": place, "period": either(draw, *possible[kind]),
        "kind": kind, "source_table": "T", "source_row": draw(names), "source_column": "K",
        "source_text": "" if kind == "empty" else draw(names),
    }  # fmt: skip


def remarks(draw: st.DrawFn, known: dict[str, list[Row]], features: list[str]) -> list[Row]:
    """Remarks on rows of every table, on features, and on figures of some places and a year."""
    ids = {table: [row["id"] for row in known.get(table, [])] for table in TABLES}
    ids = {table: own for table, own in {**ids, "features": features}.items() if own}
    rows = []
    for number in range(draw(st.integers(0, 4)) if known["sources"] else 0):
        table = either(draw, *ids)
        some = draw(st.booleans()) and table == "indicators"
        rows.append({
            "id": f"bemaerkning-{number}", "table": table, "about": some_of(draw, ids[table], 1, 5),
            "geographies": some_of(draw, ids["geographies"]) if some else "",
            "period": either(draw, "", "2023", "2022/23") if some else "",
            "source": known_from(draw, known["sources"]), "place": draw(names),
            **said(draw, "text"),
        })  # fmt: skip
    return [row for row in rows if row["source"]]
