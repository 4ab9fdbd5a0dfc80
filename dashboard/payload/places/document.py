"""Put together what only the page of paths and places draws from, in one language."""

from typing import Any

from dashboard import numbers
from dashboard.catalogue import Catalogue
from dashboard.payload.contact import write_contact
from dashboard.payload.places.cards import CARD_LAYERS, write_cards
from dashboard.payload.places.history import write_offers, write_timeline
from dashboard.payload.places.walks import write_walks
from geodata.package.package import Package
from layers.walks import WalkView

#: How far back, in years from the report's end, the comparison starts unless asked otherwise.
_BACK_YEARS = 5


def write_places(package: Package, walks: WalkView, words: Catalogue) -> dict[str, Any]:
    """Return cards, offers, milestones, walks, kinds and the page's own words."""
    clock = package.descriptor
    return {
        "groups": [{"id": g, "name": words.text(f"group.{g}")} for g in (*CARD_LAYERS, "offers")],
        "cards": write_cards(package, words),
        "offers": write_offers(package, words),
        "contact": write_contact(package, words),
        "timeline": write_timeline(package, words),
        "reach": write_walks(walks, words),
        "before": max(clock.first_year, clock.year - _BACK_YEARS),
        "asOf": numbers.day(clock.as_of, words),
        "texts": words.browser_messages("places"),
    }
