/* The legend: what each colour, circle, texture and line means, for this series and year. */
(function (root) {
  "use strict";

  function swatch(background, extra) {
    return root.blok.dom.el("span", { className: `swatch ${extra || ""}`, style: { background }, "aria-hidden": "true" });
  }

  function pattern(reason, doc) {
    return root.blok.dom.el("span", { className: `swatch pattern-${reason}`, "aria-hidden": "true" }, doc.reasons[reason].glyph);
  }

  function classRows(doc, state, shown) {
    const { el } = root.blok.dom;
    return shown.classes.map((one, index) => el("li", { "data-class": index, "data-colour": one.colour }, swatch(one.colour), one.label));
  }

  let painted = null;

  /** Point at the row of an area: the hovered or focused one, else the chosen one. */
  function mark(hovered) {
    if (painted === null) return;
    const { state, doc } = painted;
    const id = hovered || state.areas[0];
    const now = root.blok.look.drawn(doc, state, id);
    const why = doc.areas.includes(id) ? root.blok.look.reason(doc, state, id) : null;
    for (const row of root.blok.dom.byId("legend").querySelectorAll("li")) {
      const byClass = why === null && now && row.dataset.class === String(now.cls);
      row.classList.toggle("current", Boolean(byClass || (why !== null && row.dataset.reason === why)));
    }
  }

  function circleRows(doc, state, shown) {
    const { el } = root.blok.dom;
    if (!shown.circles) return [];
    if (state.mode !== "value") return [el("li", { className: "words" }, doc.texts["legend.circlesChange"])];
    const rows = shown.sizes.map((size) => el("li", { "data-radius": size.radius },
      el("span", { className: "disc", style: { width: `${2 * size.radius}px`, height: `${2 * size.radius}px`, background: shown.circle }, "aria-hidden": "true" }),
      size.label));
    return [el("li", { className: "words" }, doc.texts["legend.circles"]), ...rows];
  }

  function reasonRows(doc, state) {
    const { el } = root.blok.dom;
    const now = new Set(doc.areas.map((id) => root.blok.look.reason(doc, state, id)).filter(root.blok.outlines.isDrawn));
    return Object.keys(doc.reasons).filter((reason) => now.has(reason)).map((reason) =>
      el("li", { "data-reason": reason }, pattern(reason, doc), doc.reasons[reason].text));
  }

  /** What is drawn though nothing may be said of better or worse. */
  function unsureRow(doc, state) {
    const { derived, UNSURE } = root.blok.look;
    const places = [...doc.areas, ...root.blok.look.cellsOfKind(doc, state, "plan").map(([id]) => id)];
    const drawn = places.map((id) => derived(doc, state, id)).some((now) => now && now.cls === null);
    return drawn ? [root.blok.dom.el("li", { "data-class": "null" }, swatch(UNSURE), doc.texts["legend.unsure"])] : [];
  }

  function statusRows(doc, state) {
    const { el } = root.blok.dom;
    if (!["parks", "paths", "places"].some((layer) => state.layers.includes(layer))) return [];
    const lines = [["there", "legend.open"], ["coming", "legend.coming"], ["vague", "legend.expected"]];
    return [el("li", { className: "words" }, doc.texts["legend.statuses"]),
      ...lines.map(([presence, key]) => el("li", null, el("span", { className: `line-sample ${presence}`, "aria-hidden": "true" }), doc.texts[key]))];
  }

  function planRow(doc, state) {
    const { el } = root.blok.dom;
    const drawn = root.blok.look.cellsOfKind(doc, state, "plan").some(([id]) => root.blok.look.plan(doc, state, id));
    return drawn ? [el("li", { className: "words" }, el("span", { className: "line-sample plan", "aria-hidden": "true" }), doc.texts["legend.plan"])] : [];
  }

  function paint(state, doc) {
    const { el, byId } = root.blok.dom;
    const { revise } = root.blok;
    const series = doc.indicators[state.indicator];
    const shown = root.blok.look.shown(doc, state);
    const mode = state.mode === "value" ? null : el("span", { className: "legend-mode" }, doc.texts[`mode.${state.mode}`]);
    revise(byId("legend"),
      el("p", { className: "legend-title" }, series.name, el("span", { className: "unit" }, `, ${shown.unit}`), mode),
      el("ul", null, classRows(doc, state, shown), circleRows(doc, state, series), unsureRow(doc, state), planRow(doc, state), reasonRows(doc, state)),
      el("ul", { className: "legend-statuses" }, statusRows(doc, state)));
    painted = { state, doc };
    mark(null);
  }

  root.blok = Object.assign(root.blok || {}, { legend: { paint, mark } });
})(window);
