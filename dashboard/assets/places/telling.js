/* What the clock says on the page of places: the milestones of its year, and what stands. */
(function (root) {
  "use strict";

  const of = (doc, year) => doc.places.timeline.filter((one) => one.year === year);

  /** One sentence on the year: how many places are open, on their way, and what happened. */
  function sentence(state, doc) {
    const { fill } = root.blok.dom;
    const { choosing, look } = root.blok;
    const counted = (set) => Object.keys(doc.places.cards).filter((id) => set.has(look.status(doc, state, id))).length;
    const said = fill(doc.texts["places.sentence"], {
      year: state.year, there: counted(choosing.THERE), coming: counted(choosing.COMING) - counted(new Set(["idea"])), ideas: counted(new Set(["idea"])), happened: of(doc, state.year).length,
    });
    return state.year > doc.asOf ? `${said} ${fill(doc.texts["places.afterReport"], { date: doc.places.asOf })}` : said;
  }

  function nearest(state, doc) {
    const years = doc.years.filter((year) => of(doc, year).length > 0);
    return years.length === 0 ? null : years.reduce((best, year) => (Math.abs(year - state.year) < Math.abs(best - state.year) ? year : best));
  }

  function period(state, doc) {
    const count = of(doc, state.year).length;
    return root.blok.dom.fill(doc.texts[count === 1 ? "places.oneMilestone" : "places.milestones"], { count });
  }

  const subject = {
    key: () => "milestones",
    years: (state, doc) => doc.years.filter((year) => of(doc, year).length > 0),
    breaks: () => [],
    period, nearest, sentence,
  };

  function build() {
    root.blok.clock.tell(subject);
  }

  const api = { build, subject };
  root.blok = Object.assign(root.blok || {}, { telling: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
