/* The matrix picks figures, differences and reasons, and orders rows; it computes nothing. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const matrix = asset("matrix");

function entry(year, value, more) {
  return { year, value, text: String(value), severity: "", said: [], gaps: {}, change: "no_start", ...more };
}

function held(value) {
  return { value, text: String(value), direction: value > 0 ? "higher" : "lower", judged: "worse", unsure: "" };
}

function town() {
  return {
    language: "da", years: [2019, 2020, 2021], start: { indicator: "reading" },
    themes: [{ id: "school", name: "School", indicators: ["reading"] }, { id: "home", name: "Home", indicators: ["noise"] }],
    geographies: { north: { name: "Aaby" }, south: { name: "Zoo 2" }, east: { name: "Zoo 10" }, plan: { name: "Plan" }, town: { name: "Town" } },
    indicators: {
      reading: { years: [2019, 2021], reasons: { 2019: { east: "not_in_plan" }, 2020: { north: "no_figures" }, 2021: { east: "plan_only" } } },
      noise: { years: [], reasons: {} },
    },
    compare: {
      matrix: {
        rows: ["north", "south", "east", "plan"],
        series: {
          reading: {
            places: {
              north: [entry(2019, 9, { gaps: { town: held(-1) } }), entry(2021, 10, { gaps: { town: held(2) }, change: held(1) })],
              south: [entry(null, 4), entry(2019, 100, { gaps: { town: "invalid" }, severity: "invalid", said: ["Copied"], change: "invalid" })],
              plan: [entry(2021, 9)],
            },
            groups: { town: [entry(2019, 10), entry(2021, 8)] },
          },
          noise: { places: {}, groups: {} },
        },
      },
    },
  };
}

const state = { areas: ["plan", "south", "north", "east"], cells: "value", when: "latest", year: 2019, theme: "", sort: "", against: "town" };
const cell = (place, patch) => matrix.cell(town(), { ...state, ...patch }, "reading", place);

test("rows keep the order of the package and only what is chosen", () => {
  assert.deepEqual(matrix.rows(town(), state), ["north", "south", "east", "plan"]);
  assert.deepEqual(matrix.rows(town(), { ...state, areas: ["plan", "north"] }), ["north", "plan"]);
});

test("the latest figure is the last of a place, in a chosen year the one of that year", () => {
  assert.equal(cell("north").figure.value, 10);
  assert.equal(cell("north", { when: "year" }).figure.value, 9);
  assert.equal(cell("north", { when: "year", year: 2020 }).figure, null);
});

test("a place without a figure says why, by the year that is shown", () => {
  assert.equal(cell("east").absent, "plan_only");
  assert.equal(cell("east", { when: "year" }).absent, "not_in_plan");
  assert.equal(matrix.cell(town(), state, "noise", "north").absent, "no_figures");
});

test("a difference is looked up for the chosen comparison", () => {
  assert.equal(cell("north", { cells: "gap" }).held.value, 2);
  assert.equal(cell("north", { cells: "change" }).held.value, 1);
});

test("what cannot be said has its reason and no number to be ordered by", () => {
  assert.deepEqual([cell("south", { cells: "gap" }).held, cell("south", { cells: "gap" }).sort], ["invalid", null]);
  assert.equal(cell("plan", { cells: "gap" }).held, "no_pair");
  assert.equal(cell("plan", { cells: "gap", against: "" }).held, "none_chosen");
  assert.equal(cell("plan", { cells: "change" }).held, "no_start");
  assert.equal(cell("south").sort, null);
});

test("the comparison's own figure follows the same choice of year", () => {
  assert.equal(matrix.benchmark(town(), state, "reading").value, 8);
  assert.equal(matrix.benchmark(town(), { ...state, when: "year" }, "reading").value, 10);
  assert.equal(matrix.benchmark(town(), { ...state, against: "" }, "reading"), null);
});

test("numbers are ordered as numbers, and reasons come last both ways", () => {
  const order = (sort) => matrix.ordered(town(), { ...state, sort });
  assert.deepEqual(order("reading"), ["plan", "north", "south", "east"]);
  assert.deepEqual(order("-reading"), ["north", "plan", "south", "east"]);
});

test("names are ordered as the language and numbers in them do", () => {
  const order = (sort) => matrix.ordered(town(), { ...state, sort, areas: ["north", "south", "east"] });
  assert.deepEqual(order("sted"), ["south", "east", "north"]);
  assert.deepEqual(order("-sted"), ["north", "east", "south"]);
});

test("a column that is not shown orders nothing", () => {
  assert.deepEqual(matrix.ordered(town(), { ...state, theme: "home", sort: "-reading" }), ["north", "south", "east", "plan"]);
});

test("a head is pressed upwards, downwards, upwards", () => {
  const twice = matrix.pressed(matrix.pressed("", "reading"), "reading");
  assert.equal(twice, "-reading");
  assert.equal(matrix.pressed(twice, "reading"), "reading");
  assert.equal(matrix.direction({ sort: twice }, "reading"), "descending");
  assert.equal(matrix.direction({ sort: twice }, "sted"), null);
});

test("the matrix begins with the theme of the first series", () => {
  assert.deepEqual(matrix.KEYS.tema.initial(town()), { theme: "school" });
});

test("a wrong word in the address falls back and is told", () => {
  for (const [key, part, first] of [["celler", "cells", "value"], ["naar", "when", "latest"], ["tema", "theme", ""], ["sorter", "sort", ""]]) {
    const read = { cells: "gap", when: "year", theme: "home", sort: "sted" };
    assert.equal(matrix.KEYS[key].read("constructor", read, town()), false);
    assert.equal(read[part], first);
  }
  const read = {};
  assert.ok(matrix.KEYS.sorter.read("-reading", read, town()) && matrix.KEYS.tema.read("home", read, town()));
  assert.deepEqual([read.sort, read.theme], ["-reading", "home"]);
});

test("the address is silent on what the matrix begins with", () => {
  const written = (read) => Object.values(matrix.KEYS).map((key) => key.write(read));
  assert.deepEqual(written({ cells: "value", when: "latest", theme: "", sort: "" }), [null, null, "", null]);
  assert.deepEqual(written({ cells: "gap", when: "year", theme: "home", sort: "-noise" }), ["gap", "year", "home", "-noise"]);
});

test("what is said of the shown figures is listed once, and of no other", () => {
  const said = (patch) => matrix.remarks(town(), { ...state, ...patch }).map(({ indicator, said: own }) => [indicator, own.map(({ place }) => place)]);
  assert.deepEqual(said({}), [["reading", ["south"]]]);
  assert.deepEqual(said({ when: "year", year: 2021 }), []);
  assert.deepEqual(said({ areas: ["north"] }), []);
});
