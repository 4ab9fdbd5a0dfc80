"""Packages that tests share; a test that changes one takes a copy."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from geodata.package.loading import read_package
from geodata.package.package import Package
from tests.packages_editing import KYSTBY, RANDERS, SKELBY, SMAABY, TINYTOWN

#: Needs an extra: `make test-parquet` has it.
collect_ignore = [] if find_spec("pyarrow") else ["unit/geodata/intake/test_parquet.py"]


@pytest.fixture(scope="session")
def tinytown() -> Package:
    """A tiny invented town without a fault or a finding."""
    return read_package(TINYTOWN)


@pytest.fixture(scope="session")
def neighbours(tinytown: Package) -> Package:
    """The invented town, but one of its areas lies in the next municipality, which prints 20 %."""
    (one,) = (o for o in tinytown.observations if o.key[1:3] == ("tinby-kommune", "2020/21"))
    other = replace(one, geography="nabo-kommune", value=20.0, source_text="20,0 %")
    group = next(g for g in tinytown.geographies if g.id == "tinby-kommune")
    moved = (replace(g, municipality="nabo-kommune" if g.id == "soegade" else "")
             for g in tinytown.geographies)  # fmt: skip
    named = replace(group, id="nabo-kommune", name_da="Nabo Kommune", name_en="Next Municipality",
                    benchmark="", in_text_da="", in_text_en="")  # fmt: skip
    return replace(tinytown, geographies=(*moved, named),
                   observations=(*tinytown.observations, other))  # fmt: skip


@pytest.fixture(scope="session")
def kystby() -> Package:
    """A second invented town, which has little more than areas and figures."""
    return read_package(KYSTBY)


@pytest.fixture(scope="session")
def skelby() -> Package:
    """An invented town whose areas change their outlines, are merged and divided."""
    return read_package(SKELBY)


@pytest.fixture(scope="session")
def smaaby() -> Package:
    """An invented town, as its planners see it: some of its figures are not for everybody."""
    return read_package(SMAABY)


@pytest.fixture(scope="session")
def randers() -> Package:
    """The shipped package."""
    return read_package(RANDERS)


@pytest.fixture
def copy_of(tmp_path: Path) -> Callable[[str], Path]:
    """Copy a package by its name to a folder that the test may change."""
    sources = {"tinytown": TINYTOWN, "kystby": KYSTBY, "skelby": SKELBY, "smaaby": SMAABY,
               "randers": RANDERS}  # fmt: skip

    def copy(name: str) -> Path:
        return shutil.copytree(sources[name], tmp_path / name, dirs_exist_ok=True)

    return copy


@pytest.fixture
def town(copy_of: Callable[[str], Path]) -> Path:
    """A copy of the invented town that the test may change."""
    return copy_of("tinytown")


def _of_browser(config: pytest.Config, *outcomes: str) -> list[str]:
    """The browser tests of some outcomes, each once; only the run that reports has any."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    found = [
        r.nodeid
        for outcome in outcomes
        for r in (reporter.stats if reporter else {}).get(outcome, [])
    ]
    return [name for name in dict.fromkeys(found) if name.startswith("tests/browser/")]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A browser test that did not run is a failure: nobody looks at skips."""
    if _of_browser(session.config, "skipped") and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    terminalreporter.write_line(f"{len(_of_browser(config, 'passed', 'failed'))} browser tests ran")
    told = {"skipped": "skipped, which counts as a failure", "rerun": "needed a second try"}
    for outcome, words in told.items():
        if names := _of_browser(config, outcome):
            terminalreporter.write_line(f"{words}: {', '.join(names)}", red=True)
