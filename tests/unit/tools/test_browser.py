"""A browser is found where there is one, installed where that is possible, else told."""

import pytest

from tools import browser


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch, tmp_path):
    """A machine without any browser or installer; commands are noted and not run."""
    commands = []
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser.shutil, "which", lambda name: None)
    monkeypatch.setattr(browser, "MAC_PATHS", ())
    monkeypatch.setattr(browser, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(browser.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(
        browser.subprocess, "run", lambda command, **how: commands.append((command, how))
    )
    return commands


def having(monkeypatch, *names):
    there = {name: f"/usr/bin/{name}" for name in names}
    monkeypatch.setattr(browser.shutil, "which", there.get)


def test_the_named_browser_comes_first(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/opt/mine")
    having(monkeypatch, "chromium", "google-chrome")
    assert list(browser.installed()) == ["/opt/mine", "/usr/bin/chromium", "/usr/bin/google-chrome"]


def test_an_application_of_a_mac_is_found(monkeypatch, tmp_path):
    there = tmp_path / "Google Chrome"
    there.touch()
    monkeypatch.setattr(browser, "MAC_PATHS", (str(tmp_path / "Chromium"), str(there)))
    assert list(browser.installed()) == [str(there)]


def test_a_browser_that_was_unpacked_before_is_found_again():
    browser.CACHE.mkdir()
    (browser.CACHE / "chromium").touch()
    assert list(browser.installed()) == [str(browser.CACHE / "chromium")]


def test_the_path_is_printed(monkeypatch, capsys, bare_machine):
    having(monkeypatch, "chromium")
    assert browser.main() == 0
    assert capsys.readouterr().out == "/usr/bin/chromium\n"
    assert bare_machine == []


def test_no_browser_is_told_in_one_sentence(capsys, bare_machine):
    assert browser.main() == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "No browser: install Chrome or Chromium, or name one in $CHROMIUM.\n"
    assert bare_machine == []


def test_debian_is_asked_only_as_root(monkeypatch, bare_machine):
    having(monkeypatch, "apt-get")
    assert browser.install_debian() is None
    assert bare_machine == []


def test_debian_installs_as_root(monkeypatch, bare_machine):
    having(monkeypatch, "apt-get", "chromium")
    monkeypatch.setattr(browser.os, "geteuid", lambda: 0, raising=False)
    assert browser.install_debian() == "/usr/bin/chromium"
    assert [command[:2] for command, _ in bare_machine] == [
        ("apt-get", "update"),
        ("apt-get", "install"),
    ]


def test_without_npm_nothing_is_unpacked(monkeypatch, bare_machine):
    having(monkeypatch, "node")
    assert browser.install_npm() is None
    assert bare_machine == []
    assert not browser.CACHE.exists()


def test_npm_keeps_the_browser_inside_the_checkout(monkeypatch, bare_machine):
    having(monkeypatch, "node", "npm")

    def unpack(command, cwd=None, **how):
        bare_machine.append(command)
        if cwd is not None:
            (cwd / "chromium").touch()

    monkeypatch.setattr(browser.subprocess, "run", unpack)
    assert browser.install_npm() == str(browser.CACHE / "chromium")
    assert [command[0] for command in bare_machine] == ["npm", "node"]
    assert "@sparticuz/chromium" in bare_machine[0]


def test_npm_that_fails_is_no_browser(monkeypatch):
    having(monkeypatch, "node", "npm")
    assert browser.install_npm() is None


def test_installers_keep_the_output_free_for_the_path(monkeypatch, bare_machine):
    having(monkeypatch, "node", "npm")
    browser.install_npm()
    assert [how["stdout"] for _, how in bare_machine] == [browser.sys.stderr] * 2
