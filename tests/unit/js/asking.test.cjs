/* One question at a time, and no answer is taken for another question's. */
"use strict";

const assert = require("node:assert/strict");
const { beforeEach, mock, test } = require("node:test");
const { asset } = require("./town.cjs");

asset("drawnpath");
const asking = asset("asking");

const ONE = [[10.01, 56.01], [10.02, 56.02]];
const TWO = [[10.01, 56.01], [10.03, 56.03]];
let sent = [];
let year = 1000;
let state = null;

/** A page whose state can be set, on a line that can be cut; each test has a year of its own. */
beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  [sent, year] = [[], year + 10];
  state = { path: ONE, year, planned: false, language: "da" };
  globalThis.navigator ??= {};
  Object.defineProperty(globalThis.navigator, "onLine", { value: true, configurable: true });
  globalThis.dash_clientside = { set_props: (id, props) => sent.push(props["data-question"]) };
  globalThis.blok.state = { get: () => state, set: (patch) => { state = { ...state, ...patch }; } };
});

const told = (text, more) => asking.told(JSON.stringify({ asked: text, path: ONE, on: [false, false], rows: [], ...more }), "asked");

test("a question says path, year, plans and language, and is asked once", () => {
  asking.ask({ ...state, planned: true });
  asking.ask({ ...state, planned: true });
  assert.equal(sent.length, 1);
  assert.match(sent[0], new RegExp(`^sti=1001000_5601000_1000_1000&aar=${year}&planer=ja&sprog=da&nr=\\d+$`));
  told(sent[0]);
});

test("an answer is known from then on", () => {
  asking.ask(state);
  assert.equal(asking.answer(state), null);
  told(sent[0], { meets: 2 });
  assert.equal(asking.answer(state).meets, 2);
  asking.ask(state);
  assert.equal(sent.length, 1);
});

test("a newer path is asked about when the older question is answered, and gets no other's answer", () => {
  asking.ask(state);
  state = { ...state, path: TWO };
  asking.ask(state);
  assert.equal(sent.length, 1, "one at a time");
  told(sent[0], { meets: 1 });
  assert.equal(asking.answer(state), null);
  assert.deepEqual(state.path, TWO);
  asking.ask(state);
  told(sent[0], { meets: 1 });
  assert.equal(asking.answer(state), null, "an answer that comes again is not the new one's");
  told(sent[1], { meets: 2, path: TWO });
  assert.equal(asking.answer(state).meets, 2);
});

test("points that were put on ways take the place of those asked about", () => {
  asking.loosen(ONE, [12, 75]);
  const names = [];
  asking.onSettled((path, answer) => names.push([path, answer.on]));
  asking.ask(state);
  assert.match(sent[0], /&naer=12_75&nr=/);
  told(sent[0], { path: TWO, on: [true, true], meets: 2 });
  assert.deepEqual(state.path, TWO);
  assert.deepEqual(names, [[ONE, [true, true]]]);
  assert.equal(asking.answer(state).meets, 2, "what was answered is for the path as it lies now");
  assert.deepEqual(asking.looseness(ONE), [0, 0]);
});

test("a server that is busy is told in its own words, and asked again only on demand", () => {
  asking.ask(state);
  told(sent[0], { error: "Busy." });
  assert.equal(asking.answer(state).failed, "Busy.");
  asking.ask(state);
  assert.equal(sent.length, 1);
  asking.retry();
  asking.ask(state);
  assert.equal(sent.length, 2);
  told(sent[0], { error: "Busy." });
  assert.equal(asking.answer(state), null, "the old refusal is not the new question's");
  told(sent[1], { meets: 2 });
  assert.equal(asking.answer(state).meets, 2);
});

test("a request that ends without an answer has failed, one that brings it has not", () => {
  asking.ask(state);
  asking.told(null, "ended");
  told(sent[0], { meets: 2 });
  mock.timers.tick(1000);
  assert.equal(asking.answer(state).meets, 2);
  state = { ...state, year: year + 1 };
  asking.ask(state);
  asking.told(null, "ended");
  mock.timers.tick(1000);
  assert.equal(asking.answer(state).failed, "");
});

test("without a line, or when nothing ever comes, that is told", () => {
  asking.ask(state);
  mock.timers.tick(70000);
  assert.equal(asking.answer(state).failed, "");
  Object.defineProperty(globalThis.navigator, "onLine", { value: false, configurable: true });
  state = { ...state, year: year + 1 };
  asking.ask(state);
  assert.equal(asking.answer(state).failed, "");
  assert.equal(sent.length, 1);
});
