"""Babel on the server and Intl in the browser write every shipped number the same."""

import pytest

from .visiting import WHOLE

_COMPARE = """
async () => {
  const doc = await WHOLE;
  const locale = {da: "da-DK", en: "en-GB"}[doc.language];
  const wrong = [];
  let compared = 0;
  let shares = 0;
  for (const series of Object.values(doc.indicators)) {
    const cells = Object.values(series.cells).flatMap((year) => Object.values(year)).concat(series.unplaced);
    for (const cell of cells) {
      const share = cell.text.endsWith("%");
      const style = {style: share ? "percent" : "decimal", maximumFractionDigits: 4};
      const own = new Intl.NumberFormat(locale, style).format(share ? cell.value / 100 : cell.value);
      compared += 1;
      shares += share ? 1 : 0;
      if (own !== cell.text) wrong.push([cell.value, cell.text, own]);
    }
  }
  return {wrong, compared, shares};
}
""".replace("WHOLE", WHOLE)


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_shipped_value_is_written_as_intl_writes_it(server, facts, visit, language) -> None:
    result = visit(server, f"?sprog={language}").page.evaluate(_COMPARE)
    assert result["wrong"] == []
    printed = facts.table("observations")
    assert result["compared"] == len(printed)
    assert result["shares"] == sum(
        facts.indicators[row["indicator"]]["unit"] == "percent" for row in printed
    )
