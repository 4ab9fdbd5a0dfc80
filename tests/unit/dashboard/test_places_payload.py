"""The page of paths and places says of each place what the package holds, and no more."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from shapely.geometry import MultiPolygon, box

from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.payload.places.cards import CARD_LAYERS
from dashboard.payload.places.document import write_places
from dashboard.payload.places.network import write_network
from dashboard.payload.places.walks import drawn_ground
from geodata.network.network import read_network
from layers.view import build_view
from layers.walks import build_walks
from tests.documents import write_document

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture(scope="module")
def documents(randers):
    walks = build_walks(read_network(randers))
    return {name: write_places(randers, walks, catalogue(name)) for name in LANGUAGES}


@pytest.fixture(scope="module")
def da(documents):
    return documents["da"]


def at(document, package, feature, year):
    return document["cards"][feature]["since"][year - package.descriptor.first_year]


def test_every_place_park_and_path_has_a_card(da, randers):
    ids = {str(i) for layer in CARD_LAYERS for i in randers.layers[layer].index}
    assert set(da["cards"]) == ids


@pytest.mark.parametrize(
    ("feature", "year", "said"),
    [
        ("myretuen", 2020, "\u00c5ben siden 2016/17"),
        ("jennumparken-aktivitetsomraade", 2019, "Findes ikke endnu"),
        ("jennumparken-aktivitetsomraade", 2020, "Vedtaget siden 9. november 2020"),
        ("jennumparken-aktivitetsomraade", 2021, "Under opf\u00f8relse siden 1. marts 2021"),
        ("jennumparken-aktivitetsomraade", 2023, "\u00c5ben siden efter\u00e5ret 2022"),
        ("noerrevangsparken", 2022, "\u00c5ben siden 1960’erne"),
        ("noerrevangsparken", 2023, "\u00c5ben siden 1960’erne; ny \u00e5bning sommeren 2023"),
        ("badesoe", 2020, "Findes ikke endnu"),
        ("badesoe", 2021, "Planlagt siden 28. oktober 2021; ventes \u00e5bnet 2027"),
        ("badesoe", 2023, "Finansieret siden februar 2023; ventes \u00e5bnet 2027"),
        ("badesoe", 2028, "Forventet 2027"),
        ("oensket-faelled-kasernen", 2023, "Id\u00e9 siden 2019"),
    ],
)
def test_the_status_is_said_with_its_date(da, randers, feature, year, said):
    assert at(da, randers, feature, year) == said


def test_the_last_known_status_never_knows_the_future(da):
    known = da["cards"]["badesoe"]["known"]
    assert known["status"] == "funded"
    assert da["asOf"] == "31. juli 2025"
    assert {c["known"]["status"] for c in da["cards"].values()} <= {
        "open", "undated", "funded", "idea"}  # fmt: skip


def test_money_of_the_lake_is_told_as_each_source_has_it(da):
    money = da["cards"]["badesoe"]["money"]
    assert money["differ"]
    sums = {tuple(one["source"]): [row["value"].replace(NBSP, " ") for row in one["rows"]]
            for one in money["sources"]}  # fmt: skip
    assert sums == {
        ("rapport",): ["49 mio. kr.", "37 mio. kr.", "12 mio. kr."],
        ("naturstyrelsen-2023-02-23", "jp-2023-02"): ["44 mio. kr.", "37 mio. kr.", "7 mio. kr."],
    }


def test_money_that_sources_agree_on_is_not_said_to_differ(da):
    assert not da["cards"]["falken"]["money"]["differ"]
    assert da["cards"]["myretuen"]["money"] == {"differ": False, "sources": []}


def test_offers_stand_at_their_places(da):
    assert da["cards"]["myretuen"]["offers"] == ["graeskarskaering", "lysfest"]
    assert da["cards"]["randers-nord-if"]["offers"] == ["fodboldtraening"]
    cafe = da["offers"]["lektiecafe"]
    assert cafe["when"] == "Mandag og onsdag eftermiddag, hver uge"
    assert cafe["features"] == []
    assert cafe["source"] == ["rapport"]


def test_the_timeline_holds_every_milestone_in_order(da, randers):
    assert len(da["timeline"]) == len(randers.milestones)
    years = [one["year"] for one in da["timeline"]]
    assert years == sorted(years)
    assert (years[0], years[-1]) == (1969, 2029)


def test_minutes_have_their_range_and_reasons_are_named(da):
    walks = da["reach"]["walks"]["jennumparken"]
    near = walks["myretuen"]["ways"][walks["myretuen"]["years"][3]]
    low, middle, high = near["minutes"]
    assert low <= middle <= high
    assert near["exact"] is None
    park = walks["noerrevangsparken"]["ways"][walks["noerrevangsparken"]["years"][3]]
    assert (park["reason"], park["least"], park["most"]) == ("too_sparse", 0, 19)
    absent, lake = walks["badesoe"]["ways"][0], walks["badesoe"]["ways"][-1]
    assert absent["reason"] == "absent"
    assert (lake["minutes"], lake["straight"]) == ([0, 4, 9], 279)
    assert da["reach"]["schematic"] is True


def test_every_reason_that_comes_has_words(documents):
    for document in documents.values():
        reasons = {way["reason"] for places in document["reach"]["walks"].values()
                   for ways in places.values() for way in ways["ways"] if "reason" in way}  # fmt: skip
        assert {f"places.reason.{reason}" for reason in reasons} <= set(document["texts"])


def test_english_has_no_danish_words_of_ours(documents):
    own = json.dumps([documents["en"]["texts"], documents["en"]["reach"]["source"],
                      [c["since"] for c in documents["en"]["cards"].values()]])  # fmt: skip
    assert re.findall("[\u00e6\u00f8\u00e5\u00c6\u00d8\u00c5]", own) == []
    assert at_english(documents) == "Open since autumn 2022"


def at_english(documents):
    return documents["en"]["cards"]["jennumporten"]["since"][6]


def test_the_common_document_holds_no_words_of_the_page(randers_documents):
    for document in randers_documents.values():
        assert [key for key in document["texts"] if key.startswith("places.")] == []
        assert "reach" not in document


def test_the_network_names_edges_lines_and_years(randers):
    network = read_network(randers)
    packed = write_network(network)
    clock = randers.descriptor
    assert len(packed["edges"]) == len(network.edges.u)
    assert {len(line["walked"]) for line in packed["lines"]} == {
        clock.last_year - clock.first_year + 1}  # fmt: skip
    assert "areas" not in packed  # walks from areas are in the page's own document
    new = [line["walked"] for line in packed["lines"] if line["walked"].startswith("---pp")]
    assert new
    assert all(word == "---ppwwwwwwww" for word in new)


def test_the_invented_town_has_the_same_page(tinytown):
    document = write_places(tinytown, build_walks(read_network(tinytown)), catalogue("da"))
    assert set(document["reach"]["walks"]) == {a.id for a in tinytown.areas}
    assert document["cards"]["engparken"]["offers"] == ["laesegruppe"]
    assert document["offers"]["byttedag"]["features"] == []


def test_ground_is_drawn_without_the_courts_of_blocks_and_with_larger_gaps():
    court, park = box(100, 100, 140, 140), box(300, 300, 400, 400)
    ground = MultiPolygon([box(0, 0, 500, 500).difference(court.union(park))])
    drawn = drawn_ground(ground)
    assert drawn.area == 500 * 500 - 100 * 100
    assert drawn.contains(court)
    assert not drawn.intersects(park.buffer(-1))


def test_money_of_a_project_stands_with_its_parts_and_not_with_wishes(da):
    cards = da["cards"]

    def rows(feature):
        sources = cards[feature]["projectMoney"]["sources"]
        return [r["value"].replace("\u00a0", " ") for one in sources for r in one["rows"]]

    assert rows("jennumporten") == ["39 mio. kr.", "næsten 40 mio. kr."]
    assert rows("oensket-faelled-kasernen") == []
    assert rows("gl-jennumvej-indsnaevring") == ["2,5 mio. kr."]


def test_a_rhythm_is_said_once(da):
    assert da["offers"]["tal-dansk-cafe"]["when"] == "Hver uge"


@pytest.mark.parametrize(("as_of", "year"), [(date(2012, 12, 31), 2018), (date(2044, 1, 1), 2026)])
def test_what_has_changed_is_asked_of_years_on_the_clock(tinytown, as_of, year):
    """A report may close before the clock starts or after it ends."""
    package = replace(tinytown, descriptor=replace(tinytown.descriptor, as_of=as_of))
    words, view = catalogue("da"), build_view(package)
    assert write_document(package, view, words)["asOf"] == year
    places = write_places(package, build_walks(read_network(package)), words)
    assert places["before"] == max(2018, year - 5)
