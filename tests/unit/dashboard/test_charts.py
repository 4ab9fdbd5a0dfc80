"""The plotly figure of every series holds what the package prints, and nothing else."""

import math

import pytest
from plotly import graph_objects as go

from dashboard.charts.lines import line_traces
from dashboard.payload.compare.document import write_compare
from dashboard.pictures.subject import subjects_of
from geodata.rules.quality import by_observation, find, severity_of
from geodata.tables.periods import clock_year
from layers.view import build_view


@pytest.fixture(scope="module")
def subjects(randers):
    return subjects_of(randers, build_view(randers))


def line_figure(subject, indicator):
    """The traces as plotly's own objects, which refuse what plotly does not know."""
    return go.Figure(line_traces(subject, indicator))


def traces(figure, role):
    return [t for t in figure.data if t.meta["role"] == role]


def drawn(figure, role):
    return {(t.meta["geography"], x, y) for t in traces(figure, role)
            for x, y in zip(t.x, t.y, strict=True)}  # fmt: skip


def test_every_printed_value_is_a_point_or_a_cross(randers, subjects):
    findings = by_observation(find(randers))
    counted = 0
    for series in randers.indicators:
        figure = line_figure(subjects["da"], series.id)
        points, crosses = drawn(figure, "points"), drawn(figure, "invalid")
        for o in randers.observations:
            year = clock_year(o.period)
            if o.indicator != series.id or year is None:
                continue
            kind = next(g.kind for g in randers.geographies if g.id == o.geography)
            if series.is_count and kind == "comparison":
                continue
            severity = severity_of(findings.get(o.key, ()))
            invalid = severity is not None and severity.name == "INVALID"
            assert ((o.geography, year, o.value) in crosses) == invalid, o.key
            assert ((o.geography, year, o.value) in points) != invalid, o.key
            counted += 1
    assert counted > 300


def test_no_line_joins_years_that_are_apart_or_a_break(randers, subjects):
    for series in randers.indicators:
        breaks = {b.date.year for b in randers.breaks if b.indicator == series.id}
        for trace in traces(line_figure(subjects["da"], series.id), "line"):
            for start, end, gap in zip(*[iter(trace.x)] * 3, strict=True):
                assert (end - start, gap) == (1, None)
                assert end not in breaks


def test_the_sum_of_three_areas_is_a_line_with_its_target(subjects):
    figure = line_figure(subjects["da"], "uden-for-arbejdsmarkedet")
    total = next(t for t in traces(figure, "points") if "966" not in t.meta["geography"]
                 and list(t.y)[:4] == [956, 864, 919, 964])  # fmt: skip
    assert list(total.x) == [2021, 2022, 2023, 2024, 2025]
    assert list(total.y) == [956, 864, 919, 964, 889]
    assert total.marker.symbol[-1].endswith("-open"), "seven months of 2025"
    (target,) = [t for t in traces(figure, "target") if t.meta == {**total.meta, "role": "target"}]
    assert (target.x[0], target.y[0]) == (2021, 956)
    assert math.isclose(target.y[1], 956 - 20 * (target.x[1] - 2021))


def test_absence_of_2022_is_crossed_and_written(subjects):
    figure = line_figure(subjects["da"], "skolefravaer")
    crosses = {(t.meta["geography"], x, text) for t in traces(figure, "invalid")
               for x, text in zip(t.x, t.text, strict=True)}  # fmt: skip
    assert {(g, x) for g, x, _ in crosses} == {
        (g, 2022) for g in ("glarbjergvej", "hermann-stillings-vej", "vangdalen", "energivej")
    }
    assert {text.replace("\u00a0", " ") for *_, text in crosses} == {"69 %", "25 %", "94 %", "83 %"}


def test_what_is_said_of_a_point_names_place_period_value_and_mark(subjects):
    figure = line_figure(subjects["en"], "skolefravaer")
    said = [text for t in traces(figure, "points") for text in t.customdata]
    assert "Gl. Jennumparken, school year 2022/23: 6.6%" in said


def test_the_document_holds_lists_and_sums(subjects):
    document = write_compare(subjects["da"])
    chart = document["charts"]["uden-for-arbejdsmarkedet"]
    assert all(isinstance(trace["x"], list | tuple) for trace in chart["data"])
    (place,) = document["sums"]["uden-for-arbejdsmarkedet"][2024]
    cell = document["sums"]["uden-for-arbejdsmarkedet"][2024][place]
    assert (cell["text"], len(cell["members"])) == ("964", 3)
