/* What the page of places is asked for in its address: place, kind, open now, and since when. */
(function (root) {
  "use strict";

  /** Whether a kind can be asked for: a group of cards, or the kind of some card. */
  function isKind(text, doc) {
    const { groups, cards } = doc.places;
    return groups.some((group) => group.id === text) || Object.values(cards).some((card) => card.kind === text);
  }

  const KEYS = {
    sted: {
      initial: () => ({ place: "" }),
      read(text, state, doc) {
        const known = text === "" || Object.hasOwn(doc.places.cards, text);
        if (known) state.place = text;
        return known;
      },
      write: (state) => state.place,
    },
    slags: {
      initial: () => ({ kind: "" }),
      read(text, state, doc) {
        const known = text === "" || isKind(text, doc);
        if (known) state.kind = text;
        return known;
      },
      write: (state) => state.kind,
    },
    aabent: {
      initial: () => ({ openNow: false }),
      read(text, state) {
        state.openNow = text === "ja";
        return text === "ja" || text === "";
      },
      write: (state) => (state.openNow ? "ja" : ""),
    },
    planer: {
      initial: () => ({ planned: false }),
      read(text, state) {
        state.planned = text === "ja";
        return text === "ja" || text === "";
      },
      write: (state) => (state.planned ? "ja" : ""),
    },
    forskel: {
      initial: () => ({ difference: false }),
      read(text, state) {
        state.difference = text === "ja";
        return text === "ja" || text === "";
      },
      write: (state) => (state.difference ? "ja" : ""),
    },
    siden: {
      initial: (doc) => ({ before: doc.places.before }),
      read(text, state, doc) {
        const known = doc.years.includes(Number(text)) && Number(text) <= doc.asOf && text.trim() === text;
        if (known) state.before = Number(text);
        return known;
      },
      write: (state) => String(state.before),
    },
  };

  /** The area that walks start from: the first chosen one that is an area. */
  function origin(state, doc) {
    return state.areas.find((id) => doc.areas.includes(id)) || doc.start.area;
  }

  function build() {
    root.blok.state.extend(KEYS);
  }

  const api = { build, origin, KEYS };
  root.blok = Object.assign(root.blok || {}, { asked: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
