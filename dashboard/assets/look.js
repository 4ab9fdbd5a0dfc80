/* Decides what an area, a circle or a feature looks like: looked up, never computed.
 *
 * Pure functions from (document, state, id) to plain data, for the map, legend, panel and
 * table alike, so that the four always agree.
 */
(function (root) {
  "use strict";

  const NEUTRAL = "var(--neutral)";
  const UNSURE = "var(--unsure)";
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

  /** So many groups are named at most; above, an area stands beside those that concern it. */
  const MOST_GROUPS = 5;

  /** The cells of groups to tell of beside a place: of many only its own municipality's and those
   * of groups that are no place's own. */
  function groupsFor(doc, state, id) {
    const all = cellsOfKind(doc, state, "plan", "sum", "comparison");
    if (all.length <= MOST_GROUPS) return all;
    const owned = new Set(Object.values(doc.geographies).map(({ municipality }) => municipality));
    const own = doc.geographies[id]?.municipality;
    const concerned = all.filter(([group]) => group === own || !owned.has(group));
    return concerned.sort(([one], [two]) => (two === own) - (one === own)).slice(0, MOST_GROUPS);
  }

  /** What the mode shows of a series: its classes, cells and reasons. */
  function shown(doc, state) {
    const one = series(doc, state);
    return state.mode === "value" ? one : one.modes[state.mode];
  }

  /** The difference of a geography at the clock's year; null in value mode or without one. */
  function derived(doc, state, geography) {
    if (state.mode === "value") return null;
    const cells = shown(doc, state).cells[state.year];
    return (cells && cells[geography]) || null;
  }

  /** The cell that is drawn: the printed one, or the difference. */
  function drawn(doc, state, geography) {
    return state.mode === "value" ? cell(doc, state, geography) : derived(doc, state, geography);
  }

  /** The reason why an area has no colour at the clock's year, or null. */
  function reason(doc, state, area) {
    return shown(doc, state).reasons[state.year][area] || null;
  }

  function colourOf(doc, state, now) {
    const circles = series(doc, state).circles && state.mode === "value";
    if (circles) return series(doc, state).circle;
    return now.cls === null ? UNSURE : shown(doc, state).classes[now.cls].colour;
  }

  /** How an area is drawn: fill, circle radius, what its label and its spoken name say. */
  function area(doc, state, id) {
    const { circles } = series(doc, state);
    const own = cell(doc, state, id);
    const why = reason(doc, state, id);
    const none = { radius: 0, disc: null, mark: "", cell: own };
    if (why) return { ...none, fill: `url(#pattern-${why})`, reason: why, label: doc.reasons[why].glyph };
    const now = drawn(doc, state, id);
    const colour = colourOf(doc, state, now);
    const mark = own.severity ? doc.texts[`mark.${own.severity}`] : "";
    const look = { ...none, fill: circles ? NEUTRAL : colour, reason: null, label: now.label || now.text, text: now.text, mark };
    return circles ? { ...look, radius: now.radius, disc: colour } : look;
  }

  /** What the label of an area says in each year that the series has figures of. */
  function labelTexts(doc, state, id) {
    return series(doc, state).years.map((year) => area(doc, { ...state, year }, id)).map(({ label, mark }) => label + mark);
  }

  /** What is drawn in words, with what keeps a change from being one between whole years. */
  function withCaveat(now) {
    return now.caveat ? `${now.text} (${now.caveat})` : now.text;
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
    return put(doc.texts["area.aria"], { name, value: withCaveat(drawn(doc, state, id)), period: look.cell.period, marks });
  }

  /** The colour of a plan's outline, or null where the plan has no value to draw. */
  function plan(doc, state, id) {
    const own = cell(doc, state, id);
    const now = drawn(doc, state, id);
    if (!now || own.severity === "invalid") return null;
    return { colour: colourOf(doc, state, now), cell: now };
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

  const api = { series, shown, cell, derived, drawn, cellsOfKind, groupsFor, reason, withCaveat, area, labelTexts, areaWords, plan, status, presence, featureWords, NEUTRAL, UNSURE };
  root.blok = Object.assign(root.blok || {}, { look: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
