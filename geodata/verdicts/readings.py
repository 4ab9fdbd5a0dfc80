"""Read a doubtful sum both ways: of two numbers that contradict each other, either may be wrong."""

from collections.abc import Callable
from dataclasses import replace

from geodata.figures.sums import Sum
from geodata.tables.findings import Severity
from geodata.verdicts.judgement import Readings

#: The rule that finds a part larger than its whole: the two numbers contradict each other.
PAIR = "part_exceeds_whole"
Ask = Callable[[Sum], tuple[float | None, bool | None]]


def readings_of(total: Sum, ask: Ask) -> Readings | None:
    """Return what a sum may be, and what all its readings say of what is asked.

    Of each pair either the part is lowered to the whole, or the whole raised to the part. All
    questions asked are of the form "at least" or "at most", so that the lowest and the
    highest reading answer for those between. `None` where anything else is doubtful, or
    nothing is.
    """
    doubtful = [f for f in total.findings if f.severity == Severity.DOUBTFUL]
    if not doubtful or any(f.rule != PAIR for f in doubtful):
        return None
    other = {f.observation: f.related[0].value for f in doubtful}
    pairs = [(member.value, other.get(member, member.value)) for member in total.members]
    low, high = sum(map(min, pairs)), sum(map(max, pairs))
    answers = [ask(replace(total, value=value)) for value in (low, high)]
    hits = {hit for _, hit in answers}
    return Readings(low, high, answers[0][0], hits.pop() if len(hits) == 1 else None)
