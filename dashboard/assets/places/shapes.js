/* Tells whether a point lies in a shape, and how far it is from one.
 *
 * A shape is { kind, rings } in metres: a polygon's rings, a line, or a single point.
 */
(function (root) {
  "use strict";

  const ways = () => root.blok.ways;

  function segments(line) {
    return line.slice(1).map((point, i) => [line[i], point]);
  }

  /** Whether a point lies in a polygon's rings: holes are rings like the others. */
  function inside(rings, [x, y]) {
    const hits = rings.flatMap(segments).filter(([[ax, ay], [bx, by]]) => (ay > y) !== (by > y) && x < ax + ((y - ay) / (by - ay)) * (bx - ax));
    return hits.length % 2 === 1;
  }

  /** How far a point is from a shape in metres; nothing inside a polygon. */
  function distance(shape, point) {
    if (shape.kind === "polygon" && inside(shape.rings, point)) return 0;
    return Math.min(...shape.rings.map((ring) => (ring.length > 1 ? ways().project(ring, point).gap : ways().between(ring[0], point))));
  }

  const api = { inside, distance };
  root.blok = Object.assign(root.blok || {}, { shapes: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
