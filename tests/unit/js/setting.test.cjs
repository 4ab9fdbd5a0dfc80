/* Changing the state paints at once, and writes the address and Dash's store. */
"use strict";

const assert = require("node:assert/strict");
const { beforeEach, mock, test } = require("node:test");
const { asset, town } = require("./town.cjs");

mock.timers.enable({ apis: ["setTimeout"] });
const AT_REST_MS = 1000;
let steps = [];
let told = [];
let listeners = {};
const painted = [];

globalThis.location = { pathname: "/", search: "" };
globalThis.addEventListener = (name, listener) => { listeners[name] = listener; };
globalThis.dash_clientside = { set_props: (id, props) => told.push([id, props.data.year]) };
function write(kind) {
  return (data, title, address) => {
    steps.push([kind, new URLSearchParams(address.slice(1)).get("aar")]);
    globalThis.location.search = address.slice(globalThis.location.pathname.length);
  };
}
globalThis.history = { pushState: write("push"), replaceState: write("replace") };

const state = asset("state");
state.subscribe((now) => painted.push(now.year));

beforeEach(() => {
  mock.timers.tick(AT_REST_MS);
  globalThis.location.search = "";
  [steps, told, listeners] = [[], [], {}];
  state.start(town());
  painted.length = 0;
  told = [];
});

test("starting tells which keys of the address were wrong", () => {
  globalThis.location.search = "?aar=2019&lag=none&sprog=xx";
  assert.deepEqual(state.start(town()), ["lag", "sprog"]);
  assert.equal(state.get().year, 2019);
});

test("starting leaves the address as it is", () => {
  assert.deepEqual(steps, []);
});

test("a move of the slider paints at once and writes nothing yet", () => {
  state.set({ year: 2019 }, false);
  assert.deepEqual([painted, steps, told], [[2019], [], []]);
});

test("the address follows once when the slider rests", () => {
  for (const year of [2019, 2020, 2021]) state.set({ year }, false);
  mock.timers.tick(AT_REST_MS);
  assert.deepEqual([painted, steps], [[2019, 2020, 2021], [["replace", "2021"]]]);
  assert.deepEqual(told, [["view", 2021]]);
});

test("a choice makes a step for Back", () => {
  globalThis.location.search = state.query(state.get());
  state.set({ areas: ["south"] }, true);
  assert.deepEqual(steps, [["push", "2022"]]);
  assert.match(globalThis.location.search, /omraader=south/);
});

test("a choice right after a move keeps the moved year as the step before", () => {
  state.set({ year: 2019 }, false);
  state.set({ areas: ["south"] }, true);
  mock.timers.tick(AT_REST_MS);
  assert.deepEqual(steps, [["replace", "2019"], ["push", "2019"]]);
});

test("Back shows what the address says", () => {
  globalThis.location.search = "?aar=2020";
  listeners.popstate();
  assert.deepEqual([state.get().year, painted, steps, told], [2020, [2020], [], [["view", 2020]]]);
});

test("Back during a move forgets the move", () => {
  state.set({ year: 2019 }, false);
  globalThis.location.search = "?aar=2020";
  listeners.popstate();
  mock.timers.tick(AT_REST_MS);
  assert.deepEqual([state.get().year, steps], [2020, []]);
});

test("an indicator that does not offer the mode falls back to values", () => {
  state.set({ mode: "gap" }, true);
  state.set({ indicator: "complaints" }, true);
  assert.equal(state.get().mode, "value");
});

test("a state that was handed out is never changed", () => {
  const before = state.get();
  state.set({ year: 2019 }, false);
  assert.equal(before.year, 2022);
});
