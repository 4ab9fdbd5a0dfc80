/* What the map is for: where one gets to from here, or what each area gains; with its key. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);
  const fill = (...args) => root.blok.dom.fill(...args);
  let fields = null;

  /** What is compared, in words. */
  function subject(state, doc) {
    if (state.path.length > 0) return fill(doc.texts["places.diff.drawn"], state);
    return fill(doc.texts[state.before < state.year ? "places.diff.years" : "places.gainsLater"], state);
  }

  function sample(name) {
    return el("span", { className: `walk-sample ${name}`, "aria-hidden": "true" });
  }

  function legend(doc) {
    const { drawing } = root.blok;
    const kinds = doc.places.groups.filter(({ id }) => Object.hasOwn(drawing.HUES, id)).map(({ id, name }) => el("li", null, drawing.sample("open", id), name));
    const statuses = drawing.SHOWN.map((status) => el("li", null, drawing.sample(status, "plain"), doc.statuses[status]));
    const reached = doc.places.reach.groundMinutes.map((minutes, i) => el("li", null, sample(`reached reached-${i}`), fill(doc.texts["places.legend.reached"], { minutes })));
    const streets = doc.places.reach.schematic ? [] : ["street", "trail", "coming"];
    const walks = ["gained", "lost", "route", "straight", ...streets].map((name) => el("li", null, sample(name), doc.texts[`places.legend.${name}`]));
    return el("details", null, el("summary", null, doc.texts["places.legend"]), [kinds, statuses, [...reached, ...walks]].map((rows) => el("ul", null, rows)));
  }

  function build(doc) {
    const box = el("input", { type: "checkbox", id: "difference", onChange: (event) => root.blok.state.set({ difference: event.target.checked }, true) });
    fields = { box, key: el("div", { className: "difference-key" }) };
    root.blok.dom.byId("statuses").replaceChildren(
      el("label", { className: "check" }, box, doc.texts["places.diff.show"]), fields.key, legend(doc));
  }

  function swatch(colour) {
    const isPattern = colour.startsWith("url(");
    return el("span", { className: isPattern ? "swatch pattern-not_comparable" : "swatch", "aria-hidden": "true", style: isPattern ? {} : { background: colour } });
  }

  function toSketch() {
    root.blok.folds.show("tegn");
    const section = root.blok.dom.byId("sketch");
    section.scrollIntoView({ block: "start" });
    section.querySelector(".scroll, button").focus({ preventScroll: true });
  }

  /** What the numbers at the areas are; a path is no goal of a walk. */
  function chosenWords(ofPlace, state, doc) {
    if (state.place !== "" && doc.places.cards[state.place].group === "paths") return doc.texts["places.diff.toPath"];
    return ofPlace ? fill(doc.texts["places.diff.toPlace"], { place: doc.features[state.place].name }) : doc.texts["places.diff.toAll"];
  }

  function key(state, doc) {
    const { difference } = root.blok;
    if (root.blok.sketch.isAwaited(state)) return [el("p", null, doc.texts["places.sketch.asking"])];
    const failure = root.blok.sketch.failure(state, doc);
    if (failure !== null) return [failure];
    if (!difference.isShown(state, doc)) return [el("p", null, subject(state, doc))];
    const ofPlace = difference.isOfPlace(state, doc);
    const { better, other } = difference.key(state, doc);
    const row = ([colour, words]) => el("li", null, swatch(colour), words);
    const areas = Object.entries(difference.looks(state, doc)).map(([area, look]) => el("li", null, el("strong", null, `${doc.geographies[area].name}: `), look.words));
    const sketched = root.blok.sketch.summary(state, doc);
    return [sketched ? el("p", { className: "sketched-words" }, sketched, " ", root.blok.sketch.advice(state, doc), " ", el("button", { className: "link", "data-key": "to-sketch", onClick: toSketch }, doc.texts["places.sketch.seeTable"])) : null,
      el("p", null, el("strong", null, subject(state, doc)), " ", chosenWords(ofPlace, state, doc)),
      el("p", null, doc.texts[ofPlace ? "places.diff.classMinutes" : "places.diff.classCount"]),
      el("ul", { className: "ramp" }, better.map(row)), el("ul", { className: "ramp" }, other.map(row)),
      el("details", { "data-key": "difference-words" }, el("summary", { "data-key": "difference-words-summary" }, doc.texts["places.diff.inWords"]), el("ul", { className: "by-area" }, areas))];
  }

  function paint(state, doc) {
    fields.box.checked = state.difference;
    root.blok.dom.swap(fields.key, ...(state.difference ? key(state, doc) : []));
  }

  root.blok = Object.assign(root.blok || {}, { mapMode: { build, paint } });
})(window);
