"""Say how the names of exported files end."""


def ending(kind: str) -> str:
    """Return how the name of a file of a format ends: two of them are CSV."""
    return "-excel.csv" if kind == "csv-excel" else f".{kind}"
