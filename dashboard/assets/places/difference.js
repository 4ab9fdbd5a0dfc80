/* What each area gains: by the chosen place or by all, for the map and its key alike.
 *
 * Pure functions on the rows of a change: of two years, or of a path that is drawn.
 */
(function (root) {
  "use strict";

  /** From so much on a class begins: minutes saved to one place, or places nearer. */
  const FROM = { minutes: [0, 1, 3, 5], count: [1, 2, 3, 5] };
  const BETTER = ["var(--nearer-1)", "var(--nearer-2)", "var(--nearer-3)", "var(--nearer-4)"];
  const WORSE = "var(--farther)";
  /** A new place within a quarter of an hour, and one farther away or nobody knows how far. */
  const NEW = { near: "var(--new-near)", far: "var(--new-far)" };
  const NONE = "var(--neutral)";
  const UNKNOWN = "var(--unsure)";
  const UNDECIDED = "url(#pattern-not_comparable)";

  function better(amount, from) {
    return BETTER[from.filter((least) => amount >= least).length - 1];
  }

  function minutes(row, doc) {
    return Math.abs(row.saved) / doc.places.reach.pace;
  }

  /** Minutes in the form of the page: to a tenth on surveyed streets, whole on drawn roads. */
  function told(amount, doc) {
    return new Intl.NumberFormat(doc.language).format(doc.places.reach.schematic ? Math.floor(amount + 0.5) : root.blok.telltime.tenths(amount));
  }

  /** A new place saves no minutes: it says how far it is. */
  function ofNew(row, doc) {
    const { walkwords, changetable } = root.blok;
    const minutes = changetable.minutes(row.after, doc);
    const isNear = walkwords.nearness(row.after) === "near";
    return { fill: isNear ? NEW.near : NEW.far, label: `${doc.texts["places.diff.new"]} ${walkwords.middle(row.after, doc)}`, words: `${changetable.savedWords(row, doc)}, ${minutes}` };
  }

  /** What one row says of its area: fill, label and words. */
  function ofPlace(row, doc) {
    const words = root.blok.changetable.savedWords;
    if (row.verdict === "gained") return ofNew(row, doc);
    if (row.verdict === "lost") return { fill: WORSE, label: doc.texts["places.diff.gone"], words: words(row, doc) };
    if (row.verdict === "undecided") return { fill: UNDECIDED, label: "?", words: words(row, doc) };
    if (row.verdict === "same") return { fill: NONE, label: "0", words: doc.texts["places.diff.same"] };
    if (row.verdict === "unknown") return { fill: UNKNOWN, label: "–", words: doc.texts["places.diff.unknown"] };
    const amount = minutes(row, doc);
    const shorter = row.verdict === "shorter";
    return { fill: shorter ? better(amount, FROM.minutes) : WORSE, label: `${shorter ? "−" : "+"}${told(amount, doc)}`, words: words(row, doc) };
  }

  const GONE = new Set(["absent", "closed"]);

  /** How many ways are shorter, longer, cannot be decided, are the same or cannot be reckoned;
   * how many different places are new, and how many ways lead to new ones in a quarter of an
   * hour (`near`) or in more (`far`). */
  function counted(rows) {
    const of = (...verdicts) => rows.filter((row) => verdicts.includes(row.verdict));
    const fresh = of("gained");
    const near = fresh.filter((row) => root.blok.walkwords.nearness(row.after) === "near").length;
    return {
      shorter: of("shorter").length, worse: of("longer", "lost").length, undecided: of("undecided").length, same: of("same").length,
      unknown: of("unknown").filter((row) => !GONE.has(row.after.reason)).length,
      opened: new Set(fresh.map((row) => row.place)).size, near, far: fresh.length - near,
    };
  }

  const COUNTED = ["shorter", "near", "far", "worse", "undecided", "same", "unknown"];

  /** What is counted, in words, without what there is none of. */
  function countedWords(counts, doc) {
    return COUNTED.filter((name) => counts[name] > 0).map((name) => root.blok.dom.fill(doc.texts[`places.diff.count.${name}`], { count: counts[name] })).join("; ");
  }

  /** What all rows of an area say together; a new place far away is told, and is no gain. Where
   * little can be told, nothing is said to be unchanged. */
  function ofAll(rows, doc) {
    const counts = counted(rows);
    const gains = counts.shorter + counts.near;
    const words = countedWords(counts, doc);
    if (gains > 0) return { fill: better(gains, FROM.count), label: `+${gains}`, words };
    if (counts.worse > 0) return { fill: WORSE, label: `−${counts.worse}`, words };
    if (counts.undecided > 0) return { fill: UNDECIDED, label: "?", words };
    return counts.same > counts.unknown ? { fill: NONE, label: "0", words } : { fill: UNKNOWN, label: "–", words };
  }

  /** The rows that are told on the map: of the drawn path, or between the two years. */
  function rowsOf(state, doc) {
    if (state.path.length > 0) return (root.blok.sketch.found(state) || { rows: [] }).rows;
    return state.before < state.year ? root.blok.gains.rows(state, doc) : [];
  }

  const made = new WeakMap();

  /** What a state shows, found once for it: each area's look, and whether of one place alone. */
  function found(state, doc) {
    if (!made.has(state)) {
      const rows = rowsOf(state, doc);
      const own = (area) => rows.filter((row) => row.area === area);
      const look = (area) => {
        const [one] = own(area).filter((row) => row.place === state.place);
        return one ? ofPlace(one, doc) : ofAll(own(area), doc);
      };
      const looks = Object.fromEntries(doc.areas.map((area) => [area, look(area)]));
      made.set(state, { looks, ofPlace: rows.some((row) => row.place === state.place), any: rows.length > 0 });
    }
    return made.get(state);
  }

  /** Whether the map tells of a change: it is asked for, and there is something to compare. */
  const isShown = (state, doc) => state.difference && found(state, doc).any;

  /** Each area's look in a state, by its id. */
  const looks = (state, doc) => found(state, doc).looks;

  /** Whether the map tells of the chosen place alone. */
  const isOfPlace = (state, doc) => found(state, doc).ofPlace;

  /** What a class spans, up to the last value before the next one begins: a whole number, or a
   * tenth of a minute on surveyed streets. */
  function span(from, i, step, doc) {
    const next = from[i + 1];
    if (next === undefined) return `${from[i]}+`;
    const last = new Intl.NumberFormat(doc.language, { maximumFractionDigits: 1 }).format(next - step);
    return last === String(from[i]) ? last : `${from[i]}–${last}`;
  }

  /** The key: the classes of what is better as [fill, span], and all else as [fill, words]. */
  function key(state, doc) {
    const isCount = !isOfPlace(state, doc);
    const from = isCount ? FROM.count : FROM.minutes;
    const { texts } = doc;
    const step = isCount || doc.places.reach.schematic ? 1 : 0.1;
    const fresh = isCount ? [] : [[NEW.near, texts["places.diff.newNear"]], [NEW.far, texts["places.diff.newFar"]]];
    return {
      better: BETTER.map((fill, i) => [fill, span(from, i, step, doc)]),
      other: [...fresh, [NONE, texts["places.diff.same"]], [WORSE, texts["places.diff.worse"]],
        [UNDECIDED, texts["places.undecided"]], [UNKNOWN, texts["places.diff.unknown"]]],
    };
  }

  const api = { looks, key, isShown, isOfPlace, ofPlace, ofAll, counted };
  root.blok = Object.assign(root.blok || {}, { difference: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
