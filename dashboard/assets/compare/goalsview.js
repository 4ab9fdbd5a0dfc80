/* The tab Mål: how the verdicts fall, which are shown, and each goal with its targets. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);
  const set = (patch) => root.blok.state.set(patch, true);

  function summary(doc) {
    const { goals, dom } = root.blok;
    const { total, each } = goals.counts(doc.compare.verdicts, doc);
    const targets = doc.compare.verdicts.reduce((sum, goal) => sum + goal.targets.length, 0);
    const parts = goals.verdicts(doc).map((verdict) => `${each[verdict]} ${doc.compare.verdictWords[verdict].word}`);
    return el("p", { className: "sentence summary" }, dom.fill(doc.texts["compare.goals.summary"], {
      targets, total, each: parts.join(", "), decided: total - each.undecided, undecided: each.undecided,
    }));
  }

  function verdictButton(verdict, count, text, state) {
    const attributes = { className: `verdict-filter ${verdict}`, "data-key": `verdict-${verdict}`, "data-verdict": verdict, "aria-pressed": String(state.verdict === verdict) };
    return el("button", { ...attributes, onClick: () => set({ verdict }) }, text, el("span", { className: "count" }, String(count)));
  }

  function verdictFilter(state, doc) {
    const { goals } = root.blok;
    const { total, each } = goals.counts(goals.ofGoal(doc, state), doc);
    const buttons = goals.verdicts(doc).map((verdict) => {
      const { glyph, word } = doc.compare.verdictWords[verdict];
      return verdictButton(verdict, each[verdict], [el("span", { className: "glyph", "aria-hidden": "true" }, glyph), ` ${word} `], state);
    });
    return el("div", { className: "verdict-filters", role: "group", "aria-label": doc.texts["compare.goals.filter"] },
      verdictButton("", total, `${doc.texts["compare.goals.all"]} `, state), buttons);
  }

  function goalFilter(state, doc) {
    const options = [el("option", { value: "" }, doc.texts["compare.goals.every"]),
      ...doc.compare.verdicts.map(({ id, text }) => el("option", { value: id }, text))];
    const list = el("select", { id: "goal-filter", "data-key": "goal-filter", onChange: (event) => set({ goal: event.target.value }) }, options);
    list.value = state.goal;
    return el("div", { className: "control" }, el("label", { htmlFor: "goal-filter" }, doc.texts.goal), list);
  }

  /** To the chart of each series of a target, with the places judged, and to its passport. */
  function links(target, key, state, doc) {
    if (target.indicators.length === 0) return null;
    const areas = root.blok.goals.places(target, doc);
    return el("p", { className: "target-links" }, target.indicators.flatMap((indicator, index) => [
      root.blok.toView.link({ tab: "tid", indicator, areas }, state, { "data-key": `${key}-chart-${index}` }, `${doc.texts["compare.toChart"]}: ${target.names[index]}`),
      root.blok.toView.toPassport(indicator, state, { "data-key": `${key}-pas-${index}` }, `${doc.texts.passport}: ${target.names[index]}`),
    ]));
  }

  function targetPart(target, key, state, doc) {
    const same = new Set(target.judgements.map(({ asked }) => asked)).size === 1;
    return el("section", { className: "target", "data-indicators": target.indicators.join(";"), "data-kind": target.kind }, el("h4", null, target.text),
      same ? root.blok.judgement.asked(target.judgements[0].asked, doc) : null, links(target, key, state, doc),
      el("div", { className: "judgements" }, target.judgements.map((one) => root.blok.judgement.build(one, `${key}-${one.geographies.join("-")}`, same, doc))));
  }

  function goalPart(goal, state, doc) {
    return el("section", { className: `goal ${goal.level}`, "data-goal": goal.id },
      el("p", { className: "level" }, doc.texts[`compare.goals.${goal.level}`]), el("h3", null, goal.text),
      goal.targets.map((target) => targetPart(target, `${goal.id}-${target.indicators.join("-")}-${target.kind}`, state, doc)));
  }

  function paint(element, state, doc) {
    const goals = root.blok.goals.shown(doc, state);
    root.blok.dom.swap(element,
      el("div", { className: "view-head" }, el("h2", null, doc.texts["compare.goals.heading"])),
      summary(doc), el("div", { className: "view-choices" }, verdictFilter(state, doc), goalFilter(state, doc)),
      goals.length > 0 ? goals.map((goal) => goalPart(goal, state, doc)) : el("p", { className: "nothing", role: "status" }, doc.texts["compare.goals.nothing"]),
      root.blok.takeaway.files(goals.flatMap(({ targets }) => targets.flatMap(({ indicators }) => indicators)), [], state, doc));
  }

  const views = (root.blok && root.blok.compareViews) || {};
  views.maal = { needs: [], keys: root.blok.goals.KEYS, paint };
  root.blok = Object.assign(root.blok || {}, { compareViews: views });
})(window);
