/* The state is read from an address, written to it, and never wrong. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset, town } = require("./town.cjs");

const { initial, parse, query, offers } = asset("state");
const doc = town();

test("the first view is that of the document, with all layers on", () => {
  assert.deepEqual(initial(doc), {
    year: 2022, indicator: "reading", mode: "value", areas: ["north"], layers: ["roads", "parks"], language: "da",
  });
});

test("an empty address is the first view", () => {
  assert.deepEqual(parse("", doc), { state: initial(doc), wrong: [] });
});

test("an address is read as it was written", () => {
  const states = [
    initial(doc),
    { year: 2019, indicator: "complaints", mode: "change", areas: ["south", "meadow"], layers: ["parks"], language: "da" },
    { year: 2023, indicator: "reading", mode: "gap", areas: [], layers: [], language: "da" },
  ];
  for (const state of states) assert.deepEqual(parse(query(state), doc), { state, wrong: [] });
});

test("the keys of an address are the Danish ones, in one order", () => {
  assert.equal(query(initial(doc)), "?aar=2022&indikator=reading&vis=value&omraader=north&lag=roads,parks&sprog=da");
});

test("other keys are left alone", () => {
  assert.deepEqual(parse("?utm=x&constructor=1&__proto__=2&year=2019", doc), { state: initial(doc), wrong: [] });
});

const years = [["2018", 2019], ["2050", 2023], ["-1", 2019], ["2020.4", 2020], ["1e9", 2023], ["02020", 2020], [" 2020", 2020], ["0x7e4", 2020]];
for (const [text, year] of years) {
  test(`the year ${text} is shown as ${year} and named as wrong`, () => {
    const { state, wrong } = parse(`?aar=${encodeURIComponent(text)}`, doc);
    assert.deepEqual([state.year, wrong], [year, ["aar"]]);
  });
}

for (const text of ["", " ", "null", "NaN", "Infinity", "now", "2020,2021"]) {
  test(`the year "${text}" is none: the first view's stays`, () => {
    const { state, wrong } = parse(`?aar=${encodeURIComponent(text)}`, doc);
    assert.deepEqual([state.year, wrong], [2022, ["aar"]]);
  });
}

for (const [key, text] of [
  ["indikator", "none"], ["indikator", ""], ["indikator", "toString"], ["indikator", "__proto__"],
  ["vis", "none"], ["vis", "change"], ["vis", "hasOwnProperty"], ["omraader", "none"], ["sprog", "xx"], ["sprog", ""],
]) {
  test(`${key}=${text} keeps the first view and is named as wrong`, () => {
    assert.deepEqual(parse(`?${key}=${text}`, doc), { state: initial(doc), wrong: [key] });
  });
}

test("of several areas those that are there are kept", () => {
  const { state, wrong } = parse("?omraader=south,none", doc);
  assert.deepEqual([state.areas, wrong], [["south"], ["omraader"]]);
});

test("an area twice is one area", () => {
  const { state, wrong } = parse("?omraader=south,south", doc);
  assert.deepEqual([state.areas, wrong], [["south"], ["omraader"]]);
});

test("never more places than there are areas", () => {
  const { state, wrong } = parse("?omraader=south,north,meadow", doc);
  assert.deepEqual([state.areas, wrong], [["south", "north"], ["omraader"]]);
});

test("no area at all can be chosen", () => {
  const { state, wrong } = parse("?omraader=", doc);
  assert.deepEqual([state.areas, wrong], [[], []]);
});

test("layers are in the order of the map whatever the address says", () => {
  const { state, wrong } = parse("?lag=parks,roads", doc);
  assert.deepEqual([state.layers, wrong], [["roads", "parks"], []]);
});

test("a layer that is none is named as wrong and the others stay on", () => {
  const { state, wrong } = parse("?lag=parks,none", doc);
  assert.deepEqual([state.layers, wrong], [["parks"], ["lag"]]);
});

test("a mode is held against the indicator of the address, whichever comes first", () => {
  for (const search of ["?vis=change&indikator=complaints", "?indikator=complaints&vis=change"]) {
    const { state, wrong } = parse(search, doc);
    assert.deepEqual([state.mode, wrong], ["change", []]);
  }
});

test("a value without end is not read", () => {
  const { state, wrong } = parse(`?omraader=${"south,".repeat(100)}`, doc);
  assert.deepEqual([state.areas, wrong], [["north"], ["omraader"]]);
});

test("a key that is wrong twice is named once", () => {
  assert.deepEqual(parse("?aar=x&aar=y", doc).wrong, ["aar"]);
});

test("reading an address does not change the document", () => {
  const before = JSON.stringify(doc);
  parse("?omraader=south&lag=&aar=2019", doc);
  assert.equal(JSON.stringify(doc), before);
});

test("a mode is offered where it is not disabled", () => {
  const found = ["value", "gap", "change", "none"].map((mode) => offers(doc, "reading", mode));
  assert.deepEqual(found, [true, true, false, false]);
});

test("a page has keys of its own, which links to other pages leave out", () => {
  const state = asset("state");
  const read = (text, now, doc) => {
    now.place = Object.hasOwn(doc.features, text) ? text : "";
    return now.place === text;
  };
  state.extend({ sted: { initial: () => ({ place: "" }), read, write: (now) => now.place } });
  assert.equal(initial(town()).place, "");
  assert.equal(parse("?sted=pond", town()).state.place, "pond");
  assert.deepEqual(parse("?sted=nowhere", town()).wrong, ["sted"]);
  assert.match(query(parse("?sted=pond", town()).state), /&sted=pond$/);
  assert.doesNotMatch(query(parse("?sted=pond", town()).state, true), /sted/);
  state.extend({});
});
