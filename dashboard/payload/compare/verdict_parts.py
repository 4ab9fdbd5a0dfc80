"""Write the parts of sentences on judgements: places, values, periods, bounds, distances."""

from collections.abc import Callable, Iterable

from dashboard import numbers
from dashboard.listing import listed, spelled
from dashboard.payload.cells import CellWriter
from geodata.figures.sums import Sum
from geodata.package.package import Package
from geodata.tables.records import Indicator, split_list
from geodata.verdicts import Checked, Judgement


class VerdictParts:
    """Writes what sentences are made of, in one language."""

    def __init__(self, package: Package, cells: CellWriter) -> None:
        self.package = package
        self.cells = cells
        self.text: Callable[..., str] = cells.words.text

    def benchmark(self, judgement: Judgement) -> str:
        """Name what the places judged are held against, as a sentence does that goes on with it."""
        municipality = self.package.municipality_of(*judgement.geographies)
        named: str = self.cells.in_text[municipality.id] if municipality else ""
        return named or self.text("judged.municipality")

    def place(self, judgement: Judgement) -> str:
        """Name the place judged; places together are counted: the target lists them."""
        if judgement.geography:
            name: str = self.cells.places[judgement.geography]
            return name
        return capital(self.in_text(judgement))

    def in_text(self, judgement: Judgement) -> str:
        """Name the place judged as a sentence does that goes on with it."""
        if judgement.geography:
            name: str = self.cells.in_text[judgement.geography]
            return name
        count = len(judgement.geographies)
        return self.text("judged.together", count=spelled(count, self.cells.words))

    def listed(self, said: Iterable[str]) -> str:
        """Write several things in a row."""
        return listed(said, self.cells.words)

    def value(self, total: Sum | None) -> str:
        """Write a value or a sum; a dash where there is none."""
        return self.amount(total.value, total.indicators[0]) if total else "\N{EN DASH}"

    def amount(self, value: float, indicator: str) -> str:
        """Write a number as a value of a series."""
        return numbers.printed(value, self.cells.series[indicator], self.cells.words)

    def period(self, year: Checked) -> str:
        """Name a period as printed."""
        return self.cells.period(year.members[0])

    def periods(self, years: Iterable[Checked]) -> str:
        """List periods as printed."""
        return self.listed(map(self.period, years))

    def until(self, judgement: Judgement) -> str:
        """Name the latest period that can be told, or the year of the event."""
        last = judgement.last
        return self.period(last) if last else judgement.until or ""

    def holds(self, judgement: Judgement) -> str:
        """Name the period that a verdict holds up to, or that it leaves open; nothing without."""
        if judgement.latest:
            return self.period(judgement.latest[-1])
        return self.until(judgement)

    def hit(self, year: Checked) -> str:
        """Say whether one period met what was asked of it."""
        key = {True: "met", False: "missed", None: "unknown"}[year.hit]
        return self.text(f"judged.hit.{key}")

    def needed(self, judgement: Judgement, year: Checked | None) -> str:
        """Say the bound that one period had to meet; empty where there is none."""
        return self.bounded(judgement, year.needed, year.members[0].indicator) if year else ""

    def bounded(self, judgement: Judgement, needed: float | None, indicator: str) -> str:
        """Say a bound; empty where there is none."""
        if needed is None:
            return ""
        value = self.amount(needed, indicator)
        return self.text(f"judged.bound.{self.bound(judgement)}", value=value)

    def bound(self, judgement: Judgement) -> str:
        """Whether more is asked for or less; beyond the start where the target is a direction."""
        asked = judgement.target.value or 0.0
        if judgement.target.kind == "parity_with_municipality":
            asked = 1.0 if "higher" in self._polarities(judgement) else -1.0
        more = asked > 0
        if judgement.target.kind == "direction":
            return "above" if more else "below"
        return "least" if more else "most"

    def _polarities(self, judgement: Judgement) -> set[str]:
        return {series.polarity for series in self.series(judgement)}

    def series(self, judgement: Judgement) -> list[Indicator]:
        """The series that a target is on."""
        return [self.cells.series[name] for name in split_list(judgement.target.indicator)]

    def step(self, judgement: Judgement, year: Checked) -> str:
        """Say the change since the figure before, beside what was asked of it."""
        if year.step is None:
            return ""
        series, words = self.series(judgement)[0], self.cells.words
        return self.text(
            "judged.step",
            change=numbers.signed(year.step.change, series.decimals, words),
            needed=numbers.signed(year.step.needed, series.decimals, words),
            since=self.cells.period(year.step.since.members[0]),
        )

    def start(self, judgement: Judgement) -> str:
        """Write a start measurement with its period."""
        start = judgement.start
        if start is None:
            return self.text("judged.no_start", place=self.in_text(judgement))
        period = self.cells.period(start.members[0])
        return self.text("judged.start", value=self.value(start), period=period)

    def gap(self, own: Sum | None, other: Sum | None) -> str:
        """Write the distance of two values, without a sign."""
        if own is None or other is None:
            return ""
        series = self.cells.series[own.indicators[0]]
        size = numbers.number(abs(own.value - other.value), series.decimals, self.cells.words)
        return f"{size}{numbers.NBSP}{self.text(f'unit.difference.{series.unit}')}"

    def change(self, judgement: Judgement) -> str:
        """Write the change that a target asks for."""
        series = self.series(judgement)
        if not series:
            return ""
        amount = judgement.target.value or 0.0
        written = numbers.signed(amount, series[0].decimals, self.cells.words)
        if series[0].unit == "count":
            return written
        return f"{written}{numbers.NBSP}{self.text(f'unit.difference.{series[0].unit}')}"

    def asked_number(self, judgement: Judgement) -> str:
        """Write the number that a target asks for as a value of its series."""
        series = split_list(judgement.target.indicator)
        return self.amount(judgement.target.value or 0.0, series[0]) if series else ""

    def missed(self, judgement: Judgement) -> str:
        """List the periods that did not meet the target, with their values."""
        missed = [year for year in judgement.years if year.hit is False]
        return "; ".join(f"{self.period(year)}: {self.value(year.seen)}" for year in missed)


def capital(sentence: str) -> str:
    """Begin a sentence with a capital letter."""
    return sentence[:1].upper() + sentence[1:]
