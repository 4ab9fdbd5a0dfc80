/* Of many areas those are named that are drawn large or stand alone, and the chosen one always. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const { MOST, pick } = asset("thinning");
const at = (id, left, top, side) => ({ id, box: { left, top, right: left + side, bottom: top + side } });

test("large and lonely areas are named, small ones side by side are not", () => {
  assert.deepEqual(pick([at("a", 0, 0, 10), at("b", 20, 0, 10), at("large", 30, 40, 60), at("alone", 400, 0, 5)], []), ["large", "alone"]);
});

test("the chosen one comes first, however small", () => {
  assert.deepEqual(pick([at("a", 0, 0, 4), at("b", 8, 0, 4), at("c", 300, 300, 80)], ["b"]), ["b", "c"]);
});

test("never more than can be read, the largest of them", () => {
  const many = Array.from({ length: 200 }, (_, i) => at(`n${i}`, i * 500, 0, 60 + i));
  const named = pick(many, []);
  assert.equal(named.length, MOST);
  assert.equal(named[0], "n199");
});
