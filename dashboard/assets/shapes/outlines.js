/* Draws each feature with the outline of its year, on the layer that it has: nothing is fetched, the
 * element stays with its focus and its place in the order. What is not there in a year is hidden.
 *
 * The shapes hold a feature's earlier outlines beside its latest; the frame says which of them is
 * that of which year. A package whose features have one outline each says nothing of it.
 */
(function (root) {
  "use strict";

  /** Circles and labels follow their areas. */
  const LIKE = { counts: "areas" };
  /** How deep the positions of a geometry lie. */
  const DEPTHS = { LineString: 0, MultiPoint: 0, Polygon: 1, MultiLineString: 1, MultiPolygon: 2 };

  /** Which outline of a feature is that of a year, null where it is not there; of a feature with
   * one outline always the first. */
  function at(doc, name, id, year) {
    const own = doc.outlines?.years[LIKE[name] || name]?.[id];
    return own ? own[year - doc.years[0]] : 0;
  }

  /** What is drawn of an outline: its geometry, and what it has of its own. */
  function drawnOf({ geometry, properties }, n) {
    return (properties.outlines || [])[n] || { ...properties, geometry };
  }

  function positions({ type, coordinates }) {
    const { GeoJSON } = root.L;
    return type === "Point" ? GeoJSON.coordsToLatLng(coordinates) : GeoJSON.coordsToLatLngs(coordinates, DEPTHS[type]);
  }

  /** Give a layer another outline. */
  function exchange(layer, n) {
    const drawn = drawnOf(layer.feature, n);
    const found = positions(drawn.geometry);
    if (drawn.geometry.type === "Point") layer.setLatLng(found);
    else layer.setLatLngs(found);
    layer.outline = n;
    layer.drawn = drawn;
    const element = layer.getElement();
    if (element && layer.feature.properties.layer === "areas") root.blok.kept.soften(element, { properties: drawn });
  }

  function display(element, isSeen) {
    if (element) element.style.display = isSeen ? "" : "none";
  }

  function come(layer) {
    layer.isAbsent = false;
    display(layer.getElement(), true);
    if (layer.label) display(layer.label.element, true);
  }

  /** A canvas has no element to hide: there it is a shape without points. */
  function leave(layer) {
    layer.isAbsent = true;
    if (root.blok.canvas.isDrawn(layer) && layer.setLatLngs) {
      layer.setLatLngs([]);
      layer.outline = null;
    }
    display(layer.getElement(), false);
    if (layer.label) display(layer.label.element, false);
  }

  /** Draw a layer as it is in a year by `paint`, with the outline of that year, if it is there then. */
  function draw(layer, doc, year, paint) {
    if (!doc.outlines) { paint(); return; }
    const { id, layer: name } = layer.feature.properties;
    const n = at(doc, name, id, year);
    if (n !== null && layer.isAbsent) come(layer);
    const before = layer.outline === undefined ? (layer.feature.properties.outlines || []).length : layer.outline;
    if (n !== null && n !== before) exchange(layer, n);
    paint();
    if (n === null) leave(layer);
  }

  /** Whether a feature has another outline in one year than in another, or is missing in one. */
  function differ(doc, name, id, one, other) {
    return at(doc, name, id, one) !== at(doc, name, id, other);
  }

  /** Whether a reason stands on the map: what is not there is not drawn. */
  const isDrawn = (reason) => Boolean(reason) && reason !== "not_there";

  /** The parks' neighbours in a year. */
  function near(doc, id, year) {
    const years = doc.outlines?.near[id];
    return years ? years[year - doc.years[0]] : doc.features[id].near;
  }

  /** What is said of the outline of a year. */
  function text(doc, id, year) {
    const { layer, outline } = doc.features[id];
    const told = doc.outlines?.told[id]?.[at(doc, layer, id, year)];
    return told ? told.text : outline;
  }

  /** What a feature was made of, and what became of it, a sentence each. */
  function kin(doc, id) {
    return doc.outlines?.kin[id] || [];
  }

  /** A feature's outlines by time with their sources; nothing where it has one at all times. */
  function history(doc, id) {
    const { el } = root.blok.dom;
    const { told = {}, words } = doc.outlines || {};
    if (!told[id]) return null;
    const rows = told[id].map(({ when, said, text: drawn, source }) => el("li", null, el("strong", null, `${when}: `), [`${drawn}.`, ...said, ""].join(" "), root.blok.sources.cite(source, doc)));
    return el("section", { className: "outlines" }, el("h3", null, words.heading), el("ul", { className: "near" }, rows));
  }

  const api = { at, drawnOf, positions, draw, differ, isDrawn, near, text, kin, history };
  root.blok = Object.assign(root.blok || {}, { outlines: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
