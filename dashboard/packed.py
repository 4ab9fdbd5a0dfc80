"""Send an answer that is kept, compressed once for each way that browsers take it."""

import gzip
from functools import cached_property

import brotli
from flask import Response, request

#: Better costs a visitor more time than the bytes that it saves.
_QUALITY = 5


class Packed:
    """Bytes, and the same as brotli and as gzip when somebody asks for it."""

    def __init__(self, plain: bytes) -> None:
        """Take the bytes as they are."""
        self.plain = plain

    @cached_property
    def br(self) -> bytes:
        """The bytes as brotli."""
        packed: bytes = brotli.compress(self.plain, mode=brotli.MODE_TEXT, quality=_QUALITY)
        return packed

    @cached_property
    def gzip(self) -> bytes:
        """The bytes as gzip."""
        return gzip.compress(self.plain, _QUALITY, mtime=0)


def answer(packed: Packed, content_type: str) -> Response:
    """Return the answer as the browser that asks takes it."""
    taken = request.accept_encodings
    if taken["br"]:
        response = Response(packed.br, headers={"Content-Encoding": "br"})
    elif taken["gzip"]:
        response = Response(packed.gzip, headers={"Content-Encoding": "gzip"})
    else:
        response = Response(packed.plain)
    response.content_type = content_type
    response.vary.add("Accept-Encoding")
    return response
