"""Fill in a page what depends on the address that was asked for."""

#: Stand in a compiled page for the tags that sites read where a link is shared, for what the
#: page is told of how it is shown, and for what is drawn of the address.
TOLD = "<!-- told -->"
MARKS = " data-how-it-is-shown"
DRAWN = "<!-- drawn -->"


def filled(page: str, told: str, drawn: str, marks: str = "") -> str:
    """Return a compiled page for one address; `marks` are attributes of its body."""
    marked = page.replace(MARKS, marks, 1)
    # nothing that is put in is looked through for marks
    before, _, rest = marked.partition(TOLD)
    between, mark, after = rest.partition(DRAWN)
    return "".join((before, told, between, drawn if mark else "", after))
