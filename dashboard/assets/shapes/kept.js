/* What all maps share: layers that are kept and restyled, reached by keyboard, with textures. */
(function (root) {
  "use strict";

  const INK = "var(--map-ink)";
  const ACCENT = "var(--chosen)";
  const GREEN = "var(--green)";
  const svg = (...args) => root.blok.dom.svg(...args);

  /** Outlines that can be wrong by so much have a soft edge. */
  const SOFT_FROM_M = 120;

  /** How each layer looks before it is painted. */
  const BASE = {
    water: { color: "var(--shore)", fillColor: "var(--water)", fillOpacity: 1, weight: 4 },
    roads: { color: "var(--road)", weight: 2.5, fill: false },
    areas: { color: INK, weight: 1.5, fillColor: "var(--neutral)", fillOpacity: 0.9 },
    plans: { color: INK, weight: 0, fill: false },
    parks: { color: GREEN, weight: 2, fillColor: GREEN, fillOpacity: 0.12 },
    paths: { color: "var(--path)", weight: 2.5, fill: false },
    places: { color: "var(--halo)", weight: 1.5, fillColor: "var(--place)", fillOpacity: 1 },
    counts: { color: INK, weight: 1, fillColor: "var(--accent)", fillOpacity: 0.85 },
  };

  function onKey(event, choose) {
    const { key } = event.originalEvent || event;
    if (key !== "Enter" && key !== " ") return;
    (event.originalEvent || event).preventDefault();
    choose();
  }

  /** Make a shape a button that the keyboard reaches. */
  function makeReachable(id, element, choose) {
    element.setAttribute("role", "button");
    element.setAttribute("tabindex", "0");
    element.setAttribute("data-feature", id);
    element.addEventListener("keydown", (event) => onKey(event, () => choose(id)));
    element.addEventListener("focus", () => element.classList.add("has-focus"));
    element.addEventListener("blur", () => element.classList.remove("has-focus"));
  }

  function soften(element, feature) {
    element.classList.toggle("soft", feature.properties.error_m >= SOFT_FROM_M);
  }

  /** A circle with its label. */
  function circle(latlng) {
    return root.blok.labels.attach(root.L.circleMarker(latlng, { radius: 0, interactive: false }));
  }

  /** On a phone on its side the whole town is so small that larger dots would cover its areas. */
  function dotRadius() {
    return root.matchMedia && root.matchMedia("(max-height: 500px)").matches ? 4 : 6;
  }

  function dot(latlng) {
    return root.L.circleMarker(latlng, { radius: dotRadius() });
  }

  function point(feature, latlng) {
    return feature.properties.layer === "counts" ? circle(latlng) : dot(latlng);
  }

  /** Whether a shape is of the layers that a map shows: all maps have one file of shapes. */
  function isOf({ properties }, { hideout }) {
    return hideout.layers.includes(properties.layer);
  }

  function style(feature) {
    const { layer } = feature.properties;
    return layer === "places" ? { ...BASE.places, radius: dotRadius() } : BASE[layer];
  }

  /** Style a layer only when something differs: most of the map stays as it is in a step.
   * A step mostly changes the colour alone; Leaflet would write a dozen attributes anew. */
  function restyle(layer, wanted) {
    const before = layer.painted;
    const changed = before ? Object.keys(wanted).filter((name) => wanted[name] !== before[name]) : null;
    layer.painted = wanted;
    if (changed === null || changed.some((name) => name !== "fillColor")) layer.setStyle(wanted);
    else if (changed.length > 0) recolour(layer, wanted.fillColor);
  }

  function recolour(layer, colour) {
    layer.options.fillColor = colour;
    const element = layer.getElement();
    if (element) element.setAttribute("fill", colour);
  }

  /** Set an attribute only when it differs. */
  function tell(element, name, value) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }

  /** Draw an area as it looks (`fill`, `reason`), chosen or not. Its spoken name may be `null`
   * where it is told later. */
  function paintArea(layer, shown, chosen, words) {
    const scattered = layer.feature.properties.kind === "scattered";
    restyle(layer, {
      fillColor: shown.fill, fillOpacity: shown.reason ? 1 : 0.9,
      color: chosen ? ACCENT : INK, weight: chosen ? 4 : 1.5, dashArray: scattered ? "7 5" : null,
    });
    const element = layer.getElement();
    if (!element) return;
    tell(element, "data-reason", shown.reason || "");
    if (words !== null) tell(element, "aria-label", words);
    tell(element, "aria-pressed", String(chosen));
  }

  /** Draw an area's circle and label (`radius`, `disc`, `label`, `mark`). */
  function paintCount(layer, shown) {
    if (layer.getRadius() !== shown.radius) layer.setRadius(shown.radius);
    restyle(layer, { opacity: shown.radius ? 1 : 0, fillOpacity: shown.radius ? 0.85 : 0, fillColor: shown.disc || INK });
    const said = `${shown.label}|${shown.mark}`;
    if (layer.said === said) return;
    layer.said = said;
    layer.label.words.data = shown.label;
    layer.label.mark.data = shown.mark;
  }

  /** Draw the line round a plan's areas in a colour; without one there is no line. */
  function paintPlan(id, layer, colour) {
    restyle(layer, { color: colour || INK, weight: colour ? 7 : 0, opacity: colour ? 1 : 0 });
    const element = layer.getElement();
    if (element) tell(element, "data-plan", colour ? id : "");
  }

  function stripe(d, stroke, width) {
    return svg("path", { d, stroke, "stroke-width": width });
  }

  /** One texture for each reason; the glyph and the words say the same. */
  function patterns() {
    const sheet = svg("svg", { width: 0, height: 0, "aria-hidden": "true", class: "patterns" });
    const marks = {
      invalid: stripe("M0 8L8 0M-2 2L2 -2M6 10L10 6", "var(--hatch-bad)", 1.6),
      not_in_plan: svg("circle", { cx: 4, cy: 4, r: 1.1, fill: "var(--edge)" }),
      plan_invalid: stripe("M0 4H8M0 8L8 0", "var(--hatch-bad)", 1),
      plan_only: stripe("M0 4H8", "var(--hatch)", 1.2),
      not_comparable: stripe("M0 0L8 8M-2 6L2 10M6 -2L10 2", "var(--hatch)", 1.2),
      break: stripe("M4 0V5", "var(--chosen)", 1.2),
      no_earlier: stripe("M0 0L8 8M-2 6L2 10M6 -2L10 2", "var(--hatch)", 1.2),
      no_later: stripe("M0 0L8 8M-2 6L2 10M6 -2L10 2", "var(--hatch)", 1.2),
      no_figures: svg("path", { d: "", fill: "none" }),
    };
    for (const [reason, mark] of Object.entries(marks)) {
      const pattern = svg("pattern", { id: `pattern-${reason}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" });
      pattern.append(svg("rect", { width: 8, height: 8, fill: "var(--neutral)" }), mark);
      sheet.append(pattern);
    }
    document.body.append(sheet);
  }

  const api = { INK, ACCENT, GREEN, BASE, makeReachable, soften, point, isOf, style, restyle, tell, paintArea, paintCount, paintPlan, patterns };
  root.blok = Object.assign(root.blok || {}, { kept: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
