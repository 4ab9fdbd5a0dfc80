/* Fetches what is looked at: a series when it is chosen, a place's other figures when it is.
 *
 * The frame names every file by the hash in its address. What has been fetched stays in the
 * document, so that a step of the clock, or the way back, asks for nothing.
 */
(function (root) {
  "use strict";

  /** What each page needs before it can show a state: names of files, see `address`. */
  const NEEDS = {
    map: ({ indicator }) => [series(indicator)],
    compare: every,
    data: every,
  };

  /** What a page fills in when it comes: a place is shown at once, its other figures with it. */
  const FILLS = {
    map: ({ areas }, doc) => areas.slice(0, 1).filter((id) => Object.hasOwn(doc.files.places, id)).map(place),
  };

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

  function address({ kind, id }, doc) {
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
    all(doc, id, found) { for (const [one, whole] of Object.entries(found)) keepSeries(doc, one, whole); },
  };

  function isThere({ kind, id }, doc) {
    if (kind === "place") return Object.hasOwn(doc.overviews, id);
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

  /** Fetch some files and keep them in the document; a promise of nothing. */
  function fetchInto(doc, wanted) {
    return Promise.all(wanted.map((one) => bring(one, doc)));
  }

  function fetchJson(from) {
    return fetch(from, { credentials: "same-origin" }).then((answer) => {
      if (!answer.ok) throw new Error(`${from}: ${answer.status}`);
      return answer.json();
    });
  }

  const api = { lacking, filling, address, fetchInto, fetchJson };
  root.blok = Object.assign(root.blok || {}, { files: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
