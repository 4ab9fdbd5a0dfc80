/* Fetches what is looked at: a series when it is chosen, a place's other figures when it is.
 *
 * The frame names every file by the hash in its address. What has been fetched stays in the
 * document, so that a step of the clock, or the way back, asks for nothing.
 */
(function (root) {
  "use strict";

  /** The answer of a server that has too much to make at the moment. */
  const BUSY = 503;

  /** What each page needs before it can show a state: names of files, see `address`. */
  const NEEDS = {
    map: ({ indicator }) => [series(indicator)],
    compare: (state, doc) => (isLarge(doc) ? compared(state, doc) : every(state, doc)),
    data: (state, doc) => (isLarge(doc) ? [series(seriesOfRows(state, doc))] : every(state, doc)),
  };

  /** What a page fills in when it comes: a place is shown at once, its other figures with it. */
  const FILLS = {
    map: ({ areas }, doc) => areas.slice(0, 1).filter((id) => Object.hasOwn(doc.files.places, id)).map(place),
  };

  /** Whether there are too many figures to fetch all of them: a page then asks for what it shows. */
  function isLarge(doc) {
    return doc.files.all === null;
  }

  function series(id) {
    return { kind: "series", id };
  }

  function place(id) {
    return { kind: "place", id };
  }

  /** All series: in one file where there is one, else each by itself. */
  function every(state, doc) {
    return doc.files.all ? [{ kind: "all", id: "" }] : Object.keys(doc.files.series).map(series);
  }

  /** The one series whose rows are shown of too many figures: the one asked for, else the view's. */
  const seriesOfRows = (state, doc) => root.blok.rows.parse(root.location.search, doc).wanted.indicator || state.indicator;

  /** What Sammenlign shows of chosen places: their document, and the series of its tab. */
  function compared(state, doc) {
    const shown = state.tab === "matrix" ? root.blok.matrix.columns(doc, state) : [];
    return [{ kind: "compared", id: state.areas.join(",") }, ...new Set([state.indicator, ...shown])]
      .map((one) => (typeof one === "string" ? series(one) : one));
  }

  function address({ kind, id }, doc) {
    if (kind === "compared") return `/asked/compare.json?omraader=${id}&sprog=${doc.language}`;
    const hash = { series: doc.files.series, place: doc.files.places, all: { "": doc.files.all } }[kind][id];
    const name = [kind, id, doc.language].filter((part) => part !== "").join("-");
    return `/data/${hash}/${name}.json`;
  }

  function keepSeries(doc, id, found) {
    const modes = Object.fromEntries(Object.entries(found.modes).map(([mode, one]) => [mode, { ...one, cells: root.blok.columns.unpack(one.cells) }]));
    Object.assign(doc.indicators[id], found, { cells: root.blok.columns.unpack(found.cells), modes });
  }

  const KEEP = {
    series: keepSeries,
    place(doc, id, found) { doc.overviews[id] = found; },
    compared(doc, id, found) { doc.comparisons[id] = found; },
    all(doc, id, found) { for (const [one, whole] of Object.entries(found)) keepSeries(doc, one, whole); },
  };

  function isThere({ kind, id }, doc) {
    if (kind === "place") return Object.hasOwn(doc.overviews, id);
    if (kind === "compared") return Object.hasOwn(doc.comparisons, id);
    const wanted = kind === "all" ? Object.keys(doc.indicators) : [id];
    return wanted.every((one) => doc.indicators[one].cells !== undefined);
  }

  function absent(wanted, state, doc) {
    return wanted ? wanted(state, doc).filter((one) => !isThere(one, doc)) : [];
  }

  /** The files that a page lacks to show a state. */
  function lacking(page, state, doc) {
    return absent(NEEDS[page], state, doc);
  }

  /** The files that a page fills in when they are there. */
  function filling(page, state, doc) {
    return absent(FILLS[page], state, doc);
  }

  /** What is on its way, by its address: nothing is asked for twice. */
  const coming = new Map();

  function bring(one, doc) {
    const from = address(one, doc);
    if (!coming.has(from)) {
      coming.set(from, fetchJson(from).then((found) => KEEP[one.kind](doc, one.id, found)).finally(() => coming.delete(from)));
    }
    return coming.get(from);
  }

  /** Fetch some files and keep them in the document; a promise of nothing. What is made when it
   * is asked for takes a moment, and that is said. */
  function fetchInto(doc, wanted) {
    const all = Promise.all(wanted.map((one) => bring(one, doc)));
    const isMade = wanted.some(({ kind }) => kind === "compared");
    return isMade ? root.blok.notice.during(all, doc) : all;
  }

  /** Make room for what will be fetched, before a first state is read. */
  function prepare(page, doc) {
    Object.assign(doc, { overviews: {}, comparisons: {}, allAreas: doc.areas });
    if (page !== "compare" || !isLarge(doc)) return;
    const places = Object.keys(doc.geographies).filter((id) => doc.geographies[id].kind !== "comparison");
    const benchmarks = Object.keys(doc.geographies).filter((id) => doc.geographies[id].kind === "comparison");
    doc.comparable = { places, benchmarks };
  }

  /** Fetch a series, unless it is there. */
  function fetchSeries(doc, id) {
    return fetchInto(doc, [series(id)].filter((one) => !isThere(one, doc)));
  }

  /** Lay out what belongs to a state that all is there for: of many places those that are compared,
   * of many figures the rows of a series. */
  function ready(page, state, doc) {
    if (page === "data" && isLarge(doc)) doc.seriesOfRows = seriesOfRows(state, doc);
    if (page !== "compare" || !isLarge(doc)) return;
    doc.compare = doc.comparisons[state.areas.join(",")];
    Object.assign(doc.texts, doc.compare.texts);
    doc.areas = doc.allAreas.filter((id) => state.areas.includes(id));
  }

  function fetchJson(from) {
    return fetch(from, { credentials: "same-origin" }).then((answer) => {
      if (!answer.ok) throw Object.assign(new Error(`${from}: ${answer.status}`), { status: answer.status });
      return answer.json();
    });
  }

  const api = { BUSY, isLarge, prepare, ready, lacking, filling, address, fetchInto, fetchSeries, fetchJson };
  root.blok = Object.assign(root.blok || {}, { files: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
