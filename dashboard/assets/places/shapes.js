/* Steps from an outline onto edges: where they cross, or the shortest straight line between.
 *
 * A shape is { kind, rings } in metres: a polygon's rings, a line, or a single point.
 */
(function (root) {
  "use strict";

  const MM = 1000;

  const ways = () => root.blok.ways;

  function segments(line) {
    return line.slice(1).map((point, i) => [line[i], point]);
  }

  /** Where two segments cross, or null where they do not (or run along each other). */
  function crossing([a, b], [c, d]) {
    const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
    const turn = rx * sy - ry * sx;
    if (turn === 0) return null;
    const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / turn;
    const s = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / turn;
    return t >= 0 && t <= 1 && s >= 0 && s <= 1 ? [a[0] + t * rx, a[1] + t * ry] : null;
  }

  /** Whether a point lies in a polygon's rings: holes are rings like the others. */
  function inside(rings, [x, y]) {
    const hits = rings.flatMap(segments).filter(([[ax, ay], [bx, by]]) => (ay > y) !== (by > y) && x < ax + ((y - ay) / (by - ay)) * (bx - ax));
    return hits.length % 2 === 1;
  }

  /** The shortest straight line from a line's points and corners to a course, both ways. */
  function straight(ring, course) {
    let best = { gap: Infinity };
    const keep = (outside, on) => {
      const gap = ways().between(outside, on);
      if (gap < best.gap) best = { gap, outside, on };
    };
    for (const point of ring) keep(point, ways().project(course, point).on);
    if (ring.length > 1) for (const point of course) keep(ways().project(ring, point).on, point);
    return best;
  }

  function crossings(shape, course) {
    const met = shape.rings.flatMap(segments).flatMap((one) => segments(course).map((other) => crossing(one, other))).filter(Boolean);
    const ends = [course[0], course[course.length - 1]].filter((end) => shape.kind === "polygon" && inside(shape.rings, end));
    return [...met, ...ends];
  }

  function access(number, edge, gap, outside, on) {
    const at = Math.min(Math.round(ways().project(edge.course, on).along * MM), edge.mm);
    return { edge: number, at, gap: Math.round(gap * MM), outside };
  }

  /** Every way from a shape onto one edge within the longest straight last metres. */
  function onto(shape, number, edge, last) {
    const met = crossings(shape, edge.course);
    if (met.length > 0) return met.map((point) => access(number, edge, 0, point, point));
    const nearest = shape.rings.map((ring) => straight(ring, edge.course)).sort((a, b) => a.gap - b.gap)[0];
    return nearest.gap <= last ? [access(number, edge, nearest.gap, nearest.outside, nearest.on)] : [];
  }

  /** How far a point is from a shape in metres; nothing inside a polygon. */
  function distance(shape, point) {
    if (shape.kind === "polygon" && inside(shape.rings, point)) return 0;
    return Math.min(...shape.rings.map((ring) => (ring.length > 1 ? ways().project(ring, point).gap : ways().between(ring[0], point))));
  }

  const api = { crossing, inside, straight, onto, distance };
  root.blok = Object.assign(root.blok || {}, { shapes: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
