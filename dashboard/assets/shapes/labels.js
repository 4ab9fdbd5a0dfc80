/* The names on a map, drawn in the map's own picture.
 *
 * A step of the clock writes the values anew: there is room for those of all years. Where
 * something else differs, such as a place that opens, names that were placed for the same
 * view before go there at once; otherwise places are looked for once nothing has moved.
 */
(function (root) {
  "use strict";

  const REST_MS = 120;
  const CLASSES = { area: "area-name", park: "place-name of-park", place: "place-name" };

  const svg = (...args) => root.blok.dom.svg(...args);
  const drawings = new Map();
  let features = null;
  let chosen = [];
  /** What the values on the maps are of. */
  let subject = "";
  let waiting = null;
  /** What an area's value says at other times of the clock: its name stays where it is. */
  let textsOf = null;

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
      const drawing = { map, group: svg("g", { class: "map-labels", "aria-hidden": "true" }), parts: new Map(), known: new Map(), placed: "" };
      drawings.set(map, drawing);
      map.on("zoomend moveend resize", () => { drawing.known.clear(); arrange(drawing); });
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

  function write(shown, { lines, height, px }, [x, y]) {
    const { LINE, PADDING } = root.blok.lettering;
    const top = PADDING - height / 2;
    const said = lines.join("\n");
    if (shown.said !== said) shown.name.replaceChildren(...lines.map((line) => svg("tspan", {}, line)));
    shown.said = said;
    [...shown.name.children].forEach((line, i) => {
      at(line, { x, y: y + top + (i + 0.5) * px * LINE });
    });
  }

  /** Write only what differs: most names stay where they are. */
  function see(element, isSeen) {
    const wanted = isSeen ? "" : "hidden";
    if (element.style.visibility !== wanted) element.style.visibility = wanted;
  }

  function at(element, place) {
    for (const [name, value] of Object.entries(place)) root.blok.kept.tell(element, name, String(value));
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
    at(label.element, { x: place.at[0], y: place.at[1] + (height - need.value.height) / 2 - root.blok.lettering.PADDING });
  }

  /** Put a name and its line where they belong; what has no room is not seen. */
  function putName(shown, need, place) {
    see(shown.name, place !== null);
    see(shown.line, place !== null && place.line !== null);
    if (place === null) return;
    write(shown, need.sizes[place.index], place.at);
    if (place.line) {
      const [[x1, y1], [x2, y2]] = place.line;
      at(shown.line, { x1, y1, x2, y2 });
    }
  }

  /** The type of each kind of label on a map, looked up once for all of a kind. */
  function typesOf(drawing, counts) {
    const types = new Map();
    const elementOf = (kind, id) => (kind === "value" ? counts[id].label.element : partOf(drawing, kind, id).name);
    return (kind, id) => {
      if (!types.has(kind)) types.set(kind, root.blok.lettering.typeOf(elementOf(kind, id)));
      if (kind !== "value") partOf(drawing, kind, id);
      return types.get(kind);
    };
  }

  /** What the names of a map need now: of many areas, those that are named. */
  function askedOn(drawing, found) {
    const { find, pick } = root.blok.needs;
    const named = pick(drawing.map, found, chosen);
    if (named) thin(drawing, found.counts, named);
    return find(drawing.map, found, named, { nameOf: (id) => features[id].name, typeOf: typesOf(drawing, found.counts), textsOf: textsOf || (() => []) });
  }

  /** Move dots and names to their places; `key` tells this arrangement from others. */
  function put(drawing, { counts, places: dots }, { key, asked, places }) {
    drawing.placed = key;
    for (const [id, [x, y]] of Object.entries(asked.moves)) at(dots[id].getElement(), { transform: `translate(${x} ${y})` });
    for (const need of asked.areas) putValue(counts[need.id].label, need, places[need.id]);
    for (const need of [...asked.areas, ...asked.names]) putName(drawing.parts.get(need.id), need, places[need.id]);
    for (const [id, shown] of drawing.parts) if (!Object.hasOwn(places, id)) putName(shown, null, null);
  }

  const isDrawn = ({ map }) => features !== null && map._loaded && map.getSize().x > 0;

  /** The values where no room is kept for other ones. */
  const bare = (counts) => (textsOf ? "" : Object.values(counts).map(({ label }) => label.element.textContent).join());

  const signed = (drawing, found) => [subject, chosen.join(), bare(found.counts), root.blok.needs.signature(drawing.map, found)].join("|");

  /** Place all names of a map, unless all is as it was; in the view at hand it is kept. */
  function arrange(drawing) {
    if (!isDrawn(drawing)) return;
    const found = root.blok.needs.layersOf(drawing.map);
    const asked = askedOn(drawing, found);
    const key = JSON.stringify(asked);
    const sign = signed(drawing, found);
    if (drawing.known.get(sign)?.key !== key) drawing.known.set(sign, { key, asked, places: root.blok.placing.place(asked) });
    if (key !== drawing.placed) put(drawing, found, drawing.known.get(sign));
  }

  /** Put the names where they stood when all was as it is now; what is new has to wait. */
  function recall(drawing) {
    if (!isDrawn(drawing) || drawing.known.size === 0) return;
    const found = root.blok.needs.layersOf(drawing.map);
    const known = drawing.known.get(signed(drawing, found));
    if (known && known.key !== drawing.placed) put(drawing, found, known);
  }

  /** Keep room for all that a page's values may say: `texts(id)`. */
  function reserve(texts) {
    textsOf = texts;
  }

  /** Put the names where they are known to stand, and look for places once nothing has moved for
   * a moment: that takes too long for a step. */
  function paint(state, doc) {
    if (doc) ({ features } = doc);
    clearTimeout(waiting);
    if (state) {
      chosen = state.areas;
      subject = `${state.indicator} ${state.mode}`;
      for (const drawing of drawings.values()) recall(drawing);
    }
    waiting = setTimeout(() => { for (const drawing of drawings.values()) arrange(drawing); }, REST_MS);
  }

  root.blok = Object.assign(root.blok || {}, { labels: { attach, paint, reserve } });
})(window);
