/* Paints the map: every layer is kept and only restyled, so zoom and focus stay. */
(function (root) {
  "use strict";

  const BLUE = "#2a6f9e";
  const DASHES = { there: null, coming: "8 5", vague: "2 6" };

  /** The kept Leaflet layers, by map layer and feature id. */
  const kept = { water: {}, roads: {}, areas: {}, plans: {}, parks: {}, paths: {}, places: {}, counts: {} };
  let painted = null;

  const { ACCENT, BASE: base, GREEN, circle, makeReachable, paintArea, paintCount, paintPlan, patterns, restyle, soften, tell } = root.blok.kept;
  const look = () => root.blok.look;
  const colourOf = (layer) => (layer.feature.properties.kind === "lake" ? BLUE : GREEN);

  function choose(id) {
    root.blok.state.set({ areas: [id] }, true);
  }

  function keep(name, focusable) {
    return function (feature, layer) {
      const id = feature.properties.id;
      kept[name][id] = layer;
      layer.on("add", () => {
        const element = layer.getElement();
        element.setAttribute("data-layer", name);
        layer.signature = null;
        if (focusable) makeReachable(id, element, choose);
        if (name === "areas") {
          soften(element, feature);
          layer._map.on("zoomend", root.blok.labels.paint);
          element.addEventListener("focus", () => root.blok.legend.mark(id));
          element.addEventListener("blur", () => root.blok.legend.mark(null));
        }
        else element.style.pointerEvents = "none";
        if (painted) paintOne(name, id, painted.state, painted.doc);
      });
      if (focusable) {
        layer.on("click", () => choose(id));
        if (name === "areas") layer.on("mouseover mouseout", (event) => root.blok.legend.mark(event.type === "mouseover" ? id : null));
        layer.bindTooltip(() => tooltip(name, id), { sticky: name === "areas", direction: "top" });
      }
    };
  }

  function tooltip(name, id) {
    const node = document.createElement("span");
    if (painted) {
      const words = name === "areas" ? look().areaWords : look().featureWords;
      node.textContent = words(painted.doc, painted.state, id);
    }
    return node;
  }

  function dot(feature, latlng) {
    return root.L.circleMarker(latlng, { radius: 6, pane: "pane-places" });
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
    tell(element, "aria-label", look().featureWords(doc, state, id));
    tell(element, "aria-pressed", String(chosen));
  }

  function paintBase(name, id, state) {
    const element = kept[name][id].getElement();
    if (element) element.style.display = name === "roads" && !state.layers.includes(name) ? "none" : "";
  }

  function paintOne(name, id, state, doc) {
    const layer = kept[name][id];
    if (name === "areas") paintArea(layer, look().area(doc, state, id), state.areas.includes(id), look().areaWords(doc, state, id));
    else if (name === "counts") paintCount(layer, look().area(doc, state, id));
    else if (name === "plans") paintPlan(id, layer, (look().plan(doc, state, id) || {}).colour);
    else if (name === "parks" || name === "paths" || name === "places") paintFeature(name, id, state, doc);
    else paintBase(name, id, state);
  }

  function paint(state, doc) {
    painted = { state, doc };
    for (const [name, layers] of Object.entries(kept)) {
      for (const id of Object.keys(layers)) paintOne(name, id, state, doc);
    }
    paintPlanLabel(state, doc);
  }

  const focusable = new Set(["areas", "parks", "paths", "places"]);
  const each = {};
  const style = {};
  const point = {};
  for (const name of Object.keys(kept)) {
    each[name] = keep(name, focusable.has(name));
    style[name] = () => base[name];
    point[name] = name === "counts" ? circle : dot;
  }

  root.blok = Object.assign(root.blok || {}, { map: { each, style, point, build: patterns, paint, kept } });
})(window);
