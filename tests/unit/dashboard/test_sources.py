"""Sources as they are named on screen: publisher, title, day as exact as known, address."""

import pytest

from dashboard.catalogue import catalogue
from dashboard.parts.sources import sources
from dashboard.payload.sources import uses, write_sources

from .layouts import of_type, plain


@pytest.fixture
def named(randers):
    return write_sources(randers, catalogue("da"))


def test_a_source_has_publisher_title_day_and_address(named):
    assert named["dinavis-2023-01-05"] == {
        "publisher": "Dinavis",
        "title": "Et forandret Jennumparken er nu åbent for alle",
        "lang": "da",
        "date": "5. januar 2023",
        "url": "https://dinavis.dk/nyheder/2023/01/05/et-forandret-jennumparken-er-nu-aabent-for-alle/",
    }


def test_a_day_is_only_as_exact_as_known(named):
    assert named["jp-2023-02"]["date"] == "februar 2023"
    assert named["kommuneplan-2017"]["date"] == "2017"
    assert named["rapport"]["date"] == ""


def test_what_nobody_published_is_said_in_the_visitors_language(randers, named):
    assert named["ikke-registreret"]["title"] == "Kilden er ikke registreret"
    english = write_sources(randers, catalogue("en"))
    assert english["egen-tegning"] == {
        "publisher": "", "title": "Our own drawing", "lang": "", "date": "", "url": "",
    }  # fmt: skip
    assert english["rapport"]["lang"] == "da"


def test_every_source_is_used_and_the_counts_are_those_of_the_tables(randers):
    counts = uses(randers)
    assert all(counts.values())
    assert counts["rapport"]["values"] == 344
    assert counts["rapport"]["figures"] == 9
    assert counts["rapport"]["offers"] == len(randers.offers)
    assert counts["egen-tegning"]["features"] >= sum(
        len(randers.layers[layer]) for layer in ("areas", "parks", "roads", "water")
    )


def test_no_figure_or_milestone_rests_on_a_source_that_nobody_registered(randers):
    assert set(uses(randers)["ikke-registreret"]) == {"features"}


def test_about_links_every_source_that_has_an_address(randers):
    parts = plain(sources(randers, catalogue("en")))
    found = [(a["href"], a["rel"]) for a in of_type(parts, "A")]
    assert found == [(s.url, "noopener") for s in randers.sources if s.url]
    assert len(found) == 18
