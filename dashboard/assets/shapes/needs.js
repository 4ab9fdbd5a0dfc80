/* What the names of a map need: outlines, dots and what lies over it, all in the map's pixels. */
(function (root) {
  "use strict";

  const DOT = { gap: 1.5, most: 10 };
  /** So much stays free round a dot or what lies over the map. */
  const FREE_PX = 2;
  const EDGE_PX = 3;
  /** A value without its name, where there is room for no more. */
  const NAMELESS = 150;
  /** A corner that sticks out by less is not seen. */
  const SEEN_PX = 1.5;
  /** What lies over a map, so that nothing may stand under it. */
  const OVER = ".leaflet-control, .full, .legend, .statuses, .plan-label span, .outline-note, .chosen-name";

  const isSeen = (layer) => !layer.isAbsent && (root.blok.canvas.isDrawn(layer) || (Boolean(layer.getElement()) && layer.getElement().style.display !== "none"));

  /** The layers of a map that are seen, by the name of their layer and the id of their feature. */
  function layersOf(map) {
    const found = { areas: {}, counts: {}, parks: {}, places: {} };
    map.eachLayer((layer) => {
      const { layer: name, id } = (layer.feature && layer.feature.properties) || {};
      if (found[name] && isSeen(layer)) found[name][id] = layer;
    });
    return found;
  }

  const pointOf = (map, latlng) => { const { x, y } = map.latLngToLayerPoint(latlng); return [x, y]; };

  /** The outline of a polygon on the screen, without corners that nobody sees. */
  function outlined(map, layer) {
    const rings = (list) => (Array.isArray(list[0]) ? list.flatMap(rings) : [list]);
    return rings(layer.getLatLngs()).map((ring) => root.L.LineUtil.simplify(ring.map((one) => map.latLngToLayerPoint(one)), SEEN_PX).map(({ x, y }) => [x, y]));
  }

  const outlines = new WeakMap();

  /** The same, found once as long as the map has its zoom and its place, and the layer its outline. */
  function ringsOf(map, layer) {
    const { x, y } = map.getPixelOrigin();
    const view = `${map.getZoom()} ${x} ${y} ${layer.outline ?? ""}`;
    if (outlines.get(layer)?.view !== view) outlines.set(layer, { view, rings: outlined(map, layer) });
    return outlines.get(layer).rings;
  }

  /** What an area's label needs: its outline, its circle, and the sizes of name and value, with
   * room for what the value is at other times. */
  function ofArea(map, id, area, circle, { nameOf, typeOf, textsOf }) {
    const { roomOf, sizeOf, sizesOf } = root.blok.lettering;
    const { element } = circle.label;
    const [name, type] = [nameOf(id), typeOf("area", id)];
    const value = roomOf([element.textContent, ...textsOf(id)], typeOf("value", id));
    const at = pointOf(map, circle.getLatLng());
    const radius = circle.getRadius();
    const bare = value.height > 0 ? [sizeOf([], type, value, NAMELESS)] : [];
    return { id, at, value, rings: ringsOf(map, area), sizes: [...sizesOf(name, type, value), ...bare],
      circle: radius > 0 ? root.blok.boxes.around(at, 2 * radius, 2 * radius) : null };
  }

  const isLake = (layer) => layer.feature.properties.kind === "lake";

  /** What a park's name needs: its outline; that of a lake may stand beside it too. */
  function ofPark(map, id, layer, name, type) {
    const sizes = root.blok.lettering.sizesOf(name, type, { width: 0, height: 0 });
    return { id, at: pointOf(map, layer.getBounds().getCenter()), rings: ringsOf(map, layer), sizes, isBeside: isLake(layer) };
  }

  const dotRadius = (layer) => layer.getRadius() + layer.options.weight / 2;

  /** What a place's name needs: the dot beside which it stands. */
  function ofPlace(id, layer, at, name, type) {
    const sizes = root.blok.lettering.sizesOf(name, type, { width: 0, height: 0 });
    return { id, at, radius: dotRadius(layer) + FREE_PX, rings: null, sizes, isBeside: true };
  }

  /** How dots that lie on each other are moved apart, each by a little, and where they are then. */
  function partDots(map, places) {
    const ids = Object.keys(places);
    const points = ids.map((id) => pointOf(map, places[id].getLatLng()));
    const least = 2 * Math.max(0, ...ids.map((id) => dotRadius(places[id]))) + DOT.gap;
    const moves = root.blok.placing.apart(points, least, DOT.most);
    const at = (i) => [points[i][0] + moves[i][0], points[i][1] + moves[i][1]];
    return {
      moves: Object.fromEntries(ids.map((id, i) => [id, moves[i].map((by) => Number(by.toFixed(1)))])),
      moved: Object.fromEntries(ids.map((id, i) => [id, at(i)])),
    };
  }

  function shifted(box, x, y) {
    return { left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y };
  }

  /** The boxes of what lies over a map. */
  function boxesOver(map) {
    const container = map.getContainer();
    const origin = container.getBoundingClientRect();
    const { x, y } = map.containerPointToLayerPoint([0, 0]);
    const region = container.closest(".map-region, .pane-map") || container;
    return [...region.querySelectorAll(OVER)].map((element) => element.getBoundingClientRect()).filter((box) => box.width > 0)
      .map((box) => shifted(box, x - origin.left, y - origin.top));
  }

  function frameOf(map) {
    const { x, y } = map.containerPointToLayerPoint([0, 0]);
    const size = map.getSize();
    return root.blok.boxes.grown({ left: x, top: y, right: x + size.x, bottom: y + size.y }, -EDGE_PX);
  }

  /** The box of an area on the screen, quickly: its corners in degrees. */
  function roughly(map, layer) {
    const bounds = layer.getBounds();
    const [left, top] = pointOf(map, bounds.getNorthWest());
    const [right, bottom] = pointOf(map, bounds.getSouthEast());
    return { left, top, right, bottom };
  }

  /** Of many areas the ids of those that have room for a name, and of those that are `chosen`;
   * null where there are few. */
  function pick(map, { areas }, chosen) {
    const all = Object.entries(areas);
    if (all.length < root.blok.thinning.MANY) return null;
    const frame = frameOf(map);
    const seen = all.map(([id, layer]) => ({ id, box: roughly(map, layer) })).filter(({ box }) => root.blok.boxes.overlap(box, frame));
    return new Set(root.blok.thinning.pick(seen, chosen));
  }

  /** The areas in view that are not named: no name stands on them. */
  function unnamed(map, { areas }, named, frame) {
    if (named === null) return [];
    return Object.entries(areas).filter(([id, layer]) => !named.has(id) && root.blok.boxes.overlap(roughly(map, layer), frame))
      .map(([id, layer]) => ({ id, rings: ringsOf(map, layer) }));
  }

  /** All that the places of a map's names depend on, as `placing.place` takes it: of the layers
   * `found` on it, and of areas only those `named` where that is not null. `texts` says of each
   * id what it is called (`nameOf(id)`), the type that a kind of label is written in
   * (`typeOf(kind, id)`), and what else an area's value may say (`textsOf(id)`). With it go the
   * `moves` of the dots that the names stand beside. */
  function find(map, found, named, texts) {
    const { nameOf, typeOf } = texts;
    const frame = frameOf(map);
    const { moves, moved } = partDots(map, found.places);
    const { around, grown, overlap, bounds } = root.blok.boxes;
    const dots = Object.entries(found.places).map(([id, layer]) => around(moved[id], 2 * dotRadius(layer), 2 * dotRadius(layer)));
    const areas = Object.keys(found.areas).filter((id) => found.counts[id] && (named === null || named.has(id)))
      .map((id) => ofArea(map, id, found.areas[id], found.counts[id], texts));
    const parks = Object.entries(found.parks).map(([id, layer]) => ofPark(map, id, layer, nameOf(id), typeOf("park", id)));
    const places = Object.entries(found.places).map(([id, layer]) => ofPlace(id, layer, moved[id], nameOf(id), typeOf("place", id)));
    return {
      frame, moves, blocked: [...boxesOver(map), ...dots].map((box) => grown(box, FREE_PX)),
      areas: areas.filter(({ rings }) => overlap(bounds(rings), frame)),
      lakes: [...parks.filter(({ isBeside }) => isBeside).map(({ id, rings }) => ({ id, rings })), ...unnamed(map, found, named, frame)],
      isLed: named === null,
      names: [...parks.sort((one, two) => two.isBeside - one.isBeside), ...places],
    };
  }

  /** What tells the needs of a map apart as long as it has its zoom and its place: what is seen
   * of it and on it. It takes a small part of the time that `find` takes. */
  function signature(map, found) {
    const seen = Object.values(found).map((layers) => Object.entries(layers).map(([id, { outline }]) => (outline === undefined ? id : `${id} ${outline}`)).join());
    const over = boxesOver(map).map(({ left, top, right, bottom }) => [left, top, right, bottom].map(Math.round).join(" "));
    return [...seen, ...over].join("|");
  }

  root.blok = Object.assign(root.blok || {}, { needs: { find, layersOf, pick, signature } });
})(window);
