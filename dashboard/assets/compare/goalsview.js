/* The tab Mål: what the report claims, how the verdicts fall, a table of them, and their reasons. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);
  const set = (patch) => root.blok.state.set(patch, true);

  function claim(one, doc) {
    const gloss = one.gloss ? ` (${one.gloss})` : "";
    return el("p", { className: "claim" }, `${doc.texts["compare.goals.claim"]} `, el("q", { lang: "da" }, one.quote), `${gloss} `, el("cite", null, quoted(one.place)));
  }

  /** A text in which what stands between » and « is the source's own Danish. */
  function quoted(text) {
    return text.split(/(»[^«]*«)/).filter(Boolean).map((part) => part.startsWith("»") ? el("span", { lang: "da" }, part) : part);
  }

  /** The plan's own targets and the directions that we derive, counted apart. */
  function tally(stated, doc) {
    const { goals, dom } = root.blok;
    const { targets, total, each } = goals.tally(doc.compare.verdicts, doc, stated);
    const parts = goals.verdicts(doc).filter((verdict) => each[verdict] > 0).map((verdict) => `${each[verdict]} ${doc.compare.verdictWords[verdict].word}`);
    const text = doc.texts[stated ? "compare.goals.stated" : "compare.goals.directions"];
    return targets === 0 ? null : dom.fill(text, { targets, total, each: parts.join(", ") });
  }

  function summary(doc) {
    return el("p", { className: "sentence summary" }, [tally(true, doc), tally(false, doc)].filter(Boolean).join(" "));
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

  function targetPart(target, common, state, doc) {
    const same = new Set(target.judgements.map(({ asked }) => asked)).size === 1;
    return el("section", { className: "target", "data-indicators": target.indicators.join(";"), "data-kind": target.kind }, el("h4", null, target.text),
      same ? root.blok.judgement.asked(target.judgements[0].asked, doc) : null, links(target, target.judgements[0].key, state, doc),
      el("div", { className: "judgements" }, target.judgements.map((one) => root.blok.judgement.build(one, { said: same, common }, doc))));
  }

  function common(found, doc) {
    if (found.length === 0) return null;
    return el("div", { className: "caveats shared" }, el("p", { className: "term" }, doc.texts["compare.goals.shared"]),
      el("ul", null, found.map(({ text, places }) => el("li", null, places.length > 1 ? `${text} (${places.join(", ")})` : text))));
  }

  /** A goal with its reasons, folded unless it is the one chosen. */
  function goalPart(goal, state, doc) {
    const found = root.blok.goals.shared(goal);
    const marks = goal.targets.flatMap((target) => target.judgements).map(({ glyph }) => glyph).join(" ");
    return el("details", { className: `goal ${goal.level}`, "data-goal": goal.id, "data-key": `goal-${goal.id}`, open: state.goal === goal.id },
      el("summary", { "data-key": `goal-${goal.id}-summary` }, el("span", { className: "level" }, doc.texts[`compare.goals.${goal.level}`]), " ", el("span", { className: "goal-text" }, goal.text), el("span", { className: "goal-marks", "aria-hidden": "true" }, ` ${marks}`)),
      common(found, doc), goal.targets.map((target) => targetPart(target, found.map(({ text }) => text), state, doc)));
  }

  /** Open the goal that a verdict's reasons stand in, and go there. */
  function follow(event, key) {
    const part = root.blok.dom.byId(key);
    event.preventDefault();
    part.closest("details").open = true;
    part.scrollIntoView({ block: "start" });
    part.focus({ preventScroll: true });
  }

  function nothing(words) {
    return el("p", { className: "nothing", role: "status" }, words);
  }

  function head(doc) {
    return [el("div", { className: "view-head" }, el("h2", null, doc.texts["compare.goals.heading"])), ...doc.compare.claims.map((one) => claim(one, doc))];
  }

  function paint(element, state, doc) {
    const goals = root.blok.goals.shown(doc, state);
    if (doc.compare.verdicts.length === 0) {
      root.blok.dom.swap(element, head(doc), nothing(doc.texts["compare.goals.none"]), root.blok.told.section(doc.compare.goalRemarks, doc));
      return;
    }
    root.blok.dom.swap(element, head(doc),
      summary(doc), el("div", { className: "view-choices" }, verdictFilter(state, doc), goalFilter(state, doc)),
      goals.length > 0 ? root.blok.goalTable.build(goals, state, doc, { sort: (order) => set({ order }), follow }) : nothing(doc.texts["compare.goals.nothing"]),
      root.blok.told.section(doc.compare.goalRemarks, doc),
      goals.length > 0 ? el("h3", { className: "reasons" }, doc.texts["compare.goals.reasons"]) : null, goals.map((goal) => goalPart(goal, state, doc)),
      root.blok.takeaway.files(goals.flatMap(({ targets }) => targets.flatMap(({ indicators }) => indicators)), [], state, doc));
  }

  const views = (root.blok && root.blok.compareViews) || {};
  views.maal = { needs: [], keys: root.blok.goals.KEYS, paint };
  root.blok = Object.assign(root.blok || {}, { compareViews: views });
})(window);
