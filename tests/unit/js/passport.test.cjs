/* The coverage grid has every year, and says which columns hold no figure at all. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const { columns } = asset("passport");

const figure = ["figure", "9 %", "2020"];
function passport(...rows) {
  return { years: [2019, 2020, 2021], coverage: rows.map((cells, index) => ({ geography: `place-${index}`, cells })) };
}

test("every year has a column; one without a figure of any place is empty", () => {
  const found = columns(passport({ 2020: figure }, {}, { 2021: figure }));
  assert.deepEqual(found, [{ name: "2019", empty: true }, { name: "2020", empty: false }, { name: "2021", empty: false }]);
});

test("figures without a year have a last column of their own, which no other series has", () => {
  const found = columns(passport({ "": figure }));
  assert.deepEqual(found.map(({ name }) => name), ["2019", "2020", "2021", ""]);
  assert.deepEqual(found.map(({ empty }) => empty), [true, true, true, false]);
});

test("a series without figures has empty columns only", () => {
  assert.ok(columns(passport({}, {})).every(({ empty }) => empty));
});
