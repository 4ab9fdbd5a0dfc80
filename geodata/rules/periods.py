"""Find periods that a series prints in two ways, which may be two kinds of period."""

from collections.abc import Iterator

import numpy as np

from geodata.tables.columns import combined
from geodata.tables.facts import Facts, Ints
from geodata.tables.findings import Finding, Located, Severity

_NO_FORM, _SLASH, _DASH = range(3)


def period_forms(facts: Facts) -> Iterator[Located]:
    """A note for each figure of the rarer form, where a series has 2018-2019 and 2023/24.

    The first may be two calendar years, the second one year across New Year. Words for a
    period are no form of their own. `detail` is a period in the other form, as printed.
    """
    forms = _forms(facts)
    count = len(facts.indicators)
    slashes, dashes = (np.bincount(facts.indicator[forms == form], minlength=count)
                       for form in (_SLASH, _DASH))  # fmt: skip
    for series in np.flatnonzero((slashes > 0) & (dashes > 0)).tolist():
        rarer, other = (_SLASH, _DASH) if slashes[series] <= dashes[series] else (_DASH, _SLASH)
        own = facts.indicator == series
        example = _printed(facts, int(np.flatnonzero(own & (forms == other))[0]))
        for row in np.flatnonzero(own & (forms == rarer)).tolist():
            o = facts.observations[row]
            yield row, Finding("period_forms", Severity.NOTE, o, (), example)


def _printed(facts: Facts, row: int) -> str:
    o = facts.observations[row]
    return o.source_period or o.period


def _forms(facts: Facts) -> Ints:
    """How each figure's two years are printed; asked once for each different pair of cells."""
    columns = [facts.observations.columns[name] for name in ("period", "source_period")]
    keys = combined([(c.codes, len(c.distinct)) for c in columns])
    _, first, each = np.unique(keys, return_index=True, return_inverse=True)
    found = [_form(*(str(c[int(row)]) for c in columns)) for row in first]
    return np.array(found, np.int64)[each]


def _form(period: str, printed: str) -> int:
    text = printed or period
    if "/" not in period or any(letter.isalpha() for letter in text):
        return _NO_FORM
    return _DASH if "-" in text else _SLASH
