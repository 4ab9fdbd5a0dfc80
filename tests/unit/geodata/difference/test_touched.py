"""Only targets that may be judged otherwise are judged, and none is missed for it."""

import pytest

from geodata.difference.difference import difference
from geodata.difference.findings import changed_findings
from geodata.difference.rows import changed_values
from geodata.difference.verdicts import changed_verdicts, touched_series
from geodata.verdicts import judge
from tests.packages_editing import with_value

CHANGES = [
    ("sprog-fokuseret", "jennumparken", "2025", 1.0), ("karakterer-9-klasse", "randers-kommune", "2024", 2.0),
    ("udsaettelser", "energivej", "2023/24", 0.0), ("skolefravaer", "vangdalen", "2021/22", 9.0),
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change[0])
def test_no_changed_verdict_is_missed(randers, change):
    *key, value = change
    new = with_value(randers, *key, value=value)
    assert difference(randers, new).verdicts == changed_verdicts(randers, new)


def test_one_value_touches_its_series_and_those_that_findings_speak_of(randers):
    new = with_value(randers, "skolefravaer", "vangdalen", "2021/22", value=9.0)
    values, findings = changed_values(randers, new), changed_findings(randers, new)
    assert touched_series((), values, (), findings) == {"skolefravaer"}


def test_a_package_that_says_otherwise_of_itself_touches_every_series(tinytown):
    about = difference(tinytown, tinytown).about
    assert touched_series(about, (), (), ()) == set()
    assert touched_series([object()], (), (), ()) is None


def test_untouched_targets_are_not_judged(monkeypatch, randers):
    asked = []

    def counted(package):
        asked.append(len(package.targets))
        return judge(package)

    monkeypatch.setattr("geodata.difference.verdicts.judge", counted)
    new = with_value(randers, "skolefravaer", "vangdalen", "2021/22", value=9.0)
    difference(randers, new)
    assert asked
    assert max(asked) < len(randers.targets) / 4
