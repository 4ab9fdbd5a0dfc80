"""Write the card of every place, park and path: status and since when, money, offers."""

from collections.abc import Iterable
from typing import Any

from dashboard import numbers
from dashboard.catalogue import Catalogue
from dashboard.payload.features import write_figure
from dashboard.payload.sources import ids
from geodata.package.package import Package
from geodata.tables.records import Figure, split_list
from geodata.tables.statuses import Standing, Status, standing_at

#: The layers whose features have a card, in the order of the kinds on the page.
CARD_LAYERS = ("places", "parks", "paths")


def write_cards(package: Package, words: Catalogue) -> dict[str, Any]:
    """Return the card of every feature of `CARD_LAYERS`, by feature id."""
    return {
        str(identifier): {
            "group": layer,
            "kind": row["kind"],
            **_standings(str(identifier), package, words),
            "money": _money(package, [str(identifier)], words),
            "projectMoney": _money(package, _relatives(package, str(identifier), row["project"]), words),
            "facts": [
                write_figure(f, words)
                for f in package.figures
                if f.feature == identifier and f.unit != "dkk"
            ],
            "offers": [o.id for o in package.offers if identifier in split_list(o.features)],
        }
        for layer in CARD_LAYERS
        for identifier, row in package.layers[layer].iterrows()
    }  # fmt: skip


def _relatives(package: Package, feature: str, project: str) -> list[str]:
    """Return the other features of the same project."""
    if not project:
        return []
    return [
        str(i)
        for frame in package.layers.values()
        for i, row in frame.iterrows()
        if row["project"] == project and i != feature
    ]


def _standings(feature: str, package: Package, words: Catalogue) -> dict[str, Any]:
    """Say the status in every year of the clock, and the last known one with its date."""
    clock = package.descriptor
    years = range(clock.first_year, clock.last_year + 1)
    said = [standing_words(_standing(feature, package, year), words) for year in years]
    last = _standing(feature, package, clock.as_of.year)
    return {"since": said, "known": {"status": last.status, "text": standing_words(last, words)}}


def _standing(feature: str, package: Package, year: int) -> Standing:
    if package.outline_in(feature, year) is None:
        return Standing(package.status_in(feature, year), None, None)
    return standing_at(package.milestones_of(feature), year)


def standing_words(standing: Standing, words: Catalogue) -> str:
    """Say a status in words, with since when, when it was said again, and what is expected."""
    status = words.text(f"status.{standing.status}")
    if standing.since is None:
        return status
    key = "expected" if standing.status == Status.EXPECTED else "since"
    date = numbers.milestone_date(standing.since, words)
    said = words.text(f"standing.{key}", status=status, date=date)
    opened_again = standing.again if standing.status == Status.OPEN else None
    more = (("again", opened_again), ("coming", standing.expected))
    told = [
        words.text(f"standing.{k}", date=numbers.milestone_date(m, words)) for k, m in more if m
    ]
    return "; ".join([said, *told])


def _money(package: Package, features: Iterable[str], words: Catalogue) -> dict[str, Any]:
    """Return the sums of some features by source, and whether the sources differ."""
    own = [f for f in package.figures if f.feature in features and f.unit == "dkk"]
    sources = dict.fromkeys(f.source for f in own)
    return {
        "differ": _differ(own),
        "sources": [
            {"source": ids(s), "rows": [write_figure(f, words) for f in own if f.source == s]}
            for s in sources
        ],
    }


def _differ(figures: list[Figure]) -> bool:
    """Tell whether two sources give different values for one measure."""
    values: dict[tuple[str, str], set[float]] = {}
    for figure in figures:
        values.setdefault((figure.feature, figure.measure), set()).add(figure.value)
    return any(len(found) > 1 for found in values.values())
