/* Draws the streets of an imported network under the areas, when the page has nothing better to do. */
(function (root) {
  "use strict";

  const LOOKS = { streets: { color: "#b9b2a2", weight: 2.5 }, paths: { color: "#a08a63", weight: 1.5, dashArray: "4 3" } };
  /** From this zoom on streets have their whole weight; farther out they would be a blot. */
  const NEAR_ZOOM = 15;
  const UNDER_SHAPES = 390;
  let asked = false;

  /** On a canvas: a town has more streets than a drawing of elements bears. */
  function draw(map, packed) {
    map.createPane("pane-streets").style.zIndex = UNDER_SHAPES;
    map.getPane("pane-streets").style.pointerEvents = "none";
    const renderer = root.L.canvas({ pane: "pane-streets", padding: 0.2 });
    const weight = (name) => LOOKS[name].weight * Math.min(1, 2 ** (map.getZoom() - NEAR_ZOOM));
    const drawn = Object.entries(LOOKS).map(([name, look]) => [name,
      root.L.polyline(packed[name].map(root.blok.packing.line), { ...look, weight: weight(name), renderer, interactive: false, pane: "pane-streets" }).addTo(map)]);
    map.on("zoomend", () => { for (const [name, layer] of drawn) layer.setStyle({ weight: weight(name) }); });
    map.getContainer().setAttribute("data-streets", "drawn");
  }

  /** Ask once, and only where streets were imported. */
  function paint(state, doc) {
    const map = root.blok.overlay.map();
    if (asked || map === null || doc.places.reach.schematic) return;
    asked = true;
    fetch(root.blok.start.beside("streets.json"), { credentials: "same-origin" })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`streets.json: ${answer.status}`))))
      .then((packed) => draw(map, packed))
      .catch(() => { asked = false; }); // the next change asks again: the page works without
  }

  root.blok = Object.assign(root.blok || {}, { streets: { paint } });
})(window);
