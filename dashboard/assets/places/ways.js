/* The walking network in the browser: which edges are walked in a year, and where one steps on.
 *
 * Pure functions on plain data in metres of EPSG:25832, the same rules as the server's: an
 * edge is [from, to, length in mm, cost in mm, line, course], and costs are whole millimetres.
 */
(function (root) {
  "use strict";

  const MM = 1000;
  const graphs = new WeakMap();

  /** Return the network of a document with its courses in metres. */
  function unpack(packed) {
    const [east, north] = packed.origin;
    const spread = (flat) => flat.flatMap((number, i) => (i % 2 ? [] : [[east + number / MM, north + flat[i + 1] / MM]]));
    const edges = packed.edges.map(([u, v, mm, cost, line, flat]) => ({ u, v, mm, cost, line, course: spread(flat) }));
    const shape = (one) => ({ ...one, rings: one.rings.map(spread), ways: one.ways.map(([edge, at, gap, outside]) => ({ edge, at, gap, outside: spread(outside)[0] })) });
    const shapes = (all) => Object.fromEntries(Object.entries(all).map(([id, one]) => [id, shape(one)]));
    return { edges, lines: packed.lines, nodes: packed.nodes, settings: packed.settings, areas: shapes(packed.areas), destinations: shapes(packed.destinations) };
  }

  /** Whether a line may be walked in a year of the clock: `w` in its word, or `p` with plans. */
  function isWalked(line, index, planned) {
    const letter = line.walked[index];
    return letter === "w" || (planned && letter === "p");
  }

  function build(net, index, planned) {
    const walked = net.edges.map((edge) => isWalked(net.lines[edge.line], index, planned));
    const next = Array.from({ length: net.nodes }, () => []);
    net.edges.forEach((edge, i) => {
      if (!walked[i] || edge.u === edge.v) return;
      next[edge.u].push([edge.v, i]);
      next[edge.v].push([edge.u, i]);
    });
    return { net, walked, next };
  }

  /** The graph of one year of the clock, made once. */
  function graphAt(net, index, planned) {
    if (!graphs.has(net)) graphs.set(net, new Map());
    const key = `${index}${planned}`;
    const known = graphs.get(net);
    if (!known.has(key)) known.set(key, build(net, index, planned));
    return known.get(key);
  }

  const between = ([a, b], [c, d]) => Math.hypot(a - c, b - d);

  /** The nearest point of a course: how far along it and how far away, in metres. */
  function project(course, point) {
    let best = { gap: Infinity, along: 0, on: course[0] };
    let passed = 0;
    for (let i = 1; i < course.length; i += 1) {
      const [from, to] = [course[i - 1], course[i]];
      const long = between(from, to);
      const share = long === 0 ? 0 : ((point[0] - from[0]) * (to[0] - from[0]) + (point[1] - from[1]) * (to[1] - from[1])) / long ** 2;
      const kept = Math.min(Math.max(share, 0), 1);
      const on = [from[0] + kept * (to[0] - from[0]), from[1] + kept * (to[1] - from[1])];
      const gap = between(on, point);
      if (gap < best.gap) best = { gap, along: passed + kept * long, on };
      passed += long;
    }
    return best;
  }

  /** The point of the nearest way that is walked, as near as one steps onto a way; or null. */
  function beside(graph, point) {
    const best = graph.net.edges.reduce((found, edge, i) => {
      const here = graph.walked[i] ? project(edge.course, point) : found;
      return here.gap < found.gap ? here : found;
    }, { gap: Infinity });
    return best.gap <= graph.net.settings.last ? best.on : null;
  }

  /** How far the nearest edge is from a point in metres, among those that `counts` names. */
  function nearest(graph, point, counts) {
    return graph.net.edges.reduce((best, edge, i) => (graph.walked[i] && counts(edge) ? Math.min(best, project(edge.course, point).gap) : best), Infinity);
  }

  /** Nobody jumps past the street at the door: of some ways onto the network those that are
   * little farther than the nearest way that is always there. */
  function steppedOnto(graph, found) {
    const always = (edge) => !graph.net.lines[edge.line].dated;
    return found.filter((one) => one.gap <= (nearest(graph, one.outside, always) + graph.net.settings.join) * MM);
  }

  /** Every way from a point onto the network within the longest straight last metres. */
  function accesses(graph, point) {
    const found = [];
    graph.net.edges.forEach((edge, i) => {
      if (!graph.walked[i]) return;
      const near = project(edge.course, point);
      if (near.gap > graph.net.settings.last) return;
      found.push({ edge: i, at: Math.min(Math.round(near.along * MM), edge.mm), gap: Math.round(near.gap * MM), outside: point });
    });
    return steppedOnto(graph, found);
  }

  /** The ways onto the network that a document names, as far as they are walked in the year. */
  function known(graph, found) {
    return found.filter((one) => graph.walked[one.edge]);
  }

  /** How far the nearest edge of the network is from a point, in metres. */
  function distance(graph, point) {
    return nearest(graph, point, () => true);
  }

  /** The stretch of a course between two distances along it in millimetres, either way. */
  function piece(edge, from, to) {
    const [low, high] = [Math.min(from, to) / MM, Math.max(from, to) / MM];
    const points = [];
    let passed = 0;
    const at = (a, b, share) => [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
    for (let i = 1; i < edge.course.length; i += 1) {
      const [a, b] = [edge.course[i - 1], edge.course[i]];
      const long = between(a, b);
      const [start, stop] = [Math.max(low - passed, 0), Math.min(high - passed, long)];
      if (start <= stop && long > 0) {
        if (points.length === 0) points.push(at(a, b, start / long));
        points.push(at(a, b, stop / long));
      }
      passed += long;
    }
    return from <= to ? points : points.reverse();
  }

  const api = { MM, unpack, isWalked, graphAt, build, project, accesses, beside, steppedOnto, known, distance, piece, between };
  root.blok = Object.assign(root.blok || {}, { ways: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
