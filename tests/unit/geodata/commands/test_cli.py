"""The commands say what they do, name everything found, and exit with 0 or 1."""

import csv
import json
import os
import subprocess
import sys

import pytest

from geodata.__main__ import main
from tests.packages_editing import (
    RANDERS,
    TINYTOWN,
    append_row,
    edit_cell,
    edit_feature,
    edit_json,
)


@pytest.mark.parametrize("command", [[], ["check"], ["info"], ["export"]], ids=str)
def test_every_command_has_help(capsys, command):
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    assert "usage: python -m geodata" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [[], ["tjek"], ["export"], ["export", "--format", "pdf", "out"], ["check", "a", "b"]],
    ids=str,
)  # fmt: skip
def test_a_wrong_command_is_refused(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_check_of_a_clean_package_finds_nothing(capsys):
    assert main(["check", str(TINYTOWN)]) == 0
    *told, last = capsys.readouterr().out.splitlines()
    assert last == f"{TINYTOWN}: 0 errors, 0 findings on 0 of 19 values"
    assert [line.partition(":")[0].strip() for line in told] == ["no figure"] * 3 + ["remark"] * 2


def test_check_names_findings_and_still_exits_0(capsys):
    assert main(["check"]) == 0
    out = capsys.readouterr().out
    assert "invalid: skolefravaer, vangdalen, 2021/22, status: 94 implausible\n" in out
    assert "note: jobparate, glarbjergvej, no period, baseline: 56 no_period\n" in out
    assert out.splitlines()[-1].endswith(" of 344 values")


def test_check_of_a_broken_package_names_every_fault_and_exits_1(capsys, town):
    edit_cell(town, "observations", 3, "value", "14,2")
    (town / "breaks.csv").unlink()
    assert main(["check", str(town)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines()[0] == f"{town}: 2 errors"
    assert "breaks.csv: found no such file" in told.err
    assert "observations.csv, row 3, value: found '14,2'" in told.err


@pytest.mark.parametrize("command", ["check", "info"])
def test_a_missing_folder_exits_1(capsys, tmp_path, command):
    assert main([command, str(tmp_path / "none")]) == 1
    assert "no such folder" in capsys.readouterr().err


def test_info_says_what_a_package_holds(capsys):
    assert main(["info", str(TINYTOWN)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Tinby: en opdigtet by (tinytown 1.0.0), as of 2024-12-31"
    assert lines[1] == "source: Opdigtet rapport om Tinby; clock 2018 to 2026"
    assert lines[2:5] == ["19 values in 2 series:", "    11  laesegrupper", "     8  naboklager"]
    assert lines[5] == "features: areas 3, parks 2, places 1, paths 1, roads 2, water 1"


def test_info_counts_the_shipped_package_by_default(capsys):
    assert main(["info"]) == 0
    assert "344 values in 25 series:" in capsys.readouterr().out


def test_export_writes_csv_by_default(capsys, tmp_path):
    out = tmp_path / "tal.csv"
    assert main(["export", str(out)]) == 0
    with out.open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 344
    assert capsys.readouterr().out == f"{out}: 344 values\n"


def test_export_writes_geojson_of_another_package(tmp_path):
    out = tmp_path / "tal.geojson"
    arguments = ["--format", "geojson", "--package", str(TINYTOWN), str(out)]
    assert main(["export", *arguments]) == 0
    assert len(json.loads(out.read_text(encoding="utf-8"))["features"]) == 19


def test_export_that_cannot_be_written_exits_1_and_says_why(capsys, tmp_path):
    out = tmp_path / "none" / "tal.csv"
    assert main(["export", "--package", str(TINYTOWN), str(out)]) == 1
    assert "cannot be written: No such file or directory" in capsys.readouterr().err


def test_a_reader_that_wants_no_more_is_no_failure():
    ran = subprocess.Popen([sys.executable, "-m", "geodata", "check"],
                           stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip
    ran.stdout.close()
    said = ran.stderr.read()
    ran.stderr.close()
    assert (ran.wait(), said) == (0, b"")


def test_the_module_runs_as_a_command():
    ran = subprocess.run([sys.executable, "-m", "geodata", "check", str(TINYTOWN)],
                         capture_output=True, text=True, check=False, cwd=RANDERS.parents[1])  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "0 errors, 0 findings" in ran.stdout


def test_a_name_that_is_no_text_is_told(tmp_path):
    out = os.fsencode(tmp_path) + b"/\xe6.csv"
    ran = subprocess.run([sys.executable, "-m", "geodata", "export", out],
                         capture_output=True, text=True, check=False, cwd=RANDERS.parents[1])  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.endswith("\\udce6.csv: 344 values\n")


def crs_missing(town):
    edit_json(town / "datapackage.json", lambda d: d["resources"][-1].pop("crs"))


def swapped(town):
    edit_feature(town, "places", 1, lambda f: f["geometry"]["coordinates"].reverse())


def unclosed(town):
    edit_feature(town, "parks", 1, lambda f: f["geometry"]["coordinates"][0].pop())


def no_id(town):
    edit_feature(town, "roads", 1, lambda f: f["properties"].pop("id"))


def cell(table, row, column, text):
    return lambda town: edit_cell(town, table, row, column, text)


def row(table, like, **cells):
    return lambda town: append_row(town, table, like, **cells)


#: Twenty wrong things, in the three rounds in which a reader can mend them: what no table or
#: layer may hold, what shows only between tables, and what is printed but cannot stand.
PLANTED = [
    (1, cell("goals", 2, "text_da", ""), "goals.csv, row 2, text_da: found ''"),
    (1, cell("indicators", 2, "polarity", "up"), "indicators.csv, row 2, polarity: found 'up'"),
    (1, cell("observations", 4, "value", "11,8"), "observations.csv, row 4, value: found '11,8'"),
    (1, cell("observations", 15, "indicator", "x"), "observations.csv, row 15: found 'x' in indicator"),
    (1, cell("breaks", 2, "date", "1.1.2023"), "breaks.csv, row 2, date: found '1.1.2023'"),
    (1, crs_missing, "datapackage.json, water.geojson, crs: found a missing CRS"),
    (1, swapped, "places.geojson, feature 1 ('tinby-bibliotek'), coordinates: found [56.0995, 9.508]"),
    (1, unclosed, "parks.geojson, feature 1 ('engparken'), coordinates: found a ring"),
    (1, no_id, "roads.geojson, feature 1 ('no id'), id: found nothing"),
    (2, cell("geographies", 2, "name_da", "<b>A</b>"), "geographies.csv, row 2, name_da: found '<b>A</b>'"),
    (2, cell("observations", 2, "value", "140"), "observations.csv, row 2, value: found 140 %"),
    (2, cell("milestones", 3, "feature", "x"), "milestones.csv, row 3, feature: found 'x'"),
    (2, cell("observations", 9, "period", "2022/24"), "observations.csv, row 9, period: found '2022/24'"),
    (3, cell("observations", 10, "value", "95"), "invalid: laesegrupper, moelleparken, 2023/24, status: 95 implausible"),
    (3, cell("observations", 11, "value", "0"), "note: laesegrupper, soegade, 2023/24, status: 0 extreme_share"),
    (3, cell("observations", 12, "value", "58"), "note: laesegrupper, bakkegaarden, 2023/24, status: 58 large_swing (48.7)"),
    (3, cell("observations", 7, "period_end", "2022-12-31"), "note: laesegrupper, soegade, 2022/23, status: 13.5 part_year"),
    (3, cell("observations", 13, "period", ""), "note: naboklager, moelleparken, no period, baseline: 24 no_period"),
    (3, cell("observations", 8, "note", "small_base_stated"), "note: laesegrupper, bakkegaarden, 2022/23, status: 9.3 small_base_stated"),
    (3, row("breaks", 2, date="2021-01-01"), "note: naboklager, bakkegaarden, 2021, status: 8 after_break (2021-01-01)"),
]  # fmt: skip


@pytest.mark.parametrize(("current", "count"), [(1, 9), (2, 4), (3, 7)])
def test_twenty_planted_faults_are_all_named_round_by_round(capsys, town, current, count):
    assert len(PLANTED) == 20
    for when, plant, _ in PLANTED:
        if when >= current:
            plant(town)
    assert main(["check", str(town)]) == (0 if current == 3 else 1)
    told = capsys.readouterr()
    lines = [line.strip().removeprefix("error: ") for line in (told.out + told.err).splitlines()]
    wanted = [words for when, _, words in PLANTED if when == current]
    assert len(wanted) == count
    assert [words for words in wanted if not any(line.startswith(words) for line in lines)] == []
