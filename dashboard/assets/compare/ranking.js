/* Rangering: the figures of a year on one line each, with intervals where they can be known.
 *
 * The list is in order; a rank is said only where the document claims one.
 */
(function (root) {
  "use strict";

  const PAD = 0.06;

  /** The years that any of the chosen places has figures in. */
  function yearsOf(doc, state) {
    const byYear = doc.compare.ranking[state.indicator];
    return Object.keys(byYear).map(Number).filter((year) => rows(doc, { ...state, year }).length + unusable(doc, { ...state, year }).length > 0);
  }

  /** The nearest year with figures; of two as near, the later one. Null without any. */
  function yearFor(doc, state) {
    const years = yearsOf(doc, state);
    return years.slice().sort((one, two) => Math.abs(one - state.year) - Math.abs(two - state.year) || two - one)[0] ?? null;
  }

  function found(doc, state) {
    return doc.compare.ranking[state.indicator][state.year] || { order: [], unusable: [], intervals: {}, claims: [] };
  }

  /** The chosen places in order: {place, cell, interval}. */
  function rows(doc, state) {
    const { order, intervals } = found(doc, state);
    return order.filter((place) => state.areas.includes(place)).map((place) => ({
      place, cell: root.blok.figures.cellOf(doc, state.indicator, state.year, place), interval: intervals[place] || null,
    }));
  }

  function unusable(doc, state) {
    return found(doc, state).unusable.filter((place) => state.areas.includes(place));
  }

  /** The pairs of chosen places whose order is claimed. */
  function claims(doc, state) {
    return found(doc, state).claims.filter((pair) => pair.every((place) => state.areas.includes(place)));
  }

  /** The scale: every figure, interval and the benchmark, with room; [0, 1] for a single point. */
  function scale(list, benchmark) {
    const values = list.flatMap(({ cell, interval }) => [cell.value, ...(interval && interval.low !== undefined ? [interval.low, interval.high] : [])]);
    if (benchmark) values.push(benchmark.value);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = (high - low || Math.abs(high) || 1) * PAD;
    return [low - room, high + room];
  }

  /** Where a value stands on a scale, in percent of its width. */
  function at([low, high], value) {
    return (100 * (value - low)) / (high - low);
  }

  const api = { yearsOf, yearFor, rows, unusable, claims, scale, at };
  root.blok = Object.assign(root.blok || {}, { ranking: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
