/* Changing the state paints everything at once, and writes the address. */
"use strict";

const assert = require("node:assert/strict");
const { beforeEach, mock, test } = require("node:test");
const { asset, town } = require("./town.cjs");

mock.timers.enable({ apis: ["setTimeout"] });
const AT_REST_MS = 1000;
let steps = [];
let listeners = {};
const painted = [];

globalThis.location = { pathname: "/", search: "" };
globalThis.addEventListener = (name, listener) => { listeners[name] = listener; };
let frames = [];
globalThis.requestAnimationFrame = (job) => frames.push(job);
function nextFrame() {
  for (const job of frames.splice(0)) job();
  mock.timers.tick(1);
}
function write(kind) {
  return (data, title, address) => {
    steps.push([kind, new URLSearchParams(address.slice(1)).get("aar")]);
    globalThis.location.search = address.slice(globalThis.location.pathname.length);
  };
}
globalThis.history = { pushState: write("push"), replaceState: write("replace") };

asset("files");
const state = asset("state");
const followed = [];
state.subscribe((now) => painted.push(now.year));
state.follow((now) => followed.push(now.year));

beforeEach(() => {
  mock.timers.tick(AT_REST_MS);
  globalThis.location.search = "";
  [steps, frames, listeners] = [[], [], {}];
  state.start(town());
  nextFrame();
  [painted.length, followed.length] = [0, 0];
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
  assert.deepEqual([painted, steps], [[2019], []]);
});

test("what is beside the map is painted in the same go", () => {
  state.set({ year: 2019 }, false);
  state.set({ areas: ["south"] }, true);
  assert.deepEqual([painted, followed], [[2019, 2019], [2019, 2019]]);
  nextFrame();
  assert.deepEqual(followed, [2019, 2019]);
});

test("when the page opens the map comes first, and then what is beside it", () => {
  state.start(town());
  assert.deepEqual([painted, followed], [[2022], []]);
  nextFrame();
  assert.deepEqual(followed, [2022]);
});

test("what was chosen before the rest was painted is not painted over", () => {
  state.start(town());
  state.set({ year: 2019 }, false);
  nextFrame();
  assert.deepEqual(followed, [2019]);
});

test("the address follows once when the slider rests", () => {
  for (const year of [2019, 2020, 2021]) state.set({ year }, false);
  mock.timers.tick(AT_REST_MS);
  assert.deepEqual([painted, steps], [[2019, 2020, 2021], [["replace", "2021"]]]);
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
  assert.deepEqual([state.get().year, painted, followed, steps], [2020, [2020], [2020], []]);
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

/** A page whose files come when the test says so. */
function waiting() {
  const asked = [];
  const files = globalThis.blok.files;
  globalThis.blok.files = {
    lacking: (page, { indicator }) => (indicator === "complaints" ? [indicator] : []),
    filling: () => [],
    fetchInto: () => new Promise((come, fail) => asked.push({ come, fail })),
    ready() {},
  };
  return { asked, stop: () => { globalThis.blok.files = files; } };
}

test("a series that has to be fetched is shown when it is there", async () => {
  const { asked, stop } = waiting();
  const shown = state.set({ indicator: "complaints" }, true);
  assert.equal(state.get().indicator, "reading");
  assert.deepEqual([painted.length, steps.length], [0, 0]);
  asked[0].come();
  await shown;
  assert.equal(state.get().indicator, "complaints");
  assert.deepEqual([painted.length, steps.at(-1)[0]], [1, "push"]);
  stop();
});

test("what is changed meanwhile counts, too", async () => {
  const { asked, stop } = waiting();
  state.set({ indicator: "complaints" }, true);
  const last = state.set({ year: 2019 }, false);
  for (const one of asked) one.come();
  await last;
  assert.deepEqual([state.get().indicator, state.get().year], ["complaints", 2019]);
  assert.deepEqual(steps.at(-1), ["push", "2019"]);
  stop();
});

test("a later choice wins over one that is still on its way", async () => {
  const { asked, stop } = waiting();
  const first = state.set({ indicator: "complaints" }, true);
  await state.set({ indicator: "reading" }, true);
  asked[0].come();
  await first;
  assert.equal(state.get().indicator, "reading");
  stop();
});
