"""Measure one page in headless Chromium: cold loads, slow loads, and steps of the slider."""

import itertools
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Error
from playwright.sync_api import Page as Tab

from tools.bench.pages import Page
from tools.bench.peers.data import YEARS
from tools.bench.records import Load, Measured, Step
from tools.bench.serving import NotServedError, served
from tools.bench.traffic import Traffic

PROBE = Path(__file__).parent / "probe"
#: Each page is measured in this many rounds, one page after the other, so that a busy spell of
#: the machine does not fall on one page alone.
ROUNDS = 3
STEPS = 20
#: What a server does once, at its start, is over by then.
SETTLE_S = 20
LOADS = 2
#: After each step: longer than the product's rest before it writes the address.
REST_MS = 350
STEP_TIMEOUT_MS = 5000
DRAWN_TIMEOUT_MS = 60_000
SLOW_BITS_PER_S = 10_000_000
SLOW_RTT_MS = 50
SLOW_CPU = 4
VIEWPORT = {"width": 1280, "height": 800}


@dataclass
class Opened:
    """A browser tab with an empty cache and its book-keeping."""

    tab: Tab
    session: CDPSession
    traffic: Traffic


def measure(browser: Browser, page: Page) -> Measured:
    """Return one round of a page, or why nothing was measured."""
    try:
        with served(page) as address:
            time.sleep(SETTLE_S)
            load(browser, page, address, slow=False)  # warms the server, counts for nothing
            loads = tuple(load(browser, page, address, slow=False) for _ in range(LOADS))
            slow = tuple(load(browser, page, address, slow=True) for _ in range(LOADS))
            return _stepped(browser, page, address, loads, slow)
    except (Error, NotServedError) as error:
        reason = str(error).strip().partition("\n")[0]
        return Measured(page.name, page.label, page.product, not_run=reason)


@contextmanager
def opened(browser: Browser, page: Page, address: str, *, slow: bool) -> Iterator[Opened]:
    """Open the page in a new context and wait for its map."""
    context = browser.new_context(viewport=VIEWPORT)  # type: ignore[arg-type, unused-ignore]
    try:
        context.add_init_script(_script(page))
        tab = context.new_page()
        session = context.new_cdp_session(tab)
        traffic = Traffic(session)
        if slow:
            _slow_down(session)
        tab.goto(address, wait_until="commit")
        tab.wait_for_function(
            "() => window.__bench && __bench.drawn !== null",
            polling=200,
            timeout=DRAWN_TIMEOUT_MS,
        )
        yield Opened(tab, session, traffic)
    finally:
        context.close()


def _script(page: Page) -> str:
    probe = (PROBE / "probe.js").read_text("utf-8")
    adapter = (PROBE / f"{page.adapter}.js").read_text("utf-8")
    begin = f"if (window === window.top) __bench.start({page.trigger!r}, {adapter});"
    return f"{probe}\n{begin}"


def _slow_down(session: CDPSession) -> None:
    per_second = SLOW_BITS_PER_S / 8
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": SLOW_RTT_MS,
            "downloadThroughput": per_second,
            "uploadThroughput": per_second,
        },
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_CPU})


def load(browser: Browser, page: Page, address: str, *, slow: bool) -> Load:
    """Load the page with an empty cache; wait until it asks for nothing more."""
    with opened(browser, page, address, slow=slow) as one:
        one.traffic.wait_until_quiet(one.tab)
        resources = tuple(sorted(one.traffic.resources, key=lambda r: -r.bytes))
        return Load(
            drawn=float(one.tab.evaluate("__bench.drawn")),
            bytes=sum(resource.bytes for resource in resources),
            requests=len(one.traffic.addresses),
            socket_bytes=one.traffic.socket_bytes,
            resources=resources,
        )


def _stepped(
    browser: Browser,
    page: Page,
    address: str,
    loads: tuple[Load, ...],
    slow: tuple[Load, ...],
) -> Measured:
    with opened(browser, page, address, slow=False) as one:
        one.traffic.wait_until_quiet(one.tab)
        before = len(one.traffic.asked)
        steps = [step(one.tab, page, years) for years in moves(STEPS)]
        one.tab.wait_for_timeout(1000)
        asked = one.traffic.asked[before:]
        one.session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_CPU})
        slow_steps = [step(one.tab, page, years) for years in moves(STEPS)]
        painted = tuple(one_step for one_step in steps if one_step)
        if not painted:
            reason = "no step of the slider changed the map"
            return Measured(page.name, page.label, page.product, not_run=reason)
        return Measured(
            name=page.name,
            label=page.label,
            product=page.product,
            requests=len(asked),
            step_addresses=tuple(sorted({address.partition("?")[0] for address in asked})),
            lost=len(steps) - len(painted),
            steps=painted,
            slow_steps=tuple(one_step for one_step in slow_steps if one_step),
            loads=loads,
            slow_loads=slow,
            outside=tuple(one.traffic.outside()),
        )


def moves(count: int) -> list[tuple[int, int]]:
    """Return steps as (from, to) places: up to the last year, down again, and so on."""
    last = len(YEARS) - 1
    places = [last - abs(last - step % (2 * last)) for step in range(count + 1)]
    return list(itertools.pairwise(places))


def step(tab: Tab, page: Page, places: tuple[int, int]) -> Step | None:
    """Make one step with a real key press, or a click where keys do nothing."""
    if page.slider:
        tab.focus(page.slider)
    tab.evaluate("() => __bench.expect()")
    if page.slider:
        tab.keyboard.press("ArrowRight" if places[1] > places[0] else "ArrowLeft")
    else:
        _click_year(tab, places[1])
    stamps = tab.evaluate(
        "(most) => Promise.race([__bench.painted, new Promise((end) => setTimeout(() => end(null), most))])",
        STEP_TIMEOUT_MS,
    )
    tab.wait_for_timeout(REST_MS)
    return _step_of(stamps, tab.evaluate("__bench.step.settled")) if stamps else None


def _click_year(tab: Tab, place: int) -> None:
    """Click plotly's slider at a year."""
    tick = tab.locator(".slider-tick-rect").nth(place).bounding_box()
    rail = tab.locator(".slider-rail-rect").bounding_box()
    if tick is None or rail is None:
        raise Error("the slider is not to be seen")
    tab.mouse.click(tick["x"] + tick["width"] / 2, rail["y"] + rail["height"] / 2)


def _step_of(stamps: dict[str, Any], settled: float | None) -> Step:
    return Step(
        queued=stamps["queued"],
        change=stamps["change"],
        first_frame=stamps["firstFrame"],
        paint=stamps["paint"],
        second_frame=stamps["second"],
        frames=stamps["frames"],
        settled=stamps["paint"] if settled is None else settled,
    )
