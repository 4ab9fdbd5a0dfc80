/* Reads the addresses in a file, for a test that asks the server's own code the same. */
"use strict";

const fs = require("node:fs");
const { asset } = require("./town.cjs");

const { parse } = asset("state");

const { doc, queries } = JSON.parse(fs.readFileSync(process.argv[2], "utf-8"));
process.stdout.write(JSON.stringify(queries.map((query) => parse(`?${query}`, doc).state)));
