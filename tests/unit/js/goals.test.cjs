/* Verdicts are counted and picked as they come; nothing is judged in the browser. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

asset("dom");
const goals = asset("goals");
const { hits, isNamed } = asset("judgement");
const table = asset("goaltable");

function judged(verdict, geography, geographies = [geography]) {
  return { verdict, geography, geographies };
}

const doc = {
  texts: { "compare.goals.hits": "{met} of {judged}, {all}", "compare.goals.noHits": "none" },
  compare: {
    places: ["north", "south", "both"],
    verdictWords: { reached: {}, on_the_way: {}, undecided: {} },
    verdicts: [
      { id: "reading", targets: [{ judgements: [judged("reached", "north"), judged("undecided", "south")] }, { judgements: [judged("undecided", "", ["north", "elsewhere"])] }] },
      { id: "noise", targets: [{ judgements: [judged("reached", "both", ["north", "south"])] }] },
      { id: "empty", targets: [] },
    ],
  },
};
const ids = (patch) => goals.shown(doc, { goal: "", verdict: "", ...patch }).map(({ id, targets }) => [id, targets.length]);

test("every verdict is counted, those that nobody got with zero", () => {
  assert.deepEqual(goals.counts(doc.compare.verdicts, doc), { total: 4, each: { reached: 2, on_the_way: 0, undecided: 2 } });
});

test("a goal without targets is not shown", () => {
  assert.deepEqual(ids({}), [["reading", 2], ["noise", 1]]);
});

test("verdict and goal are asked for together", () => {
  assert.deepEqual(ids({ verdict: "reached" }), [["reading", 1], ["noise", 1]]);
  assert.deepEqual(ids({ verdict: "undecided", goal: "reading" }), [["reading", 2]]);
  assert.deepEqual(ids({ verdict: "on_the_way" }), []);
  assert.deepEqual(goals.shown(doc, { goal: "reading", verdict: "undecided" })[0].targets[0].judgements.map(({ geography }) => geography), ["south"]);
});

test("asking for some leaves the document as it was", () => {
  goals.shown(doc, { goal: "", verdict: "reached" });
  assert.equal(doc.compare.verdicts[0].targets[0].judgements.length, 2);
});

test("the chart shows the place that is judged, or those together, as far as they have lines", () => {
  assert.deepEqual(goals.places(doc.compare.verdicts[0].targets[1], doc), ["north"]);
  assert.deepEqual(goals.places(doc.compare.verdicts[1].targets[0], doc), ["both"]);
});

test("a wrong goal or verdict in the address is told", () => {
  const state = { goal: "", verdict: "" };
  assert.equal(goals.KEYS.maal.read("toString", state, doc), false);
  assert.equal(goals.KEYS.dom.read("perfect", state, doc), false);
  assert.deepEqual(state, { goal: "", verdict: "" });
  assert.ok(goals.KEYS.maal.read("noise", state, doc) && goals.KEYS.dom.read("reached", state, doc));
  assert.deepEqual(state, { goal: "noise", verdict: "reached" });
});

test("periods that cannot be judged are neither met nor missed", () => {
  assert.equal(hits({ years: [{ hit: true }, { hit: false }, { hit: null }] }, doc), "1 of 2, 3");
  assert.equal(hits({ years: [{ hit: null }] }, doc), "none");
});

test("a remark of several verdicts of a goal is said once, with its places", () => {
  const one = (place, caveats, years = []) => ({ place, caveats, years });
  const goal = { targets: [{ judgements: [one("North", ["a", "b"]), one("South", ["b"], [{ period: "2021", why: "open" }])] }, { judgements: [one("Both", ["c"], [{ period: "2021", why: "open" }])] }] };
  assert.deepEqual(goals.shared(goal), [{ text: "b", places: ["North", "South"] }, { text: "2021 open", places: ["South", "Both"] }]);
  assert.deepEqual(goals.remarks(goal.targets[0].judgements[1]), ["2021 open", "b"]);
});

test("what the plan states and what follows from its goals are counted apart", () => {
  const apart = [{ targets: [{ stated: true, judgements: [judged("reached", "north"), judged("reached", "south")] }, { stated: false, judgements: [judged("undecided", "north")] }] }];
  assert.deepEqual(goals.tally(apart, doc, true), { targets: 1, total: 2, each: { reached: 2, on_the_way: 0, undecided: 0 } });
  assert.deepEqual(goals.tally(apart, doc, false), { targets: 1, total: 1, each: { reached: 0, on_the_way: 0, undecided: 1 } });
});

test("targets on one series share a row, and places together stand in a column of their own", () => {
  const at = (verdict, geographies, area, period = "2022/23") => ({ verdict, geographies, area, at: period });
  const own = [{ id: "g", targets: [
    { indicators: ["a"], short: "A", stated: true, judgements: [at("undecided", ["south"], true), at("reached", ["north"], true)] },
    { indicators: ["a"], short: "A", stated: true, judgements: [at("reached", ["north", "south"], false)] },
    { indicators: ["b"], short: "B", stated: false, judgements: [at("undecided", ["plan"], false), at("on_the_way", ["south"], true, "2024")] }] }];
  const town = { areas: ["north", "south"], compare: doc.compare };
  const found = table.rows(own);
  assert.deepEqual(found.map(({ name, stated, cells }) => [name, stated, cells.map((cell) => cell.column)]), [["A", true, ["south", "north", "samlet"]], ["B", false, ["samlet", "south"]]]);
  assert.deepEqual(table.columns(found, town), ["samlet", "north", "south"]);
  assert.deepEqual(table.sorted(found, "south", town).map(({ name }) => name), ["B", "A"]);
  assert.deepEqual(table.sorted(found, "north", town).map(({ name }) => name), ["A", "B"]);
  assert.equal(table.sorted(found, "", town), found);
  assert.deepEqual(table.sorted([...found].reverse(), table.BY_VERDICT, town).map(({ name }) => name), ["A", "B"]);
  assert.deepEqual(table.sorted(found, table.BY_YEAR, town).map(({ name }) => name), ["B", "A"]);
  assert.deepEqual(["2024", "2023/24", "skoleåret 2022/23", "", undefined].map(table.yearOf), [2024, 2024, 2023, 0, 0]);
});

test("a sentence that begins with its place, with or without an article, is not given the place again", () => {
  assert.equal(isNamed({ place: "North", sentence: "North: cannot be decided" }), true);
  assert.equal(isNamed({ place: "North area", sentence: "The North area: cannot be decided" }), true);
  assert.equal(isNamed({ place: "Two areas", sentence: "The two areas: higher" }), true);
  assert.equal(isNamed({ place: "North area", sentence: "The report has no figures for the North area" }), false);
});
