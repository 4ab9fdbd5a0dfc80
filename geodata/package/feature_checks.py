"""Check that features and what refers to them agree: shapes, ids, offers, milestones."""

from collections import Counter
from collections.abc import Iterator

from geodata.package.draft import Draft, kept_rows
from geodata.reading.faults import Fault, shown
from geodata.tables.records import YEARS_MORE, Milestone, split_list


def area_shapes(draft: Draft) -> Iterator[Fault]:
    """Find areas without a shape, and shapes of no area."""
    shapes = set(draft.package.layers["areas"].index)
    areas = {area.id for area in draft.package.areas}
    for area in sorted(areas - shapes):
        yield Fault("geographies.csv", "", "id", f"area {shown(area)} without a polygon",
                    "a feature with this id in areas.geojson")  # fmt: skip
    for feature in sorted(shapes - areas):
        yield Fault("areas.geojson", shown(feature), "id", "a polygon of no area",
                    "the id of a geography of kind area")  # fmt: skip


def feature_ids(draft: Draft) -> Iterator[Fault]:
    """Find ids that stand in more than one layer."""
    counts = Counter(i for frame in draft.package.layers.values() for i in frame.index)
    for identifier, count in counts.items():
        if count > 1:
            yield Fault(
                "*.geojson", "", "id", f"{shown(identifier)} in {count} layers", "each id once"
            )


def feature_references(draft: Draft) -> Iterator[Fault]:
    """Find rows that speak of no feature."""
    features = {identifier for frame in draft.package.layers.values() for identifier in frame.index}
    plans = {g.id for g in draft.package.geographies if g.kind == "plan"}
    for table, known, more in (
        ("milestones", features, ""),
        ("figures", features | plans, ", or of a plan"),
    ):
        for where, record in kept_rows(draft, table):
            feature = getattr(record, "feature", "")
            if feature and feature not in known:
                allowed = f"the id of a feature in a layer{more}"
                yield Fault(f"{table}.csv", where, "feature", shown(feature), allowed)


def offers(draft: Draft) -> Iterator[Fault]:
    """Find offers at no place."""
    known = {identifier for frame in draft.package.layers.values() for identifier in frame.index}
    for where, record in kept_rows(draft, "offers"):
        for feature in split_list(getattr(record, "features", "")):
            if feature not in known:
                allowed = "ids of features in a layer, joined by ;"
                yield Fault("offers.csv", where, "features", shown(feature), allowed)


def milestone_dates(draft: Draft) -> Iterator[Fault]:
    """What is known to some years only begins with the first day of the first of them."""
    for where, record in kept_rows(draft, "milestones"):
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
