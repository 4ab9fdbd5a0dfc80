/* What is within a quarter of an hour, what may be, and what is not. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

asset("dom");
const { nearness } = asset("walkwords");

test("a walk is near by its own minutes", () => {
  assert.equal(nearness({ minutes: [2, 15, 30] }), "near");
  assert.equal(nearness({ minutes: [2, 16, 30] }), "far");
});

test("where minutes cannot be told, their bounds decide as far as they can", () => {
  const walk = (least, most) => ({ reason: "too_sparse", least, most });
  assert.equal(nearness(walk(0, 15)), "near");
  assert.equal(nearness(walk(15, 40)), "maybe");
  assert.equal(nearness(walk(0, null)), "maybe");
  assert.equal(nearness(walk(16, null)), "far");
});
