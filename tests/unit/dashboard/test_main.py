"""Serving says in one sentence why it cannot begin."""

import socket

import pytest

from dashboard import __main__ as command


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def served(monkeypatch):
    """What would be served, instead of serving it."""
    calls = []
    monkeypatch.setattr(command.waitress, "serve", lambda app, **how: calls.append((app, how)))
    return calls


def test_a_setting_that_cannot_be_used_is_told(monkeypatch, capsys, served):
    monkeypatch.setenv("BLOKTILBY_PORT", "none")
    assert command.main() == 1
    assert "BLOKTILBY_PORT: found 'none'" in capsys.readouterr().err
    assert served == []


def test_a_taken_port_is_told_with_what_to_do(monkeypatch, capsys, served):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        monkeypatch.setenv("BLOKTILBY_PORT", str(port))
        assert command.main() == 1
    said = capsys.readouterr().err
    assert f"127.0.0.1:{port} cannot be used" in said
    assert "BLOKTILBY_PORT" in said
    assert served == []


def test_a_broken_package_is_not_served(monkeypatch, capfd, served, town, free_port):
    (town / "goals.csv").unlink()
    monkeypatch.setenv("BLOKTILBY_PORT", str(free_port))
    monkeypatch.setenv("BLOKTILBY_PACKAGE", str(town))
    monkeypatch.setenv("BLOKTILBY_RELEASE", str(town.with_name("release")))
    assert command.main() == 1
    said = capfd.readouterr().err
    assert "is not served" in said
    assert "goals.csv" in said
    assert served == []


def test_a_sound_package_is_served_on_the_port_that_was_set(
    monkeypatch, capsys, served, town, free_port
):
    monkeypatch.setenv("BLOKTILBY_PORT", str(free_port))
    monkeypatch.setenv("BLOKTILBY_PACKAGE", str(town))
    monkeypatch.setenv("BLOKTILBY_RELEASE", str(town.with_name("release")))
    assert command.main() == 0
    assert capsys.readouterr().out == f"http://127.0.0.1:{free_port}\n"
    assert len(served) == 1
    assert served[0][1]["ident"] is None
