/* The chart's traces are picked, put into panels and given a scale; no value is changed. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const { chosen, crossed, extent, ticks, spread, wrapped, arrange } = asset("panels");

function trace(geography, role, x, y) {
  return { meta: { geography, role }, x, y, text: y.map(String), marker: { color: "#000" } };
}
const chart = {
  fromZero: false,
  data: [
    trace("north", "points", [2019, 2020], [10, 20]), trace("north", "line", [2019, 2020, null], [10, 20, null]),
    trace("south", "points", [2020], [40]), trace("south", "invalid", [2021], [900]),
    trace("north", "invalid", [2021], [800]), trace("town", "points", [2019], [15]),
  ],
};
const doc = { language: "da", indicators: { reading: { breaks: [{ year: 2020, geographies: [] }, { year: 2020, geographies: ["east"] }] } } };
const size = { width: 1000, height: 400, labels: 200, letters: 30 };
const state = { indicator: "reading", areas: ["north", "south"], against: "town", panels: false };
const figure = (patch) => arrange(chart, { ...state, ...patch }, doc, size, (id) => id);

test("only chosen places and the benchmark are shown", () => {
  const shown = chosen(chart, { areas: ["south"], against: "town" }).map(({ meta }) => meta.geography);
  assert.deepEqual(shown, ["south", "south", "town"]);
});

test("a figure without a place on the scale does not stretch it", () => {
  const [low, high] = extent(chart.data, false);
  assert.ok(low < 10 && low > 5 && high > 40 && high < 50);
});

test("counts begin at zero", () => {
  assert.equal(extent(chart.data, true)[0], 0);
});

test("nothing on the scale gives no chart", () => {
  assert.equal(figure({ areas: ["east"], against: "" }), null);
});

test("the values of points are those of the chart", () => {
  const points = figure({}).data.filter(({ meta }) => meta.role === "points");
  assert.deepEqual(points.map(({ meta, x, y }) => [meta.geography, x, y]), [["north", [2019, 2020], [10, 20]], ["south", [2020], [40]], ["town", [2019], [15]]]);
});

test("crosses of one year stand in rows above every point", () => {
  const { data, layout } = figure({});
  const [one, two] = data.filter(({ meta }) => meta.role === "invalid").map(({ y }) => y[0]);
  assert.notEqual(one, two);
  assert.ok(Math.min(one, two) > 40 && Math.max(one, two) < layout.yaxis.range[1]);
  assert.equal(crossed(chart.data), 2);
});

test("each place has a panel of its own, with the benchmark in it, on one scale", () => {
  const { data, layout } = figure({ panels: true });
  assert.deepEqual([layout.xaxis.domain[0] < layout.xaxis2.domain[0], layout.yaxis2.matches, layout.xaxis3], [true, "y", undefined]);
  assert.deepEqual(data.filter(({ meta }) => meta.geography === "town").map(({ yaxis }) => yaxis), ["y", "y2"]);
  assert.deepEqual(layout.yaxis.range, layout.yaxis2.range);
});

test("a place without figures gets no empty panel", () => {
  assert.equal(figure({ panels: true, areas: ["north", "east"] }).layout.xaxis2, undefined);
});

test("a break is drawn where it touches a place that is shown", () => {
  const lines = (patch) => figure(patch).layout.shapes.filter(({ type }) => type === "line").length;
  assert.equal(lines({}), 1);
  assert.equal(lines({ areas: ["north", "east"] }), 2);
});

test("numbers are written as in the language", () => {
  assert.equal(figure({}).layout.separators, ",.");
});

test("a line that ends before the others says when", () => {
  const texts = figure({}).layout.annotations.map(({ text }) => text);
  assert.deepEqual(texts, ["north", "south", "town (2019)"]);
});

test("ticks are round, and none stands where crosses do", () => {
  assert.deepEqual(ticks([3.9, 12.2], 5), [4, 6, 8, 10, 12]);
  assert.deepEqual(ticks([0, 1030], 5), [0, 500, 1000]);
  assert.deepEqual(ticks([-0.3, 0.3], 5), [-0.2, 0, 0.2]);
  const { layout } = figure({});
  const bar = layout.shapes.find(({ type }) => type === "rect");
  assert.ok(Math.max(...layout.yaxis.tickvals) <= bar.y0 && bar.y1 === layout.yaxis.range[1]);
});

test("labels keep their distance and their order", () => {
  const at = spread([1, 1, 5], [2, 2, 2]);
  assert.ok(at[1] - at[0] > 1.99 && at[2] - at[1] > 1.99);
  const tall = spread([1, 1, 1], [2, 6, 2]);
  assert.ok(tall[1] - tall[0] > 3.99 && tall[2] - tall[1] > 3.99);
});

test("a long name is written whole, in lines", () => {
  assert.deepEqual(wrapped("Hermann Stillings Vej-området (2023)", 17), ["Hermann Stillings", "Vej-området", "(2023)"]);
  assert.deepEqual(wrapped("Glarbjergvej-området", 17), ["Glarbjergvej-", "området"]);
  assert.deepEqual(wrapped("Vangdalen", 17), ["Vangdalen"]);
  assert.deepEqual(wrapped("Jordbærgadekvartererne", 8), ["Jordbærgadekvartererne"]);
});

test("labels of several lines keep the distance that these need", () => {
  const named = (id) => (id === "town" ? "Town" : `The ${id} of it`);
  const { layout } = arrange(chart, { ...state, panels: false }, doc, { ...size, letters: 6 }, named);
  const texts = Object.fromEntries(layout.annotations.map(({ text, y }) => [text.replaceAll("<br>", " "), y]));
  const perPixel = (layout.yaxis.range[1] - layout.yaxis.range[0]) / (size.height - 80);
  assert.deepEqual(Object.keys(texts).sort(), ["The north of it", "The south of it", "Town (2019)"]);
  const lines = Object.fromEntries(layout.annotations.map(({ text }) => [text.replaceAll("<br>", " "), text.split("<br>").length]));
  const order = Object.keys(texts).sort((a, b) => texts[a] - texts[b]);
  const room = (name) => 19 + 16 * (lines[name] - 1);
  assert.ok(order.slice(1).every((name, i) => (texts[name] - texts[order[i]]) / perPixel >= (room(name) + room(order[i])) / 2 - 1e-9));
});

test("a cross says whose it is, unless its panel does or there is no room", () => {
  const crosses = (patch, room) => arrange(chart, { ...state, ...patch }, doc, { ...size, ...room }, (id) => `the ${id}`).data.filter(({ meta }) => meta.role === "invalid").map(({ text }) => text[0]);
  assert.deepEqual(crosses({}, {}), ["900 the south", "800 the north"]);
  assert.deepEqual(crosses({}, { width: 360 }), ["900", "800"]);
  assert.deepEqual(crosses({ panels: true }, {}), ["800", "900"]);
});
