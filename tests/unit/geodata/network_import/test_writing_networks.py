"""A package has its old network or its new one, whatever fails on the way."""

import errno
import json
import stat

import pytest

from geodata.__main__ import main
from geodata.files.aside import aside_in
from geodata.network.network import read_network
from geodata.package.loading import read_package
from tests.full_disk import files_up_to
from tests.packages_editing import NETWORKS, edit_json, only_fault

FIXTURE = NETWORKS / "tinby.osm"


def import_file(town, *arguments):
    return main(["network", "import", str(FIXTURE), "--package", str(town), *arguments])


def remove(town):
    return main(["network", "remove", "--package", str(town)])


def network_of(town):
    return read_package(town).descriptor.network


def snapshot(town):
    return {f.name: f.read_bytes() for f in town.iterdir()}


def undeletable(town, monkeypatch):
    unlink = type(town).unlink

    def kept(self, missing_ok=False):
        if self.name.startswith("network-"):
            raise PermissionError(1, "Operation not permitted")
        unlink(self, missing_ok)

    monkeypatch.setattr(type(town), "unlink", kept)


def test_an_old_network_that_cannot_be_deleted_is_a_note(town, monkeypatch, capsys):
    assert import_file(town) == 0
    first = network_of(town).path
    undeletable(town, monkeypatch)
    assert import_file(town, "--date", "2026-05-06") == 0
    assert f"{first}: no longer used, but it cannot be deleted" in capsys.readouterr().out
    second = network_of(town).path
    assert second != first
    assert remove(town) == 0
    out = capsys.readouterr().out
    assert f"{second}: taken out" in out
    assert f"{second}: no longer used, but it cannot be deleted: Operation not permitted" in out
    assert network_of(town) is None


@pytest.mark.parametrize("kilobytes", [0, 8, 64, 80, 90])
def test_a_full_disk_leaves_the_package_as_it_was(town, capsys, kilobytes):
    before = snapshot(town)
    with files_up_to(kilobytes * 1024):
        code = import_file(town)
    assert code == 1
    told = capsys.readouterr().err
    assert told.startswith(f"{town}: cannot be written: ")
    assert told.endswith("Nothing was changed.\n")
    assert snapshot(town) == before


def test_what_an_ended_import_left_behind_is_cleared_by_the_next(town):
    left = town / ".aside-left"
    left.mkdir()
    (left / "network.gpkg").write_bytes(b"half")
    with aside_in(town) as in_use:
        assert not left.exists()
        assert import_file(town) == 0
        assert in_use.exists()
    assert list(town.glob(".*")) == []


@pytest.mark.parametrize("name", ["ENOTSUP", "ENOLCK", "ENOSYS", "EBADF"])
def test_where_folders_have_no_locks_leftovers_are_not_cleared(town, monkeypatch, name):
    (town / ".aside-left").mkdir()

    def unlockable(handle, operation):
        raise OSError(getattr(errno, name), "no locks")

    monkeypatch.setattr("fcntl.flock", unlockable)
    assert import_file(town) == 0
    assert [f.name for f in town.glob(".*")] == [".aside-left"]


def test_a_lock_that_fails_otherwise_is_told(town, monkeypatch, capsys):
    def broken(handle, operation):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("fcntl.flock", broken)
    assert import_file(town) == 1
    assert "cannot be written: Input/output error" in capsys.readouterr().err


@pytest.mark.parametrize(("field", "value"), [
    ("title", " "), ("title", 7), ("title", ["Tinby"]), ("licenses", [{"name": " "}]),
    ("licenses", [{"name": 7}]),
])  # fmt: skip
def test_a_title_and_a_licence_are_words(town, field, value):
    assert import_file(town) == 0
    edit_json(town / "datapackage.json", lambda d: d["resources"][-1].update({field: value}))
    assert f"datapackage.json, network, {field}" in str(only_fault(town))


def test_a_linked_descriptor_stays_a_link_and_keeps_its_mode(town, tmp_path):
    descriptor, real = town / "datapackage.json", tmp_path / "real.json"
    descriptor.rename(real)
    real.chmod(0o640)
    descriptor.symlink_to(real)
    assert import_file(town) == 0
    assert descriptor.is_symlink()
    assert network_of(town) is not None
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_stray_resource_is_a_fault_in_words(town, capsys):
    edit_json(town / "datapackage.json", lambda d: d["resources"].append("stray"))
    assert str(only_fault(town)) == (
        "datapackage.json, resources: found 'stray'; allowed: an object with name and path"
    )
    assert remove(town) == 0
    assert "there is no imported network" in capsys.readouterr().out


@pytest.mark.parametrize("change", [
    lambda r: r.update(path="areas.geojson"), lambda r: r.update(path="../network.gpkg"),
    lambda r: r.update(date="yesterday"), lambda r: r.pop("licenses"), lambda r: r.pop("path"),
])  # fmt: skip
def test_a_wrongly_registered_network_can_be_removed(town, capsys, change):
    import_file(town)
    edit_json(town / "datapackage.json", lambda d: change(d["resources"][-1]))
    assert remove(town) == 0
    assert "taken out" in capsys.readouterr().out
    assert read_network(read_package(town)).is_schematic
    assert (town / "areas.geojson").is_file()


def test_a_lost_or_changed_network_can_be_removed(town, capsys):
    import_file(town)
    file = town / network_of(town).path
    file.unlink()
    file.mkdir()
    assert remove(town) == 0
    assert "no longer used, but it cannot be deleted: Is a directory" in capsys.readouterr().out
    assert read_network(read_package(town)).is_schematic


@pytest.mark.parametrize(("content", "words"), [
    ("{", "datapackage.json: found"), ("[]", "resources: found nothing; allowed: a list of files"),
    ('{"resources": {"a": 1}}', "resources: found '{'a': 1}'; allowed: a list of files"),
])  # fmt: skip
def test_remove_tells_of_a_descriptor_that_cannot_be_read(town, capsys, content, words):
    (town / "datapackage.json").write_text(content, encoding="utf-8")
    assert remove(town) == 1
    assert words in capsys.readouterr().err


def test_the_other_resources_are_kept(town):
    before = json.loads((town / "datapackage.json").read_text("utf-8"))["resources"]
    import_file(town)
    after = json.loads((town / "datapackage.json").read_text("utf-8"))["resources"]
    assert after[:-1] == before
