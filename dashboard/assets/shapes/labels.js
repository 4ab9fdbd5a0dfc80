/* The names on a map, drawn in the map's own picture.
 *
 * A step of the clock writes the values anew and nothing else. Once nothing has moved for a
 * moment, what the labels need is measured, and they are placed again if anything differs.
 */
(function (root) {
  "use strict";

  const REST_MS = 120;
  const CLASSES = { area: "area-name", park: "place-name of-park", place: "place-name" };

  const svg = (...args) => root.blok.dom.svg(...args);
  const drawings = new Map();
  let features = null;
  let chosen = [];
  let waiting = null;

  /** The label of a circle, as {element, words, mark}: its two texts are written anew. */
  function build() {
    const [words, mark] = [document.createTextNode(""), document.createTextNode("")];
    const raised = svg("tspan", { class: "mark", dy: "-0.35em" }, mark);
    return { element: svg("text", { class: "area-label" }, words, raised), words, mark };
  }

  /** What one map's names are drawn in, after all shapes: an element above the map would be
   * drawn by itself in each step. They repeat what is said aloud, so they are for the eye only. */
  function drawingOf(map, picture) {
    if (!drawings.has(map)) {
      const drawing = { map, group: svg("g", { class: "map-labels", "aria-hidden": "true" }), parts: new Map(), placed: "" };
      drawings.set(map, drawing);
      map.on("zoomend moveend resize", () => arrange(drawing));
    }
    const drawing = drawings.get(map);
    picture.append(drawing.group);
    return drawing;
  }

  /** Give a circle a label that comes and goes with it. */
  function attach(circle) {
    circle.label = build();
    circle.on("add", () => {
      const { element } = circle.label;
      const { x, y } = circle._map.latLngToLayerPoint(circle.getLatLng());
      element.setAttribute("x", x);
      element.setAttribute("y", y);
      const path = circle.getElement();
      const { group } = drawingOf(circle._map, path ? path.ownerSVGElement : root.blok.canvas.pictureOver());
      if (path) group.append(element); // of many only those that are named are in the document
      paint();
    });
    return circle.on("remove", () => circle.label.element.remove());
  }

  /** The name of a feature and the line that leads to it, made when they are first needed. */
  function partOf(drawing, kind, id) {
    if (!drawing.parts.has(id)) {
      const made = { name: svg("text", { class: CLASSES[kind], "data-name": id }), line: svg("line", { class: "leader" }), said: "" };
      drawing.parts.set(id, made);
      drawing.group.prepend(made.line, made.name);
    }
    return drawing.parts.get(id);
  }

  function write(shown, lines, [x, y], top) {
    const { LINE, typeOf } = root.blok.lettering;
    const { px } = typeOf(shown.name);
    const said = lines.join("\n");
    if (shown.said !== said) shown.name.replaceChildren(...lines.map((line) => svg("tspan", {}, line)));
    shown.said = said;
    [...shown.name.children].forEach((line, i) => {
      line.setAttribute("x", x);
      line.setAttribute("y", y + top + (i + 0.5) * px * LINE);
    });
  }

  function see(element, isSeen) {
    element.style.visibility = isSeen ? "" : "hidden";
  }

  /** Of many areas only those that are named have their labels in the document. */
  function thin(drawing, counts, named) {
    for (const [id, { label }] of Object.entries(counts)) {
      const isIn = label.element.parentNode !== null;
      if (named.has(id) && !isIn) drawing.group.append(label.element);
      else if (!named.has(id) && isIn) label.element.remove();
    }
  }

  /** Put a value under its name. */
  function putValue(label, need, place) {
    see(label.element, place !== null);
    if (place === null) return;
    const { height } = need.sizes[place.index];
    label.element.setAttribute("x", place.at[0]);
    label.element.setAttribute("y", place.at[1] + (height - need.value.height) / 2 - root.blok.lettering.PADDING);
  }

  /** Put a name and its line where they belong; what has no room is not seen. */
  function putName(shown, need, place) {
    see(shown.name, place !== null);
    see(shown.line, place !== null && place.line !== null);
    if (place === null) return;
    const { lines, height } = need.sizes[place.index];
    write(shown, lines, place.at, root.blok.lettering.PADDING - height / 2);
    if (place.line) ["x1", "y1", "x2", "y2"].forEach((name, i) => shown.line.setAttribute(name, place.line.flat()[i]));
  }

  /** Place all names of a map, unless all is as it was. */
  function arrange(drawing) {
    const { map, parts } = drawing;
    if (features === null || !map._loaded || map.getSize().x === 0) return;
    const { find, layersOf, pick } = root.blok.needs;
    const found = layersOf(map);
    const named = pick(map, found, chosen);
    if (named) thin(drawing, found.counts, named);
    const asked = find(map, found, named, (id) => features[id].name, (kind, id) => root.blok.lettering.typeOf(partOf(drawing, kind, id).name));
    const now = JSON.stringify(asked);
    if (now === drawing.placed) return;
    drawing.placed = now;
    const places = root.blok.placing.place(asked);
    const { counts } = found;
    for (const need of asked.areas) putValue(counts[need.id].label, need, places[need.id]);
    for (const need of [...asked.areas, ...asked.names]) putName(parts.get(need.id), need, places[need.id]);
    for (const [id, shown] of parts) if (!Object.hasOwn(places, id)) putName(shown, null, null);
  }

  /** Look again once nothing has moved for a moment: it measures, so never during a step. */
  function paint(state, doc) {
    if (doc) ({ features } = doc);
    if (state) chosen = state.areas;
    clearTimeout(waiting);
    waiting = setTimeout(() => { for (const drawing of drawings.values()) arrange(drawing); }, REST_MS);
  }

  root.blok = Object.assign(root.blok || {}, { labels: { attach, paint } });
})(window);
