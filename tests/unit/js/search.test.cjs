/* A place is found however it is spelled, with one letter wrong, by a second name or its town. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const { keyOf, isNear, index, find } = asset("search");

const PLACES = index([
  { id: "moelle", name: "Mølleåparken", place: "Ålby", aliases: ["Mølleåparken", "Kvartet"] },
  { id: "sko", name: "Skovparken 10", place: "Ærø", aliases: [] },
  { id: "sko2", name: "Skovparken 2", place: "Ålby", aliases: [] },
  { id: "aa", name: "Ådalen", place: "Zinkby", aliases: [] },
  { id: "old", name: "Ny-Skovparken", place: "Ålby", aliases: [] },
  { id: "z", name: "Zinkdalen", place: "Zinkby", aliases: [] },
]);
const found = (text) => find(PLACES, text).map(({ id }) => id);

test("ø, å and æ may be written in three ways, and case and hyphens do not count", () => {
  for (const text of ["Mølleåparken", "moelleaaparken", "MOLLEAPARKEN", "mølle-å"]) assert.equal(keyOf(text).startsWith("mollea"), text !== "mølle-å");
  for (const text of ["mølleå", "moelleaa", "mollea", "MØLLEÅPARKEN"]) assert.deepEqual(found(text), ["moelle"]);
  assert.equal(keyOf("Ærø"), keyOf("aeroe"));
  assert.deepEqual(found("ny skov"), ["old"]);
});

test("names that begin with the text come first, in the order of their numbers; then later words", () => {
  assert.deepEqual(found("skov"), ["sko2", "sko", "old"]);
});

test("Danish order puts å last", () => {
  assert.deepEqual(found("dalen"), ["z", "aa"]);
});

test("one letter may be wrong, missing, doubled or swapped in what is long enough", () => {
  for (const text of ["skovpraken", "skovparkn", "skovparrken", "skavparken"]) assert.deepEqual(found(text), ["old", "sko2", "sko"]);
  assert.deepEqual(found("skavpraken"), []);
  assert.deepEqual(found("zi x"), []);
  assert.equal(isNear("abc", "abc"), true);
  assert.equal(isNear("abcd", "ab"), false);
});

test("another name finds a place and is told, and so does its town beside a part of its name", () => {
  assert.deepEqual(find(PLACES, "kvart"), [{ id: "moelle", name: "Mølleåparken", place: "Ålby", alias: "Kvartet" }]);
  assert.deepEqual(found("skov aero"), ["sko"]);
  assert.deepEqual(found("  "), []);
});
