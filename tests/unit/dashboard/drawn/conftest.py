"""Atlases that the tests of drawings share."""

import pytest

from .atlases import atlas_of


@pytest.fixture(scope="session")
def randers_atlas(randers):
    return atlas_of(randers)


@pytest.fixture(scope="session")
def tinytown_atlas(tinytown):
    return atlas_of(tinytown)
