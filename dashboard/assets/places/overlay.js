/* Draws what belongs to the walk: reached ground, the route, and where it begins. */
(function (root) {
  "use strict";

  const GROUND = { color: "var(--accent)", fillOpacity: [0.22, 0.16, 0.1] };
  const SKETCHED = "var(--sketched)";
  const CHANGED = { gained: { fillColor: "var(--gained)", fillOpacity: 0.45, color: "var(--gained-edge)", weight: 1.5 },
    lost: { fillColor: "var(--sketched)", fillOpacity: 0.3, color: "var(--sketched)", weight: 1.5, dashArray: "3 3" } };
  /** The width of the key of a difference, which lies over a wide map's left side. */
  const KEY_PX = 420;
  const KEY_HIGH_PX = 250;
  /** What is so few minutes away is in view with its area, unless it is wider than so many metres. */
  const CLOSE_MIN = 5;
  const WIDE_M = 900;
  const EVERY = "every area";
  const ROUTE = "var(--chosen)";
  let map = null;
  let drawn = null;
  let shownArea = "";
  let shownPlace = "";

  /** The map as soon as all areas, places, parks and paths are on it, or null. */
  function theMap(doc) {
    const { kept } = root.blok.map;
    const shapes = [...doc.areas.map((id) => kept.areas[id]), ...Object.entries(doc.places.cards).map(([id, { group }]) => kept[group][id])];
    return shapes.every((one) => one && one._map) ? shapes[0]._map : null;
  }

  function attach(found, doc) {
    map = found;
    for (const [name, z] of [["ground", 405], ["route", 410]]) {
      map.createPane(`pane-${name}`).style.zIndex = z;
    }
    drawn = root.L.layerGroup().addTo(map);
    map.on("draw:created", ({ layer }) => root.blok.sketch.drawn(layer.getLatLngs().map(({ lat, lng }) => [lng, lat])));
    map.on("click", ({ latlng }) => root.blok.near.clicked([latlng.lng, latlng.lat], doc));
    root.blok.near.resume(root.blok.state.get(), doc);
  }

  const still = (pane, more) => ({ pane: `pane-${pane}`, interactive: false, ...more });

  /** The ground reached from the chosen area at the clock's year, widest first. */
  function grounds(state, doc) {
    const packed = doc.places.reach.grounds[root.blok.asked.origin(state, doc)];
    return packed.sets[packed[state.planned ? "planned" : "years"][state.year - doc.years[0]]];
  }

  /** The widest ground gained and lost since the year compared with: { gained, lost }, or null. */
  function groundChange(state, doc) {
    const packed = doc.places.reach.grounds[root.blok.asked.origin(state, doc)];
    if (state.before >= state.year) return null;
    const was = packed.years[state.before - doc.years[0]];
    const now = packed[state.planned ? "planned" : "years"][state.year - doc.years[0]];
    return packed.changes[`${was}-${now}`] || null;
  }

  /** The ground gained and lost, each as a surface. */
  function changeLayers(state, doc) {
    const change = groundChange(state, doc);
    if (change === null) return [];
    const { polygons } = root.blok.packing;
    return Object.entries(CHANGED).filter(([name]) => change[name].rings.length > 0)
      .map(([name, style]) => root.L.polygon(polygons(change[name].rings), still("ground", { ...style, className: `ground-${name}` })));
  }

  /** One reach: filled, with a thin line round the outside; lines round each block would be a maze. */
  function groundLayer(one, i) {
    const shapes = root.blok.packing.polygons(one.rings);
    return [root.L.polygon(shapes, still("ground", { stroke: false, fillColor: GROUND.color, fillOpacity: GROUND.fillOpacity[i], className: "ground" })),
      root.L.polyline(shapes.map(([outside]) => outside), still("ground", { color: GROUND.color, weight: 1, opacity: 0.6 }))];
  }

  function groundLayers(state, doc) {
    if (root.blok.difference.isShown(state, doc) || root.blok.start.point() !== null) return [];
    return grounds(state, doc).map(groundLayer).reverse().flat().concat(changeLayers(state, doc));
  }

  /** The way to the chosen place; straight lines off the network are dotted. */
  function routeLayers(state, doc) {
    if (state.place === "") return [];
    const walk = root.blok.start.walk(state.place, state, doc);
    if (walk.reason) return [];
    const { walked, straight } = root.blok.packing.parted(root.blok.start.route(walk, state, doc), walk.offNetwork);
    return [root.L.polyline([walked, ...straight], still("route", { color: "var(--halo)", weight: 8, opacity: 0.9 })),
      root.L.polyline(walked, still("route", { color: ROUTE, weight: 4, className: "route" })),
      root.L.polyline(straight, still("route", { color: ROUTE, weight: 4, dashArray: "1 8", className: "route-straight" }))];
  }

  /** The name of the chosen place, over it. */
  function nameLayers(state, doc) {
    const bounds = state.place === "" ? null : placeBounds(state.place, doc);
    if (bounds === null || root.blok.look.presence(doc, state, state.place) === "hidden") return [];
    const words = root.blok.dom.el("span", null, doc.features[state.place].name);
    return [root.L.tooltip({ permanent: true, direction: "top", offset: [0, -6], className: "chosen-name" }).setLatLng([bounds.getNorth(), bounds.getCenter().lng]).setContent(words)];
  }

  function pointLayers() {
    const point = root.blok.start.point();
    if (point === null) return [];
    const [lon, lat] = point.position;
    return [root.L.circleMarker([lat, lon], still("route", { radius: 8, color: "var(--halo)", weight: 3, fillColor: ROUTE, fillOpacity: 1, className: "begin" }))];
  }

  function sketchLayers({ path }) {
    const course = path.map(([lon, lat]) => [lat, lon]);
    return [root.L.polyline(course, still("route", { color: SKETCHED, weight: 5, dashArray: "2 8", className: "sketched" })),
      ...course.map((one) => root.L.circleMarker(one, still("route", { radius: 5, color: SKETCHED, weight: 2, fillColor: "var(--halo)", fillOpacity: 1 })))];
  }

  /** Where a place, park or path lies, or null where the map does not have it. */
  function placeBounds(id, doc) {
    const layer = root.blok.map.kept[doc.places.cards[id].group][id];
    if (!layer) return null;
    if (!layer.getBounds) return root.L.latLngBounds([layer.getLatLng()]);
    const own = layer.getBounds(); // a copy: what is extended must not be the layer's own
    return root.L.latLngBounds(own.getSouthWest(), own.getNorthEast());
  }

  /** A place together with the way to it. */
  function wayBounds(id, state, doc) {
    const walk = root.blok.start.walk(id, state, doc);
    const bounds = placeBounds(id, doc);
    return bounds === null || walk.reason ? bounds : bounds.extend(root.L.latLngBounds(root.blok.start.route(walk, state, doc)));
  }

  /** An area and what is a few minutes from it. */
  function aroundArea(area, state, doc) {
    const { start } = root.blok;
    const isClose = (id) => {
      const walk = start.walk(id, state, doc);
      return !walk.reason && walk.minutes[1] <= CLOSE_MIN;
    };
    return Object.keys(doc.places.cards).filter(isClose).map((id) => placeBounds(id, doc)).filter((bounds) => bounds !== null && bounds.isValid())
      .filter((bounds) => bounds.getNorthEast().distanceTo(bounds.getSouthWest()) < WIDE_M)
      .reduce((all, bounds) => all.extend(bounds), root.L.latLngBounds(root.blok.map.kept.areas[area].getBounds().pad(0.5)));
  }

  const NARROW_PX = 500;
  /** There the name of the chosen place stands under the note on the outlines. */
  const NARROW_TOP_PX = 70;
  /** Whether the map is a phone's. */
  const isNarrow = () => map !== null && map.getSize().x < NARROW_PX;

  /** How many metres so many pixels are at the map's middle. */
  function metresOf(pixels) {
    const { x, y } = map.getSize().divideBy(2);
    return map.distance(map.containerPointToLatLng([x, y]), map.containerPointToLatLng([x + pixels, y]));
  }

  /** Fit the map to bounds with room for names; `key` leaves room for the key of a difference,
   * which lies on a wide map's left side and on a narrower one's lower edge. */
  function fit(bounds, key) {
    const wide = map.getSize().x > 2 * KEY_PX;
    const beside = key && wide ? KEY_PX : 24;
    const below = key && !wide && !isNarrow() ? KEY_HIGH_PX : 24;
    map.fitBounds(bounds, { animate: false, maxZoom: 16, paddingTopLeft: [beside, isNarrow() ? NARROW_TOP_PX : 44], paddingBottomRight: [key && wide ? 90 : 24, below] });
  }

  function everyArea() {
    return Object.values(root.blok.map.kept.areas).reduce((all, layer) => all.extend(layer.getBounds()), root.L.latLngBounds([]));
  }

  /** Bring the chosen area into view when another one is chosen; all areas for a difference,
   * unless it is of a drawn path, which is looked at where it is. */
  function followArea(state, doc) {
    const isFirst = shownArea === "";
    const isShown = root.blok.difference.isShown(state, doc) || (state.difference && state.path.length > 0);
    const area = isShown ? EVERY : root.blok.asked.origin(state, doc);
    if (shownArea === area) return;
    shownArea = area;
    if (!isShown) fit(aroundArea(area, state, doc), false);
    else if (state.path.length === 0 || isFirst) fit(everyArea(), true);
  }

  /** Bring a place that was chosen into view with the way to it, unless it is in view. */
  function followPlace(state, doc) {
    if (shownPlace === state.place) return;
    shownPlace = state.place;
    if (state.place === "" || root.blok.difference.isShown(state, doc)) return;
    const bounds = wayBounds(state.place, state, doc);
    if (bounds !== null && !map.getBounds().contains(bounds)) fit(bounds, false);
  }

  function paint(state, doc) {
    if (map === null || !map._loaded) {
      const found = theMap(doc);
      if (found === null) return;
      attach(found, doc);
    }
    drawn.clearLayers();
    for (const layer of [...groundLayers(state, doc), ...routeLayers(state, doc), ...pointLayers(), ...sketchLayers(state), ...nameLayers(state, doc)]) drawn.addLayer(layer);
    followArea(state, doc);
    followPlace(state, doc);
  }

  /** Bring the map to the eye, with a place or the way to it in the middle once it is drawn. */
  function show(id, state, doc) {
    root.blok.dom.byId("map-region").scrollIntoView({ block: "center" });
    const bounds = map === null ? null : wayBounds(id, state, doc);
    if (bounds === null) return;
    fit(bounds.pad(0.15), false);
    const element = root.blok.map.kept[doc.places.cards[id].group][id].getElement();
    if (element) element.focus({ preventScroll: true });
  }

  root.blok = Object.assign(root.blok || {}, { overlay: { paint, metresOf, grounds, groundChange, show, map: () => map } });
})(window);
