/* A chart as large as the page's text: plotly knows pixels only, and the page grows with its screen. */
(function (root) {
  "use strict";

  /** What is told in pixels, wherever it stands in a figure. */
  const PIXELS = new Set(["size", "width", "height", "xshift", "yshift"]);
  /** The size of text, in pixels, that figures are made for. */
  const MADE_FOR_PX = 16;

  function times(value, scale) {
    if (Array.isArray(value)) return value.map((one) => times(one, scale));
    return typeof value === "number" ? value * scale : value;
  }

  function grow(part, scale, isMargin) {
    if (Array.isArray(part)) return part.map((one) => grow(one, scale, false));
    if (part === null || typeof part !== "object") return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => {
      const isPixels = (PIXELS.has(key) || isMargin) && (typeof value === "number" || Array.isArray(value));
      return [key, isPixels ? times(value, scale) : grow(value, scale, key === "margin")];
    }));
  }

  /** Return a figure with everything in pixels so many times as large. */
  function grown(figure, scale) {
    return scale === 1 ? figure : { data: grow(figure.data, scale, false), layout: grow(figure.layout, scale, false) };
  }

  /** How much larger the page's text is than what figures are made for; never smaller. */
  function scaleOf(textPx) {
    return Math.max(1, textPx / MADE_FOR_PX);
  }

  const api = { grown, scaleOf };
  root.blok = Object.assign(root.blok || {}, { growing: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
