/* Finds the edges near a point without looking at a whole town: a grid of squares, made once. */
(function (root) {
  "use strict";

  const CELL_M = 100;
  /** Squares are numbered row by row; no town is this many squares wide. */
  const ROW = 100000;
  const grids = new WeakMap();

  const square = (metres) => Math.floor(metres / CELL_M);

  /** The squares that a rectangle touches. */
  function squares(west, south, east, north) {
    const found = [];
    for (let y = square(south); y <= square(north); y += 1) {
      for (let x = square(west); x <= square(east); x += 1) found.push(y * ROW + x);
    }
    return found;
  }

  function put(grid, cell, edge) {
    const known = grid.get(cell);
    if (known === undefined) grid.set(cell, [edge]);
    else if (known[known.length - 1] !== edge) known.push(edge);
  }

  function made(edges) {
    const grid = new Map();
    edges.forEach(({ course }, edge) => {
      for (let i = 1; i < course.length; i += 1) {
        const [[ax, ay], [bx, by]] = [course[i - 1], course[i]];
        for (const cell of squares(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))) put(grid, cell, edge);
      }
    });
    return grid;
  }

  /** The grid of a network. */
  function gridOf(net) {
    if (!grids.has(net)) grids.set(net, made(net.edges));
    return grids.get(net);
  }

  /** The numbers of all edges that may lie within so many metres of a point, in their order. */
  function around(net, [x, y], metres) {
    const grid = gridOf(net);
    const found = new Set(squares(x - metres, y - metres, x + metres, y + metres).flatMap((cell) => grid.get(cell) || []));
    return [...found].sort((a, b) => a - b);
  }

  const api = { around };
  root.blok = Object.assign(root.blok || {}, { nearby: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
