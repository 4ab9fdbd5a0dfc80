/* Which of many areas can be named on a map: those drawn large, or with room around them. */
(function (root) {
  "use strict";

  /** From so many areas on not all are named. */
  const MANY = 101;
  /** So large an outline, or so far from the next, and a name can be read. */
  const LARGE = { width: 56, height: 30 };
  const APART_PX = 90;
  const MOST = 60;

  const middle = ({ left, top, right, bottom }) => [(left + right) / 2, (top + bottom) / 2];
  const isLarge = ({ left, top, right, bottom }) => right - left >= LARGE.width && bottom - top >= LARGE.height;
  const size = ({ left, top, right, bottom }) => (right - left) * (bottom - top);

  /** Squares of a grid as wide as areas must be apart, with the middles in each. */
  function grid(middles) {
    const squares = new Map();
    for (const at of middles) {
      const key = at.map((one) => Math.floor(one / APART_PX)).join();
      squares.set(key, [...(squares.get(key) || []), at]);
    }
    return squares;
  }

  function isAlone(at, squares) {
    const [x, y] = at.map((one) => Math.floor(one / APART_PX));
    const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => squares.get(`${x + dx},${y + dy}`) || []));
    return around.every((other) => other === at || Math.hypot(other[0] - at[0], other[1] - at[1]) >= APART_PX);
  }

  /** The ids of the areas to name, of those in view ({id, box}): the chosen first, then the largest. */
  function pick(seen, chosen) {
    const all = seen.map((one) => ({ ...one, at: middle(one.box), isChosen: chosen.includes(one.id) }));
    const squares = grid(all.map(({ at }) => at));
    const roomy = all.filter(({ box, at, isChosen }) => isChosen || isLarge(box) || isAlone(at, squares));
    roomy.sort((one, two) => two.isChosen - one.isChosen || size(two.box) - size(one.box));
    return roomy.slice(0, MOST).map(({ id }) => id);
  }

  const api = { MANY, MOST, pick };
  root.blok = Object.assign(root.blok || {}, { thinning: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
