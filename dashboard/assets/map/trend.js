/* One place's figures over time, as a drawing and as a table.
 *
 * Every point is a printed value in its own year. A solid line joins years in a row, a dotted
 * one spans years without a figure, and a break cuts the line. Invalid values stand as a
 * cross on the axis: they have no place on the scale.
 */
(function (root) {
  "use strict";

  const svg = (...args) => root.blok.dom.svg(...args);
  const WIDTH = 320;
  const HEIGHT = 150;
  const EDGE = { left: 34, right: 10, top: 12, bottom: 22 };

  /** The figures of a geography in the order of years: {year, cell}. */
  function figures(series, geography) {
    return series.years.filter((year) => series.cells[year][geography])
      .map((year) => ({ year, cell: series.cells[year][geography] }));
  }

  function usable(figure) {
    return figure.cell.severity !== "invalid";
  }

  /** The levels that a place's own targets name. */
  function levels(series, geography) {
    return series.targets.filter((t) => t.level !== null && !t.together && t.geographies.includes(geography)).map((t) => t.level);
  }

  /** Lowest and highest value of the scale; counts and their circles begin at zero. */
  function extent(values, fromZero) {
    const low = fromZero ? Math.min(0, ...values) : Math.min(...values);
    const high = Math.max(...values);
    return low === high ? [low - 1, high + 1] : [low, high];
  }

  /** The breaks that concern a place: those that name it, and those that name none. */
  function breaksOf(series, geography) {
    return series.breaks.filter((b) => b.geographies.length === 0 || b.geographies.includes(geography));
  }

  /** The lines between usable figures of a place: {from, to, dotted}; none across a break. */
  function segments(series, list, geography) {
    const breaks = breaksOf(series, geography);
    const good = list.filter(usable);
    return good.slice(1).map((to, index) => ({ from: good[index], to, dotted: to.year - good[index].year > 1 }))
      .filter(({ from, to }) => !breaks.some((b) => from.year < b.year && b.year <= to.year));
  }

  /** Where everything stands, in the pixels of the drawing. */
  function layout(doc, indicator, geography) {
    const series = doc.indicators[indicator];
    const own = figures(series, geography);
    const benchmark = doc.municipality && doc.municipality !== geography && !series.circles ? figures(series, doc.municipality) : [];
    const marks = levels(series, geography);
    const values = [...own, ...benchmark].filter(usable).map((f) => f.cell.value).concat(marks);
    if (values.length === 0) return null;
    const [low, high] = extent(values, series.circles);
    const first = doc.years[0];
    const last = Math.max(doc.asOf, ...series.years);
    const span = Math.max(1, last - first); // a clock of one year is a single point
    const x = (year) => EDGE.left + ((year - first) / span) * (WIDTH - EDGE.left - EDGE.right);
    const y = (value) => HEIGHT - EDGE.bottom - ((value - low) / (high - low)) * (HEIGHT - EDGE.top - EDGE.bottom);
    const at = (figure) => ({ ...figure, x: x(figure.year), y: usable(figure) ? y(figure.cell.value) : HEIGHT - EDGE.bottom });
    const join = (list, place) => segments(series, list, place).map(({ from, to, dotted }) => ({ from: at(from), to: at(to), dotted }));
    return {
      own: own.map(at), benchmark: benchmark.map(at), lines: join(own, geography), benchmarkLines: join(benchmark, doc.municipality),
      targets: marks.map((value) => ({ value, y: y(value) })), breaks: breaksOf(series, geography).filter((b) => b.year <= last).map((b) => ({ ...b, x: x(b.year - 0.5) })),
      low, high, first, last, x, y,
    };
  }

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

  function drawing(place, state, doc, label) {
    const number = new Intl.NumberFormat(doc.language, { maximumFractionDigits: 1 });
    const foot = HEIGHT - EDGE.bottom;
    return svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "trend", role: "img", "aria-label": label },
      svg("line", { x1: EDGE.left, y1: foot, x2: WIDTH - EDGE.right, y2: foot, class: "axis" }),
      ...place.targets.map((t) => svg("line", { x1: EDGE.left, y1: t.y, x2: WIDTH - EDGE.right, y2: t.y, class: "target" })),
      ...place.breaks.map((b) => svg("line", { x1: b.x, y1: EDGE.top, x2: b.x, y2: foot, class: "break" })),
      ...(state.year >= place.first && state.year <= place.last ? [svg("line", { x1: place.x(state.year), y1: EDGE.top, x2: place.x(state.year), y2: foot, class: "clock-line" })] : []),
      ...place.benchmarkLines.map((l) => line(l, "benchmark")), ...place.benchmark.map((p) => point(p, "benchmark")),
      ...place.lines.map((l) => line(l, "own")), ...place.own.map((p) => point(p, "own")),
      text(EDGE.left - 5, EDGE.top + 4, number.format(place.high), "end"), text(EDGE.left - 5, foot + 4, number.format(place.low), "end"),
      text(EDGE.left, HEIGHT - 6, String(place.first), "start"), text(WIDTH - EDGE.right, HEIGHT - 6, String(place.last), "end"));
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
    if (place.benchmark.length > 0) items.push(["benchmark", doc.geographies[doc.municipality].name]);
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

  const api = { figures, extent, segments, layout, levels, build };
  root.blok = Object.assign(root.blok || {}, { trend: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
