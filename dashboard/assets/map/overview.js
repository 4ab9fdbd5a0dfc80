/* All other figures of an area at the clock's year, in short, under the themes of the plan. */
(function (root) {
  "use strict";

  function row(cell, doc) {
    const { el } = root.blok.dom;
    const mark = cell.severity ? el("sup", { title: doc.texts[`severity.${cell.severity}`] }, doc.texts[`mark.${cell.severity}`]) : null;
    return [el("strong", null, cell.severity === "invalid" ? doc.reasons.invalid.glyph : cell.text), mark, ` ${cell.period}`];
  }

  function themed(own, theme, state, doc) {
    const { el } = root.blok.dom;
    const shown = theme.indicators.filter((i) => i !== state.indicator && Object.hasOwn(own, i));
    if (shown.length === 0) return null;
    return el("section", null, el("h4", null, theme.name), el("ul", null, shown.map((i) => el("li", null,
      el("button", { className: "link", "data-key": `overview-${i}`, onClick: () => root.blok.state.set({ indicator: i }, true) }, doc.indicators[i].name),
      " ", row(own[i], doc)))));
  }

  /** Return the list for a geography, or null where it has no other figure that year. */
  function build(id, state, doc) {
    const { el, fill } = root.blok.dom;
    const own = (doc.overviews[id] || {})[state.year] || {};
    const sections = doc.themes.map((theme) => themed(own, theme, state, doc)).filter(Boolean);
    if (sections.length === 0) return null;
    return el("section", { className: "overview" }, el("h3", null, fill(doc.texts.overview, { year: state.year })), sections);
  }

  root.blok = Object.assign(root.blok || {}, { overview: { build } });
})(window);
