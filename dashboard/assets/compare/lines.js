/* Over tid: the chart of a series for the chosen places, its key, and the same as a table. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);
  const HEIGHT_PX = 430;
  /** Of the screen's height, where that is more. */
  const SHARE = 0.55;
  const CONFIG = { displayModeBar: false, responsive: false, staticPlot: false, scrollZoom: false, doubleClick: false, showTips: false };

  let drawnIn = null;
  let watching = null;
  let unwatch = null;

  function withFigures(state, doc) {
    return state.areas.filter((id) => root.blok.figures.figuresOf(doc, state.indicator, id).length > 0);
  }

  function benchmarkShown(state, doc) {
    return state.against && doc.compare.charts[state.indicator].data.some(({ meta }) => meta.geography === state.against);
  }

  /** Why what is compared with has no line: nothing is printed, it would dwarf all others, or
   * what is printed has no place here. */
  function withoutBenchmark(state, doc) {
    if (!root.blok.figures.isPrinted(doc, state.indicator, [state.against])) return "compare.lines.noFigure";
    const printed = root.blok.figures.figuresOf(doc, state.indicator, state.against).length > 0;
    return doc.indicators[state.indicator].circles && printed ? "compare.lines.countBenchmark" : "compare.lines.noBenchmark";
  }

  /** One neutral sentence: what is shown, and for whom there is nothing to show. */
  function sentence(state, doc) {
    const { fill } = root.blok.dom;
    const series = doc.indicators[state.indicator];
    const missing = state.areas.filter((id) => !withFigures(state, doc).includes(id)).map((id) => doc.geographies[id].name);
    const said = [fill(doc.texts["compare.lines.sentence"], { name: series.name, unit: series.unit })];
    if (missing.length > 0) said.push(fill(doc.texts["compare.lines.missing"], { places: missing.join(", ") }));
    if (state.against && !benchmarkShown(state, doc)) said.push(fill(doc.texts[withoutBenchmark(state, doc)], { name: doc.geographies[state.against].name }));
    return said.join(" ");
  }

  function key(state, doc) {
    const shown = root.blok.panels.chosen(doc.compare.charts[state.indicator], state);
    const roles = new Set(shown.map(({ meta }) => meta.role));
    const marked = shown.some(({ marker }) => marker && Array.isArray(marker.symbol) && marker.symbol.some((symbol) => symbol.endsWith("-open")));
    const items = [["start", roles.has("start")], ["open", marked], ["invalid", roles.has("invalid")], ["target", roles.has("target")],
      ["benchmark", benchmarkShown(state, doc)], ["break", doc.indicators[state.indicator].breaks.length > 0]];
    return el("ul", { className: "chart-key" }, items.filter(([, on]) => on).map(([name]) => el("li", { className: name }, doc.texts[`compare.key.${name}`])));
  }

  function notes(state, doc) {
    const { fill } = root.blok.dom;
    const series = doc.indicators[state.indicator];
    const chart = doc.compare.charts[state.indicator];
    const breaks = series.breaks.map((b) => fill(doc.texts.break, b));
    const targets = series.targets.map((t) => t.text);
    const unplaced = state.areas.filter((id) => chart.unplaced[id]).map((id) => fill(doc.texts["compare.lines.unplaced"], { place: doc.geographies[id].name, values: chart.unplaced[id].join("; ") }));
    return el("div", { className: "chart-notes" },
      targets.length > 0 ? el("section", null, el("h3", null, doc.texts.targets), el("ul", null, targets.map((text) => el("li", null, text)))) : null,
      verdicts(state, doc),
      trends(state, doc),
      el("p", null, series.population),
      el("ul", null, [...breaks, ...unplaced].map((text) => el("li", null, text))),
      root.blok.told.section(root.blok.told.of(doc, state.indicator, state.areas), doc));
  }

  /** The verdicts on the targets of the series, for the chosen places and sums with them. */
  function verdicts(state, doc) {
    const targets = doc.compare.verdicts.flatMap((goal) => goal.targets).filter(({ indicators }) => indicators.includes(state.indicator));
    const found = targets.flatMap(({ judgements }) => judgements).filter(({ geography, geographies }) => [geography, ...geographies].some((id) => state.areas.includes(id)));
    if (found.length === 0) return null;
    return el("section", { className: "verdicts-here" }, el("h3", null, doc.texts["compare.lines.verdicts"]),
      el("ul", null, found.map((one) => root.blok.judgement.brief(one))),
      el("p", null, root.blok.toView.link({ tab: "maal" }, state, { "data-key": "chart-goals" }, doc.texts["compare.lines.toGoals"])));
  }

  /** The places that have figures, where no chosen one has: a plan, most often. */
  function instead(state, doc) {
    const nothing = { className: "nothing", role: "status" };
    const having = Object.keys(doc.geographies).filter((id) => doc.geographies[id].kind !== "comparison" && root.blok.figures.figuresOf(doc, state.indicator, id).length > 0);
    if (having.length === 0) return el("p", nothing, doc.texts["compare.lines.none"]);
    return el("p", nothing, `${doc.texts["compare.lines.nothing"]} ${doc.texts["compare.lines.instead"]} `,
      having.map((id, index) => [index > 0 ? ", " : "", root.blok.toView.link({ areas: [id] }, state, { "data-key": `instead-${id}` }, doc.geographies[id].name)]).flat());
  }

  /** What an exact test says of the chosen places over time; too few figures are told together. */
  function trends(state, doc) {
    const { method, series } = doc.compare.trends;
    const found = state.areas.filter((id) => series[state.indicator][id]).map((id) => ({ id, ...series[state.indicator][id] }));
    if (found.length === 0) return null;
    const few = found.filter((one) => one.few).map((one) => one.text);
    const told = found.filter((one) => !one.few).map((one) => el("li", { "data-trend": one.word || "", "data-place": one.id }, one.text));
    if (few.length > 0) told.push(el("li", null, root.blok.dom.fill(doc.texts["compare.trend.few"], { places: few.join(", ") })));
    return el("section", { className: "trend-words" }, el("h3", null, doc.texts["compare.trend"]), el("ul", null, told), el("p", { className: "method" }, method));
  }

  function row(place, figure, state, doc) {
    const { nameOf, remarksOf, sourcesOf } = root.blok.figures;
    const { cell } = figure;
    const mark = cell.severity ? `${doc.texts[`severity.${cell.severity}`]}. ` : "";
    return el("tr", { "data-place": place, "data-year": figure.year }, el("th", { scope: "row" }, nameOf(doc, state.indicator, place)), el("td", null, cell.period),
      el("td", { className: "number" }, cell.text), el("td", null, cell.baseline ? doc.texts.baseline : ""),
      el("td", null, mark + remarksOf(cell).join(" ")), el("td", { className: "source", lang: "da" }, sourcesOf(cell).map((text) => el("p", null, text))));
  }

  function table(state, doc) {
    const places = [...withFigures(state, doc), ...(benchmarkShown(state, doc) ? [state.against] : [])];
    const rows = places.flatMap((place) => root.blok.figures.figuresOf(doc, state.indicator, place).map((figure) => row(place, figure, state, doc)));
    const heads = ["area", "period", "value", "compare.role", "marks", "sourceCell"].map((name) => el("th", { scope: "col" }, doc.texts[name]));
    const caption = root.blok.dom.fill(doc.texts["compare.lines.caption"], { name: doc.indicators[state.indicator].name, unit: doc.indicators[state.indicator].unit });
    return el("details", { className: "table-twin", "data-key": "chart-table" }, el("summary", { "data-key": "chart-table-summary" }, doc.texts["compare.table"]),
      el("div", { className: "scroll", tabindex: 0, role: "region", "aria-label": caption },
        el("table", null, el("caption", null, caption), el("thead", null, el("tr", null, heads)), el("tbody", null, rows))));
  }

  function panelSwitch(state, doc) {
    return el("label", { className: "check" }, el("input", { type: "checkbox", "data-key": "panels", checked: state.panels, onChange: (event) => root.blok.state.set({ panels: event.target.checked }, true) }),
      doc.texts["compare.panels"]);
  }

  /** The room of a chart, in the pixels that it is made for. */
  function size(element, scale) {
    const width = Math.floor(element.clientWidth / scale);
    return { width, height: Math.round(Math.max(HEIGHT_PX, (SHARE * root.innerHeight - 65) / scale)), ...(width < 600 ? { labels: 130, letters: 17 } : { labels: 220, letters: 34 }) };
  }

  function draw(place, state, doc) {
    const { grown, scaleOf } = root.blok.growing;
    const scale = scaleOf(parseFloat(getComputedStyle(document.documentElement).fontSize));
    const room = size(place, scale);
    const nameOf = (id) => root.blok.figures.nameOf(doc, state.indicator, id);
    const figure = root.blok.panels.arrange(doc.compare.charts[state.indicator], state, doc, room, nameOf);
    if (figure === null) return;
    const { data, layout } = root.blok.shades.through(grown(figure, scale));
    root.Plotly.newPlot(place, data, layout, CONFIG);
  }

  /** Draw again when there is another width (a phone is turned, a window changed) or the colours are others. */
  function watch(place, state, doc) {
    let width = place.clientWidth;
    watching = new ResizeObserver(() => {
      if (place.clientWidth === width || place.clientWidth === 0) return;
      width = place.clientWidth;
      draw(place, state, doc);
    });
    watching.observe(place);
    unwatch = root.blok.shades.watch(() => draw(place, state, doc));
  }

  function paint(element, state, doc) {
    const series = doc.indicators[state.indicator];
    const said = sentence(state, doc);
    if (drawnIn) root.Plotly.purge(drawnIn);
    if (watching) watching.disconnect();
    if (unwatch) unwatch();
    drawnIn = el("div", { className: "chart", role: "img", "aria-label": said });
    const nothing = withFigures(state, doc).length === 0;
    root.blok.dom.swap(element,
      el("div", { className: "view-head" }, el("h2", null, series.name, el("span", { className: "unit" }, ` (${series.unit})`)),
        root.blok.toView.toPassport(state.indicator, state, { "data-key": "chart-pas" }, doc.texts.passport), panelSwitch(state, doc)),
      el("p", { className: "sentence" }, said),
      nothing ? instead(state, doc) : drawnIn,
      nothing ? null : key(state, doc), notes(state, doc), table(state, doc), root.blok.takeaway.build(state, doc));
    if (nothing) return;
    draw(drawnIn, state, doc);
    watch(drawnIn, state, doc);
  }

  const views = (root.blok && root.blok.compareViews) || {};
  views.tid = { needs: ["indicator", "places", "against"], paint };
  root.blok = Object.assign(root.blok || {}, { compareViews: views, lines: { sentence } });
  if (typeof module === "object") module.exports = { sentence };
})(typeof window === "object" ? window : globalThis);
