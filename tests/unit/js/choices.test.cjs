/* Dash's lists of choices and its field of files get the names and roles that a screen reader needs. */
"use strict";

const assert = require("node:assert/strict");
const { beforeEach, test } = require("node:test");

const SCRIPT = require.resolve("../../../dashboard/staff/assets/choices.js");
let changed, onPage;

function element(attributes, inside = {}) {
  return {
    attributes: { ...attributes },
    textContent: attributes.text,
    getAttribute(name) { return this.attributes[name]; },
    setAttribute(name, value) { this.attributes[name] = value; },
    removeAttribute(name) { delete this.attributes[name]; },
    querySelector: (selector) => inside[selector],
    querySelectorAll: (selector) => inside[selector] || [],
  };
}

beforeEach(() => {
  onPage = {};
  globalThis.MutationObserver = class {
    constructor(tell) { changed = tell; }
    observe() {}
  };
  globalThis.document = { documentElement: {}, querySelectorAll: (selector) => onPage[selector] || [] };
  delete require.cache[SCRIPT];
  require(SCRIPT);
});

test("a list of choices is radio buttons and boxes with their names", () => {
  const label = element({ role: "option", "aria-selected": "true", class: "x" });
  const list = element({ role: "listbox", id: "kind" }, { label: [label] });
  onPage[".dash-radioitems, .dash-checklist"] = [list];
  changed();
  assert.deepEqual(list.attributes, { id: "kind" });
  assert.deepEqual(label.attributes, { class: "x" });
  label.setAttribute("aria-selected", "false");
  changed();
  assert.deepEqual(label.attributes, { class: "x" });
});

test("the field of files has the name of its button, and is no stop of its own", () => {
  const field = element({ type: "file" });
  const button = element({ text: "Choose files" });
  onPage[".drop"] = [element({}, { "input[type=file]": field, button })];
  changed();
  assert.deepEqual(field.attributes, { type: "file", "aria-label": "Choose files", tabindex: "-1" });
});

test("a box without a field is left alone", () => {
  onPage[".drop"] = [element({})];
  assert.doesNotThrow(changed);
});
