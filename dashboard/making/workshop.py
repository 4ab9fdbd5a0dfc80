"""Make what is asked for from a package, in a process that has everything for it at hand."""

from collections.abc import Callable
from functools import cache

from dashboard.asked import RefusedError
from dashboard.compiling.materials import Materials
from dashboard.making.comparing import make_compare
from dashboard.making.path import make_path
from dashboard.making.product import Ground, Job, Product, Refusal
from dashboard.making.stock import Stock
from dashboard.making.takeaways import make_chart, make_map, make_memo
from dashboard.making.values import make_values
from geodata.package.stored import restore

_MAKERS: dict[str, Callable[[Job, Stock], Product]] = {
    "values": make_values,
    "chart": make_chart,
    "map": make_map,
    "memo": make_memo,
    "path": make_path,
    "compare": make_compare,
}


def made(job: Job, stock: Stock) -> Product | Refusal:
    """Return what a job makes, or why it cannot be made."""
    try:
        return _MAKERS[job.what](job, stock)
    except RefusedError as error:
        return Refusal(error.key, dict(error.values))


@cache
def stock(ground: Ground) -> Stock:
    """Read the package that a release was made from, once for a process."""
    return Stock(Materials(restore(ground.package, ground.columns), ground.settings))
