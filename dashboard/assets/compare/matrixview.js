/* The tab Matrix: what is shown in the cells, the table that sorts, and what its signs mean. */
(function (root) {
  "use strict";

  const ARROWS = { ascending: "▲", descending: "▼", none: "↕" };
  const el = (...args) => root.blok.dom.el(...args);
  const set = (patch) => root.blok.state.set(patch, true);

  function select(id, label, options, value, patch) {
    const list = el("select", { id, "data-key": id, onChange: (event) => set(patch(event.target.value)) }, options);
    list.value = value;
    return el("div", { className: "control" }, el("label", { htmlFor: id }, label), list);
  }

  function cellsChoice(state, doc) {
    const radios = root.blok.matrix.CELLS.map((cells) => el("label", { className: "check" },
      el("input", { type: "radio", name: "matrix-cells", "data-key": `cells-${cells}`, value: cells, checked: cells === state.cells, onChange: () => set({ cells }) }),
      doc.texts[`compare.mode.${cells}`]));
    return el("fieldset", { className: "control layers" }, el("legend", null, doc.texts["compare.matrix.cells"]), radios);
  }

  function whenChoice(state, doc) {
    const years = doc.years.filter((year) => year <= doc.asOf).map((year) => el("option", { value: year }, String(year)));
    const options = [el("option", { value: "latest" }, doc.texts["compare.matrix.latest"]), ...years];
    const patch = (text) => (text === "latest" ? { when: "latest" } : { when: "year", year: Number(text) });
    return select("matrix-when", doc.texts["compare.matrix.when"], options, state.when === "latest" ? "latest" : String(state.year), patch);
  }

  function themeChoice(state, doc) {
    const all = doc.comparable ? [] : [el("option", { value: "" }, doc.texts["compare.allThemes"])];
    const options = [...all, ...doc.themes.map(({ id, name }) => el("option", { value: id }, name))];
    return select("matrix-theme", doc.texts["compare.theme"], options, state.theme, (theme) => ({ theme }));
  }

  function sentence(state, doc) {
    const { fill } = root.blok.dom;
    const chosen = doc.geographies[state.against];
    const when = fill(doc.texts[`compare.matrix.said.${state.when}`], { year: state.year });
    const shown = fill(doc.texts[`compare.matrix.said.${state.cells}`], { name: chosen ? chosen.name : doc.texts["compare.none"] });
    const missing = state.areas.filter((place) => !root.blok.matrix.rows(doc, state).includes(place)).map((place) => doc.geographies[place].name);
    return [when, shown, missing.length > 0 && fill(doc.texts["compare.lines.missing"], { places: missing.join(", ") })].filter(Boolean).join(" ");
  }

  function sortButton(column, text, state) {
    const { matrix } = root.blok;
    const now = matrix.direction(state, column);
    return el("button", { className: "sort", "data-key": `sort-${column}`, "data-sort": column, onClick: () => set({ sort: matrix.pressed(state.sort, column) }) },
      text, el("span", { className: "arrow", "aria-hidden": "true" }, ARROWS[now || "none"]));
  }

  function head(indicator, state, doc) {
    const one = doc.indicators[indicator];
    const unit = state.cells === "value" ? one.unit : doc.compare.matrix.series[indicator].unit;
    return el("th", { scope: "col", "aria-sort": root.blok.matrix.direction(state, indicator), "data-column": indicator },
      el("div", { className: "column-head" }, sortButton(indicator, one.name, state),
        el("span", { className: "unit" }, unit), el("span", { className: "unit" }, one.polarity),
        root.blok.toView.toPassport(indicator, state, { className: "to-passport" }, doc.texts.passport, el("span", { className: "visually-hidden" }, `: ${one.name}`))));
  }

  function heads(state, doc) {
    const { matrix } = root.blok;
    const names = el("th", { scope: "col", rowspan: 2, className: "place", "aria-sort": matrix.direction(state, matrix.NAMES), "data-column": matrix.NAMES },
      sortButton(matrix.NAMES, doc.texts.area, state));
    const groups = matrix.themes(doc, state).map(({ name, indicators }) => el("th", { scope: "colgroup", colspan: indicators.length, className: "theme" }, el("span", null, name)));
    return el("thead", null, el("tr", null, names, groups), el("tr", null, matrix.columns(doc, state).map((indicator) => head(indicator, state, doc))));
  }

  function cell(indicator, place, state, doc) {
    const { matrix, matrixCells, toView } = root.blok;
    const one = matrix.cell(doc, state, indicator, place);
    const content = matrixCells.content(one, state, doc);
    return el("td", { className: `cell ${matrixCells.kind(one)}`, "data-indicator": indicator, "data-sorted": one.sort },
      one.figure === null ? el("div", null, content) : toView.toChart(indicator, place, state, { "data-key": `cell-${place}-${indicator}` }, content));
  }

  function row(place, state, doc) {
    const { name, kind } = doc.geographies[place];
    return el("tr", { "data-place": place, className: kind },
      el("th", { scope: "row", className: "place" }, name), root.blok.matrix.columns(doc, state).map((indicator) => cell(indicator, place, state, doc)));
  }

  function benchmarkRow(state, doc) {
    if (state.against === "") return null;
    const own = (indicator) => {
      const figure = root.blok.matrix.benchmark(doc, state, indicator);
      return el("td", { className: "cell benchmark", "data-indicator": indicator }, el("div", null, figure ? root.blok.matrixCells.value(figure, doc) : "–"));
    };
    return el("tfoot", null, el("tr", { "data-place": state.against },
      el("th", { scope: "row", className: "place" }, doc.geographies[state.against].name, el("span", { className: "kind" }, doc.texts.comparison)),
      root.blok.matrix.columns(doc, state).map(own)));
  }

  function table(state, doc) {
    const caption = sentence(state, doc);
    const rows = root.blok.matrix.ordered(doc, state).map((place) => row(place, state, doc));
    return el("div", { className: "scroll matrix-scroll", tabindex: 0, role: "region", "aria-label": doc.texts["compare.matrix.heading"], "data-key": "matrix-scroll" },
      el("table", { className: "matrix" }, el("caption", { className: "visually-hidden" }, caption), heads(state, doc), el("tbody", null, rows), benchmarkRow(state, doc)));
  }

  function legend(doc) {
    return el("ul", { className: "matrix-key" }, root.blok.matrixCells.markKey(doc), el("li", null, doc.texts["compare.matrix.signs"]), el("li", null, doc.texts["compare.matrix.opens"]));
  }

  function remark({ place, figure }, doc) {
    return el("li", null, root.blok.matrixCells.mark(figure.severity, doc), ` ${doc.geographies[place].name}, ${figure.period}: ${figure.text}. ${figure.said.join(" ")}`);
  }

  /** What is to be known of the shown figures, each beside its mark. */
  function remarks(state, doc) {
    const found = root.blok.matrix.remarks(doc, state);
    if (found.length === 0) return null;
    const count = found.reduce((sum, { said }) => sum + said.length, 0);
    return el("details", { className: "matrix-remarks", "data-key": "matrix-remarks" },
      el("summary", { "data-key": "matrix-remarks-summary" }, root.blok.dom.fill(doc.texts["compare.matrix.remarks"], { count })),
      found.map(({ indicator, said }) => el("section", null, el("h3", null, doc.indicators[indicator].name), el("ul", null, said.map((one) => remark(one, doc))))));
  }

  /** The place of the scrolled table, so that a new order does not throw the reader back. */
  function scrolled(element) {
    const region = element.querySelector(".matrix-scroll");
    return region ? region.scrollLeft : 0;
  }

  function takeaway(state, doc) {
    const { columns, rows } = root.blok.matrix;
    return root.blok.takeaway.files(columns(doc, state), [...rows(doc, state), state.against].filter(Boolean), state, doc, root.blok.takeaway.memoOf(columns(doc, state), state, doc));
  }

  function paint(element, state, doc) {
    const left = scrolled(element);
    const none = root.blok.matrix.rows(doc, state).length === 0;
    root.blok.dom.swap(element,
      el("div", { className: "view-head" }, el("h2", null, doc.texts["compare.matrix.heading"])),
      el("div", { className: "view-choices" }, cellsChoice(state, doc), whenChoice(state, doc), themeChoice(state, doc)),
      el("p", { className: "sentence" }, sentence(state, doc)),
      none ? el("p", { className: "nothing", role: "status" }, doc.texts["compare.matrix.nothing"]) : table(state, doc), legend(doc), remarks(state, doc),
      none ? null : takeaway(state, doc));
    if (!none) element.querySelector(".matrix-scroll").scrollLeft = left;
  }

  const views = (root.blok && root.blok.compareViews) || {};
  views.matrix = { needs: ["places", "against"], keys: root.blok.matrix.KEYS, paint };
  root.blok = Object.assign(root.blok || {}, { compareViews: views });
})(window);
