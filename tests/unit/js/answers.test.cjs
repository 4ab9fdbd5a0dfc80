/* What an answer refuses is said on the page of the staff area; what is answered goes on as it is. */
"use strict";

const assert = require("node:assert/strict");
const { afterEach, beforeEach, test } = require("node:test");

const SCRIPT = require.resolve("../../../dashboard/staff/assets/answers.js");
let said, answer;

beforeEach(() => {
  said = { hidden: true, firstElementChild: { textContent: "" }, lastElementChild: { hidden: false, href: "" } };
  globalThis.document = { documentElement: { lang: "en" }, getElementById: (id) => (id === "staff-said" ? said : null) };
  globalThis.location = { pathname: "/medarbejder/opdater", search: "?sprog=en" };
  globalThis.window = { fetch: async () => answer };
  delete require.cache[SCRIPT];
  require(SCRIPT);
});

afterEach(() => { for (const name of ["document", "location", "window"]) delete globalThis[name]; });

test("an answer goes on and nothing is said", async () => {
  answer = new Response("{}", { status: 200 });
  assert.equal(await (await window.fetch("/x")).text(), "{}");
  assert.equal(said.hidden, true);
});

test("a refusal is said, and the answer can still be read", async () => {
  answer = new Response("Not your role.", { status: 403 });
  assert.equal(await (await window.fetch("/x")).text(), "Not your role.");
  assert.equal(said.firstElementChild.textContent, "Not your role.");
  assert.equal(said.hidden, false);
  assert.equal(said.lastElementChild.hidden, true);
});

test("where a sign-in is over a link leads to another one and back", async () => {
  answer = new Response("Over.", { status: 401 });
  await window.fetch("/x");
  assert.equal(said.lastElementChild.hidden, false);
  assert.equal(said.lastElementChild.href, "/medarbejder/log-ind?til=%2Fmedarbejder%2Fopdater%3Fsprog%3Den&sprog=en");
});
