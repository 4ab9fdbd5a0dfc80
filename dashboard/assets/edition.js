/* Says of which edition the figures are, where another one is shown by now. */
(function (root) {
  "use strict";

  const data = () => (root.document ? root.document.body.dataset : {});

  /** What an address says of the edition that is looked at; nothing where there are none. */
  function key() {
    return data().edition ? { udgave: data().edition } : {};
  }

  /** The address without its edition: the present one. */
  function newest({ pathname, search }) {
    const kept = new URLSearchParams(search);
    kept.delete("udgave");
    return `${pathname}?${kept}`.replace(/\?$/, "").replace(/%2C/g, ",");
  }

  /** Where the difference between this edition and the present one is told. */
  const difference = (doc) => `/udgaver?fra=${data().edition}&sprog=${doc.language}`;

  /** Write the day of a moment in full. */
  function day(moment, language) {
    return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long" }).format(new Date(moment));
  }

  /** Put a line above the page; it stays as long as the page does. */
  function show(doc) {
    const { el, fill, byId } = root.blok.dom;
    if (data().editionUnknown) root.blok.notice.tell(doc.texts["edition.unknown"], doc);
    if (!data().editionSince) return;
    byId("notice").before(el("aside", { className: "edition", "aria-label": doc.texts["edition.label"] }, fill(doc.texts["edition.older"], { day: day(data().editionSince, doc.language) }), " ",
      el("a", { href: newest(root.location) }, doc.texts["edition.newest"]), " ",
      el("a", { href: difference(doc) }, doc.texts["edition.difference"])));
  }

  /** A link to when the figures of a series came or changed; none where nothing is kept of that. */
  function history({ indicator, language }, doc) {
    if (!data().edition) return null;
    return root.blok.dom.el("p", null, root.blok.dom.el("a", { href: `/udgaver?serie=${indicator}&sprog=${language}`, "data-key": "pas-history" }, doc.texts["edition.history"]));
  }

  const api = { key, newest, day, show, history };
  root.blok = Object.assign(root.blok || {}, { edition: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
