"""A staff area for each test; its accounts are made once, as hashing takes its time."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.settings import Settings
from dashboard.staff.app import staff_server
from tests.staff.area import Area, an_area


@pytest.fixture(scope="session")
def first_area(tmp_path_factory: pytest.TempPathFactory) -> Area:
    return an_area(tmp_path_factory.mktemp("staff"))


@pytest.fixture
def area(first_area: Area, tmp_path: Path) -> Area:
    shutil.copytree(first_area.staff.folder.parent, tmp_path / "area")
    archive, own = tmp_path / "area" / "archive", tmp_path / "area" / "staff"
    staff = replace(first_area.staff, folder=own)
    return Area(staff_server(Settings(archive=archive, staff=own), staff), staff, archive)
