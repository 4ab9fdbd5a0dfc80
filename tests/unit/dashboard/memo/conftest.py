"""Subjects that the tests of memos share."""

import pytest

from dashboard.pictures.subject import subjects_of
from layers.view import build_view


@pytest.fixture(scope="session")
def subjects(randers):
    return subjects_of(randers, build_view(randers))


@pytest.fixture(scope="session")
def town_subjects(tinytown):
    return subjects_of(tinytown, build_view(tinytown))
