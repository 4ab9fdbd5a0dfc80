/* Looks up a place's figures of a series, printed or computed, as `doc` and its sums hold them. */
(function (root) {
  "use strict";

  /** The cell of a place in a year: the printed one, or a sum; null without either. */
  function cellOf(doc, indicator, year, place) {
    const printed = (doc.indicators[indicator].cells[year] || {})[place];
    const sum = ((doc.compare.sums[indicator] || {})[year] || {})[place];
    return printed || sum || null;
  }

  /** All figures of a place in the order of years, as {year, cell}. */
  function figuresOf(doc, indicator, place) {
    return doc.years.map((year) => ({ year, cell: cellOf(doc, indicator, year, place) })).filter(({ cell }) => cell !== null);
  }

  /** Whether a series has a printed figure in any of some places, with a year or without; no places are all. */
  function isPrinted(doc, indicator, places) {
    const { cells, unplaced } = doc.indicators[indicator];
    const having = [...Object.values(cells).flatMap(Object.keys), ...unplaced.map(({ geography }) => geography)];
    return having.some((place) => places.length === 0 || places.includes(place));
  }

  /** The name of a place, with the word that its figures are sums where they are. */
  function nameOf(doc, indicator, place) {
    const computed = Object.values(doc.compare.sums[indicator] || {}).some((places) => Object.hasOwn(places, place));
    return computed ? `${doc.geographies[place].name} (${doc.texts["compare.computed"]})` : doc.geographies[place].name;
  }

  /** The marks of a cell in words: severity, findings and notes. */
  function remarksOf(cell) {
    return [...new Set([...cell.findings, ...cell.notes])];
  }

  /** Where a cell was printed; for a sum, where its parts were. */
  function sourcesOf(cell) {
    const one = (source) => `${source[0]} / ${source[1]} / ${source[2]}: \u201c${source[3]}\u201d`;
    return cell.members ? cell.members.map((member) => `${member.place} ${member.text} (${one(member.source)})`) : [one(cell.source)];
  }

  const api = { cellOf, figuresOf, isPrinted, nameOf, remarksOf, sourcesOf };
  root.blok = Object.assign(root.blok || {}, { figures: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
