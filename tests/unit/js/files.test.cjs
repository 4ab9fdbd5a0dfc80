/* Of too many figures a page fetches what it shows: chosen places, and the series of its tab. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset, town } = require("./town.cjs");

asset("columns");
const files = asset("files");

function large() {
  const doc = town();
  const ids = Object.keys(doc.indicators);
  for (const id of ids) delete doc.indicators[id].cells;
  doc.files = { all: null, places: {}, series: Object.fromEntries(ids.map((id) => [id, "0123456789abcdef"])) };
  files.prepare("compare", doc);
  return doc;
}
const named = (list) => list.map(({ kind, id }) => `${kind} ${id}`);

test("Sammenlign needs the document of the chosen places and the series that is shown", () => {
  const doc = large();
  const state = { areas: ["south", "north"], indicator: "reading", tab: "tid" };
  assert.deepEqual(named(files.lacking("compare", state, doc)), ["compared south,north", "series reading"]);
  assert.equal(files.address({ kind: "compared", id: "south,north" }, doc), "/asked/compare.json?omraader=south,north&sprog=da");
});

test("the matrix needs the series of its theme, each once", () => {
  globalThis.blok.matrix = { columns: () => ["reading", "complaints"] };
  const state = { areas: ["north"], indicator: "reading", tab: "matrix" };
  assert.deepEqual(named(files.lacking("compare", state, large())), ["compared north", "series reading", "series complaints"]);
});

test("each state is shown with its own answer, whichever came last", () => {
  const doc = large();
  doc.comparisons = { north: { places: ["north"], texts: { one: "1" } }, "north,south": { places: ["north", "south"], texts: {} } };
  files.ready("compare", { areas: ["north"] }, doc);
  assert.deepEqual(doc.compare.places, ["north"]);
  assert.deepEqual(doc.areas, ["north"]);
  assert.equal(doc.texts.one, "1");
  files.ready("compare", { areas: ["north", "south"] }, doc);
  assert.deepEqual(doc.areas, ["north", "south"]);
  assert.deepEqual(doc.comparable, { places: ["north", "south", "plan"], benchmarks: ["all"] });
});

test("the data page needs the one series that its address names, else that of the view", () => {
  const doc = large();
  globalThis.location = { search: "" };
  globalThis.blok.rows = { parse: (search) => ({ wanted: { indicator: search } }) };
  assert.deepEqual(named(files.lacking("data", { indicator: "reading" }, doc)), ["series reading"]);
  globalThis.location.search = "complaints";
  assert.deepEqual(named(files.lacking("data", { indicator: "reading" }, doc)), ["series complaints"]);
  files.ready("data", { indicator: "reading" }, doc);
  assert.equal(doc.seriesOfRows, "complaints");
});
