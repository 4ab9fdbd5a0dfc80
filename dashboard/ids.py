"""Name every element that code reaches for; layouts, callbacks and assets use only these."""

PAGE = "page"
VIEW = "view"
BOOT = "boot"
LOADING = "loading"

MAIN = "main"
HEADER = "header"
NOTICE = "notice"
CONTROLS = "controls"
CONTROLS_TOGGLE = "controls-toggle"
CONTROLS_BODY = "controls-body"
MAP = "map"
MAP_REGION = "map-region"
LEGEND = "legend"
PLAN_LABEL = "plan-label"
PANEL = "panel"
CLOCK = "clock"
SENTENCE = "sentence"
TABLE = "table"
LANGUAGES = "languages"

FILTERS = "filters"
COUNT = "count"
DOWNLOADS = "downloads"
ROWS = "rows"


def layer(name: str) -> str:
    """Return the id of a map layer."""
    return f"layer-{name}"
