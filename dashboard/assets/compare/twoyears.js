/* The view of two years: which years, three linked maps, their legends and the same in words. */
(function (root) {
  "use strict";

  const PANES = { earlier: "from", later: "year" };
  let painted = null;

  const pairs = () => root.blok.yearPair;

  /** The areas that stand out: those chosen, unless all are. */
  function picked({ state, doc }) {
    const areas = doc.areas.filter((id) => state.areas.includes(id));
    return areas.length < doc.areas.length ? areas : [];
  }

  /** Pick an area or let go of it; with none picked all are chosen, as at first. */
  function toggle(id) {
    const { state, doc } = painted;
    if (doc.comparable) return; // of many areas those shown are those chosen
    const before = picked(painted);
    const after = before.includes(id) ? before.filter((other) => other !== id) : [...before, id];
    const others = state.areas.filter((other) => !doc.areas.includes(other));
    root.blok.state.set({ areas: [...(after.length > 0 ? after : doc.areas), ...others] }, true);
  }

  /** What a map shows: of a year as on the map page, or of the change. */
  function shownOn(name, { state, doc, pair }) {
    const { look } = root.blok;
    const { indicator } = state;
    if (name === "change") {
      return { look: (id) => pairs().area(doc, indicator, pair, id), say: (id) => pairs().areaWords(doc, indicator, pair, id), plan: (id) => pairs().plan(doc, indicator, pair, id), year: pair.year, before: pair.from };
    }
    const then = { ...state, mode: "value", year: pair[PANES[name]] };
    const plan = (id) => { const one = look.plan(doc, then, id); return one && { ...one, text: one.cell.text }; };
    return { look: (id) => look.area(doc, then, id), say: (id) => look.areaWords(doc, then, id), plan, year: then.year, before: null };
  }

  function option(year, allowed, chosen) {
    return root.blok.dom.el("option", { value: year, disabled: !allowed, selected: year === chosen }, String(year));
  }

  function yearSelect(id, label, options, change) {
    const { el } = root.blok.dom;
    const select = el("select", { id, "data-key": id, onChange: (event) => change(Number(event.target.value)) }, options);
    return el("div", { className: "control of-year" }, el("label", { htmlFor: id }, label), select);
  }

  /** The choices of this view, beside those that all views share. */
  function choices(state, doc) {
    const pair = pairs().resolve(doc, state);
    if (pair === null) return [];
    const { years } = pairs().series(doc, state.indicator);
    const set = (patch) => root.blok.state.set({ from: pair.from, year: pair.year, ...patch }, true);
    return [
      yearSelect("year-from", doc.texts["compare.years.from"], years.slice(0, -1).map((year) => option(year, year < pair.year, pair.from)), (from) => set({ from })),
      yearSelect("year-to", doc.texts["compare.years.to"], years.slice(1).map((year) => option(year, year > pair.from, pair.year)), (year) => set({ year })),
    ];
  }

  function complaint(wrong, pair, doc) {
    const { fill } = root.blok.dom;
    const said = wrong.map(({ why, missing }) => fill(doc.texts[`compare.years.why.${why}`], { missing: (missing || []).join(", ") }));
    return said.length > 0 ? [...said, fill(doc.texts["compare.years.showing"], pair)].join(" ") : "";
  }

  function alone({ state, doc }) {
    const { el, fill } = root.blok.dom;
    const { years } = pairs().series(doc, state.indicator);
    const { name } = doc.indicators[state.indicator];
    const said = years.length === 1 ? fill(doc.texts["compare.years.one"], { name, year: years[0] }) : fill(doc.texts["compare.years.none"], { name });
    return [said, " ", el("a", { href: `/${root.blok.state.query(state, true)}` }, doc.texts["compare.years.onMap"])];
  }

  function head(name, { state, doc, pair }) {
    const { el, fill } = root.blok.dom;
    const shown = doc.indicators[state.indicator];
    if (name === "change") {
      return [el("strong", null, doc.texts["compare.years.change"]), el("span", { className: "period" }, `${fill(doc.texts["compare.years.span"], pair)}, ${pairs().series(doc, state.indicator).unit}`)];
    }
    const year = pair[PANES[name]];
    const period = shown.periods[year];
    return [el("strong", null, String(year)), el("span", { className: "period" }, period === String(year) ? "" : period)];
  }

  function planLabel(name, { state, doc, pair }, plan) {
    const { el } = root.blok.dom;
    const refused = (id) => (name === "change" ? pairs().refusal(doc, state.indicator, pair, id) : null);
    return Object.entries(doc.geographies).filter(([, place]) => place.kind === "plan").map(([id, place]) => {
      const [shown, why] = [plan(id), refused(id)];
      if (shown) return el("span", { style: { borderColor: shown.colour }, "data-plan": id }, `${place.name}: `, el("strong", null, shown.text));
      return why && el("span", { className: "refused", "data-plan": id }, `${place.name}: `, el("strong", null, `${why.glyph} ${why.text}`));
    }).filter(Boolean);
  }

  function paneOf(name) {
    return root.blok.dom.byId("two-years").querySelector(`[data-pane=${name}]`);
  }

  function paintPane(name, view) {
    const shown = shownOn(name, view);
    const labels = planLabel(name, view, shown.plan);
    root.blok.twoMaps.paint(name, picked(view), shown, view.doc);
    paneOf(name).querySelector(".pane-head").replaceChildren(...head(name, view).filter(Boolean));
    paneOf(name).querySelector(".plan-label").replaceChildren(...labels);
    return labels.length > 0;
  }

  /** On a phone one map is seen at a time, on the same part of the town. */
  function paneSwitch(view) {
    const { el, byId } = root.blok.dom;
    const section = byId("two-years");
    const press = (name) => { section.dataset.shown = name; paintSwitch(view); };
    const word = (name) => (name === "change" ? view.doc.texts["compare.years.change"] : String(view.pair[PANES[name]]));
    return root.blok.twoMaps.NAMES.map((name) => el("button", {
      "data-key": `pane-${name}`, "aria-pressed": String(section.dataset.shown === name), onClick: () => press(name),
    }, word(name)));
  }

  function paintSwitch(view) {
    root.blok.dom.swap(root.blok.dom.byId("years-switch"), ...paneSwitch(view));
  }

  function say({ state, doc, pair }) {
    const { fill } = root.blok.dom;
    const months = pairs().unequalMonths(doc, state.indicator, pair);
    return [pairs().between(doc, state.indicator, pair).said, ...pairs().breaks(doc, state.indicator, pair), months && fill(doc.texts["compare.years.months"], months)].filter(Boolean).join(" ");
  }

  function paintPair(view) {
    const { byId, swap } = root.blok.dom;
    const { state, doc, pair } = view;
    if (doc.comparable) root.blok.twoMaps.limit(doc.areas);
    const [early, late, change] = root.blok.twoMaps.NAMES.map((name) => paintPane(name, view));
    byId("years-notice").textContent = complaint(pair.wrong, pair, doc);
    byId("years-said").textContent = say(view);
    paintSwitch(view);
    byId("years-legend").replaceChildren(...root.blok.yearLegend.ofYears(doc, state, pair, early || late).filter(Boolean));
    byId("change-legend").replaceChildren(...root.blok.yearLegend.ofChange(doc, state, pair, change).filter(Boolean));
    swap(byId("years-table"), root.blok.yearTable.build(doc, state.indicator, pair));
    swap(byId("years-take"), root.blok.takeaway.build({ ...state, ...pair }, doc, [pair.from, pair.year]));
    root.blok.twoMaps.show();
    root.blok.labels.paint(state, doc);
    root.blok.yearCard.paint(view);
  }

  function paintNothing(view) {
    root.blok.dom.byId("years-notice").replaceChildren(...alone(view));
  }

  /** Show two years; the maps stand in the layout and are only shown or hidden. */
  function paint(element, state, doc) {
    const { byId } = root.blok.dom;
    const pair = pairs().resolve(doc, state);
    painted = { state, doc, pair };
    byId("years-body").hidden = pair === null;
    if (pair === null) paintNothing(painted);
    else paintPair(painted);
  }

  /** Layers that have come are painted, if they are looked at. */
  function arrived() {
    const section = root.blok.dom.byId("two-years");
    if (painted && !section.hidden) paint(section, painted.state, painted.doc);
  }

  function build() {
    root.blok.textures.patterns();
    root.blok.twoMaps.use({ choose: toggle, point: root.blok.yearCard.point, arrived });
    root.blok.yearCard.build();
  }

  const views = (root.blok && root.blok.compareViews) || {};
  views.aar = { needs: ["indicator"], choices, place: "two-years", paint };
  root.blok = Object.assign(root.blok || {}, { compareViews: views, twoYears: { build } });
})(window);
