/* The addresses of what can be downloaded of a state: the memo, pictures, figures. */
(function (root) {
  "use strict";

  /** Write a query; what is null is left out, and "" says that nothing is wanted. */
  function query(pairs) {
    return Object.entries({ ...pairs, ...root.blok.edition.key() }).filter(([, value]) => value !== null).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
  }

  /** The memo of the chosen places, of one series or some: on two years where an earlier one is chosen. */
  function memo({ indicator, areas, against: mod, language: sprog, year: aar, from }, indicators = [indicator]) {
    return `/download/memo.pdf?${query({ indikator: indicators.join(","), omraader: areas.join(","), aar, fra: from !== null && from < aar ? from : null, mod, sprog })}`;
  }

  /** The chart of the chosen places, as a picture of a kind. */
  function chart(state, kind) {
    const { indicator: indikator, areas, against: mod, language: sprog } = state;
    return `/download/chart.${kind}?${query({ indikator, omraader: areas.join(","), mod, sprog })}`;
  }

  /** The map of a year, or of the change since an earlier one, or in a mode. */
  function map(state, kind, { year = state.year, since = null, mode = "value" } = {}) {
    const { indicator: indikator, language: sprog } = state;
    return `/download/map.${kind}?${query({ indikator, aar: year, fra: since, vis: mode === "value" ? null : mode, sprog })}`;
  }

  /** Where the figures are asked for as a file of a kind; two of them are CSV. */
  function figures(kind) {
    return `/download/values${kind === "csv-excel" ? "-excel.csv" : `.${kind}`}`;
  }

  /** The figures of some series in some places, as a file of a kind; no places are all places. */
  function values(indicators, places, language, kind) {
    const omraader = places.length > 0 ? places.join(",") : null;
    return `${figures(kind)}?${query({ indikator: indicators.join(","), omraader, sprog: language })}`;
  }

  const api = { memo, chart, map, figures, values };
  root.blok = Object.assign(root.blok || {}, { downloads: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
