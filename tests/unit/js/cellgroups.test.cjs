/* Cells of one column and period stand together; none is lost. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const { groups } = asset("cellgroups");

function cell(place, column, period = "2021") {
  return { place, period, text: "7", source: ["Table", "Row", column, `${place}: 7`] };
}

test("cells of one column and period are one group, in the order they come", () => {
  const found = groups([cell("North", "Status"), cell("Town", "Town"), cell("South", "Status"), cell("North", "Status", "2022")]);
  assert.deepEqual(found.map(({ where, period, cells }) => [where, period, cells.map(({ place }) => place)]), [
    ["Table / Row / Status", "2021", ["North", "South"]], ["Table / Row / Town", "2021", ["Town"]], ["Table / Row / Status", "2022", ["North"]],
  ]);
});

test("no cells are no groups", () => {
  assert.deepEqual(groups([]), []);
});
