/* What each area gains: by the chosen place or by all, for the map and its key alike.
 *
 * Pure functions on the rows of a change: of two years, or of a path that is drawn.
 */
(function (root) {
  "use strict";

  /** From so much on a class begins: minutes saved to one place, or places nearer. */
  const FROM = { minutes: [0, 1, 3, 5], count: [1, 2, 3, 5] };
  const BETTER = ["#cfe8e2", "#8fcabf", "#4aa597", "#1b7f72"];
  const WORSE = "#d9b26f";
  const NONE = "#f4f3ee";
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

  /** What one row says of its area: fill, label and words. */
  function ofPlace(row, doc) {
    const words = root.blok.changetable.savedWords;
    if (row.verdict === "gained") return { fill: BETTER[3], label: doc.texts["places.diff.new"], words: words(row, doc) };
    if (row.verdict === "lost") return { fill: WORSE, label: doc.texts["places.diff.gone"], words: words(row, doc) };
    if (row.verdict === "undecided") return { fill: UNDECIDED, label: "?", words: words(row, doc) };
    if (row.verdict === "same") return { fill: NONE, label: "0", words: doc.texts["places.diff.same"] };
    if (row.verdict === "unknown") return { fill: UNDECIDED, label: "?", words: doc.texts["places.undecided"] };
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

  /** What all rows of an area say together; a new place far away is told, and is no gain. */
  function ofAll(rows, doc) {
    const found = counted(rows);
    const gains = found.shorter + found.near;
    const words = root.blok.dom.fill(doc.texts["places.diff.counted"], found);
    if (gains > 0) return { fill: better(gains, FROM.count), label: `+${gains}`, words };
    if (found.worse > 0) return { fill: WORSE, label: `−${found.worse}`, words };
    return found.undecided > 0 || found.same === 0 ? { fill: UNDECIDED, label: "?", words } : { fill: NONE, label: "0", words };
  }

  /** The rows that are told on the map: of the drawn path, or between the two years. */
  function rowsOf(state, doc) {
    const sketched = root.blok.sketch.found(state, doc);
    if (sketched) return sketched.rows;
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
      made.set(state, { looks, ofPlace: rows.some((row) => row.place === state.place) });
    }
    return made.get(state);
  }

  /** Each area's look in a state, by its id. */
  const looks = (state, doc) => found(state, doc).looks;

  /** Whether the map tells of the chosen place alone. */
  const isOfPlace = (state, doc) => found(state, doc).ofPlace;

  /** What a class spans: whole numbers of places, or minutes up to where the next one begins. */
  function span(from, i, isCount) {
    const next = from[i + 1];
    if (next === undefined) return `${from[i]}+`;
    const last = isCount ? next - 1 : next;
    return last === from[i] ? String(last) : `${from[i]}–${last}`;
  }

  /** The key: the classes of what is better as [fill, span], and all else as [fill, words]. */
  function key(state, doc) {
    const isCount = !isOfPlace(state, doc);
    const from = isCount ? FROM.count : FROM.minutes;
    const { texts } = doc;
    return {
      better: BETTER.map((fill, i) => [fill, span(from, i, isCount)]),
      other: [[NONE, texts["places.diff.same"]], [WORSE, texts["places.diff.worse"]], [UNDECIDED, texts["places.undecided"]]],
    };
  }

  const api = { looks, key, isOfPlace, ofPlace, ofAll, counted };
  root.blok = Object.assign(root.blok || {}, { difference: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
