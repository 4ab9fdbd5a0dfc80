/* A drawn path changes what it must, and nothing where it meets nothing. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { square, at, blok } = require("./square.cjs");

const { ways, proposal } = blok;
const open = () => "open";
const only = (net, points, index = 0) => proposal.changes(net, points, index, false, open).rows[0];

test("a path across the square saves exactly what the link would", () => {
  const row = only(ways.unpack(square()), [at(0, 0), at(100, 100)]);
  assert.deepEqual([row.verdict, Math.round(row.saved * 1000), row.after.cost], ["shorter", 58579, 141421]);
});

test("where the link is open already the same path saves nothing", () => {
  assert.equal(only(ways.unpack(square()), [at(0, 0), at(100, 100)], 2).verdict, "same");
});

test("a path from the middle of a street to the middle of another cuts both", () => {
  const row = only(ways.unpack(square()), [at(50, 0), at(100, 50)]);
  assert.equal(row.after.cost, 50000 + Math.round(Math.hypot(50, 50) * 1000) + 50000);
});

test("a path that stops short of a street by what a hand may miss meets it", () => {
  const near = only(ways.unpack(square()), [at(50, 8), at(92, 50)]);
  assert.equal(near.after.cost, 50000 + 8000 + Math.round(Math.hypot(42, 42) * 1000) + 8000 + 50000);
  assert.equal(only(ways.unpack(square()), [at(50, 12), at(88, 50)]).verdict, "same");
});

test("a point between the ends may meet a way too", () => {
  const row = only(ways.unpack(square()), [at(0, 0), at(60, 40), at(100, 50)]);
  assert.equal(row.verdict, "shorter");
  const found = proposal.changes(ways.unpack(square()), [at(0, 0), at(100, 50), at(140, 60)], 0, false, open);
  assert.equal(found.meets, 2);
});

test("a path that crosses a way between its points does not meet it", () => {
  const found = proposal.changes(ways.unpack(square()), [at(50, -40), at(60, 40)], 0, false, open);
  assert.deepEqual([found.meets, found.crossings, found.rows[0].verdict], [0, 1, "same"]);
});

test("drawing leaves the network as it was", () => {
  const net = ways.unpack(square());
  const before = JSON.stringify(net);
  proposal.changes(net, [at(50, 0), at(100, 50)], 0, false, open);
  assert.equal(JSON.stringify(net), before);
});

test("what cannot be a path is told in words", () => {
  const net = ways.unpack(square());
  assert.equal(proposal.complaint(net, [at(0, 0)])[0], "onePoint");
  assert.equal(proposal.complaint(net, [at(0, 0), at(0, 0.5)])[0], "samePoint");
  assert.deepEqual(proposal.complaint(net, [at(0, 0), at(50000, 0)]), ["tooLong", { km: 50, most: 5 }]);
  assert.equal(proposal.complaint(net, [at(4000, 4000), at(4100, 4000)])[0], "tooFar");
  assert.equal(proposal.complaint(net, [at(0, 0), at(100, 100)]), null);
  const zigzag = Array.from({ length: 202 }, (_, i) => at(i % 2 ? 2 : 0, i));
  assert.deepEqual(proposal.complaint(net, zigzag), ["tooMany", { count: 202, most: 201 }]);
  assert.equal(proposal.complaint(net, zigzag.slice(1)), null);
});

test("a path that comes back near itself meets itself", () => {
  const net = ways.unpack(square());
  const loop = [at(0, 0), at(0, 300), at(300, 300), at(5, 10), at(-5, 10), at(100, 100)];
  const row = only(net, loop);
  const short = 10000 + 5000 + Math.round(Math.hypot(105, 90) * 1000);
  assert.ok(row.after.cost <= short + 1, String(row.after.cost));
});
