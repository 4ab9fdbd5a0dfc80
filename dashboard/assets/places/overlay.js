/* Draws what belongs to the walk: reached ground, the route, and where it begins. */
(function (root) {
  "use strict";

  const GROUND = [["#0b5563", 0.2], ["#0b5563", 0.13], ["#0b5563", 0.08]];
  const SKETCHED = "#7a1f5c";
  const CHANGED = { gained: { fillColor: "#1e7d3c", fillOpacity: 0.45, color: "#124d25", weight: 1.5 },
    lost: { fillColor: "#7a1f5c", fillOpacity: 0.3, color: "#7a1f5c", weight: 1.5, dashArray: "3 3" } };
  /** The width of the key of a difference, which lies over a wide map's left side. */
  const KEY_PX = 420;
  const EVERY = "every area";
  const ROUTE = "#b3400f";
  let map = null;
  let drawn = null;
  let shownArea = "";

  /** The map as soon as all its areas are on it, or null. */
  function theMap(doc) {
    const areas = doc.areas.map((id) => root.blok.map.kept.areas[id]);
    return areas.every((one) => one && one._map) ? areas[0]._map : null;
  }

  function attach(found, doc) {
    map = found;
    for (const [name, z] of [["ground", 405], ["route", 410]]) {
      map.createPane(`pane-${name}`).style.zIndex = z;
    }
    drawn = root.L.layerGroup().addTo(map);
    map.on("draw:created", ({ layer }) => root.blok.sketch.drawn(layer.getLatLngs().map(({ lat, lng }) => [lng, lat])));
    map.on("click", ({ latlng }) => root.blok.near.clicked([latlng.lng, latlng.lat], doc));
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

  function groundLayers(state, doc) {
    if (state.difference || root.blok.start.point() !== null) return [];
    return grounds(state, doc).map((one, i) => root.L.polygon(root.blok.packing.polygons(one.rings),
      still("ground", { color: GROUND[i][0], weight: 1.5, dashArray: [null, "6 4", "2 4"][i], fillOpacity: GROUND[i][1], className: "ground" }))).reverse().concat(changeLayers(state, doc));
  }

  function routeLayers(state, doc) {
    if (state.place === "") return [];
    const walk = root.blok.start.walk(state.place, state, doc);
    if (walk.reason) return [];
    const course = root.blok.start.route(walk, state, doc);
    return [root.L.polyline(course, still("route", { color: "#ffffff", weight: 8, opacity: 0.9 })),
      root.L.polyline(course, still("route", { color: ROUTE, weight: 4, className: "route" }))];
  }

  function pointLayers() {
    const point = root.blok.start.point();
    if (point === null) return [];
    const [lon, lat] = point.position;
    return [root.L.circleMarker([lat, lon], still("route", { radius: 8, color: "#ffffff", weight: 3, fillColor: ROUTE, fillOpacity: 1, className: "begin" }))];
  }

  function sketchLayers() {
    const course = root.blok.sketch.points().map(({ position: [lon, lat] }) => [lat, lon]);
    return [root.L.polyline(course, still("route", { color: SKETCHED, weight: 5, dashArray: "2 8", className: "sketched" })),
      ...course.map((one) => root.L.circleMarker(one, still("route", { radius: 5, color: SKETCHED, weight: 2, fillColor: "#ffffff", fillOpacity: 1 })))];
  }

  /** Bring the chosen area into view when another one is chosen; all areas for a difference. */
  function follow(state, doc) {
    const area = state.difference ? EVERY : root.blok.asked.origin(state, doc);
    const { areas } = root.blok.map.kept;
    if (shownArea === area) return;
    shownArea = area;
    const shown = state.difference ? root.L.featureGroup(Object.values(areas)).getBounds() : areas[area].getBounds().pad(1.2);
    const beside = state.difference && map.getSize().x > 2 * KEY_PX ? KEY_PX : 8;
    map.fitBounds(shown, { animate: false, maxZoom: 15.5, paddingTopLeft: [beside, 8], paddingBottomRight: [8, 8] });
  }

  function paint(state, doc) {
    if (map === null || !map._loaded) {
      const found = theMap(doc);
      if (found === null) return;
      attach(found, doc);
    }
    drawn.clearLayers();
    for (const layer of [...groundLayers(state, doc), ...routeLayers(state, doc), ...pointLayers(), ...sketchLayers()]) drawn.addLayer(layer);
    follow(state, doc);
  }

  /** Bring the map to the eye, with a place or the way to it in the middle once it is drawn. */
  function show(id, state, doc) {
    root.blok.dom.byId("map-region").scrollIntoView({ block: "center" });
    const walk = root.blok.start.walk(id, state, doc);
    const layer = root.blok.map.kept[doc.places.cards[id].group][id];
    if (map === null || !layer) return;
    const shape = !walk.reason ? root.L.polyline(root.blok.start.route(walk, state, doc)) : layer;
    const bounds = shape.getBounds ? shape.getBounds() : root.L.latLngBounds([shape.getLatLng()]);
    map.fitBounds(bounds.pad(0.3), { animate: false, maxZoom: 16 });
  }

  root.blok = Object.assign(root.blok || {}, { overlay: { paint, grounds, groundChange, show, map: () => map } });
})(window);
