"""Somebody prints a page: what it shows is on the paper, whole, and the screen is as it was."""

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from tests.browser.serving import Server
from tests.browser.visiting import Visit

Visiting = Callable[..., Visit]

PAGES = {
    "": ("Skolefravær", "Randers Kommune", "Delmål og indikatorer"),
    "sammenlign?fane=tid": ("Skolefravær", "Delmål og indikatorer"),
    "sammenlign?fane=aar&fra=2022&aar=2023": ("2021/22", "2022/23", "Delmål og indikatorer"),
    "steder?omraader=jennumparken&aar=2023": ("Myretuen",),
    "data": ("Celle i rapporten", "344 af 344"),
    "om": ("Licens", "Første tal efter en ændret opgørelse"),
}


#: What paper needs otherwise than the screen: sizes, open tables, the address.
_STANDING = """() => ({
  style: document.querySelector("main").style.cssText,
  maps: [...document.querySelectorAll(".map")].map((map) => map.style.cssText),
  open: [...document.querySelectorAll("main details")].map((details) => details.open),
  address: document.querySelectorAll(".printed-from").length,
})"""


@pytest.mark.parametrize("address", PAGES)
def test_the_paper_holds_what_the_page_shows(
    randers_server: Server, visit: Visiting, address: str
) -> None:
    person = visit(randers_server, address)
    person.rest()
    before = person.page.evaluate(_STANDING)
    paper = PdfReader(io.BytesIO(person.page.pdf(prefer_css_page_size=True, print_background=True)))
    text = "\n".join(page.extract_text() for page in paper.pages)
    assert all(word in text for word in PAGES[address])
    assert randers_server.url.split("//")[1].rstrip("/") in text.replace("\n", "")
    assert person.page.evaluate(_STANDING) == before
