/* Paints the map: every layer is kept and only restyled, so zoom and focus stay. */
(function (root) {
  "use strict";

  const INK = "#22343a";
  const ACCENT = "#b3400f";
  const GREEN = "#3d7a44";
  const BLUE = "#2a6f9e";
  const SVG = "http://www.w3.org/2000/svg";
  /** Outlines that can be wrong by so much have a soft edge. */
  const SOFT_FROM_M = 120;
  const DASHES = { there: null, coming: "8 5", vague: "2 6" };

  /** The layers whose features come and go with the years. */
  const FEATURES = ["parks", "paths", "places"];
  /** Shapes that can be chosen; all others let the pointer through. */
  const REACHABLE = new Set(["areas", ...FEATURES]);

  /** The kept Leaflet layers, by map layer and feature id. */
  const kept = { water: {}, roads: {}, areas: {}, plans: {}, parks: {}, paths: {}, places: {}, counts: {} };
  let painted = null;

  /** How the page at hand draws: a choice, one feature, what lies over all, what a tooltip
   * says, and what is told of the area under pointer or focus. */
  let page = {
    choose: (id) => root.blok.state.set({ areas: [id] }, true),
    one: paintOne,
    over: paintPlanLabel,
    words: (name, doc, state, id) => (name === "areas" ? look().areaWords : look().featureWords)(doc, state, id),
    mark: (id) => root.blok.legend.mark(id),
  };

  /** Let a page draw in its own way on the same kept layers. */
  function use(other) {
    page = other;
  }

  const look = () => root.blok.look;
  const colourOf = (layer) => (layer.feature.properties.kind === "lake" ? BLUE : GREEN);

  function onKey(id, event) {
    const key = event.originalEvent ? event.originalEvent.key : event.key;
    if (key !== "Enter" && key !== " ") return;
    (event.originalEvent || event).preventDefault();
    page.choose(id);
  }

  function makeReachable(id, element) {
    element.setAttribute("role", "button");
    element.setAttribute("tabindex", "0");
    element.setAttribute("data-feature", id);
    element.addEventListener("keydown", (event) => onKey(id, event));
    element.addEventListener("focus", () => element.classList.add("has-focus"));
    element.addEventListener("blur", () => element.classList.remove("has-focus"));
  }

  function pointAt(layer, id) {
    const element = layer.getElement();
    element.classList.toggle("soft", layer.feature.properties.error_m >= SOFT_FROM_M);
    layer._map.on("zoomend", root.blok.labels.paint);
    element.addEventListener("focus", () => page.mark(id));
    element.addEventListener("blur", () => page.mark(null));
  }

  function onAdd(name, id, layer) {
    const element = layer.getElement();
    element.setAttribute("data-layer", name);
    layer.signature = null;
    if (REACHABLE.has(name)) makeReachable(id, element);
    else element.style.pointerEvents = "none";
    if (name === "areas") pointAt(layer, id);
    if (!painted) return;
    page.one(name, id, painted.state, painted.doc);
    if (FEATURES.includes(name)) nameFeature(name, id, painted.state, painted.doc);
  }

  /** Keep a shape of the map's one layer, and let it be chosen where it can be. */
  function each(feature, layer) {
    const { id, layer: name } = feature.properties;
    kept[name][id] = layer;
    layer.on("add", () => onAdd(name, id, layer));
    if (!REACHABLE.has(name)) return;
    layer.on("click", (event) => page.choose(id, event));
    if (name === "areas") layer.on("mouseover mouseout", (event) => page.mark(event.type === "mouseover" ? id : null));
    layer.bindTooltip(() => tooltip(name, id), { sticky: name === "areas", direction: "top" });
  }

  function tooltip(name, id) {
    const node = document.createElement("span");
    if (painted) node.textContent = page.words(name, painted.doc, painted.state, id);
    return node;
  }

  /** A circle with its label. The label repeats what its area is called aloud: it is for the
   * eye only, and an icon without a size, which Leaflet need not measure. */
  function circle(latlng) {
    const { L } = root;
    const marker = L.circleMarker(latlng, { radius: 0, interactive: false });
    marker.label = root.blok.dom.el("span", { "aria-hidden": "true" });
    const icon = L.divIcon({ html: marker.label, className: "area-label", iconSize: [0, 0] });
    const label = L.marker(latlng, { icon, interactive: false, keyboard: false, pane: "tooltipPane" });
    marker.on("add", () => label.addTo(marker._map));
    return marker.on("remove", () => label.remove());
  }

  function dot(latlng) {
    return root.L.circleMarker(latlng, { radius: 6 });
  }

  const base = {
    water: { color: "#b9d7e6", fillColor: "#cfe4ef", fillOpacity: 1, weight: 4 },
    roads: { color: "#d9d5c9", weight: 2.5, fill: false },
    areas: { color: INK, weight: 1.5, fillColor: "#f4f3ee", fillOpacity: 0.9 },
    plans: { color: INK, weight: 0, fill: false },
    parks: { color: GREEN, weight: 2, fillColor: GREEN, fillOpacity: 0.12 },
    paths: { color: "#7a4a1d", weight: 2.5, fill: false },
    places: { color: "#ffffff", weight: 1.5, fillColor: "#4a3b6b", fillOpacity: 1, radius: 6 },
    counts: { color: INK, weight: 1, fillColor: "#41a3c4", fillOpacity: 0.85 },
  };

  /** Style a layer only when something differs: most of the map stays as it is in a step. */
  function restyle(layer, wanted) {
    const signature = JSON.stringify(wanted);
    if (layer.signature === signature) return;
    layer.signature = signature;
    layer.setStyle(wanted);
  }

  /** Set an attribute only when it differs. */
  function tell(element, name, value) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }

  function paintArea(id, state, doc) {
    const layer = kept.areas[id];
    const shown = look().area(doc, state, id);
    const chosen = state.areas.includes(id);
    const scattered = layer.feature.properties.kind === "scattered";
    restyle(layer, {
      fillColor: shown.fill, fillOpacity: shown.reason ? 1 : 0.9,
      color: chosen ? ACCENT : INK, weight: chosen ? 4 : 1.5, dashArray: scattered ? "7 5" : null,
    });
    const element = layer.getElement();
    if (!element) return;
    tell(element, "data-reason", shown.reason || "");
    tell(element, "aria-label", look().areaWords(doc, state, id));
    tell(element, "aria-pressed", String(chosen));
  }

  function paintCount(id, state, doc) {
    const layer = kept.counts[id];
    const shown = look().area(doc, state, id);
    if (layer.getRadius() !== shown.radius) layer.setRadius(shown.radius);
    restyle(layer, { opacity: shown.radius ? 1 : 0, fillOpacity: shown.radius ? 0.85 : 0, fillColor: shown.disc || INK });
    const said = `${shown.label}|${shown.mark}`;
    if (layer.said === said) return;
    layer.said = said;
    layer.label.replaceChildren(shown.label, ...(shown.mark ? [root.blok.dom.el("sup", null, shown.mark)] : []));
  }

  function paintPlan(id, state, doc) {
    const shown = look().plan(doc, state, id);
    restyle(kept.plans[id], { color: shown ? shown.colour : INK, weight: shown ? 7 : 0, opacity: shown ? 1 : 0 });
    const element = kept.plans[id].getElement();
    if (element) tell(element, "data-plan", shown ? id : "");
  }

  /** One label for all plans drawn, above the map: a plan's areas lie apart from each other. */
  function paintPlanLabel(state, doc) {
    const { el, byId } = root.blok.dom;
    const drawn = look().cellsOfKind(doc, state, "plan").map(([id]) => [id, look().plan(doc, state, id)]).filter(([, shown]) => shown);
    byId("plan-label").replaceChildren(...drawn.map(([id, shown]) => el("span", { style: { borderColor: shown.colour } },
      `${doc.geographies[id].name}: `, el("strong", null, shown.cell.text))));
  }

  function paintFeature(name, id, state, doc) {
    const layer = kept[name][id];
    const presence = look().presence(doc, state, id);
    const hidden = presence === "hidden" || !state.layers.includes(name);
    const chosen = state.areas.includes(id);
    const own = name === "parks" ? colourOf(layer) : base[name].color;
    restyle(layer, {
      color: chosen ? ACCENT : own, weight: chosen ? 4 : base[name].weight,
      dashArray: DASHES[presence] || null,
      fillColor: name === "parks" ? own : base[name].fillColor,
      fillOpacity: name === "places" && presence !== "there" ? 0.25 : base[name].fillOpacity,
    });
    const element = layer.getElement();
    if (!element) return;
    const display = hidden ? "none" : "";
    if (element.style.display !== display) element.style.display = display;
    tell(element, "aria-pressed", String(chosen));
  }

  function nameFeature(name, id, state, doc) {
    const element = kept[name][id].getElement();
    if (element) tell(element, "aria-label", page.words(name, doc, state, id));
  }

  /** What is read aloud of parks, paths and places; it may come right after the frame. */
  function paintNames(state, doc) {
    for (const name of FEATURES) {
      for (const id of Object.keys(kept[name])) nameFeature(name, id, state, doc);
    }
  }

  function paintBase(name, id, state) {
    const element = kept[name][id].getElement();
    const display = name === "roads" && !state.layers.includes(name) ? "none" : "";
    if (element && element.style.display !== display) element.style.display = display;
  }

  function paintOne(name, id, state, doc) {
    if (name === "areas") paintArea(id, state, doc);
    else if (name === "counts") paintCount(id, state, doc);
    else if (name === "plans") paintPlan(id, state, doc);
    else if (FEATURES.includes(name)) paintFeature(name, id, state, doc);
    else paintBase(name, id, state);
  }

  function paint(state, doc) {
    painted = { state, doc };
    for (const [name, layers] of Object.entries(kept)) {
      for (const id of Object.keys(layers)) page.one(name, id, state, doc);
    }
    page.over(state, doc);
  }

  function svg(tag, attributes) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  /** One texture for each reason; the glyph and the words say the same. */
  function patterns() {
    const sheet = svg("svg", { width: 0, height: 0, "aria-hidden": "true", class: "patterns" });
    const marks = {
      invalid: svg("path", { d: "M0 8L8 0M-2 2L2 -2M6 10L10 6", stroke: "#8a5a44", "stroke-width": 1.6 }),
      not_in_plan: svg("circle", { cx: 4, cy: 4, r: 1.1, fill: "#8b9499" }),
      plan_invalid: svg("path", { d: "M0 4H8M0 8L8 0", stroke: "#8a5a44", "stroke-width": 1 }),
      plan_only: svg("path", { d: "M0 4H8", stroke: "#bcc6c8", "stroke-width": 1.2 }),
      not_comparable: svg("path", { d: "M0 0L8 8M-2 6L2 10M6 -2L10 2", stroke: "#b9c3c9", "stroke-width": 1.2 }),
      no_figures: svg("path", { d: "", fill: "none" }),
    };
    for (const [reason, mark] of Object.entries(marks)) {
      const pattern = svg("pattern", { id: `pattern-${reason}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" });
      pattern.append(svg("rect", { width: 8, height: 8, fill: "#f4f3ee" }), mark);
      sheet.append(pattern);
    }
    document.body.append(sheet);
  }

  const style = (feature) => base[feature.properties.layer];

  function point(feature, latlng) {
    return feature.properties.layer === "counts" ? circle(latlng) : dot(latlng);
  }

  root.blok = Object.assign(root.blok || {}, {
    map: { each, style, point, build: patterns, paint, use, restyle, tell, kept }, mapNames: { paint: paintNames },
  });
})(window);
