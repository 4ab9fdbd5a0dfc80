/* Links to what can be taken away of the view: the memo, pictures and the figures as a file. */
(function (root) {
  "use strict";

  const PICTURES = ["png", "svg"];
  const MOST_IN_MEMO = 5;
  const FILES = ["csv-excel", "csv", "xlsx", "geojson", "gpkg"];
  const el = (...args) => root.blok.dom.el(...args);

  function link(href, text, key) {
    return el("a", { href, "data-key": `take-${key}`, download: "" }, text);
  }

  /** A line of links to one thing in several kinds: `address` gives that of a kind. */
  function group(label, name, kinds, address, named = (kind) => kind.toUpperCase()) {
    return el("p", null, el("span", null, `${label}: `), kinds.map((kind) => link(address(kind), named(kind), `${name}-${kind}`)));
  }

  function section(doc, ...parts) {
    return el("section", { className: "takeaway", "aria-label": doc.texts["compare.take"] }, el("h3", null, doc.texts["compare.take"]), ...parts);
  }

  /** The figures as files, where any is printed: a sum of ours is not. */
  function values(indicators, places, state, doc) {
    if (!indicators.some((one) => root.blok.figures.isPrinted(doc, one, places))) return null;
    return group(doc.texts["compare.take.values"], "values", FILES, (kind) => root.blok.downloads.values(indicators, places, state.language, kind), (kind) => doc.texts[`data.format.${kind}`]);
  }

  function embed(state, doc) {
    return el("a", { href: root.blok.embed.address("/sammenlign", state), "data-key": "take-embed" }, doc.texts["compare.take.embed"]);
  }

  function changeMap(state, doc, [since, year]) {
    return group(`${doc.texts["compare.take.change"]} ${since}\u2013${year}`, "change", PICTURES, (kind) => root.blok.downloads.map(state, kind, { year, since }));
  }

  /** The clock's year where the series has figures in it, or the nearest that has. */
  function mapped(state, doc) {
    const series = doc.indicators[state.indicator];
    return series.years.includes(state.year) ? state.year : series.nearest[state.year];
  }

  /** Return the links of a view of one series; `years` are those that it shows on maps: of two
   * also the change. None where no chosen place has a figure: there is nothing to draw. */
  function build(state, doc, years = [mapped(state, doc)]) {
    const { downloads, figures } = root.blok;
    if (!state.areas.some((id) => figures.figuresOf(doc, state.indicator, id).length > 0)) return null;
    return section(doc,
      el("p", null, link(downloads.memo(state), doc.texts["compare.take.memo"], "memo"), embed(state, doc)),
      group(doc.texts["compare.take.chart"], "chart", PICTURES, (kind) => downloads.chart(state, kind)),
      years.map((year) => group(`${doc.texts["compare.take.map"]} ${year}`, `map-${year}`, PICTURES, (kind) => downloads.map(state, kind, { year }))),
      years.length === 2 ? changeMap(state, doc, years) : null,
      values([state.indicator], [...state.areas, state.against].filter(Boolean), state, doc));
  }

  /** Return the links of a view that is a table: its figures; none where none is printed. */
  function files(indicators, places, state, doc, extra = null) {
    const printed = values([...new Set(indicators)], places, state, doc);
    return printed && section(doc, el("p", null, extra, embed(state, doc)), printed);
  }

  /** The memo of a table's first series, as many as one holds, that the chosen places have figures of. */
  function memoOf(indicators, state, doc) {
    const { downloads, figures } = root.blok;
    const having = indicators.filter((one) => state.areas.some((id) => figures.figuresOf(doc, one, id).length > 0));
    if (having.length === 0) return null;
    const told = having.slice(0, MOST_IN_MEMO);
    return link(downloads.memo(state, told), root.blok.dom.fill(doc.texts["compare.take.memoOf"], { count: told.length, all: having.length }), "memo");
  }

  root.blok = Object.assign(root.blok || {}, { takeaway: { build, files, memoOf } });
})(window);
