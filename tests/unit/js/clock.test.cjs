/* The clock visits years with figures or pins, and knows where each stands on its line. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset, town } = require("./town.cjs");

const { visited, following, position } = asset("clock");
const doc = town();

test("play visits the years with figures and those with a pin, in order and once", () => {
  assert.deepEqual(visited(doc, { indicator: "reading" }), [2020, 2021, 2022]);
  assert.deepEqual(visited({ ...doc, pins: [{ year: 2021 }] }, { indicator: "reading" }), [2021, 2022]);
});

test("a series without figures has the pins only", () => {
  assert.deepEqual(visited(doc, { indicator: "nothing" }), [2020]);
});

test("a pin off the clock is not visited", () => {
  assert.deepEqual(visited({ ...doc, pins: [{ year: 2031 }] }, { indicator: "complaints" }), [2023]);
});

test("after a year comes the next one that is visited, also from one that is not", () => {
  assert.equal(following([2020, 2022], 2020), 2022);
  assert.equal(following([2020, 2022], 2021), 2022);
  assert.equal(following([2020, 2022], 2017), 2020);
});

test("after the last year comes the first again", () => {
  assert.equal(following([2020, 2022], 2022), 2020);
  assert.equal(following([2020, 2022], 2029), 2020);
});

test("a clock with nothing to visit stays where it is", () => {
  const quiet = { ...doc, pins: [] };
  assert.deepEqual(visited(quiet, { indicator: "nothing" }), []);
  assert.equal(following(visited(quiet, { indicator: "nothing" }), 2021), 2021);
});

test("the first year stands at the beginning of the line and the last at its end", () => {
  assert.deepEqual(doc.years.map((year) => position(doc, year)), [0, 0.25, 0.5, 0.75, 1]);
});

test("a clock of one year has a place for it", () => {
  assert.equal(position({ years: [2020] }, 2020), 0);
});

test("a page can let the clock tell of something else", () => {
  const clock = asset("clock");
  clock.tell({ years: (state) => [state.from, 2023] });
  assert.deepEqual(visited(doc, { from: 2019 }), [2019, 2020, 2023]);
});
