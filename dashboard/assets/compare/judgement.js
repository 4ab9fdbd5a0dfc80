/* One judgement of a target: verdict, reason, what was asked, what is seen year by year. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);
  /** Signs of a short word before a name. */
  const ARTICLE = 4;

  function badge(judgement) {
    return el("strong", { className: `verdict ${judgement.verdict}` }, el("span", { className: "glyph", "aria-hidden": "true" }, judgement.glyph), ` ${judgement.word}`);
  }

  function yearRow(year) {
    const { against, cells } = year;
    const held = [year.needed, against ? `${against.text}, ${against.period}` : "", year.step].filter(Boolean);
    return el("tr", { "data-hit": String(year.hit) },
      el("th", { scope: "row" }, year.period), el("td", { className: "number" }, year.seen),
      el("td", null, held.join("; ") || "\u2013"), el("td", null, year.why || year.word), el("td", null, root.blok.cellGroups.build([...cells, ...(against ? against.cells : [])])));
  }

  function yearTable(judgement, doc) {
    if (judgement.years.length === 0) return null;
    const heads = ["period", "value", "compare.goals.held", "compare.goals.hit", "sourceCell"].map((key) => el("th", { scope: "col" }, doc.texts[key]));
    const label = `${doc.texts["compare.goals.years"]}: ${judgement.place}`;
    return el("div", { className: "scroll", tabindex: 0, role: "group", "aria-label": label },
      el("table", { className: "years" }, el("caption", { className: "visually-hidden" }, label), el("thead", null, el("tr", null, heads)), el("tbody", null, judgement.years.map(yearRow))));
  }

  /** How many of the years that can be judged met what was asked of them. */
  function hits(judgement, doc) {
    const judged = judgement.years.filter(({ hit }) => hit !== null);
    if (judged.length === 0) return doc.texts["compare.goals.noHits"];
    return root.blok.dom.fill(doc.texts["compare.goals.hits"], { met: judged.filter(({ hit }) => hit).length, judged: judged.length, all: judgement.years.length });
  }

  function evidence(judgement, key, doc) {
    if (judgement.years.length === 0 && judgement.start === null) return null;
    return el("details", { className: "evidence", "data-key": key },
      el("summary", { "data-key": `${key}-summary` }, `${doc.texts["compare.goals.years"]}. ${hits(judgement, doc)}`),
      judgement.start ? el("div", null, el("p", { className: "term" }, doc.texts["compare.goals.start"]), root.blok.cellGroups.build([...judgement.start.cells, ...(judgement.startAgainst ? judgement.startAgainst.cells : [])])) : null,
      yearTable(judgement, doc));
  }

  /** What must be known beside the verdict, without what is said for the whole goal. */
  function remarks(judgement, common) {
    return root.blok.goals.remarks(judgement).filter((text) => !common.includes(text)).map((text) => el("li", null, text));
  }

  function caveats(judgement, common, doc) {
    const found = remarks(judgement, common);
    if (found.length === 0) return null;
    return el("div", { className: "caveats" }, el("p", { className: "term" }, doc.texts.marks), el("ul", null, found));
  }

  /** Does the sentence begin with its place, or with a word like "the" and its place? */
  function isNamed({ place, sentence }) {
    return sentence.slice(0, place.length + ARTICLE).toLowerCase().includes(place.toLowerCase());
  }

  /** Return a judgement as an item of a list: verdict, place, reason, and what must be known. */
  function brief(judgement) {
    const found = remarks(judgement, []);
    return el("li", { "data-verdict": judgement.verdict, "data-places": judgement.geographies.join(";") },
      badge(judgement), " ", isNamed(judgement) ? judgement.sentence : `${judgement.place}: ${judgement.sentence}`, found.length > 0 ? el("ul", null, found) : null);
  }

  function asked(text, doc) {
    return el("p", { className: "asked" }, el("span", { className: "term" }, `${doc.texts["compare.goals.asked"]}: `), text);
  }

  /** Return a judgement as an element. What is asked is left out where the target has `said` it
   * for all its places, and the remarks that are `common` to the goal. */
  function build(judgement, { said, common }, doc) {
    const { key } = judgement;
    return el("article", { className: `judgement ${judgement.verdict}`, id: key, tabindex: -1, "data-verdict": judgement.verdict, "data-places": judgement.geographies.join(";") },
      el("div", { className: "judgement-head" }, badge(judgement), el("h5", null, judgement.place),
        judgement.until ? el("span", { className: "until" }, judgement.verdict === "undecided" ? judgement.until : `${doc.texts["compare.goals.until"]} ${judgement.until}`) : null),
      el("p", { className: "reason" }, judgement.sentence),
      said ? null : asked(judgement.asked, doc), caveats(judgement, common, doc), evidence(judgement, `${key}-years`, doc));
  }

  root.blok = Object.assign(root.blok || {}, { judgement: { build, brief, asked, hits, isNamed } });
  if (typeof module === "object") module.exports = root.blok.judgement;
})(typeof window === "object" ? window : globalThis);
