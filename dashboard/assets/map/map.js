/* Paints the map: every layer is kept and only restyled, so zoom and focus stay. */
(function (root) {
  "use strict";

  const BLUE = "var(--blue)";
  const DASHES = { there: null, coming: "8 5", vague: "2 6" };

  /** The layers whose features come and go with the years. */
  const FEATURES = ["parks", "paths", "places"];
  /** Shapes that can be chosen; all others let the pointer through. */
  const REACHABLE = new Set(["areas", ...FEATURES]);

  /** The kept Leaflet layers, by map layer and feature id. */
  const kept = { water: {}, roads: {}, areas: {}, plans: {}, parks: {}, paths: {}, places: {}, counts: {} };
  let painted = null;

  /** How the page at hand draws: a choice, one feature, what lies over all, what a tooltip
   * says, what is told of the area under pointer or focus, and what is named after the frame. */
  let page = {
    choose: (id) => root.blok.state.set({ areas: [id] }, true),
    one: paintOne,
    over: paintPlanLabel,
    words: (name, doc, state, id) => (name === "areas" ? look().areaWords : look().featureWords)(doc, state, id),
    mark: (id, by) => { root.blok.legend.mark(id); root.blok.card.point(id, by); },
    named: ["areas", ...FEATURES],
  };

  /** Let a page draw in its own way on the same kept layers. */
  function use(other) {
    page = { named: FEATURES, ...other };
  }

  const { ACCENT, BASE, GREEN, makeReachable, paintArea, paintCount, paintPlan, restyle, soften, tell } = root.blok.kept;
  const look = () => root.blok.look;
  const colourOf = (layer) => (layer.feature.properties.kind === "lake" ? BLUE : GREEN);

  function pointAt(layer, id) {
    const element = layer.getElement();
    soften(element, layer.feature);
    element.addEventListener("focus", () => page.mark(id, "focus"));
    element.addEventListener("blur", () => page.mark(null, "focus"));
  }

  function meet(name, id, layer, element) {
    element.setAttribute("data-layer", name);
    if (REACHABLE.has(name)) makeReachable(id, element, (one) => page.choose(one));
    else element.style.pointerEvents = "none";
    if (name === "areas") pointAt(layer, id);
  }

  function onAdd(name, id, layer) {
    const element = layer.getElement();
    layer.painted = null;
    if (element) meet(name, id, layer, element);
    if (!painted) return;
    draw(name, id, painted.state, painted.doc);
    if (page.named.includes(name)) nameFeature(name, id, painted.state, painted.doc);
  }

  /** Keep a shape of the map's one layer, and let it be chosen where it can be. */
  function each(feature, layer) {
    const { id, layer: name } = feature.properties;
    kept[name][id] = layer;
    layer.on("add", () => onAdd(name, id, layer));
    if (!REACHABLE.has(name)) return;
    layer.on("click", (event) => page.choose(id, event));
    if (name === "areas") layer.on("mouseover mouseout", (event) => page.mark(event.type === "mouseover" ? id : null, "pointer"));
    if (name === "areas" && document.body.dataset.page === "map") return; // an area has a card there
    layer.bindTooltip(() => tooltip(name, id), { sticky: name === "areas", direction: "top" });
  }

  function tooltip(name, id) {
    const node = document.createElement("span");
    if (painted) node.textContent = page.words(name, painted.doc, painted.state, id);
    return node;
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
    const hidden = presence === "hidden" || !state.layers.includes(name) || root.blok.canvas.isFar(name, layer);
    const chosen = state.areas.includes(id);
    const own = name === "parks" ? colourOf(layer) : BASE[name].color;
    restyle(layer, {
      color: chosen ? ACCENT : own, weight: chosen ? 4 : BASE[name].weight,
      dashArray: DASHES[presence] || null,
      fillColor: name === "parks" ? own : BASE[name].fillColor,
      fillOpacity: name === "places" && presence !== "there" ? 0.25 : BASE[name].fillOpacity,
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

  /** What is read aloud of the shapes; it may come right after the frame. */
  function paintNames(state, doc) {
    for (const name of page.named) {
      for (const id of Object.keys(kept[name])) nameFeature(name, id, state, doc);
    }
  }

  function paintBase(name, id, state) {
    const layer = kept[name][id];
    const element = layer.getElement();
    const hidden = name === "roads" && !state.layers.includes(name);
    if (root.blok.canvas.isDrawn(layer)) restyle(layer, { opacity: hidden ? 0 : 1 });
    const display = hidden ? "none" : "";
    if (element && element.style.display !== display) element.style.display = display;
  }

  function paintOne(name, id, state, doc) {
    const layer = kept[name][id];
    if (name === "areas") paintArea(layer, look().area(doc, state, id), state.areas.includes(id), null);
    else if (name === "counts") paintCount(layer, look().area(doc, state, id));
    else if (name === "plans") paintPlan(id, layer, (look().plan(doc, state, id) || {}).colour);
    else if (FEATURES.includes(name)) paintFeature(name, id, state, doc);
    else paintBase(name, id, state);
  }

  /** Draw a feature as the page does, with its outline of the year. */
  function draw(name, id, state, doc) {
    root.blok.outlines.draw(kept[name][id], doc, state.year, () => page.one(name, id, state, doc));
  }

  /** Draw one layer of the map anew. */
  function repaint(name) {
    if (painted) for (const id of Object.keys(kept[name])) draw(name, id, painted.state, painted.doc);
  }

  /** Draw the map; at first with its names, so that nobody meets a shape without one. */
  function paint(state, doc) {
    const isFirst = painted === null;
    painted = { state, doc };
    for (const [name, layers] of Object.entries(kept)) {
      for (const id of Object.keys(layers)) draw(name, id, state, doc);
    }
    root.blok.canvas.raise(state.areas[0], kept);
    page.over(state, doc);
    if (isFirst) paintNames(state, doc);
  }

  /** What opens by pointer or focus can be put away without moving either. */
  function closeTooltips(event) {
    if (event.key !== "Escape") return;
    for (const layers of Object.values(kept)) for (const layer of Object.values(layers)) layer.closeTooltip();
  }

  function build() {
    root.blok.textures.patterns();
    root.blok.labels.reserve((id) => (painted ? look().labelTexts(painted.doc, painted.state, id) : []));
    document.addEventListener("keydown", closeTooltips);
  }

  root.blok = Object.assign(root.blok || {}, {
    map: { each, build, paint, repaint, use, restyle, tell, kept }, mapNames: { paint: paintNames },
  });
})(window);
