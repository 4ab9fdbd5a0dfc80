/* What can be taken away has the address of what is shown. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const { chart, map, memo, values } = asset("downloads");
const state = { indicator: "reading", areas: ["north", "sum"], against: "town", language: "en", year: 2022, from: 2019 };

test("the memo has the areas, the years and the benchmark", () => {
  assert.equal(memo(state), "/download/memo.pdf?indikator=reading&omraader=north%2Csum&aar=2022&fra=2019&mod=town&sprog=en");
});

test("years in the wrong order ask for one year only", () => {
  assert.equal(memo({ ...state, from: 2023 }), "/download/memo.pdf?indikator=reading&omraader=north%2Csum&aar=2022&mod=town&sprog=en");
});

test("without an earlier year none is asked for", () => {
  assert.doesNotMatch(memo({ ...state, from: null }), /fra=/);
});

test("a map is of the state's year, or of another", () => {
  assert.equal(map(state, "svg"), "/download/map.svg?indikator=reading&aar=2022&sprog=en");
  assert.equal(map(state, "svg", { year: 2019 }), "/download/map.svg?indikator=reading&aar=2019&sprog=en");
});

test("a map of the change has both years", () => {
  assert.equal(map(state, "png", { since: 2019 }), "/download/map.png?indikator=reading&aar=2022&fra=2019&sprog=en");
});

test("a map of a difference says which; that of the values does not", () => {
  assert.equal(map(state, "svg", { mode: "gap" }), "/download/map.svg?indikator=reading&aar=2022&vis=gap&sprog=en");
  assert.equal(map(state, "svg", { mode: "value" }), map(state, "svg"));
});

test("figures are those of the series and places, or of all places", () => {
  assert.equal(values(["reading"], ["north", "town"], "en", "csv"), "/download/values.csv?indikator=reading&omraader=north%2Ctown&sprog=en");
  assert.equal(values(["reading", "noise"], [], "en", "csv"), "/download/values.csv?indikator=reading%2Cnoise&sprog=en");
});

test("the CSV for Excel has a name of its own", () => {
  assert.equal(values(["reading"], [], "da", "csv-excel"), "/download/values-excel.csv?indikator=reading&sprog=da");
});

test("without a benchmark the address says that none is wanted", () => {
  assert.equal(chart({ ...state, against: "" }, "svg"), "/download/chart.svg?indikator=reading&omraader=north%2Csum&mod=&sprog=en");
});
