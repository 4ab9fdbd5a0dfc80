/* A small card on the area under the pointer or in focus: value, period, gap and trend.
 *
 * It stays while the pointer is on it, and Escape puts it away. A page with several maps says by
 * `use` which shape a key stands for and what is told of it; else a key is the id of an area.
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

  /** What lies over a map, where a card is read badly. */
  const OVER = ".legend, .plan-label span";
  let page = { pathOf, content };

  function pathOf(id) {
    const layer = root.blok.map.kept.areas[id];
    return layer.getElement() || root.blok.canvas.standIn(layer);
  }

  /** Let a page tell its own `{pathOf(key), content(key, {state, doc})}`. */
  function use(other) {
    page = other;
  }

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

  /** What is told of an area's value: itself, and the difference to the municipality. */
  function valueLines(id, { state, doc }) {
    const look = root.blok.look.area(doc, { ...state, mode: "value" }, id);
    return [valueLine(look, state, doc), gapLine(id, look, state, doc)];
  }

  function content(id, view) {
    return [el("p", { className: "card-name" }, view.doc.geographies[id].name), ...valueLines(id, view),
      root.blok.spark.build(id, view.state, view.doc)].filter(Boolean);
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
    const card = element();
    const map = path.closest(".map");
    const room = card.parentElement.getBoundingClientRect();
    const over = [...map.closest(".map-region, .pane-map").querySelectorAll(OVER)].map((one) => one.getBoundingClientRect());
    const box = position(card.getBoundingClientRect(), path.getBoundingClientRect(), root.blok.boxes.grown(map.getBoundingClientRect(), -EDGE_PX), over);
    card.style.left = `${box.left - room.left}px`;
    card.style.top = `${box.top - room.top}px`;
  }

  function show(id) {
    if (shown !== null && shown !== id) page.pathOf(shown).removeAttribute("aria-describedby");
    shown = id;
    element().replaceChildren(...page.content(id, painted));
    element().hidden = false;
    page.pathOf(id).setAttribute("aria-describedby", "area-card");
    move(page.pathOf(id));
  }

  function hide() {
    clearTimeout(leaving);
    if (shown === null) return;
    page.pathOf(shown).removeAttribute("aria-describedby");
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

  const api = { position, valueLines, use, build, paint, point };
  root.blok = Object.assign(root.blok || {}, { card: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
