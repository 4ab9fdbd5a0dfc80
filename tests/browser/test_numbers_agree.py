"""Babel on the server and Intl in the browser write every shipped number the same."""

import pytest

_COMPARE = """
async () => {
  const doc = await (await fetch(document.body.dataset.document)).json();
  const locale = {da: "da-DK", en: "en-GB"}[doc.language];
  const wrong = [];
  let compared = 0;
  for (const series of Object.values(doc.indicators)) {
    const cells = Object.values(series.cells).flatMap((year) => Object.values(year)).concat(series.unplaced);
    for (const cell of cells) {
      const plain = cell.text.replace(/\\u00a0?%$/, "");
      const own = new Intl.NumberFormat(locale, {maximumFractionDigits: 4}).format(cell.value);
      compared += 1;
      if (own !== plain) wrong.push([cell.value, cell.text, own]);
    }
  }
  return {wrong, compared};
}
"""


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_shipped_value_is_written_as_intl_writes_it(server, facts, visit, language) -> None:
    result = visit(server, f"?sprog={language}").page.evaluate(_COMPARE)
    assert result["wrong"] == []
    assert result["compared"] == len(facts.table("observations"))
