/* The matrix as plain data: which rows and columns, what each cell says, and their order.
 *
 * Pure functions from (document, state): all figures and differences are looked up.
 */
(function (root) {
  "use strict";

  const CELLS = ["value", "gap", "change"];
  /** What the column of names is called in the order. */
  const NAMES = "sted";

  function series(doc, indicator) {
    return doc.compare.matrix.series[indicator];
  }

  /** The rows: the chosen places that have any figure, in the order of the package. */
  function rows(doc, state) {
    return doc.compare.matrix.rows.filter((place) => state.areas.includes(place));
  }

  /** The themes with their columns; one theme where one is chosen. */
  function themes(doc, state) {
    return doc.themes.filter(({ id }) => state.theme === "" || state.theme === id);
  }

  function themeOf(doc, indicator) {
    const found = doc.themes.find(({ indicators }) => indicators.includes(indicator));
    return found ? found.id : "";
  }

  function columns(doc, state) {
    return themes(doc, state).flatMap(({ indicators }) => indicators);
  }

  /** Of a place's figures, the one of the year, or the latest; null without one. */
  function pick(own, state) {
    if (!own) return null;
    const found = state.when === "year" ? own.find(({ year }) => year === state.year) : own[own.length - 1];
    return found || null;
  }

  function entry(doc, state, indicator, place) {
    return pick(series(doc, indicator).places[place], state);
  }

  /** Why a place has no figure: the map's reason of that year, or that there is none. */
  function absence(doc, state, indicator, place) {
    const { years, reasons } = doc.indicators[indicator];
    const year = state.when === "year" ? state.year : years[years.length - 1];
    return (reasons[year] && reasons[year][place]) || "no_figures";
  }

  function difference(found, state) {
    if (state.cells === "change") return found.change;
    return state.against === "" ? "none_chosen" : found.gaps[state.against] || "no_pair";
  }

  /** What a cell says: `figure`, and `held` where a difference is asked for; or why nothing is.
   * `sort` is the number it is ordered by, null where there is none. */
  function cell(doc, state, indicator, place) {
    const figure = entry(doc, state, indicator, place);
    if (figure === null) return { figure, held: null, absent: absence(doc, state, indicator, place), sort: null };
    if (state.cells === "value") return { figure, held: null, absent: null, sort: figure.severity === "invalid" ? null : figure.value };
    const held = difference(figure, state);
    return { figure, held, absent: null, sort: typeof held === "string" ? null : held.value };
  }

  /** The benchmark's own figure in a column. */
  function benchmark(doc, state, indicator) {
    return pick(series(doc, indicator).groups[state.against], state);
  }

  /** The shown figures that something is said of, column by column. */
  function remarks(doc, state) {
    return columns(doc, state).map((indicator) => ({
      indicator,
      said: rows(doc, state).map((place) => ({ place, figure: entry(doc, state, indicator, place) })).filter(({ figure }) => figure !== null && figure.said.length > 0),
    })).filter(({ said }) => said.length > 0);
  }

  function read(sort) {
    return { column: sort.replace(/^-/, ""), descending: sort.startsWith("-") };
  }

  /** The order when a head is pressed: upwards first, then downwards. */
  function pressed(sort, column) {
    return sort === column ? `-${column}` : column;
  }

  function byNumber(doc, state, column, descending) {
    const keys = Object.fromEntries(rows(doc, state).map((place) => [place, cell(doc, state, column, place).sort]));
    return (one, two) => {
      if (keys[one] === null || keys[two] === null) return (keys[one] === null) - (keys[two] === null);
      return descending ? keys[two] - keys[one] : keys[one] - keys[two];
    };
  }

  function byName(doc, descending) {
    const words = new Intl.Collator(doc.language, { numeric: true });
    const compare = (one, two) => words.compare(doc.geographies[one].name, doc.geographies[two].name);
    return (one, two) => (descending ? compare(two, one) : compare(one, two));
  }

  /** The rows in the order that is asked for; cells without a number come last either way. */
  function ordered(doc, state) {
    const { column, descending } = read(state.sort);
    const all = rows(doc, state);
    if (column === "" || (column !== NAMES && !columns(doc, state).includes(column))) return all;
    return [...all].sort(column === NAMES ? byName(doc, descending) : byNumber(doc, state, column, descending));
  }

  /** How a column is ordered, as `aria-sort` says it; null where it is not. */
  function direction(state, column) {
    const now = read(state.sort);
    if (now.column !== column) return null;
    return now.descending ? "descending" : "ascending";
  }

  function oneOf(list, key, first) {
    return (text, state) => {
      const known = list.includes(text);
      state[key] = known ? text : first;
      return known;
    };
  }

  /** What an address says of a choice: nothing of the one that it begins with. */
  function unless(value, first) {
    return value === first ? null : value;
  }

  /** The keys of the address that only the matrix has. */
  const KEYS = {
    celler: { initial: () => ({ cells: "value" }), read: oneOf(CELLS, "cells", "value"), write: (state) => unless(state.cells, "value") },
    naar: { initial: () => ({ when: "latest" }), read: oneOf(["latest", "year"], "when", "latest"), write: (state) => unless(state.when, "latest") },
    tema: {
      initial: (doc) => ({ theme: themeOf(doc, doc.start.indicator) }),
      read: (text, state, doc) => oneOf([...(doc.comparable ? [] : [""]), ...doc.themes.map(({ id }) => id)], "theme", doc.comparable ? themeOf(doc, doc.start.indicator) : "")(text, state),
      write: (state) => state.theme,
    },
    sorter: {
      initial: () => ({ sort: "" }),
      read: (text, state, doc) => {
        const known = [NAMES, ...Object.keys(doc.indicators)].flatMap((column) => [column, `-${column}`]);
        return oneOf(["", ...known], "sort", "")(text, state);
      },
      write: (state) => unless(state.sort, ""),
    },
  };

  const api = { CELLS, NAMES, KEYS, rows, themes, columns, cell, benchmark, remarks, ordered, pressed, direction };
  root.blok = Object.assign(root.blok || {}, { matrix: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
