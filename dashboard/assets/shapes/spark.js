/* A small drawing of an area's figures over time, from the points and lines of the large one. */
(function (root) {
  "use strict";

  const svg = (...args) => root.blok.dom.svg(...args);

  function line({ from, to, dotted }) {
    return svg("line", { x1: from.x, y1: from.y, x2: to.x, y2: to.y, class: dotted ? "dotted" : "" });
  }

  /** An invalid figure is a cross on the axis: it has no place on the scale. */
  function point(one, years) {
    const attributes = { "data-year": one.year, class: years.includes(one.year) ? "now" : "" };
    if (one.cell.severity !== "invalid") return svg("circle", { ...attributes, cx: one.x, cy: one.y, r: years.includes(one.year) ? 11 : 6 });
    const [x, y, r] = [one.x, one.y, 8];
    return svg("path", { ...attributes, d: `M${x - r} ${y - r}L${x + r} ${y + r}M${x - r} ${y + r}L${x + r} ${y - r}` });
  }

  /** What the drawing says, in words. */
  function words(id, own, doc) {
    const mark = ({ severity }) => (severity ? ` (${doc.texts[`severity.${severity}`]})` : "");
    const values = own.map(({ cell }) => `${cell.period}: ${cell.text}${mark(cell)}`).join("; ");
    return root.blok.dom.fill(doc.texts["trend.label"], { name: doc.geographies[id].name, values });
  }

  /** Return the drawing with some years marked, or null where there are no two figures to draw. */
  function build(id, state, doc, years = [state.year]) {
    const place = root.blok.course.layout(doc, state.indicator, id);
    if (place === null || place.own.length < 2) return null;
    const { WIDTH, HEIGHT } = root.blok.course;
    return svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "spark", role: "img", "aria-label": words(id, place.own, doc) },
      ...place.breaks.map(({ x }) => svg("line", { x1: x, y1: 0, x2: x, y2: HEIGHT, class: "break" })),
      ...place.lines.map(line), ...place.own.map((one) => point(one, years)));
  }

  root.blok = Object.assign(root.blok || {}, { spark: { build } });
})(window);
