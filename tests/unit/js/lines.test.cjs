/* The sentence of a chart says for whom there is nothing to show, and why the comparison has no line. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset, town } = require("./town.cjs");

asset("dom");
asset("figures");
const { sentence } = asset("lines");
const { remarksOf } = asset("figures");

const line = (geography) => ({ meta: { geography, role: "line" } });

function charted(indicator, drawn) {
  const doc = town();
  Object.assign(doc.texts, {
    "compare.lines.sentence": "{name} ({unit}).", "compare.lines.missing": "Nothing of {places}.",
    "compare.lines.countBenchmark": "{name} is too large to draw.", "compare.lines.noFigure": "The report has no figure of {name}.",
    "compare.lines.noBenchmark": "Nothing of {name} fits here.",
  });
  Object.assign(doc.indicators[indicator], { name: "Series", unit: "unit", unplaced: [] });
  doc.compare = { sums: {}, charts: { [indicator]: { data: drawn.map(line) } } };
  return doc;
}

const said = (indicator, drawn, areas, against, change = () => null) => {
  const doc = charted(indicator, drawn);
  change(doc);
  return sentence({ indicator, areas, against }, doc);
};

test("a comparison that is drawn needs no words", () => {
  assert.equal(said("reading", ["north", "all"], ["north"], "all"), "Series (unit).");
});

test("without a comparison chosen none is missed", () => {
  assert.equal(said("reading", ["north"], ["north"], ""), "Series (unit).");
});

test("a comparison without a figure is said to have none in the report", () => {
  const none = (doc) => { for (const cells of Object.values(doc.indicators.reading.cells)) delete cells.all; };
  assert.equal(said("reading", ["north"], ["north"], "all", none), "Series (unit). The report has no figure of Everywhere.");
});

test("a comparison whose only figure has no year is not said to have none", () => {
  const only = (doc) => {
    for (const cells of Object.values(doc.indicators.reading.cells)) delete cells.all;
    doc.indicators.reading.unplaced = [{ geography: "all" }];
  };
  assert.equal(said("reading", ["north"], ["north"], "all", only), "Series (unit). Nothing of Everywhere fits here.");
});

test("counts are not drawn beside a larger place that has some, and never said to be missing", () => {
  const some = (doc) => { doc.indicators.complaints.cells[2023].all = { text: "900" }; };
  assert.equal(said("complaints", ["north"], ["north"], "all", some), "Series (unit). Everywhere is too large to draw.");
  assert.equal(said("complaints", ["north"], ["north"], "all"), "Series (unit). The report has no figure of Everywhere.");
});

test("places without figures are named", () => {
  assert.equal(said("complaints", ["north"], ["north", "south"], ""), "Series (unit). Nothing of South.");
});

test("what is remarked of every part of a sum is said once", () => {
  assert.deepEqual(remarksOf({ findings: ["part of the year", "part of the year"], notes: ["to July", "to July"] }), ["part of the year", "to July"]);
});
