/* The grid of squares finds every edge that is near, and the heap gives the cheapest first. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { at, blok } = require("./square.cjs");

const { ways, nearby, heap } = blok;

/** A few hundred short streets, the same at every run. */
function many() {
  let seed = 7;
  const dice = () => { seed = (seed * 16807) % 2147483647; return seed / 2147483647; };
  const edges = Array.from({ length: 400 }, () => {
    const [x, y] = [560000 + dice() * 3000, 6250000 + dice() * 3000];
    return { course: [[x, y], [x + dice() * 250 - 125, y + dice() * 250 - 125], [x + 60, y - 60]] };
  });
  return { edges };
}

test("no edge within the metres is left out, whatever the point", () => {
  const net = many();
  for (const [x, y, metres] of [[1500, 1500, 75], [0, 0, 300], [2990, 10, 20], [1234.5, 2345.6, 500]]) {
    const point = at(x, y);
    const near = net.edges.map((edge, i) => [i, ways.project(edge.course, point).gap]).filter(([, gap]) => gap <= metres).map(([i]) => i);
    const found = nearby.around(net, point, metres);
    assert.deepEqual(near.filter((i) => !found.includes(i)), []);
    assert.deepEqual(found, [...found].sort((a, b) => a - b));
    assert.ok(found.length < net.edges.length);
  }
});

test("the cheapest comes out first", () => {
  const one = heap.make();
  const costs = [5, 3, 8, 1, 9, 2, 7, 3, 0, 6];
  costs.forEach((cost, node) => one.push(cost, node));
  const out = [];
  while (one.size() > 0) out.push([one.cheapest(), costs[one.pop()]]);
  assert.deepEqual(out, [...costs].sort((a, b) => a - b).map((cost) => [cost, cost]));
});
