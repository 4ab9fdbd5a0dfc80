/* What the source leaves out or says in two ways: cells without a figure, and remarks. */
(function (root) {
  "use strict";

  const el = (...args) => root.blok.dom.el(...args);

  /** Of a series: what concerns one of the places, or whatever places are held against. */
  function of(doc, indicator, places) {
    const concerned = (id) => places.includes(id) || doc.geographies[id].kind !== "area";
    return doc.indicators[indicator].told.filter(({ geographies }) => geographies.length === 0 || geographies.some(concerned));
  }

  /** The same in one year of the clock. */
  function inYear(doc, indicator, places, year) {
    return of(doc, indicator, places).filter(({ years }) => years === null || years.includes(year));
  }

  /** The cell without a figure of a place in a year, or undefined. */
  function blank(doc, indicator, place, year) {
    return doc.indicators[indicator].told.find((one) => one.kind !== "remark" && one.geographies.includes(place) && one.years.includes(year));
  }

  /** One sentence, with what the source has in the cell and where it stands. */
  function item(one, doc) {
    return el("li", { "data-told": one.kind }, one.text, one.quote ? " " : "", one.quote ? el("q", { lang: "da" }, one.quote) : "",
      one.place ? " " : "", one.place ? el("cite", null, `${doc.texts["told.place"]}: `, el("span", { lang: "da" }, one.place)) : "");
  }

  /** A section, or nothing where nothing is told. */
  function section(items, doc, heading = "h3") {
    return items.length === 0 ? null
      : el("section", { className: "source-gaps" }, el(heading, null, doc.texts.told), el("ul", null, items.map((one) => item(one, doc))));
  }

  const api = { of, inYear, blank, item, section };
  root.blok = Object.assign(root.blok || {}, { told: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
