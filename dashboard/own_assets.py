"""Name the scripts and styles that only one page needs: the folder of assets called like it."""

from pathlib import Path

from dashboard.parts.header import PAGES

ASSETS = Path(__file__).with_name("assets")


def pages_with_assets() -> list[str]:
    """Return the pages that have a folder of their own, whose files no other page is sent."""
    return [page for page in PAGES.values() if (ASSETS / page).is_dir()]


def own_assets(page: str, suffix: str) -> list[str]:
    """Return the addresses of a page's own files with a suffix, new ones after each change."""
    files = sorted((ASSETS / page).glob(f"*{suffix}"))
    return [f"/assets/{page}/{file.name}?m={file.stat().st_mtime}" for file in files]
