"""Begin a town's package: a new folder, whole or not at all."""

import os
from pathlib import Path

from geodata.files.aside import aside_in
from geodata.founding.outlines import Area, read_outlines
from geodata.founding.town import Town, files_of_town
from geodata.package.loading import read_package
from geodata.reading.faults import Fault, PackageError

#: The one file that a package without a series is wrong in.
_TO_FILL = "indicators.csv"


def found_town(town: Town, outlines: Path, folder: Path) -> tuple[Area, ...]:
    """Make a package in a new folder and return its areas.

    Everything is written aside and read again before the folder appears. Raises
    `PackageError` with every fault of the file of outlines, or for a folder that is there
    already, and `OSError` where nothing can be written.
    """
    if os.path.lexists(folder):
        raise PackageError((Fault(str(folder), "", "", "a folder or file of this name",
                                  "a new folder: name another by --into"),))  # fmt: skip
    areas = read_outlines(outlines)
    with aside_in(folder.absolute().parent) as aside:
        written = aside / "package"
        written.mkdir()
        for name, text in files_of_town(town, areas).items():
            (written / name).write_text(text, encoding="utf-8")
        _refuse_faulty(written)
        written.rename(folder)
    return areas


def _refuse_faulty(package: Path) -> None:
    """A name may hold what no text may, and rounding may close a narrow neck of an outline."""
    try:
        read_package(package)
    except PackageError as error:
        faults = tuple(fault for fault in error.faults if fault.file != _TO_FILL)
        if faults:
            raise PackageError(faults) from error
