/* The address of the page Sammenlign: tab, benchmark, earlier year, panels; and sums as places. */
(function (root) {
  "use strict";

  /** The choices that only this page has, as `state.extend` takes them. */
  const KEYS = {
    fane: {
      initial: () => ({ tab: "tid" }),
      read(text, state) {
        const known = Object.hasOwn(root.blok.compareViews, text);
        if (known) state.tab = text;
        return known;
      },
      write: (state) => state.tab,
    },
    omraader: {
      initial: (doc) => ({ areas: doc.areas.slice() }),
      read(text, state, doc) {
        const asked = text === "" ? [] : text.split(",");
        const kept = [...new Set(asked)].filter((id) => doc.compare.places.includes(id));
        if (kept.length > 0) state.areas = kept;
        return kept.length === asked.length && kept.length > 0;
      },
      write: (state) => state.areas.join(","),
    },
    mod: {
      initial: (doc) => ({ against: doc.municipality || "" }),
      read(text, state, doc) {
        const known = text === "" || doc.compare.benchmarks.includes(text);
        if (known) state.against = text;
        return known;
      },
      write: (state) => state.against,
    },
    fra: {
      initial: () => ({ from: null }),
      read(text, state, doc) {
        const known = doc.years.map(String).includes(text);
        state.from = known ? Number(text) : null;
        return known || text === "";
      },
      write: (state) => state.from ?? "",
    },
    felter: {
      initial: () => ({ panels: false }),
      read(text, state) {
        state.panels = text === "1";
        return text === "1" || text === "0";
      },
      write: (state) => (state.panels ? "1" : "0"),
    },
  };

  /** The page's keys and those that single views add. */
  function all() {
    return Object.assign({}, KEYS, ...Object.values(root.blok.compareViews).map((view) => view.keys));
  }

  const api = { KEYS, all, build: () => root.blok.state.extend(all()) };
  root.blok = Object.assign(root.blok || {}, { compareKeys: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
