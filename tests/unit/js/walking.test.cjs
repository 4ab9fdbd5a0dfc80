/* Walks on a square of streets, reckoned by hand. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { square, at, blok } = require("./square.cjs");

const { ways, walking, journeys, shapes, telltime } = blok;
const open = () => "open";

/** From the corner that the school is across from. */
const corner = (error) => journeys.pointStart(at(0, 0), error || 0);

function walk(start, index, planned, settings) {
  const net = ways.unpack(square(settings));
  const graph = ways.graphAt(net, index, planned);
  return { graph, school: journeys.from(graph, start || corner(), open).school };
}

test("without the link the way goes round two sides", () => {
  assert.equal(walk(null, 0, false).school.cost, 200000);
  assert.deepEqual(walk(null, 0, false).school.minutes, [2, 3, 3]);
});

test("the link saves exactly what it must, once it is open or plans count", () => {
  assert.equal(walk(null, 2, false).school.cost, 141421);
  assert.equal(walk(null, 1, false).school.cost, 200000);
  assert.equal(walk(null, 1, true).school.cost, 141421);
});

test("the course of a walk goes from start to end by the corners", () => {
  const { graph, school } = walk(null, 0, false);
  const points = walking.course(graph, school).map(([x, y]) => [Math.round(x - 560000), Math.round(y - 6250000)]);
  assert.deepEqual(points[0], [0, 0]);
  assert.deepEqual(points[points.length - 1], [100, 100]);
  assert.ok(points.some(([x, y]) => x === 100 && y === 0));
});

test("from a point the last metres are straight and counted", () => {
  const { school } = walk(journeys.pointStart(at(50, -12), 0), 0, false);
  assert.equal(school.cost, 12000 + 50000 + 100000);
  assert.equal(school.metres, 162);
});

test("a point too far from every way has no entrance", () => {
  assert.equal(walk(journeys.pointStart(at(50, -21), 0), 0, false).school.reason, "no_entrance");
});

test("start and end on one street need no corner", () => {
  const net = ways.unpack(square());
  net.destinations.school.ways = [{ edge: 0, at: 90000, gap: 3000, outside: at(90, 3) }];
  const found = journeys.from(ways.graphAt(net, 0, false), journeys.pointStart(at(20, 0), 0), open).school;
  assert.equal(found.cost, 73000);
});

test("a place that is not there, closed or only sketched is no goal", () => {
  const net = ways.unpack(square());
  const graph = ways.graphAt(net, 0, false);
  const start = corner();
  assert.equal(journeys.from(graph, start, () => "absent").school.reason, "absent");
  assert.equal(journeys.from(graph, start, () => "closed").school.reason, "closed");
  net.destinations.school.error = 500;
  assert.equal(journeys.from(graph, start, open).school.reason, "unplaced");
});

test("a way that leads nowhere is not connected, and one without arrival has none", () => {
  const net = ways.unpack(square());
  net.lines.push({ error: 0, survey: 9, dated: false, walked: "www" });
  net.edges.push({ u: 4, v: 5, mm: 5000, cost: 5000, line: 4, course: [at(500, 500), at(505, 500)] });
  net.nodes = 6;
  net.destinations.school.ways = [{ edge: 4, at: 0, gap: 0, outside: at(500, 500) }];
  const graph = ways.graphAt(net, 0, false);
  assert.equal(journeys.from(graph, corner(), open).school.reason, "not_connected");
  net.destinations.school.ways = [];
  assert.equal(journeys.from(graph, corner(), open).school.reason, "no_arrival");
});

test("errors of start, place and each survey widen the range; one survey counts once", () => {
  const net = ways.unpack(square());
  net.lines.forEach((one) => { one.error = 40; });
  const { school } = journeys.from(ways.graphAt(net, 0, false), corner(80), open);
  assert.equal(school.error, 80 + 40 + 40);
  assert.deepEqual(school.minutes, [0, 3, 5]);
  net.lines[1].survey = net.lines[0].survey;
  assert.equal(journeys.from(ways.graphAt(net, 0, false), corner(80), open).school.error, 120);
});

test("on drawn roads the least is the straight line, and a long detour says nothing", () => {
  assert.deepEqual(walk(null, 0, false, { schematic: true }).school.minutes, [1, 3, 3]);
  const sparse = walk(null, 0, false, { schematic: true, detourFrom: 10, detour: 1.2 }).school;
  assert.deepEqual([sparse.reason, sparse.least, sparse.most], ["too_sparse", 1, 3]);
});

test("a point lies in a polygon or so far outside", () => {
  const field = { kind: "polygon", rings: [[at(0, 0), at(10, 0), at(10, 10), at(0, 10), at(0, 0)]] };
  assert.equal(shapes.distance(field, at(5, 5)), 0);
  assert.equal(shapes.distance(field, at(14, 13)), 5);
});

test("a step across a junction does not bring the error of its line along", () => {
  const net = ways.unpack(square());
  net.lines = net.lines.map((one, i) => ({ ...one, error: [20, 100, 0, 0][i] }));
  const graph = ways.graphAt(net, 0, false);
  const ends = { startError: 5, endError: 0, straight: 141 };
  const told = (mm) => telltime.told(graph, { cost: 100000 + mm, start: { gap: 0, outside: at(0, 0) }, end: { gap: 0, outside: at(100, 0) }, stretches: [[0, 0, 100000], [1, mm, 0]] }, ends);
  assert.equal(told(10).error, 5 + 20);
  assert.equal(told(11).error, 5 + 20 + 100);
});

test("minutes on surveyed streets have a decimal, on drawn ones not", () => {
  assert.equal(walk(null, 0, false).school.exact, 2.5);
  assert.equal(walk(null, 0, false, { schematic: true }).school.exact, null);
});
