"""Check what no table schema can say: references in lists, periods, units, shapes, the clock."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields

from geodata.package.observation_checks import collision_faults, observation_faults, unplain_cells
from geodata.package.package import Package
from geodata.package.remark_checks import blank_faults, remark_faults
from geodata.package.source_checks import source_faults, unknown_sources
from geodata.reading.faults import Fault, shown
from geodata.reading.places import LAYERS
from geodata.tables.observations import in_columns
from geodata.tables.records import (
    YEARS_MORE,
    Blank,
    Indicator,
    Milestone,
    Remark,
    Source,
    Target,
    split_list,
)

_HTML = re.compile(r"<\s*[a-zA-Z/!]|&#|&[a-zA-Z]+;")
#: Control characters, marks that turn the reading direction, and halves of a character.
_UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
#: Quotes of the source, which keep whatever was printed.
_VERBATIM = {"source_text"}
_TABLES = (
    "goals", "indicators", "observations", "targets", "breaks", "geographies", "aliases",
    "memberships", "milestones", "figures", "activities", "evaluation", "offers", "sources",
    "blanks", "remarks",
)  # fmt: skip


@dataclass(frozen=True)
class Draft:
    """A package as far as it can be read: rows and layers with faults of their own left out.

    `numbers` holds each kept row's place in its file, `broken` the names of the tables and
    layers that something was left out of.
    """

    package: Package
    numbers: Mapping[str, Sequence[int]]
    broken: frozenset[str]


def check_consistency(draft: Draft) -> list[Fault]:
    """Return every fault that shows only when tables and layers are seen together.

    A check whose answer depends on a broken table or layer is left out: what it would miss
    is named already, and what it would add could be wrong.
    """
    layers = frozenset(LAYERS)
    checks: tuple[tuple[Callable[[Draft], Iterable[Fault]], frozenset[str]], ...] = (
        (_texts, frozenset()),
        (_observations, frozenset()),
        (_clock_collisions, frozenset()),
        (_lists, frozenset({"geographies"})),
        (_target_series, frozenset({"indicators"})),
        (_added_series, frozenset({"indicators"})),
        (_target_values, frozenset({"indicators"})),
        (_area_shapes, frozenset({"geographies", "areas"})),
        (_feature_ids, frozenset()),
        (_feature_references, layers | {"geographies"}),
        (_offers, layers),
        (_milestone_dates, frozenset()),
        (_source_references, frozenset({"sources"})),
        (_descriptor, frozenset({"indicators", "geographies"})),
        (_memberships, frozenset({"geographies"})),
        (_members, frozenset({"geographies"})),
        (_own_municipalities, frozenset({"geographies"})),
        (_spans, frozenset()),
        (_sources, frozenset({"sources"})),
        (_blanks, frozenset({"observations"})),
        (_remarks, layers | {"indicators", "activities", "goals", "geographies"}),
    )
    return [f for check, needs in checks if not needs & draft.broken for f in check(draft)]


def _rows(draft: Draft, table: str) -> Iterator[tuple[str, object]]:
    records = getattr(draft.package, table)
    for number, record in zip(draft.numbers[table], records, strict=True):
        yield f"row {number}", record


def _texts(draft: Draft) -> Iterator[Fault]:
    allowed = "plain text, without HTML and control characters"
    for table in _TABLES:
        for where, name, value in _unplain_cells(draft, table):
            yield Fault(f"{table}.csv", where, name.rstrip("_"), shown(value), allowed)
    for layer, frame in draft.package.layers.items():
        for feature, row in frame.drop(columns="geometry").iterrows():
            for column, value in row.items():
                if isinstance(value, str) and _unplain(str(column), value):
                    yield Fault(
                        f"{layer}.geojson", str(feature), str(column), shown(value), allowed
                    )

    words = draft.package.descriptor
    for name, value in (("title_da", words.title_da), ("title_en", words.title_en),
                        ("version", words.version), ("sources", words.source),
                        *(("licenses", licence) for licence in words.licences),
                        *(("contact", text) for text in (astuple(words.contact) if words.contact else ())),
                        *(("visions", text) for v in words.visions for text in astuple(v)),
                        *(("themes", t.name_da) for t in words.themes),
                        *(("themes", t.name_en) for t in words.themes)):  # fmt: skip
        if _unplain(name, value):
            yield Fault("datapackage.json", "", name, shown(value), allowed)


def _unplain_cells(draft: Draft, table: str) -> Iterator[tuple[str, str, str]]:
    """Where a cell is no plain text: row, field and cell."""
    if table == "observations":
        rows = in_columns(draft.package.observations)
        for row, name in unplain_cells(rows, _unplain):
            yield f"row {draft.numbers[table][row]}", name, rows.columns[name][row]
        return
    for where, record in _rows(draft, table):
        for field in fields(record):  # type: ignore[arg-type]
            value = getattr(record, field.name)
            if isinstance(value, str) and _unplain(field.name, value):
                yield where, field.name, value


def _unplain(field: str, value: str) -> bool:
    if _UNPRINTED.search(value):
        return True
    return field not in _VERBATIM and _HTML.search(value) is not None


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
        yield from _unknown_parts(draft, table, field, known, "an id of geographies.csv")


def _unknown_parts(
    draft: Draft, table: str, field: str, known: set[str], allowed: str
) -> Iterator[Fault]:
    for where, record in _rows(draft, table):
        for part in split_list(getattr(record, field)):
            if part not in known:
                yield Fault(f"{table}.csv", where, field, shown(part), allowed)


def _target_series(draft: Draft) -> Iterator[Fault]:
    known = {indicator.id for indicator in draft.package.indicators}
    yield from _unknown_parts(draft, "targets", "indicator", known, "an id of indicators.csv")


def _added_series(draft: Draft) -> Iterator[Fault]:
    """Series that a target adds up must be parts of one whole or counts of one unit."""
    series = {indicator.id: indicator for indicator in draft.package.indicators}
    for where, record in _rows(draft, "targets"):
        parts = [
            series[part] for part in split_list(getattr(record, "indicator", "")) if part in series
        ]
        if len(parts) > 1 and not _addable(parts):
            found = shown(";".join(part.id for part in parts))
            allowed = "different series to add up: shares of one whole, or counts of one unit"
            yield Fault("targets.csv", where, "indicator", found, allowed)


def _addable(parts: Sequence[Indicator]) -> bool:
    kinds = {(part.unit, part.whole_of) for part in parts}
    whole_or_count = parts[0].is_count or bool(parts[0].is_share and parts[0].whole_of)
    return len({part.id for part in parts}) == len(parts) and len(kinds) == 1 and whole_or_count


def _target_values(draft: Draft) -> Iterator[Fault]:
    """Each kind of target needs what it is judged by."""
    polarity = {indicator.id: indicator.polarity for indicator in draft.package.indicators}
    for where, record in _rows(draft, "targets"):
        assert isinstance(record, Target)
        directions = {polarity.get(part, "") for part in split_list(record.indicator)}
        for field, found, allowed in _target_faults(record, directions - {"neutral", ""}):
            yield Fault("targets.csv", where, field, found, f"{allowed} (for {record.kind})")


def _target_faults(target: Target, directions: set[str]) -> Iterator[tuple[str, str, str]]:
    value = shown("" if target.value is None else f"{target.value:g}")
    if target.kind != "off_state_list_by" and not target.indicator:
        yield "indicator", "nothing", "a series"
    if target.kind == "parity_with_municipality" and target.indicator and len(directions) != 1:
        yield "indicator", shown(target.indicator), "a series of which higher or lower is better"
    if target.kind == "direction" and target.value not in (1, -1):
        yield "value", value, "1 or -1"
    if target.kind in ("change_per_year", "at_least") and not target.value:
        yield "value", value, "a number other than 0"
    if target.kind == "off_state_list_by" and target.value != int(target.value or 0):
        yield "value", value, "a year"


def _area_shapes(draft: Draft) -> Iterator[Fault]:
    shapes = set(draft.package.layers["areas"].index)
    areas = {area.id for area in draft.package.areas}
    for area in sorted(areas - shapes):
        yield Fault("geographies.csv", "", "id", f"area {shown(area)} without a polygon",
                    "a feature with this id in areas.geojson")  # fmt: skip
    for feature in sorted(shapes - areas):
        yield Fault("areas.geojson", shown(feature), "id", "a polygon of no area",
                    "the id of a geography of kind area")  # fmt: skip


def _feature_ids(draft: Draft) -> Iterator[Fault]:
    counts = Counter(i for frame in draft.package.layers.values() for i in frame.index)
    for identifier, count in counts.items():
        if count > 1:
            yield Fault(
                "*.geojson", "", "id", f"{shown(identifier)} in {count} layers", "each id once"
            )


def _feature_references(draft: Draft) -> Iterator[Fault]:
    features = {identifier for frame in draft.package.layers.values() for identifier in frame.index}
    plans = {g.id for g in draft.package.geographies if g.kind == "plan"}
    for table, known, more in (
        ("milestones", features, ""),
        ("figures", features | plans, ", or of a plan"),
    ):
        for where, record in _rows(draft, table):
            feature = getattr(record, "feature", "")
            if feature and feature not in known:
                allowed = f"the id of a feature in a layer{more}"
                yield Fault(f"{table}.csv", where, "feature", shown(feature), allowed)


def _offers(draft: Draft) -> Iterator[Fault]:
    known = {identifier for frame in draft.package.layers.values() for identifier in frame.index}
    for where, record in _rows(draft, "offers"):
        for feature in split_list(getattr(record, "features", "")):
            if feature not in known:
                allowed = "ids of features in a layer, joined by ;"
                yield Fault("offers.csv", where, "features", shown(feature), allowed)


def _sources(draft: Draft) -> Iterator[Fault]:
    yield from source_faults([(w, s) for w, s in _rows(draft, "sources") if isinstance(s, Source)])


def _blanks(draft: Draft) -> Iterator[Fault]:
    rows = [(w, b) for w, b in _rows(draft, "blanks") if isinstance(b, Blank)]
    yield from blank_faults(rows, draft.package)


def _remarks(draft: Draft) -> Iterator[Fault]:
    rows = [(w, r) for w, r in _rows(draft, "remarks") if isinstance(r, Remark)]
    yield from remark_faults(rows, draft.package)


def _milestone_dates(draft: Draft) -> Iterator[Fault]:
    """What is known to some years only begins with the first day of the first of them."""
    for where, record in _rows(draft, "milestones"):
        if not isinstance(record, Milestone) or record.date_precision not in YEARS_MORE:
            continue
        first = "a decade" if record.date_precision == "decade" else "the first year"
        day = record.date
        if (day.month, day.day) != (1, 1) or (record.date_precision == "decade" and day.year % 10):
            yield Fault(
                "milestones.csv",
                where,
                "date",
                str(day),
                f"1 January of {first} (for {record.date_precision})",
            )


def _source_references(draft: Draft) -> Iterator[Fault]:
    """What tables and layers say they know from somewhere must name sources of the package."""
    cells = [(f"{table}.csv", where, getattr(record, "source", ""))
             for table in ("milestones", "figures", "offers", "remarks")
             for where, record in _rows(draft, table)]  # fmt: skip
    cells += [(f"{layer}.geojson", str(feature), cell)
              for layer, frame in draft.package.layers.items()
              for feature, cell in frame["source"].items()]  # fmt: skip
    yield from unknown_sources(cells, draft.package.sources)


def _descriptor(draft: Draft) -> Iterator[Fault]:
    known = {
        "start.indicator": (
            draft.package.descriptor.start_indicator,
            {i.id for i in draft.package.indicators},
        ),
        "start.area": (draft.package.descriptor.start_area, {a.id for a in draft.package.areas}),
    }
    for field, (value, allowed) in known.items():
        if value not in allowed:
            yield Fault("datapackage.json", "", field, shown(value), "an id of this package")
    themes = {theme.id for theme in draft.package.descriptor.themes}
    for table in ("goals", "indicators", "activities", "evaluation"):
        for where, record in _rows(draft, table):
            theme = getattr(record, "theme", "")
            if theme not in themes:
                yield Fault(
                    f"{table}.csv", where, "theme", shown(theme), " or ".join(sorted(themes))
                )
    benchmarks = [g.id for g in draft.package.geographies if g.benchmark]
    if len(benchmarks) > 1:
        yield Fault("geographies.csv", "", "benchmark", ", ".join(benchmarks), "one municipality")


def _memberships(draft: Draft) -> Iterator[Fault]:
    kinds = {geography.id: geography.kind for geography in draft.package.geographies}
    for where, record in _rows(draft, "memberships"):
        for field, kind in (("plan", "plan"), ("geography", "area")):
            identifier = getattr(record, field)
            if kinds[identifier] != kind:
                found = f"{shown(identifier)}, which is a {kinds[identifier]}"
                yield Fault("memberships.csv", where, field, found, f"a geography of kind {kind}")


def _members(draft: Draft) -> Iterator[Fault]:
    """A plan or a sum is made of areas: nothing else has a shape to join."""
    kinds = {geography.id: geography.kind for geography in draft.package.geographies}
    for where, record in _rows(draft, "geographies"):
        for part in split_list(getattr(record, "members", "")):
            if kinds.get(part, "area") != "area":
                found = f"{shown(part)}, which is a {kinds[part]}"
                yield Fault("geographies.csv", where, "members", found, "geographies of kind area")


def _own_municipalities(draft: Draft) -> Iterator[Fault]:
    """A place with a shape, or a sum of such, is held against a comparison group."""
    kinds = {geography.id: geography.kind for geography in draft.package.geographies}
    for where, record in _rows(draft, "geographies"):
        own = getattr(record, "municipality", "")
        if own and kinds[own] != "comparison":
            found, allowed = (
                f"{shown(own)}, which is a {kinds[own]}",
                "a geography of kind comparison",
            )
            yield Fault("geographies.csv", where, "municipality", found, allowed)
        elif own and getattr(record, "kind", "") == "comparison":
            yield Fault(
                "geographies.csv", where, "municipality", shown(own), "nothing (for comparison)"
            )


def _spans(draft: Draft) -> Iterator[Fault]:
    for table in ("memberships", "targets"):
        for where, record in _rows(draft, table):
            first, last = getattr(record, "from_", None), getattr(record, "to_", None)
            if first is not None and last is not None and last < first:
                yield Fault(f"{table}.csv", where, "to", f"{last}, before {first}",
                            "a year no earlier than from")  # fmt: skip
