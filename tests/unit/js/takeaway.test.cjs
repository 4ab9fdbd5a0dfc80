/* What can be taken away has the address of what is shown. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const { addresses } = asset("takeaway");
const state = { indicator: "reading", areas: ["north", "sum"], against: "town", language: "en", year: 2022, from: 2019 };

test("the memo has the areas, the years and the benchmark", () => {
  assert.equal(addresses(state).memo, "/download/memo.pdf?indikator=reading&omraader=north%2Csum&aar=2022&fra=2019&mod=town&sprog=en");
});

test("years in the wrong order ask for one year only", () => {
  assert.equal(addresses({ ...state, from: 2023 }).memo, "/download/memo.pdf?indikator=reading&omraader=north%2Csum&aar=2022&mod=town&sprog=en");
});

test("without an earlier year none is asked for, and a map can be of either", () => {
  const to = addresses({ ...state, from: null });
  assert.doesNotMatch(to.memo, /fra=/);
  assert.equal(to.map("svg"), "/download/map.svg?indikator=reading&aar=2022&sprog=en");
  assert.equal(to.map("svg", 2019), "/download/map.svg?indikator=reading&aar=2019&sprog=en");
});

test("a map of the change has both years", () => {
  assert.equal(addresses(state).map("png", 2022, 2019), "/download/map.png?indikator=reading&aar=2022&fra=2019&sprog=en");
});

test("figures are those of the places and the benchmark", () => {
  assert.equal(addresses(state).values("csv"), "/download/values.csv?indikator=reading&omraader=north%2Csum%2Ctown&sprog=en");
});

test("without a benchmark the address says that none is wanted", () => {
  assert.equal(addresses({ ...state, against: "" }).chart("svg"), "/download/chart.svg?indikator=reading&omraader=north%2Csum&mod=&sprog=en");
});
