/* Near me: where a walk begins, by a list, the map or the phone's position. */
(function (root) {
  "use strict";

  const GIVE_UP_MS = 15000;
  const MAP_ERROR_M = 0;
  const el = (...args) => root.blok.dom.el(...args);
  const fill = (...args) => root.blok.dom.fill(...args);
  let fields = null;
  let picking = false;
  let pending = "";

  function say(text) {
    fields.said.textContent = text;
  }

  function begin(position, error, how, name, doc) {
    root.blok.start.begin(position, error, how, name, doc)
      .then((why) => {
        say(why === null ? "" : fill(doc.texts[`places.start.${why[0]}`], why[1]));
        if (why !== null) refuse(how, doc);
      })
      .catch(() => say(doc.texts["places.start.failed"]))
      .finally(() => { pending = ""; });
  }

  /** What was refused is no start, in the address neither. */
  function refuse(how, doc) {
    const { state } = root.blok;
    if (state.get().start === how) state.set({ start: "" }, false);
    paintStart(state.get(), doc);
  }

  /** Begin at a place of the list. */
  function beginAt(id, doc) {
    const position = root.blok.ground.position(id);
    if (position === null) return;
    pending = id;
    begin(position.lonlat, position.error, id, doc.features[id].name, doc);
  }

  /** Begin where the address says, as soon as the map stands and says where that is. */
  function resume(state, doc) {
    const now = root.blok.start.point();
    if (fields === null || root.blok.overlay.map() === null || state.start === "" || pending === state.start) return;
    if (now === null || now.how !== state.start) beginAt(state.start, doc);
  }

  function pick(on, doc) {
    picking = on;
    if (on) root.blok.sketch.stop();
    document[on ? "addEventListener" : "removeEventListener"]("keydown", pickByKey);
    fields.pick.setAttribute("aria-pressed", String(on));
    root.blok.dom.byId("map-region").classList.toggle("picking", on);
    say(on ? doc.texts["places.pickNow"] : "");
    if (on) root.blok.start.network().catch(() => say(doc.texts["places.start.failed"]));
  }

  /** While picking, Escape gives up and Enter on the map takes its middle, marked by a cross. */
  function pickByKey(event) {
    const { doc } = fields;
    if (event.key === "Escape") pick(false, doc);
    if (event.key !== "Enter" || !event.target.classList.contains("leaflet-container")) return;
    const { lng, lat } = root.blok.overlay.map().getCenter();
    clicked([lng, lat], doc);
  }

  /** A click on the map while picking: [lon, lat]; otherwise nothing happens. */
  function clicked(position, doc) {
    if (!picking) return false;
    pick(false, doc);
    begin(position, MAP_ERROR_M, "map", doc.texts["places.thePoint"], doc);
    return true;
  }

  /** Pick no more: a click on the map is for something else. */
  function stop() {
    if (picking) pick(false, fields.doc);
  }

  function locate(doc) {
    if (!root.navigator.geolocation) { say(doc.texts["places.start.noPosition"]); return; }
    say(doc.texts["places.locating"]);
    root.navigator.geolocation.getCurrentPosition(
      ({ coords }) => begin([coords.longitude, coords.latitude], coords.accuracy, "phone", doc.texts["places.yourPosition"], doc),
      (error) => say(doc.texts[error.code === 1 ? "places.start.denied" : "places.start.noPosition"]),
      { enableHighAccuracy: true, timeout: GIVE_UP_MS, maximumAge: 0 });
  }

  /** A choice from the list: an area, or a place that a walk can begin at. */
  function chosen(value, doc) {
    if (doc.areas.includes(value)) {
      root.blok.start.forget();
      say("");
      root.blok.state.set({ areas: [value], start: "" }, true);
      return;
    }
    beginAt(value, doc);
  }

  function options(doc) {
    const one = (id, name) => el("option", { value: id }, name);
    const places = Object.entries(doc.places.cards).filter(([, card]) => card.group === "places").map(([id]) => one(id, doc.features[id].name));
    return [el("optgroup", { label: doc.texts["places.areas"] }, doc.areas.map((id) => one(id, doc.geographies[id].name))),
      el("optgroup", { label: doc.texts["places.places"] }, places)];
  }

  function build(doc) {
    const { dom } = root.blok;
    const from = el("select", { id: "from", onChange: (event) => chosen(event.target.value, doc) }, options(doc));
    const point = el("option", { value: "" });
    const mine = el("button", { className: "locate", onClick: () => locate(doc) }, doc.texts["places.useMine"]);
    const onMap = el("button", { className: "pick", "aria-pressed": "false", onClick: () => pick(!picking, doc) }, doc.texts["places.pick"]);
    const planned = el("input", { type: "checkbox", id: "with-plans", onChange: (event) => root.blok.state.set({ planned: event.target.checked }, true) });
    fields = { doc, from, point, pick: onMap, planned, said: el("p", { className: "said", role: "status" }), ground: el("p", { className: "ground-words" }) };
    dom.byId("near").replaceChildren(
      el("div", { className: "control" }, el("label", { htmlFor: "from" }, doc.texts["places.from"]), from),
      el("p", { className: "ways-to-start" }, mine, onMap),
      fields.said, fields.ground,
      el("label", { className: "check" }, planned, doc.texts["places.withPlans"]),
      el("details", { className: "how" }, el("summary", null, doc.places.reach.source), el("p", null, `${doc.places.reach.how} ${doc.places.reach.islands} ${doc.texts["places.private"]}`)));
  }

  /** The point stands in the list of starts only while it is the start. */
  function paintStart(state, doc) {
    const now = root.blok.start.point();
    const { from, point } = fields;
    if (now === null) { point.remove(); from.value = state.start || root.blok.asked.origin(state, doc); return; }
    if (root.blok.start.listed(now.how, doc) !== "") { point.remove(); from.value = now.how; return; }
    point.textContent = now.name;
    if (!point.isConnected) from.prepend(point);
    from.value = "";
  }

  function paint(state, doc) {
    resume(state, doc);
    paintStart(state, doc);
    fields.ground.textContent = root.blok.walkwords.grounds(state, doc);
    fields.planned.checked = state.planned;
  }

  root.blok = Object.assign(root.blok || {}, { near: { build, paint, resume, clicked, stop, picking: () => picking } });
})(window);
