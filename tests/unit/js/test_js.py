"""Run the tests of the scripts with the Node that Playwright brings along."""

import re
import subprocess
import sys
from pathlib import Path

import playwright
import pytest

HERE = Path(__file__).parent
NODE = (
    Path(playwright.__file__).parent
    / "driver"
    / ("node.exe" if sys.platform == "win32" else "node")
)
FILES = sorted(HERE.glob("*.test.cjs"))


def run(file):
    command = [NODE, "--test", "--test-reporter=tap", file.name]
    return subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name.removesuffix(".test.cjs"))
def test_scripts(file):
    result = run(file)
    if result.returncode != 0:
        pytest.fail(result.stdout + result.stderr, pytrace=False)
    assert int(re.search(r"^# pass (\d+)", result.stdout, re.MULTILINE)[1]) > 0
    assert re.search(r"^# (skipped|todo|cancelled) [1-9]", result.stdout, re.MULTILINE) is None


def test_a_test_that_fails_is_noticed(tmp_path):
    broken = tmp_path / "broken.test.cjs"
    broken.write_text('require("node:test").test("no", () => { throw new Error("seen"); });')
    result = subprocess.run([NODE, "--test", broken], capture_output=True, text=True, check=False)
    assert result.returncode != 0
    assert "seen" in result.stdout + result.stderr
