"""Check what no table schema can say: references in lists, periods, units, shapes, the clock."""

from collections.abc import Callable, Iterable, Iterator

from geodata.package.draft import Draft, kept_rows, unknown_parts
from geodata.package.feature_checks import (
    area_shapes,
    feature_ids,
    feature_references,
    milestone_dates,
    offers,
)
from geodata.package.geography_checks import members, memberships, own_municipalities
from geodata.package.observation_checks import collision_faults, observation_faults
from geodata.package.outline_checks import figures_without_area, outline_faults
from geodata.package.package import Package
from geodata.package.remark_checks import blank_faults, remark_faults
from geodata.package.source_checks import source_faults, unknown_sources
from geodata.package.target_checks import added_series, target_series, target_values
from geodata.package.text_checks import texts
from geodata.reading.faults import Fault, shown
from geodata.reading.places import LAYERS
from geodata.tables.observations import in_columns
from geodata.tables.records import Blank, Remark, Source


def check_consistency(draft: Draft) -> list[Fault]:
    """Return every fault that shows only when tables and layers are seen together.

    A check whose answer depends on a broken table or layer is left out: what it would miss
    is named already, and what it would add could be wrong.
    """
    layers = frozenset(LAYERS)
    checks: tuple[tuple[Callable[[Draft], Iterable[Fault]], frozenset[str]], ...] = (
        (texts, frozenset()),
        (_observations, frozenset()),
        (_clock_collisions, frozenset()),
        (_lists, frozenset({"geographies"})),
        (target_series, frozenset({"indicators"})),
        (added_series, frozenset({"indicators"})),
        (target_values, frozenset({"indicators"})),
        (area_shapes, frozenset({"geographies", "areas"})),
        (feature_ids, frozenset()),
        (outline_faults, layers),
        (figures_without_area, frozenset({"areas", "geographies"})),
        (feature_references, layers | {"geographies"}),
        (offers, layers),
        (milestone_dates, frozenset()),
        (_source_references, frozenset({"sources"})),
        (_descriptor, frozenset({"indicators", "geographies"})),
        (memberships, frozenset({"geographies"})),
        (members, frozenset({"geographies"})),
        (own_municipalities, frozenset({"geographies"})),
        (_spans, frozenset()),
        (_sources, frozenset({"sources"})),
        (_blanks, frozenset({"observations"})),
        (_remarks, layers | {"indicators", "activities", "goals", "geographies"}),
    )
    return [f for check, needs in checks if not needs & draft.broken for f in check(draft)]


def _observations(draft: Draft) -> Iterator[Fault]:
    package, numbers = draft.package, draft.numbers["observations"]
    clock = range(package.descriptor.first_year, package.descriptor.last_year + 1)
    yield from observation_faults(
        in_columns(package.observations), numbers, package.indicators, clock
    )


def _clock_collisions(draft: Draft) -> Iterator[Fault]:
    rows = in_columns(draft.package.observations)
    yield from collision_faults(rows, draft.numbers["observations"])


def _lists(draft: Draft) -> Iterator[Fault]:
    known = {geography.id for geography in draft.package.geographies}
    cells = (("targets", "geographies"), ("breaks", "geographies"), ("geographies", "members"))
    for table, field in cells:
        yield from unknown_parts(draft, table, field, known, "an id of geographies.csv")


def _sources(draft: Draft) -> Iterator[Fault]:
    yield from source_faults(
        [(w, s) for w, s in kept_rows(draft, "sources") if isinstance(s, Source)]
    )


def _blanks(draft: Draft) -> Iterator[Fault]:
    rows = [(w, b) for w, b in kept_rows(draft, "blanks") if isinstance(b, Blank)]
    yield from blank_faults(rows, draft.package)


def _remarks(draft: Draft) -> Iterator[Fault]:
    rows = [(w, r) for w, r in kept_rows(draft, "remarks") if isinstance(r, Remark)]
    yield from remark_faults(rows, draft.package)


def _source_references(draft: Draft) -> Iterator[Fault]:
    """What tables and layers say they know from somewhere must name sources of the package."""
    cells = [(f"{table}.csv", where, getattr(record, "source", ""))
             for table in ("milestones", "figures", "offers", "remarks")
             for where, record in kept_rows(draft, table)]  # fmt: skip
    cells += [(f"{layer}.geojson", str(feature), cell)
              for layer in draft.package.layers
              for feature, cell in draft.package.every_outline(layer)["source"].items()]  # fmt: skip
    yield from unknown_sources(cells, draft.package.sources)


def _descriptor(draft: Draft) -> Iterator[Fault]:
    yield from _start(draft.package)
    yield from _themes(draft)
    benchmarks = [g.id for g in draft.package.geographies if g.benchmark]
    if len(benchmarks) > 1:
        yield Fault("geographies.csv", "", "benchmark", ", ".join(benchmarks), "one municipality")


def _start(package: Package) -> Iterator[Fault]:
    """What is shown first, of which there must be something."""
    if not package.indicators:
        yield Fault("indicators.csv", "", "", "no series yet",
                    "a row for each series; what stands in which column: docs/new-town.md")  # fmt: skip
    series, areas = {i.id for i in package.indicators}, {a.id for a in package.areas}
    first = package.descriptor
    for field, value, allowed in (("start.indicator", first.start_indicator, series),
                                  ("start.area", first.start_area, areas)):  # fmt: skip
        if value and value not in allowed:
            yield Fault("datapackage.json", "", field, shown(value), "an id of this package")


def _themes(draft: Draft) -> Iterator[Fault]:
    themes = {theme.id for theme in draft.package.descriptor.themes}
    for table in ("goals", "indicators", "activities", "evaluation"):
        for where, record in kept_rows(draft, table):
            theme = getattr(record, "theme", "")
            if theme not in themes:
                yield Fault(
                    f"{table}.csv", where, "theme", shown(theme), " or ".join(sorted(themes))
                )


def _spans(draft: Draft) -> Iterator[Fault]:
    for table in ("memberships", "targets"):
        for where, record in kept_rows(draft, table):
            first, last = getattr(record, "from_", None), getattr(record, "to_", None)
            if first is not None and last is not None and last < first:
                yield Fault(f"{table}.csv", where, "to", f"{last}, before {first}",
                            "a year no earlier than from")  # fmt: skip
