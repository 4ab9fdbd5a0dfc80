"""What `check` accepts is served: small packages by chance, each asked for all that it answers.

`BLOKTILBY_EXAMPLES=2000` tries many more than a run of all tests does.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, reject, settings
from hypothesis import strategies as st

from geodata.package.package import Package
from geodata.reading.faults import PackageError
from tests.generated.commands import joined, refused
from tests.generated.packages import packages
from tests.generated.sample import BARE
from tests.generated.serving import asked, failures, files, pages, served
from tests.generated.writing import read, write
from tests.integration.conftest import Site, layout_of

EXAMPLES = int(os.environ.get("BLOKTILBY_EXAMPLES", "8"))


def _accepted(folder: Path) -> Package:
    """Read a package; one may be refused for a shape, such as touching parts, and nothing else."""
    try:
        return read(folder)
    except PackageError as error:
        if all(fault.file.endswith(".geojson") for fault in error.faults):
            reject()
        raise


@settings(
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink an example takes an hour
    max_examples=EXAMPLES, deadline=None, derandomize=EXAMPLES < 100, print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
@given(data=st.data())
def test_what_check_accepts_is_served(data):
    with TemporaryDirectory() as name:
        folder = Path(name)
        package = _accepted(write(folder, data.draw(packages())))
        server = served(package)
        assert failures(server, pages(server)) == []
        figures = bool(package.observations)
        assert failures(server, files(package), refusable=not figures) == []
        assert failures(server, data.draw(asked(package)), refusable=True) == []
        assert joined(package) <= len(package.observations)
        assert refused(package, folder) == []


def test_pages_say_what_a_bare_package_is_without(tmp_path):
    site = Site(served(read(write(tmp_path, BARE))))
    places = layout_of(site, "/steder").text
    assert "Datapakken har ingen steder, parker, stier eller veje." in places
    assert "kan der ikke udregnes minutter" in places
    for page, words in (("/", "ingen tal."), ("/sammenlign", "ingen tal, mål eller aktiviteter."),
                        ("/om", "ingen evaluering."), ("/data", "ingen tal.")):  # fmt: skip
        assert f"Datapakken har {words}" in layout_of(site, page).text
