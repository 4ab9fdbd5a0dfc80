/* Places the areas of the maps in a file, for a test that asks the server's own code the same. */
"use strict";

const fs = require("node:fs");
const { asset } = require("./town.cjs");

asset("boxes");
const { place } = asset("placing");
const { wrap } = asset("lettering");

const { maps, names } = JSON.parse(fs.readFileSync(process.argv[2], "utf-8"));
const placed = maps.map((asked) => place({ ...asked, names: [] }));
const wrapped = names.map((name) => [1, 2, 3].map((count) => wrap(name, count)));
process.stdout.write(JSON.stringify({ placed, wrapped }));
