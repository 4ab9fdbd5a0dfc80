"""Write the page of results: only what the run holds, with a verdict beside each target."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import quantiles

from tools.bench.records import Load, Measured, Run
from tools.bench.stats import median, median_drawn, next_frame_share, percentile

KIB = 1024
_HEADS = (
    "page",
    "requests in all steps",
    "DOM median / p95 ms",
    "paint median / p95 ms",
    "settled median / p95 ms",
    "settled, CPU ×4, ms",
    "by the next frame",
    "first load KiB / requests",
    "drawn, local s",
    "drawn, throttled s",
)


@dataclass(frozen=True)
class Target:
    """What the product is held to: a figure of a page and the most, or least, it may be."""

    words: str
    unit: str
    figure: Callable[[Measured], float]
    bound: float
    least: bool = False

    def met(self, page: Measured) -> bool:
        """Say whether the page meets the target."""
        now = self.figure(page)
        return now >= self.bound if self.least else now <= self.bound


def dom_median(page: Measured) -> float:
    """Return the median time to the changed document."""
    return median([step.change for step in page.steps])


def paint_median(page: Measured) -> float:
    """Return the median time to the painted change."""
    return median([step.paint for step in page.steps])


def slow_drawn(page: Measured) -> float:
    """Return the median time to the drawn map with a slow line and a slow processor."""
    return median_drawn(page.slow_loads)


def settled_median(page: Measured) -> float:
    """Return the median time until nothing of the page changed any more."""
    return median([step.settled for step in page.steps])


def slow_settled_median(page: Measured) -> float:
    """Return the same with a processor that is slowed down."""
    return median([step.settled for step in page.slow_steps])


def first_load_kib(page: Measured) -> float:
    """Return the median weight of a cold load, web socket included."""
    return median([load.bytes + load.socket_bytes for load in page.loads]) / KIB


def fastest_peer(pages: Iterable[Measured]) -> Measured | None:
    """Return the peer with the lowest median paint, or `None` where none ran."""
    peers = [page for page in pages if not page.product and not page.not_run]
    return min(peers, key=paint_median, default=None)


def targets(pages: Sequence[Measured]) -> list[Target]:
    """Return the targets; the one on paint needs a peer."""
    peer = fastest_peer(pages)
    compared, drawn = [], []
    if peer is not None:
        words = f"paint, median: at most the fastest peer ({peer.name}) + 2 ms"
        compared = [Target(words, "ms", paint_median, paint_median(peer) + 2)]
        words = f"drawn, throttled: not later than the fastest peer ({peer.name})"
        drawn = [Target(words, "s", slow_drawn, slow_drawn(peer))]
    return [
        Target("requests in all steps: 0", "", lambda page: page.requests, 0),
        Target("DOM change, median: at most 4 ms", "ms", dom_median, 4),
        *compared,
        Target(
            "painted by the next frame: at least 95 %",
            "%",
            lambda page: 100 * next_frame_share(page.steps, page.lost),
            95,
            least=True,
        ),
        Target("everything settled, median: at most 8 ms", "ms", settled_median, 8),
        Target("everything settled, CPU x4: at most 33 ms", "ms", slow_settled_median, 33),
        Target("first load: at most 280 KiB", "KiB", first_load_kib, 280),
        *drawn,
    ]


def document(run: Run) -> str:
    """Return the whole page."""
    return "\n".join(
        [
            "# Benchmarks",
            "",
            "Written by `make bench` from `benchmarks/latest.json`; do not edit. One run, medians,",
            "nothing discarded.",
            "",
            *_about(run),
            "",
            "## Results",
            "",
            *results(run.pages),
            "",
            "## Targets",
            "",
            *verdicts(run.pages),
            "",
            "## First load of the product",
            "",
            *heaviest(run.pages),
            "",
            *_how(run),
            "",
            *reading(run.pages),
            "",
        ]
    )


def _about(run: Run) -> list[str]:
    versions = ", ".join(f"{name} {version}" for name, version in run.versions.items())
    return [
        f"- Date: {run.date}",
        f"- Product: {run.commit}",
        f"- Machine: {run.machine}",
        f"- Versions: {versions}",
    ]


def results(pages: Iterable[Measured]) -> list[str]:
    """Return the table of all pages; a page that did not run says why."""
    return [_line(_HEADS), _line(["---"] * len(_HEADS)), *map(_row, pages)]


def _row(page: Measured) -> str:
    if page.not_run:
        return _line([page.label, f"not run: {page.not_run}", *[""] * (len(_HEADS) - 2)])
    lost = f" ({page.lost} never painted)" if page.lost else ""
    return _line(
        [
            page.label,
            f"{page.requests} in {len(page.steps) + page.lost}{lost}",
            _pair([step.change for step in page.steps]),
            _pair([step.paint for step in page.steps]),
            _pair([step.settled for step in page.steps]),
            _pair([step.settled for step in page.slow_steps]),
            f"{100 * next_frame_share(page.steps, page.lost):.0f} %",
            f"{first_load_kib(page):.0f} / {median([load.requests for load in page.loads]):.0f}",
            f"{median_drawn(page.loads):.2f}",
            f"{median_drawn(page.slow_loads):.2f}",
        ]
    )


def _pair(values: Sequence[float]) -> str:
    return f"{median(values):.1f} / {percentile(values, 0.95):.1f}"


def verdicts(pages: Sequence[Measured]) -> list[str]:
    """Return the table of targets for every page of the product that ran."""
    shown = [page for page in pages if page.product and not page.not_run]
    heads = ["target", *(page.name for page in shown)]
    rows = [
        [target.words, *(_verdict(target, page) for page in shown)] for target in targets(pages)
    ]
    return [_line(heads), _line(["---"] * len(heads)), *map(_line, rows)]


def _verdict(target: Target, page: Measured) -> str:
    word = "pass" if target.met(page) else "**fail**"
    digits = 0 if target.unit in ("", "%", "KiB") else 2
    return f"{word}: {target.figure(page):.{digits}f} {target.unit}".rstrip()


def heaviest(pages: Iterable[Measured], count: int = 10) -> list[str]:
    """Return the largest answers of the product's first load."""
    page = next((page for page in pages if page.product and not page.not_run), None)
    if page is None:
        return ["Not measured."]
    rows = [
        _line([f"`{resource.address}`", f"{resource.bytes / KIB:.1f}"])
        for resource in page.loads[-1].resources[:count]
    ]
    return [_line([f"{page.name}: answer", "KiB on the wire"]), _line(["---", "---"]), *rows]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _how(run: Run) -> list[str]:
    steps = max((len(page.steps) + page.lost for page in run.pages), default=0)
    return [
        "## How it is measured",
        "",
        "Every page is served by a process of its own on this machine and opened in headless",
        "Chromium (software rendering, 1280 x 800) by the same code (`tools/bench`), with one small",
        "adapter each that says what its map looks like. All draw the same seven areas and the",
        "series `ungdomsuddannelse-15-mdr` for 2020-2025. The product stands as shipped: panel",
        "open, all layers on. The peers draw the areas and nothing else. The pages take turns in",
        "three rounds, so that a busy spell of the machine does not fall on one alone.",
        "",
        f"- **Step**: {steps} real key presses (arrow right, arrow left) on the slider, 0.35 s apart,",
        "  so that what is written at rest is counted too. plotly's slider takes no keys: a click.",
        "  Time begins when the page hears the event (`input` on native sliders, `keydown` or",
        "  `mousedown` on others).",
        "- **DOM**: all seven areas have their new fill or name (MutationObserver). plotly draws on a",
        "  canvas: the first frame in which a pixel of an area has another colour; reading it back",
        "  costs some of its time.",
        "- **Paint**: the end, in the page's main thread, of the frame that holds the change (a",
        "  message posted in `requestAnimationFrame`). The compositor's work after it is in no",
        "  figure; the double `requestAnimationFrame` is in the JSON as `second_frame`.",
        "- **Settled**: the same of the last frame, within 0.35 s, in which anything of the page",
        "  changed: names, legend, panel, table, sentence. With CPU x4 by CDP beside it.",
        "- **By the next frame**: the first frame after the input held the change, and began within",
        "  one interval of 60 Hz.",
        "- **Requests**: all that Chromium's network log shows, icons too; each message sent over a",
        "  web socket counts as one.",
        "- **First load**: bytes on the wire with headers until the page is quiet, empty cache,",
        "  median of six; web socket messages by their length. The server was asked once before, twenty seconds after its start.",
        "- **Drawn**: from the start of the navigation until all areas are drawn and the page says",
        "  it is ready; median of six with an empty cache. Throttled: 10 Mbit/s, 50 ms, CPU x4 by",
        "  CDP, which delays answers and not connections.",
        "",
        "folium's and plotly's pages come from a server that sends brotli 11, better than a folder",
        "of files would; folium's twelve outside files come from npm over one local address (two",
        "unused style sheets left out), which spares it the outside connections.",
    ]


def reading(pages: Sequence[Measured]) -> list[str]:
    """Return what may and may not be read from the figures."""
    ran = [page for page in pages if not page.not_run]
    ours = [page for page in ran if page.product]
    lines = [
        "## Reading",
        "",
        "- The machine is shared and noisy. Share of the cores at other work just before each round: "
        + ", ".join(f"{page.name} {_shares(page.busy)}" for page in ran)
        + ".",
    ]
    if len(ours) == 2:
        lines.append(
            "- The two languages are the same code, so their difference is a measure of the noise: "
            f"DOM {_apart(ours, dom_median):.1f} ms, paint {_apart(ours, paint_median):.1f} ms, "
            f"throttled {_apart(ours, lambda p: median_drawn(p.slow_loads)):.2f} s. Differences of "
            "that size between pages say nothing."
        )
    spread = [f"{page.name} {_quartiles(page.slow_loads)}" for page in ran]
    outside = [f"{page.name} ({', '.join(page.outside)})" for page in ran if page.outside]
    return [
        *lines,
        f"- Throttled loads, lower to upper quartile in seconds: {', '.join(spread)}.",
        "- p95 of sixty steps rests on three steps.",
        "- A fast peer that draws seven areas does less than the product: no legend, panel, table,",
        "  layers, reasons, address or names read aloud. The table compares times, not pages.",
        "- One browser, software rendering, servers on the same machine: a server that answers at",
        "  each step would add its round trip, which is not in these figures.",
        "- Asked outside this machine: " + ("; ".join(outside) if outside else "nobody") + ".",
    ]


def _shares(busy: Iterable[float]) -> str:
    return " ".join(f"{100 * share:.0f} %" for share in busy)


def _apart(pages: Sequence[Measured], figure: Callable[[Measured], float]) -> float:
    figures = [figure(page) for page in pages]
    return max(figures) - min(figures)


def _quartiles(loads: Sequence[Load]) -> str:
    low, _, high = quantiles([load.drawn / 1000 for load in loads], n=4, method="inclusive")
    return f"{low:.2f}-{high:.2f}"
