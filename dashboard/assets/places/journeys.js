/* The walks from a start to every destination on the network in the browser, or why none. */
(function (root) {
  "use strict";

  const GONE = new Set(["absent", "closed"]);

  /** Why nobody can walk from a start to a destination, before any way is sought. */
  function unwalkable(settings, start, place, status) {
    if (GONE.has(status)) return status;
    return Math.max(start.error, place.error) >= settings.unplaced ? "unplaced" : null;
  }

  /** The walk to one destination: with minutes, or with its reason. */
  function walkTo(graph, found, start, place, status) {
    const { ways, walking, telltime } = root.blok;
    const straight = start.straight(place);
    const ends = { startError: start.error, endError: place.error, straight };
    const why = unwalkable(graph.net.settings, start, place, status);
    if (why) return { reason: why, least: 0, most: null };
    const fail = (reason) => ({ reason, least: telltime.least(ends, graph.net.settings.pace), most: null });
    if (found.starts.length === 0) return fail("no_entrance");
    const arrivals = ways.known(graph, place.ways);
    if (arrivals.length === 0) return fail("no_arrival");
    const walk = walking.shortest(graph, found, arrivals);
    if (walk === null) return fail("not_connected");
    return telltime.told(graph, walk, ends);
  }

  /** The walks from a start to all destinations; `statuses` tells what stands in the year, and
   * `outlines` which of its outlines it has then: others than the last stand beside it. */
  function from(graph, start, statuses, outlines = () => 0) {
    const { destinations } = graph.net;
    const found = root.blok.walking.search(graph, start.ways(graph));
    const place = (id) => destinations[`${id}@${outlines(id)}`] || destinations[id];
    const ids = Object.keys(destinations).filter((id) => !id.includes("@"));
    return Object.fromEntries(ids.map((id) => [id, walkTo(graph, found, start, place(id), statuses(id))]));
  }

  /** A point that somebody chose, in metres of EPSG:25832, and how far off it may be. */
  function pointStart(point, error) {
    return {
      error,
      straight: (place) => root.blok.shapes.distance(place, point),
      ways: (graph) => root.blok.ways.accesses(graph, point),
    };
  }

  const api = { from, pointStart };
  root.blok = Object.assign(root.blok || {}, { journeys: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
