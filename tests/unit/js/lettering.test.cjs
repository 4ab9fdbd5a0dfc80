/* Names are parted between words and behind hyphens, so that the longest line is the shortest. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const { wrap, foldings } = asset("lettering");

test("a name is parted where its lines are most alike", () => {
  assert.deepEqual(wrap("The old mill by the river", 2), ["The old mill", "by the river"]);
});

test("a hyphen ends a line and stays", () => {
  assert.deepEqual(wrap("Millstream-quarter", 2), ["Millstream-", "quarter"]);
});

test("a hyphen before a space belongs to its word", () => {
  assert.deepEqual(wrap("North- and Southside", 2), ["North- and", "Southside"]);
});

test("one word has one way", () => {
  assert.deepEqual(foldings("Meadow"), [["Meadow"]]);
});

test("three words have three ways", () => {
  assert.deepEqual(foldings("a b c").map((lines) => lines.length), [1, 2, 3]);
});
