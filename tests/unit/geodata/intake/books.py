"""Small files as planners make them, written where a test may."""

import zipfile
from pathlib import Path

import geopandas as gpd
import openpyxl

from geodata.intake.asked import Answer, Asked
from geodata.intake.taking import take
from tests.packages_editing import TINYTOWN

HEADS = ("Serie", "Sted", "Periode", "Værdi")
READING, NEIGHBOURS = "Elever i læsegrupper", "Naboklager"


def csv_of(folder: Path, *rows: str, name: str = "tal.csv", encoding: str = "utf-8") -> Path:
    file = folder / name
    file.write_bytes("\n".join(rows).encode(encoding))
    return file


def long_csv(folder: Path, *rows: str) -> Path:
    """A long table with semicolons under our heads."""
    return csv_of(folder, ";".join(HEADS), *rows)


def xlsx_of(folder: Path, *sheets: tuple[str, list[list[object]]], name: str = "tal.xlsx") -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(folder / name)
    return folder / name


def edited(file: Path, change) -> Path:
    """Change a workbook: `change` gets the first sheet."""
    book = openpyxl.load_workbook(file)
    change(book.worksheets[0])
    book.save(file)
    return file


def repacked(file: Path, change) -> Path:
    """Write a packed file anew: `change` gets its parts, by name."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file


ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="Ark1">{}</table:table></office:spreadsheet></office:body>
</office:document-content>"""


def ods_row(*texts: str, more: str = "", attributes: str = "") -> str:
    """A row of cells with text; `more` are cells as they are written."""
    cells = "".join(f'<table:table-cell office:value-type="string"><text:p>{text}</text:p>'
                    f"</table:table-cell>" for text in texts)  # fmt: skip
    return f"<table:table-row {attributes}>{cells}{more}</table:table-row>"


def ods_of(folder: Path, rows: str, **parts: str) -> Path:
    file = folder / "tal.ods"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS.format(rows))
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return file


def taken(*files: Path, package: Path = TINYTOWN, **confirmed: str) -> Answer:
    """Take files into a draft beside the first of them."""
    folder = files[0].parent.parent if files[0].parent.name == "in" else files[0].parent
    return take(Asked(package, files, folder / "draft-of-test" / "draft", confirmed))


def values(answer: Answer, series: str, period: str) -> dict[str, float]:
    """The values of a series in a period, by place, as the draft has them."""
    assert answer.faults == (), "\n".join(map(str, answer.faults))
    return {o.geography: o.value for o in answer.new.observations
            if (o.indicator, o.period) == (series, period)}  # fmt: skip


def one_fault(answer: Answer) -> str:
    assert len(answer.faults) == 1, "\n".join(map(str, answer.faults))
    assert answer.new is None
    return str(answer.faults[0])


def layer(folder, *rows, crs=25832, name="omraader.gpkg", stated=None):
    """Write shapes in degrees as a layer: name, shape and what is said of one; `stated` is of all."""
    said = [{"Navn": named, **(stated or {}), **dict(*more)} for named, _, *more in rows]
    frame = gpd.GeoDataFrame(said, geometry=[row[1] for row in rows], crs=4326)
    frame = frame.to_crs(crs)
    if name.endswith(".zip"):
        frame.to_file(folder / "o.shp", encoding="UTF-8")
        with zipfile.ZipFile(folder / name, "w") as archive:
            for part in (".shp", ".shx", ".dbf", ".prj", ".cpg"):
                archive.write(folder / f"o{part}", f"o{part}")
    else:
        frame.to_file(folder / name)
    return folder / name
