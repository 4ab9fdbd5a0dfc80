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

  let waiting = 0;

  /** Say that something is being made, until a promise ends; return the promise. */
  function during(promise, doc) {
    const { el, byId } = root.blok.dom;
    waiting += 1;
    if (byId("notice")) byId("notice").replaceChildren(el("p", { className: "waiting" }, doc.texts["asked.waiting"]));
    return promise.finally(() => {
      waiting -= 1;
      const said = waiting === 0 && document.querySelector("#notice .waiting");
      if (said) said.remove();
    });
  }

  /** Say that the server is busy, with a button to try again. */
  function busy(doc, again) {
    const { el, byId } = root.blok.dom;
    const retry = el("button", { onClick: () => { byId("notice").replaceChildren(); again(); } }, doc.texts["asked.again"]);
    byId("notice").replaceChildren(el("p", null, doc.texts["asked.busy"], " ", retry));
  }

  /** Say a sentence until it is closed. */
  function tell(words, doc) {
    const { el, byId } = root.blok.dom;
    const box = byId("notice");
    const close = el("button", { onClick: () => box.replaceChildren(), className: "quiet" }, doc.texts.dismiss);
    box.replaceChildren(el("p", null, words, " ", close));
  }

  root.blok = Object.assign(root.blok || {}, { notice: { show, tell, during, busy } });
})(window);
