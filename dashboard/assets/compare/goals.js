/* The verdicts as plain data: how many of each, and which are shown.
 *
 * Pure functions from (document, state): every verdict and its words are looked up.
 */
(function (root) {
  "use strict";

  function verdicts(doc) {
    return Object.keys(doc.compare.verdictWords);
  }

  function judgements(goals) {
    return goals.flatMap((goal) => goal.targets).flatMap((target) => target.judgements);
  }

  /** How many verdicts there are of each kind, none left out, and in all. */
  function counts(goals, doc) {
    const all = judgements(goals);
    const each = Object.fromEntries(verdicts(doc).map((verdict) => [verdict, all.filter((one) => one.verdict === verdict).length]));
    return { total: all.length, each };
  }

  /** How many targets there are and how their verdicts fall: those the plan states, or the others. */
  function tally(goals, doc, stated) {
    const own = goals.map((goal) => ({ ...goal, targets: goal.targets.filter((target) => target.stated === stated) }));
    return { targets: own.reduce((sum, goal) => sum + goal.targets.length, 0), ...counts(own, doc) };
  }

  /** What must be known beside a verdict: years that cannot be judged, and its caveats. */
  function remarks(judgement) {
    const blocked = judgement.years.filter(({ why }) => why !== "").map(({ period, why }) => `${period} ${why}`);
    return [...new Set([...blocked, ...judgement.caveats])];
  }

  /** The remarks that several verdicts of a goal have in common, each with the places it is on. */
  function shared(goal) {
    const places = new Map();
    for (const one of judgements([goal])) {
      for (const text of remarks(one)) places.set(text, [...(places.get(text) || []), one.place]);
    }
    return [...places].filter(([, named]) => named.length > 1).map(([text, named]) => ({ text, places: [...new Set(named)] }));
  }

  /** The goals that are chosen: all, or one. */
  function ofGoal(doc, state) {
    return doc.compare.verdicts.filter(({ id }) => state.goal === "" || state.goal === id);
  }

  function withVerdict(target, verdict) {
    return { ...target, judgements: target.judgements.filter((one) => verdict === "" || one.verdict === verdict) };
  }

  /** The goals with the targets and judgements that are asked for; nothing empty is kept. */
  function shown(doc, state) {
    return ofGoal(doc, state)
      .map((goal) => ({ ...goal, targets: goal.targets.map((target) => withVerdict(target, state.verdict)).filter((target) => target.judgements.length > 0) }))
      .filter((goal) => goal.targets.length > 0);
  }

  /** The places that the chart of a target shows: those judged, or their sum where it has one. */
  function places(target, doc) {
    const own = target.judgements.flatMap((one) => (one.geography ? [one.geography] : one.geographies));
    return [...new Set(own)].filter((place) => doc.compare.places.includes(place));
  }

  function oneOf(key, listed) {
    return (text, state, doc) => {
      const known = text === "" || listed(doc).includes(text);
      if (known) state[key] = text;
      return known;
    };
  }

  /** The keys of the address that only the goals have. */
  const KEYS = {
    maal: { initial: () => ({ goal: "" }), read: oneOf("goal", (doc) => doc.compare.verdicts.map(({ id }) => id)), write: (state) => state.goal || null },
    orden: { initial: () => ({ order: "" }), read: oneOf("order", (doc) => ["samlet", "vurdering", "aar", ...doc.areas]), write: (state) => state.order || null },
    dom: { initial: () => ({ verdict: "" }), read: oneOf("verdict", verdicts), write: (state) => state.verdict || null },
  };

  const api = { KEYS, verdicts, counts, tally, remarks, shared, ofGoal, shown, places };
  root.blok = Object.assign(root.blok || {}, { goals: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
