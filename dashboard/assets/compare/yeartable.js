/* Two years as a table: both printed values, the change or the reason, the source cells. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);

  function mark(cell, doc) {
    return cell.severity ? ` (${doc.texts[`severity.${cell.severity}`]})` : "";
  }

  function value(cell, doc) {
    if (!cell) return el("td", { className: "number" }, "–");
    return el("td", { className: "number", "data-value": cell.value }, el("strong", null, cell.text), mark(cell, doc), el("span", { className: "period" }, cell.period));
  }

  function change(doc, indicator, pair, id) {
    const refused = root.blok.yearPair.refusal(doc, indicator, pair, id);
    if (refused) {
      return el("td", { className: "change", "data-reason": refused.reason }, el("span", { className: "glyph", "aria-hidden": "true" }, refused.glyph), " ", refused.text, refused.breaks.map((text) => el("p", null, text)));
    }
    const now = root.blok.yearPair.change(doc, indicator, pair, id);
    const marks = now.severity ? ` (${doc.texts[`severity.${now.severity}`]})` : "";
    return el("td", { className: "change" }, el("strong", null, root.blok.yearPair.difference(doc, indicator, now.label)), `, ${now.verdict}${marks}`);
  }

  function remarks(cells) {
    return [...new Set(cells.flatMap(root.blok.figures.remarksOf))].map((text) => el("p", null, text));
  }

  function source(cell) {
    return root.blok.figures.sourcesOf(cell).map((text) => el("p", null, text));
  }

  function row(doc, indicator, pair, id) {
    const { earlier, later } = root.blok.yearPair.values(doc, indicator, pair, id);
    const printed = [earlier, later].filter(Boolean);
    return el("tr", { "data-geography": id },
      el("th", { scope: "row" }, root.blok.figures.nameOf(doc, indicator, id)), value(earlier, doc), value(later, doc), change(doc, indicator, pair, id),
      el("td", null, remarks(printed)), el("td", { className: "source", lang: "da" }, printed.flatMap(source)));
  }

  /** Return the table of two years in a region that scrolls. */
  function build(doc, indicator, pair) {
    const { fill } = root.blok.dom;
    const series = doc.indicators[indicator];
    const caption = fill(doc.texts["compare.years.caption"], { ...pair, name: `${series.name}, ${series.unit}` });
    const heads = [doc.texts.area, String(pair.from), String(pair.year), doc.texts["compare.years.change"], doc.texts.marks, doc.texts.sourceCell];
    const rows = root.blok.yearPair.places(doc, indicator, pair).map((id) => row(doc, indicator, pair, id));
    return el("div", { className: "scroll", tabindex: 0, role: "region", "aria-label": caption },
      el("table", { className: "year-table" }, el("caption", null, caption),
        el("thead", null, el("tr", null, heads.map((head) => el("th", { scope: "col" }, head)))), el("tbody", null, rows)));
  }

  root.blok = Object.assign(root.blok || {}, { yearTable: { build } });
})(window);
