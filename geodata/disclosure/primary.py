"""Say which figures few persons are behind: those that their owner has not printed, and why."""

from collections.abc import Mapping
from enum import StrEnum

from geodata.package.package import Package
from geodata.reading.disclosure_rule import PRINTED, UNPRINTED, DisclosureRule
from geodata.tables.observations import in_columns
from geodata.tables.plausible import EPSILON
from geodata.tables.records import Indicator, Observation


class Why(StrEnum):
    """Why a figure is hidden; the last one is why what few are behind stays hidden."""

    SMALL_COUNT = "small_count"
    SMALL_BASE = "small_base"
    SMALL_PART = "small_part"
    ALL_OR_NONE = "all_or_none"
    BASE_UNKNOWN = "base_unknown"
    PROTECTS = "protects"


def is_unprinted(o: Observation, rule: DisclosureRule) -> bool:
    """Tell whether a figure's owner has not printed it, by its note or what holds without one."""
    if UNPRINTED in o.notes:
        return True
    return rule.unmarked == UNPRINTED and PRINTED not in o.notes


def unprinted_count(package: Package) -> int:
    """Return how many figures of a package their owners have not printed; none without a rule."""
    rule = package.descriptor.disclosure
    return 0 if rule is None else sum(is_unprinted(o, rule) for o in package.observations)


def small_figures(package: Package, rule: DisclosureRule) -> Mapping[int, Why]:
    """Return the rows of the unprinted figures that few persons are behind, in their order."""
    series = {indicator.id: indicator for indicator in package.indicators}
    found = {}
    for row, o in enumerate(in_columns(package.observations)):
        why = _why(o, series[o.indicator], rule) if is_unprinted(o, rule) else None
        if why is not None:
            found[row] = why
    return found


def _why(o: Observation, series: Indicator, rule: DisclosureRule) -> Why | None:
    if series.is_count:
        return Why.SMALL_COUNT if _is_few(o.value, rule) else None
    if o.n is None:
        return Why.BASE_UNKNOWN
    if o.n < rule.minimum_base:
        return Why.SMALL_BASE
    return _why_share(o.value, o.n, rule) if series.is_share else None


def _why_share(share: float, base: int, rule: DisclosureRule) -> Why | None:
    """A share says how many have something, and how many have it not."""
    if share in (0, 100):
        return Why.ALL_OR_NONE if base < rule.minimum_certain else None
    part = share * base / 100
    is_few = _is_few(round(part), rule) or _is_few(base - round(part), rule)
    return Why.SMALL_PART if is_few else None


def _is_few(count: float, rule: DisclosureRule) -> bool:
    return EPSILON < count < rule.minimum_count - EPSILON
