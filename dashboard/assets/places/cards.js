/* The list of cards: each place in short, and the chosen one with all that is known of it. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);
  let shown = null;

  function choose(id) {
    const { state } = root.blok;
    state.set({ place: state.get().place === id ? "" : id }, true);
  }

  function moneyRows(money, doc) {
    return money.sources.map((one) => el("li", null,
      one.rows.map((row) => el("span", { className: "sum" }, el("strong", null, row.value), ` ${row.text}`)),
      root.blok.sources.cite(one.source, doc)));
  }

  function money(title, one, doc) {
    if (one.sources.length === 0) return null;
    const differ = one.differ ? el("p", { className: "marks doubtful" }, doc.texts["places.moneyDiffers"]) : null;
    return el("section", { className: "money" }, el("h4", null, title), differ, el("ul", null, moneyRows(one, doc)));
  }

  function offer(id, doc) {
    const one = doc.places.offers[id];
    return el("li", { className: "offer-item", "data-offer": id }, el("strong", null, one.name), one.when ? ` ${one.when}.` : "",
      ` ${one.text} `, el("span", { className: "tag" }, one.status), " ", quoted(one, doc), root.blok.sources.cite(one.source, doc));
  }

  /** Where the report tells of it, in its own words. */
  function quoted(one, doc) {
    return one.heading === "" ? "" : el("span", { className: "heading-quoted" }, `${doc.texts["places.offerHeading"]}: `, el("q", { lang: "da" }, one.heading), " ");
  }

  /** Where residents may ask about what has no address: an office, never a person. */
  function office(doc) {
    const one = doc.places.contact;
    return one === null ? null : el("p", { className: "office" }, `${one.ask} ${one.address} · `, el("a", { href: one.call }, one.phone), " · ", el("a", { href: one.url, rel: "noopener" }, one.site));
  }

  function offers(card, doc) {
    if (card.offers.length === 0) return null;
    return el("section", null, el("h4", null, doc.texts["places.offersHere"]), el("ul", { className: "offers" }, card.offers.map((id) => offer(id, doc))));
  }

  function facts(card, doc) {
    if (card.facts.length === 0) return null;
    return el("ul", { className: "facts" }, card.facts.map((one) => el("li", null, el("strong", null, one.value), ` ${one.text} `,
      root.blok.sources.cite(one.source, doc))));
  }

  function history(feature, doc) {
    if (feature.milestones.length === 0) return null;
    return el("section", null, el("h4", null, doc.texts.timeline), el("ol", { className: "milestones" }, feature.milestones.map((one) =>
      el("li", null, el("strong", null, one.date), ` ${one.text} `, root.blok.sources.cite(one.source, doc)))));
  }

  function links(id, feature, state, doc) {
    const address = root.location.pathname + root.blok.state.query({ ...state, place: id });
    return el("p", { className: "links" },
      feature.url ? el("a", { href: feature.url, rel: "noopener" }, doc.texts.readMore) : null,
      el("button", { className: "link", "data-key": `show-${id}`, onClick: () => root.blok.overlay.show(id, state, doc) }, doc.texts["places.showOnMap"]),
      el("a", { href: address, className: "own-link" }, doc.texts["places.linkHere"]));
  }

  function body(id, state, doc) {
    const card = doc.places.cards[id];
    const feature = doc.features[id];
    return el("div", { className: "card-body" },
      el("p", { className: "standing" }, el("strong", null, `${state.year}: `), card.since[state.year - doc.years[0]]),
      el("p", { className: "known" }, root.blok.dom.fill(doc.texts["places.known"], { status: card.known.text, date: doc.places.asOf })),
      feature.description ? el("p", null, feature.description) : null,
      el("p", { className: "kind" }, root.blok.sources.cite(feature.source, doc)),
      root.blok.walkwords.detail(id, state, doc),
      offers(card, doc), facts(card, doc),
      money(doc.texts["places.money"], card.money, doc), money(doc.texts["places.projectMoney"], card.projectMoney, doc),
      history(feature, doc), el("p", { className: "kind" }, root.blok.outlines.text(doc, id, state.year)), root.blok.outlines.history(doc, id), links(id, feature, state, doc));
  }

  /** The status at the clock's year; of what is asked for as open now, the one that was asked for. */
  function standing(id, state, doc) {
    const { since, known } = doc.places.cards[id];
    return state.openNow ? root.blok.dom.fill(doc.texts["places.asOf"], { status: known.text, date: doc.places.asOf }) : since[state.year - doc.years[0]];
  }

  /** One card; on a phone it is one line until it is chosen. */
  function card(id, state, doc) {
    const open = state.place === id;
    const feature = doc.features[id];
    const status = root.blok.look.status(doc, state, id);
    const group = doc.places.cards[id].group;
    const head = el("button", { className: "card-head", "data-key": `card-${id}`, "aria-expanded": String(open), onClick: () => choose(id) },
      root.blok.drawing.sample(status, group),
      el("span", { className: "card-name" }, feature.name),
      el("span", { className: "card-kind" }, `${feature.kind} · ${standing(id, state, doc)}`),
      root.blok.walkwords.brief(id, state, doc));
    return el("li", { className: open ? "card open" : "card", "data-card": id }, el("h3", null, head), open ? body(id, state, doc) : null);
  }

  /** The features of an offer that have a card. */
  function placesOf(id, doc) {
    return doc.places.offers[id].features.filter((feature) => Object.hasOwn(doc.places.cards, feature));
  }

  /** An offer as a place of its own: what it is, where, and how far that is. */
  function placedOffer(id, state, doc) {
    const at = placesOf(id, doc).map((feature) => el("p", { className: "offer-place" },
      el("button", { className: "link", "data-key": `offer-${id}-${feature}`, onClick: () => root.blok.state.set({ place: feature }, true) }, doc.features[feature].name), root.blok.walkwords.brief(feature, state, doc)));
    const item = offer(id, doc);
    item.append(...at);
    return item;
  }

  /** The recurring offers: those whose place is known, and those of which only the name is. */
  function paintOffers(state, doc) {
    const isAsked = ["", "offers"].includes(state.kind) && !state.openNow;
    const ids = isAsked ? Object.keys(doc.places.offers) : [];
    const placed = ids.filter((id) => placesOf(id, doc).length > 0);
    const loose = ids.filter((id) => !placed.includes(id));
    const section = (name, found, items, help) => (found.length === 0 ? null : el("section", { className: name },
      el("h3", null, root.blok.dom.fill(doc.texts[`places.${name}Offers`], { count: found.length })), help ? el("p", null, help) : null, el("ul", { className: "offers" }, items)));
    paintPart("tilbud", ids, doc.texts["places.offersHead"], doc, office(doc),
      section("placed", placed, placed.map((id) => placedOffer(id, state, doc))),
      section("loose", loose, loose.map((id) => offer(id, doc)), doc.texts["places.looseHelp"]));
  }

  /** Fill one part of the list; there is none of what nothing is asked for. */
  function paintPart(id, found, words, values, ...inside) {
    const { folds, dom } = root.blok;
    const part = folds.into("cards", id);
    part.box.hidden = found.length === 0;
    folds.head(part, dom.fill(words, { ...values, count: found.length }));
    dom.swap(part.body, ...inside);
  }

  const foldOf = (id, doc) => (doc.places.cards[id].group === "paths" ? "stier" : "steder");

  /** Whether the chosen card stands by itself: its list is closed, or does not have it. */
  function isApart(state, doc, { known, absent }) {
    const { place } = state;
    if (place === "" || absent.includes(place)) return false;
    return !known.includes(place) || !state.folds.includes(foldOf(place, doc));
  }

  function absentees(ids, state, doc) {
    if (ids.length === 0) return null;
    const words = root.blok.dom.fill(doc.texts["places.absent"], { count: ids.length, year: state.year });
    return el("details", { className: "absentees", "data-key": "absentees" }, el("summary", { "data-key": "absentees-summary" }, words), el("ul", { className: "card-list" }, ids.map((id) => card(id, state, doc))));
  }

  /** Bring the card into view when another one is chosen; a link's own card stands at the top. */
  function follow(state, isFirst, apart) {
    const before = shown;
    shown = state.place;
    if (before === shown || shown === "" || (isFirst && apart)) return;
    const chosen = root.document.querySelector(`[data-card="${shown}"]`);
    const fold = chosen.closest("details");
    if (fold) fold.open = true;
    chosen.scrollIntoView({ block: "nearest" });
    const from = document.activeElement && document.activeElement.closest("#news, #timeline, #cards .offer-place");
    if (from) chosen.querySelector(".card-head").focus({ preventScroll: true }); // who chose it elsewhere reads on here
  }

  function cardList(ids, state, doc) {
    return el("ul", { className: "card-list" }, ids.map((id) => card(id, state, doc)));
  }

  /** A list of places or of paths, the nearest first; the chosen one is in it where it does not stand apart. */
  function paintList(fold, ids, key, apart, state, doc) {
    const words = doc.texts[`places.${key}${state.openNow ? "Open" : ""}`];
    const inside = root.blok.walkwords.sorted(ids, state, doc).filter((id) => !(apart && id === state.place));
    paintPart(fold, ids, words, { year: state.year, date: doc.places.asOf }, cardList(inside, state, doc));
  }

  /** The chosen card by itself. Who closes it goes on where it is listed. */
  function paintChosen(apart, state, doc) {
    const { dom, folds } = root.blok;
    const box = dom.byId("chosen");
    const had = box.contains(document.activeElement) ? shown : "";
    dom.swap(box, apart ? cardList([state.place], state, doc) : null);
    if (!apart && had !== "") folds.focus(foldOf(had, doc));
  }

  /** Where to put what is in no part: nothing was found, or is not there yet. */
  let rest = null;

  function build() {
    const { folds, dom } = root.blok;
    folds.into("cards", "steder");
    folds.into("cards", "stier");
    rest = el("div", { className: "rest" });
    dom.byId("cards").append(rest);
    folds.into("cards", "tilbud");
  }

  function paint(state, doc) {
    const isFirst = shown === null;
    const parted = root.blok.choosing.parted(doc, state);
    const { known, absent } = parted;
    const isPath = (id) => foldOf(id, doc) === "stier";
    const apart = isApart(state, doc, parted);
    paintList("steder", known.filter((id) => !isPath(id)), "count", apart, state, doc);
    paintList("stier", known.filter(isPath), "countPaths", apart, state, doc);
    root.blok.dom.swap(rest, known.length === 0 ? el("p", { className: "nothing" }, doc.texts["places.nothing"]) : null, absentees(absent, state, doc));
    paintOffers(state, doc);
    paintChosen(apart, state, doc);
    follow(state, isFirst, apart);
  }

  const api = { build, paint, choose, isApart };
  root.blok = Object.assign(root.blok || {}, { cards: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
