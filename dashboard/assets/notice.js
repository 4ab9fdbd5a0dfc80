/* Says which parts of an address could not be shown as they were, and what could not be fetched. */
(function (root) {
  "use strict";

  function show(wrong, doc) {
    if (wrong.length === 0) return;
    const { fill } = root.blok.dom;
    const { page } = document.body.dataset;
    const keys = wrong.map((key) => doc.texts[`${page}.key.${key}`] || doc.texts[`key.${key}`]).join(", ");
    tell(fill(doc.texts.notice, { keys }), doc);
  }

  /** Say a sentence until it is closed. */
  function tell(words, doc) {
    const { el, byId } = root.blok.dom;
    const box = byId("notice");
    const close = el("button", { onClick: () => box.replaceChildren(), className: "quiet" }, doc.texts.dismiss);
    box.replaceChildren(el("p", null, words, " ", close));
  }

  root.blok = Object.assign(root.blok || {}, { notice: { show, tell } });
})(window);
