/* Long lists in parts: so many rows at once, and a button for the next. */
(function (root) {
  "use strict";

  /** So many rows are in the document at once, and as many more are asked for. */
  const ROWS = 200;
  /** Up to so many rows nothing is parted. */
  const WHOLE = 500;

  /** How many of `total` rows to draw when `wanted` are asked for, and never less than a part. */
  function drawn(total, wanted) {
    return total <= WHOLE ? total : Math.min(total, Math.max(wanted, ROWS));
  }

  /** A line that says how many rows are drawn, with a button for more; null where all are. */
  function more(shown, total, doc, ask) {
    const { el, fill } = root.blok.dom;
    if (shown >= total) return null;
    return el("p", { className: "more-rows" }, el("span", { role: "status" }, fill(doc.texts.rowsShown, { shown, total })), " ",
      el("button", { "data-key": "more-rows", onClick: ask }, fill(doc.texts.rowsMore, { count: Math.min(ROWS, total - shown) })));
  }

  const api = { ROWS, drawn, more };
  root.blok = Object.assign(root.blok || {}, { paging: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
