/* Named colours are resolved for charts and canvases, and again when the names mean others. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const shades = asset("shades");
let named = {};
const queries = [];
globalThis.document = { documentElement: {} };
globalThis.getComputedStyle = () => ({ getPropertyValue: (name) => named[name] || "" });
globalThis.matchMedia = (media) => {
  const query = { media, jobs: new Set(), addEventListener: (_, job) => query.jobs.add(job), removeEventListener: (_, job) => query.jobs.delete(job) };
  queries.push(query);
  return query;
};

test("a named colour is its value now, or the colour after the name", () => {
  named = { "--ink": " #e6ebec", "--k-41a3c4": "" };
  assert.equal(shades.now("var(--ink)"), "#e6ebec");
  assert.equal(shades.now("var(--k-41a3c4,#41a3c4)"), "#41a3c4");
  assert.equal(shades.now("circle-open"), "circle-open");
});

test("a figure is resolved through and through, and left as it was", () => {
  named = { "--ink": "#111111" };
  const figure = { data: [{ line: { color: "var(--ink)", width: 2 }, y: [1, null] }], on: true };
  assert.deepEqual(shades.through(figure), { data: [{ line: { color: "#111111", width: 2 }, y: [1, null] }], on: true });
  assert.equal(figure.data[0].line.color, "var(--ink)");
});

test("a job is done in the dark and on paper, until it is ended", () => {
  const end = shades.watch(() => {});
  assert.deepEqual(queries.map(({ media, jobs }) => [media, jobs.size]), [["(prefers-color-scheme: dark)", 1], ["print", 1]]);
  end();
  assert.deepEqual(queries.map(({ jobs }) => jobs.size), [0, 0]);
});
