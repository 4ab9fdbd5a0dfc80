/* Answers cases of walks with the scripts of the page; `test_walks_agree.py` asks. */
"use strict";

const fs = require("node:fs");
const { asset } = require("./town.cjs");

for (const name of ["nearby", "heap", "ways", "shapes", "walking", "telltime", "journeys"]) asset(name);
const { ways, journeys } = globalThis.blok;
const [packed, cases] = process.argv.slice(2).map((file) => JSON.parse(fs.readFileSync(file, "utf8")));
const net = ways.unpack(packed);

function answer({ index, planned, statuses, point, error }) {
  return journeys.from(ways.graphAt(net, index, planned), journeys.pointStart(point, error), (id) => statuses[id]);
}

process.stdout.write(JSON.stringify(cases.map(answer)));
