/* A square of streets of 100 m, a link across it from the second year on, and a school. */
"use strict";

const { asset } = require("./town.cjs");

for (const name of ["nearby", "heap", "ways", "shapes", "walking", "telltime", "journeys"]) asset(name);

const MM = 1000;
const line = (walked, more) => ({ error: 0, survey: 0, dated: false, walked, ...more });
const edge = (u, v, from, to, number) => {
  const mm = Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) * MM);
  return [u, v, mm, mm, number, [...from, ...to].map((metre) => metre * MM)];
};

/** Corners 0 (0,0), 1 (100,0), 2 (100,100), 3 (0,100); no street from 3 to 0. */
function square(settings) {
  return {
    origin: [560000, 6250000], nodes: 4,
    edges: [
      edge(0, 1, [0, 0], [100, 0], 0), edge(1, 2, [100, 0], [100, 100], 1),
      edge(2, 3, [100, 100], [0, 100], 2), edge(0, 2, [0, 0], [100, 100], 3),
    ],
    lines: [line("www"), line("www", { survey: 1 }), line("www", { survey: 2 }), line("-pw", { dated: true, survey: 3 })],
    settings: { pace: 80, last: 20, join: 20, unplaced: 500, schematic: false, detour: 2, detourFrom: 200, ...settings },
    destinations: { school: { kind: "point", error: 0, rings: [[100 * MM, 100 * MM]], ways: [[1, 100 * MM, 0, [100 * MM, 100 * MM]], [2, 0, 0, [100 * MM, 100 * MM]]] } },
  };
}

const EAST = 560000;
const NORTH = 6250000;
const at = (x, y) => [EAST + x, NORTH + y];

module.exports = { square, at, blok: globalThis.blok };
