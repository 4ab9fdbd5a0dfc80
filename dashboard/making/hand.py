"""What a child process is called for; only there is loaded what drawing takes."""

import importlib
import os
from functools import cache

from dashboard.making.product import Ground, Job, Product, Refusal

#: Whoever only looks goes first.
_NICE = 5


def make(job: Job, ground: Ground) -> Product | Refusal:
    """Make what a job asks for."""
    workshop = importlib.import_module("dashboard.making.workshop")
    found: Product | Refusal = workshop.made(job, workshop.stock(ground))
    return found


def warm(ground: Ground) -> None:
    """Load and read what the first job would wait for."""
    importlib.import_module("dashboard.making.workshop").stock(ground).materials.prepare()


@cache
def begin() -> None:
    """Stand back behind the server."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
