/* Says a walk in words: in short, in full, how near it is, and what ground is reached. */
(function (root) {
  "use strict";

  const NEAR_MIN = 15;
  const TENTH = 0.1;
  /** What is not there has a status, and no walk that could be decided or not. */
  const GONE = new Set(["absent", "closed"]);
  const el = (...args) => root.blok.dom.el(...args);
  const fill = (...args) => root.blok.dom.fill(...args);

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

  /** Why there are no minutes: an area that is not there is said as on the map. */
  function why({ reason }, doc) {
    return reason === "no_area" ? doc.reasons.not_there.text : doc.texts[`places.reason.${reason}`];
  }

  /** Why the minutes cannot be told, and what can be said all the same. */
  function reasonWords(walk, from, doc) {
    const said = fill(doc.texts["places.cannotTell"], { from, reason: why(walk, doc) });
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
    if (walk.reason === "no_area") return el("span", { className: "walk-time none" }, el("small", null, why(walk, doc)));
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

  /** What is reached on foot from the chosen area, in words. */
  function grounds(state, doc) {
    if (root.blok.difference.isShown(state, doc)) return "";
    if (root.blok.start.point() !== null) return doc.texts["places.groundOfAreas"];
    const sets = root.blok.overlay.grounds(state, doc);
    if (sets.some(({ reason }) => reason === "no_area")) return `${doc.reasons.not_there.text}.`;
    if (sets.some((one) => one.reason)) return doc.texts["places.noGround"];
    const format = new Intl.NumberFormat(doc.language, { maximumFractionDigits: 1 });
    const told = doc.places.reach.groundMinutes.map((minutes, i) => {
      const hectares = sets[i].hectares === null ? "" : fill(doc.texts["places.hectares"], { hectares: format.format(sets[i].hectares) });
      const km = sets[i].metres / 1000; // of a drawing only about so much
      return fill(doc.texts[hectares ? "places.ground" : "places.groundAbout"], { minutes, km: format.format(hectares ? km : Math.round(km)) }) + (hectares && ` ${hectares}`);
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

  const api = { NEAR_MIN, brief, detail, sorted, nearness, range, middle, length, grounds, why };
  root.blok = Object.assign(root.blok || {}, { walkwords: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
