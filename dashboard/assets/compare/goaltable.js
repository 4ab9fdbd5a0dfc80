/* The verdicts as one table: a row for what is asked, a column for each place, a mark in each cell. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);
  /** The column of places together: the plan, sums, and areas added up. */
  const TOGETHER = "samlet";
  /** Orders that are no column: by the verdicts of all places, and by the years they rest on. */
  const [BY_VERDICT, BY_YEAR] = ["vurdering", "aar"];

  function column(judgement) {
    return judgement.geographies.length === 1 && judgement.area ? judgement.geographies[0] : TOGETHER;
  }

  /** The rows in the order of the plan: targets of one goal on the same series share one. */
  function rows(goals) {
    const found = new Map();
    for (const goal of goals) {
      for (const target of goal.targets) {
        const key = `${goal.id} ${target.indicators.join(";")}`;
        const row = found.get(key) || { key, goal, name: target.short, stated: false, cells: [] };
        row.stated = row.stated || target.stated;
        row.cells.push(...target.judgements.map((one) => ({ column: column(one), judgement: one })));
        found.set(key, row);
      }
    }
    return [...found.values()];
  }

  /** The columns that have a verdict: together first, then the areas in the order of the package. */
  function columns(found, doc) {
    const used = new Set(found.flatMap(({ cells }) => cells.map((cell) => cell.column)));
    return [TOGETHER, ...doc.areas].filter((id) => used.has(id));
  }

  /** The last year of a period as printed, `2024` or `2023/24`; 0 where it names none. */
  function yearOf(at) {
    const [, year, next] = /(\d{4})(?:\/(\d\d))?/.exec(at || "") || [];
    return year ? Number(year) + (next ? 1 : 0) : 0;
  }

  /** The rows by the verdicts of one column or of all, or by their years, the latest first; those
   * without one last; else as they come. */
  function sorted(found, order, doc) {
    if (order === "") return found;
    const verdicts = Object.keys(doc.compare.verdictWords);
    const own = (row) => row.cells.filter((one) => order === BY_VERDICT || one.column === order).map(({ judgement }) => verdicts.indexOf(judgement.verdict));
    const rank = order === BY_YEAR ? (row) => -Math.max(...row.cells.map(({ judgement }) => yearOf(judgement.at))) : (row) => Math.min(verdicts.length, ...own(row));
    return [...found].sort((a, b) => rank(a) - rank(b));
  }

  /** The orders of a list, where a table would have heads to press: [id, words]. */
  function orders(ids, doc) {
    const { fill } = root.blok.dom;
    return [["", doc.texts["compare.goals.order.plan"]], [BY_VERDICT, doc.texts["compare.goals.order.verdict"]], [BY_YEAR, doc.texts["compare.goals.order.year"]],
      ...ids.map((id) => [id, fill(doc.texts["compare.goals.order.place"], { place: name(id, doc) })])];
  }

  function orderList(ids, state, doc, sort) {
    const options = orders(ids, doc).map(([id, words]) => el("option", { value: id }, words));
    const list = el("select", { id: "goal-order", "data-key": "goal-order", onChange: (event) => sort(event.target.value) }, options);
    list.value = state.order;
    return el("div", { className: "control goal-order" }, el("label", { htmlFor: "goal-order" }, doc.texts["compare.goals.order"]), list);
  }

  function name(id, doc) {
    return id === TOGETHER ? doc.texts["compare.goals.together"] : doc.geographies[id].name;
  }

  function mark({ judgement }, follow) {
    const { key, glyph, word, verdict, place, at } = judgement;
    return el("a", { href: `#${key}`, className: `told ${verdict}`, "data-key": `to-${key}`, "data-verdict": verdict, title: place, onClick: (event) => follow(event, key) },
      el("span", { className: "glyph", "aria-hidden": "true" }, glyph), ` ${word}`, at ? el("span", { className: "at" }, ` ${at}`) : null);
  }

  function head(id, state, doc, sort) {
    const pressed = state.order === id;
    const label = id === "" ? doc.texts["compare.goals.target"] : name(id, doc);
    return el("th", { scope: "col", "aria-sort": pressed ? "ascending" : "none" },
      el("button", { className: "sort", "data-key": `sort-${id}`, onClick: () => sort(id) }, label, el("span", { "aria-hidden": "true" }, pressed ? " \u25b2" : "")));
  }

  function row(one, ids, doc, follow) {
    return el("tr", { "data-goal": one.goal.id },
      el("th", { scope: "row", title: one.goal.text }, one.name, one.stated ? null : el("span", { className: "derived" }, ` ${doc.texts["compare.goals.derived"]}`)),
      ids.map((id) => {
        const own = one.cells.filter((cell) => cell.column === id);
        return el("td", { "data-place": name(id, doc), className: own.length > 0 ? null : "empty" }, own.map((cell) => mark(cell, follow)));
      }));
  }

  /** Return the table and its order to choose where it is a list; `sort` is told an order, `follow` the verdict whose reasons are asked for. */
  function build(goals, state, doc, { sort, follow }) {
    const found = rows(goals);
    const ids = columns(found, doc);
    const caption = doc.texts["compare.goals.table"];
    const press = (order) => sort(order === state.order ? "" : order);
    const table = el("div", { className: "scroll goal-scroll", tabindex: 0, role: "region", "aria-label": caption },
      el("table", { className: "goal-table" }, el("caption", { className: "visually-hidden" }, caption),
        el("thead", null, el("tr", null, ["", ...ids].map((id) => head(id, state, doc, press)))),
        el("tbody", null, sorted(found, state.order, doc).map((one) => row(one, ids, doc, follow)))));
    return [orderList(ids, state, doc, sort), table];
  }

  const api = { TOGETHER, BY_VERDICT, BY_YEAR, rows, columns, yearOf, sorted, orders, build };
  root.blok = Object.assign(root.blok || {}, { goalTable: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
