/* Says walking time as whole minutes with their range, and what a difference is worth.
 *
 * The same rules as the server's: the range comes from the error of start, place and each
 * line walked on; lines surveyed as one are off by the same and count once.
 */
(function (root) {
  "use strict";

  const SAME_M = 0.01;
  const SAME_MM = 10;
  const tidy = (number) => Math.round(number * 1e9) / 1e9;

  /** Minutes to a tenth, half a tenth up. */
  const tenths = (minutes) => Math.floor(tidy(minutes * 10) + 0.5) / 10;

  /** Metres as whole minutes: the least, the way itself and the most. */
  function minutes(low, mid, high, pace) {
    const [least, exact, most] = [low, mid, high].map((metres) => tidy(metres / pace));
    return [Math.floor(Math.max(0, least)), Math.floor(exact + 0.5), Math.ceil(most)];
  }

  /** The longest way on drawn roads that can be believed for a straight line of so many metres. */
  function longest(settings, straight) {
    return settings.detour * Math.max(straight, settings.detourFrom);
  }

  /** How far each survey is walked in millimetres, and what its lines may be off by; a step
   * across a junction does not bring its error along. */
  function surveys(graph, walk) {
    const found = new Map();
    for (const [number, from, to] of walk.stretches) {
      const line = graph.net.lines[graph.net.edges[number].line];
      const mm = Math.abs(to - from);
      const [before, off] = found.get(line.survey) || [0, 0];
      found.set(line.survey, [before + mm, Math.max(off, line.error)]);
    }
    return new Map([...found].filter(([, [mm]]) => mm > SAME_MM));
  }

  const sum = (walked) => [...walked.values()].reduce((all, [, off]) => all + off, 0);

  /** The least that a straight line less the errors of both ends takes, in whole minutes. */
  function least({ startError, endError, straight }, pace) {
    return minutes(straight - startError - endError, 0, 0, pace)[0];
  }

  /** Streets that are missing from the drawing can only make the way shorter. */
  function tooSparse(ends, longest, { pace }) {
    return { reason: "too_sparse", inside: ends.inside, least: least(ends, pace), most: minutes(0, 0, longest, pace)[2] };
  }

  /** A walk with its length, its error in metres and its minutes, or why it cannot be told.
   * `ends` are { startError, endError, straight, inside } of where it begins and ends. */
  function told(graph, walk, ends) {
    const { settings } = graph.net;
    const walked = surveys(graph, walk);
    const placed = ends.startError + ends.endError;
    const error = placed + sum(walked);
    const cost = walk.cost / 1000;
    if (settings.schematic && !ends.inside && cost - error > longest(settings, ends.straight)) return tooSparse(ends, cost + error, settings);
    const nearest = settings.schematic ? ends.straight - placed : cost - error;
    const exact = settings.schematic ? null : tenths(cost / settings.pace);
    const offNetwork = [walk.start.gap, walk.end.gap].map((mm) => mm > SAME_MM);
    return { ...walk, ...ends, offNetwork, exact, walked, error, metres: root.blok.walking.metres(walk), lastMetres: walk.end.gap / 1000, minutes: minutes(nearest, cost, cost + error, settings.pace) };
  }

  const same = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]) <= SAME_M;

  /** What the difference of two walks may be off by: only what they do not share counts. */
  function differenceError(before, after) {
    let off = 0;
    for (const survey of new Set([...before.walked.keys(), ...after.walked.keys()])) {
      const [one, other] = [before.walked.get(survey) || [0, 0], after.walked.get(survey) || [0, 0]];
      if (Math.abs(one[0] - other[0]) > SAME_MM || one[1] !== other[1]) off += Math.max(one[1], other[1]);
    }
    if (!same(before.start.outside, after.start.outside)) off += after.startError;
    if (!same(before.end.outside, after.end.outside)) off += after.endError;
    return off;
  }

  /** What is missing from drawn roads may be there in fact; on surveyed ones a way is gained. */
  function onlyOne(before, schematic) {
    if (schematic) return { verdict: "undecided" };
    return { verdict: before.reason ? "gained" : "lost" };
  }

  /** What can be said of a way to a place that stands before and after: the verdict, and the
   * metres saved. */
  function change(before, after, schematic) {
    if (before.reason && after.reason) return { verdict: "unknown" };
    if (before.reason || after.reason) return onlyOne(before, schematic);
    const saved = (before.cost - after.cost) / 1000;
    const error = differenceError(before, after);
    if (Math.abs(saved) < SAME_M) return { verdict: "same", saved, error };
    if (Math.abs(saved) < error) return { verdict: "undecided", saved, error };
    return { verdict: saved > 0 ? "shorter" : "longer", saved, error };
  }

  const api = { minutes, tenths, least, told, differenceError, change };
  root.blok = Object.assign(root.blok || {}, { telltime: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
