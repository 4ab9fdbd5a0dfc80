"""Tell exactly what changed between two packages."""

from geodata.difference.changes import Difference
from geodata.difference.features import changed_features
from geodata.difference.findings import changed_findings
from geodata.difference.rows import changed_fields, changed_rows, changed_values
from geodata.difference.verdicts import changed_verdicts
from geodata.package.package import Package


def difference(old: Package, new: Package) -> Difference:
    """Return what changed from one package to another; nothing for a package and itself.

    Shapes are measured in EPSG:25832, in metres and hectares.
    """
    return Difference(
        old=old.descriptor,
        new=new.descriptor,
        about=changed_fields(old.descriptor, new.descriptor),
        values=changed_values(old, new),
        rows=changed_rows(old, new),
        features=changed_features(old, new),
        findings=changed_findings(old, new),
        verdicts=changed_verdicts(old, new),
    )
