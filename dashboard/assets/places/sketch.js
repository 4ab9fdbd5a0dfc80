/* Draws a path that does not exist and tells what it would change, as the server reckons it. */
(function (root) {
  "use strict";

  const SHOWN = ["shorter", "longer", "gained", "lost", "undecided"];
  const el = (...args) => root.blok.dom.el(...args);
  const fill = (...args) => root.blok.dom.fill(...args);
  /** What points are called that were put beside a place, by their position. */
  const names = new Map();
  let parts = null;
  let pen = null;

  const positionWords = (position) => position.map((one) => one.toFixed(5)).join(", ");
  const nameOf = (position) => names.get(positionWords(position)) || positionWords(position);

  /** A path takes the place of the one that was there; `metres` says how near each point is to
   * the way that it is meant for. */
  function put(positions, metres, patch) {
    const path = positions.map(root.blok.drawnpath.rounded);
    root.blok.asking.loosen(path, metres);
    root.blok.state.set({ path, ...patch }, true);
  }

  /** Add a point to the path. */
  function add(position, metres) {
    const { path } = root.blok.state.get();
    put([...path, position], [...root.blok.asking.looseness(path), metres], {});
  }

  function say(text) {
    parts.said.textContent = text;
  }

  /** Add the way beside a place, so that one can get onto the path there; the place itself where
   * no way is near enough. */
  function addPlace(id) {
    const { doc } = parts;
    const position = root.blok.drawnpath.rounded(root.blok.ground.position(id).lonlat);
    names.set(positionWords(position), doc.features[id].name);
    add(position, doc.places.reach.last);
  }

  /** Points that the server put on ways keep the names of the places that they lie beside. */
  function settled(path, answer) {
    path.forEach((position, i) => {
      const name = names.get(positionWords(position));
      if (answer.on[i] && name) names.set(positionWords(answer.path[i]), fill(parts.doc.texts["places.sketch.atWay"], { name }));
    });
  }

  function addTyped() {
    const position = root.blok.drawnpath.readPosition(parts.typed.value);
    say(position === null ? parts.doc.texts["places.sketch.notRead"] : "");
    if (position === null) return;
    parts.typed.value = "";
    add(position, 0);
  }

  /** A hand on a map is no surer than so many pixels, however small the map is: in metres at most. */
  const HAND_PX = 12;
  const HAND_M = 1000;

  /** A path that was drawn on the map takes the place of what was there, and the map tells
   * what each area gains. */
  function drawn(positions) {
    const metres = Math.min(HAND_M, Math.round(root.blok.overlay.metresOf(HAND_PX)));
    put(positions, positions.map(() => metres), { difference: true });
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
    root.blok.asking.prepare(root.blok.state.get());
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
    say("");
    root.blok.state.set({ path: [] }, true);
  }

  function download() {
    const address = URL.createObjectURL(new Blob([JSON.stringify(root.blok.drawnpath.geojson(root.blok.state.get().path), null, 1)], { type: "application/geo+json" }));
    el("a", { href: address, download: parts.doc.texts["places.sketch.file"] }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  function pointList({ path }, doc) {
    const kept = (list, at) => list.filter((_, i) => i !== at);
    const remove = (at) => put(kept(path, at), kept(root.blok.asking.looseness(path), at), {});
    return el("ol", { className: "points" }, path.map((one, i) => el("li", null, `${nameOf(one)} `,
      el("button", { className: "quiet", "data-key": `point-${i}`, "aria-label": fill(doc.texts["places.sketch.removePoint"], { number: i + 1 }), onClick: () => remove(i) }, doc.texts["places.sketch.remove"]))));
  }

  function table(rows, doc) {
    const heads = ["area", "place", "without", "with", "saved"].map((key) => doc.texts[`places.head.${key}`]);
    return root.blok.changetable.build(rows, doc.texts["places.sketch.table"], heads, doc);
  }

  /** What is known of the path of a state: { rows … }, { why } where it cannot be used, { failed }
   * where the server had no answer, null while that is awaited or where there is no path. */
  const known = (state) => (state.path.length === 0 ? null : root.blok.asking.answer(state));

  /** What the path changes in a state, or null where there is no path that can be used. */
  function found(state) {
    const answer = known(state);
    return answer !== null && answer.rows ? answer : null;
  }

  /** Whether what the path changes is not known yet. */
  const isAwaited = (state) => state.path.length > 0 && known(state) === null;

  function whyWords([key, values], doc) {
    const format = new Intl.NumberFormat(doc.language);
    return fill(doc.texts[`places.sketch.${key}`], Object.fromEntries(Object.entries(values).map(([name, value]) => [name, format.format(value)])));
  }

  /** What the path changes, in one sentence; nothing without a path that can be used. */
  function summary(state, doc) {
    const now = found(state);
    if (now === null) return "";
    const count = (verdict) => now.rows.filter((row) => row.verdict === verdict).length;
    const areas = new Set(now.rows.filter((row) => row.verdict === "shorter").map((row) => row.area)).size;
    return fill(doc.texts["places.sketch.summary"], { metres: root.blok.walkwords.length(now.metres, doc), year: state.year, meets: now.meets, points: state.path.length, shorter: count("shorter"), areas, undecided: count("undecided") });
  }

  /** What to mend in a path that meets nothing, or crosses ways without meeting them. */
  function advice(state, doc) {
    const now = found(state);
    if (now === null) return "";
    if (now.meets === 0) return doc.texts["places.sketch.loose"];
    return now.crossings > 0 ? fill(doc.texts["places.sketch.crossings"], { count: now.crossings }) : "";
  }

  /** Why the server had no answer, and a way to ask once more; nothing where it had one. */
  function failure(state, doc) {
    const now = known(state);
    if (now === null || now.failed === undefined) return null;
    return el("p", { className: "sketch-failed" }, now.failed || doc.texts["places.sketch.noAnswer"], " ",
      el("button", { className: "again", "data-key": "again", onClick: () => root.blok.asking.retry() }, doc.texts["places.sketch.again"]));
  }

  function answer(state, doc) {
    const now = known(state);
    if (now === null) return [];
    if (now.failed !== undefined) return [failure(state, doc)];
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
      said: el("p", { className: "said", role: "status" }), awaited: el("p", { className: "awaited", role: "status" }), list: el("div"), answer: el("div", { "aria-live": "polite" }) };
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
      parts.said, parts.list, parts.awaited, parts.answer);
    root.blok.asking.onSettled(settled);
  }

  function paint(state, doc) {
    const { swap } = root.blok.dom;
    swap(parts.list, state.path.length > 0 ? pointList(state, doc) : null);
    if (state.path.length > 0) root.blok.asking.ask(state);
    parts.awaited.textContent = isAwaited(state) ? doc.texts["places.sketch.asking"] : "";
    swap(parts.answer, answer(state, doc));
  }

  const api = { build, paint, drawn, stop, found, isAwaited, failure, summary, advice };
  root.blok = Object.assign(root.blok || {}, { sketch: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
