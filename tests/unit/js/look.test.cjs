/* What an area or a feature looks like is looked up, the same for map, legend and panel. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset, town } = require("./town.cjs");

asset("dom");
const look = asset("look");
const doc = town();
const at = (year, more) => ({ year, indicator: "reading", mode: "value", areas: [], layers: [], ...more });

test("a value has the colour of its class", () => {
  const shown = look.area(doc, at(2021), "north");
  assert.deepEqual([shown.fill, shown.label, shown.reason, shown.radius, shown.mark], ["#eeeeee", "9 %", null, 0, ""]);
});

test("a marked value keeps its colour and has its mark", () => {
  const shown = look.area(doc, at(2022), "north");
  assert.deepEqual([shown.fill, shown.mark], ["#222222", "?"]);
});

test("a value that cannot be used is a texture, never a colour, and keeps its cell", () => {
  const shown = look.area(doc, at(2021), "south");
  assert.deepEqual([shown.fill, shown.reason, shown.label, shown.cell.text], ["url(#pattern-invalid)", "invalid", "x", "70 %"]);
});

test("a year without figures gives a reason for every area", () => {
  for (const id of doc.areas) assert.equal(look.area(doc, at(2019), id).fill, "url(#pattern-no_figures)");
});

test("a label has room for what it says in all years with figures, texture and mark included", () => {
  const said = doc.indicators.reading.years.map((year) => look.area(doc, at(year), "north")).map(({ label, mark }) => label + mark);
  assert.deepEqual(look.labelTexts(doc, at(2019), "north"), said);
  assert.ok(said.includes("9 %") && said.includes("14 %?"));
});

test("a count is a circle on a neutral area", () => {
  const shown = look.area(doc, at(2023, { indicator: "complaints" }), "north");
  assert.deepEqual([shown.fill, shown.radius, shown.disc], [look.NEUTRAL, 30, "#41a3c4"]);
});

test("a reason has no circle", () => {
  const shown = look.area(doc, at(2023, { indicator: "complaints" }), "south");
  assert.deepEqual([shown.radius, shown.disc], [0, null]);
});

test("a difference has the colour and the label of its mode", () => {
  const shown = look.area(doc, at(2021, { mode: "gap" }), "north");
  assert.deepEqual([shown.fill, shown.label, shown.cell.text], ["#aa7733", "−6", "9 %"]);
});

test("a value that cannot be compared says so in its mode only", () => {
  assert.equal(look.reason(doc, at(2022, { mode: "gap" }), "north"), "not_comparable");
  assert.equal(look.reason(doc, at(2022), "north"), null);
});

test("a change of a count is a circle in the colour of its class", () => {
  const shown = look.area(doc, at(2023, { indicator: "complaints", mode: "change" }), "north");
  assert.deepEqual([shown.fill, shown.radius, shown.disc, shown.label], [look.NEUTRAL, 12, "#117766", "+4"]);
});

test("a cell is only that of its own year", () => {
  assert.equal(look.cell(doc, at(2021), "north").text, "9 %");
  assert.equal(look.cell(doc, at(2023), "north"), null);
  assert.equal(look.cell(doc, at(2021), undefined), null);
});

test("cells are found by the kind of their place", () => {
  const ids = (...kinds) => look.cellsOfKind(doc, at(2021), ...kinds).map(([id]) => id);
  assert.deepEqual(ids("area"), ["north", "south"]);
  assert.deepEqual(ids("plan", "comparison"), ["plan", "all"]);
  assert.deepEqual(look.cellsOfKind(doc, at(2019), "area"), []);
});

test("the plan's outline has the colour of its value", () => {
  assert.equal(look.plan(doc, at(2021), "plan").colour, "#222222");
  assert.equal(look.plan(doc, at(2021, { mode: "gap" }), "plan").colour, "#aa7733");
});

test("a plan without a usable value has no outline", () => {
  assert.equal(look.plan(doc, at(2022), "plan"), null);
  assert.equal(look.plan(doc, at(2023, { indicator: "complaints" }), "plan"), null);
});

test("an area is read aloud with value, period and marks", () => {
  assert.equal(look.areaWords(doc, at(2021), "north"), "North: 9 %, 2021");
  assert.equal(look.areaWords(doc, at(2022), "north"), "North: 14 %, 2021/22, Doubtful");
});

test("a change is read aloud with what its colour says of the start", () => {
  assert.equal(look.areaWords(doc, at(2023, { indicator: "complaints", mode: "change" }), "north"), "North: +4 cases (the start covers January), 2021");
});

test("an area without colour is read aloud with its reason and what is printed", () => {
  assert.equal(look.areaWords(doc, at(2021), "south"), "South: Cannot be used, 2021, printed 70 %");
  assert.equal(look.areaWords(doc, at(2019), "south"), "South: No figures, 2019");
});

test("a feature is there as far as it is known in the year", () => {
  const of = (id) => doc.years.map((year) => look.presence(doc, at(year), id));
  assert.deepEqual(of("meadow"), ["hidden", "coming", "there", "there", "hidden"]);
  assert.deepEqual(of("pond"), ["vague", "coming", "vague", "vague", "vague"]);
  assert.deepEqual(of("north"), ["there", "there", "there", "there", "there"]);
});

test("a feature is read aloud with its status in the year", () => {
  assert.equal(look.featureWords(doc, at(2020), "meadow"), "Meadow, Park: planned in 2020");
});
