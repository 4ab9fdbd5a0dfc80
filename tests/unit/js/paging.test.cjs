/* Long tables come in parts; short ones whole. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const { ROWS, drawn } = asset("paging");

test("up to five hundred rows are drawn at once, of more a part and then the next", () => {
  assert.equal(drawn(500, 0), 500);
  assert.equal(drawn(501, 0), ROWS);
  assert.equal(drawn(501, 2 * ROWS), 2 * ROWS);
  assert.equal(drawn(501, 3 * ROWS), 501);
});
