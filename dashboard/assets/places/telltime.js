/* Says walking time as whole minutes with their range.
 *
 * The same rules as the server's: the range comes from the error of start, place and each
 * line walked on; lines surveyed as one are off by the same and count once.
 */
(function (root) {
  "use strict";

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
    return { reason: "too_sparse", least: least(ends, pace), most: minutes(0, 0, longest, pace)[2] };
  }

  /** A walk with its length, its error in metres and its minutes, or why it cannot be told.
   * `ends` are { startError, endError, straight } of where it begins and ends. */
  function told(graph, walk, ends) {
    const { settings } = graph.net;
    const walked = surveys(graph, walk);
    const placed = ends.startError + ends.endError;
    const error = placed + sum(walked);
    const cost = walk.cost / 1000;
    if (settings.schematic && cost - error > longest(settings, ends.straight)) return tooSparse(ends, cost + error, settings);
    const nearest = settings.schematic ? ends.straight - placed : cost - error;
    const exact = settings.schematic ? null : tenths(cost / settings.pace);
    const offNetwork = [walk.start.gap, walk.end.gap].map((mm) => mm > SAME_MM);
    return { ...walk, ...ends, offNetwork, exact, walked, error, metres: root.blok.walking.metres(walk), lastMetres: walk.end.gap / 1000, minutes: minutes(nearest, cost, cost + error, settings.pace) };
  }

  const api = { minutes, tenths, least, told };
  root.blok = Object.assign(root.blok || {}, { telltime: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
