/* What can be taken away of the map: a picture of it, and its address for another site. */
(function (root) {
  "use strict";

  const PICTURES = ["png", "svg"];
  const FILES = ["csv-excel", "csv", "xlsx"];

  /** The map as a picture; a year without figures has none. */
  function pictures(state, doc) {
    const { el } = root.blok.dom;
    if (!doc.indicators[state.indicator].years.includes(state.year)) return null;
    return el("span", null, `${doc.texts["take.map"]}: `, PICTURES.map((kind) =>
      el("a", { href: root.blok.downloads.map(state, kind, { mode: state.mode }), download: "", "data-key": `map-${kind}` }, kind.toUpperCase())));
  }

  /** The series' figures of all places and years as a file; a series may have none. */
  function figures(state, doc) {
    const { el } = root.blok.dom;
    const { years, unplaced } = doc.indicators[state.indicator];
    if (years.length + unplaced.length === 0) return null;
    return el("span", null, `${doc.texts["take.figures"]}: `, FILES.map((kind) =>
      el("a", { href: root.blok.downloads.values([state.indicator], [], state.language, kind), download: "", "data-key": `figures-${kind}` }, doc.texts[`data.format.${kind}`])));
  }

  function paint(state, doc) {
    const { el, byId } = root.blok.dom;
    const { revise } = root.blok;
    revise(byId("map-take"), pictures(state, doc), figures(state, doc),
      el("a", { href: root.blok.embed.address("/", state), "data-key": "map-embed" }, doc.texts["take.embed"]));
  }

  root.blok = Object.assign(root.blok || {}, { taking: { paint } });
})(window);
