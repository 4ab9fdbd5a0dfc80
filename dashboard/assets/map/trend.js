/* One place's figures over time, as a drawing and as a table. */
(function (root) {
  "use strict";

  const svg = (...args) => root.blok.dom.svg(...args);
  const { WIDTH, HEIGHT, EDGE, usable, layout } = root.blok.course;

  function line(one, kind) {
    return svg("line", { x1: one.from.x, y1: one.from.y, x2: one.to.x, y2: one.to.y, class: `${kind}${one.dotted ? " dotted" : ""}` });
  }

  function point(one, kind) {
    const attributes = { "data-year": one.year, "data-value": one.cell.value, class: `${kind} ${one.cell.severity}` };
    if (!usable(one)) {
      const [x, y, r] = [one.x, one.y, 4];
      return svg("path", { ...attributes, d: `M${x - r} ${y - r}L${x + r} ${y + r}M${x - r} ${y + r}L${x + r} ${y - r}` });
    }
    if (one.cell.baseline) return svg("rect", { ...attributes, x: one.x - 4, y: one.y - 4, width: 8, height: 8, transform: `rotate(45 ${one.x} ${one.y})` });
    return svg("circle", { ...attributes, cx: one.x, cy: one.y, r: kind === "own" ? 4 : 3 });
  }

  function text(x, y, words, anchor) {
    return svg("text", { x, y, "text-anchor": anchor }, words);
  }

  const numbers = new Map();

  /** How a language writes the ends of a scale; to make one of these takes long. */
  function numberIn(language) {
    if (!numbers.has(language)) numbers.set(language, new Intl.NumberFormat(language, { maximumFractionDigits: 1 }));
    return numbers.get(language);
  }

  function drawing(place, state, doc, label) {
    const number = numberIn(doc.language);
    const foot = HEIGHT - EDGE.bottom;
    return svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "trend", role: "img", "aria-label": label },
      svg("line", { x1: EDGE.left, y1: foot, x2: WIDTH - EDGE.right, y2: foot, class: "axis" }),
      ...place.targets.map((t) => svg("line", { x1: EDGE.left, y1: t.y, x2: WIDTH - EDGE.right, y2: t.y, class: "target" })),
      ...place.breaks.map((b) => svg("line", { x1: b.x, y1: EDGE.top, x2: b.x, y2: foot, class: "break" })),
      ...(state.year >= place.first && state.year <= place.last ? [svg("line", { x1: place.x(state.year), y1: EDGE.top, x2: place.x(state.year), y2: foot, class: "clock-line" })] : []),
      ...place.benchmarkLines.map((l) => line(l, "benchmark")), ...place.benchmark.map((p) => point(p, "benchmark")),
      ...place.lines.map((l) => line(l, "own")), ...place.own.map((p) => point(p, "own")),
      text(EDGE.left - 5, EDGE.top + 4, number.format(place.high), "end"), text(EDGE.left - 5, foot + 4, number.format(place.low), "end"),
      text(EDGE.left, HEIGHT - 6, String(place.first), "start"), ...(place.last > place.first ? [text(WIDTH - EDGE.right, HEIGHT - 6, String(place.last), "end")] : []));
  }

  function table(place, doc) {
    const { el } = root.blok.dom;
    const mark = (cell) => (cell.severity ? ` (${doc.texts[`severity.${cell.severity}`]})` : "");
    const rows = place.own.map((p) => el("tr", null, el("th", { scope: "row" }, p.cell.period + (p.cell.baseline ? `, ${doc.texts.baseline}` : "")), el("td", { className: "number" }, p.cell.text + mark(p.cell))));
    return el("details", { "data-key": "trend-table" }, el("summary", { "data-key": "trend-summary" }, doc.texts.trendTable),
      el("table", null, el("tbody", null, rows)));
  }

  function key(place, doc) {
    const { el } = root.blok.dom;
    const items = [["own", doc.texts["trend.own"]]];
    if (place.own.some((p) => p.cell.baseline)) items.push(["start", doc.texts.baseline]);
    if (place.own.some((p) => p.cell.severity && usable(p))) items.push(["remark", doc.texts["trend.remark"]]);
    if (!place.own.every(usable)) items.push(["invalid", doc.texts["severity.invalid"]]);
    if (place.benchmark.length > 0) items.push(["benchmark", doc.geographies[place.against].name]);
    if (place.targets.length > 0) items.push(["target", doc.texts["trend.target"]]);
    if (place.breaks.length > 0) items.push(["break", doc.texts["trend.break"]]);
    if ([...place.lines, ...place.benchmarkLines].some((l) => l.dotted)) items.push(["dotted", doc.texts["trend.dotted"]]);
    return el("ul", { className: "trend-key" }, items.map(([kind, words]) => el("li", { className: kind }, words)));
  }

  /** Return the drawing with its key and table for a geography, or null without figures. */
  function build(id, state, doc) {
    const { el, fill } = root.blok.dom;
    const place = layout(doc, state.indicator, id);
    if (place === null || place.own.length === 0) return null;
    const said = place.own.map((p) => `${p.cell.period}: ${p.cell.text}`).join("; ");
    const label = fill(doc.texts["trend.label"], { name: doc.geographies[id].name, values: said });
    return el("figure", { className: "trend-figure" }, drawing(place, state, doc, label), key(place, doc), table(place, doc));
  }

  root.blok = Object.assign(root.blok || {}, { trend: { build } });
})(window);
