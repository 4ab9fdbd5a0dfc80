/* The first view leaves the legend's side free, or what is above it. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const { rooms, best } = asset("firstview");
const FRAME = { left: 100, top: 50, right: 900, bottom: 450 };

test("a legend over the map leaves room beside it or above it", () => {
  const legend = { left: 110, top: 250, right: 360, bottom: 440 };
  assert.deepEqual(rooms(legend, FRAME), [{ left: 280, bottom: 20 }, { left: 20, bottom: 220 }]);
});

test("a legend under the map takes nothing", () => {
  assert.deepEqual(rooms({ left: 100, top: 450, right: 900, bottom: 520 }, FRAME), [{ left: 20, bottom: 20 }]);
});

test("a legend that leaves too little of a small map takes nothing of it", () => {
  const small = { left: 0, top: 0, right: 380, bottom: 200 };
  assert.deepEqual(rooms({ left: 0, top: 90, right: 380, bottom: 200 }, small), [{ left: 20, bottom: 130 }]);
  assert.deepEqual(rooms({ left: 0, top: 70, right: 380, bottom: 200 }, small), [{ left: 20, bottom: 20 }]);
});

test("beside the legend comes first, unless all is clearly larger above it", () => {
  const [beside, above] = rooms({ left: 110, top: 250, right: 360, bottom: 440 }, FRAME);
  assert.equal(best([beside, above], (one) => (one === above ? 12.5 : 12)), beside);
  assert.equal(best([beside, above], (one) => (one === above ? 12.75 : 12)), above);
});
