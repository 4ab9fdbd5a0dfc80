/* The table of all figures as plain data: its rows, what is sought in them, their order.
 *
 * Pure functions. What is asked for stands in the address, under keys of its own; the
 * server answers the same question with the same rows (`geodata/files/selection.py`).
 */
(function (root) {
  "use strict";

  const COLUMNS = ["indicator", "area", "period", "role", "value", "remarks", "source"];
  const REMARKS = ["note", "doubtful", "invalid"];
  const EVERYTHING = Object.freeze({ text: "", indicator: "", area: "", remark: "", sort: "", descending: false });
  const MAX_TEXT = 100;

  /** Text as it is sought: lower case, one space for many. */
  function plain(text) {
    return text.replace(/[ \t\r\n\u00a0\u202f]+/g, " ").replace(/^ +| +$/g, "").toLowerCase();
  }

  function searchable(row, doc) {
    const { cell } = row;
    const severity = cell.severity ? doc.texts[`severity.${cell.severity}`] : "";
    return [row.name, row.place, cell.period, row.role, cell.text, severity, ...cell.findings, ...cell.notes, ...cell.source]
      .map(plain).join("\n");
  }

  function row(doc, indicator, geography, year, cell) {
    const role = doc.texts[cell.baseline ? "role.baseline" : "role.status"];
    const one = { indicator, geography, year, cell, role, name: doc.indicators[indicator].name, place: doc.geographies[geography].name };
    return { ...one, text: searchable(one, doc) };
  }

  /** All figures of a document, or of its one series that is there: by theme and series, then by
   * year; those without a year last. */
  function all(doc) {
    const places = Object.keys(doc.geographies);
    const listed = doc.seriesOfRows ? [doc.seriesOfRows] : doc.themes.flatMap((theme) => theme.indicators);
    return listed.flatMap((id) => {
      const { cells, unplaced, years } = doc.indicators[id];
      const placed = years.flatMap((year) => places.filter((place) => Object.hasOwn(cells[year], place))
        .map((place) => row(doc, id, place, year, cells[year][place])));
      return [...placed, ...unplaced.map((cell) => row(doc, id, cell.geography, null, cell))];
    });
  }

  /** Whether a row has a remark: `note` is any at all, a word about the row included. */
  function remarked(cell, remark) {
    if (remark === "") return true;
    if (remark === "note") return cell.severity !== "" || cell.notes.length > 0 || cell.findings.length > 0;
    return cell.severity === remark;
  }

  function matching(rows, wanted) {
    const sought = plain(wanted.text);
    return rows.filter((one) => (wanted.indicator === "" || one.indicator === wanted.indicator)
      && (wanted.area === "" || one.geography === wanted.area)
      && remarked(one.cell, wanted.remark)
      && (sought === "" || one.text.includes(sought)));
  }

  /** What a column is sorted by; numbers are compared as numbers, text as the language does. */
  const SORTED_BY = {
    indicator: (one) => one.name,
    area: (one) => one.place,
    period: (one) => one.year ?? 0,
    role: (one) => one.role,
    value: (one) => one.cell.value,
    remarks: (one) => REMARKS.indexOf(one.cell.severity) + (remarked(one.cell, "note") ? 1 : 0),
    source: (one) => one.cell.source.join(" / "),
  };

  function ordered(rows, wanted, language) {
    if (wanted.sort === "") return rows;
    const by = SORTED_BY[wanted.sort];
    const words = new Intl.Collator(language, { numeric: true });
    const compare = (a, b) => (typeof by(a) === "number" ? by(a) - by(b) : words.compare(by(a), by(b)));
    return [...rows].sort((a, b) => (wanted.descending ? compare(b, a) : compare(a, b)));
  }

  /** The next order when a column's head is pressed: upwards first, then downwards. */
  function pressed(wanted, column) {
    const again = wanted.sort === column;
    return { ...wanted, sort: column, descending: again && !wanted.descending };
  }

  function isEverything(wanted) {
    return ["text", "indicator", "area", "remark"].every((part) => wanted[part] === "");
  }

  /** Each key of the address: whether what it says is known, and the part that it sets. */
  const READERS = {
    soeg: (text) => (text.length <= MAX_TEXT ? { text } : null),
    serie: (text, doc) => (Object.hasOwn(doc.indicators, text) ? { indicator: text } : null),
    sted: (text, doc) => (Object.hasOwn(doc.geographies, text) ? { area: text } : null),
    forbehold: (text) => (REMARKS.includes(text) ? { remark: text } : null),
    sorter: (text) => {
      const sort = text.replace(/^-/, "");
      return COLUMNS.includes(sort) ? { sort, descending: text.startsWith("-") } : null;
    },
  };

  /** Read an address' query; return what is asked for and the keys that were wrong. */
  function parse(search, doc) {
    const asked = new URLSearchParams(search);
    const read = Object.keys(READERS).filter((key) => asked.get(key)).map((key) => [key, READERS[key](asked.get(key), doc)]);
    return {
      wanted: Object.assign({ ...EVERYTHING }, ...read.map(([, part]) => part)),
      wrong: read.filter(([, part]) => part === null).map(([key]) => key),
    };
  }

  function pairs(named) {
    return Object.entries(named).filter(([, text]) => text !== "").map(([key, text]) => `&${key}=${encodeURIComponent(text)}`).join("");
  }

  /** What is asked for, as the end of this page's query. */
  function query(wanted) {
    const sorter = wanted.sort === "" ? "" : (wanted.descending ? "-" : "") + wanted.sort;
    return pairs({ soeg: wanted.text, serie: wanted.indicator, sted: wanted.area, forbehold: wanted.remark, sorter });
  }

  /** The address of a file with the rows that are asked for. */
  function download(kind, wanted, language) {
    const asked = pairs({ indikator: wanted.indicator, omraader: wanted.area, forbehold: wanted.remark, soeg: wanted.text });
    return `${root.blok.downloads.figures(kind)}?sprog=${language}${asked}`;
  }

  /** The view in which the map shows a row: its series, its year, and its place if it has one. */
  function onMap(one, state, doc) {
    const years = doc.indicators[one.indicator].years;
    const year = one.year ?? years[years.length - 1] ?? state.year;
    const areas = doc.areas.includes(one.geography) ? [one.geography] : state.areas;
    return { ...state, indicator: one.indicator, year, areas, mode: "value" };
  }

  const api = { COLUMNS, REMARKS, EVERYTHING, MAX_TEXT, all, plain, matching, ordered, pressed, isEverything, parse, query, download, onMap };
  root.blok = Object.assign(root.blok || {}, { rows: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
