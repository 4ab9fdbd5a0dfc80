"""Wait for a peer in a process of its own, which can be ended where a thread cannot."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any


def within(seconds: float, work: Callable[..., Any], *arguments: Any) -> Any:
    """Return what some work returns, or `{"not_run": reason}` where it takes longer or fails."""
    # A child that is forked has the network already; it is too large to be sent.
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(there, work, arguments), daemon=True)
    child.start()
    there.close()
    try:
        if not here.poll(seconds):
            return {"not_run": f"not ready after {seconds:.0f} s"}
        return here.recv()
    except EOFError:
        child.join()
        return {"not_run": f"ended by itself, exit {child.exitcode}"}
    finally:
        child.kill()
        child.join()


def _answer(to: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    try:
        to.send(work(*arguments))
    except Exception as error:  # noqa: BLE001 - whatever stops a peer is told in its row
        to.send({"not_run": f"{type(error).__name__}: {error}"})
