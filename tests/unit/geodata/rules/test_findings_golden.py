"""Every finding of the shipped package, line by line: what makes rules quicker changes none of them.

`tests/golden/findings.csv` was written by `written` below; where a rule or a figure is meant to
change, the difference of the file says exactly what became of which value.
"""

import csv
import io
from pathlib import Path

from geodata.rules.quality import find
from geodata.tables.findings import Finding

GOLDEN = Path(__file__).parents[3] / "golden" / "findings.csv"


def written(findings: tuple[Finding, ...]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("rule", "severity", "observation", "value", "detail", "related"))
    for f in findings:
        related = " + ".join("/".join(o.key) for o in f.related)
        o = f.observation
        writer.writerow(
            (f.rule, f.severity.name.lower(), "/".join(o.key), o.value, f.detail, related)
        )
    return file.getvalue()


def test_randers_has_these_findings_and_no_others(randers):
    assert written(find(randers)) == GOLDEN.read_text(encoding="utf-8")
