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
    return { edges, lines: packed.lines, nodes: packed.nodes, settings: packed.settings, destinations: shapes(packed.destinations) };
  }

  /** Whether a line may be walked in a year of the clock: `w` in its word, or `p` with plans. */
  function isWalked(line, index, planned) {
    const letter = line.walked[index];
    return letter === "w" || (planned && letter === "p");
  }

  /** Which edges are walked in a year of the clock. */
  function walkedIn(net, index, planned) {
    const lines = net.lines.map((line) => isWalked(line, index, planned));
    return Uint8Array.from(net.edges, (edge) => (lines[edge.line] ? 1 : 0));
  }

  /** A graph in flat lists: the ways on from a node are `first[node]` up to `first[node + 1]`, each
   * `to` another node `along` an edge. */
  function build(net, index, planned) {
    const walked = walkedIn(net, index, planned);
    const used = ({ u, v }, i) => walked[i] && u !== v;
    const first = new Int32Array(net.nodes + 1);
    net.edges.forEach((edge, i) => { if (used(edge, i)) { first[edge.u + 1] += 1; first[edge.v + 1] += 1; } });
    for (let node = 0; node < net.nodes; node += 1) first[node + 1] += first[node];
    const [to, along] = [0, 1].map(() => new Int32Array(first[net.nodes]));
    const free = first.slice();
    const add = (from, other, edge) => { to[free[from]] = other; along[free[from]] = edge; free[from] += 1; };
    net.edges.forEach((edge, i) => { if (used(edge, i)) { add(edge.u, edge.v, i); add(edge.v, edge.u, i); } });
    return { net, walked, first, to, along };
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

  const any = () => true;

  /** The nearest point of the walked edges that `counts` names, if one is within so many metres;
   * else its `gap` is infinite. */
  function nearest(graph, point, counts, metres) {
    const { edges } = graph.net;
    const best = root.blok.nearby.around(graph.net, point, metres).reduce((found, i) => {
      const here = graph.walked[i] && counts(edges[i]) ? project(edges[i].course, point) : found;
      return here.gap < found.gap ? here : found;
    }, { gap: Infinity });
    return best.gap <= metres ? best : { gap: Infinity };
  }

  /** Nobody jumps past the street at the door: of some ways onto the network those that are
   * little farther than the nearest way that is always there. */
  function steppedOnto(graph, found) {
    const always = (edge) => !graph.net.lines[edge.line].dated;
    return found.filter((one) => one.gap <= (nearest(graph, one.outside, always, one.gap / MM).gap + graph.net.settings.join) * MM);
  }

  /** Every way from a point onto the network within the longest straight last metres. */
  function accesses(graph, point) {
    const { edges, settings } = graph.net;
    const found = root.blok.nearby.around(graph.net, point, settings.last).filter((i) => graph.walked[i])
      .map((i) => ({ i, ...project(edges[i].course, point) })).filter(({ gap }) => gap <= settings.last)
      .map(({ i, along, gap }) => ({ edge: i, at: Math.min(Math.round(along * MM), edges[i].mm), gap: Math.round(gap * MM), outside: point }));
    return steppedOnto(graph, found);
  }

  /** The ways onto the network that a document names, as far as they are walked in the year. */
  function known(graph, found) {
    return found.filter((one) => graph.walked[one.edge]);
  }

  /** How far the nearest edge of the network is from a point, in metres; infinite from `most` on. */
  function distance(graph, point, most) {
    return nearest(graph, point, any, most).gap;
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

  const api = { MM, unpack, graphAt, project, accesses, known, distance, piece, between };
  root.blok = Object.assign(root.blok || {}, { ways: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
