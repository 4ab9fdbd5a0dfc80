"""Views that the tests of the layers share."""

import pytest
from hypothesis import HealthCheck, settings

from geodata.package.package import Package
from layers.view import View, build_view

# A busy machine is no failure.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(scope="session")
def randers_view(randers: Package) -> View:
    return build_view(randers)


@pytest.fixture(scope="session")
def tinytown_view(tinytown: Package) -> View:
    return build_view(tinytown)
