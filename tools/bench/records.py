"""What is measured, as it is kept in the JSON file. Times are in milliseconds."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import chain
from typing import Any


@dataclass(frozen=True)
class Step:
    """One step of the slider, from the moment the page heard the input."""

    #: From the browser's receipt of the input to the page's hearing of it; not in the others.
    queued: float
    #: Until the map showed the other year in the document, or on the canvas.
    change: float
    #: Until the first frame after the input began.
    first_frame: float
    #: Until the frame that held the change was done.
    paint: float
    #: Until the frame after that one began: the double `requestAnimationFrame`.
    second_frame: float
    #: Which frame after the input held the change.
    frames: int
    #: Until the end of the last frame in which anything seen of the page changed.
    settled: float


@dataclass(frozen=True)
class Resource:
    """One answer of a load, and its bytes on the wire, headers included."""

    address: str
    bytes: int


@dataclass(frozen=True)
class Load:
    """One load with an empty cache."""

    drawn: float
    bytes: int
    requests: int
    #: What a web socket brought until the page was quiet; not in `bytes`.
    socket_bytes: int
    resources: tuple[Resource, ...]


@dataclass(frozen=True)
class Measured:
    """All of one page."""

    name: str
    label: str
    product: bool
    #: Requests during the steps, messages sent over a web socket among them.
    requests: int = 0
    step_addresses: tuple[str, ...] = ()
    lost: int = 0
    steps: tuple[Step, ...] = ()
    #: The same with a processor that is slowed down.
    slow_steps: tuple[Step, ...] = ()
    loads: tuple[Load, ...] = ()
    slow_loads: tuple[Load, ...] = ()
    outside: tuple[str, ...] = ()
    #: The share of the machine's cores that worked for others just before each round.
    busy: tuple[float, ...] = ()
    #: Why nothing was measured; empty where it was.
    not_run: str = ""


def merged(rounds: Sequence[Measured]) -> Measured:
    """Return the rounds of one page as one; a round that failed adds nothing but its load."""
    busy = tuple(chain.from_iterable(one.busy for one in rounds))
    ran = [one for one in rounds if not one.not_run]
    if not ran:
        return replace(rounds[0], busy=busy)
    return replace(
        ran[0],
        requests=sum(one.requests for one in ran),
        step_addresses=tuple(sorted(set(chain.from_iterable(one.step_addresses for one in ran)))),
        lost=sum(one.lost for one in ran),
        steps=tuple(chain.from_iterable(one.steps for one in ran)),
        slow_steps=tuple(chain.from_iterable(one.slow_steps for one in ran)),
        loads=tuple(chain.from_iterable(one.loads for one in ran)),
        slow_loads=tuple(chain.from_iterable(one.slow_loads for one in ran)),
        outside=tuple(sorted(set(chain.from_iterable(one.outside for one in ran)))),
        busy=busy,
    )


@dataclass(frozen=True)
class Run:
    """One run of the benchmark."""

    date: str
    commit: str
    machine: str
    versions: dict[str, str]
    pages: tuple[Measured, ...] = field(default_factory=tuple)

    def to_json(self) -> dict[str, Any]:
        """Return the run as plain data."""
        return asdict(self)
