"""Keep gunicorn from telling every visitor which program answers."""

import sys


def nameless() -> None:
    """Leave the `Server` line out of all answers that gunicorn writes in this process.

    It has no setting for that. Where another server runs, nothing is done: waitress is told
    in `dashboard.__main__`.
    """
    wsgi = sys.modules.get("gunicorn.http.wsgi")
    if wsgi is None:
        return
    written = wsgi.Response.default_headers

    def without_server(response: object) -> list[str]:
        return [line for line in written(response) if not line.startswith("Server:")]

    wsgi.Response.default_headers = without_server
