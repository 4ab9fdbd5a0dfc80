"""Write the office that residents may ask, as the package names it."""

import re

from dashboard.catalogue import Catalogue
from geodata.package.package import Package


def write_contact(package: Package, words: Catalogue) -> dict[str, str] | None:
    """Return the office with the addresses of its links, `None` where there is none."""
    office = package.descriptor.contact
    if office is None:
        return None
    return {
        "ask": words.text("contact.ask", name=office.name),
        "address": office.address,
        "phone": office.phone,
        "call": f"tel:{office.phone.replace(' ', '')}",
        "url": office.url,
        "site": re.sub(r"^https://|/$", "", office.url),
    }
