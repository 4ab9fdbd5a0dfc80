"""Packages that tests share; a test that changes one takes a copy."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from geodata.loading import read_package
from geodata.package import Package
from tests.packages_editing import RANDERS, TINYTOWN


@pytest.fixture(scope="session")
def tinytown() -> Package:
    """A tiny invented town without a fault or a finding."""
    return read_package(TINYTOWN)


@pytest.fixture(scope="session")
def randers() -> Package:
    """The shipped package."""
    return read_package(RANDERS)


@pytest.fixture
def copy_of(tmp_path: Path) -> Callable[[str], Path]:
    """Copy a package, `tinytown` or `randers`, to a folder that the test may change."""
    sources = {"tinytown": TINYTOWN, "randers": RANDERS}

    def copy(name: str) -> Path:
        return shutil.copytree(sources[name], tmp_path / name, dirs_exist_ok=True)

    return copy


@pytest.fixture
def town(copy_of: Callable[[str], Path]) -> Path:
    """A copy of the invented town that the test may change."""
    return copy_of("tinytown")
