/* The three maps of two years: kept layers, painted by what each map shows, moved as one. */
(function (root) {
  "use strict";

  /** The maps, by the name that their layers' functions have in the layout. */
  const NAMES = ["earlier", "later", "change"];
  const LAYERS = ["water", "roads", "areas", "plans", "counts"];
  const PADDING_PX = [14, 14];
  /** How an outline of the earlier year is drawn over the later one. */
  const DASHED = { color: "var(--map-ink)", weight: 2, dashArray: "5 5", fill: false, interactive: false };

  const kept = {};
  const maps = {};
  let behaviour = { choose: () => null, point: () => null, arrived: () => null };
  let following = false;
  let arriving = null;
  let fitted = false;

  /** The other maps follow one that is moved; they do not answer. */
  function follow(leader) {
    if (following) return;
    following = true;
    for (const map of Object.values(maps)) {
      if (map !== leader) map.setView(leader.getCenter(), leader.getZoom(), { animate: false });
    }
    following = false;
  }

  function meet(name, map) {
    if (maps[name] === map) return;
    maps[name] = map;
    map.on("move", () => follow(map));
  }

  /** Show the same area under pointer or focus on all three maps; `by` says which of both. */
  function point(name, id, by, on) {
    for (const one of NAMES) kept[one].areas[id].getElement().classList.toggle("pointed", on);
    behaviour.point(name, on ? id : null, by);
  }

  /** Make an area a button; its map is met here. */
  function makeArea(name, id, layer, element) {
    const { makeReachable, soften } = root.blok.kept;
    makeReachable(id, element, (one) => behaviour.choose(one));
    soften(element, layer.feature);
    element.setAttribute("data-map", name);
    element.addEventListener("focus", () => point(name, id, "focus", true));
    element.addEventListener("blur", () => point(name, id, "focus", false));
    meet(name, layer._map);
  }

  function keep(name) {
    return function (feature, layer) {
      const { id, layer: kind } = feature.properties;
      kept[name][kind][id] = layer;
      layer.on("add", () => {
        const element = layer.getElement();
        layer.painted = null;
        if (kind === "areas") makeArea(name, id, layer, element);
        else element.style.pointerEvents = "none";
        cancelAnimationFrame(arriving);
        arriving = requestAnimationFrame(() => behaviour.arrived());
      });
      if (kind !== "areas") return;
      layer.on("click", () => behaviour.choose(id));
      layer.on("mouseover mouseout", (event) => point(name, id, "pointer", event.type === "mouseover"));
    };
  }

  /** Tell what a choice does, what is told of an area pointed at, and what to do once layers have come. */
  function use(other) {
    behaviour = other;
  }

  /** Whether all maps stand. */
  function ready() {
    return NAMES.every((name) => maps[name]);
  }

  /** Measure the maps again; the first time, show all areas. */
  function show() {
    for (const map of Object.values(maps)) map.invalidateSize(false);
    if (fitted || !ready()) return;
    fitted = true;
    const shapes = Object.entries(kept.earlier.areas).filter(([id]) => shown(id)).map(([, layer]) => layer.getBounds());
    maps.earlier.fitBounds(shapes.reduce((all, one) => all.extend(one), root.L.latLngBounds([])), { padding: PADDING_PX, animate: false });
  }

  /** Of many areas only those are shown that are compared; null where all are. */
  let only = null;
  const shown = (id) => only === null || only.has(id);

  function limit(ids) {
    fitted = fitted && only !== null && only.size === ids.length && ids.every(shown);
    only = new Set(ids);
    for (const layers of Object.values(kept)) for (const name of ["areas", "counts"]) for (const [id, layer] of Object.entries(layers[name])) see(layer, shown(id));
  }

  function see(layer, isSeen) {
    const element = layer.getElement();
    if (element) element.style.display = isSeen ? "" : "none";
    if (layer.label) layer.label.element.style.display = isSeen ? "" : "none";
  }

  /** Paint one map with the outlines of a year: `look`, `say` and `plan` tell what is shown of an
   * area or a plan; `before` is the year whose outlines are dashed where they were others, or null. */
  function paint(name, chosen, { look, say, plan, year, before }, doc) {
    const { paintArea, paintCount, paintPlan } = root.blok.kept;
    const { areas, counts, plans } = kept[name];
    const own = (layers) => Object.entries(layers).filter(([id]) => shown(id));
    const draw = (layer, job) => root.blok.outlines.draw(layer, doc, year, job);
    for (const [id, layer] of own(areas)) draw(layer, () => paintArea(layer, look(id), chosen.includes(id), say(id)));
    for (const [id, layer] of own(counts)) draw(layer, () => paintCount(layer, look(id)));
    for (const [id, layer] of Object.entries(plans)) draw(layer, () => paintPlan(id, layer, (plan(id) || {}).colour));
    if (doc.outlines && before !== null && maps[name]) dash(maps[name], own(areas), before, year, doc);
  }

  let dashed = null;

  /** Lay the outlines that areas had in a year over a map, where they are others in another one. */
  function dash(map, areas, before, year, doc) {
    const { at, differ, drawnOf, positions } = root.blok.outlines;
    const moved = areas.filter(([id]) => at(doc, "areas", id, before) !== null && differ(doc, "areas", id, before, year));
    const lines = moved.map(([id, layer]) => positions(drawnOf(layer.feature, at(doc, "areas", id, before)).geometry));
    dashed = (dashed || root.L.layerGroup().addTo(map)).clearLayers();
    for (const line of lines) root.L.polygon(line, { ...DASHED, className: "outline-before" }).addTo(dashed);
  }

  const each = {};
  for (const name of NAMES) {
    kept[name] = Object.fromEntries(LAYERS.map((kind) => [kind, {}]));
    each[name] = keep(name);
  }

  root.blok = Object.assign(root.blok || {}, { twoMaps: { NAMES, each, kept, maps, use, ready, limit, show, paint } });
})(window);
