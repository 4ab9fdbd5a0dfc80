/* One texture for each reason why an area has no colour, as a drawing and on a canvas. */
(function (root) {
  "use strict";

  /** The side of a texture in pixels. */
  const SIDE = 8;
  const GROUND = "var(--neutral)";

  const stripe = (d, stroke, width) => ({ d, stroke, "stroke-width": width });

  /** What lies on the ground; the glyph and the words say the same. */
  const MARKS = {
    not_there: { d: "", fill: "none" },
    invalid: stripe("M0 8L8 0M-2 2L2 -2M6 10L10 6", "var(--hatch-bad)", 1.6),
    hidden: stripe("M0 0L8 8M0 8L8 0", "var(--hatch)", 1.2),
    not_in_plan: { d: "M2.9 4a1.1 1.1 0 1 0 2.2 0a1.1 1.1 0 1 0 -2.2 0", fill: "var(--edge)" },
    plan_invalid: stripe("M0 4H8M0 8L8 0", "var(--hatch-bad)", 1),
    plan_only: stripe("M0 4H8", "var(--hatch)", 1.2),
    not_comparable: stripe("M0 0L8 8M-2 6L2 10M6 -2L10 2", "var(--hatch)", 1.2),
    break: stripe("M4 0V5", "var(--chosen)", 1.2),
    no_earlier: stripe("M0 0L8 8M-2 6L2 10M6 -2L10 2", "var(--hatch)", 1.2),
    no_later: stripe("M0 0L8 8M-2 6L2 10M6 -2L10 2", "var(--hatch)", 1.2),
    no_figures: { d: "", fill: "none" },
  };

  /** All textures as patterns of a drawing. */
  function patterns() {
    const { svg } = root.blok.dom;
    const sheet = svg("svg", { width: 0, height: 0, "aria-hidden": "true", class: "patterns" });
    for (const [reason, mark] of Object.entries(MARKS)) {
      const pattern = svg("pattern", { id: `pattern-${reason}`, width: SIDE, height: SIDE, patternUnits: "userSpaceOnUse" });
      pattern.append(svg("rect", { width: SIDE, height: SIDE, fill: GROUND }), svg("path", mark));
      sheet.append(pattern);
    }
    document.body.append(sheet);
  }

  /** Twice as fine as it is shown, for screens that can. */
  const FINE = 2;

  /** A texture as a canvas fills with it; `ink` gives a colour as it is now. */
  function filling(reason, ink) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = SIDE * FINE;
    const pen = tile.getContext("2d");
    pen.scale(FINE, FINE);
    pen.fillStyle = ink(GROUND);
    pen.fillRect(0, 0, SIDE, SIDE);
    const mark = MARKS[reason];
    const shape = new Path2D(mark.d);
    if (mark.stroke) Object.assign(pen, { strokeStyle: ink(mark.stroke), lineWidth: mark["stroke-width"] }).stroke(shape);
    else if (mark.fill !== "none") Object.assign(pen, { fillStyle: ink(mark.fill) }).fill(shape);
    const found = pen.createPattern(tile, "repeat");
    found.setTransform(new DOMMatrix().scale(1 / FINE));
    return found;
  }

  root.blok = Object.assign(root.blok || {}, { textures: { patterns, filling } });
})(window);
