"""The pages that are measured: how each is served, stepped and watched."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.bench.peers.data import INDICATOR, YEARS

ROOT = Path(__file__).resolve().parents[2]
PEER_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
_PEERS = "tools.bench.peers"


@dataclass(frozen=True)
class Page:
    """A page; `adapter` names the file in `probe/` that knows what its map looks like."""

    name: str
    label: str
    command: tuple[str, ...]
    adapter: str
    #: The event that a step begins with.
    trigger: str
    #: What takes the arrow keys; empty where the slider takes the mouse only.
    slider: str
    address: str = "/"
    product: bool = False

    def command_at(self, port: int) -> list[str]:
        """Return the command that serves the page on a port."""
        return [part.replace("{port}", str(port)) for part in self.command]

    def environment(self, port: int) -> dict[str, str]:
        """Return the environment of the command: ours, without settings of the product."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith("BLOKTILBY")}
        return {**kept, "BLOKTILBY_PORT": str(port), "PYTHONPATH": str(ROOT)}


def _product(language: str) -> Page:
    query = f"?aar={YEARS[0]}&indikator={INDICATOR}&vis=value&sprog={language}"
    return Page(
        name=f"product-{language}",
        label=f"**this product**, `?sprog={language}`",
        command=(sys.executable, "-m", "dashboard"),
        adapter="product",
        trigger="input",
        slider="#year",
        address=f"/{query}",
        product=True,
    )


def _peer(name: str, label: str, adapter: str, trigger: str, slider: str) -> Page:
    command = (str(PEER_PYTHON), "-m", f"{_PEERS}.{name}", "{port}")
    return Page(name, label, command, adapter, trigger, slider)


_STREAMLIT = Page(
    name="streamlit_map",
    label="Streamlit slider, folium map",
    command=(
        *(str(PEER_PYTHON), "-m", "streamlit", "run"),
        str(ROOT / "tools" / "bench" / "peers" / "streamlit_map.py"),
        *("--server.port", "{port}", "--server.address", "127.0.0.1"),
        *("--server.headless", "true", "--server.fileWatcherType", "none"),
        *("--browser.gatherUsageStats", "false"),
    ),
    adapter="streamlit",
    trigger="keydown",
    slider="[data-testid=stSlider] input",
)

PAGES = (
    _product("da"),
    _peer(
        "folium_slider", "folium `TimeSliderChoropleth`", "leaflet", "input", "input[type=range]"
    ),
    _peer("dash_callback", "Dash slider, server callback", "leaflet", "keydown", "[role=slider]"),
    _peer("plotly_map", "`px.choropleth_map`, `animation_frame`", "plotly", "mousedown", ""),
    _STREAMLIT,
    _product("en"),
)
