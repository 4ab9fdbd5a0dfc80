"""Say a judgement in words: what would count, what is seen, why, and what to know beside it."""

from collections.abc import Iterable, Mapping

from dashboard import numbers
from dashboard.payload.compare.verdict_parts import VerdictParts
from geodata.periods import clock_year
from geodata.points import Block
from geodata.records import Observation
from geodata.verdicts import Caveat, Checked, Judgement


class VerdictWords(VerdictParts):
    """Writes the sentences of judgements in one language."""

    def asked(self, judgement: Judgement) -> str:
        """Say what would count as reached."""
        return self.text(f"judged.asked.{self._asked_key(judgement)}", **self._values(judgement))

    def _asked_key(self, judgement: Judgement) -> str:
        kind = judgement.target.kind
        if kind in ("parity_with_municipality", "direction"):
            return f"{kind}_{self.bound(judgement)}"
        return kind

    def sentence(self, judgement: Judgement) -> str:
        """Say the verdict's reason in one neutral sentence."""
        return self.text(f"judged.reason.{judgement.reason}", **self._values(judgement))

    def _values(self, judgement: Judgement) -> Mapping[str, object]:
        """All that a sentence on a judgement may name, as text."""
        last, start, target = judgement.last, judgement.start, judgement.target
        bound = f"judged.comparative.{self.bound(judgement)}"
        return {
            "place": self.place(judgement),
            "benchmark": self.benchmark,
            "until": self.until(judgement),
            "seen": self.value(last.seen if last else None),
            "against": self.value(last.against if last else None),
            "needed": self.needed(judgement, last),
            "start": self.value(start),
            "start_period": self.cells.period(start.members[0]) if start else "\N{EN DASH}",
            "from_start": self.start(start),
            "start_blocks": self._blocks(judgement),
            "gap": self.gap(last.seen, last.against) if last else "",
            "gap_start": self.gap(start, judgement.start_against),
            "change": self.change(judgement),
            "asked": self.asked_number(judgement),
            "comparative": self.text(bound),
            "missed": self.missed(judgement),
            "missing": ", ".join(map(str, judgement.missing)),
            "years": ", ".join(self.period(year) for year in judgement.years),
            "due": f"{target.value:.0f}" if target.value else "",
            "event": self.until(judgement),
            "as_of": self.package.descriptor.as_of.year,
        }

    def _blocks(self, judgement: Judgement) -> str:
        said = (self._block(block, "") for block in judgement.start_blocks)
        return "; ".join(said)

    def block(self, judgement: Judgement, year: Checked, block: Block) -> str:
        """Say why nothing can be said of a period."""
        return self._block(block, self._break(judgement, year) if block == Block.BREAK else "")

    def _block(self, block: Block, change: str) -> str:
        return self.text(f"judged.block.{block}", benchmark=self.benchmark, change=change)

    def _break(self, judgement: Judgement, year: Checked) -> str:
        """The package's own words on the change that lies between the start and a period."""
        first = clock_year(judgement.start.period) if judgement.start else None
        said = {
            getattr(b, f"text_{self.cells.words.language}")
            for b in self.package.breaks
            for o in year.members
            if b.indicator == o.indicator and b.concerns(o.geography)
            and (first or 0) < b.date.year <= (year.year or 0)
        }  # fmt: skip
        return " ".join(sorted(said))

    def caveat(self, judgement: Judgement, caveat: Caveat) -> str:
        """Say a caveat as a sentence."""
        language = self.cells.words.language
        populations = (getattr(s, f"population_{language}") for s in self.series(judgement))
        return self.text(
            f"judged.caveat.{caveat.code}",
            values=self._list(judgement, caveat.observations),
            periods=", ".join(caveat.periods),
            why=self._start_findings(judgement),
            benchmark=self.benchmark,
            population=" ".join(dict.fromkeys(populations)),
            day=numbers.day(self.package.descriptor.as_of, self.cells.words),
        )

    def _start_findings(self, judgement: Judgement) -> str:
        starts = (judgement.start, judgement.start_against)
        said = (self.cells.finding(f) for start in starts if start for f in start.findings)
        return " ".join(dict.fromkeys(said))

    def _list(self, judgement: Judgement, observations: Iterable[Observation]) -> str:
        several = len(self.series(judgement)) > 1
        said = (
            f"{self.cells.places[o.geography]}, {self.cells.period(o)}: "
            + (f"{self.cells.names[o.indicator]}, " if several else "")
            + self.cells.value(o)
            for o in observations
        )
        return "; ".join(dict.fromkeys(said))
