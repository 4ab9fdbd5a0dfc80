"""Subjects that the tests of pictures share."""

import pytest
from hypothesis import HealthCheck, settings

from dashboard.pictures.subject import subjects_of
from layers.view import build_view

# A busy machine is no failure.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(scope="session")
def subjects(randers):
    return subjects_of(randers, build_view(randers))


@pytest.fixture(scope="session")
def town_subjects(tinytown):
    return subjects_of(tinytown, build_view(tinytown))
