/* Where a walk begins: an area of the package, or a point that never leaves the browser. */
(function (root) {
  "use strict";

  /** Farther than this from every way a point lies outside what the package covers, in metres. */
  const OUTSIDE_M = 2000;
  let net = null;
  let asked = null;
  let point = null;
  let walks = new Map();

  /** Fetch the network once; the request says nothing of any position. */
  function network() {
    if (asked === null) {
      const address = document.body.dataset.network;
      asked = fetch(address, { credentials: "same-origin" })
        .then((answer) => {
          if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
          return answer.json();
        })
        .then((packed) => { net = root.blok.ways.unpack(packed); return net; });
      asked.catch(() => { asked = null; });
    }
    return asked;
  }

  const index = (state, doc) => state.year - doc.years[0];

  function graph(state, doc) {
    return root.blok.ways.graphAt(net, index(state, doc), state.planned);
  }

  /** The name of the water that a position lies in, or null. */
  function waterAt([lon, lat], waters) {
    for (const { geometry, properties } of waters) {
      const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.type === "MultiPolygon" ? geometry.coordinates : [];
      if (polygons.some((rings) => root.blok.shapes.inside(rings, [lon, lat]))) return properties.name;
    }
    return null;
  }

  /** Why a walk cannot begin at a position: [text, values], or null where it can. */
  function complaint(now, position, waters) {
    const water = waterAt(position, waters);
    if (water !== null) return ["inWater", { water }];
    const { last } = now.net.settings;
    const away = root.blok.ways.distance(now, root.blok.utm.toMetres(position), OUTSIDE_M);
    if (away > OUTSIDE_M) return ["outside", {}];
    return away > last ? ["farFromWays", { away: Math.ceil(away), last }] : null;
  }

  /** Begin at a position (lon, lat in degrees; error in metres) where one can. */
  function begin(position, error, how, name, doc) {
    return network().then(() => {
      const { state } = root.blok;
      const now = graph(state.get(), doc);
      const why = complaint(now, position, root.blok.ground.waters());
      if (why !== null) return why;
      point = { position, how, name, start: root.blok.journeys.pointStart(root.blok.utm.toMetres(position), error) };
      walks = new Map();
      const from = listed(how, doc);
      state.set({ start: from }, from !== state.get().start);
      return null;
    });
  }

  /** The id of a start that the address can name: a place of the list. */
  function listed(how, doc) {
    return Object.hasOwn(doc.places.cards, how) ? how : "";
  }

  /** A start of the list that the address no longer names is none. */
  function paint(state, doc) {
    if (point !== null && state.start === "" && listed(point.how, doc) !== "") forget();
  }

  /** Begin in the chosen area again. */
  function forget() {
    point = null;
    walks = new Map();
  }

  function fromPoint(id, state, doc) {
    const key = `${state.year}${state.planned}`;
    const outline = (one) => root.blok.outlines.at(doc, doc.features[one].layer, one, state.year);
    if (!walks.has(key)) walks.set(key, root.blok.journeys.from(graph(state, doc), point.start, (one) => root.blok.look.status(doc, state, one), outline));
    return walks.get(key)[id];
  }

  /** The way of an area in the packed form of the page's document; none to what is far away. */
  function fromArea(id, state, doc) {
    const { walks, farMinutes } = doc.places.reach;
    const packed = walks[root.blok.asked.origin(state, doc)][id];
    if (packed === undefined) return { reason: "far", inside: false, least: farMinutes, most: null };
    return packed.ways[packed[state.planned ? "planned" : "years"][index(state, doc)]];
  }

  /** The walk to a place, park or path at the clock's year: minutes or a reason. */
  function walk(id, state, doc) {
    return point === null ? fromArea(id, state, doc) : fromPoint(id, state, doc);
  }

  /** The course of a walk as [lat, lon] pairs in degrees. */
  function route(found, state, doc) {
    if (found.route) return root.blok.packing.line(found.route);
    return root.blok.walking.course(graph(state, doc), found).map(root.blok.utm.toDegrees).map(([lon, lat]) => [lat, lon]);
  }

  const api = { network, graph, begin, forget, listed, paint, walk, route, complaint, waterAt, point: () => point, net: () => net };
  root.blok = Object.assign(root.blok || {}, { start: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
