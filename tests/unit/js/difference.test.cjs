/* What an area gains is told alike by colour, label, words and key. */
"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { asset, town } = require("./town.cjs");

for (const name of ["dom", "look", "choosing", "ways", "telltime", "walkwords", "changetable", "gains"]) asset(name);
const difference = asset("difference");

const TEXTS = {
  "places.diff.new": "new", "places.diff.gone": "gone", "places.diff.same": "same", "places.diff.worse": "worse", "places.undecided": "undecided",
  "places.diff.unknown": "unknown", "places.diff.newNear": "new near", "places.diff.newFar": "new far",
  "places.diff.count.shorter": "shorter {count}", "places.diff.count.near": "near {count}", "places.diff.count.far": "far {count}", "places.diff.count.worse": "worse {count}",
  "places.diff.count.undecided": "undecided {count}", "places.diff.count.same": "same {count}", "places.diff.count.unknown": "unknown {count}",
  "places.minutes": "{minutes} min", "places.range": "{low}-{high}", "places.underOne": "under 1", "places.verdict.gained": "a new place", "places.verdict.lost": "lost",
  "places.verdict.shorter": "{minutes} ({low}-{high})", "places.verdict.longer": "{minutes} longer", "places.verdict.undecided": "undecided",
  "places.tooSmall": "{metres} under {error}", "places.drawnRoads": "as drawn",
};

/** A town whose walks are 80 m a minute, with one year's change of north and none of south. */
function doc(schematic) {
  const made = { ...town(), texts: TEXTS };
  const walk = (mid) => ({ minutes: [mid - 1, mid, mid + 1], exact: schematic ? null : mid });
  const packed = (changes) => ({ years: [0, 0, 1, 1, 1], planned: [1, 1, 1, 1, 1], ways: [walk(9), walk(5)], changes });
  const shorter = { "0-1": { verdict: "shorter", saved: 320, error: 10 }, "1-0": { verdict: "longer", saved: -320, error: 10 } };
  const doubt = { "0-1": { verdict: "undecided", saved: 5, error: 10 } };
  made.places = {
    cards: { meadow: { group: "parks" }, pond: { group: "parks" }, trail: { group: "paths" } },
    reach: { pace: 80, schematic, walks: {
      north: { meadow: packed(shorter), pond: packed(doubt), trail: packed(shorter) },
      south: { meadow: packed(doubt), pond: packed(doubt), trail: packed(shorter) },
    } },
  };
  made.features.meadow.status = made.years.map(() => "open");
  return made;
}

const at = (more) => ({ year: 2022, before: 2019, planned: false, place: "", path: [], ...more });

test("with a place chosen each area says the minutes saved to it", () => {
  const looks = difference.looks(at({ place: "meadow" }), doc(true));
  assert.equal(looks.north.label, "−4");
  assert.equal(looks.north.words, "4 (3-5) as drawn");
  assert.deepEqual([looks.south.label, looks.south.words], ["?", "5 under 10"]);
});

test("on surveyed streets minutes are exact", () => {
  const made = doc(false);
  made.places.reach.walks.north.meadow.changes["0-1"].saved = 100;
  assert.equal(difference.looks(at({ place: "meadow" }), made).north.label, "−1,3");
});

test("with none chosen each area counts the places that are nearer or new, paths left out", () => {
  const looks = difference.looks(at({}), doc(true));
  assert.deepEqual([looks.north.label, looks.north.words], ["+1", "shorter 1; undecided 1"]);
  assert.deepEqual([looks.south.label, looks.south.words], ["?", "undecided 2"]);
});

test("before the year compared with there is nothing to show", () => {
  assert.equal(difference.isShown(at({ difference: true, year: 2019 }), doc(true)), false);
  assert.equal(difference.isShown(at({ difference: true }), doc(true)), true);
  assert.equal(difference.isShown(at({ difference: false }), doc(true)), false);
});

test("between years with the same ways nothing changes, and the label says 0", () => {
  assert.equal(difference.looks(at({ year: 2020 }), doc(true)).north.label, "0");
});

test("a place that opened is new, one that closed is gone", () => {
  const made = doc(true);
  const row = (verdict, mid) => ({ area: "north", place: "pond", verdict, after: { minutes: [mid - 1, mid, mid + 1] } });
  const [near, far] = [difference.ofPlace(row("gained", 4), made), difference.ofPlace(row("gained", 40), made)];
  assert.deepEqual([near.label, near.words], ["new 4", "a new place, 4 min (3-5)"]);
  assert.equal(far.label, "new 40");
  assert.notEqual(near.fill, far.fill);
  assert.equal(difference.ofPlace(row("lost"), made).label, "gone");
  assert.equal(difference.ofPlace(row("unknown"), made).label, "–");
});

test("a new place counts where it is near, and is told where it is far", () => {
  const made = doc(true);
  const row = (mid) => ({ area: "north", place: "pond", verdict: "gained", after: { minutes: [mid - 1, mid, mid + 1] } });
  const same = { area: "north", place: "meadow", verdict: "same", after: { minutes: [1, 2, 3] } };
  const unknown = { area: "north", place: "meadow", verdict: "unknown", after: { reason: "too_sparse" } };
  assert.equal(difference.ofAll([row(15), same], made).label, "+1");
  assert.deepEqual(difference.ofAll([row(16), same], made), { fill: "var(--neutral)", label: "0", words: "far 1; same 1" });
  assert.deepEqual(difference.ofAll([row(16), unknown], made), { fill: "var(--unsure)", label: "–", words: "far 1; unknown 1" });
});

test("ways that cannot be reckoned are counted, but not those to places that are not there", () => {
  const unknown = (reason) => ({ area: "north", place: "pond", verdict: "unknown", after: { reason } });
  assert.equal(difference.counted([unknown("too_sparse"), unknown("absent"), unknown("closed")]).unknown, 1);
});

test("a drawn path is told instead of the years", () => {
  const rows = [{ area: "south", place: "meadow", verdict: "shorter", saved: 480, error: 10, after: { exact: 3 } }];
  globalThis.blok.sketch = { found: () => ({ rows }) };
  const path = [[10, 56], [10.01, 56]];
  const looks = difference.looks(at({ place: "meadow", path }), doc(false));
  assert.equal(looks.south.label, "−6");
  assert.equal(looks.north.label, "–");
  assert.equal(difference.looks(at({ place: "meadow" }), doc(true)).north.label, "−4", "without a path the years are");
  globalThis.blok.sketch = { found: () => null };
  assert.equal(difference.isShown(at({ difference: true, path }), doc(true)), false, "an answer is awaited");
});

test("the key has a class for each colour that can come, and no two look alike", () => {
  for (const place of ["", "meadow"]) {
    const { better, other } = difference.key(at({ place }), doc(true));
    assert.equal(new Set([...better, ...other].map(([fill]) => fill)).size, better.length + other.length);
    const fills = new Set([...better, ...other].map(([fill]) => fill));
    for (const look of Object.values(difference.looks(at({ place }), doc(true)))) assert.ok(fills.has(look.fill));
  }
  assert.deepEqual(difference.key(at({}), doc(true)).better.map(([, span]) => span), ["1", "2", "3–4", "5+"]);
  assert.deepEqual(difference.key(at({ place: "meadow" }), doc(true)).better.map(([, span]) => span), ["0", "1–2", "3–4", "5+"]);
  assert.deepEqual(difference.key(at({ place: "meadow" }), doc(false)).better.map(([, span]) => span), ["0–0,9", "1–2,9", "3–4,9", "5+"]);
});
