/* Colours by name, for what draws without style sheets: charts and canvases need them resolved. */
(function (root) {
  "use strict";

  const NAMED = /^var\((--[\w-]+)(?:,(.*))?\)$/;
  /** Where a name has another colour: in the dark, and on paper. */
  const MEDIA = ["(prefers-color-scheme: dark)", "print"];

  /** A colour as it is now: a named one by its value, else by what stands after the name. */
  function now(colour) {
    const [, name, other] = NAMED.exec(colour) || [];
    return name ? root.getComputedStyle(root.document.documentElement).getPropertyValue(name).trim() || other : colour;
  }

  /** The same figure, in plain objects and lists, with every named colour resolved. */
  function through(figure) {
    if (typeof figure === "string") return now(figure);
    if (Array.isArray(figure)) return figure.map(through);
    if (figure === null || typeof figure !== "object") return figure;
    return Object.fromEntries(Object.entries(figure).map(([key, value]) => [key, through(value)]));
  }

  /** Do a job whenever names get other colours; return how to end that. */
  function watch(job) {
    const queries = MEDIA.map((media) => root.matchMedia(media));
    for (const query of queries) query.addEventListener("change", job);
    return () => queries.forEach((query) => query.removeEventListener("change", job));
  }

  const api = { now, through, watch };
  root.blok = Object.assign(root.blok || {}, { shades: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
