"""Turn cells of the View into what the browser shows: text, marks and the source cell."""

from collections import defaultdict
from math import copysign
from typing import Any

from dashboard import numbers
from dashboard.catalogue import Catalogue
from dashboard.listing import listed
from geodata.package.package import Package
from geodata.reading.disclosure_rule import PRINTED
from geodata.tables.findings import Finding
from geodata.tables.records import Break, Indicator, Observation, split_list
from layers.view import Cell

#: Words of the note column that no sentence of their own is said of: a rule tells of the first,
#: and that a figure is printed goes without saying.
UNTOLD = frozenset({"small_base_stated", PRINTED})


class CellWriter:
    """Writes cells in one language; holds the names that sentences need."""

    def __init__(self, package: Package, words: Catalogue) -> None:
        self.words = words
        suffix = f"name_{words.language}"
        self.places = {g.id: getattr(g, suffix) for g in package.geographies}
        self.in_text = {g.id: g.in_text(words.language) for g in package.geographies}
        self.series: dict[str, Indicator] = {i.id: i for i in package.indicators}
        self.names = {i.id: getattr(i, suffix) for i in package.indicators}
        self.judged_with = {name: names for target in package.targets
                            if len(names := split_list(target.indicator)) > 1
                            for name in names}  # fmt: skip
        self._values: dict[tuple[str, float, float], str] = {}
        self._periods: dict[tuple[object, ...], str] = {}
        self.breaks: dict[tuple[str, str], list[Break]] = defaultdict(list)
        for change in package.all_breaks:
            self.breaks[change.indicator, change.date.isoformat()].append(change)

    def write(self, cell: Cell) -> dict[str, Any]:
        """Return a cell as the browser looks it up."""
        o = cell.observation
        return {
            "value": o.value,
            "text": self.value(o),
            "period": self.period(o),
            "baseline": o.role == "baseline",
            "cls": cell.class_index,
            "radius": cell.radius_px,
            "severity": cell.severity.name.lower() if cell.severity else "",
            "findings": [self.finding(f) for f in cell.findings],
            "notes": [self.note(note) for note in o.notes if note not in UNTOLD],
            "source": [o.source_table, o.source_row, o.source_column, o.source_text],
        }

    def polarity(self, indicator: Indicator) -> str:
        """Say which way is better; a neutral share of a target on several says whose part it is."""
        names = self.judged_with.get(indicator.id, ())
        if indicator.polarity == "neutral" and names:
            said = listed((self.names[name] for name in names), self.words)
            return self.words.text("polarity.part_of_target", names=said)
        return self.words.text(f"polarity.{indicator.polarity}")

    def value(self, o: Observation) -> str:
        """Write an observation's value; the same ones come by the thousand."""
        key = (o.indicator, o.value, copysign(1, o.value))
        if key not in self._values:
            self._values[key] = numbers.printed(o.value, self.series[o.indicator], self.words)
        return self._values[key]

    def period(self, o: Observation) -> str:
        """Name an observation's period; all places have the same few."""
        said = (o.source_period, o.source_period_en)
        key = (o.indicator, o.period, o.period_start, o.period_end, *said)
        if key not in self._periods:
            self._periods[key] = numbers.period(o, self.series[o.indicator], self.words)
        return self._periods[key]

    def note(self, note: str) -> str:
        """Say a word of the note column as a sentence; an unknown word stands for itself."""
        key = f"note.{note}"
        return self.words.text(key) if self.words.has(key) else note

    def finding(self, finding: Finding) -> str:
        """Say a finding as a sentence, with what it rests on."""
        o = finding.observation
        series = self.series[o.indicator]
        decimals = series.decimals

        def bound(limit: float | None) -> str:
            return "…" if limit is None else numbers.number(limit, decimals, self.words)

        return self.words.text(
            f"finding.{finding.rule}{'_counted' if self._is_counted(finding) else ''}",
            related="; ".join(
                self._related(o, other) for other in finding.related if other is not o
            ),
            detail=self._detail(finding, decimals),
            period=self.period(o),
            low=bound(series.plausible_min),
            high=bound(series.plausible_max),
            change=self._change(o, finding.detail),
        )

    def _change(self, o: Observation, day: str) -> str:
        """What the package says of the changes on a day that concern a figure."""
        changes = self.breaks.get((o.indicator, day), ())
        return " ".join(getattr(one, f"text_{self.words.language}") for one in changes
                        if one.concerns(o.geography))  # fmt: skip

    @staticmethod
    def _is_counted(finding: Finding) -> bool:
        """Whether the report says how many persons an extreme share is of."""
        return finding.rule == "extreme_share" and bool(finding.detail)

    def _detail(self, finding: Finding, decimals: int) -> str:
        """Write the number that a rule found; a detail that is no number stands for itself."""
        try:
            amount = float(finding.detail)
        except ValueError:
            return finding.detail
        return numbers.number(amount, max(decimals, 1), self.words)

    def _related(self, o: Observation, other: Observation) -> str:
        parts = []
        if other.indicator != o.indicator:
            parts.append(self.names[other.indicator])
        if other.geography != o.geography:
            parts.append(self.places[other.geography])
        if other.period != o.period:
            parts.append(self.period(other))
        return f"{', '.join(parts)}: {self.value(other)}"
