/* The table of all figures: every figure once, found, ordered and linked as it is asked for. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

asset("downloads");
const rows = asset("rows");

function cell(value, more) {
  const plain = { value, text: `${value}\u00a0%`, period: "2021", severity: "", findings: [], notes: [], baseline: false };
  return { ...plain, source: ["Table", "Row", "Column", `${value} %`], ...more };
}

function town() {
  return {
    language: "da", years: [2020, 2021, 2022],
    areas: ["north", "south"],
    themes: [{ indicators: ["reading"] }, { indicators: ["thefts"] }],
    geographies: { north: { name: "Ørsted" }, south: { name: "Aa 10" }, all: { name: "Alle" } },
    texts: { "role.baseline": "Start", "role.status": "Status", "severity.doubtful": "Doubtful", "severity.invalid": "Unusable", "severity.note": "Remark" },
    indicators: {
      thefts: { name: "Thefts", years: [2021], cells: { 2021: { all: cell(100) } }, unplaced: [{ geography: "south", ...cell(5, { period: "no year" }) }] },
      reading: {
        name: "Reading", years: [2020, 2021],
        cells: {
          2020: { south: cell(9, { baseline: true, period: "2019/20" }), north: cell(10, { severity: "doubtful", findings: ["Two say different"] }) },
          2021: { north: cell(2, { severity: "invalid", findings: ["Copied"] }), all: cell(3, { notes: ["Known from a note"] }) },
        },
        unplaced: [],
      },
      empty: { name: "Empty", years: [], cells: {}, unplaced: [] },
    },
  };
}

function named(found) {
  return found.map((one) => `${one.indicator} ${one.geography} ${one.year ?? "-"}`);
}

function asked(more) {
  return named(rows.matching(rows.all(town()), { ...rows.EVERYTHING, ...more }));
}

test("every figure is a row once, by theme, year and place", () => {
  assert.deepEqual(named(rows.all(town())), [
    "reading north 2020", "reading south 2020", "reading north 2021", "reading all 2021", "thefts all 2021", "thefts south -",
  ]);
});

test("nothing asked for is everything", () => {
  assert.equal(asked({}).length, 6);
  assert.ok(rows.isEverything(rows.EVERYTHING));
  assert.ok(rows.isEverything({ ...rows.EVERYTHING, sort: "value" }));
});

test("series, place and remark narrow together", () => {
  assert.deepEqual(asked({ indicator: "reading", area: "north" }), ["reading north 2020", "reading north 2021"]);
  assert.deepEqual(asked({ remark: "doubtful" }), ["reading north 2020"]);
  assert.deepEqual(asked({ remark: "invalid", area: "south" }), []);
});

test("a note is any remark, a word about the figure included", () => {
  assert.deepEqual(asked({ remark: "note" }), ["reading north 2020", "reading north 2021", "reading all 2021"]);
});

for (const [text, count] of [["ørsted", 2], ["ØRSTED", 2], [" 10  % ", 1], ["2019/20", 1], ["unusable", 1], ["known from", 1], ["reading north", 0], ["", 6]]) {
  test(`'${text}' is found ${count} times`, () => assert.equal(asked({ text }).length, count));
}

test("numbers are ordered as numbers, upwards and downwards", () => {
  const values = (descending) => rows.ordered(rows.all(town()), { ...rows.EVERYTHING, sort: "value", descending }, "da").map((one) => one.cell.value);
  assert.deepEqual(values(false), [2, 3, 5, 9, 10, 100]);
  assert.deepEqual(values(true), [100, 10, 9, 5, 3, 2]);
});

test("names are ordered as the language does", () => {
  const places = rows.ordered(rows.all(town()), { ...rows.EVERYTHING, sort: "area" }, "da").map((one) => one.place);
  assert.deepEqual([...new Set(places)], ["Alle", "Ørsted", "Aa 10"]);
});

test("equal ones stay in their order, and the rows given are left alone", () => {
  const all = rows.all(town());
  const before = named(all);
  const sorted = rows.ordered(all, { ...rows.EVERYTHING, sort: "indicator" }, "da");
  assert.deepEqual(named(sorted), before);
  assert.deepEqual(named(all), before);
  assert.equal(named(rows.ordered(all, { ...rows.EVERYTHING, sort: "remarks", descending: true }, "da"))[0], "reading north 2021");
});

test("every column can be sorted by", () => {
  for (const sort of rows.COLUMNS) assert.equal(rows.ordered(rows.all(town()), { ...rows.EVERYTHING, sort }, "da").length, 6);
});

test("a head that is pressed sorts upwards, then downwards, then upwards again", () => {
  const once = rows.pressed(rows.EVERYTHING, "value");
  const twice = rows.pressed(once, "value");
  assert.deepEqual([once.descending, twice.descending, rows.pressed(twice, "value").descending], [false, true, false]);
  assert.deepEqual([rows.pressed(twice, "area").sort, rows.pressed(twice, "area").descending], ["area", false]);
});

test("what is asked for goes to the address and comes back", () => {
  const wanted = { text: "a&b=ø %", indicator: "reading", area: "north", remark: "note", sort: "value", descending: true };
  assert.deepEqual(rows.parse(`?aar=2021${rows.query(wanted)}`, town()), { wanted, wrong: [] });
  assert.equal(rows.query(rows.EVERYTHING), "");
});

test("what is not known is left out and named", () => {
  const { wanted, wrong } = rows.parse("?serie=constructor&sted=x&forbehold=y&sorter=-z&soeg=" + "w".repeat(101), town());
  assert.deepEqual(wanted, { ...rows.EVERYTHING });
  assert.deepEqual(wrong.sort(), ["forbehold", "serie", "soeg", "sorter", "sted"]);
});

test("a download asks for what is shown, not for its order", () => {
  assert.equal(rows.download("gpkg", rows.EVERYTHING, "en"), "/download/values.gpkg?sprog=en");
  assert.equal(rows.download("csv-excel", rows.EVERYTHING, "en"), "/download/values-excel.csv?sprog=en");
  const wanted = { ...rows.EVERYTHING, text: "æ &", indicator: "reading", area: "north", remark: "invalid", sort: "value" };
  assert.equal(rows.download("csv", wanted, "da"), "/download/values.csv?sprog=da&indikator=reading&omraader=north&forbehold=invalid&soeg=%C3%A6%20%26");
});

test("the map shows a row's series, year and place", () => {
  const state = { year: 2022, indicator: "empty", mode: "gap", areas: ["south"], layers: ["roads"], language: "da" };
  const shown = rows.all(town()).map((one) => rows.onMap(one, state, town()));
  assert.deepEqual(shown[0], { ...state, indicator: "reading", year: 2020, areas: ["north"], mode: "value" });
  assert.deepEqual(shown[3].areas, ["south"], "a group has no place of its own");
  assert.deepEqual([shown[5].year, shown[5].areas], [2021, ["south"]], "a figure without a year stands beside the series' last");
});
