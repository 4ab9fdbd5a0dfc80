"""Tell what a file that was handed in really is, and read it as that."""

from pathlib import Path

from geodata.intake.csvfile import read_csv
from geodata.intake.errors import IntakeError
from geodata.intake.limits import MAX_BYTES
from geodata.intake.odsfile import read_ods
from geodata.intake.sheets import Book
from geodata.intake.xlsxfile import read_xlsx
from geodata.reading.faults import shown
from geodata.reading.text import read_bytes

#: Kinds of tables by the ending of their name.
TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods")
_PACKED, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
#: How an encrypted workbook names its content, inside an old Office file.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_book(file: Path) -> Book:
    """Return the sheets of a CSV, XLSX or ODS file; raise `PackageError` with a sentence."""
    suffix = file.suffix.lower()
    head = checked_head(file)
    if suffix not in TABLES and suffix != ".xls":
        raise IntakeError(file.name, shown(suffix), f"a table: {', '.join(TABLES)}")
    if head.startswith(_OLD):
        raise _old(file)
    packed = suffix in (".xlsx", ".xlsm", ".ods")
    if packed != head.startswith(_PACKED):
        is_what = "a packed file" if not packed else "no packed file"
        raise IntakeError(file.name, f"{is_what}, though its name ends in {suffix}",
                          "a file of the kind that its name says")  # fmt: skip
    if suffix == ".ods":
        return read_ods(file)
    return read_xlsx(file) if packed else read_csv(file)


def checked_head(file: Path) -> bytes:
    """Return the first bytes of a file; refuse what is no ordinary file, empty or too large."""
    head = read_bytes(file, MAX_BYTES, 8)
    if not head:
        raise IntakeError(file.name, "0 bytes", f"1 to {MAX_BYTES} bytes")
    return head


def _old(file: Path) -> IntakeError:
    if _ENCRYPTED in file.read_bytes():
        return IntakeError(file.name, "an encrypted workbook", "a workbook saved without password")
    return IntakeError(file.name, "a workbook of Excel before 2007", "a workbook saved as .xlsx")
