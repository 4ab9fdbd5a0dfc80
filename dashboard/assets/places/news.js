/* What is new within a quarter of an hour since the year asked for, and what is on its way. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);

  function since(state, doc) {
    if (doc.years.length === 1) return null;
    const change = (event) => root.blok.state.set({ before: Number(event.target.value) }, true);
    const select = el("select", { id: "since", "data-key": "since", onChange: change },
      doc.years.filter((year) => year <= doc.asOf).map((year) => el("option", { value: year }, String(year))));
    select.value = state.before;
    return el("div", { className: "control since" }, el("label", { htmlFor: "since" }, doc.texts["places.since"]), select);
  }

  function row(id, said, state, doc) {
    const button = el("button", { className: "link", "data-key": `news-${id}`, onClick: () => root.blok.state.set({ place: id }, true) }, doc.features[id].name);
    return el("li", { "data-news": id }, root.blok.drawing.sample(root.blok.look.status(doc, state, id), doc.places.cards[id].group),
      el("span", null, button, " ", root.blok.walkwords.brief(id, state, doc), el("span", { className: "said" }, said)));
  }

  /** What is farther away is folded away, not left out. */
  function farther(rows, key, doc) {
    if (rows.length === 0) return null;
    const words = root.blok.dom.fill(doc.texts["places.farther"], { count: rows.length });
    return el("details", { className: "farther", "data-key": `farther-${key}` }, el("summary", { "data-key": `farther-${key}-summary` }, words), el("ul", { "data-list": `farther-${key}` }, rows));
  }

  /** What may be as near, but nobody can tell. */
  function maybe(rows, key, doc) {
    if (rows.length === 0) return null;
    const words = root.blok.dom.fill(doc.texts["places.maybe"], { minutes: root.blok.walkwords.NEAR_MIN });
    return [el("h4", null, words), el("ul", { "data-list": `maybe-${key}` }, rows)];
  }

  /** A list of ids, nearest first; `said` tells what happened with each. */
  function list(key, ids, said, state, doc) {
    const { walkwords, dom, start } = root.blok;
    const sorted = walkwords.sorted(ids, state, doc);
    const rows = (which) => sorted.filter((id) => walkwords.nearness(start.walk(id, state, doc)) === which).map((id) => row(id, said(id), state, doc));
    const close = rows("near");
    return el("section", null, el("h3", null, dom.fill(doc.texts[`places.${key}`], { ...state, minutes: walkwords.NEAR_MIN })),
      close.length > 0 ? el("ul", { "data-list": key }, close) : el("p", { className: "none" }, doc.texts[`places.none.${key}`]),
      maybe(rows("maybe"), key, doc), farther(rows("far"), key, doc));
  }

  /** What opened; before the year compared with, or on a clock of one, there is nothing to compare. */
  function fresh(state, doc) {
    if (doc.years.length === 1) return null;
    if (state.before >= state.year) return el("p", { className: "none" }, root.blok.dom.fill(doc.texts["places.gainsLater"], state));
    const told = new Map(root.blok.choosing.fresh(doc, state));
    return list("fresh", [...told.keys()], (id) => told.get(id)[0].date, state, doc);
  }

  function paint(state, doc) {
    const { byId, swap } = root.blok.dom;
    swap(byId("news"), el("h2", null, doc.texts["places.newsHead"]), since(state, doc), fresh(state, doc),
      list("coming", root.blok.choosing.coming(doc, state), (id) => doc.places.cards[id].since[state.year - doc.years[0]], state, doc));
  }

  root.blok = Object.assign(root.blok || {}, { news: { paint } });
})(window);
