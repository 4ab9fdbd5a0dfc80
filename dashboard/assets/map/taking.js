/* What can be taken away of the map: a picture of it, and its address for another site. */
(function (root) {
  "use strict";

  const PICTURES = ["png", "svg"];

  /** The address of the map as a picture; null in a year without figures, which has none. */
  function picture(state, doc, kind) {
    if (!doc.indicators[state.indicator].years.includes(state.year)) return null;
    const mode = state.mode === "value" ? "" : `&vis=${state.mode}`;
    return `/download/map.${kind}?indikator=${state.indicator}&aar=${state.year}${mode}&sprog=${state.language}`;
  }

  function paint(state, doc) {
    const { el, byId, swap } = root.blok.dom;
    const links = PICTURES.map((kind) => [kind, picture(state, doc, kind)]).filter(([, href]) => href !== null)
      .map(([kind, href]) => el("a", { href, download: "", "data-key": `map-${kind}` }, kind.toUpperCase()));
    swap(byId("map-take"), links.length > 0 ? el("span", null, `${doc.texts["take.map"]}: `, links) : null,
      el("a", { href: root.blok.embed.address("/", state), "data-key": "map-embed" }, doc.texts["take.embed"]));
  }

  const api = { picture, paint };
  root.blok = Object.assign(root.blok || {}, { taking: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
