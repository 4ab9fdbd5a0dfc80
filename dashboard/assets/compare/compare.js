/* The page Sammenlign: its tabs, its choices, and the view that the tab names. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);
  const set = (patch) => root.blok.state.set(patch, true);

  /** Every view registers itself here with what it needs chosen and how it paints. */
  const views = root.blok && root.blok.compareViews ? root.blok.compareViews : {};
  const ORDER = ["tid", "matrix", "aar", "rang", "maal", "indsatser", "pas"];

  function tabs(state, doc) {
    return ORDER.filter((tab) => Object.hasOwn(views, tab)).map((tab) =>
      el("button", { className: "tab", "data-key": `tab-${tab}`, "data-tab": tab, "aria-current": tab === state.tab ? "true" : null, onClick: () => set({ tab }) },
        doc.texts[`compare.tab.${tab}`]));
  }

  function select(id, label, options, value, patch) {
    const list = el("select", { id, "data-key": id, onChange: (event) => set(patch(event.target.value)) }, options);
    list.value = String(value);
    return el("div", { className: "control" }, el("label", { htmlFor: id }, label), list);
  }

  function indicatorChoice(state, doc) {
    const groups = doc.themes.map((theme) => el("optgroup", { label: theme.name },
      theme.indicators.map((id) => el("option", { value: id }, doc.indicators[id].name))));
    return select("compare-indicator", doc.texts.indicator, groups, state.indicator, (indicator) => ({ indicator }));
  }

  function benchmarkChoice(state, doc) {
    const options = [el("option", { value: "" }, doc.texts["compare.none"]),
      ...doc.compare.benchmarks.map((id) => el("option", { value: id }, doc.geographies[id].name))];
    return select("compare-against", doc.texts["compare.against"], options, state.against, (against) => ({ against }));
  }

  function yearChoice(key, label) {
    return (state, doc) => select(`compare-${key}`, doc.texts[label],
      doc.years.filter((year) => year <= doc.asOf).map((year) => el("option", { value: year }, String(year))), state[key], (text) => ({ [key]: Number(text) }));
  }

  function toggle(id, on) {
    const { areas } = root.blok.state.get();
    const next = on ? [...areas, id] : areas.filter((other) => other !== id);
    if (next.length > 0) set({ areas: next });
    else paint(root.blok.state.get(), painted);
  }

  /** Ten boxes would fill a phone: there they stand behind one line until it is opened. */
  const WIDE = "(min-width: 761px) and (min-height: 501px)";
  let unfolded = null;

  function placeChoice(state, doc) {
    if (doc.comparable) return root.blok.chips.build(state, doc);
    const boxes = doc.compare.places.map((id) => el("label", { className: "check" },
      el("input", { type: "checkbox", "data-key": `place-${id}`, "data-place": id, checked: state.areas.includes(id), onChange: (event) => toggle(id, event.target.checked) }),
      doc.geographies[id].name));
    const said = root.blok.dom.fill(doc.texts["compare.placesChosen"], { count: state.areas.length });
    const fold = el("details", { className: "fold", "data-key": "places", open: unfolded ?? root.matchMedia(WIDE).matches, onToggle: () => { unfolded = fold.open; } },
      el("summary", { "data-key": "places-summary" }, said),
      el("fieldset", { className: "control layers places" }, el("legend", { className: "visually-hidden" }, doc.texts["compare.places"]), boxes));
    return fold;
  }

  function modeChoice(state, doc) {
    const radios = ["value", "gap", "change"].map((mode) => el("label", { className: "check" },
      el("input", { type: "radio", name: "compare-mode", "data-key": `mode-${mode}`, value: mode, checked: mode === state.mode, onChange: () => set({ mode }) }),
      doc.texts[`compare.mode.${mode}`]));
    return el("fieldset", { className: "control layers modes" }, el("legend", null, doc.texts.mode), radios);
  }

  const CHOICES = {
    indicator: indicatorChoice, against: benchmarkChoice, places: placeChoice, mode: modeChoice,
    year: yearChoice("year", "compare.year"),
  };

  let painted = null;

  /** A view whose parts stand in the layout has a place of its own: `place` names it. */
  function place(view) {
    const { byId } = root.blok.dom;
    for (const other of Object.values(views)) if (other.place) byId(other.place).hidden = other !== view;
    byId("compare-view").hidden = Boolean(view.place);
  }

  function paint(state, doc) {
    painted = doc;
    const { byId, swap } = root.blok.dom;
    const view = views[state.tab];
    swap(byId("compare-tabs"), tabs(state, doc));
    swap(byId("compare-choices"), view.needs.map((need) => CHOICES[need](state, doc)), view.choices ? view.choices(state, doc) : null);
    byId("compare-view").setAttribute("data-view", state.tab);
    place(view);
    view.paint(byId(view.place || "compare-view"), state, doc);
  }

  root.blok = Object.assign(root.blok || {}, { compareViews: views, compare: { build: () => {}, paint } });
})(window);
