/* Names stand in their area or beside it, on nothing else, and always in the same place. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset } = require("./town.cjs");

const boxes = asset("boxes");
const { place, apart } = asset("placing");

const FRAME = { left: 0, top: 0, right: 600, bottom: 400 };
const square = (x, y, side) => [[[x, y], [x + side, y], [x + side, y + side], [x, y + side]]];
const size = (width, height, cost = 0) => ({ width, height, cost });

function area(id, x, y, side, sizes) {
  return { id, rings: square(x, y, side), at: [x + side / 2, y + side / 2], circle: null, sizes };
}

function map(more) {
  return { areas: [], lakes: [], names: [], blocked: [], frame: FRAME, ...more };
}

const boxOf = (asked, placed, id) => {
  const { sizes } = [...asked.areas, ...asked.names].find((one) => one.id === id);
  const { width, height } = sizes[placed[id].index];
  return boxes.around(placed[id].at, width, height);
};

/** A generator of numbers that is the same each time. */
function dice(seed) {
  let state = seed;
  return (sides) => { state = (state * 1103515245 + 12345) % 2147483648; return state % sides; };
}

/** A map of areas, dots and names thrown at random; areas do not lie on each other. */
function thrown(seed) {
  const roll = dice(seed);
  const cells = Array.from({ length: 12 }, (_, i) => [(i % 4) * 150, Math.floor(i / 4) * 133]);
  const areas = cells.filter(() => roll(3) > 0).map(([x, y], i) => area(`a${i}`, x + 20 + roll(40), y + 20 + roll(40), 15 + roll(45), [size(60 + roll(60), 32), size(40 + roll(20), 44, 2)]));
  const dots = Array.from({ length: 10 }, () => boxes.around([roll(600), roll(400)], 14, 14));
  const names = dots.map((dot, i) => ({ id: `n${i}`, at: boxes.middle(dot), radius: 9, rings: null, isBeside: true, sizes: [size(50 + roll(70), 14)] }));
  return map({ areas, names, blocked: [...dots, { left: 0, top: 300, right: 120, bottom: 400 }] });
}

test("a name stands in its area where it fits, at the area's own point", () => {
  const asked = map({ areas: [area("a", 100, 100, 200, [size(80, 30)])] });
  assert.deepEqual(place(asked).a, { at: [200, 200], index: 0, line: null });
});

test("a name too wide for its area stands beside it, without a line where it is next to it", () => {
  const asked = map({ areas: [area("a", 100, 100, 40, [size(80, 30)])] });
  const { at, line } = place(asked).a;
  assert.deepEqual(at, [184, 120]);
  assert.equal(line, null);
});

test("a dot in the area pushes the name aside", () => {
  const dot = boxes.around([200, 200], 20, 20);
  const asked = map({ areas: [area("a", 100, 100, 200, [size(80, 30)])], blocked: [dot] });
  const box = boxOf(asked, place(asked), "a");
  assert.equal(boxes.overlap(box, dot), false);
  assert.equal(boxes.fits(box, asked.areas[0].rings), true);
});

test("a name that stands far off has a line that ends at its own area", () => {
  const wall = [{ left: 90, top: 85, right: 155, bottom: 155 }, { left: 155, top: 60, right: 175, bottom: 180 }];
  const asked = map({ areas: [area("a", 100, 100, 40, [size(80, 30)])], blocked: wall });
  const { line } = place(asked).a;
  const [x, y] = line[1];
  assert.ok((x === 100 || x === 140 || y === 100 || y === 140) && x >= 100 && x <= 140 && y >= 100 && y <= 140);
});

test("where two areas are near, a line says whose name it is", () => {
  const asked = map({ areas: [area("a", 100, 100, 40, [size(80, 30)]), area("b", 233, 100, 40, [size(80, 30)])],
    blocked: [{ left: 0, top: 0, right: 99, bottom: 400 }, { left: 0, top: 0, right: 600, bottom: 99 }, { left: 0, top: 141, right: 600, bottom: 400 }] });
  const placed = place(asked);
  assert.ok(placed.a.line === null || placed.a.line.length === 2);
  assert.equal(boxes.overlap(boxOf(asked, placed, "a"), boxOf(asked, placed, "b")), false);
});

test("what is too narrow for the whole name keeps its value", () => {
  const asked = map({ frame: { left: 90, top: 90, right: 150, bottom: 150 }, areas: [area("a", 100, 100, 40, [size(80, 30), size(30, 15, 150)])] });
  assert.equal(place(asked).a.index, 1);
});

test("what has no room at all is not shown", () => {
  const asked = map({ areas: [area("a", 100, 100, 40, [size(80, 30)])], blocked: [FRAME] });
  assert.equal(place(asked).a, null);
});

test("another area makes room for one that has only one place", () => {
  const frame = { left: 0, top: 0, right: 300, bottom: 60 };
  const first = area("first", 100, 10, 40, [size(70, 30)]);
  const second = area("second", 245, 10, 50, [size(90, 30)]);
  const placed = place(map({ frame, areas: [first, second] }));
  assert.ok(placed.first.at[0] < 100 && placed.second.at[0] > 140);
});

test("a name of a place stands on no area and on no lake", () => {
  const asked = map({ areas: [area("a", 135, 80, 40, [size(30, 10)])], lakes: [{ id: "lake", rings: square(0, 80, 60) }],
    names: [{ id: "n", at: [100, 100], radius: 8, rings: null, isBeside: true, sizes: [size(60, 14)] }] });
  const box = boxOf(asked, place(asked), "n");
  assert.equal(boxes.covers(box, asked.areas[0].rings) || boxes.covers(box, asked.lakes[0].rings), false);
});

test("of two areas in one narrow place, neither has its name led across the other", () => {
  const asked = map({ frame: { left: 0, top: 0, right: 400, bottom: 300 }, areas: [area("a", 180, 100, 30, [size(90, 30)]), area("b", 180, 150, 30, [size(90, 30)])],
    blocked: [{ left: 120, top: 60, right: 270, bottom: 240 }] });
  const placed = place(asked);
  for (const [id, other] of [["a", "b"], ["b", "a"]]) {
    if (placed[id] === null) continue;
    const { rings } = asked.areas.find((one) => one.id === other);
    assert.equal(boxes.runsOver(placed[id].line, boxes.bounds(rings), rings), false);
  }
  assert.ok(placed.a !== null && placed.b !== null);
  assert.equal(boxes.meet(placed.a.line, placed.b.line), false);
});

test("of several orders the one whose names stand nearest is kept", () => {
  // In the given order "wide" takes the only near place of "tight", which then stands far off.
  const frame = { left: 0, top: 0, right: 500, bottom: 100 };
  const wide = area("wide", 200, 30, 40, [size(70, 30)]);
  const tight = area("tight", 330, 30, 40, [size(80, 30)]);
  const wall = { left: 371, top: 0, right: 460, bottom: 100 };
  const placed = place(map({ frame, areas: [wide, tight], blocked: [wall] }));
  assert.ok(placed.tight.at[0] > 240 && placed.tight.at[0] < 330);
  assert.ok(placed.wide.at[0] < 200);
});

test("on any map nothing lies on anything else, and all areas have a label", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const asked = thrown(seed);
    const placed = place(asked);
    const shown = Object.keys(placed).filter((id) => placed[id] !== null);
    const all = shown.map((id) => boxOf(asked, placed, id));
    for (const { id } of asked.areas) assert.ok(placed[id], `${seed}: ${id} has no label`);
    const lines = asked.areas.map(({ id }) => placed[id].line).filter(Boolean);
    lines.forEach((line, i) => lines.slice(i + 1).forEach((other) => assert.equal(boxes.meet(line, other), false, `${seed}: lines cross`)));
    all.forEach((box, i) => {
      assert.ok(boxes.within(box, FRAME), `${seed}: ${shown[i]} sticks out`);
      for (const other of [...all.slice(i + 1), ...asked.blocked]) assert.equal(boxes.overlap(box, other), false, `${seed}: ${shown[i]}`);
      for (const { id, rings } of asked.areas) assert.ok(id === shown[i] || !boxes.covers(box, rings), `${seed}: ${shown[i]} lies on ${id}`);
    });
  }
});

test("the same map has the same places", () => {
  for (let seed = 1; seed <= 5; seed += 1) assert.deepEqual(place(thrown(seed)), place(thrown(seed)));
});

test("dots on each other are moved apart, others stay", () => {
  const moves = apart([[0, 0], [4, 0], [100, 0]], 14, 10);
  assert.deepEqual(moves, [[-5, 0], [5, 0], [0, 0]]);
});

test("dots in one spot part too, and no dot goes far", () => {
  const moves = apart(Array.from({ length: 30 }, () => [50, 50]), 14, 10);
  assert.ok(moves.every(([x, y]) => Math.hypot(x, y) <= 10.001));
  assert.notDeepEqual(moves[0], moves[1]);
});
