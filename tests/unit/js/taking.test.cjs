/* The map as a picture is asked for as it is shown, and only where there is something to draw. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const { picture } = asset("taking");
const doc = { indicators: { reading: { years: [2020, 2022] } } };
const state = { indicator: "reading", year: 2022, mode: "value", language: "en" };

test("a picture has the series, the year and the language", () => {
  assert.equal(picture(state, doc, "png"), "/download/map.png?indikator=reading&aar=2022&sprog=en");
});

test("a difference is asked for as a difference", () => {
  assert.equal(picture({ ...state, mode: "gap" }, doc, "svg"), "/download/map.svg?indikator=reading&aar=2022&vis=gap&sprog=en");
});

test("a year without figures has no picture", () => {
  assert.equal(picture({ ...state, year: 2021 }, doc, "png"), null);
});
