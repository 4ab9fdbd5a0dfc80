"""Write the list of milestones and the recurring offers for the page of paths and places."""

from typing import Any

from dashboard import numbers
from dashboard.catalogue import Catalogue
from dashboard.payload.sources import ids
from geodata.package.package import Package
from geodata.tables.records import Milestone, Offer, split_list


def write_timeline(package: Package, words: Catalogue) -> list[dict[str, Any]]:
    """Return every milestone, earliest first, with its feature where it has one."""
    return [
        _milestone(m, words)
        for m in sorted(package.milestones, key=lambda m: (m.year, m.date, m.feature, m.status))
    ]


def _milestone(milestone: Milestone, words: Catalogue) -> dict[str, Any]:
    return {
        "year": milestone.year,
        "date": numbers.milestone_date(milestone, words),
        "text": getattr(milestone, f"text_{words.language}"),
        "source": ids(milestone.source),
        "feature": milestone.feature,
        "status": milestone.status,
    }


def write_offers(package: Package, words: Catalogue) -> dict[str, Any]:
    """Return the recurring offers by id, as the source words them."""
    return {offer.id: _offer(offer, words) for offer in package.offers}


def _offer(offer: Offer, words: Catalogue) -> dict[str, Any]:
    language = words.language
    rhythm = words.text(f"offer.{offer.rhythm}") if offer.rhythm else ""
    when = getattr(offer, f"when_{language}")
    return {
        "name": getattr(offer, f"name_{language}"),
        "when": when
        if rhythm.casefold() in when.casefold()
        else ", ".join(filter(None, (when, rhythm))),
        "text": getattr(offer, f"text_{language}"),
        "status": words.text(f"offer.{offer.status}"),
        "source": ids(offer.source),
        "heading": offer.heading,
        "features": list(split_list(offer.features)),
    }
