/* An address names its edition where there are editions, and none where there are none. */
"use strict";

const assert = require("node:assert/strict");
const { afterEach, test } = require("node:test");
const { asset, town } = require("./town.cjs");

const { day, newest } = asset("edition");
const state = asset("state");
const downloads = asset("downloads");
const doc = town();
const EDITION = "0123456789abcdef";

afterEach(() => { delete globalThis.document; });

test("without editions no address names one", () => {
  assert.doesNotMatch(state.query(state.initial(doc)), /udgave/);
  assert.doesNotMatch(downloads.values(["reading"], [], "da", "csv"), /udgave/);
});

test("an address and a file name the edition that is looked at", () => {
  globalThis.document = { body: { dataset: { edition: EDITION } } };
  assert.match(state.query(state.initial(doc)), new RegExp(`&sprog=da&udgave=${EDITION}$`));
  assert.match(downloads.values(["reading"], [], "da", "csv"), new RegExp(`&udgave=${EDITION}$`));
});

test("an address that names an edition is no wrong address", () => {
  assert.deepEqual(state.parse(`?aar=2022&udgave=${EDITION}`, doc).wrong, []);
});

test("the present edition is the same address without one", () => {
  assert.equal(newest({ pathname: "/", search: `?aar=2022&omraader=north,south&udgave=${EDITION}` }), "/?aar=2022&omraader=north,south");
  assert.equal(newest({ pathname: "/om", search: `?udgave=${EDITION}` }), "/om");
});

test("the day of an edition is written out", () => {
  assert.equal(day("2026-11-28T12:00:00+00:00", "da"), "28. november 2026");
  assert.equal(day("2026-11-28T12:00:00+00:00", "en"), "28 November 2026");
});
