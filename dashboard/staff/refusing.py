"""Say in a sentence why there is no answer; a breakdown is told to the log alone."""

from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.identity.settings import AREA
from dashboard.staff.language import language_of_page

#: What is said where nothing more is known.
_SAID = {
    400: "error.question",
    401: "staff.error.signed_out",
    403: "staff.error.role",
    404: "app.not_found",
    405: "staff.error.method",
    413: "staff.error.too_large",
    415: "error.question",
}


def add_refusals(server: Flask) -> None:
    """Answer a person with a page, and a script, which shows it on its own, with the sentence.

    Whoever refuses names what is said: `abort(409, "staff.…")`, a key of the catalogue.
    """

    @server.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response:
        status = error.code or 500
        if status < 400:  # the way to an address with its slash
            return make_response(error.get_response())
        words = catalogue(language_of_page())
        key = str(error.description)
        said = words.text(key if words.has(key) else _SAID.get(status, "error.generic"))
        if request.path.startswith(f"{AREA}_dash-"):
            return Response(said, status, mimetype="text/plain")
        page = render_template("refused.html", say=words.text, language=words.language,
                               languages=LANGUAGES, said=said)  # fmt: skip
        return make_response(page, status)
