"""Answer `GET /download/values.<format>`: all figures, or those asked for, as a file.

`values-excel.csv` beside `values.csv` is the one that a Danish Excel opens by a double click.

The address says what is asked for: `indikator` and `omraader` are ids with commas between,
`forbehold` is a remark (`note`: any), `soeg` is text that stands in the table's row, and
`sprog` the language that it stands there in.
"""

from collections.abc import Container

from flask import Flask, Response, abort, request
from werkzeug.datastructures import MultiDict

from dashboard.asked import MAX_QUERY, RefusedError, ids, known, language_words
from dashboard.catalogue import LANGUAGES, Catalogue
from dashboard.content import Content
from geodata.files.export import as_bytes, ending
from geodata.files.selection import REMARKS, Wanted, select
from geodata.package.package import Package

#: The formats that are offered, by their name.
FORMATS = {
    "csv-excel": "text/csv; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
}
KEYS = ("indikator", "omraader", "forbehold", "soeg", "sprog")


def add_downloads(server: Flask, content: Content) -> None:
    """Add the route of the printed figures."""

    @server.get(f"/download/values{ending('csv-excel')}", defaults={"kind": "csv-excel"})
    @server.get("/download/values.<kind>")
    def download(kind: str) -> Response:
        if kind not in FORMATS:
            abort(404, "error.download.format")
        wanted = read_query(request.args, len(request.query_string), content.package)
        words = language_words(request.args)
        chosen = select(content.rows, wanted, content.texts[words.language])
        if not chosen:
            raise RefusedError("error.download.nothing")
        response = Response(as_bytes(content.package, kind, chosen), content_type=FORMATS[kind])
        name = file_name(content.package, wanted, kind, words)
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        response.headers["Cache-Control"] = "public, no-cache"
        response.add_etag()
        response.make_conditional(request)
        return response


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
