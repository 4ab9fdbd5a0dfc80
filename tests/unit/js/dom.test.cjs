/* Texts are filled without being read as anything else. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const { fill } = asset("dom");

test("values are put into their places, as often as they stand there", () => {
  assert.equal(fill("{a} and {b} and {a}", { a: 1, b: "two" }), "1 and two and 1");
});

test("nothing and zero are values", () => {
  assert.equal(fill("{a}{b}", { a: 0, b: "" }), "0");
});

test("a place without a value stays, so that it is seen", () => {
  assert.equal(fill("{a} {b}", { a: 1 }), "1 {b}");
});

test("a value that looks like a place or a pattern is not read again", () => {
  assert.equal(fill("{a} {b}", { a: "{b}", b: "$&" }), "{b} $&");
});
