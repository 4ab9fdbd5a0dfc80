"""A visit: one page in a fresh context, with everything noted that it asks for or complains of."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import BrowserContext, Page

#: What a script waits for after a move of the clock: the frame that it is painted in.
PAINTED = "await new Promise((end) => requestAnimationFrame(() => setTimeout(end, 1)));"
#: What a script waits for to have the document with all series, as a page that asked for all.
WHOLE = """(async () => {
  const doc = await (await fetch(document.body.dataset.document)).json();
  doc.overviews = {};
  await blok.files.fetchInto(doc, blok.files.lacking("data", {}, doc));
  return doc;
})()"""
#: Chromium says so, after some seconds on a page, of a type that it has in memory from the page
#: before: that page needs no second copy, and the type is drawn with all the same.
_TYPE_AT_HAND = re.compile(r"/fonts/\S+\.woff2 was preloaded using link preload but not used")
#: After this time the address has followed the clock (`REST_MS` in `assets/state.js`).
REST_MS = 450

_NOTE_VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation",
  (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""


class Visit:
    """One person's page."""

    def __init__(self, context: BrowserContext, url: str, address: str = "") -> None:
        self.context = context
        self.url = url
        self.requests: list[str] = []
        self.problems: list[str] = []
        context.add_init_script(_NOTE_VIOLATIONS)
        self.page: Page = context.new_page()
        self.page.on("request", lambda r: self.requests.append(r.url))
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("console", self._note)
        self.open(address)

    def _note(self, message: Any) -> None:
        if message.type in ("error", "warning") and not _TYPE_AT_HAND.search(message.text):
            self.problems.append(f"{message.type}: {message.text}")

    def open(self, address: str) -> None:
        """Go to an address of the server and wait until the page is ready."""
        self.page.goto(self.url + address.lstrip("/"))
        self.ready()

    def ready(self) -> None:
        self.page.wait_for_selector("body[data-ready]", state="attached")
        self.page.wait_for_function("() => window.blok.state.get() !== null")
        if self.page.evaluate("document.body.dataset.page") == "map":
            # many areas are drawn on a canvas
            drawn = "path[data-layer=areas][aria-label], .leaflet-container canvas"
            self.page.wait_for_selector(drawn, state="attached")

    def complaints(self) -> list[str]:
        """Return console errors, page errors and violations of the content policy."""
        return self.problems + list(self.page.evaluate("window.violations || []"))

    def rest(self) -> None:
        self.page.wait_for_timeout(REST_MS)

    @property
    def state(self) -> dict[str, Any]:
        return dict(self.page.evaluate("blok.state.get()"))

    @property
    def query(self) -> dict[str, str]:
        pairs = parse_qs(urlsplit(self.page.url).query, keep_blank_values=True)
        return {key: values[-1] for key, values in pairs.items()}

    def set(self, **patch: Any) -> None:
        """Change the view as the clock does: no step for Back."""
        self.page.evaluate(
            f"async (patch) => {{ await blok.state.set(patch, false); {PAINTED} }}", patch
        )

    def choose(self, indicator: str) -> None:
        """Choose a series and wait until it is shown: it has to be fetched."""
        self.page.select_option("#indicator", indicator)
        self.page.wait_for_function("(i) => blok.state.get().indicator === i", arg=indicator)

    def area(self, identifier: str) -> Any:
        return self.page.locator(f"path[data-layer=areas][data-feature={identifier}]")

    def feature(self, identifier: str) -> Any:
        return self.page.locator(f"path[data-feature={identifier}]:not([data-layer=areas])")

    def text(self, selector: str) -> str:
        """Return an element's text with ordinary spaces."""
        return (self.page.text_content(selector) or "").replace("\u00a0", " ")
