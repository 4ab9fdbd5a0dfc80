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
    return { ...ways, ...(change || { verdict: "same" }) };
  }

  /** Every change worth a line, the clearest first; and how many ways are the same. */
  function all(doc, state) {
    const years = [state.before, state.year].map((year) => year - doc.years[0]);
    const rows = doc.areas.flatMap((area) => Object.entries(doc.places.reach.walks[area])
      .filter(([place]) => doc.places.cards[place].group !== "paths")
      .map(([place, packed]) => ({ area, place, ...changed(packed, ...years, state.planned, doc.features[place].status) })));
    const told = rows.filter((row) => TOLD.includes(row.verdict)).sort((a, b) => TOLD.indexOf(a.verdict) - TOLD.indexOf(b.verdict));
    return { told, same: rows.filter((row) => row.verdict === "same" && !row.after.reason).length };
  }

  /** A walk in a cell of a table: minutes with their range, or why none. */
  function minutes(walk, doc) {
    if (walk.reason) return doc.texts[`places.reason.${walk.reason}`];
    return `${fill(doc.texts["places.minutes"], { minutes: root.blok.near.middle(walk, doc) })} (${root.blok.near.range(walk, doc)})`;
  }

  /** What is saved in whole minutes with its range, or why nothing can be said. */
  function savedWords(row, doc) {
    if (row.verdict === "gained" || row.verdict === "lost") return doc.texts[`places.verdict.${row.verdict}`];
    if (row.verdict === "undecided") {
      if (row.saved === null || row.saved === undefined) return doc.texts["places.verdict.undecided"];
      return fill(doc.texts["places.tooSmall"], { metres: Math.round(Math.abs(row.saved)), error: Math.round(row.error) });
    }
    const metres = Math.abs(row.saved);
    const [low, mid, high] = root.blok.telltime.minutes(metres - row.error, metres, metres + row.error, doc.places.reach.pace);
    const isExact = (row.after.exact ?? null) !== null;
    const told = isExact ? new Intl.NumberFormat(doc.language, { maximumFractionDigits: 1 }).format(metres / doc.places.reach.pace) : mid;
    return fill(doc.texts[`places.verdict.${row.verdict}`], { minutes: told, low, high }) + (isExact ? "" : ` ${doc.texts["places.drawnRoads"]}`);
  }

  function line(row, doc) {
    return el("tr", { "data-verdict": row.verdict },
      el("th", { scope: "row" }, doc.geographies[row.area].name), el("td", null, doc.features[row.place].name),
      el("td", null, row.was ? doc.statuses[row.was] : minutes(row.before, doc)), el("td", null, minutes(row.after, doc)), el("td", { className: "saved" }, savedWords(row, doc)));
  }

  function table(rows, state, doc) {
    const heads = [doc.texts["places.head.area"], doc.texts["places.head.place"], String(state.before), String(state.year), doc.texts["places.head.saved"]];
    const caption = fill(doc.texts["places.gainsCaption"], state);
    return el("div", { className: "scroll", tabindex: 0, role: "region", "aria-label": caption },
      el("table", null, el("caption", null, caption), el("thead", null, el("tr", null, heads.map((text) => el("th", { scope: "col" }, text)))),
        el("tbody", null, rows.map((row) => line(row, doc)))));
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
    const found = all(doc, state);
    const help = state.planned ? doc.texts["places.gainsPlanned"] : doc.texts["places.gainsBuilt"];
    swap(byId("gains"), head, el("p", { className: "gains-summary" }, summary(found, state, doc)), el("p", { className: "help" }, help),
      found.told.length > 0 ? el("details", { className: "gains-table", open: found.told.some((row) => row.verdict !== "undecided"), "data-key": "gains-table" },
        el("summary", { "data-key": "gains-summary" }, fill(doc.texts["places.gainsShow"], { count: found.told.length })), table(found.told, state, doc)) : null);
  }

  const api = { paint, changed, all, savedWords, minutes };
  root.blok = Object.assign(root.blok || {}, { gains: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
