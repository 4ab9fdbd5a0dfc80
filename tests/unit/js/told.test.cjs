/* What the source leaves out stands where its place and year are looked at, and nowhere else. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset, town } = require("./town.cjs");

const { of, inYear, blank } = asset("told");

const empty = { kind: "empty", geographies: ["all"], years: [2022], text: "Everywhere, 2022: empty" };
const late = { kind: "no_later", geographies: ["south"], years: [2022, 2023], text: "South: nothing since" };
const rule = { kind: "rule", geographies: [], years: null, text: "From five persons on", place: "" };
const hidden = { kind: "hidden", geographies: ["north"], years: [2021], text: "North, 2021: hidden" };
const remark = { kind: "remark", geographies: [], years: null, text: "Two readings" };

function doc() {
  const made = town();
  made.indicators.reading.told = [empty, late, remark];
  return made;
}

test("a place has what is told of it, of all, and of what it is held against", () => {
  assert.deepEqual(of(doc(), "reading", ["north"]), [empty, remark]);
  assert.deepEqual(of(doc(), "reading", ["south"]), [empty, late, remark]);
});

test("a year has what is told of it and of all years", () => {
  assert.deepEqual(inYear(doc(), "reading", ["south"], 2023), [late, remark]);
  assert.deepEqual(inYear(doc(), "reading", ["north"], 2019), [remark]);
});

test("a cell without a figure is found by its place and year; a remark is none", () => {
  assert.equal(blank(doc(), "reading", "all", 2022), empty);
  assert.equal(blank(doc(), "reading", "all", 2023), undefined);
  assert.equal(blank(doc(), "reading", "north", 2022), undefined);
});

test("a hidden figure is a cell without one, and what it is hidden by concerns all places and years", () => {
  const made = doc();
  made.indicators.reading.told = [hidden, rule];
  assert.equal(blank(made, "reading", "north", 2021), hidden);
  assert.equal(blank(made, "reading", "south", 2021), undefined);
  assert.deepEqual(inYear(made, "reading", ["south"], 2019), [rule]);
});
