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

  const api = { line, polygons };
  root.blok = Object.assign(root.blok || {}, { packing: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
