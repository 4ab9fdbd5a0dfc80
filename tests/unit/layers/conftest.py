"""Views that the tests of the layers share."""

import pytest

from geodata.package import Package
from layers.view import View, build_view


@pytest.fixture(scope="session")
def randers_view(randers: Package) -> View:
    return build_view(randers)


@pytest.fixture(scope="session")
def tinytown_view(tinytown: Package) -> View:
    return build_view(tinytown)
