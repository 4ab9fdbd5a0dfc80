/* The same as a table: every figure of the series at the clock's year, with its source. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);

  /** A row of an area is a button; where areas are drawn and not in the document, it stands for
   * the area's shape. */
  function name(id, state, doc) {
    if (doc.geographies[id].kind !== "area") return doc.geographies[id].name;
    const shape = isLong(doc) ? { "aria-label": root.blok.look.areaWords(doc, state, id), "aria-pressed": String(state.areas.includes(id)) } : {};
    const choose = () => (isLong(doc) ? root.blok.going.choose(id) : root.blok.state.set({ areas: [id] }, true));
    return el("button", { className: "link", "data-key": `row-${id}`, ...shape, onClick: choose }, doc.geographies[id].name);
  }

  const isLong = (doc) => doc.areas.length >= root.blok.thinning.MANY;

  function valueText(id, cell, state, doc) {
    const why = doc.areas.includes(id) ? root.blok.look.reason(doc, state, id) : null;
    if (why === null) return root.blok.look.withCaveat(root.blok.look.drawn(doc, state, id));
    return cell ? `${doc.reasons[why].text} (${cell.text})` : doc.reasons[why].text;
  }

  function groupText(id, cell, state, doc) {
    const now = root.blok.look.derived(doc, state, id);
    return now ? `${root.blok.look.withCaveat(now)} (${cell.text})` : cell.text;
  }

  /** A group that the source has a cell for, but no figure in it. */
  function blankRows(state, doc) {
    return Object.keys(doc.geographies).filter((id) => doc.geographies[id].kind !== "area" && root.blok.look.cell(doc, state, id) === null)
      .map((id) => [id, root.blok.told.blank(doc, state.indicator, id, state.year)]).filter(([, one]) => one)
      .map(([id, one]) => el("tr", { "data-geography": id, "data-told": one.kind }, el("th", { scope: "row" }, doc.geographies[id].name),
        el("td", { className: "number" }, doc.texts["told.none"]), el("td", null, ""), el("td", null, one.text),
        el("td", { lang: "da" }, `${one.place}: `, el("q", null, one.quote))));
  }

  function row(id, cell, value, state, doc) {
    const said = cell ? [...cell.findings, ...cell.notes].join(" ") : "";
    const severity = cell && cell.severity ? `${doc.texts[`severity.${cell.severity}`]}: ` : "";
    return el("tr", { "data-geography": id },
      el("th", { scope: "row" }, name(id, state, doc)),
      el("td", { className: "number" }, value),
      el("td", null, cell ? cell.period + (cell.baseline ? `, ${doc.texts.baseline}` : "") : ""),
      el("td", null, said ? severity + said : ""),
      el("td", { lang: "da" }, cell ? `${cell.source[0]} / ${cell.source[1]} / ${cell.source[2]}: ` : "", cell ? el("q", null, cell.source[3]) : ""));
  }

  let wanted = 0;

  /** A long table is only there while it is looked at: it would make each step slow. */
  function isUnseen(doc) {
    if (!isLong(doc)) return false;
    const fold = root.blok.dom.byId("table").closest("details");
    fold.ontoggle = () => paint(root.blok.state.get(), doc);
    return !fold.open;
  }

  function paint(state, doc) {
    const { byId, fill } = root.blok.dom;
    const { revise } = root.blok;
    if (isUnseen(doc)) { byId("table").replaceChildren(); return; }
    const shown = doc.indicators[state.indicator];
    const groups = root.blok.look.cellsOfKind(doc, state, "plan", "sum", "comparison");
    const all = [
      ...doc.areas.map((id) => [id, root.blok.look.cell(doc, state, id)]).map(([id, cell]) => () => row(id, cell, valueText(id, cell, state, doc), state, doc)),
      ...groups.map(([id, cell]) => () => row(id, cell, groupText(id, cell, state, doc), state, doc)),
      ...blankRows(state, doc).map((one) => () => one),
      ...shown.unplaced.map((cell) => () => row(cell.geography, cell, cell.text, state, doc)),
    ];
    const { drawn, more, ROWS } = root.blok.paging;
    const rows = all.slice(0, drawn(all.length, wanted)).map((make) => make());
    const next = () => { wanted = rows.length + ROWS; paint(root.blok.state.get(), doc); };
    const heads = ["area", "value", "period", "marks", "sourceCell"].map((key) => el("th", { scope: "col" }, doc.texts[key]));
    const mode = state.mode === "value" ? "" : `, ${doc.texts[`mode.${state.mode}`].toLowerCase()}`;
    const caption = fill(doc.texts["table.caption"], { name: `${shown.name}${mode}, ${root.blok.look.shown(doc, state).unit}`, period: String(state.year) });
    revise(byId("table"), el("div", { className: "scroll", tabindex: 0, role: "region", "aria-label": caption },
      el("table", null, el("caption", null, caption), el("thead", null, el("tr", null, heads)), el("tbody", null, rows))), more(rows.length, all.length, doc, next));
  }

  root.blok = Object.assign(root.blok || {}, { table: { paint } });
})(window);
