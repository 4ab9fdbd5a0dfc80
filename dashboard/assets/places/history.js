/* The list of milestones, which the clock moves and which moves the clock. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);
  const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  let buttons = [];

  /** The milestones before the clock begins, and then those of each of its years that has some. */
  function grouped(timeline, years) {
    const of = (year) => timeline.filter((one) => one.year === year);
    return {
      earlier: timeline.filter((one) => one.year < years[0]),
      years: years.map((year) => [year, of(year)]).filter(([, found]) => found.length > 0),
    };
  }

  /** The year that a key leads to from another one; null where the key leads nowhere. */
  function stepped(years, year, key) {
    if (key === "Home") return years[0];
    if (key === "End") return years[years.length - 1];
    if (!Object.hasOwn(STEPS, key)) return null;
    const at = years.indexOf(year) + STEPS[key];
    return years[Math.min(Math.max(at, 0), years.length - 1)];
  }

  function onKey(event, year, years) {
    const next = stepped(years, year, event.key);
    if (next === null) return;
    event.preventDefault();
    root.blok.clock.go(next);
    buttons.find(([other]) => other === next)[1].focus();
  }

  function named(one, doc) {
    if (!Object.hasOwn(doc.places.cards, one.feature)) return null;
    return el("button", { className: "link", onClick: () => root.blok.state.set({ place: one.feature, year: Math.max(one.year, doc.years[0]) }, true) }, doc.features[one.feature].name);
  }

  function item(one, doc) {
    const status = one.status === "event" ? null : el("span", { className: "tag" }, doc.statuses[one.status]);
    return el("li", null, el("strong", null, one.date), " ", status, ` ${one.text} `, named(one, doc), " ", root.blok.sources.cite(one.source, doc));
  }

  function list(found, doc) {
    return el("ol", { className: "milestones" }, found.map((one) => item(one, doc)));
  }

  function year(one, found, years, doc) {
    const button = el("button", { className: "year-button", onClick: () => root.blok.clock.go(one), onKeydown: (event) => onKey(event, one, years) }, String(one));
    buttons.push([one, button]);
    return el("li", { "data-year": one }, el("h3", null, button), list(found, doc));
  }

  function build(doc) {
    const { earlier, years } = grouped(doc.places.timeline, doc.years);
    const order = years.map(([one]) => one);
    buttons = [];
    const first = root.blok.dom.fill(doc.texts["places.earlier"], { year: doc.years[0] });
    const part = root.blok.folds.into("timeline", "tidslinje");
    root.blok.folds.head(part, doc.texts["places.timelineHead"], doc.places.timeline.length);
    part.body.replaceChildren(el("p", { className: "help" }, doc.texts["places.timelineHelp"]),
      earlier.length > 0 ? el("section", { className: "earlier" }, el("h3", null, first), list(earlier, doc)) : "",
      el("div", { className: "years", tabindex: 0, role: "region", "aria-label": doc.texts["places.years"] },
        el("ol", null, years.map(([one, found]) => year(one, found, order, doc)))));
  }

  /** Show a part of the list without moving the page. */
  function reveal(frame, part) {
    frame.scrollTop = part.offsetTop;
  }

  function paint(state) {
    for (const [one, button] of buttons) {
      const part = button.closest("li");
      const now = one === state.year;
      part.classList.toggle("now-year", now);
      part.classList.toggle("later", one > state.year);
      if (now) button.setAttribute("aria-current", "date");
      else button.removeAttribute("aria-current");
      if (now) reveal(part.closest(".years"), part);
    }
  }

  const api = { build, paint, grouped, stepped };
  root.blok = Object.assign(root.blok || {}, { history: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
