/* Draws the streets of an imported network under the areas, when the page has nothing better to do. */
(function (root) {
  "use strict";

  const LOOKS = {
    streets: { color: "var(--street)", weight: 2.5 }, paths: { color: "var(--trail)", weight: 1.5, dashArray: "4 3" },
    open: { color: "var(--dated-street)", weight: 2.5 }, planned: { color: "var(--dated-street)", weight: 2, dashArray: "1 5" },
  };
  /** From this zoom on streets have their whole weight; farther out they would be a blot. */
  const NEAR_ZOOM = 15;
  const UNDER_SHAPES = 390;
  let asked = false;
  let packed = null;
  let layers = null;
  let shownYear = null;

  /** On a canvas: a town has more streets than a drawing of elements bears. */
  function draw(map) {
    map.createPane("pane-streets").style.zIndex = UNDER_SHAPES;
    map.getPane("pane-streets").style.pointerEvents = "none";
    const renderer = root.L.canvas({ pane: "pane-streets", padding: 0.2 });
    const weight = (name) => LOOKS[name].weight * Math.min(1, 2 ** (map.getZoom() - NEAR_ZOOM));
    layers = Object.fromEntries(Object.entries(LOOKS).map(([name, look]) => [name,
      root.L.polyline((packed[name] || []).map(root.blok.packing.line), { ...look, color: root.blok.shades.now(look.color), weight: weight(name), renderer, interactive: false, pane: "pane-streets" }).addTo(map)]));
    map.on("zoomend", () => { for (const [name, layer] of Object.entries(layers)) layer.setStyle({ weight: weight(name) }); });
    root.blok.shades.watch(() => { for (const [name, layer] of Object.entries(layers)) layer.setStyle({ color: root.blok.shades.now(LOOKS[name].color) }); });
    map.getContainer().setAttribute("data-streets", "drawn");
  }

  /** The lines that are walked (`w`) or planned (`p`) in a year, by its place on the clock. */
  function inYear(dated, index, letter) {
    return dated.filter(([letters]) => letters[index] === letter).flatMap(([, lines]) => lines);
  }

  /** Draw what is not there in all years as it is at the clock's. */
  function paintYear(state, doc) {
    if (shownYear === state.year) return;
    shownYear = state.year;
    for (const [name, letter] of [["open", "w"], ["planned", "p"]]) {
      layers[name].setLatLngs(inYear(packed.dated, state.year - doc.years[0], letter).map(root.blok.packing.line));
    }
  }

  /** Ask once, and only where streets were imported. */
  function paint(state, doc) {
    if (layers !== null) paintYear(state, doc);
    const map = root.blok.overlay.map();
    if (asked || map === null || doc.places.reach.schematic) return;
    asked = true;
    fetch(document.body.dataset.streets, { credentials: "same-origin" })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`streets.json: ${answer.status}`))))
      .then((answer) => {
        packed = answer;
        draw(map);
        paintYear(root.blok.state.get(), doc);
      })
      .catch(() => { asked = false; }); // the next change asks again: the page works without
  }

  const api = { paint, inYear };
  root.blok = Object.assign(root.blok || {}, { streets: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
