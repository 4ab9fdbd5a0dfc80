/* The ranking's rows, years and scale; its order and claims are those of the document. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

asset("figures");
const { yearsOf, yearFor, rows, unusable, claims, scale, at } = asset("ranking");

const cell = (value) => ({ value, text: String(value), severity: "" });
const doc = {
  indicators: { reading: { cells: { 2020: { north: cell(10), south: cell(30), east: cell(20) }, 2022: { east: cell(5) } } } },
  compare: {
    sums: {},
    ranking: { reading: {
      2020: { order: ["south", "east", "north"], unusable: ["west"], intervals: { south: { low: 25, high: 36, n: 100 } }, claims: [["south", "north"], ["south", "east"]] },
      2022: { order: ["east"], unusable: [], intervals: {}, claims: [] },
    } },
  },
};
const state = { indicator: "reading", areas: ["north", "south", "west"], year: 2020 };

test("rows are the chosen places in the order of the document", () => {
  assert.deepEqual(rows(doc, state).map(({ place, cell: { value } }) => [place, value]), [["south", 30], ["north", 10]]);
});

test("a claim needs both of its places to be chosen", () => {
  assert.deepEqual(claims(doc, state), [["south", "north"]]);
});

test("what cannot be used is told apart", () => {
  assert.deepEqual(unusable(doc, state), ["west"]);
});

test("only years with figures of the chosen places are offered", () => {
  assert.deepEqual(yearsOf(doc, state), [2020]);
  assert.deepEqual(yearsOf(doc, { ...state, areas: ["east"] }), [2020, 2022]);
});

test("a year without figures gives way to the nearest, the later of two", () => {
  assert.equal(yearFor(doc, { ...state, areas: ["east"], year: 2021 }), 2022);
  assert.equal(yearFor(doc, { ...state, areas: ["nobody"] }), null);
});

test("the scale holds figures, intervals and benchmark", () => {
  const [low, high] = scale(rows(doc, state), { value: 2 });
  assert.ok(low < 2 && high > 36);
  assert.deepEqual([at([10, 20], 10), at([10, 20], 15), at([10, 20], 20)], [0, 50, 100]);
});

test("a single figure has a scale", () => {
  const range = scale([{ cell: cell(5), interval: null }], null);
  assert.equal(at(range, 5), 50);
});
