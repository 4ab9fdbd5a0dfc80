"""Staff sign in, work by keyboard, are told when it is over, and sign out."""

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import waitress
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from dashboard.bundles import ASSETS
from dashboard.identity.sessions import Sessions
from dashboard.identity.settings import AREA
from dashboard.staff.beside import Beside
from tests.staff.area import PASSWORD, Area, an_area

from .visiting import _NOTE_VIOLATIONS

SIZES = ({"width": 1440, "height": 900}, {"width": 390, "height": 844})


class Public:
    """Stands for the public pages, of which the area takes the type alone."""

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        file = ASSETS / environ["PATH_INFO"].removeprefix("/assets/")
        start("200 OK", [("Content-Type", "font/woff2")])
        return [file.read_bytes() if file.suffix == ".woff2" else b""]

    def warm(self) -> None:
        """Nothing has to begin."""

    def stop(self) -> None:
        """Nothing has to end."""


@dataclass
class Desk:
    """Somebody at a screen; `problems` is what the browser complains of."""

    context: BrowserContext
    page: Page
    url: str
    area: Area
    problems: list[str] = field(default_factory=list)

    def sign_in(self, name: str, password: str = PASSWORD, to: str = AREA) -> None:
        self.page.goto(self.url + to)
        self.page.get_by_label("Navn").fill(name)
        self.page.get_by_label("Adgangskode").fill(password)
        self.page.keyboard.press("Enter")

    def sound(self) -> None:
        """Hold that neither axe nor the content policy complains."""
        found = Axe().run(self.page)
        assert found.violations_count == 0, found.generate_report()
        assert self.page.evaluate("window.violations") == []


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Area]]:
    area = an_area(tmp_path_factory.mktemp("staff"))
    server = waitress.create_server(
        Beside(Public(), area.server.wsgi_app), port=0, host="127.0.0.1"
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}", area
    server.close()
    thread.join(10)


@pytest.fixture
def desk(browser: Browser, served: tuple[str, Area]) -> Iterator[Desk]:
    context = browser.new_context(viewport=SIZES[0])
    context.add_init_script(_NOTE_VIOLATIONS)
    page = context.new_page()
    found = Desk(context, page, *served)
    page.on("pageerror", lambda error: found.problems.append(str(error)))
    page.on(
        "console",
        lambda m: found.problems.append(m.text) if m.type in ("error", "warning") else None,
    )
    yield found
    context.close()


@pytest.mark.parametrize("size", SIZES, ids=("desk", "phone"))
@pytest.mark.parametrize("dark", [False, True], ids=("day", "dark"))
def test_somebody_signs_in_by_keyboard_sees_what_is_shown_and_signs_out(
    desk: Desk, size: dict[str, int], dark: bool
) -> None:
    desk.page.set_viewport_size(size)  # type: ignore[arg-type]
    desk.page.emulate_media(color_scheme="dark" if dark else "light")
    desk.page.goto(desk.url + AREA)
    desk.sound()
    desk.sign_in("publisher")
    desk.page.get_by_role("heading", level=1, name="Velkommen, A publisher").wait_for()
    assert "A publisher (udgiver)" in desk.page.inner_text("header")
    assert "0123456789abcdef" in desk.page.inner_text("main")
    wide = desk.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= size["width"]
    desk.sound()
    out = desk.page.get_by_role("button", name="Log ud")
    out.focus()
    desk.page.keyboard.press("Enter")
    desk.page.get_by_text("Du er logget ud.").wait_for()
    desk.sound()
    assert desk.problems == []


def test_a_wrong_password_is_told_and_read_out(desk: Desk) -> None:
    desk.sign_in("viewer", "en helt anden sætning")
    assert desk.page.get_by_role("alert").inner_text() == "Navn eller adgangskode er ikke rigtig."
    assert desk.page.get_by_label("Navn").input_value() == "viewer"
    assert desk.page.get_by_label("Adgangskode").input_value() == ""
    desk.sound()


def test_a_page_says_when_its_sign_in_is_over_and_leads_back(desk: Desk) -> None:
    desk.sign_in("editor")
    desk.page.get_by_role("heading", level=1).wait_for()
    Sessions(desk.area.staff).end_all("editor")
    # as Back and Forward do: the address changes, and the page asks for what is there
    desk.page.evaluate(
        "history.pushState({}, '', '?sprog=en'); dispatchEvent(new PopStateEvent('popstate'))"
    )
    told = desk.page.get_by_role("alert")
    told.wait_for()
    assert "You are no longer signed in." in told.inner_text()
    told.get_by_role("link").click()
    assert desk.page.url.endswith("/log-ind?til=%2Fmedarbejder%2F%3Fsprog%3Den&sprog=da")


def test_the_english_page_is_english(desk: Desk) -> None:
    desk.sign_in("editor")
    desk.page.get_by_role("link", name="EN").click()
    desk.page.get_by_role("heading", level=1, name="Welcome, A editor").wait_for()
    assert desk.page.title() == "Overview – Staff"
    assert desk.page.get_attribute("html", "lang") == "en"
