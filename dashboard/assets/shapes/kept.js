/* What all maps share: layers that are kept and restyled, reached by keyboard, on elements or on a canvas. */
(function (root) {
  "use strict";

  const INK = "var(--map-ink)";
  const ACCENT = "var(--chosen)";
  const GREEN = "var(--green)";

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
    if (root.blok.canvas.isDrawn(layer)) redraw(layer, wanted, changed);
    else if (changed === null || changed.some((name) => name !== "fillColor")) layer.setStyle(wanted);
    else if (changed.length > 0) recolour(layer, wanted.fillColor);
  }

  /** A canvas draws again what was styled again. */
  function redraw(layer, wanted, changed) {
    if (changed === null || changed.length > 0) layer.setStyle(root.blok.canvas.inked(wanted));
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
    const scattered = (layer.drawn || layer.feature.properties).kind === "scattered";
    restyle(layer, {
      fillColor: shown.fill, fillOpacity: shown.reason ? 1 : 0.9,
      dashArray: scattered ? "7 5" : null,
      ...(chosen ? { color: ACCENT, weight: 4 } : root.blok.canvas.outline(layer, { color: INK, weight: 1.5 }, shown.fill)),
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

  const api = { INK, ACCENT, GREEN, BASE, makeReachable, soften, point, isOf, style, restyle, tell, paintArea, paintCount, paintPlan };
  root.blok = Object.assign(root.blok || {}, { kept: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
