/* Near me: where a walk begins, and how far each place is from there. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);
  let fields = null;

  function build(doc) {
    const { state, dom } = root.blok;
    const area = el("select", { id: "from", onChange: (event) => state.set({ areas: [event.target.value] }, true) },
      doc.areas.map((id) => el("option", { value: id }, doc.geographies[id].name)));
    fields = { area };
    dom.byId("near").replaceChildren(el("div", { className: "control" }, el("label", { htmlFor: "from" }, doc.texts["places.from"]), area));
  }

  function paint(state, doc) {
    fields.area.value = root.blok.asked.origin(state, doc);
  }

  const brief = () => null;
  const detail = () => null;
  const sorted = (ids) => ids;
  const within = (ids) => ids;

  root.blok = Object.assign(root.blok || {}, { near: { build, paint, brief, detail, sorted, within } });
})(window);
