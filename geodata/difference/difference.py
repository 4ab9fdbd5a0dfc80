"""Tell exactly what changed between two packages."""

from dataclasses import replace

from geodata.difference.changes import Difference
from geodata.difference.classes import changed_classes
from geodata.difference.features import changed_features
from geodata.difference.findings import changed_findings
from geodata.difference.hidden import without_hidden
from geodata.difference.rows import changed_fields, changed_rows, changed_values
from geodata.difference.verdicts import changed_verdicts, touched_series
from geodata.package.package import Package
from geodata.rules.quality import find


def difference(old: Package, new: Package) -> Difference:
    """Return what changed from one package to another; nothing for a package and itself.

    What is hidden in the newer one is told with no value, though the older one may have it. Shapes are measured in EPSG:25832, in metres and hectares.
    """
    old = without_hidden(old, new)
    # Found once: whatever is looked at below is a part of what they were found in.
    old, new = (replace(package, findings=find(package)) for package in (old, new))
    about = changed_fields(old.descriptor, new.descriptor)
    values, rows = changed_values(old, new), changed_rows(old, new)
    findings = changed_findings(old, new)
    touched = touched_series(about, values, rows, findings)
    if touched is not None:
        touched |= {one.indicator for one in {*old.all_breaks} ^ {*new.all_breaks}}
    return Difference(
        old=old.descriptor,
        new=new.descriptor,
        about=about,
        values=values,
        rows=rows,
        features=changed_features(old, new),
        findings=findings,
        verdicts=changed_verdicts(old, new, touched),
        classes=changed_classes(old, new, touched),
    )
