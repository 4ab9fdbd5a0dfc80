/* Decides which two years are shown and what stands between them: looked up, never computed.
 *
 * Pure functions from the document and the view to plain data, for the maps, the legends and
 * the table alike.
 */
(function (root) {
  "use strict";

  function nearest(years, year) {
    return [...years].sort((one, two) => Math.abs(one - year) - Math.abs(two - year) || two - one)[0];
  }

  function keyOf(from, year) {
    return `${from}-${year}`;
  }

  function series(doc, indicator) {
    return doc.compare.years.series[indicator];
  }

  /** The earlier year with the most changes up to a year; of several, the earliest. */
  function fullest(shown, year) {
    const changes = (from) => Object.keys(shown.pairs[keyOf(from, year)].changes).length;
    const earlier = shown.years.filter((other) => other < year);
    return earlier.reduce((best, from) => (changes(from) > changes(best) ? from : best), earlier[0]);
  }

  /** The nearest pair of different years with figures, in their order. */
  function nearestPair(years, from, year) {
    const last = nearest(years.slice(1), year);
    return { from: nearest(years.filter((other) => other < last), from), year: last };
  }

  /** What was wrong with the years that were asked for: equal, order, missing. */
  function complaints(years, from, year) {
    const missing = [...new Set([from, year])].filter((one) => one !== null && !years.includes(one)).sort();
    return [
      ...(from === year ? [{ why: "equal" }] : []),
      ...(from !== null && from > year ? [{ why: "order" }] : []),
      ...(missing.length > 0 ? [{ why: "missing", missing }] : []),
    ];
  }

  /** The two years to show for a view and what was wrong; null where a series has no pair. */
  function resolve(doc, state) {
    const shown = series(doc, state.indicator);
    if (shown.years.length < 2) return null;
    const asked = state.from ?? null;
    const wrong = complaints(shown.years, asked, state.year);
    if (asked !== null) {
      const [first, last] = [Math.min(asked, state.year), Math.max(asked, state.year)];
      return { ...nearestPair(shown.years, first === last ? first - 1 : first, last), wrong };
    }
    const year = nearest(shown.years.slice(1), state.year);
    return { from: fullest(shown, year), year, wrong: wrong.filter(({ why }) => why === "missing") };
  }

  /** All that is known between two years of a series. */
  function between(doc, indicator, { from, year }) {
    return series(doc, indicator).pairs[keyOf(from, year)];
  }

  /** A place's change, or null where it is refused or unknown. */
  function change(doc, indicator, pair, id) {
    const now = between(doc, indicator, pair).changes[id];
    if (!now) return null;
    const [label, cls, radius, verdict, severity, months] = now;
    return { label, cls, radius, verdict, severity, months: months === 1 };
  }

  /** A difference in whole words: with its unit, or for counts so many more or fewer. */
  function difference(doc, indicator, label) {
    const { counted, unit } = series(doc, indicator);
    if (!counted) return `${label} ${unit}`;
    const kind = { "+": "more", "\u2212": "less" }[label[0]] || "same";
    return root.blok.dom.fill(doc.texts[`difference.count.${kind}`], { value: label.slice(1) });
  }

  /** The values of a place in the two years, printed or added up, each or null. */
  function values(doc, indicator, pair, id) {
    const { cellOf } = root.blok.figures;
    return { earlier: cellOf(doc, indicator, pair.from, id), later: cellOf(doc, indicator, pair.year, id) };
  }

  /** Why a place has no change: {reason, glyph, text}, with the breaks that are the reason. */
  function refusal(doc, indicator, pair, id) {
    const reason = between(doc, indicator, pair).refused[id];
    if (!reason) return null;
    const { glyph, text } = doc.compare.years.refusals[reason];
    const breaks = doc.indicators[indicator].breaks
      .filter((b) => pair.from < b.year && b.year <= pair.year && (b.geographies.length === 0 || b.geographies.includes(id)))
      .map((b) => b.text);
    return { reason, glyph, text: root.blok.dom.fill(text, pair), breaks: reason === "break" ? breaks : [] };
  }

  function colourOf(doc, indicator, now) {
    return now.cls === null ? root.blok.look.UNSURE : series(doc, indicator).classes[now.cls].colour;
  }

  /** How an area is drawn on the map of changes, as `look.area` says it of a year. */
  function area(doc, indicator, pair, id) {
    const refused = refusal(doc, indicator, pair, id);
    const none = { radius: 0, disc: null, mark: "" };
    if (refused) return { ...none, fill: `url(#pattern-${refused.reason})`, reason: refused.reason, label: refused.glyph };
    const now = change(doc, indicator, pair, id);
    const colour = colourOf(doc, indicator, now);
    const mark = now.severity ? doc.texts[`mark.${now.severity}`] : "";
    const look = { ...none, reason: null, label: now.label, mark };
    return doc.indicators[indicator].circles
      ? { ...look, fill: root.blok.look.NEUTRAL, radius: now.radius, disc: colour }
      : { ...look, fill: colour };
  }

  /** What is read aloud of a place on the map of changes. */
  function areaWords(doc, indicator, pair, id) {
    const { fill } = root.blok.dom;
    const { name } = doc.geographies[id];
    const { earlier, later } = values(doc, indicator, pair, id);
    const said = (one) => (one ? one.text : "");
    const refused = refusal(doc, indicator, pair, id);
    if (refused) {
      const printed = [earlier, later].filter(Boolean).map((one) => `${one.text} (${one.period})`).join(", ");
      return fill(doc.texts["compare.years.ariaRefused"], { name, reason: refused.text, printed: printed && fill(doc.texts.printed, { value: printed }) });
    }
    const now = change(doc, indicator, pair, id);
    const marks = now.severity ? `, ${doc.texts[`severity.${now.severity}`]}` : "";
    return fill(doc.texts["compare.years.aria"], {
      ...pair, name, change: difference(doc, indicator, now.label), verdict: now.verdict, marks, earlier: said(earlier), later: said(later),
    });
  }

  /** A plan's change as the map of changes draws it, or null. */
  function plan(doc, indicator, pair, id) {
    const now = change(doc, indicator, pair, id);
    return now && { ...now, colour: colourOf(doc, indicator, now), text: difference(doc, indicator, now.label) };
  }

  /** The places of the table: all areas, then every other place that has a value. */
  function places(doc, indicator, pair) {
    const { changes, refused } = between(doc, indicator, pair);
    return [...new Set([...doc.areas, ...Object.keys(changes), ...Object.keys(refused)])];
  }

  /** The changes of definition that keep places from being compared, each once. */
  function breaks(doc, indicator, pair) {
    return [...new Set(places(doc, indicator, pair).flatMap((id) => (refusal(doc, indicator, pair, id) || { breaks: [] }).breaks))];
  }

  /** The two periods of the first place whose figures cover different months, or null. */
  function unequalMonths(doc, indicator, pair) {
    const id = places(doc, indicator, pair).find((place) => (change(doc, indicator, pair, place) || {}).months);
    if (!id) return null;
    const { earlier, later } = values(doc, indicator, pair, id);
    return { earlier: earlier.period, later: later.period };
  }

  const api = { series, resolve, nearestPair, between, change, difference, values, refusal, area, areaWords, plan, places, breaks, unequalMonths };
  root.blok = Object.assign(root.blok || {}, { yearPair: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
