/* Chooses some of many places to compare: each chosen one can be taken away, others are found by name. */
(function (root) {
  "use strict";

  const FIELD = "find-place";
  const el = (...args) => root.blok.dom.el(...args);
  let entries = null;

  /** Choose other places; the keyboard goes on in the field, or where there is none at a chip. */
  async function choose(areas) {
    await root.blok.state.set({ areas }, true);
    (root.blok.dom.byId(FIELD) || document.querySelector(".chip button")).focus();
  }

  function chip(id, state, doc) {
    const { name } = doc.geographies[id];
    const town = doc.geographies[doc.geographies[id].municipality];
    const without = state.areas.filter((other) => other !== id);
    const remove = el("button", { "data-key": `chip-${id}`, "aria-label": root.blok.dom.fill(doc.texts["chips.remove"], { name }), onClick: () => choose(without) },
      el("span", { "aria-hidden": "true" }, "\u00d7"));
    return el("li", { className: "chip", "data-place": id }, el("span", null, name, town ? el("span", { className: "finder-place" }, `, ${town.name}`) : null), without.length > 0 ? remove : null);
  }

  function field(state, doc) {
    const { finder, search, dom, compareKeys } = root.blok;
    if (state.areas.length >= compareKeys.MOST) return el("p", { className: "finder-note" }, dom.fill(doc.texts["chips.most"], { count: compareKeys.MOST }));
    entries = entries || search.index(search.areasOf(doc, doc.comparable.places));
    const add = (id) => choose([...root.blok.state.get().areas.filter((other) => other !== id), id]);
    return finder.build({ id: FIELD, label: doc.texts["chips.add"], doc, entries, choose: add });
  }

  /** The chosen places, the field that adds one, and that nothing else is shown. */
  function build(state, doc) {
    const only = root.blok.dom.fill(doc.texts["chips.only"], { count: state.areas.length, total: doc.comparable.places.length });
    return el("div", { className: "chips" }, el("ul", { "aria-label": doc.texts["chips.chosen"] }, state.areas.map((id) => chip(id, state, doc))),
      field(state, doc), el("p", { className: "finder-note" }, only));
  }

  root.blok = Object.assign(root.blok || {}, { chips: { build } });
})(window);
