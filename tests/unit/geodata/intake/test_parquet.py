"""GeoParquet is asked what it holds before anything of it is unpacked.

`make test-parquet` runs this with pyarrow, which the other tests must do without, as most servers
do: pandas keeps texts another way where it is installed.
"""

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import box

from geodata.intake import parquetfile
from geodata.intake.asked import Asked
from geodata.intake.errors import IntakeError
from geodata.intake.parquetfile import read_parquet
from geodata.intake.taking import take
from tests.packages_editing import TINYTOWN

SHAPE = box(9.5, 56.1, 9.6, 56.2)


def shapes(folder, count=1, **more):
    frame = gpd.GeoDataFrame({"Navn": ["a"] * count, **more}, geometry=[SHAPE] * count, crs=4326)
    frame.to_parquet(folder / "a.parquet")
    return folder / "a.parquet"


def refusal(file, most=10):
    with pytest.raises(IntakeError) as caught:
        read_parquet(file, ["Navn"], most)
    return str(caught.value)


def test_only_the_columns_that_are_used_are_read(tmp_path):
    file = shapes(tmp_path, Andet=["x"])
    frame = read_parquet(file, ["id", "Navn"], 10)
    assert list(frame.columns) == ["Navn", "geometry"]
    assert frame.geometry.iloc[0].equals(SHAPE)


def test_a_column_of_shapes_may_have_another_name(tmp_path):
    frame = gpd.GeoDataFrame({"Navn": ["a"]}, geometry=[SHAPE], crs=4326).rename_geometry("omrids")
    frame.to_parquet(tmp_path / "a.parquet")
    assert read_parquet(tmp_path / "a.parquet", ["Navn"], 10).geometry.iloc[0].equals(SHAPE)


def test_more_shapes_than_are_taken_are_refused_unread(tmp_path):
    assert "found 11 features; allowed: 1 to 10" in refusal(shapes(tmp_path, 11))


def test_what_unpacks_to_too_much_is_refused_unread(tmp_path, monkeypatch):
    monkeypatch.setattr(parquetfile, "MAX_UNPACKED", 1_000)
    file = shapes(tmp_path, Andet=["x" * 100_000])
    assert "bytes unpacked; allowed: at most 1000" in refusal(file)


def test_a_table_without_shapes_says_so(tmp_path):
    pd.DataFrame({"Navn": ["a"]}).to_parquet(tmp_path / "a.parquet")
    assert "it says nothing of shapes" in refusal(tmp_path / "a.parquet")


def test_an_outline_is_replaced_from_a_file(tmp_path):
    frame = gpd.read_file(TINYTOWN / "areas.geojson").to_crs(25832).iloc[:1]
    frame = frame[["id", "confidence", "error_m", "geometry"]]
    frame.geometry = frame.geometry.translate(30, 0)
    frame.to_parquet(tmp_path / "a.parquet")
    answer = take(Asked(TINYTOWN, (tmp_path / "a.parquet",), tmp_path / "d" / "draft", {}, "areas"))
    assert answer.faults == ()
    assert answer.counts == {"shapes of areas replaced": 1}


def test_a_damaged_file_is_told(tmp_path):
    file = shapes(tmp_path)
    file.write_bytes(file.read_bytes()[:-40])
    assert "a file that cannot be used" in refusal(file)
