"""Judge the plan's targets on the printed figures, as far as they carry and no further."""

from geodata.figures.points import Block
from geodata.verdicts.judge import judge
from geodata.verdicts.judgement import (
    Caveat,
    CaveatCode,
    Checked,
    Judgement,
    Readings,
    Reason,
    Step,
    Verdict,
)

__all__ = [
    "Block",
    "Caveat",
    "CaveatCode",
    "Checked",
    "Judgement",
    "Readings",
    "Reason",
    "Step",
    "Verdict",
    "judge",
]
