/* Boxes, lines and outlines on a screen: what touches what, and how far apart they are.
 *
 * A box is {left, top, right, bottom}, a point [x, y], a ring a list of points; all in pixels.
 */
(function (root) {
  "use strict";

  /** The box of a size round a middle. */
  function around([x, y], width, height) {
    return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
  }

  function grown(box, by) {
    return { left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by };
  }

  const middle = (box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];

  const corners = (box) => [[box.left, box.top], [box.right, box.top], [box.right, box.bottom], [box.left, box.bottom]];

  /** Boxes that only touch do not overlap. */
  function overlap(one, two) {
    return one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom;
  }

  function within(inner, outer) {
    return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
  }

  /** The box round all rings. */
  function bounds(rings) {
    const points = rings.flat();
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
  }

  const edges = (ring) => ring.map((point, i) => [point, ring[(i + 1) % ring.length]]);

  /** Whether a point lies in an outline of rings; holes are rings too. */
  function holds(rings, [x, y]) {
    const crossed = rings.flatMap(edges).filter(([[ax, ay], [bx, by]]) => (ay > y) !== (by > y) && x < ((bx - ax) * (y - ay)) / (by - ay) + ax);
    return crossed.length % 2 === 1;
  }

  /** Whether a line runs through a box: what of it lies between all four sides. */
  function crosses([[ax, ay], [bx, by]], box) {
    let [from, to] = [0, 1];
    const sides = [[ax - bx, ax - box.left], [bx - ax, box.right - ax], [ay - by, ay - box.top], [by - ay, box.bottom - ay]];
    for (const [steps, room] of sides) {
      if (steps === 0 && room <= 0) return false;
      if (steps < 0) from = Math.max(from, room / steps);
      if (steps > 0) to = Math.min(to, room / steps);
    }
    return from < to;
  }

  /** Whether two lines cross. */
  function meet([a, b], [c, d]) {
    const side = ([ax, ay], [bx, by], [x, y]) => (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  }

  /** Whether a line runs over an outline with the box round it. */
  function runsOver(line, own, rings) {
    return crosses(line, own) && (holds(rings, line[0]) || rings.some((ring) => edges(ring).some((edge) => meet(line, edge))));
  }

  /** Whether a box lies on an outline, wholly or in part. */
  function covers(box, rings) {
    return holds(rings, middle(box)) || rings.some((ring) => edges(ring).some((edge) => crosses(edge, box)));
  }

  /** Whether a box lies wholly in an outline. */
  function fits(box, rings) {
    return holds(rings, middle(box)) && !rings.some((ring) => edges(ring).some((edge) => crosses(edge, box)));
  }

  function nearestOn([[ax, ay], [bx, by]], [x, y]) {
    const [dx, dy] = [bx - ax, by - ay];
    const long = dx * dx + dy * dy;
    const share = long === 0 ? 0 : Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / long, 0), 1);
    return [ax + share * dx, ay + share * dy];
  }

  const clamped = (box, [x, y]) => [Math.min(Math.max(x, box.left), box.right), Math.min(Math.max(y, box.top), box.bottom)];

  /** The shortest line from a box to an outline beside it: {from, to, length}. */
  function between(box, rings) {
    const pairs = rings.flatMap(edges).flatMap((edge) => [
      [clamped(box, edge[0]), edge[0]],
      ...corners(box).map((corner) => [corner, nearestOn(edge, corner)]),
    ]);
    return pairs.map(([from, to]) => ({ from, to, length: Math.hypot(from[0] - to[0], from[1] - to[1]) }))
      .reduce((best, one) => (one.length < best.length ? one : best));
  }

  const api = { around, grown, middle, corners, overlap, within, bounds, holds, crosses, meet, runsOver, covers, fits, between };
  root.blok = Object.assign(root.blok || {}, { boxes: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
