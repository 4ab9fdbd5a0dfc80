"""What is written is there whole or not at all, also where files cannot have two names."""

import errno
import os
from pathlib import Path

import pytest

from dashboard.publishing.durable import share, write_new


@pytest.fixture(params=["links", "no links"])
def links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    def refuse(source: str, target: str) -> None:
        raise OSError(errno.EPERM, "Operation not permitted", source)

    if request.param == "no links":
        monkeypatch.setattr(os, "link", refuse)
    return bool(request.param == "links")


def test_a_new_file_is_written_and_nothing_beside_it(tmp_path: Path, links: bool) -> None:
    write_new(tmp_path / "in" / "000001.json", b"first")
    assert [(f.name, f.read_bytes()) for f in (tmp_path / "in").iterdir()] == [
        ("000001.json", b"first")
    ]


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path, links: bool) -> None:
    file = tmp_path / "000001.json"
    write_new(file, b"first")
    with pytest.raises(FileExistsError):
        write_new(file, b"second")
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("000001.json", b"first")]


def test_a_shared_file_is_the_same_file_or_a_copy_of_it(tmp_path: Path, links: bool) -> None:
    (tmp_path / "one").write_bytes(b"content")
    share(str(tmp_path / "one"), str(tmp_path / "two"))
    assert (tmp_path / "two").read_bytes() == b"content"
    assert (tmp_path / "one").samefile(tmp_path / "two") is links
