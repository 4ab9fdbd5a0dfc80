"""Features that a package does not have come in where a person says that they are new."""

import csv
import json
import shutil

import pytest
from shapely.affinity import translate
from shapely.geometry import LineString, Point, box

from geodata.difference.difference import difference
from geodata.difference.text import as_text
from geodata.intake.asked import Asked
from geodata.intake.stated import Exactness
from geodata.intake.taking import take
from tests.packages_editing import KYSTBY, SKELBY, TINYTOWN
from tests.unit.geodata.intake.books import layer, long_csv, one_fault

MERGED = box(9.5, 56.1, 9.516, 56.103)
LEFT, RIGHT = box(9.5, 56.11, 9.503, 56.113), box(9.503, 56.11, 9.506, 56.113)
FROM_2026 = Exactness("high", 5.0, "2026")
MADE_OF = {"predecessors": "Mølleparken;soegade"}
NEW = {"Engkvarteret": "engkvarteret"}


def given(file, new=None, taken_as="areas", exact=FROM_2026, package=TINYTOWN, **confirmed):
    draft = file.parent / "k" / "draft"
    return take(Asked(package, (file,), draft, confirmed, taken_as, exact, new or {}))


def written(answer):
    assert answer.faults == (), "\n".join(map(str, answer.faults))
    return answer.new


def geographies(package):
    with (package.path / "geographies.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def merged(folder, **more):
    return layer(folder, ("Engkvarteret", MERGED, MADE_OF | more))


@pytest.mark.parametrize("name", ["nye.gpkg", "nye.geojson", "nye.zip"])
def test_two_areas_become_one_which_figures_then_are_of(tmp_path, name):
    more = {"name_en": "The Meadow", "source": "egen-tegning", "municipali": "Tinby Kommune"}
    made_of = {"predecesso" if name.endswith(".zip") else "predecessors": MADE_OF["predecessors"]}
    file = layer(tmp_path, ("Engkvarteret", MERGED, made_of | more), name=name)
    answer = given(file, NEW)
    package = written(answer)
    assert answer.counts == {"new areas": 1}
    assert package.areas_in(2025) == {"moelleparken", "soegade", "bakkegaarden"}
    assert package.areas_in(2026) == {"engkvarteret", "bakkegaarden"}
    new = package.layers["areas"].to_crs(4326).loc["engkvarteret"]
    assert new.geometry.hausdorff_distance(MERGED) < 1e-6
    said = ("name", "name_en", "kind", "valid_from", "predecessors", "error_m", "source")
    assert [new[one] for one in said] == ["Engkvarteret", "The Meadow", "area", "2026",
                                          "moelleparken;soegade", 5.0, "egen-tegning"]  # fmt: skip
    rows = geographies(package)
    assert [row["id"] for row in rows][2:5] == ["bakkegaarden", "engkvarteret", "plan-2020"]
    assert (rows[3]["name_da"], rows[3]["name_en"]) == ("Engkvarteret", "The Meadow")
    assert (rows[3]["kind"], rows[3]["municipality"]) == ("area", "tinby-kommune")
    for words in ("Engkvarteret is new", "moelleparken ends with 2025", "soegade ends with 2025",
                  "engkvarteret is a part of no plan"):  # fmt: skip
        assert any(words in told for told in answer.told), words
    told = as_text(difference(answer.old, package))
    assert "added: areas, engkvarteret (Engkvarteret): 33.2" in told
    assert "ended: areas, moelleparken (Mølleparken): valid_to: nothing -> '2025'" in told
    assert "added: geographies.csv, row 5 (engkvarteret)" in told

    figures = long_csv(tmp_path, "Naboklager;Engkvarteret;2026;11", "Naboklager;Bakkegården;2026;7")
    answer = take(Asked(TINYTOWN, (figures,), package.path))
    values = {(o.geography, o.value) for o in written(answer).observations if o.period == "2026"}
    assert values == {("engkvarteret", 11), ("bakkegaarden", 7)}


def test_a_figure_of_an_area_that_ended_is_told_by_its_cell(tmp_path):
    package = written(given(merged(tmp_path), NEW))
    figures = long_csv(tmp_path, "Naboklager;Søgade;2026;11")
    fault = one_fault(take(Asked(TINYTOWN, (figures,), package.path)))
    assert "tal.csv, row 2, column D (Værdi): found '2026', at whose end 'soegade'" in fault


def test_an_area_is_divided_in_two(tmp_path):
    of = {"predecessors": "Bakkegården", "valid_from": 2026}
    file = layer(tmp_path, ("Vestre Bakke", LEFT, of), ("Østre Bakke", RIGHT, of))
    new = {"Vestre Bakke": "vestre-bakke", "Østre Bakke": "oestre-bakke"}
    answer = given(file, new, exact=Exactness("high", 5.0))
    package = written(answer)
    assert package.areas_in(2026) - package.areas_in(2025) == set(new.values())
    assert package.areas_in(2025) - package.areas_in(2026) == {"bakkegaarden"}
    assert [told for told in answer.told if "bakkegaarden ends" in told] == [
        "omraader.gpkg, vestre-bakke: bakkegaarden ends with 2025",
    ]


def test_what_is_carved_out_leaves_its_predecessor_with_another_outline(tmp_path):
    file = layer(tmp_path, ("Bakkegården", LEFT),
                 ("Østre Bakke", RIGHT, {"predecessors": "bakkegaarden"}))  # fmt: skip
    answer = given(file, {"Østre Bakke": "oestre-bakke"})
    package = written(answer)
    assert answer.counts == {"shapes of areas that hold from 2026": 1, "new areas": 1}
    assert package.areas_in(2026) - package.areas_in(2025) == {"oestre-bakke"}
    assert len(package.times["bakkegaarden"]) == 2
    assert not any("ends with" in told for told in answer.told)


def test_the_same_file_again_takes_the_place_of_what_it_brought(tmp_path):
    first = written(given(merged(tmp_path), NEW))
    again = written(given(merged(tmp_path), NEW))
    assert (again.path / "areas.geojson").read_bytes() == (
        first.path / "areas.geojson"
    ).read_bytes()
    assert len(geographies(again)) == 7


def test_a_name_that_nobody_calls_new_is_a_fault_and_writes_nothing(tmp_path):
    answer = given(merged(tmp_path))
    assert "found 'Engkvarteret', which is not known; allowed: a name or id of areas.geojson; " \
           "or say that it is new" in one_fault(answer)  # fmt: skip
    assert [(one.text, one.id, one.is_new) for one in answer.suggestions] == [
        ("Engkvarteret", "engkvarteret", True)
    ]
    assert not (tmp_path / "k" / "draft").exists()


@pytest.mark.parametrize(
    ("new", "more", "words"),
    [
        ({"Engkvarteret": "tinby-kommune"}, {}, "id: found 'tinby-kommune', which something else has"),
        ({"Engkvarteret": "Eng Nord"}, {}, "feature 1 (Eng Nord), id: found 'Eng Nord'; allowed: text of"),
        ({**NEW, "Andet": "andet"}, {}, "--new, Andet: found 'andet'; allowed: the name of a feature"),
        (NEW, {"id": "soegade"}, "'Engkvarteret' as new, which is 'soegade' already"),
        (NEW, {"predecessors": "Ukendt"}, "predecessors: found 'Ukendt', which is not known"),
        (NEW, {"predecessors": "Møleparken"}, "predecessors: found 'Møleparken', near to a known name"),
        (NEW, {"municipality": "Søgade"}, "municipality: found 'Søgade', which is not known; "
                                          "allowed: tinby-kommune"),
        (NEW, {"valid_to": "2024"}, "feature 1 (engkvarteret), valid_to: found '2024', before '2026'"),
        (NEW, {"source": "ukendt"}, "source: found 'ukendt'; allowed: an id of sources.csv"),
    ],
)  # fmt: skip
def test_what_cannot_be_so_is_told_with_what_is_allowed(tmp_path, new, more, words):
    answer = given(merged(tmp_path, **more), new)
    assert any(words in str(fault) for fault in answer.faults), "\n".join(map(str, answer.faults))
    assert answer.new is None


def test_predecessors_need_a_time_and_an_area_all_its_exactness(tmp_path):
    told = [str(fault) for fault in given(merged(tmp_path), NEW, exact=Exactness()).faults]
    for words in ("confidence: found nothing", "error_m: found nothing"):
        assert any(f"feature 1 (engkvarteret), {words}" in fault for fault in told), words
    fault = one_fault(given(merged(tmp_path), NEW, exact=Exactness("high", 5.0)))
    assert "feature 1 (engkvarteret), valid_from: found nothing; allowed: since when" in fault


def test_a_new_area_in_another_country_or_on_another_one_is_a_fault(tmp_path):
    file = layer(tmp_path, ("Nyby", box(12.0, 55.0, 12.01, 55.01)))
    fault = one_fault(given(file, {"Nyby": "nyby"}))
    assert "km from every area; allowed: at most 50 km: is the CRS of the file true?" in fault
    file = layer(tmp_path, ("Nyby", box(9.5001, 56.1, 9.505, 56.103)), name="o.gpkg")
    assert "shared with 'moelleparken'" in one_fault(given(file, {"Nyby": "nyby"}))


def test_where_areas_state_their_municipality_a_new_one_must_too(tmp_path):
    town = tmp_path / "town"
    shutil.copytree(TINYTOWN, town)
    table = town / "geographies.csv"
    table.write_text(table.read_text("utf-8").replace(",area,,,,,", ",area,,,,,tinby-kommune")
                     .replace(",area,,,,the Søgade quarter,", ",area,,,,,tinby-kommune"), "utf-8")  # fmt: skip
    fault = one_fault(given(merged(tmp_path), NEW, package=town))
    assert "municipality: found nothing; allowed: a column municipality: tinby-kommune" in fault


@pytest.mark.parametrize(
    ("taken_as", "shape"),
    [("parks", box(9.52, 56.1, 9.521, 56.101)), ("places", Point(9.52, 56.1)),
     ("paths", LineString([(9.52, 56.1), (9.521, 56.101)]))],
)  # fmt: skip
@pytest.mark.parametrize("package", [TINYTOWN, KYSTBY, SKELBY])
def test_a_park_a_place_and_a_path_are_new_too_also_where_there_was_no_such_layer(
    tmp_path, taken_as, shape, package
):
    said = {"kind": "garden", "description_da": "Ny.", "description_en": "New."}
    if package is KYSTBY:
        shape = translate(shape, 1.0, -0.4)
    file = layer(tmp_path, ("Nyhaven", shape, said), name="ny.geojson")
    new, exact = {"Nyhaven": "nyhaven"}, Exactness("exact", 2.0)
    answer = given(file, new, taken_as, exact, package)
    found = written(answer).layers[taken_as].loc["nyhaven"]
    assert [found[one] for one in ("name", "kind", "description_en", "error_m")] == [
        "Nyhaven", "garden", "New.", 2.0,
    ]  # fmt: skip
    listed = json.loads((answer.new.path / "datapackage.json").read_text("utf-8"))["resources"]
    assert [one["crs"] for one in listed if one["name"] == taken_as] == ["EPSG:4326"]
    assert answer.counts == {f"new {taken_as}": 1}


def test_what_a_park_is_must_be_stated(tmp_path):
    file = layer(tmp_path, ("Nyhaven", box(9.52, 56.1, 9.521, 56.101)))
    told = [
        str(f) for f in given(file, {"Nyhaven": "nyhaven"}, "parks", Exactness("high", 5)).faults
    ]
    assert any(
        "feature 1 (nyhaven), kind: found nothing; allowed: a column kind" in f for f in told
    )


def test_nothing_is_new_in_a_table(tmp_path):
    fault = one_fault(given(long_csv(tmp_path, "Naboklager;Søgade;2025;14"), NEW, "observations"))
    assert "--new, Engkvarteret" in fault
    assert "allowed: features of areas, parks, places, paths" in fault
