"""Editions are signed in minisign's format; files made by the real program are the measure."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import minisign
import pytest

from dashboard.archive.archive import Archive, ArchiveError, By
from dashboard.publishing.command import run
from dashboard.publishing.publish import publish, rollback
from dashboard.publishing.signing import SIGNATURE, check_signature, fault_of, manifest_of
from dashboard.publishing.upkeep import faults_of
from dashboard.settings import Settings, SettingsError, read_settings
from tests.packages_editing import TINYTOWN, edit_cell

MADE = Path(__file__).parents[1] / "signatures"
MANIFEST = (MADE / "manifest.txt").read_text("utf-8")
BY = By("anna", "2026-11-28T12:00:00+00:00", "a test")


def _key(name: str) -> str:
    return (MADE / f"{name}.pub").read_text("utf-8").splitlines()[1]


A, B = _key("a"), _key("b")


@pytest.mark.parametrize(("name", "comment"), [("a", "the report's figures"), ("legacy", "old")])
def test_what_minisign_signed_is_right(name: str, comment: str) -> None:
    signature = (MADE / f"{name}.minisig").read_bytes()
    assert check_signature(MANIFEST, signature, (B, A)) == comment


def _changed(signature: bytes, line: int, at: int) -> bytes:
    lines = signature.splitlines()
    letter = b"A" if lines[line][at : at + 1] != b"A" else b"B"
    lines[line] = lines[line][:at] + letter + lines[line][at + 1 :]
    return b"\n".join(lines) + b"\n"


@pytest.mark.parametrize(
    ("manifest", "signature", "keys", "said"),
    [
        (MANIFEST, "b", (A,), "a key that BLOKTILBY_SIGNERS does not name"),
        (MANIFEST + "x", "a", (A,), "of other files than these"),
        (MANIFEST.replace("aa", "ab"), "a", (A,), "of other files than these"),
        (MANIFEST, "a", (), "No key is trusted"),
        (MANIFEST, b"", (A,), "none of minisign's"),
        (MANIFEST, b"\xff" * 200, (A,), "none of minisign's"),
        (MANIFEST, ("a", 1, 40), (A,), "of other files than these"),  # the signature
        (MANIFEST, ("a", 2, 20), (A,), "of other files than these"),  # the trusted comment
        (MANIFEST, ("a", 3, 40), (A,), "of other files than these"),  # what binds the comment
        (MANIFEST, ("a", 1, 4), (A,), "a key that BLOKTILBY_SIGNERS does not name"),
    ],
)
def test_what_is_not_right_is_told(
    manifest: str, signature: str | bytes | tuple[str, int, int], keys: tuple[str, ...], said: str
) -> None:
    if isinstance(signature, tuple):
        name, *place = signature
        signature = _changed((MADE / f"{name}.minisig").read_bytes(), *place)
    if isinstance(signature, str):
        signature = (MADE / f"{signature}.minisig").read_bytes()
    with pytest.raises(ArchiveError, match=said):
        check_signature(manifest, signature, keys)


@pytest.fixture(scope="module")
def pair() -> minisign.KeyPair:
    return minisign.KeyPair.generate()


@pytest.fixture(scope="module")
def signer(pair: minisign.KeyPair) -> str:
    return bytes(pair.public_key.to_base64()).decode()


def _signed(pair: minisign.KeyPair, manifest: str) -> bytes:
    return bytes(pair.secret_key.sign(manifest.encode(), trusted_comment="figures of 2026"))


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, pair: minisign.KeyPair, signer: str) -> Path:
    """An archive that shows a signed edition; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("signed")
    settings = Settings(archive=folder, signers=(A, signer))
    signature = _signed(pair, manifest_of(TINYTOWN))
    publish(Archive(folder), TINYTOWN, settings, BY, signature=signature)
    return folder


@pytest.fixture
def archive(first: Path, tmp_path: Path) -> Archive:
    folder = tmp_path / "archive"
    shutil.copytree(first, folder, copy_function=os.link)
    return Archive(folder)


def test_a_signed_edition_is_shown_and_found_right(archive: Archive, signer: str) -> None:
    edition = str(archive.current())
    assert (archive.at(edition) / SIGNATURE).is_file()
    assert list(faults_of(archive, (signer,))) == []
    assert list(faults_of(archive, (A,))) == [
        f"Edition {edition}: The signature is of a key that BLOKTILBY_SIGNERS does not name."
    ]


def test_a_wrong_signature_is_told_before_anything_is_made(
    archive: Archive, tmp_path: Path, pair: minisign.KeyPair, signer: str
) -> None:
    draft = shutil.copytree(TINYTOWN, tmp_path / "draft")
    signature = _signed(pair, manifest_of(draft))
    edit_cell(draft, "observations", 3, "value", "15.2")
    settings = Settings(archive=archive.folder, signers=(signer,))
    with pytest.raises(ArchiveError, match="of other files than these"):
        publish(archive, draft, settings, BY, signature=signature)
    assert len(archive.editions()) == len(archive.numbers()) == 1


def test_a_file_that_was_changed_after_it_was_signed_is_told(archive: Archive, signer: str) -> None:
    edition = str(archive.current())
    file = archive.package(edition) / "observations.csv"
    text = file.read_text("utf-8")
    file.unlink()  # the file is shared with other tests
    file.write_text(text.replace("14.2", "15.2"), "utf-8")
    assert fault_of(archive, edition, (signer,)).endswith("of other files than these.")


def test_the_command_line_asks_for_a_signature_and_takes_one(
    archive: Archive,
    tmp_path: Path,
    pair: minisign.KeyPair,
    signer: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("BLOKTILBY_ARCHIVE", str(archive.folder))
    monkeypatch.setenv("BLOKTILBY_SIGNERS", signer)
    old = str(archive.current())
    draft = shutil.copytree(TINYTOWN, tmp_path / "draft")
    edit_cell(draft, "observations", 3, "value", "15.2")
    edit_cell(draft, "observations", 3, "source_text", "Mølleparken: 15,2 %")
    (draft / "draft.json").write_text('{"inputs": []}', "utf-8")
    publish_it = ["release", "publish", str(draft), "--why", "figures"]
    assert run(publish_it) == 1
    assert "is not signed" in capsys.readouterr().err
    assert archive.current() == old
    assert run([*publish_it, "--signature", str(tmp_path / "none")]) == 1
    assert "cannot be read" in capsys.readouterr().err
    assert run(["release", "manifest", str(draft)]) == 0
    signature = tmp_path / "figures.minisig"
    signature.write_bytes(_signed(pair, capsys.readouterr().out))
    assert run([*publish_it, "--signature", str(signature)]) == 0
    assert archive.current() != old
    assert run(["release", "verify"]) == 0
    (archive.at(old) / SIGNATURE).unlink()
    assert run(["release", "verify"]) == 1
    assert f"Edition {old} is not signed." in capsys.readouterr().err
    settings = replace(Settings(archive=archive.folder), signers=(signer,))
    with pytest.raises(ArchiveError, match="is not signed"):
        rollback(archive, old, settings, BY)
    assert run(["release", "manifest", old]) == 0
    signature.write_bytes(_signed(pair, capsys.readouterr().out))
    assert run(["release", "sign", old, "--signature", str(signature)]) == 0
    assert "is signed: figures of 2026" in capsys.readouterr().out
    assert rollback(archive, old, settings, BY).edition == old


@pytest.mark.parametrize("keys", ["RW", "x" * 56, f"{A} RWshort"])
def test_a_key_that_is_none_is_told(keys: str) -> None:
    with pytest.raises(SettingsError, match="public keys of minisign"):
        read_settings({"BLOKTILBY_SIGNERS": keys})
