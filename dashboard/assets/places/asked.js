/* What the page of places is asked for in its address: start, place, kind, open now, and since when. */
(function (root) {
  "use strict";

  /** Whether a kind can be asked for: a group of cards, or the kind of some card. */
  function isKind(text, doc) {
    const { groups, cards } = doc.places;
    return groups.some((group) => group.id === text) || Object.values(cards).some((card) => card.kind === text);
  }

  /** A key that is `ja` or left empty. */
  function flag(name) {
    return {
      initial: () => ({ [name]: false }),
      read(text, state) {
        state[name] = text === "ja";
        return text === "ja" || text === "";
      },
      write: (state) => (state[name] ? "ja" : ""),
    };
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
    aabent: flag("openNow"),
    planer: flag("planned"),
    forskel: flag("difference"),
    siden: {
      initial: (doc) => ({ before: doc.places.before }),
      read(text, state, doc) {
        const known = doc.years.includes(Number(text)) && Number(text) <= doc.asOf && text.trim() === text;
        if (known) state.before = Number(text);
        return known;
      },
      write: (state) => String(state.before),
    },
    /** A place that walks begin at; an area is in the page's common keys, a point in no address. */
    start: {
      initial: () => ({ start: "" }),
      read(text, state, doc) {
        const known = text === "" || (Object.hasOwn(doc.places.cards, text) && doc.places.cards[text].group === "places");
        if (known) state.start = text;
        return known;
      },
      write: (state) => (state.start === "" ? null : state.start),
    },
  };

  /** The area that walks start from: the first chosen one that is an area. */
  function origin(state, doc) {
    return state.areas.find((id) => doc.areas.includes(id)) || doc.start.area;
  }

  function build() {
    root.blok.state.extend({ ...KEYS, afsnit: root.blok.folds.KEY, sti: root.blok.drawnpath.KEY });
  }

  const api = { build, origin, KEYS };
  root.blok = Object.assign(root.blok || {}, { asked: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
