"""Read shapes of a GeoParquet file, where pyarrow is installed: see `requirements-parquet.txt`."""

import importlib.util
import json
from collections.abc import Sequence
from pathlib import Path

import geopandas as gpd

from geodata.intake.errors import IntakeError
from geodata.intake.limits import MAX_UNPACKED
from geodata.intake.opening import checked_head

ENDINGS = (".parquet", ".geoparquet")
_MAGIC = b"PAR1"
_ALLOWED = "a GeoParquet file that is whole"


def read_parquet(file: Path, columns: Sequence[str], most: int) -> gpd.GeoDataFrame:
    """Return the shapes of a file with at most `most` rows, with those of some columns that it has.

    Raises `IntakeError` where it cannot be used. What it says of its size is asked before a value
    is unpacked.
    """
    if not checked_head(file).startswith(_MAGIC):
        raise IntakeError(file.name, "another kind of file than its name says", _ALLOWED)
    if importlib.util.find_spec("pyarrow") is None:
        raise IntakeError(file.name, "GeoParquet, for which pyarrow is missing",
                          "GeoPackage, or pip install -r requirements-parquet.txt")  # fmt: skip
    try:
        known = _known(file, most)
        # the column of shapes may have any name; what names it is read by geopandas alone
        return gpd.read_parquet(file, columns=[*(c for c in columns if c in known), *_shapes(file)])
    except (ValueError, OSError, KeyError, TypeError) as error:
        raise IntakeError(file.name, f"a file that cannot be used ({error})", _ALLOWED) from error


def _known(file: Path, most: int) -> set[str]:
    """The names of the columns of a file that is not too large."""
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415  an extra

    with ParquetFile(file) as opened:
        said = opened.metadata
        unpacked = sum(said.row_group(n).total_byte_size for n in range(said.num_row_groups))
        if said.num_rows > most:
            raise IntakeError(file.name, f"{said.num_rows} features", f"1 to {most}")
        if unpacked > MAX_UNPACKED:
            raise IntakeError(file.name, f"{unpacked} bytes unpacked", f"at most {MAX_UNPACKED}")
        return set(opened.schema_arrow.names)


def _shapes(file: Path) -> list[str]:
    """The name of the column of shapes, as the file says it."""
    from pyarrow.parquet import read_schema  # noqa: PLC0415  an extra

    said = (read_schema(file).metadata or {}).get(b"geo")
    if said is None:
        raise ValueError("it says nothing of shapes")
    return [json.loads(said)["primary_column"]]
