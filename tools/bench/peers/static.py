"""Serve a page and its files from memory, compressed once, the way a static host would."""

import mimetypes
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import brotli  # type: ignore[import-untyped, unused-ignore]

_COMPRESSED = ("text/", "application/javascript", "application/json", "image/svg")


@dataclass(frozen=True)
class File:
    """A file as it is sent."""

    kind: str
    body: bytes
    encoding: str


def pack(name: str, body: bytes) -> File:
    """Return a file with its type, compressed with brotli where it is text."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if kind.startswith(_COMPRESSED):
        return File(kind, brotli.compress(body, quality=11), "br")
    return File(kind, body, "")


def pack_page(html: str, files: dict[str, Path]) -> dict[str, File]:
    """Return the page as `/` and the files under their addresses."""
    packed = {name: pack(name, path.read_bytes()) for name, path in files.items()}
    return {"/": pack("index.html", html.encode()), **packed}


def serve(port: int, files: dict[str, File]) -> None:
    """Serve until stopped; an unknown address is a 404."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            """Answer one request."""
            file = files.get(urlsplit(self.path).path)
            self.send_response(200 if file else 404)
            if file and file.encoding:
                self.send_header("Content-Encoding", file.encoding)
            body = file.body if file else b""
            self.send_header("Content-Type", file.kind if file else "text/plain")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()
