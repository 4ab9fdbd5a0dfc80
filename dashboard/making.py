"""Let only so many pictures and memos be made at once; whoever comes then is told to wait."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from dashboard.asked import BusyError

#: Drawing takes a whole core; the others are for those who only look.
AT_ONCE = 2

_free = threading.BoundedSemaphore(AT_ONCE)


@contextmanager
def one_of_few() -> Iterator[None]:
    """Hold one of the places; raise `BusyError` at once where none is free."""
    if not _free.acquire(blocking=False):
        raise BusyError("error.busy")
    try:
        yield
    finally:
        _free.release()
