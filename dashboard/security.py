"""Answer with the usual security headers, and refuse what this server does not do."""

from flask import Flask, Response, request
from secure import (
    ContentSecurityPolicy,
    CrossOriginOpenerPolicy,
    CrossOriginResourcePolicy,
    PermissionsPolicy,
    ReferrerPolicy,
    Secure,
    XContentTypeOptions,
)
from werkzeug.exceptions import MethodNotAllowed

from dashboard.asking import ASKING
from dashboard.settings import Settings

#: Nothing is written here; anything else is answered with 405, but for questions.
_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def secure_headers(settings: Settings, script_hashes: list[str]) -> Secure:
    """Return the headers; `script_hashes` are those of Dash's own inline starter."""
    images = ["'self'", "data:"] + ([settings.tiles_origin] if settings.tiles_origin else [])
    policy = (
        ContentSecurityPolicy()
        .default_src("'none'")
        .script_src("'self'", *script_hashes)
        .style_src("'self'", "'unsafe-inline'")
        .img_src(*images)
        .connect_src("'self'")
        .font_src("'self'")
        .base_uri("'none'")
        .form_action("'self'")
        .frame_ancestors("'none'")
    )
    return Secure(
        csp=policy,
        coop=CrossOriginOpenerPolicy().same_origin(),
        corp=CrossOriginResourcePolicy().same_origin(),
        permissions=PermissionsPolicy()
        .geolocation("self")
        .fullscreen("self")
        .camera()
        .microphone(),
        referrer=ReferrerPolicy().strict_origin_when_cross_origin(),
        xcto=XContentTypeOptions().nosniff(),
    )


def protect(server: Flask, headers: Secure) -> None:
    """Add the headers to every answer and refuse methods that would write."""

    @server.before_request
    def read_only() -> None:
        if request.method not in _METHODS and request.endpoint != ASKING:
            raise MethodNotAllowed(valid_methods=_METHODS)

    @server.after_request
    def add_headers(response: Response) -> Response:
        for name, value in headers.headers.items():
            response.headers[name] = value
        return response
