"""Each page gets its own files and those that all pages share, once."""

import pytest

from dashboard.bundles import ASSETS, GROUPS, LIBRARIES, WITH_MAP, bundles
from dashboard.sitemap import PAGES


def test_every_page_has_a_script_and_a_style_sheet():
    own = {f"{page}.{kind}" for page in PAGES.values() for kind in ("js", "css")}
    libraries = {name for names in LIBRARIES.values() for name in names}
    assert set(bundles()) == own | libraries


@pytest.mark.parametrize("page", GROUPS)
def test_a_page_gets_the_shared_files_and_those_of_its_groups(page):
    text = bundles()[f"{page}.js"].text
    for file in ASSETS.rglob("*.js"):
        wanted = file.parent == ASSETS or file.parent.name in GROUPS[page]
        assert text.count(file.read_text("utf-8")) == wanted, file.name


def test_no_file_is_in_no_bundle():
    groups = {group for groups in GROUPS.values() for group in groups}
    folders = {file.parent.name for file in ASSETS.rglob("*.[jc]s*") if file.parent != ASSETS}
    assert folders == groups


def test_the_map_page_has_a_map():
    assert "map" in WITH_MAP
