/* The filters of the list: a kind, and only what is open now. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);
  let fields = null;

  function kinds(group, doc) {
    const named = Object.entries(doc.places.cards).filter(([, card]) => card.group === group).map(([id, card]) => [card.kind, doc.features[id].kind]);
    return [...new Map(named)].filter(([kind]) => kind !== group);
  }

  function options(doc) {
    const one = (value, text) => el("option", { value }, text);
    return [one("", doc.texts["places.allKinds"]), doc.places.groups.map((group) => {
      const inner = kinds(group.id, doc);
      const all = one(group.id, group.name);
      return inner.length > 1 ? el("optgroup", { label: group.name }, all, inner.map(([kind, name]) => one(kind, name))) : all;
    })];
  }

  function build(doc) {
    const { state, dom } = root.blok;
    const kind = el("select", { id: "kind", onChange: (event) => state.set({ kind: event.target.value }, true) }, options(doc).flat());
    const open = el("input", { type: "checkbox", id: "open-now", "aria-describedby": "open-now-help", onChange: (event) => state.set({ openNow: event.target.checked }, true) });
    fields = { kind, open };
    dom.byId("wanted").replaceChildren(
      el("div", { className: "control" }, el("label", { htmlFor: "kind" }, doc.texts["places.kind"]), kind),
      el("div", { className: "control" }, el("label", { className: "check" }, open, doc.texts["places.openNow"]),
        el("small", { id: "open-now-help" }, dom.fill(doc.texts["places.openNowHelp"], { date: doc.places.asOf }))));
  }

  function paint(state) {
    fields.kind.value = state.kind;
    fields.open.checked = state.openNow;
  }

  root.blok = Object.assign(root.blok || {}, { wanted: { build, paint } });
})(window);
