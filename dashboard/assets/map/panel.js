/* The panel: all that is known of the chosen area, park or place at the clock's year. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);

  function marks(cell, doc) {
    const said = [...cell.findings, ...cell.notes];
    if (said.length === 0) return null;
    const label = cell.severity ? doc.texts[`severity.${cell.severity}`] : doc.texts.marks;
    return el("div", { className: `marks ${cell.severity}` }, el("strong", null, label), el("ul", null, said.map((text) => el("li", null, text))));
  }

  function source(cell, doc) {
    const labels = ["sourceTable", "sourceRow", "sourceColumn", "sourceText"];
    const rows = labels.flatMap((label, i) => [el("dt", null, doc.texts[label]),
      el("dd", { lang: "da" }, label === "sourceText" ? el("q", null, cell.source[i]) : cell.source[i])]);
    return el("div", { className: "source" }, el("h3", null, doc.texts.sourceCell), el("dl", null, rows));
  }

  function valueLine(cell, doc) {
    const role = cell.baseline ? `, ${doc.texts.baseline}` : "";
    return el("p", { className: `value ${cell.severity}` }, el("strong", null, cell.text), ` ${cell.period}${role}`);
  }

  function difference(id, state, doc) {
    const now = root.blok.look.derived(doc, state, id);
    if (!now) return null;
    return el("div", { className: "difference" },
      el("p", { className: "value" }, el("strong", null, now.text), ` ${doc.texts.derived}`),
      el("p", null, `${doc.texts[`mode.${state.mode}`]}: ${now.verdict}. ${now.against}`, now.differ ? ` ${doc.texts.differ}` : ""),
      el("p", { className: "kind" }, `${doc.texts.printedValue}:`));
  }

  function others(id, state, doc) {
    const rows = root.blok.look.groupsFor(doc, state, id);
    const heading = el("h3", null, doc.texts.comparison);
    if (rows.length === 0) return [heading, el("p", null, doc.texts.noBenchmark)];
    return [heading, el("ul", { className: "comparison" }, rows.map(([group, cell]) =>
      el("li", null, `${doc.geographies[group].name}: `, el("strong", null, cell.text), ` (${cell.period})`,
        marks(cell, doc), el("details", null, el("summary", null, doc.texts.source), source(cell, doc)))))];
  }

  function unplaced(id, state, doc) {
    const rows = doc.indicators[state.indicator].unplaced.filter((cell) => cell.geography === id || doc.geographies[cell.geography].kind !== "area");
    if (rows.length === 0) return null;
    return el("section", null, el("h3", null, doc.texts.unplaced), el("p", null, doc.texts.unplacedHelp), rows.map((cell) =>
      el("div", null, el("p", null, `${doc.geographies[cell.geography].name}: `, el("strong", null, cell.text), cell.baseline ? ` (${doc.texts.baseline})` : ""), source(cell, doc))));
  }

  function about(state, doc) {
    const shown = doc.indicators[state.indicator];
    const rows = [["goal", shown.goal], ["definition", shown.definition], ["polarity", shown.polarity], ["source", shown.source], ["updates", shown.update]].filter(([, text]) => text);
    return el("details", { className: "about", "data-key": "about" }, el("summary", { "data-key": "about-summary" }, doc.texts.about),
      el("dl", null, rows.flatMap(([key, text]) => [el("dt", null, doc.texts[key]), el("dd", { lang: key === "source" ? "da" : null }, text)])),
      el("p", null, el("a", { href: root.blok.links.passport(state, doc), "data-key": "passport" }, doc.texts.passport)));
  }

  function areaBody(id, state, doc) {
    const cell = root.blok.look.cell(doc, state, id);
    const why = root.blok.look.reason(doc, state, id);
    const reason = why ? el("p", { className: `why ${why}` }, el("span", { className: "glyph", "aria-hidden": "true" }, doc.reasons[why].glyph), ` ${doc.reasons[why].text}`) : null;
    const targets = doc.indicators[state.indicator].targets.filter((t) => t.geographies.includes(id));
    return [el("p", { className: "indicator-name" }, doc.indicators[state.indicator].name), reason,
      difference(id, state, doc), cell ? valueLine(cell, doc) : null, cell ? marks(cell, doc) : null,
      root.blok.trend.build(id, state, doc),
      el("p", { className: "population" }, doc.indicators[state.indicator].population),
      targets.length > 0 ? el("section", null, el("h3", null, doc.texts.targets), el("ul", null, targets.map((t) => el("li", null, t.text)))) : null,
      ...others(id, state, doc),
      root.blok.told.section([...root.blok.told.inYear(doc, state.indicator, [id], state.year), ...doc.features[id].remarks], doc),
      cell ? source(cell, doc) : null, unplaced(id, state, doc), about(state, doc), root.blok.overview.build(id, state, doc),
      ...members(id, doc),
      ...doc.planFigures.filter(({ areas }) => areas.includes(id)).map((plan) => planFigures(plan, doc))];
  }

  /** The plans that an area is in; a package may have none. */
  function members(id, doc) {
    const plans = doc.memberships[id];
    return plans.length === 0 ? []
      : [el("h3", null, doc.texts.members), el("ul", null, plans.map((text) => el("li", null, text)))];
  }

  function nearList(id, within, state, doc) {
    const rows = root.blok.outlines.near(doc, id, state.year).filter((near) => near.within === within);
    if (rows.length === 0) return null;
    return el("section", null, el("h3", null, doc.texts[within === 300 ? "near300" : "near1000"]), el("ul", { className: "near" }, rows.map((near) => {
      const look = root.blok.look.area(doc, state, near.area);
      const said = look.reason ? doc.reasons[look.reason].text : `${look.text} (${look.cell.period})`;
      return el("li", null, el("button", { className: "link", "data-key": `near-${near.area}`, onClick: () => root.blok.state.set({ areas: [near.area] }, true) }, doc.geographies[near.area].name),
        ` ${near.distance}${near.certain ? "" : `, ${doc.texts.uncertain}`}: `, el("strong", null, said));
    })));
  }

  function figureList(figures, doc) {
    return el("ul", { className: "figures" }, figures.map((one) =>
      el("li", null, el("strong", null, one.value), ` ${one.text} `, root.blok.sources.cite(one.source, doc))));
  }

  function figures(feature, doc) {
    return feature.figures.length === 0 ? null : el("section", null, el("h3", null, doc.texts.figures), figureList(feature.figures, doc));
  }

  /** What a source counts of a plan as a whole. */
  function planFigures(plan, doc, heading = "h3") {
    return el("section", { className: "plan-figures" }, el(heading, null, plan.name), figureList(plan.figures, doc));
  }

  function history(feature, doc) {
    if (feature.milestones.length === 0) return null;
    return el("section", null, el("h3", null, doc.texts.timeline), el("ol", { className: "milestones" }, feature.milestones.map((one) =>
      el("li", null, el("strong", null, one.date), ` ${one.text} `, root.blok.sources.cite(one.source, doc)))));
  }

  function featureBody(id, state, doc) {
    const feature = doc.features[id];
    const nearby = [nearList(id, 300, state, doc), nearList(id, 1000, state, doc)].filter(Boolean);
    return [el("p", { className: "status-now" }, `${doc.texts.status} ${state.year}: `, el("strong", null, doc.statuses[root.blok.look.status(doc, state, id)])),
      feature.description ? el("p", null, feature.description) : null,
      el("p", { className: "kind" }, root.blok.sources.cite(feature.source, doc)),
      feature.url ? el("p", null, el("a", { href: feature.url, rel: "noopener" }, doc.texts.readMore)) : null,
      figures(feature, doc),
      root.blok.told.section(feature.remarks, doc),
      feature.layer === "parks" ? el("p", { className: "indicator-name" }, doc.indicators[state.indicator].name) : null,
      ...(feature.layer === "parks" && nearby.length === 0 ? [el("p", null, doc.texts.nearNone)] : nearby)];
  }

  /** On a phone the panel is a sheet: one line until it is opened. */
  let sheetOpen = false;
  let shown = null;

  function toggleSheet() {
    sheetOpen = !sheetOpen;
    paint(root.blok.state.get(), shown);
  }

  function brief(id, feature, state, doc) {
    if (feature.layer !== "areas") return doc.statuses[root.blok.look.status(doc, state, id)];
    const look = root.blok.look.area(doc, state, id);
    return look.reason ? `${doc.reasons[look.reason].glyph} ${doc.reasons[look.reason].text}` : `${look.text} ${look.cell.period}`;
  }

  function head(id, feature, state, doc) {
    const close = el("button", { className: "quiet close", "data-key": "close", onClick: () => root.blok.state.set({ areas: [] }, true) }, doc.texts.close);
    const more = el("button", { className: "sheet-toggle", "data-key": "sheet", "aria-expanded": String(sheetOpen), onClick: toggleSheet }, doc.texts[sheetOpen ? "less" : "more"]);
    return el("div", { className: "panel-head" }, el("h2", null, feature.name), el("p", { className: "brief" }, brief(id, feature, state, doc)), more, close);
  }

  function paint(state, doc) {
    shown = doc;
    const { byId } = root.blok.dom;
    const { revise } = root.blok;
    const id = state.areas[0];
    byId("panel").classList.toggle("empty", id === undefined);
    if (id === undefined) { revise(byId("panel"), el("p", { className: "choose" }, doc.texts.choose), ...doc.planFigures.map((plan) => planFigures(plan, doc, "h2"))); return; }
    const feature = doc.features[id];
    byId("panel").classList.toggle("open", sheetOpen);
    const body = feature.layer === "areas" ? areaBody(id, state, doc) : featureBody(id, state, doc);
    revise(byId("panel"), head(id, feature, state, doc),
      el("p", { className: "kind" }, `${feature.kind}. ${root.blok.outlines.text(doc, id, state.year)}`),
      root.blok.outlines.kin(doc, id).map((one) => el("p", { className: "kin" }, one)), ...body, history(feature, doc), root.blok.outlines.history(doc, id));
  }

  root.blok = Object.assign(root.blok || {}, { panel: { paint } });
})(window);
