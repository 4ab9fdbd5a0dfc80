"""Make `values.<format>`: all figures, or those asked for, as a file.

The address says what is asked for: `indikator` and `omraader` are ids with commas between,
`forbehold` is a remark (`note`: any), `soeg` is text that stands in the table's row, and
`sprog` the language that it stands there in.
"""

from collections.abc import Container

from werkzeug.datastructures import MultiDict

from dashboard import numbers
from dashboard.asked import MAX_QUERY, RefusedError, ids, known, language_words
from dashboard.catalogue import LANGUAGES, Catalogue
from dashboard.making.formats import FORMATS
from dashboard.making.product import Job, Product
from dashboard.making.stock import Stock
from geodata.files.endings import ending
from geodata.files.export import as_bytes
from geodata.files.printed import rows
from geodata.files.selection import REMARKS, Wanted, select
from geodata.package.package import Package

KEYS = ("indikator", "omraader", "forbehold", "soeg", "sprog")


#: So many rows a file may have: a sheet has room for no more, and a visitor's memory neither.
MOST_ROWS = 250_000


def make_values(job: Job, stock: Stock) -> Product:
    """Make the file; raise `RefusedError` for what is not known, not there or too much."""
    wanted = read_query(job.query, job.length, stock.package)
    words = language_words(job.query)
    part = stock.of(wanted.indicators, wanted.geographies)
    if len(part.package.observations) > MOST_ROWS:
        limit = numbers.number(MOST_ROWS, 0, words)
        raise RefusedError("error.download.too_many", limit=limit)
    texts = stock.texts(part, words.language) if wanted.text else {}
    chosen = select(rows(part.package), wanted, texts)
    if not chosen:
        raise RefusedError("error.download.nothing")
    body = as_bytes(part.package, job.kind, chosen)
    return Product(body, FORMATS[job.kind], file_name(stock.package, wanted, job.kind, words))


def read_query(query: MultiDict[str, str], length: int, package: Package) -> Wanted:
    """Return what an address asks for; raise `RefusedError` for what is not known.

    `length` is the query's in bytes: no link of ours is near `MAX_QUERY`.
    """
    if length > MAX_QUERY:
        raise RefusedError("error.download.too_long", limit=MAX_QUERY)
    for key in query:
        known(key, KEYS, "error.download.key")
    known(query.get("sprog", LANGUAGES[0]), LANGUAGES, "error.download.language")
    remark = query.get("forbehold", "")
    if remark:
        known(remark, REMARKS, "error.download.remark")
    return Wanted(
        indicators=_ids(query, "indikator", {i.id for i in package.indicators}),
        geographies=_ids(query, "omraader", {g.id for g in package.geographies}),
        remark=remark,
        text=query.get("soeg", ""),
    )


def _ids(query: MultiDict[str, str], key: str, all_ids: Container[str]) -> frozenset[str]:
    return frozenset(known(part, all_ids, f"error.download.{key}") for part in ids(query, key))


def file_name(package: Package, wanted: Wanted, kind: str, words: Catalogue) -> str:
    """Return a name that says whose figures, whether all of them, and until when."""
    part = "all" if wanted == Wanted() else "some"
    d = package.descriptor
    extent = words.text(f"download.{part}")
    return f"{d.name}-{extent}-{d.as_of.isoformat()}{ending(kind)}"
