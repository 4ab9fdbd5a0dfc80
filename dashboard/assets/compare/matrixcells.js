/* What stands in a cell of the matrix: a figure, a difference in words, or why there is none. */
(function (root) {
  "use strict";

  const ARROWS = { higher: "▲", lower: "▼", same: "=" };
  const el = (...args) => root.blok.dom.el(...args);

  /** The mark of a figure: a sign, and its word for whoever does not see it. */
  function mark(severity, doc) {
    if (!severity) return null;
    return el("span", { className: `mark ${severity}` }, el("span", { "aria-hidden": "true" }, doc.texts[`mark.${severity}`]),
      el("span", { className: "visually-hidden" }, ` ${doc.texts[`severity.${severity}`]}`));
  }

  /** What the marks mean, as items of a key. */
  function markKey(doc) {
    return ["note", "doubtful", "invalid"].map((severity) => el("li", null, el("span", { className: `mark ${severity}`, "aria-hidden": "true" }, doc.texts[`mark.${severity}`]), ` ${doc.texts[`severity.${severity}`]}`));
  }

  function small(className, text) {
    return el("span", { className }, text);
  }

  function period(figure, doc) {
    return figure.computed ? `${figure.period}, ${doc.texts["compare.computed"]}` : figure.period;
  }

  function amount(figure, doc, ...children) {
    return el("span", { className: "figure-line" }, el("span", { className: `amount ${figure.severity}` }, children), mark(figure.severity, doc));
  }

  function value(figure, doc) {
    return [amount(figure, doc, figure.text), small("period", period(figure, doc))];
  }

  /** Why nothing can be said, in words that name the comparison. */
  function refusal(code, figure, state, doc) {
    const chosen = doc.geographies[state.against];
    const said = doc.texts[`compare.held.${code}`] || doc.texts[`compare.held.${state.cells}.${code}`];
    return root.blok.dom.fill(said, { name: chosen ? chosen.name : "", period: figure.period });
  }

  function refused(code, figure, state, doc) {
    const isStart = code === "is_start";
    const head = isStart ? doc.texts["compare.matrix.start"] : doc.texts["compare.matrix.cannot"];
    return [small("cannot", head), small("why", refusal(code, figure, state, doc)), small("period", `${figure.text}, ${period(figure, doc)}`)];
  }

  /** Higher or lower, and better or worse where the polarity tells; else why it cannot be said. */
  function words(held, doc) {
    const direction = doc.texts[`compare.direction.${held.direction}`];
    if (held.unsure) return `${direction}, ${doc.texts[`compare.unsure.${held.unsure}`]}`;
    if (!["better", "worse"].includes(held.judged)) return direction;
    return `${direction}, ${doc.texts[`compare.judged.${held.judged}`]}`;
  }

  /** The two figures of a difference, with one period where they share it. */
  function pair(held, figure, doc) {
    const [against, then] = held.against;
    const said = held.differ ? doc.texts["compare.pair.apart"] : doc.texts["compare.pair"];
    return root.blok.dom.fill(said, { text: figure.text, period: period(figure, doc), against, then });
  }

  function difference(held, figure, state, doc) {
    const differ = held.differ && state.cells === "gap" && doc.texts["compare.differ"];
    const arrow = el("span", { className: "arrow", "aria-hidden": "true" }, ARROWS[held.direction]);
    return [amount(figure, doc, arrow, held.text), small("words", words(held, doc)), small("period", pair(held, figure, doc)), differ ? small("why", differ) : null];
  }

  function absent(code, doc) {
    return [small("glyph", doc.reasons[code].glyph), small("why", doc.reasons[code].text)];
  }

  /** The class that a cell is tinted by; its words say the same. */
  function kind({ figure, held }) {
    if (figure === null) return "absent";
    if (held === null) return figure.severity === "invalid" ? "refused" : "value";
    return typeof held === "string" ? "refused" : held.judged;
  }

  function content(one, state, doc) {
    if (one.figure === null) return absent(one.absent, doc);
    if (one.held === null) return value(one.figure, doc);
    return typeof one.held === "string" ? refused(one.held, one.figure, state, doc) : difference(one.held, one.figure, state, doc);
  }

  root.blok = Object.assign(root.blok || {}, { matrixCells: { mark, markKey, value, words, kind, content } });
  if (typeof module === "object") module.exports = root.blok.matrixCells;
})(typeof window === "object" ? window : globalThis);
