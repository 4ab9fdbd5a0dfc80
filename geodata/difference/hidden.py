"""Leave out of an older package what is hidden in the newer one: a difference tells no value of it."""

from dataclasses import replace

import numpy as np

from geodata.package.package import Package
from geodata.tables.columns import combined
from geodata.tables.observations import in_columns


def without_hidden(old: Package, new: Package) -> Package:
    """Return the older package without the figures that are hidden in the newer one.

    Findings that were known are known no more: they are those of all figures.
    """
    hidden = {(b.indicator, b.geography, b.period) for b in new.blanks if b.kind == "hidden"}
    if not hidden:
        return old
    observations = in_columns(old.observations)
    columns = [observations.columns[name] for name in ("indicator", "geography", "period")]
    names = combined([(column.codes, len(column.distinct)) for column in columns])
    _, first, of = np.unique(names, return_index=True, return_inverse=True)
    shown = [tuple(column[row] for column in columns) not in hidden for row in first.tolist()]
    kept = np.flatnonzero(np.array(shown, bool)[of])
    if len(kept) == len(observations):
        return old
    return replace(old, observations=observations.only(kept), findings=None)
