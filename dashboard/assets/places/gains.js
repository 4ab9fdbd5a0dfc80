/* What new paths change between the year asked for and the clock's: per area and destination. */
(function (root) {
  "use strict";

  const TOLD = ["shorter", "gained", "longer", "lost", "undecided"];
  const el = (...args) => root.blok.dom.el(...args);
  const fill = (...args) => root.blok.dom.fill(...args);

  /** The change of one area and destination: verdict, what is saved, both walks, and what a place
   * was that nobody could use yet. */
  function changed(packed, before, after, planned, statuses) {
    const i = packed.years[before];
    const j = packed[planned ? "planned" : "years"][after];
    const was = root.blok.choosing.THERE.has(statuses[before]) ? null : statuses[before];
    const ways = { before: packed.ways[i], after: packed.ways[j], was };
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

  const minutesAfter = ({ after }) => (after.reason ? Infinity : after.minutes[1]);

  /** Every change worth a line, the clearest and then the nearest first. */
  function told(found) {
    return found.filter((row) => TOLD.includes(row.verdict))
      .sort((a, b) => TOLD.indexOf(a.verdict) - TOLD.indexOf(b.verdict) || Math.sign(minutesAfter(a) - minutesAfter(b)) || 0);
  }

  function table(rows, state, doc) {
    const heads = [doc.texts["places.head.area"], doc.texts["places.head.place"], String(state.before), String(state.year), doc.texts["places.head.saved"]];
    return root.blok.changetable.build(rows, fill(doc.texts["places.gainsCaption"], state), heads, doc);
  }

  /** The whole in one sentence. */
  function summary(found, state, doc) {
    const { counted } = root.blok.difference;
    return fill(doc.texts["places.gainsSummary"], { ...state, ...counted(found) });
  }

  function paint(state, doc) {
    const { folds, dom: { swap } } = root.blok;
    const part = folds.into("gains", "aendringer");
    if (state.before >= state.year) {
      folds.head(part, doc.texts["places.gainsHead"]);
      swap(part.body, el("p", null, fill(doc.texts["places.gainsLater"], state)));
      return;
    }
    const found = rows(state, doc);
    const lines = told(found);
    const help = state.planned ? doc.texts["places.gainsPlanned"] : doc.texts["places.gainsBuilt"];
    folds.head(part, doc.texts["places.gainsHead"], lines.length);
    swap(part.body, el("p", { className: "gains-summary" }, summary(found, state, doc)), el("p", { className: "help" }, help),
      lines.length > 0 ? table(lines, state, doc) : null);
  }

  const api = { paint, changed, rows };
  root.blok = Object.assign(root.blok || {}, { gains: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
