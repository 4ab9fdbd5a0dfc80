"""Say a judgement in words: what would count, what is seen, why, and what to know beside it."""

from collections.abc import Callable, Iterable, Mapping

from dashboard import numbers
from dashboard.payload.cells import CellWriter
from geodata.package import Package
from geodata.periods import clock_year
from geodata.points import Block
from geodata.records import Indicator, Observation, split_list
from geodata.sums import Sum
from geodata.verdicts import Caveat, Checked, Judgement


class VerdictWords:
    """Writes the sentences of judgements in one language."""

    def __init__(self, package: Package, cells: CellWriter) -> None:
        self.package = package
        self.cells = cells
        self.text: Callable[..., str] = cells.words.text
        municipality = package.municipality
        named = cells.places[municipality.id] if municipality else ""
        self.benchmark: str = named or self.text("judged.municipality")

    def place(self, judgement: Judgement) -> str:
        """Name the place judged, or the places together."""
        if judgement.geography:
            name: str = self.cells.places[judgement.geography]
            return name
        names = ", ".join(self.cells.places[g] for g in judgement.geographies)
        return self.text("judged.together", count=len(judgement.geographies), places=names)

    def value(self, total: Sum | None) -> str:
        """Write a value or a sum; a dash where there is none."""
        return self.amount(total.value, total.indicators[0]) if total else "\N{EN DASH}"

    def amount(self, value: float, indicator: str) -> str:
        """Write a number as a value of a series."""
        return numbers.value(value, self.cells.series[indicator], self.cells.words)

    def period(self, year: Checked) -> str:
        """Name a period as printed."""
        return self.cells.period(year.members[0])

    def until(self, judgement: Judgement) -> str:
        """Name the period, or the year of the event, that a verdict holds up to."""
        last = judgement.last
        return self.period(last) if last else judgement.until or ""

    def hit(self, year: Checked) -> str:
        """Say whether one period met what was asked of it."""
        key = {True: "met", False: "missed", None: "unknown"}[year.hit]
        return self.text(f"judged.hit.{key}")

    def needed(self, judgement: Judgement, year: Checked | None) -> str:
        """Say the bound that one period had to meet; empty where there is none."""
        if year is None or year.needed is None:
            return ""
        value = self.amount(year.needed, year.members[0].indicator)
        return self.text(f"judged.bound.{self._bound(judgement)}", value=value)

    def _bound(self, judgement: Judgement) -> str:
        """Whether more is asked for or less; beyond the start where the target is a direction."""
        asked = judgement.target.value or 0.0
        if judgement.target.kind == "parity_with_municipality":
            asked = 1.0 if "higher" in self._polarities(judgement) else -1.0
        more = asked > 0
        if judgement.target.kind == "direction":
            return "above" if more else "below"
        return "least" if more else "most"

    def _polarities(self, judgement: Judgement) -> set[str]:
        return {series.polarity for series in self._series(judgement)}

    def _series(self, judgement: Judgement) -> list[Indicator]:
        return [self.cells.series[name] for name in split_list(judgement.target.indicator)]

    def step(self, judgement: Judgement, year: Checked) -> str:
        """Say the change since the figure before, beside what was asked of it."""
        if year.step is None:
            return ""
        series, words = self._series(judgement)[0], self.cells.words
        return self.text(
            "judged.step",
            change=numbers.signed(year.step.change, series.decimals, words),
            needed=numbers.signed(year.step.needed, series.decimals, words),
            since=self.cells.period(year.step.since.members[0]),
        )

    def asked(self, judgement: Judgement) -> str:
        """Say what would count as reached."""
        return self.text(f"judged.asked.{self._asked_key(judgement)}", **self._values(judgement))

    def _asked_key(self, judgement: Judgement) -> str:
        kind = judgement.target.kind
        if kind in ("parity_with_municipality", "direction"):
            return f"{kind}_{self._bound(judgement)}"
        return kind

    def sentence(self, judgement: Judgement) -> str:
        """Say the verdict's reason in one neutral sentence."""
        return self.text(f"judged.reason.{judgement.reason}", **self._values(judgement))

    def _values(self, judgement: Judgement) -> Mapping[str, object]:
        """All that a sentence on a judgement may name, as text."""
        last, start, target = judgement.last, judgement.start, judgement.target
        bound = f"judged.comparative.{self._bound(judgement)}"
        return {
            "place": self.place(judgement),
            "benchmark": self.benchmark,
            "until": self.until(judgement),
            "seen": self.value(last.seen if last else None),
            "against": self.value(last.against if last else None),
            "needed": self.needed(judgement, last),
            "start": self.value(start),
            "start_period": self.cells.period(start.members[0]) if start else "\N{EN DASH}",
            "from_start": self._start(start),
            "start_blocks": self._blocks(judgement),
            "gap": self._gap(last.seen, last.against) if last else "",
            "gap_start": self._gap(start, judgement.start_against),
            "change": self._change(judgement),
            "asked": self._asked(judgement),
            "comparative": self.text(bound),
            "missed": self._missed(judgement),
            "missing": ", ".join(map(str, judgement.missing)),
            "years": ", ".join(self.period(year) for year in judgement.years),
            "due": f"{target.value:.0f}" if target.value else "",
            "event": self.until(judgement),
            "as_of": self.package.descriptor.as_of.year,
        }

    def _start(self, start: Sum | None) -> str:
        if start is None:
            return self.text("judged.no_start")
        period = self.cells.period(start.members[0])
        return self.text("judged.start", value=self.value(start), period=period)

    def _gap(self, own: Sum | None, other: Sum | None) -> str:
        if own is None or other is None:
            return ""
        series = self.cells.series[own.indicators[0]]
        size = numbers.number(abs(own.value - other.value), series.decimals, self.cells.words)
        return f"{size}{numbers.NBSP}{self.text(f'unit.difference.{series.unit}')}"

    def _change(self, judgement: Judgement) -> str:
        series = self._series(judgement)
        if not series:
            return ""
        amount = judgement.target.value or 0.0
        written = numbers.signed(amount, series[0].decimals, self.cells.words)
        if series[0].unit == "count":
            return written
        return f"{written}{numbers.NBSP}{self.text(f'unit.difference.{series[0].unit}')}"

    def _asked(self, judgement: Judgement) -> str:
        series = split_list(judgement.target.indicator)
        return self.amount(judgement.target.value or 0.0, series[0]) if series else ""

    def _missed(self, judgement: Judgement) -> str:
        missed = [year for year in judgement.years if year.hit is False]
        return "; ".join(f"{self.period(year)}: {self.value(year.seen)}" for year in missed)

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
        populations = (getattr(s, f"population_{language}") for s in self._series(judgement))
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
        several = len(self._series(judgement)) > 1
        said = (
            f"{self.cells.places[o.geography]}, {self.cells.period(o)}: "
            + (f"{self.cells.names[o.indicator]}, " if several else "")
            + self.cells.value(o)
            for o in observations
        )
        return "; ".join(dict.fromkeys(said))
