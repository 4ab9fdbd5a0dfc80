/* Draws places, parks and paths by their status at the clock's year, on the map's kept layers. */
(function (root) {
  "use strict";

  const CHOSEN = "var(--chosen)";
  /** Streets under an area show through. */
  const OVER_STREETS = 0.5;
  const INK = "var(--map-ink)";

  let shown = null;

  const fill = (...args) => root.blok.dom.fill(...args);

  function words(name, doc, state, id) {
    if (name !== "areas") return root.blok.look.featureWords(doc, state, id);
    const said = fill(doc.texts["places.area"], { name: doc.features[id].name });
    return root.blok.difference.isShown(state, doc) ? `${said} ${root.blok.difference.looks(state, doc)[id].words}` : said;
  }

  /** What stands under an area's name: what it gains, where the map tells of that. */
  function label(id, state, doc) {
    return root.blok.difference.isShown(state, doc) ? root.blok.difference.looks(state, doc)[id].label : "";
  }

  /** Dots lie on each other: of those under the pointer, the one after the chosen one. */
  function nextOf(id, event) {
    const { places } = root.blok.map.kept;
    if (!event || !Object.hasOwn(places, id)) return id;
    const { clientX, clientY } = event.originalEvent;
    const isUnder = (layer) => {
      const { left, right, top, width } = layer.getElement().getBoundingClientRect();
      return Math.hypot(clientX - (left + right) / 2, clientY - (top + width / 2)) <= width / 2;
    };
    const under = Object.keys(places).filter((one) => isUnder(places[one]));
    const chosen = under.indexOf(root.blok.state.get().place);
    return chosen < 0 ? id : under[(chosen + 1) % under.length];
  }

  /** An area is where a walk begins; everything else is looked at. */
  function choose(pointed, event) {
    if (root.blok.near.picking()) return;
    const id = nextOf(pointed, event);
    const card = Object.hasOwn(shown.places.cards, id);
    if (!card) root.blok.start.forget();
    root.blok.state.set(card ? { place: id } : { areas: [id] }, true);
  }

  function paintArea(layer, id, state, doc) {
    const chosen = root.blok.asked.origin(state, doc) === id;
    const plain = chosen ? "var(--begin)" : "var(--built)";
    root.blok.map.restyle(layer, {
      fillColor: root.blok.difference.isShown(state, doc) ? root.blok.difference.looks(state, doc)[id].fill : plain, fillOpacity: doc.places.reach.schematic || root.blok.difference.isShown(state, doc) ? 0.85 : OVER_STREETS, color: chosen ? CHOSEN : INK, weight: chosen ? 3 : 1,
      dashArray: (layer.drawn || layer.feature.properties).kind === "scattered" ? "7 5" : null,
    });
    return chosen;
  }

  /** Drawn roads make way for streets that were imported. */
  function paintRoad(layer, doc) {
    const element = layer.getElement();
    if (element && !doc.places.reach.schematic) element.style.display = "none";
  }

  function paintFeature(name, layer, id, state, doc) {
    const look = root.blok.drawing.style(root.blok.look.status(doc, state, id), name, layer.feature.properties.kind);
    const chosen = state.place === id;
    const hidden = look === null || !state.layers.includes(name) || !root.blok.choosing.isAsked(doc, state, id);
    if (look) root.blok.map.restyle(layer, { ...look, color: chosen ? CHOSEN : look.color, weight: look.weight + (chosen ? 2 : 0) });
    const element = layer.getElement();
    if (element) element.style.display = hidden ? "none" : "";
    return chosen;
  }

  function one(name, id, state, doc) {
    const layer = root.blok.map.kept[name][id];
    if (name === "counts") { layer.label.words.data = label(id, state, doc); return; }
    if (name === "roads") paintRoad(layer, doc);
    if (name === "roads" || name === "water") return;
    if (root.blok.overlay.map() === null) root.blok.overlay.paint(state, doc);
    const chosen = name === "areas" ? paintArea(layer, id, state, doc) : paintFeature(name, layer, id, state, doc);
    const element = layer.getElement();
    if (!element) return;
    root.blok.map.tell(element, "aria-label", words(name, doc, state, id));
    root.blok.map.tell(element, "aria-pressed", String(chosen));
  }

  function build(doc) {
    shown = doc;
    root.blok.textures.patterns();
    root.blok.map.use({ choose, one, over: () => null, words, mark: () => null });
  }

  /** The waters of the map as GeoJSON features. */
  function waters() {
    return Object.values(root.blok.map.kept.water).map((layer) => layer.feature);
  }

  /** Where a place lies on the map, and how far off that may be in metres. */
  function position(id) {
    const layer = root.blok.map.kept.places[id];
    return layer ? { lonlat: layer.feature.geometry.coordinates, error: layer.feature.properties.error_m } : null;
  }

  root.blok = Object.assign(root.blok || {}, { ground: { build, waters, position } });
})(window);
