"""Name what is made up: plainly invented, in Danish and English."""

_TREES = ("Elme", "Birke", "Linde", "Ahorn", "Hassel", "Rønne", "Pile", "Tjørne", "Fyrre", "Gran")
_GROUNDS = ("parken", "bakken", "vænget", "gården", "lunden", "toften", "marken", "dalen",
            "højen", "kæret")  # fmt: skip


def area_id(number: int) -> str:
    """Return the id of an area."""
    return f"omraade-{number + 1:04d}"


def area_name(number: int) -> str:
    """Return the name of an area; no two are the same."""
    kinds = len(_TREES) * len(_GROUNDS)
    tree, ground = number % len(_TREES), number // len(_TREES) % len(_GROUNDS)
    return f"{_TREES[tree]}{_GROUNDS[ground]} {number // kinds + 1}"


def municipality_id(number: int) -> str:
    """Return the id of a municipality."""
    return f"kommune-{number + 1:02d}"


def municipality_names(number: int) -> tuple[str, str]:
    """Return the Danish and the English name of a municipality."""
    return f"Opdigtet Kommune {number + 1}", f"Made-up Municipality {number + 1}"


def series_id(number: int) -> str:
    """Return the id of a series."""
    return f"serie-{number + 1:03d}"
