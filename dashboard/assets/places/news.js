/* What is new since the year asked for, and what is on its way. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);

  function since(state, doc) {
    const change = (event) => root.blok.state.set({ before: Number(event.target.value) }, true);
    const select = el("select", { id: "since", "data-key": "since", onChange: change },
      doc.years.filter((year) => year <= doc.asOf).map((year) => el("option", { value: year }, String(year))));
    select.value = state.before;
    return el("div", { className: "control since" }, el("label", { htmlFor: "since" }, doc.texts["places.since"]), select);
  }

  function row(id, said, state, doc) {
    const button = el("button", { className: "link", "data-key": `news-${id}`, onClick: () => root.blok.state.set({ place: id }, true) }, doc.features[id].name);
    return el("li", { "data-news": id }, root.blok.drawing.sample(root.blok.look.status(doc, state, id), doc.places.cards[id].group),
      el("span", null, button, " ", root.blok.near.brief(id, state, doc), el("span", { className: "said" }, said)));
  }

  function list(head, rows, none, key) {
    return el("section", { "data-list": key }, el("h3", null, head), rows.length > 0 ? el("ul", null, rows) : el("p", { className: "none" }, none));
  }

  function paint(state, doc) {
    const { byId, swap, fill } = root.blok.dom;
    const { choosing } = root.blok;
    const near = (ids) => root.blok.near.sorted(root.blok.near.within(ids, state, doc), state, doc);
    const told = new Map(choosing.fresh(doc, state));
    const fresh = near([...told.keys()]).map((id) => row(id, told.get(id)[0].date, state, doc));
    const coming = near(choosing.coming(doc, state)).map((id) => row(id, doc.places.cards[id].since[state.year - doc.years[0]], state, doc));
    swap(byId("news"), el("h2", null, doc.texts["places.newsHead"]), since(state, doc),
      list(fill(doc.texts["places.fresh"], state), fresh, doc.texts["places.noneFresh"], "fresh"),
      list(doc.texts["places.coming"], coming, doc.texts["places.noneComing"], "coming"));
  }

  root.blok = Object.assign(root.blok || {}, { news: { paint } });
})(window);
