"use strict";

const assert = require("node:assert");
const { test } = require("node:test");

/* The elements of the test are plain objects: what is built is what counts. */
global.blok = { dom: { el: (tag, attributes, ...children) => ({ tag, attributes, children }) } };
const { grown } = require("../../../dashboard/assets/about/written.js");

test("a table that comes as text is built with its properties and its texts", () => {
  const cell = { type: "Td", namespace: "dash_html_components", props: { children: ["3 ", { type: "A", props: { children: "her", href: "/x" } }], lang: "da" } };
  assert.deepStrictEqual(grown({ type: "Tr", props: { children: cell } }), {
    tag: "tr",
    attributes: {},
    children: [{ tag: "td", attributes: { lang: "da" }, children: ["3 ", { tag: "a", attributes: { href: "/x" }, children: ["her"] }] }],
  });
});

test("what holds nothing is built empty", () => {
  assert.deepStrictEqual(grown({ type: "Td", props: {} }), { tag: "td", attributes: {}, children: [""] });
});
