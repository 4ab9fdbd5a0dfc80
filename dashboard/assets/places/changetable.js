/* The table of what changes: a row for each area and place; on a phone each row is a small card. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);
  const fill = (...args) => root.blok.dom.fill(...args);

  /** A walk in a cell: minutes with their range, or why none. */
  function minutes(walk, doc) {
    if (walk.reason) return root.blok.walkwords.why(walk, doc);
    return `${fill(doc.texts["places.minutes"], { minutes: root.blok.walkwords.middle(walk, doc) })} (${root.blok.walkwords.range(walk, doc)})`;
  }

  /** What is saved in whole minutes with its range, or why nothing can be said. */
  function savedWords(row, doc) {
    if (row.verdict === "gained" || row.verdict === "lost") return doc.texts[`places.verdict.${row.verdict}`];
    if (row.verdict === "undecided") {
      if (row.saved === null || row.saved === undefined) return doc.texts["places.verdict.undecided"];
      return fill(doc.texts["places.tooSmall"], { metres: Math.round(Math.abs(row.saved)), error: Math.round(row.error) });
    }
    const metres = Math.abs(row.saved);
    const [low, mid, high] = root.blok.telltime.minutes(metres - row.error, metres, metres + row.error, doc.places.reach.pace);
    const isExact = (row.after.exact ?? null) !== null;
    const whole = mid === 0 ? doc.texts["places.underOne"] : mid;
    const told = isExact ? new Intl.NumberFormat(doc.language).format(root.blok.telltime.tenths(metres / doc.places.reach.pace)) : whole;
    return fill(doc.texts[`places.verdict.${row.verdict}`], { minutes: told, low, high }) + (isExact ? "" : ` ${doc.texts["places.drawnRoads"]}`);
  }

  /** The rows stand as blocks on a phone, and would then no longer be told as a table. */
  function line(row, heads, doc) {
    const cell = (text, i, className) => el("td", { role: "cell", className, "data-head": heads[i] }, text);
    return el("tr", { role: "row", "data-verdict": row.verdict },
      el("th", { scope: "row", role: "rowheader" }, doc.geographies[row.area].name), cell(doc.features[row.place].name, 1),
      cell(row.was ? doc.statuses[row.was] : minutes(row.before, doc), 2), cell(minutes(row.after, doc), 3), cell(savedWords(row, doc), 4, "saved"));
  }

  /** The table of some rows; `heads` name its five columns, the middle ones before and after. */
  function build(rows, caption, heads, doc) {
    return el("div", { className: "scroll", tabindex: 0, role: "region", "aria-label": caption },
      el("table", { className: "changes", role: "table" }, el("caption", null, caption),
        el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, heads.map((text) => el("th", { scope: "col", role: "columnheader" }, text)))),
        el("tbody", { role: "rowgroup" }, rows.map((row) => line(row, heads, doc)))));
  }

  const api = { build, minutes, savedWords };
  root.blok = Object.assign(root.blok || {}, { changetable: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
