"""Let a browser visit a package that was read, without another process."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from werkzeug.serving import WSGIRequestHandler, make_server

from geodata.package.package import Package
from tests.generated.serving import served


class _Silent(WSGIRequestHandler):
    """Says nothing of requests."""

    def log(self, *_: Any) -> None:
        """Nobody reads it."""


@contextmanager
def live(package: Package) -> Iterator[str]:
    """Serve a package on a free port while the block runs; give its address."""
    app = served(package)

    def uncompressed(environ: Any, start: Any) -> Any:
        environ.pop("HTTP_ACCEPT_ENCODING", None)  # compressing once for each server takes seconds
        return app.wsgi_app(environ, start)

    server = make_server("127.0.0.1", 0, uncompressed, threaded=True, request_handler=_Silent)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
