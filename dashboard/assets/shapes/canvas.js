/* Draws the areas of a map with many of them on one canvas, and what lies below and above them.
 *
 * A canvas knows no style sheets, so colours by name and textures are resolved, again when the
 * dark comes. What is drawn is no element: a list beside the map is there for the keyboard.
 */
(function (root) {
  "use strict";

  const DRAWN = new Set(["water", "roads", "areas", "plans", "counts"]);
  const COLOURS = ["color", "fillColor"];
  const TEXTURE = /^url\(#pattern-(\w+)\)$/;
  /** From so near something is seen: farther off it would cover the areas. */
  const FROM_ZOOM = { places: 13, parks: 11, paths: 11 };
  /** From so near an area has an outline: farther off that would hide its colour, and the colour
   * itself is drawn a little wider, so that even a small area is seen. */
  const OUTLINES_FROM_ZOOM = 12;
  const WIDER_PX = 2.5;

  const shapes = [];
  const inks = new Map();
  let renderer = null;
  let picture = null;
  let raised = null;

  const isDrawn = (layer) => renderer !== null && layer.options.renderer === renderer;

  function resolved(colour) {
    const [, reason] = TEXTURE.exec(colour) || [];
    return reason ? root.blok.textures.filling(reason, ink) : root.blok.shades.now(colour);
  }

  /** A colour or texture as a canvas takes it, each resolved once. */
  function ink(colour) {
    if (!inks.has(colour)) inks.set(colour, resolved(colour));
    return inks.get(colour);
  }

  /** A style whose colours a canvas can draw; what cannot be seen is not drawn. */
  function inked(style) {
    const own = COLOURS.filter((name) => style[name]).map((name) => [name, ink(style[name])]);
    const seen = [["stroke", style.opacity], ["fill", style.fillOpacity]].filter(([, share]) => share !== undefined).map(([name, share]) => [name, share > 0]);
    return { ...style, ...Object.fromEntries([...own, ...seen]) };
  }

  function dress(layer) {
    layer.setStyle(inked({ ...root.blok.kept.style(layer.feature), ...layer.painted }));
  }

  function begin() {
    renderer = root.L.canvas({ padding: 0.3 });
    root.blok.shades.watch(() => { inks.clear(); shapes.forEach(dress); });
  }

  /** Once the map is there: what is seen of it depends on the zoom. */
  function meet(map) {
    picture = root.L.svg({ padding: 0.3 }).addTo(map);
    map.on("zoomend", () => ["areas", ...Object.keys(FROM_ZOOM)].forEach(root.blok.map.repaint));
  }

  /** Take a shape of the map's one layer, as `map.each` does. */
  function each(feature, layer) {
    const { layer: name } = feature.properties;
    if (DRAWN.has(name)) {
      if (renderer === null) begin();
      Object.assign(layer.options, { renderer, interactive: name === "areas" });
      layer.feature = feature;
      shapes.push(layer);
      dress(layer);
      layer.on("add", () => { if (picture === null) meet(layer._map); });
    }
    root.blok.map.each(feature, layer);
  }

  const isBelow = (zoom, layer) => renderer !== null && Boolean(layer._map) && layer._map.getZoom() < zoom;

  /** Whether a map is so far off that a shape of a layer is not seen on it. */
  const isFar = (name, layer) => isBelow(FROM_ZOOM[name] || 0, layer);

  /** The outline of an area that is not chosen: as it is near by, or far off in its `fill`. */
  const outline = (layer, near, fill) => (isBelow(OUTLINES_FROM_ZOOM, layer) ? { color: fill, weight: WIDER_PX } : near);

  /** Draw a chosen area over its neighbours, which would hide a half of its outline. */
  function raise(id, kept) {
    if (raised === id || picture === null) return;
    raised = id;
    for (const name of ["areas", "counts"]) if (kept[name][id]) kept[name][id].bringToFront();
  }

  /** What stands for the element of a drawn shape: where it is on the screen. */
  function standIn(layer) {
    const container = layer._map.getContainer();
    const { left, top } = container.getBoundingClientRect();
    const bounds = layer.getBounds();
    const [one, two] = [bounds.getNorthWest(), bounds.getSouthEast()].map((at) => layer._map.latLngToContainerPoint(at));
    return {
      closest: (selector) => container.closest(selector), setAttribute() {}, removeAttribute() {},
      getBoundingClientRect: () => new DOMRect(left + one.x, top + one.y, two.x - one.x, two.y - one.y),
    };
  }

  /** The drawing that lies over the canvas. */
  const pictureOver = () => picture.getPane().appendChild(picture._container);

  root.blok = Object.assign(root.blok || {}, { canvas: { each, inked, isDrawn, isFar, outline, raise, standIn, pictureOver } });
})(window);
