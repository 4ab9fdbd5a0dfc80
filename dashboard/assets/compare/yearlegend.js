/* What the colours of two years and of their change mean, and why places have none. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);

  function scale(classes) {
    return el("ul", { className: "scale" }, classes.map((one, index) => el("li", { "data-class": index, "data-colour": one.colour },
      el("span", { className: "swatch", style: { background: one.colour }, "aria-hidden": "true" }), one.label)));
  }

  function discs(series) {
    return el("ul", { className: "scale discs" }, series.sizes.map((size) => el("li", { "data-radius": size.radius },
      el("span", { className: "disc", style: { width: `${2 * size.radius}px`, height: `${2 * size.radius}px`, background: series.circle }, "aria-hidden": "true" }), size.label)));
  }

  /** The reasons that are on the map now, each once with its texture, glyph and words. */
  function reasons(found) {
    const once = new Map(found.map((one) => [one.reason, one]));
    return el("ul", { className: "why" }, [...once.values()].map(({ reason, glyph, text }) => el("li", { "data-reason": reason },
      el("span", { className: `swatch pattern-${reason}`, "aria-hidden": "true" }, glyph), text)));
  }

  function title(name, unit, note) {
    return el("p", { className: "legend-title" }, name, el("span", { className: "unit" }, `, ${unit}. ${note}`));
  }

  function plan(doc, drawn) {
    return drawn ? el("p", { className: "words" }, el("span", { className: "line-sample plan", "aria-hidden": "true" }), doc.texts["legend.plan"]) : null;
  }

  function reasonsOfYears(doc, state, pair) {
    return [pair.from, pair.year].flatMap((year) => doc.areas.map((id) => root.blok.look.reason(doc, { ...state, year, mode: "value" }, id)))
      .filter(root.blok.outlines.isDrawn).map((reason) => ({ reason, ...doc.reasons[reason] }));
  }

  /** The legend of both years: one scale. */
  function ofYears(doc, state, pair, hasPlan) {
    const series = doc.indicators[state.indicator];
    return [
      title(series.name, series.unit, doc.texts["compare.years.scale"]),
      series.circles ? discs(series) : scale(series.classes),
      plan(doc, hasPlan), reasons(reasonsOfYears(doc, state, pair)),
    ];
  }

  /** What is drawn though nothing may be said of better or worse. */
  function unsure(doc, state, pair) {
    const { yearPair, look } = root.blok;
    const drawn = doc.areas.map((id) => yearPair.change(doc, state.indicator, pair, id)).some((now) => now && now.cls === null);
    return drawn ? el("p", { className: "words", "data-class": "null" }, el("span", { className: "swatch", style: { background: look.UNSURE }, "aria-hidden": "true" }), doc.texts["legend.unsure"]) : null;
  }

  /** What the colours of the change mean, centred on zero; nothing where no place has a change. */
  function changes(doc, state) {
    const shown = root.blok.yearPair.series(doc, state.indicator);
    if (shown.classes.length === 0) return [];
    return [
      title(doc.texts["compare.years.change"], shown.unit, doc.texts["compare.years.scaleChange"]),
      scale(shown.classes),
      el("p", { className: "words" }, shown.judged ? doc.texts["compare.years.judged"] : doc.texts["compare.years.unjudged"]),
      doc.indicators[state.indicator].circles ? el("p", { className: "words" }, doc.texts["legend.circlesChange"]) : null,
    ];
  }

  /** Which year's outlines are dashed, where any area has another one or is gone. */
  function dashed(doc, pair) {
    const { at, differ } = root.blok.outlines;
    const moved = doc.areas.some((id) => at(doc, "areas", id, pair.from) !== null && differ(doc, "areas", id, pair.from, pair.year));
    const sample = () => el("span", { className: "line-sample before", "aria-hidden": "true" });
    return moved ? el("p", { className: "words" }, sample(), root.blok.dom.fill(doc.outlines.words.dashed, { year: pair.from })) : null;
  }

  /** The legend of the change. */
  function ofChange(doc, state, pair, hasPlan) {
    const refused = doc.areas.map((id) => root.blok.yearPair.refusal(doc, state.indicator, pair, id)).filter(Boolean);
    return [...changes(doc, state), unsure(doc, state, pair), plan(doc, hasPlan), dashed(doc, pair), reasons(refused)];
  }

  root.blok = Object.assign(root.blok || {}, { yearLegend: { ofYears, ofChange } });
})(window);
