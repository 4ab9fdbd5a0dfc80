/* The trend joins printed values only: never across a break, never through an invalid one. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const { figures, extent, segments, levels, layout } = asset("course");

function series(values, more) {
  const years = Object.keys(values).map(Number);
  const cells = Object.fromEntries(years.map((year) => [year, { here: { value: values[year], severity: "" } }]));
  return { years, cells, breaks: [], targets: [], circles: false, ...more };
}

function spans(one) {
  return segments(one, figures(one, "here"), "here").map(({ from, to, dotted }) => [from.year, to.year, dotted]);
}

test("years in a row are joined, and a gap is dotted", () => {
  assert.deepEqual(spans(series({ 2019: 1, 2020: 2, 2023: 3 })), [[2019, 2020, false], [2020, 2023, true]]);
});

test("a break cuts the line before its own year", () => {
  const one = series({ 2019: 1, 2020: 2, 2021: 3 }, { breaks: [{ year: 2020, geographies: [] }] });
  assert.deepEqual(spans(one), [[2020, 2021, false]]);
});

test("a break of another place does not cut the line", () => {
  const one = series({ 2019: 1, 2020: 2 }, { breaks: [{ year: 2020, geographies: ["there"] }] });
  assert.deepEqual(spans(one), [[2019, 2020, false]]);
});

test("only the breaks of a place are drawn", () => {
  const breaks = [{ year: 2019, geographies: ["there"] }, { year: 2020, geographies: ["here"] }];
  const doc = { indicators: { one: series({ 2019: 1, 2020: 2 }, { breaks }) }, years: [2018, 2021], asOf: 2021, municipality: null };
  assert.deepEqual(layout(doc, "one", "here").breaks.map((b) => b.year), [2020]);
});

test("an invalid value is no point of a line", () => {
  const one = series({ 2019: 1, 2020: 90, 2021: 3 });
  one.cells[2020].here.severity = "invalid";
  assert.deepEqual(spans(one), [[2019, 2021, true]]);
});

test("a year of another place is no figure of this one", () => {
  const one = series({ 2019: 1, 2020: 2 });
  one.cells[2020] = { there: { value: 2, severity: "" } };
  assert.deepEqual(figures(one, "here").map((figure) => figure.year), [2019]);
});

test("the scale holds all values, and counts begin at zero", () => {
  assert.deepEqual(extent([4, 9], false), [4, 9]);
  assert.deepEqual(extent([4, 9], true), [0, 9]);
});

test("one value alone has room above and below", () => {
  assert.deepEqual(extent([4], false), [3, 5]);
});

test("only a place's own target with a level is a line", () => {
  const targets = [
    { level: 5, together: false, geographies: ["here"] },
    { level: 6, together: true, geographies: ["here"] },
    { level: 7, together: false, geographies: ["there"] },
    { level: null, together: false, geographies: ["here"] },
  ];
  assert.deepEqual(levels({ targets }, "here"), [5]);
});

test("an invalid value stands outside the scale, on the axis", () => {
  const one = series({ 2019: 1, 2020: 90 });
  one.cells[2020].here.severity = "invalid";
  const doc = { indicators: { one }, years: [2018, 2019, 2020, 2021], asOf: 2021, municipality: null };
  const place = layout(doc, "one", "here");
  assert.ok(place.high < 90);
  assert.ok(place.own[1].y > place.own[0].y);
});

test("a place without a usable figure has no trend", () => {
  const doc = { indicators: { one: series({}) }, years: [2018, 2021], asOf: 2021, municipality: null };
  assert.equal(layout(doc, "one", "here"), null);
});

test("later years stand to the right and higher values higher", () => {
  const doc = { indicators: { one: series({ 2019: 1, 2021: 3 }) }, years: [2018, 2021], asOf: 2021, municipality: null };
  const [first, second] = layout(doc, "one", "here").own;
  assert.ok(first.x < second.x);
  assert.ok(first.y > second.y);
});

test("a place is drawn beside its own municipality, or the one of the package", () => {
  const one = series({ 2019: 1, 2020: 2 });
  one.cells[2019].town = { value: 5, severity: "" };
  one.cells[2020].county = { value: 7, severity: "" };
  const doc = { indicators: { one }, years: [2018, 2021], asOf: 2021, municipality: "town", geographies: { here: {} } };
  const beside = (own) => layout({ ...doc, geographies: { here: own } }, "one", "here");
  assert.deepEqual(beside({}).benchmark.map((p) => p.cell.value), [5]);
  assert.deepEqual(beside({ municipality: "county" }).benchmark.map((p) => p.cell.value), [7]);
  assert.equal(beside({ municipality: "county" }).against, "county");
});
