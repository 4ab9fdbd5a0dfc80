"""Say what must be known beside a verdict, each place named once in a sentence."""

from collections import defaultdict
from collections.abc import Iterable

from dashboard import numbers
from dashboard.payload.compare.verdict_parts import VerdictParts
from geodata.tables.records import Observation
from geodata.verdicts import Caveat, CaveatCode, Judgement, Readings


class CaveatWords(VerdictParts):
    """Writes the caveats of judgements in one language."""

    def caveat(self, judgement: Judgement, caveat: Caveat) -> str:
        """Say a caveat as a sentence."""
        language = self.cells.words.language
        populations = (getattr(s, f"population_{language}") for s in self.series(judgement))
        equal = caveat.code == CaveatCode.EQUAL_COUNTS
        group = self.equal if equal else self.by_place
        return self.text(
            f"judged.caveat.{caveat.code}",
            values=group(caveat.observations, several=len(self.series(judgement)) > 1),
            periods=self.listed(self.labels(judgement, caveat)),
            why=self._start_findings(judgement),
            benchmark=self.benchmark(judgement),
            population=" ".join(dict.fromkeys(populations)),
            day=numbers.day(self.package.descriptor.as_of, self.cells.words),
            readings=self._readings(judgement, caveat),
        )

    def labels(self, judgement: Judgement, caveat: Caveat) -> list[str]:
        """Name the periods of a caveat as the table of its years does."""
        named = {year.period: self.period(year) for year in judgement.years}
        return [named.get(period, period) for period in caveat.periods]

    def by_place(self, observations: Iterable[Observation], *, several: bool) -> str:
        """List values with their periods, place by place; of several series with their names."""
        groups: dict[str, list[str]] = defaultdict(list)
        for o in observations:
            name = f"{self.cells.names[o.indicator]} " if several else ""
            said = f"{name}{self.cells.value(o)} ({self.cells.period(o)})"
            groups[self.cells.places[o.geography]].append(said)
        return "; ".join(
            f"{place}: {', '.join(dict.fromkeys(said))}" for place, said in groups.items()
        )

    def equal(self, observations: Iterable[Observation], *, several: bool) -> str:
        """List the places that share a number, each once, with the numbers and their periods."""
        shared: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for o in observations:
            name = f"{self.cells.names[o.indicator]} " if several else ""
            key = (f"{name}{self.cells.value(o)}", self.cells.period(o))
            shared[key][o.geography] = None
        groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
        order = list(self.cells.places)
        for (value, period), places in sorted(shared.items(), key=lambda item: item[0][1]):
            groups[tuple(sorted(places, key=order.index))].append(f"{value} ({period})")
        return "; ".join(
            f"{self.listed(self.cells.places[g] for g in places)}: {', '.join(said)}"
            for places, said in groups.items()
        )

    def _readings(self, judgement: Judgement, caveat: Caveat) -> str:
        """Say what doubtful sums may be, and what that would mean for the target."""
        read = [(year, year.readings) for year in caveat.years if year.readings]
        if not read:
            return ""
        indicator = read[0][0].members[0].indicator
        spans = self.listed(f"{self._span(r, indicator)} ({self.period(y)})" for y, r in read)
        hit = "met" if read[0][1].hit else "missed"
        needed = self.bounded(judgement, read[0][1].needed, indicator)
        return self.text(f"judged.either.{hit}", spans=spans, needed=needed)

    def _span(self, readings: Readings, indicator: str) -> str:
        low, high = (self.amount(v, indicator) for v in (readings.low, readings.high))
        return low if low == high else f"{low}\N{EN DASH}{high}"

    def _start_findings(self, judgement: Judgement) -> str:
        starts = (judgement.start, judgement.start_against)
        said = (self.cells.finding(f) for start in starts if start for f in start.findings)
        return " ".join(dict.fromkeys(said))
