"""Tell whether what is sent was sent by a page of ours, for the sign-in that it comes with.

Each sign-in has a mark that follows from it and from the area's key: pages repeat it in the
hidden field of a form, Dash's renderer in a header.
"""

from urllib.parse import urlsplit

from flask import request
from werkzeug.exceptions import HTTPException

from dashboard.identity.known import identity
from dashboard.identity.secret import is_mark, mark

#: The field of a form, and the header of a callback, that hold the mark.
FIELD, HEADER = "mark", "X-Blok-Mark"
_PURPOSE = "callbacks and forms"


class NotOwnForm(HTTPException):
    """Something was sent that no page of ours sent for this sign-in."""

    code = 403
    description = "staff.error.not_own"


def own_mark() -> str:
    """Return the mark of the present sign-in, for the hidden field of a form."""
    return mark_of(request.cookies.get(identity().cookies.session, ""))


def mark_of(name: str) -> str:
    """Return the mark of a sign-in, which its browser sends along with all that it sends."""
    return mark(identity().secret, _PURPOSE, name)


def is_same_site() -> bool:
    """Tell whether a browser says that what it sends is not another site's."""
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin")
    hosts = {request.host, urlsplit(identity().settings.origin).netloc} - {""}
    foreign = origin is not None and urlsplit(origin).netloc not in hosts
    return not foreign and site in ("same-origin", "none")


def is_marked() -> bool:
    """Tell whether what is sent holds the mark of its sign-in."""
    name = request.cookies.get(identity().cookies.session, "")
    said = request.headers.get(HEADER) or request.form.get(FIELD, "")
    return is_mark(said, identity().secret, _PURPOSE, name)
