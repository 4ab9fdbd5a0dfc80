/* Draws a path that does not exist and tells at once what it would change; nothing is kept. */
(function (root) {
  "use strict";

  const SHOWN = ["shorter", "longer", "gained", "lost", "undecided"];
  const el = (...args) => root.blok.dom.el(...args);
  const fill = (...args) => root.blok.dom.fill(...args);
  let points = [];
  let parts = null;
  let pen = null;

  /** Degrees of Denmark: the longitude is always the lesser of the two. */
  const SOUTHERNMOST = 54;
  const EASTERNMOST = 16;

  /** Two numbers with decimals: "10.0346, 56.4831", or with commas and a semicolon. Longitude comes
   * first; the other order, which maps for the road use, cannot be mistaken here. */
  function readPosition(text) {
    const cleaned = text.includes(";") ? text.replaceAll(",", ".").split(";") : text.split(text.includes(",") ? "," : /\s+/);
    const numbers = cleaned.map((part) => (part.trim() === "" ? NaN : Number(part)));
    if (numbers.length !== 2 || !numbers.every(Number.isFinite)) return null;
    const [one, other] = numbers;
    const [lon, lat] = one >= SOUTHERNMOST && other <= EASTERNMOST ? [other, one] : [one, other];
    return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
  }

  /** The path as GeoJSON: one line from point to point, so that each may meet a way. */
  function geojson(path) {
    const lines = path.slice(1).map((point, i) => [path[i].position, point.position]);
    return { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: lines } }] };
  }

  const named = (position) => ({ position, name: position.map((one) => one.toFixed(5)).join(", ") });

  /** Add points and tell what the path changes, once the network is there; `patch` is set with it. */
  function put(more, patch) {
    points = [...points, ...more];
    const isChoice = Object.keys(patch).length > 0;
    root.blok.start.network().then(() => root.blok.state.set(patch, isChoice)).catch(() => say(parts.doc.texts["places.start.failed"]));
  }

  function say(text) {
    parts.said.textContent = text;
  }

  /** Add the way beside a place, so that one can get onto the path there; the place itself where
   * no way is near enough. */
  function addPlace(id) {
    const { start, ground, utm, ways, state } = root.blok;
    const { doc } = parts;
    const { name } = doc.features[id];
    const { lonlat } = ground.position(id);
    start.network().then(() => {
      const graph = start.graph(state.get(), doc);
      const on = ways.within(graph, utm.toMetres(lonlat), graph.net.settings.last);
      put([on === null ? { position: lonlat, name } : { position: utm.toDegrees(on), name: fill(doc.texts["places.sketch.atWay"], { name }) }], {});
    }).catch(() => say(doc.texts["places.start.failed"]));
  }

  function addTyped() {
    const position = readPosition(parts.typed.value);
    say(position === null ? parts.doc.texts["places.sketch.notRead"] : "");
    if (position === null) return;
    parts.typed.value = "";
    put([named(position)], {});
  }

  /** A hand on a map is no surer than so many pixels. */
  const HAND_PX = 12;

  /** A position on the nearest way, where that is as near as the hand can tell; else as it is. */
  function snapped(position) {
    const { start, ways, utm, state, overlay } = root.blok;
    const on = ways.within(start.graph(state.get(), parts.doc), utm.toMetres(position), overlay.metresOf(HAND_PX));
    return on === null ? position : utm.toDegrees(on);
  }

  /** A path that was drawn on the map takes the place of what was there, and the map tells at
   * once what each area gains. */
  function drawn(positions) {
    points = [];
    root.blok.start.network().then(() => put(positions.map(snapped).map(named), { difference: true }))
      .catch(() => say(parts.doc.texts["places.start.failed"]));
  }

  /** Buttons over the map while a line is drawn: fingers have no double click and no Escape. */
  function tools(pen, doc) {
    const button = (key, onClick) => el("button", { onClick }, doc.texts[`places.sketch.${key}`]);
    const hint = el("span", { className: "hint", role: "status" }, doc.texts["places.sketch.how"]);
    const finish = () => { pen.completeShape(); if (pen.enabled()) hint.textContent = doc.texts["places.sketch.onePoint"]; };
    return el("div", { className: "drawing-tools", role: "group", "aria-label": doc.texts["places.sketchHead"] },
      hint, button("finish", finish), button("undo", () => pen.deleteLastVertex()), button("cancel", () => pen.disable()));
  }

  function begin() {
    const map = root.blok.overlay.map();
    if (map === null || !root.L.Draw) { say(parts.doc.texts["places.sketch.notReady"]); return; }
    root.blok.start.network().catch(() => null); // asked for now, told of when it is needed
    const { texts } = parts.doc;
    Object.assign(root.L.drawLocal.draw.handlers.polyline, { error: texts["places.sketch.cross"],
      tooltip: { start: texts["places.sketch.first"], cont: texts["places.sketch.next"], end: texts["places.sketch.last"] } });
    root.blok.dom.byId("map-region").scrollIntoView({ block: "center" });
    stop();
    pen = new root.L.Draw.Polyline(map, { showLength: false, shapeOptions: { color: "var(--sketched)" } });
    const bar = tools(pen, parts.doc);
    root.blok.dom.byId("map-region").append(bar);
    map.once("draw:drawstop", () => {
      const hadFocus = bar.contains(document.activeElement);
      bar.remove();
      if (hadFocus) root.blok.dom.byId("sketch").querySelector(".draw").focus({ preventScroll: true });
    });
    root.blok.near.stop();
    pen.enable();
  }

  /** Put the pen away: a click on the map is for something else. */
  function stop() {
    if (pen !== null) pen.disable();
  }

  function clear() {
    points = [];
    say("");
    root.blok.state.set({}, false);
  }

  function download() {
    const address = URL.createObjectURL(new Blob([JSON.stringify(geojson(points), null, 1)], { type: "application/geo+json" }));
    el("a", { href: address, download: parts.doc.texts["places.sketch.file"] }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  function pointList(doc) {
    const remove = (at) => { points = points.filter((_, i) => i !== at); root.blok.state.set({}, false); };
    return el("ol", { className: "points" }, points.map((one, i) => el("li", null, `${one.name} `,
      el("button", { className: "quiet", "data-key": `point-${i}`, "aria-label": fill(doc.texts["places.sketch.removePoint"], { number: i + 1 }), onClick: () => remove(i) }, doc.texts["places.sketch.remove"]))));
  }

  function table(rows, doc) {
    const heads = ["area", "place", "without", "with", "saved"].map((key) => doc.texts[`places.head.${key}`]);
    return root.blok.changetable.build(rows, doc.texts["places.sketch.table"], heads, doc);
  }

  const answers = new WeakMap();

  /** What the path changes in a state, found once for it: { why } where it cannot be used, and
   * null where there is none. */
  function asked(state, doc) {
    const net = root.blok.start.net();
    if (net === null || points.length === 0) return null;
    if (!answers.has(state)) {
      const metres = points.map(({ position }) => root.blok.utm.toMetres(position));
      const why = root.blok.proposal.complaint(net, metres);
      const statuses = (id) => root.blok.look.status(doc, state, id);
      answers.set(state, why !== null ? { why } : root.blok.proposal.changes(net, metres, state.year - doc.years[0], state.planned, statuses));
    }
    return answers.get(state);
  }

  /** What the path changes in a state, or null where there is no path that can be used. */
  function found(state, doc) {
    const answer = asked(state, doc);
    return answer === null || answer.why ? null : answer;
  }

  function whyWords([key, values], doc) {
    const format = new Intl.NumberFormat(doc.language);
    return fill(doc.texts[`places.sketch.${key}`], Object.fromEntries(Object.entries(values).map(([name, value]) => [name, format.format(value)])));
  }

  /** What the path changes, in one sentence; nothing without a path that can be used. */
  function summary(state, doc) {
    const now = found(state, doc);
    if (now === null) return "";
    const count = (verdict) => now.rows.filter((row) => row.verdict === verdict).length;
    const areas = new Set(now.rows.filter((row) => row.verdict === "shorter").map((row) => row.area)).size;
    return fill(doc.texts["places.sketch.summary"], { metres: root.blok.walkwords.length(now.metres, doc), year: state.year, meets: now.meets, points: points.length, shorter: count("shorter"), areas, undecided: count("undecided") });
  }

  /** What to mend in a path that meets nothing, or crosses ways without meeting them. */
  function advice(state, doc) {
    const now = found(state, doc);
    if (now === null) return "";
    if (now.meets === 0) return doc.texts["places.sketch.loose"];
    return now.crossings > 0 ? fill(doc.texts["places.sketch.crossings"], { count: now.crossings }) : "";
  }

  function answer(state, doc) {
    const now = asked(state, doc);
    if (now === null) return [];
    if (now.why) return [el("p", { className: "sketch-why" }, whyWords(now.why, doc))];
    const told = now.rows.filter((row) => SHOWN.includes(row.verdict)).sort((a, b) => SHOWN.indexOf(a.verdict) - SHOWN.indexOf(b.verdict));
    const help = advice(state, doc);
    return [el("p", { className: "sketch-summary" }, summary(state, doc)), help ? el("p", { className: "help" }, help) : null,
      told.length > 0 ? table(told, doc) : el("p", null, doc.texts["places.sketch.nothing"]),
      el("button", { className: "download", "data-key": "download", onClick: download }, doc.texts["places.sketch.download"])].filter(Boolean);
  }

  function build(doc) {
    const places = Object.entries(doc.places.cards).filter(([, card]) => card.group === "places").map(([id]) => el("option", { value: id }, doc.features[id].name));
    const select = el("select", { id: "sketch-place" }, places);
    parts = { doc, select,
      typed: el("input", { id: "sketch-position", type: "text", inputmode: "text", autocomplete: "off", placeholder: "10.0000, 56.0000", onKeydown: (event) => { if (event.key === "Enter") addTyped(); } }),
      said: el("p", { className: "said", role: "status" }), list: el("div"), answer: el("div", { "aria-live": "polite" }) };
    const part = root.blok.folds.into("sketch", "tegn");
    root.blok.folds.head(part, doc.texts["places.sketchHead"]);
    part.body.replaceChildren(el("p", { className: "help" }, doc.texts["places.sketchHelp"]),
      el("div", { className: "sketch-tools" },
        el("button", { className: "draw", onClick: begin }, doc.texts["places.sketch.draw"]),
        el("div", { className: "control" }, el("label", { htmlFor: "sketch-place" }, doc.texts["places.sketch.byPlace"]),
          el("span", { className: "pair" }, select, el("button", { className: "add-place", onClick: () => addPlace(select.value) }, doc.texts["places.sketch.add"]))),
        el("div", { className: "control" }, el("label", { htmlFor: "sketch-position" }, doc.texts["places.sketch.byPosition"]),
          el("span", { className: "pair" }, parts.typed, el("button", { className: "add-position", onClick: addTyped }, doc.texts["places.sketch.add"]))),
        el("button", { className: "clear", onClick: clear }, doc.texts["places.sketch.clear"])),
      parts.said, parts.list, parts.answer);
  }

  function paint(state, doc) {
    const { swap } = root.blok.dom;
    swap(parts.list, points.length > 0 ? pointList(doc) : null);
    swap(parts.answer, answer(state, doc));
  }

  const api = { build, paint, drawn, stop, found, summary, advice, points: () => points, readPosition, geojson };
  root.blok = Object.assign(root.blok || {}, { sketch: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
