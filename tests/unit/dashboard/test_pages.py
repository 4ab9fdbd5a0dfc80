"""Pages are landmarks with names; the page about the figures tells all that was found."""

from dataclasses import replace

import pytest

from dashboard import ids
from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.compiling.layouts import LAYOUTS, layout_text
from dashboard.parts.elements import region
from dashboard.parts.ground import Ground
from dashboard.sitemap import PAGES
from geodata.rules.quality import find
from layers.layer import LAYERS

from .layouts import elements, of_type, plain, text

EVERY_PAGE = [(name, language) for name in LAYOUTS for language in LANGUAGES]


GROUND = Ground(((56.0, 10.0), (56.1, 10.2)), "/data/0123/shapes.json")


def layout(package, name, language="da", ground=GROUND):
    return plain(LAYOUTS[name](package, ground, catalogue(language)))


def test_every_page_of_the_navigation_has_a_layout():
    assert set(PAGES.values()) == set(LAYOUTS)


@pytest.mark.parametrize(("name", "language"), EVERY_PAGE)
def test_a_page_has_one_heading_and_one_main_that_the_skip_link_reaches(tinytown, name, language):
    page = layout(tinytown, name, language)
    assert len(of_type(page, "H1")) == 1
    assert [main["id"] for main in of_type(page, "Main")] == [ids.MAIN]
    assert of_type(page, "A")[0]["href"] == f"#{ids.MAIN}"


@pytest.mark.parametrize(("name", "language"), EVERY_PAGE)
def test_every_landmark_has_a_name_of_its_own(tinytown, name, language):
    labels = [nav["aria-label"] for nav in of_type(layout(tinytown, name, language), "Nav")]
    assert all(labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(("name", "language"), EVERY_PAGE)
def test_no_id_stands_twice(tinytown, name, language):
    found = [e["props"]["id"] for e in elements(layout(tinytown, name, language))
             if "id" in e["props"]]  # fmt: skip
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(("name", "language"), EVERY_PAGE)
def test_the_navigation_marks_where_one_is(tinytown, name, language):
    links = of_type(layout(tinytown, name, language), "A")
    here = [link for link in links if "aria-current" in link]
    path = next(path for path, page in PAGES.items() if page == name)
    assert [link["aria-current"] for link in here] == ["page", "true"]
    assert (here[0]["href"], here[1]["lang"]) == (path, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_title_is_that_of_the_package(tinytown, language):
    page = layout(tinytown, "map", language)
    assert getattr(tinytown.descriptor, f"title_{language}") in text(page)


def test_the_map_has_every_layer_from_the_ground_up(tinytown):
    (shapes,) = of_type(layout(tinytown, "map"), "GeoJSON")
    assert shapes["hideout"] == {"layers": [layer.id for layer in LAYERS]}


@pytest.mark.parametrize(("name", "maps"), [("map", 1), ("compare", 3), ("places", 1)])
def test_all_maps_have_one_file_of_shapes(tinytown, name, maps):
    shapes = of_type(layout(tinytown, name), "GeoJSON")
    assert [one["url"] for one in shapes] == [GROUND.shapes] * maps
    assert all("data" not in one for one in shapes)


def test_no_tile_server_is_asked_unless_one_is_set(tinytown):
    address = "https://tiles.example/{z}/{x}/{y}"
    ground = replace(GROUND, tiles_url=address, tiles_attribution="Ex")
    assert of_type(layout(tinytown, "map"), "TileLayer") == []
    tiles = of_type(layout(tinytown, "map", ground=ground), "TileLayer")
    assert [(t["url"], t["attribution"]) for t in tiles] == [(address, "Ex")]


def test_a_region_has_an_accessible_name():
    props = plain(region("here", "A name"))["props"]
    assert (props["id"], props["aria-label"]) == ("here", "A name")


def test_every_finding_is_a_row_of_the_page_about_the_figures(randers):
    tables = of_type(layout(randers, "about"), "Details")
    rows = sum(len(of_type(table["children"], "Tr")) - 1 for table in tables)
    assert rows == len(find(randers))


def test_grave_findings_stand_open_and_notes_are_folded(randers):
    tables = of_type(layout(randers, "about"), "Details")
    assert [table["open"] for table in tables] == [True, True, False]


def test_a_package_without_findings_has_no_table_of_them(tinytown):
    assert of_type(layout(tinytown, "about"), "Details") == []


def test_every_goal_target_activity_and_evaluation_is_told(randers):
    said = text(layout(randers, "about"))
    told = [goal.text_da for goal in randers.goals]
    told += [target.text_da for target in randers.targets]
    told += [a.result_da for a in randers.activities if a.listed == "result_table"]
    told += ["20 andre aktiviteter"]
    told += [figure.text_da for figure in randers.evaluation]
    assert [words for words in told if words not in said] == []


def test_visions_and_the_office_are_told_where_a_package_has_them(tinytown):
    said = text(layout(tinytown, "about"))
    assert "Alle læser. Alle skal læse" in said
    assert "Spørg Engkontoret: Engvej 1, 9999 Engby · +45 00 00 00 01 · engkontoret.example" in said
    none = replace(tinytown, descriptor=replace(tinytown.descriptor, contact=None, visions=()))
    page = layout(none, "about")
    assert "Engkontoret" not in text(page)
    assert {e["props"].get("id") for e in elements(page)}.isdisjoint({"om-office", "om-visions"})


def test_small_counts_are_told_with_their_series(randers):
    said = text(layout(randers, "about"))
    assert "I rapporten står 51 tal på højst 4 for et enkelt område." in said
    assert (
        "Voksenlærlingetilskud og kompetenceløft, SSP-bekymringer, Udsættelser, Effektive" in said
    )


def test_english_has_its_own_names_of_outlines_and_activities(randers):
    said = text(layout(randers, "about", "en"))
    for name in ("Bathing lake on Nordre Fælled±", "Attendance at school", "Path round Falken±"):
        assert name in said


def test_every_outline_tells_its_error(tinytown):
    said = text(layout(tinytown, "about"))
    for layer in ("areas", "parks", "paths"):
        for _, row in tinytown.layers[layer].iterrows():
            assert f"{row['name']}±{row['error_m']:.0f}\N{NO-BREAK SPACE}m" in said


def test_contents_lead_to_sections_that_are_there(tinytown):
    page = layout(tinytown, "about")
    targets = {e["props"].get("id") for e in elements(page)}
    links = [a["href"][1:] for a in of_type(page, "A") if a["href"].startswith("#")]
    assert len(links) > 5
    assert set(links) <= targets


def test_a_page_that_is_none_is_an_error(tinytown):
    with pytest.raises(KeyError):
        layout_text("nothing", "da", tinytown, GROUND)


def test_outlines_are_called_our_own_only_where_they_are(tinytown, randers):
    own = "Afgrænsningerne er vores egne tegninger."
    assert own in text(layout(tinytown, "about"))
    assert own in text(layout(randers, "about"))  # some are drawn after what others say
    others = tuple(
        replace(s, kind="web") if s.id == "egen-tegning" else s for s in tinytown.sources
    )
    said = text(layout(replace(tinytown, sources=others), "about"))
    assert own not in said
    assert "Alle afgrænsninger er vores egne" not in said
    assert "Hver afgrænsning har sit grundlag her." in said
