/* What the page of places decides: kinds, news, milestones, drawing, and what is asked for. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset, town } = require("./town.cjs");

asset("dom");
asset("look");
const asked = asset("asked");
const folds = asset("folds");
const cards = asset("cards");
const choosing = asset("choosing");
const drawing = asset("drawing");
const history = asset("history");
const packing = asset("packing");
const drawnpath = asset("drawnpath");
const start = asset("start");
const gains = asset("gains");
asset("shapes");
const utm = asset("utm");
const { wanted } = asset("welcome");

function places() {
  const doc = { ...town(), asOf: 2021 };
  const card = (group, kind, known, offers) => ({ group, kind, known: { status: known }, offers: offers || [] });
  const one = (feature, year, status) => ({ feature, year, status, text: `${feature} ${status}`, date: String(year) });
  doc.places = {
    before: 2020,
    groups: [{ id: "parks" }, { id: "offers" }],
    cards: { meadow: card("parks", "park", "open", ["swap"]), pond: card("parks", "lake", "funded") },
    timeline: [one("", 2014, "event"), one("meadow", 2020, "planned"), one("meadow", 2021, "open"), one("meadow", 2022, "event"), one("pond", 2023, "expected")],
  };
  return doc;
}

const at = (year, more) => ({ year, before: 2020, kind: "", openNow: false, place: "", areas: ["north"], ...more });

test("every key of the address is read and written back", () => {
  const doc = places();
  const state = {};
  for (const [key, text] of [["sted", "pond"], ["slags", "lake"], ["aabent", "ja"], ["siden", "2021"], ["planer", "ja"], ["forskel", "ja"]]) {
    assert.equal(asked.KEYS[key].read(text, state, doc), true, key);
    assert.equal(asked.KEYS[key].write(state), text);
  }
});

test("what is not there is told and leaves the state as it was", () => {
  const doc = places();
  const state = { place: "", kind: "", before: 2020 };
  for (const [key, text] of [["sted", "nowhere"], ["slags", "zoo"], ["aabent", "maybe"], ["siden", "1800"], ["siden", "2022"], ["siden", " 2021"], ["planer", "no"], ["forskel", "no"]]) {
    assert.equal(asked.KEYS[key].read(text, state, doc), false, key);
  }
  assert.deepEqual([state.place, state.kind, state.before], ["", "", 2020]);
});

test("a place of the list is a start that the address names, and nothing else is", () => {
  const doc = places();
  doc.places.cards.hall = { group: "places", kind: "hall", known: { status: "open" }, offers: [] };
  const state = { start: "" };
  assert.equal(asked.KEYS.start.write(state), null);
  for (const text of ["meadow", "nowhere", "constructor"]) assert.equal(asked.KEYS.start.read(text, state, doc), false, text);
  assert.equal(state.start, "");
  assert.equal(asked.KEYS.start.read("hall", state, doc), true);
  assert.equal(asked.KEYS.start.write(state), "hall");
});

test("parts of the page are open as the address says, in the page's order", () => {
  const state = {};
  assert.equal(folds.KEY.read("tegn,steder", state), true);
  assert.deepEqual(state.folds, ["steder", "tegn"]);
  assert.equal(folds.KEY.write(state), "steder,tegn");
  assert.equal(folds.KEY.read("steder,loftet", state), false);
  assert.deepEqual(state.folds, ["steder"]);
  assert.equal(folds.KEY.write({ folds: [] }), null, "nothing is open on a phone");
});

test("a part is opened and closed beside the others", () => {
  assert.deepEqual(folds.changed(["tegn"], "stier", true), ["stier", "tegn"]);
  assert.deepEqual(folds.changed(["stier", "tegn"], "stier", false), ["tegn"]);
});

test("a chosen card stands apart until its own list is open", () => {
  const doc = places();
  doc.places.cards.track = { group: "paths", kind: "path", known: { status: "open" }, offers: [] };
  const parted = { known: ["meadow", "track"], absent: ["pond"] };
  const apart = (place, open) => cards.isApart({ place, folds: open }, doc, parted);
  assert.deepEqual([apart("", []), apart("meadow", []), apart("meadow", ["stier"]), apart("meadow", ["steder"])], [false, true, true, false]);
  assert.deepEqual([apart("track", ["steder"]), apart("track", ["stier"])], [true, false]);
  assert.equal(apart("pond", []), false, "what is not there yet has a list of its own");
  assert.equal(cards.isApart({ place: "meadow", folds: ["steder"] }, doc, { known: [], absent: [] }), true, "a filter does not hide what was chosen");
});

test("walks begin in the first chosen area, or where the package begins", () => {
  const doc = places();
  assert.equal(asked.origin({ areas: ["pond", "south"] }, doc), "south");
  assert.equal(asked.origin({ areas: ["pond"] }, doc), "north");
});

test("cards are chosen by kind, by offers and by what is open now", () => {
  const doc = places();
  assert.deepEqual(choosing.asked(doc, at(2022)), ["meadow", "pond"]);
  assert.deepEqual(choosing.asked(doc, at(2022, { kind: "lake" })), ["pond"]);
  assert.deepEqual(choosing.asked(doc, at(2022, { kind: "offers" })), ["meadow"]);
  assert.deepEqual(choosing.asked(doc, at(2019, { openNow: true })), ["meadow"]);
});

test("what is not there yet stands apart", () => {
  assert.deepEqual(choosing.parted(places(), at(2019)), { known: ["pond"], absent: ["meadow"] });
});

test("news are openings after the one year and up to the other", () => {
  const doc = places();
  assert.deepEqual(choosing.fresh(doc, at(2021)).map(([id]) => id), ["meadow"]);
  assert.deepEqual(choosing.fresh(doc, at(2020)), []);
  assert.deepEqual(choosing.fresh(doc, at(2022, { before: 2021 })), []);
  assert.deepEqual(choosing.coming(doc, at(2020)), ["meadow", "pond"]);
  assert.deepEqual(choosing.coming(doc, at(2022)), ["pond"]);
});

test("what is expected is never new", () => {
  assert.deepEqual(choosing.fresh(places(), at(2023, { before: 2022 })), []);
});

test("milestones are grouped by year, the earlier ones together", () => {
  const { earlier, years } = history.grouped(places().places.timeline, places().years);
  assert.deepEqual(earlier.map((one) => one.year), [2014]);
  assert.deepEqual(years.map(([year, found]) => [year, found.length]), [[2020, 1], [2021, 1], [2022, 1], [2023, 1]]);
});

test("keys go from year to year with milestones and stop at the ends", () => {
  const years = [2018, 2020, 2023];
  assert.equal(history.stepped(years, 2018, "ArrowDown"), 2020);
  assert.equal(history.stepped(years, 2018, "ArrowUp"), 2018);
  assert.equal(history.stepped(years, 2020, "End"), 2023);
  assert.equal(history.stepped(years, 2023, "Home"), 2018);
  assert.equal(history.stepped(years, 2020, "Enter"), null);
});

test("no two statuses are drawn alike, and an absent one is not drawn", () => {
  const looks = Object.values(drawing.LOOKS).map((look) => JSON.stringify(look));
  assert.equal(new Set(looks).size, looks.length);
  assert.equal(drawing.style("absent", "parks", "park"), null);
  assert.notEqual(drawing.style("open", "parks", "lake").color, drawing.style("open", "parks", "park").color);
});

test("packed lines are steps from a first point", () => {
  assert.deepEqual(packing.line([10000000, 56000000, 500, -250]), [[56, 10], [55.99975, 10.0005]]);
});

test("streets that are not there in all years are drawn in their own", () => {
  const { inYear } = asset("streets");
  const dated = [["-pw", [[1], [2]]], ["www", [[3]]]];
  assert.deepEqual([0, 1, 2].map((index) => inYear(dated, index, "w").length), [1, 1, 3]);
  assert.deepEqual(inYear(dated, 1, "p"), [[1], [2]]);
});

test("a way is parted into what is walked along the network and straight lines off it", () => {
  const course = [[0, 0], [0, 1], [0, 2], [0, 3]];
  assert.deepEqual(packing.parted(course, [true, true]), { walked: [[0, 1], [0, 2]], straight: [[[0, 0], [0, 1]], [[0, 2], [0, 3]]] });
  assert.deepEqual(packing.parted(course, [false, false]), { walked: course, straight: [] });
});

test("degrees become metres of zone 32 and come back", () => {
  const [east, north] = utm.toMetres([10.0346, 56.4831]);
  assert.ok(Math.abs(east - 563717.1736) < 0.001 && Math.abs(north - 6260329.0662) < 0.001);
  const [lon, lat] = utm.toDegrees([east, north]);
  assert.ok(Math.abs(lon - 10.0346) < 1e-7 && Math.abs(lat - 56.4831) < 1e-7);
});

test("typed positions are read in both manners of writing, and nonsense is not", () => {
  assert.deepEqual(drawnpath.readPosition("10.0346, 56.4831"), [10.0346, 56.4831]);
  assert.deepEqual(drawnpath.readPosition("10,0346; 56,4831"), [10.0346, 56.4831]);
  assert.deepEqual(drawnpath.readPosition("10.0346 56.4831"), [10.0346, 56.4831]);
  assert.deepEqual(drawnpath.readPosition("56.4831, 10.0346"), [10.0346, 56.4831]);
  for (const wrong of ["", "10", "ten, fifty", "10, 56, 3", "10, 156", ","]) assert.equal(drawnpath.readPosition(wrong), null, wrong);
});

test("a drawn path stands in the address as its first point and the steps from there", () => {
  const path = [[10.0345, 56.4798], [10.0372, 56.4835], [10.0371, 56.4835]];
  const text = "1003450_5647980_270_370_-10_0";
  assert.equal(drawnpath.KEY.write({ path }), text);
  const state = { path: [] };
  assert.equal(drawnpath.KEY.read(text, state), true);
  assert.deepEqual(state.path, path);
  assert.equal(drawnpath.KEY.write({ path: [] }), null);
  assert.equal(drawnpath.KEY.write({ path: Array.from({ length: 201 }, (_, i) => [10 + i / 100, 56]) }), null, "an address bears only so much");
});

test("what is no path in the address is told, and there is none", () => {
  for (const text of ["1", "1_2_3", "a_b", "1_2;3_4", "1__2", "99999999_1", "1_2_"]) {
    const state = { path: [] };
    assert.equal(drawnpath.KEY.read(text, state), false, text);
    assert.deepEqual(state.path, []);
  }
});

test("a position is kept to five decimals, as the address has it", () => {
  const position = drawnpath.rounded([10.034567, 56.483123]);
  assert.deepEqual(position, [10.03457, 56.48312]);
  assert.deepEqual(drawnpath.read(drawnpath.write([position])), [position]);
});

test("a drawn path is saved as one line from point to point", () => {
  const { geometry } = drawnpath.geojson([[10, 56], [10.1, 56], [10.2, 56.1]]).features[0];
  assert.deepEqual(geometry, { type: "MultiLineString", coordinates: [[[10, 56], [10.1, 56]], [[10.1, 56], [10.2, 56.1]]] });
});

test("a point in the water is told by the water's name", () => {
  const fjord = { properties: { name: "The Fjord" }, geometry: { type: "Polygon", coordinates: [[[10, 56], [11, 56], [11, 57], [10, 57], [10, 56]]] } };
  const river = { properties: { name: "The River" }, geometry: { type: "LineString", coordinates: [[9, 56], [9, 57]] } };
  assert.equal(start.waterAt([10.5, 56.5], [river, fjord]), "The Fjord");
  assert.equal(start.waterAt([9.5, 56.5], [river, fjord]), null);
});

test("a change is looked up by what may be walked in both years, and says what a place was", () => {
  const packed = { years: [0, 0, 1], planned: [1, 1, 1], ways: [{ minutes: [1, 2, 3] }, { minutes: [1, 1, 2] }], changes: { "0-1": { verdict: "gained", saved: null, error: null } } };
  assert.equal(gains.changed(packed, 0, 1, false, ["open", "open", "open"]).verdict, "same");
  assert.equal(gains.changed(packed, 0, 2, false, ["building", "open", "open"]).verdict, "gained");
  assert.equal(gains.changed(packed, 0, 1, true, ["building", "building", "open"]).was, "building");
  assert.equal(gains.changed(packed, 1, 2, false, ["building", "open", "open"]).was, null);
});

test("the offer of a first visit is for phones at a bare address, once a session", () => {
  assert.equal(wanted(true, "", null), true);
  assert.equal(wanted(false, "", null), false);
  assert.equal(wanted(true, "?sprog=en", null), true);
  assert.equal(wanted(true, "?aar=2020", null), false);
  assert.equal(wanted(true, "", "yes"), false);
});
