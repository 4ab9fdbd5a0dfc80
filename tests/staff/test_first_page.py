"""The first page of a worker comes whole, whichever of its requests is answered first."""

import re
from dataclasses import replace

from dashboard.identity.settings import AREA
from dashboard.settings import Settings
from dashboard.staff.app import staff_server
from tests.staff.area import Area

_SCRIPTS = re.compile(r'src="(/medarbejder/_dash-component-suites/[^"]+)"')


def test_scripts_are_there_before_any_request_prepared_them(area: Area) -> None:
    """One worker answers with the page, and another one is asked for its scripts at once."""
    page = area.signed_in("viewer").get(AREA).get_data(as_text=True)
    scripts = _SCRIPTS.findall(page)
    assert len(scripts) > 4
    server = staff_server(Settings(archive=area.archive, staff=area.staff.folder), area.staff)
    before = server.before_request_funcs[None]
    server.before_request_funcs[None] = [one for one in before if one.__name__ != "_setup_server"]
    assert len(server.before_request_funcs[None]) < len(before)
    browser = replace(area, server=server).signed_in("viewer")
    assert [browser.get(one).status_code for one in scripts] == [200] * len(scripts)
