"""Write what the source leaves out or says in two ways: cells without a figure, and remarks."""

from typing import Any

from dashboard.catalogue import Catalogue
from geodata.package.blanks import years_of
from geodata.package.package import Package
from geodata.tables.periods import clock_year
from geodata.tables.records import Blank, Remark, split_list


def write_told(package: Package, indicator: str, words: Catalogue) -> list[dict[str, Any]]:
    """Return what is told of a series: of which places (none: all) and years (`None`: all).

    `quote` is what stands in the cell in place of a figure, `place` where in the source.
    """
    own = [b for b in package.blanks if b.indicator == indicator]
    blanks = [_blank(b, package, words) for b in own]
    if any(b.kind == "hidden" for b in own):
        blanks += [_rule(text) for text in write_rule(package, words)]
    return blanks + [write_remark(r, words) for r in _own(package, "indicators", indicator)]


def write_rule(package: Package, words: Catalogue) -> list[str]:
    """Say from how few persons on figures are shown; nothing where the package has no such rule."""
    rule = package.descriptor.disclosure
    if rule is None:
        return []
    most = rule.minimum_count - 1
    return [words.text("disclosure.rule", most=most, base=rule.minimum_base,
                       certain=rule.minimum_certain)]  # fmt: skip


def _rule(text: str) -> dict[str, Any]:
    """The rule is no cell of the source and has no place in it."""
    return {
        "kind": "rule",
        "geographies": [],
        "years": None,
        "text": text,
        "quote": "",
        "place": "",
    }


def write_remarks(
    package: Package, table: str, identifier: str, words: Catalogue
) -> list[dict[str, Any]]:
    """Return the remarks about one row of another table."""
    return [write_remark(r, words) for r in _own(package, table, identifier)]


def _own(package: Package, table: str, identifier: str) -> list[Remark]:
    return [remark for remark in package.remarks if remark.is_about(table, identifier)]


def _blank(blank: Blank, package: Package, words: Catalogue) -> dict[str, Any]:
    places = {g.id: getattr(g, f"name_{words.language}") for g in package.geographies}
    is_undated = blank.kind == "hidden" and not blank.period
    key = "blank.hidden.undated" if is_undated else f"blank.{blank.kind}"
    said = words.text(key, place=places[blank.geography], period=blank.period)
    return {
        "kind": blank.kind,
        "geographies": [blank.geography],
        "years": list(years_of(blank, package.descriptor)),
        "text": said,
        "quote": blank.source_text if blank.kind != "empty" else "",
        "place": " / ".join((blank.source_table, blank.source_row, blank.source_column)),
    }


def write_remark(remark: Remark, words: Catalogue) -> dict[str, Any]:
    """Return a remark as it is told."""
    year = clock_year(remark.period)
    return {
        "kind": "remark",
        "geographies": list(split_list(remark.geographies)),
        "years": None if year is None else [year],
        "text": getattr(remark, f"text_{words.language}"),
        "quote": "",
        "place": remark.place,
    }
