"""Find the targets that are judged otherwise in another package."""

from collections import Counter
from itertools import chain

from geodata.difference.changes import VerdictChange
from geodata.package.package import Package
from geodata.verdicts import Judgement, judge

#: Goal, series, kind and places of a target, and which of several such it is.
_Identity = tuple[str, str, str, tuple[str, ...], int]


def changed_verdicts(old: Package, new: Package) -> tuple[VerdictChange, ...]:
    """Return the judgements whose verdict or reason differs, by goal, series, kind and places."""
    was, now = _judged(old), _judged(new)
    names = sorted({*chain(was, now)})
    return tuple(
        VerdictChange(*name[:-1], was.get(name), now.get(name))
        for name in names
        if _said(was.get(name)) != _said(now.get(name))
    )


def _said(judgement: Judgement | None) -> object:
    return judgement and (judgement.verdict, judgement.reason, judgement.before)


def _judged(package: Package) -> dict[_Identity, Judgement]:
    """The judgements by what they are of: a target for each of its places has one for each."""
    seen: Counter[tuple[str, str, str, tuple[str, ...]]] = Counter()
    found: dict[_Identity, Judgement] = {}
    for judgement in judge(package):
        target = judgement.target
        name = (target.goal, target.indicator, target.kind, judgement.geographies)
        found[*name, seen[name]] = judgement
        seen[name] += 1
    return found
