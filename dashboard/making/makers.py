"""Let a few child processes make what takes long, so that no visitor waits for another's.

A job has a time limit, and only so many may wait; whoever comes then is told to come again.
"""

import multiprocessing
import threading
from concurrent.futures import TimeoutError as TooLateError
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol

from pebble import ProcessExpired, ProcessPool

from dashboard.asked import BusyError, RefusedError
from dashboard.making import hand
from dashboard.making.product import Ground, Job, Product, Refusal

#: Seconds that one file may take; the first one of a process also reads the package.
LIMIT_S = 60.0
#: Processes that make files: each takes a whole core while it draws.
AT_ONCE = 2
#: Files that may be asked for and not yet there. Each keeps a thread of the server waiting,
#: so it must have more.
WAITING = 8
#: The same for drawn paths, which are reckoned by one process in a fraction of a second.
WAITING_PATHS, PATH_LIMIT_S = 4, 60.0


class Makers(Protocol):
    """Makes files."""

    def make(self, job: Job) -> Product:
        """Return what a job asks for.

        Raises `RefusedError` for what cannot be made, `BusyError` where too much is being made
        or it takes too long.
        """
        ...


def delivered(made: Product | Refusal) -> Product:
    """Return a product; raise `RefusedError` where there is none."""
    if isinstance(made, Refusal):
        raise RefusedError(made.key, **made.values)
    return made


class ChildMakers:
    """Makers in child processes, which begin with the first job."""

    def __init__(
        self, ground: Ground, *, at_once: int = AT_ONCE, waiting: int = WAITING,
        limit_s: float = LIMIT_S
    ) -> None:  # fmt: skip
        self._ground = ground
        self._limit_s = limit_s
        self._free = threading.BoundedSemaphore(waiting)
        self._at_once = at_once
        self._hiring = threading.Lock()
        self._pool = self._hire()

    def _hire(self) -> ProcessPool:
        # a new interpreter and no fork: the server has threads
        context = multiprocessing.get_context("spawn")
        return ProcessPool(self._at_once, context=context, initializer=hand.begin)

    def _working(self) -> ProcessPool:
        """The pool; a new one where all processes of the last one died."""
        with self._hiring:
            if not self._pool.active:
                self._pool = self._hire()
            return self._pool

    def make(self, job: Job) -> Product:
        """See `Makers.make`."""
        if not self._free.acquire(blocking=False):
            raise BusyError("error.busy")
        try:
            task = self._working().schedule(hand.make, [job, self._ground], timeout=self._limit_s)
            return delivered(task.result())
        except TooLateError as error:
            raise BusyError("error.too_long") from error
        except (ProcessExpired, BrokenProcessPool) as error:
            raise BusyError("error.busy") from error
        finally:
            self._free.release()

    def warm(self) -> None:
        """Let one process read the package already, without waiting for it."""
        self._working().schedule(hand.warm, [self._ground], timeout=self._limit_s)

    def stop(self) -> None:
        """End all processes at once."""
        self._pool.stop()
        self._pool.join()
