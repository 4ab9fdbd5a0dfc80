"""Answer `GET /download/…` and `/asked/…`: what is made when it is asked for."""

from datetime import date

from flask import Flask, Response, abort, request

from dashboard.making.formats import FORMATS, PICTURES
from dashboard.making.kept import Kept, key_of
from dashboard.making.makers import Makers
from dashboard.making.product import Job, Product
from geodata.files.endings import ending


def add_making(server: Flask, makers: Makers, kept: Kept, public_url: str) -> None:
    """Add the routes."""

    @server.get(f"/download/values{ending('csv-excel')}", defaults={"kind": "csv-excel"})
    @server.get("/download/values.<kind>")
    def download(kind: str) -> Response:
        if kind not in FORMATS:
            abort(404, "error.download.format")
        return answer("values", kind)

    @server.get("/download/chart.<kind>")
    def chart(kind: str) -> Response:
        return picture("chart", kind)

    @server.get("/download/map.<kind>")
    def map_(kind: str) -> Response:
        return picture("map", kind)

    @server.get("/download/memo.pdf")
    def memo() -> Response:
        # the memo says the day that it was made
        return answer("memo", "pdf", date.today().isoformat())

    @server.get("/asked/compare.json")
    def compare() -> Response:
        return answer("compare", "json")

    def picture(what: str, kind: str) -> Response:
        if kind not in PICTURES:
            abort(404, "error.picture.format")
        return answer(what, kind)

    def answer(what: str, kind: str, *more: str) -> Response:
        job = Job(what, kind, request.args, len(request.query_string))
        key = key_of(job, public_url, *more)
        found = kept.find(key)
        if found is None:
            found = makers.make(job)
            kept.keep(key, found)
        return _file(found)


def _file(made: Product) -> Response:
    response = Response(made.body, content_type=made.content_type)
    if made.content_type != "application/json":
        response.headers["Content-Disposition"] = f'attachment; filename="{made.name}"'
    response.headers["Cache-Control"] = "public, no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response
