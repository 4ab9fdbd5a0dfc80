/* The points of a drawn path: read from what is typed and from the address, and written there. */
(function (root) {
  "use strict";

  /** Hundred-thousandths of a degree, about a metre: no hand is surer. */
  const PARTS = 1e5;
  /** An address holds no longer values (`assets/state.js`): a longer path is not in it. */
  const LONGEST = 400;
  /** Degrees of Denmark: the longitude is always the lesser of the two. */
  const SOUTHERNMOST = 54;
  const EASTERNMOST = 16;

  /** Two numbers with decimals: "10.0346, 56.4831", or with commas and a semicolon. Longitude comes
   * first; the other order, which maps for the road use, cannot be mistaken here. */
  function readPosition(text) {
    const cleaned = text.includes(";") ? text.replaceAll(",", ".").split(";") : text.split(text.includes(",") ? "," : /\s+/);
    const numbers = cleaned.map((part) => (part.trim() === "" ? NaN : Number(part)));
    if (numbers.length !== 2 || !numbers.every(Number.isFinite)) return null;
    const [one, other] = numbers;
    const [lon, lat] = one >= SOUTHERNMOST && other <= EASTERNMOST ? [other, one] : [one, other];
    return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
  }

  /** A position as it is kept: to five decimals. */
  const rounded = ([lon, lat]) => [Math.round(lon * PARTS) / PARTS, Math.round(lat * PARTS) / PARTS];

  /** A path as text: its first point in hundred-thousandths of a degree, then the steps. */
  function write(path) {
    const whole = path.map((point) => point.map((one) => Math.round(one * PARTS)));
    return whole.flatMap(([lon, lat], i) => (i === 0 ? [lon, lat] : [lon - whole[i - 1][0], lat - whole[i - 1][1]])).join("_");
  }

  /** The path that a text names, or null where it names none. */
  function read(text) {
    if (text === "") return [];
    if (!/^-?\d{1,8}(_-?\d{1,8})*$/.test(text)) return null;
    const flat = text.split("_").map(Number);
    if (flat.length % 2 === 1) return null;
    let [lon, lat] = [0, 0];
    const path = [];
    for (let i = 0; i < flat.length; i += 2) {
      [lon, lat] = [lon + flat[i], lat + flat[i + 1]];
      path.push([lon / PARTS, lat / PARTS]);
    }
    return path.every(([east, north]) => Math.abs(east) <= 180 && Math.abs(north) <= 90) ? path : null;
  }

  /** The key `sti` of the page's address. */
  const KEY = {
    initial: () => ({ path: [] }),
    read(text, state) {
      const path = read(text);
      if (path !== null) state.path = path;
      return path !== null;
    },
    write(state) {
      const text = write(state.path);
      return text === "" || text.length > LONGEST ? null : text;
    },
  };

  /** The path as GeoJSON: one line from point to point, so that each may meet a way. */
  function geojson(path) {
    const lines = path.slice(1).map((point, i) => [path[i], point]);
    return { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: lines } }] };
  }

  const api = { KEY, readPosition, rounded, read, write, geojson };
  root.blok = Object.assign(root.blok || {}, { drawnpath: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
