"""Let configured sites show one view in a frame, and tell all others in words that they may not.

`?embed=1` asks for a view alone. The Content-Security-Policy names the sites that may frame
it; a browser that says for whom it asks is answered with a sentence instead of a blank frame.
"""

from urllib.parse import urlsplit

from flask import Flask, Request, Response, g, request

from dashboard.catalogue import catalogue
from dashboard.error_page import error_page
from dashboard.routes import language_of_request

#: What a browser says that it asks for when it fills a frame.
_FRAMES = frozenset({"iframe", "frame", "embed", "object"})
_NOBODY = "frame-ancestors 'none'"


def is_embed(asked: Request) -> bool:
    """Tell whether an address asks for one view alone."""
    return asked.args.get("embed") == "1"


def is_refused(asked: Request, origins: tuple[str, ...]) -> bool:
    """Tell whether a frame of another site asks for what it may not show.

    Only a browser that names the kind of its request is refused here; the policy binds all.
    """
    framed = asked.headers.get("Sec-Fetch-Dest") in _FRAMES
    if not framed or asked.headers.get("Sec-Fetch-Site") == "same-origin":
        return False
    parts = urlsplit(asked.headers.get("Referer", ""))
    return not (is_embed(asked) and f"{parts.scheme}://{parts.netloc}" in origins)


def add_embedding(server: Flask, origins: tuple[str, ...]) -> None:
    """Refuse frames of unlisted sites, and name the listed ones in the policy of embeds.

    Call this before the headers are added: what is registered first runs last.
    """

    @server.before_request
    def refuse() -> tuple[str, int] | None:
        g.refused = is_refused(request, origins)
        if not g.refused:
            return None
        words = catalogue(language_of_request())
        return error_page(words, words.text("error.framed")), 403

    @server.after_request
    def name_frames(response: Response) -> Response:
        allowed = " ".join(origins) if is_embed(request) and origins else ""
        # the sentence itself may be shown anywhere: there is nothing on it to be tricked into
        allowed = "*" if g.get("refused") else allowed
        policy = response.headers.get("Content-Security-Policy", "")
        if allowed:
            named = policy.replace(_NOBODY, f"frame-ancestors {allowed}")
            response.headers["Content-Security-Policy"] = named
        return response
