/* The address of the page Sammenlign: tab, benchmark, earlier year, panels; and sums as places. */
(function (root) {
  "use strict";

  /** So many of many places can be compared at once, and a visit begins with so few. */
  const MOST = 12;
  const FIRST = 5;

  /** All that can be chosen: of many places only some are in the document at a time. */
  const comparable = (doc) => doc.comparable || doc.compare;

  /** The places that a visit begins with: all, or the first area and those after it in its
   * municipality. */
  function atFirst(doc) {
    if (!doc.comparable) return doc.areas.slice();
    const { area } = doc.start;
    const town = doc.geographies[area].municipality;
    const after = doc.allAreas.slice(doc.allAreas.indexOf(area) + 1).filter((id) => doc.geographies[id].municipality === town);
    return [area, ...after].slice(0, FIRST);
  }

  const groupAtFirst = (doc) => doc.municipality || (doc.comparable && doc.geographies[doc.start.area].municipality) || "";

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
      initial: (doc) => ({ areas: atFirst(doc) }),
      read(text, state, doc) {
        const asked = text === "" ? [] : text.split(",");
        const kept = [...new Set(asked)].filter((id) => comparable(doc).places.includes(id)).slice(0, doc.comparable ? MOST : undefined);
        if (kept.length > 0) state.areas = kept;
        return kept.length === asked.length && kept.length > 0;
      },
      write: (state) => state.areas.join(","),
    },
    mod: {
      initial: (doc) => ({ against: groupAtFirst(doc) }),
      read(text, state, doc) {
        const known = text === "" || comparable(doc).benchmarks.includes(text);
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

  const api = { KEYS, MOST, all, build: () => root.blok.state.extend(all()) };
  root.blok = Object.assign(root.blok || {}, { compareKeys: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
