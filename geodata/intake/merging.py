"""Put new rows into the tables of a folder: rows of the same figure are replaced, others stay."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from geodata.files.package_files import table_text
from geodata.files.writing import write_whole
from geodata.intake.entries import Place
from geodata.intake.new_rows import NewRow, NewRows, Where
from geodata.package.package import Package
from geodata.reading.schema import FIRST_ROW, columns
from geodata.reading.text import read_cells
from geodata.tables.periods import clock_year

#: The cell that each new row of a table comes from, by its row in the file.
Origins = dict[tuple[str, str], Place]
Table = list[list[str]]


def merge_rows(folder: Path, package: Package, new: NewRows) -> tuple[Origins, list[str]]:
    """Write figures and blanks into the tables of a folder; return origins and what is told.

    A cell without a figure that has one now is taken out of the blanks.
    """
    rows, origins = _with_figures(read_table(folder, "observations"), new.figures)
    write_table(folder, "observations", rows)
    told: list[str] = []
    if package.blanks or new.blanks:
        blanks, told = _with_blanks(read_table(folder, "blanks"), new)
        write_table(folder, "blanks", blanks)
    return origins, told


def read_table(folder: Path, name: str) -> Table:
    """Return the rows of a table of a package without its header; none where there is no file."""
    file = folder / f"{name}.csv"
    if not file.exists():
        return []
    found = read_cells(file)
    return [list(found.row(number)) for number in range(len(found))]


def write_table(folder: Path, name: str, rows: Iterable[Iterable[str]]) -> None:
    """Write a table of a package, header and rows."""
    write_whole(folder / f"{name}.csv", table_text(name, rows).encode("utf-8"))


def _with_figures(old: Table, new: Mapping[Where, NewRow]) -> tuple[Table, Origins]:
    """Each new row takes the place of the old one, or comes after the last row of its series."""
    names = columns("observations")
    left = dict(new)
    rows: list[tuple[list[str], NewRow | None]] = []
    for row in old:
        found = left.pop((row[0], row[1], row[2]), None)
        rows.append(([found.cells[name] for name in names], found) if found else (row, None))
    last = {row[0]: number for number, (row, _) in enumerate(rows)}
    for found in left.values():
        rows.append(([found.cells[name] for name in names], found))
    order = sorted(range(len(rows)), key=lambda n: (last.get(rows[n][0][0], len(rows)), n))
    origins = {
        ("observations.csv", f"row {place + FIRST_ROW}"): found.origin
        for place, number in enumerate(order)
        if (found := rows[number][1])
    }
    return [rows[number][0] for number in order], origins


def _with_blanks(old: Table, new: NewRows) -> tuple[Table, list[str]]:
    names = columns("blanks")
    kept = [row for row in old if not any(_fills(where, row) for where in new.figures)]
    told = [f"blanks.csv: {row[0]}, {row[1]}, {row[2] or 'no period'}: has a figure now, taken out"
            for row in old if row not in kept]  # fmt: skip
    known = {tuple(row[:4]) for row in kept}
    added = [[row.cells[name] for name in names] for row in new.blanks.values()]
    return kept + [row for row in added if tuple(row[:4]) not in known], told


def _fills(figure: Where, blank: list[str]) -> bool:
    """Whether a figure stands where a blank says that there is none."""
    if figure[:2] != (blank[0], blank[1]):
        return False
    year, stated = clock_year(figure[2]), clock_year(blank[2])
    if blank[3] == "no_comparison" or year is None or stated is None:
        return blank[3] == "no_comparison"
    return year > stated if blank[3] == "no_later" else year == stated


def add_aliases(folder: Path, package: Package, confirmed: Mapping[str, str]) -> list[str]:
    """Write confirmed names of places as aliases; return what is told of it."""
    places = {g.id for g in package.geographies}
    rows = read_table(folder, "aliases")
    known = {row[0] for row in rows}
    new = [[name, one] for name, one in confirmed.items() if one in places and name not in known]
    if new:
        write_table(folder, "aliases", rows + new)
    return [f"aliases.csv: {name} is {one} from now on" for name, one in new]
