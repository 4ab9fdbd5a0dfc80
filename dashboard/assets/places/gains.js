/* What new paths change between the year asked for and the clock's: per area and destination. */
(function (root) {
  "use strict";

  const TOLD = ["shorter", "gained", "longer", "lost", "undecided"];
  const el = (...args) => root.blok.dom.el(...args);
  const fill = (...args) => root.blok.dom.fill(...args);

  /** Whether a place opened between two years of the clock. */
  function opened(statuses, before, after) {
    const { THERE } = root.blok.choosing;
    return !THERE.has(statuses[before]) && THERE.has(statuses[after]);
  }

  /** The change of one area and destination: verdict, what is saved, and both walks. */
  function changed(packed, before, after, planned, statuses) {
    const i = packed.years[before];
    const j = packed[planned ? "planned" : "years"][after];
    const ways = { before: packed.ways[i], after: packed.ways[j] };
    if (opened(statuses, before, after) && !ways.after.reason) return { ...ways, verdict: "gained", was: statuses[before] };
    const change = i === j ? null : packed.changes[`${i}-${j}`];
    return { ...ways, ...(change || { verdict: ways.after.reason ? "unknown" : "same" }) };
  }

  /** What changes for every area and every place or park. */
  function rows(state, doc) {
    const years = [state.before, state.year].map((year) => year - doc.years[0]);
    return doc.areas.flatMap((area) => Object.entries(doc.places.reach.walks[area])
      .filter(([place]) => doc.places.cards[place].group !== "paths")
      .map(([place, packed]) => ({ area, place, ...changed(packed, ...years, state.planned, doc.features[place].status) })));
  }

  /** Every change worth a line, the clearest first; and how many ways are the same. */
  function all(state, doc) {
    const found = rows(state, doc);
    const told = found.filter((row) => TOLD.includes(row.verdict)).sort((a, b) => TOLD.indexOf(a.verdict) - TOLD.indexOf(b.verdict));
    return { told, same: found.filter((row) => row.verdict === "same").length };
  }

  function table(rows, state, doc) {
    const heads = [doc.texts["places.head.area"], doc.texts["places.head.place"], String(state.before), String(state.year), doc.texts["places.head.saved"]];
    return root.blok.changetable.build(rows, fill(doc.texts["places.gainsCaption"], state), heads, doc);
  }

  /** The whole in one sentence. */
  function summary({ told, same }, state, doc) {
    const count = (verdict) => told.filter((row) => row.verdict === verdict).length;
    return fill(doc.texts["places.gainsSummary"], { ...state, shorter: count("shorter"), gained: count("gained"), undecided: count("undecided"), same });
  }

  function paint(state, doc) {
    const { byId, swap } = root.blok.dom;
    const head = el("h2", null, doc.texts["places.gainsHead"]);
    if (state.before >= state.year) {
      swap(byId("gains"), head, el("p", null, fill(doc.texts["places.gainsLater"], state)));
      return;
    }
    const found = all(state, doc);
    const help = state.planned ? doc.texts["places.gainsPlanned"] : doc.texts["places.gainsBuilt"];
    swap(byId("gains"), head, el("p", { className: "gains-summary" }, summary(found, state, doc)), el("p", { className: "help" }, help),
      found.told.length > 0 ? el("details", { className: "gains-table", open: found.told.some((row) => row.verdict !== "undecided"), "data-key": "gains-table" },
        el("summary", { "data-key": "gains-summary" }, fill(doc.texts["places.gainsShow"], { count: found.told.length })), table(found.told, state, doc)) : null);
  }

  const api = { paint, changed, rows };
  root.blok = Object.assign(root.blok || {}, { gains: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
