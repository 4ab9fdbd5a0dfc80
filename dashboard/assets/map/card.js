/* A small card on the area under the pointer or in focus: value, period, gap and trend.
 *
 * It stays while the pointer is on it, and Escape puts it away.
 */
(function (root) {
  "use strict";

  const GRACE_MS = 250;
  const GAP_PX = 10;
  const EDGE_PX = 6;

  let shown = null;
  let painted = null;
  let leaving = null;
  /** The area that each way of pointing is at: a press takes the focus away, not the finger. */
  const pointed = { pointer: null, focus: null };

  const el = (...args) => root.blok.dom.el(...args);
  const element = () => root.blok.dom.byId("area-card");

  /** The value with its period as printed, or the reason why there is none to show. */
  function valueLine(look, state, doc) {
    const mark = look.cell && look.cell.severity ? ` ${doc.texts[`severity.${look.cell.severity}`]}` : "";
    if (!look.reason) return el("p", null, el("strong", null, look.cell.text), ` ${look.cell.period}`, mark && el("span", { className: "remark" }, mark));
    const printed = look.cell ? root.blok.dom.fill(doc.texts.printed, { value: look.cell.text }) : "";
    return el("p", null, `${doc.reasons[look.reason].glyph} ${state.year}: ${doc.reasons[look.reason].text}${printed}`);
  }

  /** The difference to the municipality, or why there is none; nothing where there can never be one. */
  function gapLine(id, look, state, doc) {
    const { gap } = doc.indicators[state.indicator].modes;
    if (gap.disabled !== null || look.cell === null || look.cell.severity === "invalid") return null;
    const now = (gap.cells[state.year] || {})[id];
    const why = gap.reasons[state.year][id];
    const said = now ? `${now.text} (${now.verdict})` : why && doc.reasons[why].text;
    return said ? el("p", null, `${doc.texts["mode.gap"]}: `, el("span", { className: "gap" }, said)) : null;
  }

  function content(id, { state, doc }) {
    const look = root.blok.look.area(doc, { ...state, mode: "value" }, id);
    return [el("p", { className: "card-name" }, doc.geographies[id].name), valueLine(look, state, doc),
      gapLine(id, look, state, doc), root.blok.spark.build(id, state, doc)].filter(Boolean);
  }

  /** How much of a box others cover. */
  function covered(box, others) {
    const shared = (one) => Math.max(0, Math.min(box.right, one.right) - Math.max(box.left, one.left)) * Math.max(0, Math.min(box.bottom, one.bottom) - Math.max(box.top, one.top));
    return others.reduce((sum, one) => sum + shared(one), 0);
  }

  /** Where a card of a size goes: beside its area, within the frame, on as little as can be. */
  function position({ width, height }, area, frame, others) {
    const x = (area.left + area.right - width) / 2;
    const y = (area.top + area.bottom - height) / 2;
    const tried = [[area.right + GAP_PX, y], [area.left - width - GAP_PX, y], [x, area.top - height - GAP_PX], [x, area.bottom + GAP_PX]]
      .map(([left, top]) => [Math.max(frame.left, Math.min(left, frame.right - width)), Math.max(frame.top, Math.min(top, frame.bottom - height))])
      .map(([left, top]) => ({ left, top, right: left + width, bottom: top + height }));
    return tried.reduce((best, box) => (covered(box, [area, ...others]) < covered(best, [area, ...others]) ? box : best));
  }

  function move(path) {
    const { byId } = root.blok.dom;
    const card = element();
    const map = byId("map").getBoundingClientRect();
    const region = byId("map-region").getBoundingClientRect();
    const box = position(card.getBoundingClientRect(), path.getBoundingClientRect(), root.blok.boxes.grown(map, -EDGE_PX), [byId("legend").getBoundingClientRect()]);
    card.style.left = `${box.left - region.left}px`;
    card.style.top = `${box.top - region.top}px`;
  }

  const pathOf = (id) => root.blok.map.kept.areas[id].getElement();

  function show(id) {
    if (shown !== null && shown !== id) pathOf(shown).removeAttribute("aria-describedby");
    shown = id;
    element().replaceChildren(...content(id, painted));
    element().hidden = false;
    pathOf(id).setAttribute("aria-describedby", "area-card");
    move(pathOf(id));
  }

  function hide() {
    clearTimeout(leaving);
    if (shown === null) return;
    pathOf(shown).removeAttribute("aria-describedby");
    shown = null;
    element().hidden = true;
  }

  /** Show the card of the area that pointer or focus is at; once neither is at one, put it away
   * in a moment: the pointer may be on its way to it. */
  function point(id, by) {
    clearTimeout(leaving);
    pointed[by] = id;
    if (painted === null) return;
    const now = id || pointed.pointer || pointed.focus;
    if (now === null) leaving = setTimeout(hide, GRACE_MS);
    else if (id !== null || now !== shown) show(now);
  }

  function build() {
    element().addEventListener("mouseenter", () => clearTimeout(leaving));
    element().addEventListener("mouseleave", () => point(null, "pointer"));
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  }

  /** Say the same of another year, as long as it is looked at. */
  function paint(state, doc) {
    painted = { state, doc };
    if (shown !== null) show(shown);
  }

  const api = { position, build, paint, point };
  root.blok = Object.assign(root.blok || {}, { card: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
