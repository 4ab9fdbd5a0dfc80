/* Near me: where a walk begins, and how far each place is from there on foot. */
(function (root) {
  "use strict";

  const NEAR_MIN = 15;
  const TENTH = 0.1;
  /** What is not there has a status, and no walk that could be decided or not. */
  const GONE = new Set(["absent", "closed"]);
  const GIVE_UP_MS = 15000;
  const MAP_ERROR_M = 0;
  const el = (...args) => root.blok.dom.el(...args);
  const fill = (...args) => root.blok.dom.fill(...args);
  let fields = null;
  let picking = false;

  /** Whole minutes; on surveyed streets to a tenth, in the language's own form. */
  function middle(walk, doc) {
    const exact = walk.exact ?? null;
    if (exact !== null && exact < TENTH) return doc.texts["places.underTenth"];
    if (exact !== null) return new Intl.NumberFormat(doc.language).format(exact);
    return walk.minutes[1] === 0 ? doc.texts["places.underOne"] : String(walk.minutes[1]);
  }

  function range(walk, doc) {
    const [low, , high] = walk.minutes;
    return fill(doc.texts["places.range"], { low, high });
  }

  /** The bounds of a walk whose minutes cannot be told, or nothing where there are none. */
  function bounds({ least, most }, doc) {
    if (most !== null) return fill(doc.texts[least > 0 ? "places.range" : "places.atMost"], { low: least, high: most });
    return least > 0 ? fill(doc.texts["places.atLeast"], { low: least }) : "";
  }

  /** Why the minutes cannot be told, and what can be said all the same. */
  function reasonWords(walk, from, doc) {
    const said = fill(doc.texts["places.cannotTell"], { from, reason: doc.texts[`places.reason.${walk.reason}`] });
    const known = bounds(walk, doc);
    return known === "" ? said : `${said} ${fill(doc.texts["places.bounds"], { bounds: known })}`;
  }

  /** How much of the way is a straight line, where that is more than a few steps. */
  function straightWords(walk, doc) {
    const straight = walk.lastMetres ?? walk.straight;
    return straight > doc.places.reach.last ? ` ${fill(doc.texts["places.straightLast"], { metres: length(straight, doc) })}` : "";
  }

  /** The walk in short, for the line of a card. */
  function brief(id, state, doc) {
    const walk = root.blok.start.walk(id, state, doc);
    if (GONE.has(walk.reason)) return el("span", { className: "walk-time none" }, el("small", null, doc.statuses[walk.reason]));
    if (walk.reason) {
      const known = bounds(walk, doc);
      const said = doc.texts[known ? "places.undecidedCloser" : "places.undecided"];
      return el("span", { className: "walk-time none" }, known, el("small", null, said));
    }
    const inside = walk.inside ? el("small", null, doc.texts["places.inArea"]) : null;
    return el("span", { className: "walk-time" }, fill(doc.texts["places.minutes"], { minutes: middle(walk, doc) }), el("small", null, range(walk, doc)), inside);
  }

  function startName(state, doc) {
    const point = root.blok.start.point();
    return point === null ? doc.geographies[root.blok.asked.origin(state, doc)].name : point.name;
  }

  /** The walk in full sentences, for the body of a card. */
  function detail(id, state, doc) {
    const walk = root.blok.start.walk(id, state, doc);
    const from = startName(state, doc);
    const said = walk.reason ? reasonWords(walk, from, doc)
      : fill(doc.texts["places.walk"], { from, minutes: middle(walk, doc), low: walk.minutes[0], high: walk.minutes[2], metres: length(walk.metres, doc) }) + straightWords(walk, doc);
    const inside = walk.inside && !walk.reason ? ` ${doc.texts["places.insideHelp"]}` : "";
    return el("p", { className: "walk-words" }, said, inside, " ", el("cite", null, doc.places.reach.source));
  }

  /** A length rounded to ten metres, in the language's own form. */
  function length(metres, doc) {
    const tens = Math.round(metres / 10) * 10;
    return tens === 0 ? doc.texts["places.underTen"] : new Intl.NumberFormat(doc.language).format(tens);
  }

  function order(walk) {
    return walk.reason ? [1, walk.least] : [0, walk.exact ?? walk.minutes[1], walk.minutes[2]];
  }

  /** The ids by minutes, nearest first; what cannot be decided follows. */
  function sorted(ids, state, doc) {
    const keys = new Map(ids.map((id) => [id, order(root.blok.start.walk(id, state, doc))]));
    const compare = (a, b) => keys.get(a).map((part, i) => part - (keys.get(b)[i] ?? 0)).find((part) => part !== 0) || 0;
    return [...ids].sort(compare);
  }

  /** Whether a walk takes a quarter of an hour: it is `near`, it may be (`maybe`), or it is `far`. */
  function nearness(walk) {
    if (!walk.reason) return walk.minutes[1] <= NEAR_MIN ? "near" : "far";
    if (walk.most !== null && walk.most <= NEAR_MIN) return "near";
    return walk.least <= NEAR_MIN ? "maybe" : "far";
  }

  function say(text) {
    fields.said.textContent = text;
  }

  function begin(position, error, how, name, doc) {
    root.blok.start.begin(position, error, how, name, doc)
      .then((why) => {
        say(why === null ? "" : fill(doc.texts[`places.start.${why[0]}`], why[1]));
        paintStart(root.blok.state.get(), doc); // what was refused is no start
      })
      .catch(() => say(doc.texts["places.start.failed"]));
  }

  function pick(on, doc) {
    picking = on;
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
      root.blok.state.set({ areas: [value] }, true);
      return;
    }
    const position = root.blok.ground.position(value);
    if (position) begin(position.lonlat, position.error, value, doc.features[value].name, doc);
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
    if (now === null) { point.remove(); from.value = root.blok.asked.origin(state, doc); return; }
    const listed = Object.hasOwn(doc.places.cards, now.how);
    if (listed) { point.remove(); from.value = now.how; return; }
    point.textContent = now.name;
    if (!point.isConnected) from.prepend(point);
    from.value = "";
  }

  /** What is reached on foot from the chosen area, in words. */
  function groundWords(state, doc) {
    if (root.blok.start.point() !== null) return doc.texts["places.groundOfAreas"];
    const sets = root.blok.overlay.grounds(state, doc);
    if (sets.some((one) => one.reason)) return doc.texts["places.noGround"];
    const format = new Intl.NumberFormat(doc.language, { maximumFractionDigits: 1 });
    const told = doc.places.reach.groundMinutes.map((minutes, i) => {
      const hectares = sets[i].hectares === null ? "" : fill(doc.texts["places.hectares"], { hectares: format.format(sets[i].hectares) });
      return fill(doc.texts["places.ground"], { minutes, km: format.format(sets[i].metres / 1000) }) + (hectares && ` ${hectares}`);
    });
    return `${doc.texts["places.grounds"]} ${told.join(", ")}. ${groundChangeWords(state, doc, format)}`.trim();
  }

  /** What is new within the widest reach since the year compared with, and what was lost. */
  function groundChangeWords(state, doc, format) {
    if (state.before >= state.year) return "";
    const minutes = doc.places.reach.groundMinutes.at(-1);
    const change = root.blok.overlay.groundChange(state, doc);
    if (change === null) return fill(doc.texts["places.groundSame"], { minutes, before: state.before });
    return ["gained", "lost"].filter((name) => change[name].rings.length > 0).map((name) => {
      const { hectares } = change[name];
      const much = hectares === null ? doc.texts["places.groundUnsized"] : fill(doc.texts["places.groundSized"], { hectares: format.format(hectares) });
      return fill(doc.texts[`places.ground${name === "gained" ? "Gained" : "Lost"}`], { minutes, before: state.before, much });
    }).join(" ");
  }

  function paint(state, doc) {
    paintStart(state, doc);
    fields.ground.textContent = groundWords(state, doc);
    fields.planned.checked = state.planned;
  }

  const api = { NEAR_MIN, build, paint, brief, detail, sorted, nearness, clicked, picking: () => picking, startName, range, middle, length };
  root.blok = Object.assign(root.blok || {}, { near: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
