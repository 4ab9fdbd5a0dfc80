/* Unpacks records that were packed into columns, see dashboard/payload/columns.py. */
(function (root) {
  "use strict";

  /** The records by year and place. Values that are equal are the same object: nobody changes them. */
  function unpack({ places, at, fields }) {
    const columns = Object.entries(fields);
    let row = 0;
    return Object.fromEntries(Object.entries(at).map(([year, positions]) => {
      const records = {};
      for (const position of positions) {
        const record = {};
        for (const [name, { values, codes }] of columns) record[name] = values[codes ? codes[row] : 0];
        records[places[position]] = record;
        row += 1;
      }
      return [year, records];
    }));
  }

  const api = { unpack };
  root.blok = Object.assign(root.blok || {}, { columns: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
