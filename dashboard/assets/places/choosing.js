/* Decides which cards are shown at the clock's year, which are new, and which are on their way. */
(function (root) {
  "use strict";

  const COMING = new Set(["idea", "planned", "approved", "funded", "building", "expected"]);
  const THERE = new Set(["open", "undated"]);

  const status = (doc, state, id) => root.blok.look.status(doc, state, id);

  /** Whether a card is of a kind: all, a group of cards, or the kind of a feature. */
  function ofKind(card, kind) {
    return kind === "" || card.group === kind || card.kind === kind || (kind === "offers" && card.offers.length > 0);
  }

  /** The ids of the cards that are asked for, in the package's order. */
  function asked(doc, state) {
    return Object.keys(doc.places.cards).filter((id) => isAsked(doc, state, id));
  }

  /** Whether a feature is of the kind that is asked for, and open now where that is asked. */
  function isAsked(doc, state, id) {
    const card = doc.places.cards[id];
    return ofKind(card, state.kind) && (!state.openNow || THERE.has(card.known.status));
  }

  /** The cards that are asked for, parted into those known of at the clock's year and the rest. */
  function parted(doc, state) {
    const ids = asked(doc, state);
    const absent = (id) => status(doc, state, id) === "absent";
    return { known: ids.filter((id) => !absent(id)), absent: ids.filter(absent) };
  }

  /** What happened to a feature after one year and up to another, latest first. */
  function news(doc, id, after, upTo) {
    const told = new Set(["open", "closed"]);
    return doc.places.timeline.filter((one) => one.feature === id && told.has(one.status) && one.year > after && one.year <= upTo).reverse();
  }

  /** The features that have something new between the two years: [id, milestones]. */
  function fresh(doc, state) {
    return Object.keys(doc.places.cards)
      .map((id) => [id, news(doc, id, state.before, state.year)])
      .filter(([id, found]) => found.length > 0 && THERE.has(status(doc, state, id)));
  }

  /** The features that are on their way at the clock's year. */
  function coming(doc, state) {
    return Object.keys(doc.places.cards).filter((id) => COMING.has(status(doc, state, id)));
  }

  const api = { asked, isAsked, parted, fresh, coming, news, COMING, THERE };
  root.blok = Object.assign(root.blok || {}, { choosing: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
