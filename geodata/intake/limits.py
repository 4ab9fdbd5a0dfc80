"""What a file that is handed in may be at most: far more than a plan has, far less than harms."""

#: Bytes of a file as it lies on the disk.
MAX_BYTES = 50_000_000
#: Bytes of all parts of a spreadsheet together, unpacked.
MAX_UNPACKED = 300_000_000
#: Rows of one sheet, columns of one sheet, and filled cells of a file.
MAX_ROWS = 200_000
MAX_COLUMNS = 500
MAX_CELLS = 1_000_000
#: Cells that merged ranges of a sheet cover together.
MAX_MERGED = 100_000
#: Sheets of a file.
MAX_SHEETS = 100
