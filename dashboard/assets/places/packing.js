/* Unpacks lines and rings that were sent as steps in millionths of a degree. */
(function (root) {
  "use strict";

  const PARTS = 1e6;

  /** Return [lat, lon] pairs in degrees of lon, lat and the steps that follow. */
  function line(flat) {
    const points = [];
    let [lon, lat] = [0, 0];
    for (let i = 0; i < flat.length; i += 2) {
      [lon, lat] = [lon + flat[i], lat + flat[i + 1]];
      points.push([lat / PARTS, lon / PARTS]);
    }
    return points;
  }

  /** Return polygons, each a list of rings, as Leaflet takes them. */
  function polygons(packed) {
    return packed.map((rings) => rings.map(line));
  }

  /** A way parted into what is walked along the network and the straight lines off it; `ends`
   * tells whether the first and the last stretch are such. */
  function parted(course, [first, last]) {
    const from = first ? 1 : 0;
    const to = course.length - (last ? 1 : 0);
    const straight = [...(first ? [course.slice(0, 2)] : []), ...(last ? [course.slice(-2)] : [])];
    return { walked: course.slice(from, to), straight };
  }

  const api = { line, polygons, parted };
  root.blok = Object.assign(root.blok || {}, { packing: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
