"""Make a row of the table of blanks out of words in place of a figure, where it has such."""

from geodata.intake.entries import Entry
from geodata.intake.new_rows import NewRow, Where
from geodata.intake.sources import sources_of
from geodata.package.package import Package
from geodata.tables.periods import clock_year, in_time

_NO_FIGURE = {"missing": "no figure", "hidden": "a bound, no figure"}


class BlankRows:
    """Knows where a package has figures: there is nothing newer only after the latest of them."""

    def __init__(self, package: Package) -> None:
        self._latest: dict[tuple[str, str], str] = {}
        for o in package.observations:
            pair = (o.indicator, o.geography)
            self._latest[pair] = max(self._latest.get(pair, ""), o.period, key=in_time)

    def row(self, entry: Entry, where: Where, absence: str) -> NewRow | None:
        """Return the row of a cell that says so; `None` for words that no table has a place for."""
        series, place, period = where
        latest = self._latest.get((series, place), "")
        if latest and _year(period) <= _year(latest):
            return None
        if absence == "no_comparison" and not latest:
            kept = ""
        elif absence == "no_later" and latest:
            kept = latest
        else:
            return None
        cells = {"indicator": series, "geography": place, "period": kept, "kind": absence}
        return NewRow(cells | sources_of(entry), entry.value)


def words_of(absence: str) -> str:
    """Say what words in place of a figure mean where they become no row."""
    return _NO_FIGURE.get(absence, "no figure, though there are some")


def _year(period: str) -> int:
    return clock_year(period) or 0
