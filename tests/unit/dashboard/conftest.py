"""Documents and words that the tests of the dashboard share."""

from typing import Any

import pytest

from dashboard.catalogue import LANGUAGES, Catalogue, catalogue
from geodata.package.package import Package
from layers.view import build_view
from tests.documents import write_document

Documents = dict[str, dict[str, Any]]


def documents_of(package: Package) -> Documents:
    view = build_view(package)
    return {language: write_document(package, view, catalogue(language)) for language in LANGUAGES}


@pytest.fixture
def da() -> Catalogue:
    return catalogue("da")


@pytest.fixture
def en() -> Catalogue:
    return catalogue("en")


@pytest.fixture(scope="session")
def randers_documents(randers: Package) -> Documents:
    return documents_of(randers)


@pytest.fixture(scope="session")
def tinytown_documents(tinytown: Package) -> Documents:
    return documents_of(tinytown)
