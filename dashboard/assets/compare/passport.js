/* The tab Indikatorpas: all that is known of one series, and for which places and years. */
(function (root) {
  "use strict";

  const NO_YEAR = "";
  const STATES = ["figure", "marked", "doubtful", "invalid", "none"];
  const el = (...args) => root.blok.dom.el(...args);

  function sheet(one, doc) {
    const rows = [["definition", one.definition], ["compare.pas.population", one.population], ["unit", one.unit], ["polarity", one.polarity],
      ["goal", one.goal], ["source", one.source], ["updates", one.update]];
    return el("dl", { className: "sheet" }, rows.filter(([, text]) => text).flatMap(([key, text]) => [el("dt", null, doc.texts[key]), el("dd", { lang: key === "source" ? "da" : null }, text)]));
  }

  function named(geographies, doc) {
    return geographies.map((id) => doc.geographies[id].name).join(", ");
  }

  function list(heading, items, none) {
    return el("section", null, el("h3", null, heading), items.length > 0 ? el("ul", null, items.map((text) => el("li", null, text))) : el("p", null, none));
  }

  function breaks(one, doc) {
    const said = one.breaks.map((b) => {
      const text = root.blok.dom.fill(doc.texts.break, b);
      return b.geographies.length > 0 ? `${text} (${named(b.geographies, doc)})` : text;
    });
    return list(doc.texts["compare.pas.breaks"], said, doc.texts["compare.pas.noBreaks"]);
  }

  function targets(one, doc) {
    const said = one.targets.map((t) => `${t.text} (${named(t.geographies, doc)}${t.together ? `, ${doc.texts["compare.pas.together"]}` : ""})`);
    return list(doc.texts.targets, said, doc.texts["compare.pas.noTargets"]);
  }

  /** The columns of the grid: every year, and one for figures without a year if there are any. */
  function columns({ years, coverage }) {
    const filled = new Set(coverage.flatMap(({ cells }) => Object.keys(cells)));
    const names = [...years.map(String), ...(filled.has(NO_YEAR) ? [NO_YEAR] : [])];
    return names.map((name) => ({ name, empty: !filled.has(name) }));
  }

  function sign(state, doc) {
    return el("span", { className: "sign", "aria-hidden": "true" }, doc.texts[`compare.state.${state}.glyph`]);
  }

  function word(state, doc) {
    return ` ${doc.texts[`compare.state.${state}`]}`;
  }

  /** A cell without a figure shows its sign only: the key says the word, which is also read aloud. */
  function coverageCell(found, empty, doc) {
    const [state, value, period] = found || ["none", "", ""];
    const said = found ? word(state, doc) : el("span", { className: "visually-hidden" }, word(state, doc));
    return el("td", { className: `coverage ${state}${empty ? " empty" : ""}`, "data-state": state }, el("span", { className: "state" }, sign(state, doc), said),
      found ? el("span", { className: "printed" }, value) : null, found ? el("span", { className: "period" }, period) : null);
  }

  function coverageTable(passport, name, doc) {
    const shown = columns(passport);
    const heads = shown.map(({ name: column, empty }) => el("th", { scope: "col", className: empty ? "empty" : "" }, column === NO_YEAR ? doc.texts.unplaced : column));
    const rows = passport.coverage.map(({ geography, cells }) => el("tr", { "data-place": geography }, el("th", { scope: "row", className: "place" }, doc.geographies[geography].name), shown.map(({ name: column, empty }) => coverageCell(cells[column], empty, doc))));
    const caption = root.blok.dom.fill(doc.texts["compare.pas.coverageCaption"], { name });
    return el("div", { className: "scroll", tabindex: 0, role: "region", "aria-label": caption },
      el("table", { className: "coverage-grid" }, el("caption", { className: "visually-hidden" }, caption), el("thead", null, el("tr", null, el("th", { scope: "col", className: "place" }, doc.texts.area), heads)), el("tbody", null, rows)));
  }

  function coverage(passport, name, doc) {
    const said = root.blok.dom.fill(doc.texts["compare.pas.counts"], passport.counts);
    const signs = STATES.map((state) => el("li", null, sign(state, doc), word(state, doc)));
    return el("section", null, el("h3", null, doc.texts["compare.pas.coverage"]), el("p", null, said), coverageTable(passport, name, doc), el("ul", { className: "matrix-key" }, signs));
  }

  function findingItem(finding, doc) {
    return el("li", { className: "finding", "data-severity": finding.severity },
      el("p", { className: "finding-head" }, root.blok.matrixCells.mark(finding.severity, doc), el("strong", null, finding.rule), el("span", { className: "unit", "aria-hidden": "true" }, doc.texts[`severity.${finding.severity}`])),
      el("p", null, finding.text), root.blok.cellGroups.build(finding.cells));
  }

  function findings(passport, doc) {
    return el("section", null, el("h3", null, doc.texts["compare.pas.findings"]), passport.findings.length > 0
      ? el("ul", { className: "findings" }, passport.findings.map((finding) => findingItem(finding, doc))) : el("p", null, doc.texts["compare.pas.noFindings"]));
  }

  /** Where the grid is wider than the screen, it begins at the first year with a figure. */
  function showFirstFigure(element) {
    const region = element.querySelector(".scroll:has(> .coverage-grid)");
    const [names, ...years] = region.querySelectorAll("thead th");
    const first = years.find((year) => !year.classList.contains("empty"));
    if (first) region.scrollLeft = first.offsetLeft - names.offsetWidth;
  }

  function paint(element, state, doc) {
    const one = doc.indicators[state.indicator];
    const passport = doc.compare.passports[state.indicator];
    root.blok.dom.swap(element,
      el("div", { className: "view-head" }, el("h2", null, one.name, el("span", { className: "unit" }, ` (${one.unit})`)),
        root.blok.toView.link({ tab: "tid" }, state, { "data-key": "pas-chart" }, doc.texts["compare.toChart"])),
      sheet(one, doc), coverage(passport, one.name, doc), breaks(one, doc), root.blok.told.section(one.told, doc), targets(one, doc), findings(passport, doc), root.blok.edition.history(state, doc),
      root.blok.takeaway.files([state.indicator], [], state, doc));
    showFirstFigure(element);
  }

  const views = (root.blok && root.blok.compareViews) || {};
  views.pas = { needs: ["indicator"], paint };
  root.blok = Object.assign(root.blok || {}, { compareViews: views });
  if (typeof module === "object") module.exports = { columns };
})(typeof window === "object" ? window : globalThis);
