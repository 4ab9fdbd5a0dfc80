/* A tiny invented town as the browser gets it, and the scripts under test. */
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const ASSETS = path.join(__dirname, "..", "..", "..", "dashboard", "assets");

/** Load a script of the page; later ones find earlier ones in `globalThis.blok`. */
function asset(name) {
  const found = fs.readdirSync(ASSETS, { recursive: true }).find((file) => path.basename(file) === `${name}.js`);
  return require(path.join(ASSETS, found));
}

asset("edition");

function cell(text, more) {
  return { text, period: "2021", severity: "", cls: null, radius: null, baseline: false, ...more };
}

/** Return a new document: a test may change its own. */
function town() {
  const none = { north: "no_figures", south: "no_figures" };
  const years = [2019, 2020, 2021, 2022, 2023];
  const everyYear = (value) => Object.fromEntries(years.map((year) => [year, { ...value }]));
  return {
    language: "da",
    years,
    start: { indicator: "reading", area: "north", year: 2022 },
    areas: ["north", "south"],
    layers: [{ id: "roads" }, { id: "parks" }],
    geographies: {
      north: { name: "North", kind: "area" },
      south: { name: "South", kind: "area" },
      plan: { name: "The plan", kind: "plan" },
      all: { name: "Everywhere", kind: "comparison" },
    },
    features: {
      north: { layer: "areas", name: "North", kind: "Area", status: years.map(() => "undated") },
      south: { layer: "areas", name: "South", kind: "Area", status: years.map(() => "undated") },
      meadow: { layer: "parks", name: "Meadow", kind: "Park", status: ["absent", "planned", "open", "open", "closed"] },
      pond: { layer: "parks", name: "Pond", kind: "Lake", status: ["idea", "building", "expected", "expected", "expected"] },
    },
    statuses: { open: "open", planned: "planned" },
    reasons: {
      no_figures: { glyph: "–", text: "No figures" },
      invalid: { glyph: "x", text: "Cannot be used" },
      not_comparable: { glyph: "≠", text: "Not comparable" },
    },
    pins: [{ year: 2020, date: "2020", text: "Begun" }],
    texts: {
      "mark.note": "i", "mark.doubtful": "?", "severity.note": "Note", "severity.doubtful": "Doubtful",
      "area.aria": "{name}: {value}, {period}{marks}",
      "area.ariaReason": "{name}: {reason}, {year}{printed}",
      "feature.aria": "{name}, {kind}: {status} in {year}",
      printed: ", printed {value}",
    },
    indicators: {
      reading: {
        circles: false, circle: null, years: [2021, 2022],
        classes: [{ colour: "#eeeeee" }, { colour: "#222222" }],
        cells: {
          2021: { north: cell("9 %", { cls: 0 }), south: cell("70 %", { severity: "invalid" }), plan: cell("12 %", { cls: 1 }), all: cell("15 %") },
          2022: { north: cell("14 %", { cls: 1, severity: "doubtful", period: "2021/22" }) },
        },
        reasons: { ...everyYear(none), 2021: { south: "invalid" }, 2022: { south: "no_figures" } },
        modes: {
          gap: {
            disabled: null, classes: [{ colour: "#aa7733" }],
            cells: { 2021: { north: { label: "−6", text: "−6 points", cls: 0, radius: null }, plan: { label: "−3", text: "−3 points", cls: 0, radius: null } } },
            reasons: { ...everyYear(none), 2021: { south: "invalid" }, 2022: { north: "not_comparable", south: "no_figures" } },
          },
          change: { disabled: "No start", classes: [], cells: {}, reasons: everyYear(none) },
        },
      },
      complaints: {
        circles: true, circle: "#41a3c4", years: [2023], classes: [],
        cells: { 2023: { north: cell("24", { radius: 30 }), plan: cell("40", { severity: "invalid" }) } },
        reasons: { ...everyYear(none), 2023: { south: "no_figures" } },
        modes: {
          gap: { disabled: "Counts", classes: [], cells: {}, reasons: everyYear(none) },
          change: {
            disabled: null, classes: [{ colour: "#117766" }],
            cells: { 2023: { north: { label: "+4", text: "+4 cases", cls: 0, radius: 12, caveat: "the start covers January" } } },
            reasons: { ...everyYear(none), 2023: { south: "not_comparable" } },
          },
        },
      },
      nothing: {
        circles: false, circle: null, years: [], classes: [], cells: {}, reasons: everyYear(none),
        modes: { gap: { disabled: "None" }, change: { disabled: "None" } },
      },
    },
  };
}

module.exports = { asset, town };
