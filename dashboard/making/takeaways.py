"""Make `chart.<format>`, `map.<format>` and `memo.pdf`: what to take away.

The address has the keys of the pages: `indikator`, `omraader`, `mod` (a comparison group),
`aar` and `fra` (the later and the earlier year), `vis` (the mode) and `sprog`.
"""

from collections.abc import Sequence
from datetime import date

from matplotlib.figure import Figure
from werkzeug.datastructures import MultiDict

from dashboard.asked import MAX_QUERY, RefusedError, ids, known, language_words
from dashboard.catalogue import LANGUAGES
from dashboard.making.formats import PICTURES
from dashboard.making.product import Job, Product
from dashboard.making.stock import Stock
from dashboard.memo.document import write_memo
from dashboard.memo.request import Asked, Memo, plan_chart, plan_map, plan_memo
from dashboard.memo.typesetting import typeset
from dashboard.pictures.saving import as_picture
from dashboard.pictures.subject import Subject
from dashboard.pictures.whole import change_picture, chart_picture, map_picture
from layers.comparisons import Mode

CHART_KEYS = ("indikator", "omraader", "mod", "sprog")
MAP_KEYS = ("indikator", "aar", "fra", "vis", "sprog")
MEMO_KEYS = ("indikator", "omraader", "aar", "fra", "mod", "vis", "sprog")


def make_chart(job: Job, stock: Stock) -> Product:
    """Draw the chart; raise `RefusedError` for what cannot be shown."""
    subject, asked = _asked(job, stock, CHART_KEYS)
    memo = plan_chart(subject, asked)
    drawn = subject.lines(memo.indicators[0], memo.places, memo.against)
    return _picture(chart_picture(drawn, subject), job, subject, memo)


def make_map(job: Job, stock: Stock) -> Product:
    """Draw the map; raise `RefusedError` for what cannot be shown."""
    subject, asked = _asked(job, stock, MAP_KEYS)
    memo = plan_map(subject, asked)
    return _picture(_map(subject, memo), job, subject, memo)


def make_memo(job: Job, stock: Stock) -> Product:
    """Typeset the memo; raise `RefusedError` for what cannot be shown."""
    subject, asked = _asked(job, stock, MEMO_KEYS)
    wanted = plan_memo(subject, asked)
    written = write_memo(wanted, subject, made=date.today(), public_url=stock.public_url)
    return Product(typeset(written), "application/pdf", _name(job, subject, wanted))


def _picture(figure: Figure, job: Job, subject: Subject, memo: Memo) -> Product:
    body = as_picture(figure, job.kind, subject.cells.names[memo.indicators[0]])
    return Product(body, PICTURES[job.kind], _name(job, subject, memo))


def _map(subject: Subject, memo: Memo) -> Figure:
    """Return the map of a year, or of the change since an earlier one."""
    (indicator,) = memo.indicators
    if memo.earlier is None:
        return map_picture(subject, indicator, memo.year, memo.mode)
    return change_picture(subject, indicator, (memo.earlier, memo.year))


def _asked(job: Job, stock: Stock, keys: Sequence[str]) -> tuple[Subject, Asked]:
    asked = read_query(job.query, job.length, keys)
    every = [i.id for i in stock.package.indicators]
    # one that is not known is refused by whoever looks for it, whichever part is looked in
    some = [one for one in every if one in asked.indicators] or every[:1]
    return stock.of(some).subjects[language_words(job.query).language], asked


def read_query(query: MultiDict[str, str], length: int, keys: Sequence[str]) -> Asked:
    """Return what an address asks for; raise `RefusedError` for what cannot be read.

    `length` is the query's in bytes.
    """
    if length > MAX_QUERY:
        raise RefusedError("error.download.too_long", limit=MAX_QUERY)
    for key in query:
        if key not in keys:
            raise RefusedError("error.takeaway.key", word=key[:60], keys=", ".join(keys))
    known(query.get("sprog", LANGUAGES[0]), LANGUAGES, "error.download.language")
    mode = query.get("vis", "") or Mode.VALUE
    return Asked(
        indicators=ids(query, "indikator"),
        places=ids(query, "omraader"),
        year=_year(query, "aar"),
        earlier=_year(query, "fra"),
        against=query.get("mod"),
        mode=Mode(known(mode, list(Mode), "error.takeaway.mode")),
    )


def _year(query: MultiDict[str, str], key: str) -> int | None:
    text = query.get(key, "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise RefusedError("error.takeaway.year", word=text[:60])
    return int(text)


def _name(job: Job, subject: Subject, memo: Memo) -> str:
    """Return a name that says whose, what, of which series, and of which year."""
    said = subject.words.text(f"takeaway.{job.what}")
    years = memo.years if job.what == "map" else (memo.year,)
    year = "" if job.what == "chart" else "".join(f"-{one}" for one in years)
    name = subject.package.descriptor.name
    return f"{name}-{said}-{memo.indicators[0]}{year}.{job.kind}"
