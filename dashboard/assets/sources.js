/* Names where something is known from: publisher, title, date, with a link where there is one. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);

  /** One source: a published title is linked; it and its publisher keep their language. */
  function one({ publisher, title, lang, date, url }) {
    const named = url ? el("a", { href: url, rel: "noopener", lang: lang || null }, title) : el("span", { lang: lang || null }, title);
    const by = publisher ? el("span", { lang: lang || null }, `${publisher}: `) : "";
    return [by, named, date ? ` (${date})` : ""];
  }

  /** The line that names sources by their ids; without any it says that none is registered. */
  function cite(ids, doc) {
    const named = ids.length === 0 ? [doc.texts["sources.none"]] : ids.flatMap((id, i) => [i > 0 ? "; " : "", ...one(doc.sources[id])]);
    return el("cite", null, doc.texts[ids.length > 1 ? "sources.many" : "sources.one"], " ", ...named);
  }

  root.blok = Object.assign(root.blok || {}, { sources: { cite } });
})(window);
