/* A chart grows with the page's text: what is told in pixels, and nothing else. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const { grown, scaleOf } = asset("growing");

const FIGURE = {
  data: [{ x: [2020, 2021], y: [5, 6], marker: { size: [8, 12], symbol: ["circle", "x"], line: { width: 2 } }, line: { width: 1, dash: "dot" } }],
  layout: { height: 400, margin: { l: 50, r: 20 }, xaxis: { range: [2019.5, 2021.5], tickfont: { size: 13 }, dtick: 1 }, annotations: [{ text: "A", y: 6, xshift: 10, font: { size: 13 } }] },
};

test("sizes, widths, shifts and margins grow; years, values and ranges stay", () => {
  const { data, layout } = grown(FIGURE, 2);
  assert.deepEqual(data[0].marker, { size: [16, 24], symbol: ["circle", "x"], line: { width: 4 } });
  assert.deepEqual([data[0].x, data[0].y, data[0].line], [[2020, 2021], [5, 6], { width: 2, dash: "dot" }]);
  assert.deepEqual([layout.height, layout.margin], [800, { l: 100, r: 40 }]);
  assert.deepEqual(layout.xaxis, { range: [2019.5, 2021.5], tickfont: { size: 26 }, dtick: 1 });
  assert.deepEqual(layout.annotations[0], { text: "A", y: 6, xshift: 20, font: { size: 26 } });
});

test("a figure at its own size is left as it is, and none becomes smaller", () => {
  assert.equal(grown(FIGURE, 1), FIGURE);
  assert.deepEqual([scaleOf(16), scaleOf(24), scaleOf(12)], [1, 1.5, 1]);
});
