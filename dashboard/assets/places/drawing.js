/* How each status is drawn, on the map and as a sample beside its words. */
(function (root) {
  "use strict";

  const HUES = { places: "var(--place)", parks: "var(--green)", paths: "var(--path)", lake: "var(--blue)", plain: "var(--ink)" };

  /** Line, dash and filling of each status; no two are the same. */
  const LOOKS = {
    open: { weight: 3, dashArray: null, fillOpacity: 0.85 },
    undated: { weight: 1.5, dashArray: null, fillOpacity: 0.4 },
    building: { weight: 4, dashArray: "14 4", fillOpacity: 0.3 },
    funded: { weight: 3, dashArray: "9 3 2 3", fillOpacity: 0.18 },
    approved: { weight: 3, dashArray: "7 4", fillOpacity: 0.1 },
    planned: { weight: 2, dashArray: "4 4", fillOpacity: 0.05 },
    expected: { weight: 4, dashArray: "1 6", fillOpacity: 0.08 },
    idea: { weight: 2, dashArray: "1 5", fillOpacity: 0 },
    closed: { weight: 1, dashArray: "2 8", fillOpacity: 0 },
  };
  /** The statuses in which a feature is shown at all; an absent one is not. */
  const SHOWN = Object.keys(LOOKS);

  /** The style of a feature of a layer in a status; null where it is not drawn. */
  function style(status, layer, kind) {
    if (!Object.hasOwn(LOOKS, status)) return null;
    const hue = kind === "lake" ? HUES.lake : HUES[layer];
    return { ...LOOKS[status], color: hue, fillColor: hue, opacity: 1 };
  }

  /** A sample of a status, for the eye only: the words stand beside it. */
  function sample(status, layer) {
    const look = style(status, layer, "") || style("closed", layer, "");
    const { svg } = root.blok.dom;
    const dashes = look.dashArray ? { "stroke-dasharray": look.dashArray } : {};
    const box = svg("rect", { x: 3, y: 3, width: 22, height: 14, rx: 4, stroke: look.color, fill: look.fillColor,
      "fill-opacity": look.fillOpacity, "stroke-width": look.weight, "stroke-linecap": "round", ...dashes });
    return svg("svg", { viewBox: "0 0 28 20", class: "sample", "aria-hidden": "true" }, box);
  }

  const api = { HUES, LOOKS, SHOWN, style, sample };
  root.blok = Object.assign(root.blok || {}, { drawing: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
