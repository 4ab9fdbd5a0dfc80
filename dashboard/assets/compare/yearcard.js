/* The card of an area on the maps of two years: that of the front page, and what changed between. */
(function (root) {
  "use strict";

  const YEARS = { earlier: "from", later: "year" };
  let pair = null;

  const el = (...args) => root.blok.dom.el(...args);

  /** A key of the card is a map's name and the id of an area. */
  const keyOf = (name, id) => `${name} ${id}`;
  const parts = (key) => [key.slice(0, key.indexOf(" ")), key.slice(key.indexOf(" ") + 1)];

  function pathOf(key) {
    const [name, id] = parts(key);
    return root.blok.twoMaps.kept[name].areas[id].getElement();
  }

  /** The change with its verdict, or why there is none. */
  function changeLine(id, { state, doc }) {
    const { yearPair } = root.blok;
    const refused = yearPair.refusal(doc, state.indicator, pair, id);
    if (refused) return el("p", null, `${refused.glyph} ${[refused.text, ...refused.breaks].join(" ")}`);
    const now = yearPair.change(doc, state.indicator, pair, id);
    const mark = now.severity ? el("span", { className: "remark" }, doc.texts[`severity.${now.severity}`]) : "";
    return el("p", null, el("strong", null, yearPair.difference(doc, state.indicator, now.label)), `: ${now.verdict}`, mark);
  }

  /** The figures of both years as printed, those that there are. */
  function bothLine(id, { state, doc }) {
    const { earlier, later } = root.blok.yearPair.values(doc, state.indicator, pair, id);
    const said = [earlier, later].filter(Boolean).map((one) => `${one.period}: ${one.text}`);
    return said.length > 0 ? el("p", null, said.join("; ")) : null;
  }

  function content(key, view) {
    const [name, id] = parts(key);
    const { state, doc } = view;
    const then = { ...state, mode: "value", year: pair[YEARS[name]] };
    const lines = name === "change" ? [changeLine(id, view), bothLine(id, view)] : root.blok.card.valueLines(id, { state: then, doc });
    const marked = name === "change" ? [pair.from, pair.year] : [then.year];
    return [el("p", { className: "card-name" }, doc.geographies[id].name), ...lines, root.blok.spark.build(id, state, doc, marked)].filter(Boolean);
  }

  function point(name, id, by) {
    root.blok.card.point(id && keyOf(name, id), by);
  }

  function build() {
    root.blok.card.use({ pathOf, content });
    root.blok.card.build();
  }

  /** Say the same of other years, as long as an area is looked at. */
  function paint(view) {
    ({ pair } = view);
    root.blok.card.paint(view.state, view.doc);
  }

  root.blok = Object.assign(root.blok || {}, { yearCard: { build, paint, point } });
})(window);
