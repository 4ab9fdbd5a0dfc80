"""Find what rules say of one package only: findings that came or went."""

from geodata.difference.changes import FindingChange
from geodata.package.package import Package
from geodata.rules.quality import find
from geodata.tables.findings import Finding

_Identity = tuple[tuple[str, ...], int, str, str, tuple[tuple[str, ...], ...]]


def changed_findings(old: Package, new: Package) -> tuple[FindingChange, ...]:
    """Return the findings that only one package has, by the value they speak of.

    A finding is the same where rule, severity, detail and the values it names are; whether
    the value itself changed is told of the value.
    """
    was, now = ({_identity(finding): finding for finding in find(p)} for p in (old, new))
    return tuple(
        FindingChange(now[one], came=True) if one in now else FindingChange(was[one], came=False)
        for one in sorted(was.keys() ^ now.keys())
    )


def _identity(finding: Finding) -> _Identity:
    related = tuple(other.key for other in finding.related)
    return (finding.observation.key, -finding.severity, finding.rule, finding.detail, related)
