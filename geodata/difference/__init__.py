"""What changed between two packages: values, rows, outlines, findings, verdicts; and how it is told."""
