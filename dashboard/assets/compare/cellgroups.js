/* Lists the cells that figures were printed in: those of one column of the report together. */
(function (root) {
  "use strict";

  /** Cells by table, row, column and period, in the order they come. */
  function groups(cells) {
    const found = new Map();
    for (const cell of cells) {
      const where = cell.source.slice(0, 3).join(" / ");
      const key = `${where}\n${cell.period}`;
      if (!found.has(key)) found.set(key, { where, period: cell.period, cells: [] });
      found.get(key).cells.push(cell);
    }
    return [...found.values()];
  }

  function printed({ place, text, source }, index) {
    return [`${index > 0 ? "; " : ""}${place} ${text} `, root.blok.dom.el("q", { lang: "da" }, source[3])];
  }

  /** Return the cells as a list: where they stand, and what is printed there for each place. */
  function build(cells) {
    const { el } = root.blok.dom;
    return el("ul", { className: "cells" }, groups(cells).map(({ where, period, cells: own }) =>
      el("li", null, el("span", { className: "where", lang: "da" }, where), `, ${period}: `, own.flatMap(printed))));
  }

  const api = { groups, build };
  root.blok = Object.assign(root.blok || {}, { cellGroups: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
