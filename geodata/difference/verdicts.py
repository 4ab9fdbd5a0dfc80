"""Find the targets that are judged otherwise in another package."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import chain

from geodata.difference.changes import FieldChange, FindingChange, RowChange, VerdictChange
from geodata.package.package import Package
from geodata.package.part import part_of
from geodata.rules.quality import find
from geodata.tables.records import Target, split_list
from geodata.verdicts import Judgement, judge

#: Goal, series, kind and places of a target, and which of several such it is.
_Identity = tuple[str, str, str, tuple[str, ...], int]
#: Tables of which a row is about one series, named first in its key.
_OF_SERIES = ("indicators", "breaks")
#: Tables that verdicts rest on whatever the series.
_OF_ALL = ("geographies", "memberships", "milestones")


def touched_series(
    about: Sequence[FieldChange],
    values: Sequence[RowChange],
    rows: Sequence[RowChange],
    findings: Sequence[FindingChange],
) -> set[str] | None:
    """Return the series whose targets may be judged otherwise after such changes; `None` is all."""
    if about or any(change.table in _OF_ALL for change in rows):
        return None
    return {
        *(change.key[0] for change in values),
        *(change.key[0] for change in rows if change.table in _OF_SERIES),
        *(change.finding.observation.indicator for change in findings),
    }


def changed_verdicts(
    old: Package, new: Package, series: Collection[str] | None = None
) -> tuple[VerdictChange, ...]:
    """Return the judgements whose verdict or reason differs, by goal, series, kind and places.

    Where `series` are named, only targets of these, and those that are others themselves, are
    judged: to judge all of a country takes a minute.
    """
    others = {_kind(target) for target in set(old.targets) ^ set(new.targets)}

    def asked(target: Target) -> bool:
        return (
            series is None
            or _kind(target) in others
            or not set(split_list(target.indicator)).isdisjoint(series)
        )

    was, now = (
        _judged(package, [one for one in package.targets if asked(one)]) for package in (old, new)
    )
    names = sorted({*chain(was, now)})
    return tuple(
        VerdictChange(*name[:-1], was.get(name), now.get(name))
        for name in names
        if _said(was.get(name)) != _said(now.get(name))
    )


def _kind(target: Target) -> tuple[str, str, str]:
    return (target.goal, target.indicator, target.kind)


def _said(judgement: Judgement | None) -> object:
    return judgement and (judgement.verdict, judgement.reason, judgement.before)


def _judged(package: Package, targets: Sequence[Target]) -> dict[_Identity, Judgement]:
    """The judgements by what they are of: a target for each of its places has one for each."""
    if not targets:
        return {}
    series = {one for target in targets for one in split_list(target.indicator)}
    # What rules find rests on all series.
    known = replace(package, findings=find(package), targets=tuple(targets))
    seen: Counter[tuple[str, str, str, tuple[str, ...]]] = Counter()
    found: dict[_Identity, Judgement] = {}
    for judgement in judge(part_of(known, series)):
        name = (*_kind(judgement.target), judgement.geographies)
        found[*name, seen[name]] = judgement
        seen[name] += 1
    return found
