"""Take from Dash what its page is made of: configuration, scripts, wires and hashes."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dash

from dashboard.dash_app import dash_app
from dashboard.parts.map_panel import LIBRARY

#: Libraries that Dash adds to every page and no page of ours uses: old browsers' missing
#: functions, and component libraries. They were a third of the first load.
_UNUSED = ("deps/polyfill@", "dcc/", "dash_table/")
#: What the default page tells every visitor about the server, and a ticket for jobs in the
#: background, of which there are none here.
_UNTOLD = ("python_version", "dash_version", "dash_version_url", "plotly_version", "end_id")
_NEVER_USED = ("dash_core_components", "dash_table")
_SCRIPT = re.compile(r'<script src="/_dash-component-suites/([^"]+)"></script>')
_CONFIG = re.compile(r"<script[^>]*>(.*)</script>", re.DOTALL)
#: Dash writes a version and a time of the installed file into the name of each script.
_VERSION = re.compile(r"\.v\d+(?:_\w+)*m\d+")
#: Parts of a library that it asks for itself, beside its own script.
_ASKED_LATER = ("dash_leaflet/async-GeoJSON.js", "dash_leaflet/async-EditControl.ts.js")
_HOMES = {"dash": Path(dash.__file__).parent, "dash_leaflet": LIBRARY}


@dataclass(frozen=True)
class DashFrame:
    """What Dash puts around every layout; `scripts` in order, by their path in `suites`."""

    config: dict[str, object]
    entry: str
    renderer: str
    scripts: tuple[str, ...]
    wires: str
    hashes: tuple[str, ...]
    suites: dict[str, bytes]


def dash_frame() -> DashFrame:
    """Return the frame; it is the same for all packages."""
    app = dash_app(str)  # only what is wired is read, nothing is answered
    found: dict[str, str] = {}

    def keep(**parts: str) -> str:
        found.update(parts)
        return "".join(parts.values())

    app.interpolate_index = keep
    client = app.server.test_client()
    client.get("/")
    wires = client.get("/_dash-dependencies").get_data(as_text=True)
    scripts = tuple(
        _VERSION.sub("", path)
        for path in _SCRIPT.findall(found["scripts"])
        if not any(word in path for word in _UNUSED)
    )
    return DashFrame(
        _told(json.loads(_CONFIG.findall(found["config"])[0])),
        found["app_entry"],
        found["renderer"],
        scripts,
        wires,
        tuple(app.csp_hashes()),
        {path: _read(path) for path in (*scripts, *_ASKED_LATER)},
    )


def _told(config: dict[str, Any]) -> dict[str, object]:
    """Return the configuration without what no visitor needs."""
    kept = {key: value for key, value in config.items() if key not in _UNTOLD}
    children = config["children_props"].items()
    return kept | {"children_props": {k: v for k, v in children if k not in _NEVER_USED}}


def _read(path: str) -> bytes:
    library, _, inside = path.partition("/")
    return (_HOMES[library] / inside).read_bytes()
