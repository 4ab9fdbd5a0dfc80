"""Name the kinds of files that can be asked for, with the type that they are sent as."""

#: Files of figures; `csv-excel` beside `csv` is the one that a Danish Excel opens by a double
#: click.
FORMATS = {
    "csv-excel": "text/csv; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
}
#: Pictures.
PICTURES = {"svg": "image/svg+xml", "png": "image/png"}
