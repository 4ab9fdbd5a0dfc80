/* Which two years are shown, and what is said between them. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset, town } = require("./town.cjs");

asset("dom");
asset("look");
asset("figures");
const pairs = asset("yearpair");

const CHANGES = {
  "2019-2021": { changes: { north: ["+3", 1, null, "worse", "", 0] }, refused: { south: "invalid" } },
  "2019-2022": { changes: {}, refused: { north: "break", south: "no_later" } },
  "2021-2022": { changes: { north: ["−2", 0, null, "better", "doubtful", 1], plan: ["0", 0, null, "same", "", 0] }, refused: { south: "no_later" } },
};

function compared() {
  const doc = town();
  const { reading, complaints, nothing } = doc.indicators;
  reading.cells[2019] = { north: { ...reading.cells[2021].north, text: "6 %", period: "2019" } };
  reading.breaks = [{ year: 2020, geographies: ["north"], text: "Counted anew" }, { year: 2020, geographies: ["south"], text: "Elsewhere" }];
  complaints.breaks = nothing.breaks = [];
  Object.assign(doc.texts, { "compare.years.aria": "{name}: {change}, {verdict}{marks}; {from}: {earlier}, {year}: {later}", "compare.years.ariaRefused": "{name}: {reason}{printed}",
    "difference.count.more": "{value} more", "difference.count.less": "{value} fewer", "difference.count.same": "as many" });
  doc.compare = { sums: {}, years: {
    refusals: { invalid: { glyph: "x", text: "Cannot be used" }, break: { glyph: "¦", text: "Break" }, no_later: { glyph: "→", text: "No figure in {year}" } },
    series: {
      reading: { years: [2019, 2021, 2022], unit: "points", classes: [{ colour: "#0a0" }, { colour: "#a50" }], pairs: CHANGES },
      complaints: { years: [2022, 2023], unit: "cases", counted: true, classes: [{ colour: "#117766" }], pairs: { "2022-2023": { changes: { north: ["+4", 0, 12, "worse", "", 0] }, refused: {} } } },
      nothing: { years: [2023], unit: "", classes: [], pairs: {} },
    },
  } };
  return doc;
}

const doc = compared();
const at = (from, year, indicator = "reading") => pairs.resolve(doc, { indicator, from, year });
const shown = ({ from, year, wrong }) => [from, year, ...wrong.map(({ why }) => why)];

test("two years with figures are shown as they are asked for", () => {
  assert.deepEqual(shown(at(2019, 2022)), [2019, 2022]);
  assert.deepEqual(shown(at(2021, 2022)), [2021, 2022]);
});

test("years in the wrong order are turned, and it is said", () => {
  assert.deepEqual(shown(at(2022, 2019)), [2019, 2022, "order"]);
});

test("equal years become the nearest pair, and it is said", () => {
  assert.deepEqual(shown(at(2021, 2021)), [2019, 2021, "equal"]);
  assert.deepEqual(shown(at(2022, 2022)), [2021, 2022, "equal"]);
  assert.deepEqual(shown(at(2019, 2019)), [2019, 2021, "equal"]);
});

test("years without figures become the nearest with, and are named", () => {
  const found = at(2020, 2023);
  assert.deepEqual(shown(found), [2021, 2022, "missing"]);
  assert.deepEqual(found.wrong[0].missing, [2020, 2023]);
});

test("several things can be wrong at once", () => {
  assert.deepEqual(shown(at(2023, 2020)), [2021, 2022, "order", "missing"]);
  assert.deepEqual(shown(at(2020, 2020)), [2019, 2021, "equal", "missing"]);
});

test("without an earlier year the one with the most changes is taken, of several the earliest", () => {
  assert.deepEqual(shown(at(null, 2022)), [2021, 2022]);
  assert.deepEqual(shown(at(undefined, 2021)), [2019, 2021]);
});

test("without an earlier year the first year cannot be the later one", () => {
  assert.deepEqual(shown(at(null, 2019)), [2019, 2021]);
  assert.deepEqual(shown(at(null, 2023)), [2021, 2022, "missing"]);
});

test("every question has an answer with two different years in order", () => {
  for (const from of [null, ...doc.years]) {
    for (const year of doc.years) {
      const { from: first, year: last } = at(from, year);
      assert.ok(CHANGES[`${first}-${last}`], `${from} ${year}`);
    }
  }
});

test("a series with one year has no pair", () => {
  assert.equal(at(2019, 2023, "nothing"), null);
});

test("a change has the colour of its class and the graver mark", () => {
  const look = pairs.area(doc, "reading", { from: 2021, year: 2022 }, "north");
  assert.deepEqual([look.fill, look.label, look.mark, look.reason], ["#0a0", "−2", "?", null]);
});

test("a refused pair is a texture with a glyph, never a colour", () => {
  const look = pairs.area(doc, "reading", { from: 2019, year: 2021 }, "south");
  assert.deepEqual([look.fill, look.label, look.reason], ["url(#pattern-invalid)", "x", "invalid"]);
});

test("a change of a count is a circle on a neutral area", () => {
  const look = pairs.area(doc, "complaints", { from: 2022, year: 2023 }, "north");
  assert.deepEqual([look.fill, look.radius, look.disc, look.label], ["var(--neutral)", 12, "#117766", "+4"]);
});

test("a break is told with the words of those that concern the place", () => {
  const why = pairs.refusal(doc, "reading", { from: 2019, year: 2022 }, "north");
  assert.deepEqual([why.reason, why.text, why.breaks], ["break", "Break", ["Counted anew"]]);
});

test("the breaks of a pair are told once, those of a pair without any are none", () => {
  assert.deepEqual(pairs.breaks(doc, "reading", { from: 2019, year: 2022 }), ["Counted anew"]);
  assert.deepEqual(pairs.breaks(doc, "reading", { from: 2021, year: 2022 }), []);
});

test("a reason names the year that has no figure", () => {
  assert.equal(pairs.refusal(doc, "reading", { from: 2021, year: 2022 }, "south").text, "No figure in 2022");
});

test("a difference of counts is so many more or fewer, another has its unit", () => {
  assert.deepEqual(["+4", "\u221262", "0"].map((label) => pairs.difference(doc, "complaints", label)), ["4 more", "62 fewer", "as many"]);
  assert.equal(pairs.difference(doc, "reading", "\u22123"), "\u22123 points");
});

test("an area is read aloud with its change and both values, or with the reason", () => {
  const words = (from, year, id) => pairs.areaWords(doc, "reading", { from, year }, id);
  assert.equal(words(2019, 2021, "north"), "North: +3 points, worse; 2019: 6 %, 2021: 9 %");
  assert.equal(words(2021, 2022, "north"), "North: −2 points, better, Doubtful; 2021: 9 %, 2022: 14 %");
  assert.equal(words(2019, 2021, "south"), "South: Cannot be used, printed 70 % (2021)");
});

test("a plan has the colour of its change", () => {
  assert.deepEqual(pairs.plan(doc, "reading", { from: 2021, year: 2022 }, "plan").colour, "#0a0");
  assert.equal(pairs.plan(doc, "reading", { from: 2019, year: 2021 }, "plan"), null);
});

test("the table has every place that is spoken of, areas first", () => {
  assert.deepEqual(pairs.places(doc, "reading", { from: 2021, year: 2022 }), ["north", "south", "plan"]);
});

test("figures of different months are told with both periods", () => {
  assert.deepEqual(pairs.unequalMonths(doc, "reading", { from: 2021, year: 2022 }), { earlier: "2021", later: "2021/22" });
  assert.equal(pairs.unequalMonths(doc, "reading", { from: 2019, year: 2021 }), null);
});
