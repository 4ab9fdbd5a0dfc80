/* A kept layer takes the outline of its year, and is hidden where there is none; nothing is drawn twice. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

asset("dom");
globalThis.L = { GeoJSON: { coordsToLatLng: ([x, y]) => [y, x], coordsToLatLngs: (list, depth) => list.map((one) => (depth > 0 ? globalThis.L.GeoJSON.coordsToLatLngs(one, depth - 1) : [one[1], one[0]])) } };
let softened = [];
globalThis.blok.kept = { soften: (element, { properties }) => softened.push(properties.error_m) };
globalThis.blok.canvas = { isDrawn: (layer) => Boolean(layer.isOnCanvas) };
const outlines = asset("outlines");

const ring = (size) => [[0, 0], [size, 0], [size, size], [0, 0]];
const doc = () => ({
  years: [2021, 2022, 2023],
  features: { north: { layer: "areas", outline: "now", near: ["last"] }, south: { layer: "areas", outline: "always", near: [] } },
  outlines: {
    years: { areas: { north: [0, 1, null] } }, near: { park: [["a"], ["b"], ["b"]] },
    told: { north: [{ text: "then" }, { text: "now" }] }, words: {},
  },
});

/** A layer as Leaflet has it, which notes what it is told. */
function layerOf(name = "areas", more = {}) {
  const geometry = { type: "Polygon", coordinates: [ring(2)] };
  const earlier = [{ geometry: { type: "MultiPolygon", coordinates: [[ring(1)]] }, error_m: 150, kind: "scattered" }];
  const element = { style: {} };
  const told = [];
  return {
    feature: { geometry, properties: { id: "north", layer: name, error_m: 5, kind: "area", outlines: earlier } },
    getElement: () => element, setLatLngs: (list) => told.push(list), setLatLng: (one) => told.push(one), told, element, ...more,
  };
}

const draw = (layer, year, told = doc()) => { let painted = 0; outlines.draw(layer, told, year, () => { painted += 1; }); return painted; };

test("a package without times says nothing, and nothing is looked for", () => {
  const layer = layerOf();
  const { outlines: left, ...without } = doc();
  assert.equal(draw(layer, 2021, without), 1);
  assert.deepEqual([layer.told, outlines.at(without, "areas", "north", 2021), outlines.text(without, "north", 2021)], [[], 0, "now"]);
});

test("a layer is given each outline once", () => {
  const layer = layerOf();
  for (const year of [2022, 2022, 2021, 2021, 2022]) draw(layer, year);
  assert.equal(layer.told.length, 2);
  assert.deepEqual(layer.told[0], [[[[0, 0], [0, 1], [1, 1], [0, 0]]]]);
  assert.deepEqual(layer.told[1], [[[0, 0], [0, 2], [2, 2], [0, 0]]]);
});

test("what an outline has of its own goes along: how sure and how scattered it is", () => {
  softened = [];
  const layer = layerOf();
  draw(layer, 2021);
  assert.deepEqual([layer.drawn.kind, layer.drawn.error_m, softened], ["scattered", 150, [150]]);
});

test("what is not there is painted and hidden with its label, and comes back", () => {
  const label = { element: { style: {} } };
  const layer = layerOf("counts", { label });
  assert.equal(draw(layer, 2023), 1);
  assert.deepEqual([layer.isAbsent, layer.element.style.display, label.element.style.display, layer.told], [true, "none", "none", []]);
  draw(layer, 2022);
  assert.deepEqual([layer.isAbsent, layer.element.style.display, label.element.style.display, layer.told], [false, "", "", []]);
});

test("a canvas has no element: the shape loses its points, and gets them again", () => {
  const layer = layerOf("areas", { isOnCanvas: true, getElement: () => undefined });
  draw(layer, 2023);
  draw(layer, 2022);
  assert.deepEqual([layer.told[0], layer.told.length], [[], 2]);
});

test("circles follow their areas", () => {
  assert.deepEqual([2021, 2022, 2023].map((year) => outlines.at(doc(), "counts", "north", year)), [0, 1, null]);
  const circle = layerOf("counts");
  circle.feature.properties.outlines = [{ geometry: { type: "Point", coordinates: [3, 4] } }];
  draw(circle, 2021);
  assert.deepEqual(circle.told, [[4, 3]]);
});

test("years differ where the outline or its being there does", () => {
  const differ = (id, one, other) => outlines.differ(doc(), "areas", id, one, other);
  assert.deepEqual([differ("north", 2021, 2022), differ("north", 2022, 2023), differ("north", 2022, 2022), differ("south", 2021, 2023)], [true, true, false, false]);
});

test("what is near and what is said of the outline are those of the year", () => {
  assert.deepEqual([2021, 2022].map((year) => outlines.near(doc(), "park", year)), [["a"], ["b"]]);
  assert.deepEqual([outlines.near(doc(), "north", 2021), outlines.text(doc(), "north", 2021), outlines.text(doc(), "south", 2021)], [["last"], "then", "always"]);
});

test("what is not there has no row in the legend", () => {
  assert.deepEqual(["no_figures", "not_there", null].map(outlines.isDrawn), [true, false, false]);
});
