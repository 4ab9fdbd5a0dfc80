/* Draws the ranking: a table whose middle column is a dot plot on one scale. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);
  const percent = (value) => `${value.toFixed(2)}%`;

  function plot(row, range, benchmark) {
    const { at } = root.blok.ranking;
    const { interval, cell } = row;
    const known = interval && interval.low !== undefined;
    return el("div", { className: "dot-line", "aria-hidden": "true" },
      benchmark ? el("span", { className: "dot-benchmark", style: { left: percent(at(range, benchmark.value)) } }) : null,
      known ? el("span", { className: "dot-interval", style: { left: percent(at(range, interval.low)), width: percent(at(range, interval.high) - at(range, interval.low)) } }) : null,
      el("span", { className: `dot ${cell.severity}`, style: { left: percent(at(range, cell.value)) } }));
  }

  function spread(row, doc) {
    const { interval } = row;
    if (interval === null) return doc.texts["compare.rank.noN"];
    if (typeof interval === "string") return doc.texts[`compare.rank.without.${interval}`];
    return root.blok.dom.fill(doc.texts["compare.rank.interval"], { interval: interval.text, n: interval.n });
  }

  function line(row, range, benchmark, state, doc) {
    const { nameOf, remarksOf } = root.blok.figures;
    const mark = row.cell.severity ? `${doc.texts[`severity.${row.cell.severity}`]}. ` : "";
    return el("tr", { "data-place": row.place }, el("th", { scope: "row" }, root.blok.toView.toChart(state.indicator, row.place, state, { "data-key": `rank-${row.place}` }, nameOf(doc, state.indicator, row.place))),
      el("td", { className: "plot" }, plot(row, range, benchmark)), el("td", { className: "number" }, row.cell.text), el("td", null, row.cell.period),
      el("td", null, spread(row, doc)), el("td", null, mark + remarksOf(row.cell).join(" ")));
  }

  /** What may be said of the order, in words. */
  function verdict(state, doc) {
    const { fill } = root.blok.dom;
    const name = (id) => doc.geographies[id].name;
    const { judged } = doc.compare.ranking[state.indicator][state.year];
    const said = root.blok.ranking.claims(doc, state).map(([better, worse]) => fill(doc.texts[judged ? "compare.rank.claim" : "compare.rank.claimNeutral"], { better: name(better), worse: name(worse) }));
    return said.length > 0 ? said : [doc.texts["compare.rank.noClaim"]];
  }

  function table(list, benchmark, state, doc) {
    const range = root.blok.ranking.scale(list, benchmark);
    const series = doc.indicators[state.indicator];
    const heads = ["area", "compare.rank.plot", "value", "period", "compare.rank.spread", "marks"].map((key) => el("th", { scope: "col" }, doc.texts[key]));
    const caption = `${series.name}, ${series.unit}, ${state.year}`;
    return el("div", { className: "scroll", tabindex: 0, role: "region", "aria-label": caption },
      el("table", { className: "ranking" }, el("caption", null, caption), el("thead", null, el("tr", null, heads)), el("tbody", null, list.map((row) => line(row, range, benchmark, state, doc)))));
  }

  function benchmarkOf(state, doc) {
    if (!state.against || doc.indicators[state.indicator].circles) return null;
    const cell = root.blok.figures.cellOf(doc, state.indicator, state.year, state.against);
    return cell && cell.severity !== "invalid" ? cell : null;
  }

  function leftOut(state, doc) {
    return root.blok.ranking.unusable(doc, state).map((place) => {
      const cell = root.blok.figures.cellOf(doc, state.indicator, state.year, place);
      return root.blok.dom.fill(doc.texts["compare.rank.unusable"], { place: doc.geographies[place].name, value: cell.text, why: root.blok.figures.remarksOf(cell).join(" ") });
    });
  }

  function body(state, doc) {
    const { fill } = root.blok.dom;
    const list = root.blok.ranking.rows(doc, state);
    const benchmark = benchmarkOf(state, doc);
    const without = leftOut(state, doc);
    return [
      el("ul", { className: "rank-words" }, verdict(state, doc).map((text) => el("li", null, text))),
      benchmark ? el("p", { className: "rank-benchmark" }, fill(doc.texts["compare.rank.benchmark"], { name: doc.geographies[state.against].name, value: benchmark.text, period: benchmark.period })) : null,
      list.length > 0 ? table(list, benchmark, state, doc) : null,
      without.length > 0 ? el("ul", { className: "rank-left-out" }, without.map((text) => el("li", null, text))) : null,
    ];
  }

  /** The years with figures, for the choice of a year. */
  function choices(state, doc) {
    const years = root.blok.ranking.yearsOf(doc, state);
    if (years.length === 0) return null;
    const list = el("select", { id: "rank-year", "data-key": "rank-year", onChange: (event) => root.blok.state.set({ year: Number(event.target.value) }, true) },
      years.map((year) => el("option", { value: year }, String(year))));
    list.value = String(root.blok.ranking.yearFor(doc, state));
    return el("div", { className: "control" }, el("label", { htmlFor: "rank-year" }, doc.texts["compare.year"]), list);
  }

  function paint(element, asked, doc) {
    const { swap, fill } = root.blok.dom;
    const year = root.blok.ranking.yearFor(doc, asked);
    const series = doc.indicators[asked.indicator];
    const state = { ...asked, year };
    const moved = year !== null && year !== asked.year ? el("p", { className: "moved", role: "status" }, fill(doc.texts["compare.rank.moved"], { asked: asked.year, year })) : null;
    swap(element,
      el("div", { className: "view-head" }, el("h2", null, series.name, el("span", { className: "unit" }, ` (${series.unit})`)),
        root.blok.toView.toPassport(asked.indicator, asked, { "data-key": "rank-pas" }, doc.texts.passport)),
      moved,
      year === null ? el("p", { className: "nothing", role: "status" }, doc.texts["compare.lines.nothing"]) : body(state, doc),
      year === null ? null : root.blok.takeaway.build(state, doc));
  }

  const views = (root.blok && root.blok.compareViews) || {};
  views.rang = { needs: ["indicator", "places", "against"], choices, paint };
  root.blok = Object.assign(root.blok || {}, { compareViews: views });
})(window);
