/* Turns longitude and latitude into metres of UTM zone 32 (EPSG:25832) and back.
 *
 * Krueger's series to the third order on the GRS 80 ellipsoid: right to a millimetre here.
 */
(function (root) {
  "use strict";

  const A = 6378137;
  const F = 1 / 298.257222101;
  const N = F / (2 - F);
  const SCALE = 0.9996;
  const EAST = 500000;
  const MERIDIAN = (9 * Math.PI) / 180;
  const RADIUS = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64) * SCALE;
  const ECCENTRICITY = (2 * Math.sqrt(N)) / (1 + N);
  const THERE = [N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3, (13 / 48) * N ** 2 - (3 / 5) * N ** 3, (61 / 240) * N ** 3];
  const BACK = [N / 2 - (2 / 3) * N ** 2 + (37 / 96) * N ** 3, N ** 2 / 48 + N ** 3 / 15, (17 / 480) * N ** 3];
  const LATITUDE = [2 * N - (2 / 3) * N ** 2 - 2 * N ** 3, (7 / 3) * N ** 2 - (8 / 5) * N ** 3, (56 / 15) * N ** 3];

  /** Longitude and latitude in degrees to [east, north] in metres. */
  function toMetres([lon, lat]) {
    const sine = Math.sin((lat * Math.PI) / 180);
    const t = Math.sinh(Math.atanh(sine) - ECCENTRICITY * Math.atanh(ECCENTRICITY * sine));
    const turn = (lon * Math.PI) / 180 - MERIDIAN;
    const xi = Math.atan2(t, Math.cos(turn));
    const eta = Math.atanh(Math.sin(turn) / Math.sqrt(1 + t * t));
    const sum = (start, term) => THERE.reduce((all, a, i) => all + a * term(2 * (i + 1)), start);
    return [
      EAST + RADIUS * sum(eta, (k) => Math.cos(k * xi) * Math.sinh(k * eta)),
      RADIUS * sum(xi, (k) => Math.sin(k * xi) * Math.cosh(k * eta)),
    ];
  }

  /** [east, north] in metres to longitude and latitude in degrees. */
  function toDegrees([east, north]) {
    const xi = north / RADIUS;
    const eta = (east - EAST) / RADIUS;
    const less = (start, term) => BACK.reduce((all, b, i) => all - b * term(2 * (i + 1)), start);
    const inner = less(xi, (k) => Math.sin(k * xi) * Math.cosh(k * eta));
    const outer = less(eta, (k) => Math.cos(k * xi) * Math.sinh(k * eta));
    const chi = Math.asin(Math.sin(inner) / Math.cosh(outer));
    const lat = LATITUDE.reduce((all, d, i) => all + d * Math.sin(2 * (i + 1) * chi), chi);
    const lon = MERIDIAN + Math.atan2(Math.sinh(outer), Math.cos(inner));
    return [(lon * 180) / Math.PI, (lat * 180) / Math.PI];
  }

  const api = { toMetres, toDegrees };
  root.blok = Object.assign(root.blok || {}, { utm: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
