/* Says which parts of an address could not be shown as they were. */
(function (root) {
  "use strict";

  function show(wrong, doc) {
    if (wrong.length === 0) return;
    const { el, byId, fill } = root.blok.dom;
    const { page } = document.body.dataset;
    const keys = wrong.map((key) => doc.texts[`${page}.key.${key}`] || doc.texts[`key.${key}`]).join(", ");
    const box = byId("notice");
    const close = el("button", { onClick: () => box.replaceChildren(), className: "quiet" }, doc.texts.dismiss);
    box.replaceChildren(el("p", null, fill(doc.texts.notice, { keys }), " ", close));
  }

  root.blok = Object.assign(root.blok || {}, { notice: { show } });
})(window);
