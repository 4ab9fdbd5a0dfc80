"""Whatever a package holds is text: HTML in it does nothing."""

from collections.abc import Callable
from pathlib import Path

from tests.packages_editing import edit_cell, edit_feature, read_table

from .serving import refused, serve
from .visiting import Visit

HTML = "<img src=x onerror=alert(1)>"


def test_html_in_a_name_is_refused(town: Path) -> None:
    edit_feature(town, "areas", 1, lambda feature: feature["properties"].update(name=HTML))
    code, said = refused(town)
    assert code == 1
    assert "areas.geojson" in said
    assert "name" in said
    assert "Traceback" not in said


def test_html_in_a_printed_cell_is_shown_as_text(town: Path, visit: Callable[..., Visit]) -> None:
    rows = read_table(town, "observations")
    column = rows[0].index("geography")
    number = next(i for i, row in enumerate(rows, 1) if row[column] == "moelleparken")
    year = rows[number - 1][rows[0].index("period")]
    edit_cell(town, "observations", number, "source_text", HTML)
    server = serve(town)
    try:
        indicator = rows[number - 1][rows[0].index("indicator")]
        person = visit(server, f"?indikator={indicator}&omraader=moelleparken"
                               f"&aar={int(year[:4]) + ('/' in year)}")  # fmt: skip
        dialogs: list[str] = []
        person.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        person.page.locator("summary").last.click()
        assert person.text("#panel > .source q") == HTML
        assert HTML in person.page.locator("#table q").all_text_contents()
        assert person.page.locator("img[src=x]").count() == 0
        person.rest()
        assert dialogs == []
    finally:
        server.stop()
