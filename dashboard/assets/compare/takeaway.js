/* Links to what can be taken away of the view: the memo, pictures and the figures as a file. */
(function (root) {
  "use strict";

  const PICTURES = ["png", "svg"];
  const FILES = ["csv", "xlsx", "geojson", "gpkg"];

  /** Write a query; what is null is left out, and "" says that nothing is wanted. */
  function query(pairs) {
    return Object.entries(pairs).filter(([, value]) => value !== null).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
  }

  /** The addresses for a state: {memo, chart, map, values}, without the ending of the format. */
  function addresses(state) {
    const { indicator: indikator, areas, against: mod, language: sprog, year: aar, from: fra } = state;
    const omraader = areas.join(",");
    return {
      memo: `/download/memo.pdf?${query({ indikator, omraader, aar, fra: fra !== null && fra < aar ? fra : null, mod, sprog })}`,
      chart: (kind) => `/download/chart.${kind}?${query({ indikator, omraader, mod, sprog })}`,
      map: (kind, year = aar, since = null) => `/download/map.${kind}?${query({ indikator, aar: year, fra: since, sprog })}`,
      values: (kind) => `/download/values.${kind}?${query({ indikator, omraader: [...areas, mod].filter(Boolean).join(","), sprog })}`,
    };
  }

  /** Return the links of a view; `years` are those that it shows on maps: of two also the change. */
  function build(state, doc, years = [state.year]) {
    const { el } = root.blok.dom;
    const to = addresses(state);
    const link = (href, text, key) => el("a", { href, "data-key": `take-${key}`, download: "" }, text);
    const group = (label, links) => el("p", null, el("span", null, `${label}: `), links);
    return el("section", { className: "takeaway", "aria-label": doc.texts["compare.take"] },
      el("h3", null, doc.texts["compare.take"]),
      el("p", null, link(to.memo, doc.texts["compare.take.memo"], "memo"), el("a", { href: root.blok.embed.address("/sammenlign", state), "data-key": "take-embed" }, doc.texts["compare.take.embed"])),
      group(doc.texts["compare.take.chart"], PICTURES.map((kind) => link(to.chart(kind), kind.toUpperCase(), `chart-${kind}`))),
      years.map((year) => group(`${doc.texts["compare.take.map"]} ${year}`, PICTURES.map((kind) => link(to.map(kind, year), kind.toUpperCase(), `map-${year}-${kind}`)))),
      years.length === 2 ? group(`${doc.texts["compare.take.change"]} ${years.join("\u2013")}`, PICTURES.map((kind) => link(to.map(kind, years[1], years[0]), kind.toUpperCase(), `change-${kind}`))) : null,
      group(doc.texts["compare.take.values"], FILES.map((kind) => link(to.values(kind), kind.toUpperCase(), `values-${kind}`))));
  }

  const api = { addresses, build };
  root.blok = Object.assign(root.blok || {}, { takeaway: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
