/* Of labels that would lie on each other the earlier one is shown. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const { visible } = asset("labels");
const box = (left, top, width = 10, height = 10) => ({ left, top, right: left + width, bottom: top + height });

test("labels apart are all shown", () => {
  assert.deepEqual(visible([box(0, 0), box(20, 0), box(0, 20)]), [true, true, true]);
});

test("labels that only touch are both shown", () => {
  assert.deepEqual(visible([box(0, 0), box(10, 0)]), [true, true]);
});

test("the later of two on each other steps aside", () => {
  assert.deepEqual(visible([box(0, 0), box(5, 5)]), [true, false]);
});

test("a label that stepped aside is in nobody's way", () => {
  assert.deepEqual(visible([box(0, 0), box(8, 0), box(16, 0)]), [true, false, true]);
});
