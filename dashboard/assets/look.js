/* Decides what an area, a circle or a feature looks like: looked up, never computed.
 *
 * Pure functions from (document, state, id) to plain data, for the map, legend, panel and
 * table alike, so that the four always agree.
 */
(function (root) {
  "use strict";

  const NEUTRAL = "#f4f3ee";
  const COMING = new Set(["planned", "approved", "funded", "building"]);
  const VAGUE = new Set(["idea", "expected"]);

  function series(doc, state) {
    return doc.indicators[state.indicator];
  }

  /** The cell of a geography at the clock's year, or null. */
  function cell(doc, state, geography) {
    const cells = series(doc, state).cells[state.year];
    return (cells && cells[geography]) || null;
  }

  /** The cells of the year whose geography is of one of the kinds, as [geography, cell]. */
  function cellsOfKind(doc, state, ...kinds) {
    const cells = series(doc, state).cells[state.year] || {};
    return Object.entries(cells).filter(([id]) => kinds.includes(doc.geographies[id].kind));
  }

  /** The reason why an area has no colour at the clock's year, or null. */
  function reason(doc, state, area) {
    return series(doc, state).reasons[state.year][area] || null;
  }

  /** How an area is drawn: fill, circle radius, what its label and its spoken name say. */
  function area(doc, state, id) {
    const shown = series(doc, state);
    const own = cell(doc, state, id);
    const why = reason(doc, state, id);
    if (why) return { fill: `url(#pattern-${why})`, reason: why, radius: 0, label: doc.reasons[why].glyph, mark: "", cell: own };
    const fill = shown.circles ? NEUTRAL : shown.classes[own.cls].colour;
    const mark = own.severity ? doc.texts[`mark.${own.severity}`] : "";
    return { fill, reason: null, radius: shown.circles ? own.radius : 0, label: own.text, mark, cell: own };
  }

  /** What is read aloud of an area. */
  function areaWords(doc, state, id) {
    const { fill: put } = root.blok.dom;
    const look = area(doc, state, id);
    const name = doc.geographies[id].name;
    if (look.reason) {
      const printed = look.cell ? put(doc.texts.printed, { value: look.cell.text }) : "";
      return put(doc.texts["area.ariaReason"], { name, reason: doc.reasons[look.reason].text, year: state.year, printed });
    }
    const marks = look.cell.severity ? `, ${doc.texts[`severity.${look.cell.severity}`]}` : "";
    return put(doc.texts["area.aria"], { name, value: look.cell.text, period: look.cell.period, marks });
  }

  /** The colour of a plan's outline, or null where the plan has no value to draw. */
  function plan(doc, state, id) {
    const own = cell(doc, state, id);
    if (!own || own.severity === "invalid") return null;
    const shown = series(doc, state);
    return { colour: shown.circles ? shown.circle : shown.classes[own.cls].colour, cell: own };
  }

  function status(doc, state, id) {
    return doc.features[id].status[state.year - doc.years[0]];
  }

  /** How sure a feature's existence is: hidden, there, coming or vague. */
  function presence(doc, state, id) {
    const now = status(doc, state, id);
    if (now === "absent" || now === "closed") return "hidden";
    if (COMING.has(now)) return "coming";
    return VAGUE.has(now) ? "vague" : "there";
  }

  /** What is read aloud of a park, a path or a place. */
  function featureWords(doc, state, id) {
    const feature = doc.features[id];
    return root.blok.dom.fill(doc.texts["feature.aria"], {
      name: feature.name, kind: feature.kind, status: doc.statuses[status(doc, state, id)], year: state.year,
    });
  }

  const api = { series, cell, cellsOfKind, reason, area, areaWords, plan, status, presence, featureWords, NEUTRAL };
  root.blok = Object.assign(root.blok || {}, { look: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
