"""Answer `GET /download/chart.<format>`, `map.<format>` and `memo.pdf`: what to take away.

The address has the keys of the pages: `indikator`, `omraader`, `mod` (a comparison group),
`aar` and `fra` (the later and the earlier year), `vis` (the mode) and `sprog`.
"""

from collections.abc import Sequence
from datetime import date

from flask import Flask, Response, abort, request
from matplotlib.figure import Figure
from werkzeug.datastructures import MultiDict

from dashboard.asked import MAX_QUERY, RefusedError, ids, known, language_words
from dashboard.catalogue import LANGUAGES
from dashboard.content import Content
from dashboard.making import one_of_few
from dashboard.memo.document import write_memo
from dashboard.memo.request import Asked, Memo, plan_chart, plan_map, plan_memo
from dashboard.memo.typesetting import typeset
from dashboard.pictures.saving import PICTURES, as_picture
from dashboard.pictures.subject import Subject
from dashboard.pictures.whole import change_picture, chart_picture, map_picture
from dashboard.settings import Settings
from layers.comparisons import Mode

CHART_KEYS = ("indikator", "omraader", "mod", "sprog")
MAP_KEYS = ("indikator", "aar", "fra", "vis", "sprog")
MEMO_KEYS = ("indikator", "omraader", "aar", "fra", "mod", "vis", "sprog")


def add_takeaways(server: Flask, content: Content, settings: Settings) -> None:
    """Add the routes of pictures and memos."""

    @server.get("/download/chart.<kind>")
    def chart(kind: str) -> Response:
        subject, asked = _asked(content, kind, CHART_KEYS)
        memo = plan_chart(subject, asked)
        drawn = subject.lines(memo.indicators[0], memo.places, memo.against)
        with one_of_few():
            figure = chart_picture(drawn, subject)
            body = as_picture(figure, kind, subject.cells.names[memo.indicators[0]])
        return _file(body, PICTURES[kind], _name(content, subject, "chart", memo, kind))

    @server.get("/download/map.<kind>")
    def map_(kind: str) -> Response:
        subject, asked = _asked(content, kind, MAP_KEYS)
        memo = plan_map(subject, asked)
        with one_of_few():
            figure = _map(subject, memo)
            body = as_picture(figure, kind, subject.cells.names[memo.indicators[0]])
        return _file(body, PICTURES[kind], _name(content, subject, "map", memo, kind))

    @server.get("/download/memo.pdf")
    def memo() -> Response:
        asked = read_query(request.args, len(request.query_string), MEMO_KEYS)
        subject = content.subjects[language_words(request.args).language]
        wanted = plan_memo(subject, asked)
        with one_of_few():
            body = typeset(
                write_memo(wanted, subject, made=date.today(),
                           public_url=settings.public_url)
            )  # fmt: skip
        return _file(body, "application/pdf", _name(content, subject, "memo", wanted, "pdf"))


def _map(subject: Subject, memo: Memo) -> Figure:
    """Return the map of a year, or of the change since an earlier one."""
    (indicator,) = memo.indicators
    if memo.earlier is None:
        return map_picture(subject, indicator, memo.year, memo.mode)
    return change_picture(subject, indicator, (memo.earlier, memo.year))


def _asked(content: Content, kind: str, keys: Sequence[str]) -> tuple[Subject, Asked]:
    if kind not in PICTURES:
        abort(404, "error.picture.format")
    asked = read_query(request.args, len(request.query_string), keys)
    return content.subjects[language_words(request.args).language], asked


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


def _name(content: Content, subject: Subject, what: str, memo: Memo, kind: str) -> str:
    """Return a name that says whose, what, of which series, and of which year."""
    said = subject.words.text(f"takeaway.{what}")
    years = memo.years if what == "map" else (memo.year,)
    year = "" if what == "chart" else "".join(f"-{one}" for one in years)
    return f"{content.package.descriptor.name}-{said}-{memo.indicators[0]}{year}.{kind}"


def _file(body: bytes, content_type: str, name: str) -> Response:
    response = Response(body, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "public, no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response
