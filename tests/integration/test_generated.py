"""What `check` accepts is served: small packages by chance, each asked for all that it answers.

`BLOKTILBY_EXAMPLES=2000` tries many more than a run of all tests does.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, reject, settings

from geodata.faults import PackageError
from geodata.loading import read_package
from tests.generated.packages import packages, write
from tests.generated.serving import failures, pages, served, takeaways
from tests.generated.shapes import ring

EXAMPLES = int(os.environ.get("BLOKTILBY_EXAMPLES", "8"))
BARE = {
    "tables": {
        "geographies": [{"id": "sted-0", "name_da": "Sted", "name_en": "Place", "kind": "area"}],
        "indicators": [{
            "id": "serie-0", "theme": "et", "unit": "percent", "decimals": "0",
            "polarity": "higher", "name_da": "Serie", "name_en": "Series",
            **dict.fromkeys(("definition_da", "definition_en", "population_da", "population_en",
                             "source", "update_da", "update_en"), "ord"),
        }],
        "observations": [],
    },
    "layers": {"areas": [{
        "type": "Feature",
        "properties": {"id": "sted-0", "name": "Sted", "kind": "area", "confidence": "exact",
                       "error_m": 5, "basis_da": "tegnet", "basis_en": "drawn"},
        "geometry": {"type": "Polygon", "coordinates": [ring(0, 0, 1, 1)]},
    }]},
    "years": range(2023, 2024), "name": "By", "as_of": 2023,
}  # fmt: skip


@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=EXAMPLES < 100, print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
@given(content=packages())
def test_what_check_accepts_is_served(content):
    with TemporaryDirectory() as name:
        folder = write(Path(name), content)
        try:
            package = read_package(folder)
        except PackageError:
            reject()  # a line between two equal points and the like
        server = served(folder)
        server.testing = True  # a failure is told, not answered
        assert failures(server, pages()) == []
        wanted = takeaways(package)
        assert failures(server, wanted[:: max(1, len(wanted) // 4)], refusable=True) == []


def test_pages_say_what_a_bare_package_is_without(tmp_path):
    content = served(write(tmp_path, BARE)).test_client()
    places = content.get("/pages/da/places/_dash-layout").get_data(as_text=True)
    assert "Datapakken har ingen steder, parker, stier og veje." in places
    assert "kan der ikke udregnes minutter" in places
    for page, words in (("map", "ingen tal."), ("compare", "ingen tal, mål og aktiviteter."),
                        ("about", "ingen evaluering."), ("data", "ingen tal.")):  # fmt: skip
        layout = content.get(f"/pages/da/{page}/_dash-layout").get_data(as_text=True)
        assert f"Datapakken har {words}" in layout
