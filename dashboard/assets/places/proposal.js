/* Joins a drawn path to the network and asks what it changes, by the server's own rules.
 *
 * Every point of the path may meet a way; before and after are reckoned on the same network,
 * once without and once with the path, so that only the path makes a difference.
 */
(function (root) {
  "use strict";

  const MM = 1000;
  const SAME_M = 0.01;
  const SAME_MM = 10;

  const ways = () => root.blok.ways;

  /** How far a point of a path may be from an edge that it meets: as far as the errors of both
   * explain. */
  function meetingGap(net, edge) {
    return Math.max(SAME_M, Math.min(net.settings.join, net.settings.drawn.error + net.lines[edge.line].error));
  }

  /** The edges that a point of a drawn path meets: of those always there the nearest, and
   * every dated one, as far as the errors of both explain the gap. */
  function met(net, point) {
    const near = root.blok.nearby.around(net, point, net.settings.join)
      .map((i) => ({ edge: i, line: net.lines[net.edges[i].line], ...ways().project(net.edges[i].course, point) }))
      .filter((one) => one.gap <= meetingGap(net, net.edges[one.edge]));
    const always = near.filter((one) => !one.line.dated).sort((a, b) => a.gap - b.gap || a.edge - b.edge);
    return [...always.slice(0, 1), ...near.filter((one) => one.line.dated)];
  }

  function length(course) {
    return course.slice(1).reduce((sum, point, i) => sum + ways().between(course[i], point), 0);
  }

  /** The numbers of the edges that are not in the network before. */
  function added(net) {
    return Array.from({ length: net.edges.length - net.base.edges.length }, (_, i) => net.base.edges.length + i);
  }

  /** The edge that a place on an edge of the network is on by now, and how far along. */
  function moved(net, number, at) {
    const parts = [number, ...added(net)].map((i) => ({ i, edge: net.edges[i] })).filter(({ edge, i }) => (edge.of ?? i) === number);
    const own = parts.filter(({ edge }) => at >= (edge.from ?? 0)).sort((a, b) => (b.edge.from ?? 0) - (a.edge.from ?? 0))[0];
    return [own.i, at - (own.edge.from ?? 0)];
  }

  /** Cut an edge at a distance along it; return the node there: an end of it, `own` where the
   * path lies on the edge, or a new one. */
  function cut(net, number, at, own) {
    const edge = net.edges[number];
    if (at <= SAME_MM) return edge.u;
    if (at >= edge.mm - SAME_MM) return edge.v;
    const price = root.blok.walking.partOf(edge, at);
    const [of, from] = [edge.of ?? number, edge.from ?? 0];
    const node = own ?? net.nodes;
    if (node === net.nodes) net.nodes += 1;
    net.edges.push({ ...edge, u: node, mm: edge.mm - at, cost: edge.cost - price, course: ways().piece(edge, at, edge.mm), of, from: from + at });
    net.edges[number] = { ...edge, v: node, mm: at, cost: price, course: ways().piece(edge, 0, at), of, from };
    return node;
  }

  function lay(net, u, v, course, line, segment) {
    const mm = Math.round(length(course) * MM);
    net.edges.push({ u, v, mm, cost: mm, line, course, of: null, segment });
  }

  /** Let the path meet itself where a point of it comes near another of its stretches. */
  function meetItself(net, points, nodes, line) {
    const limit = Math.min(net.settings.join, 2 * net.settings.drawn.error);
    points.forEach((point, i) => points.slice(1).forEach((_, segment) => {
      if (segment === i || segment === i - 1) return;
      const parts = added(net).map((number) => ({ edge: net.edges[number], number })).filter(({ edge }) => edge.segment === segment);
      const [best] = parts.map(({ edge, number }) => ({ number, ...ways().project(edge.course, point) })).sort((a, b) => a.gap - b.gap);
      if (best.gap > limit) return;
      const node = cut(net, best.number, Math.min(Math.round(best.along * MM), net.edges[best.number].mm), best.gap < SAME_M ? nodes[i] : undefined);
      if (node !== nodes[i]) lay(net, nodes[i], node, [point, best.on], line);
    }));
  }

  /** Return a copy of the network with a path of points in it, and which points meet a way. */
  function withPath(net, points) {
    const { error } = net.settings.drawn;
    const { years } = net.settings;
    const line = net.lines.length;
    const made = { ...net, base: net, edges: [...net.edges], lines: [...net.lines, { error, survey: "drawn", dated: true, walked: "w".repeat(years) }] };
    const meetings = points.map((point) => met(net, point));
    const nodes = points.map((_, i) => net.nodes + i);
    made.nodes += points.length;
    points.slice(1).forEach((point, i) => lay(made, nodes[i], nodes[i + 1], [points[i], point], line, i));
    meetings.forEach((found, i) => found.forEach((one) => {
      const own = one.gap < SAME_M ? nodes[i] : undefined;
      const node = cut(made, ...moved(made, one.edge, Math.min(Math.round(one.along * MM), net.edges[one.edge].mm)), own);
      if (node !== nodes[i]) lay(made, nodes[i], node, [points[i], one.on], line);
    }));
    meetItself(made, points, nodes, line);
    return { net: made, line, meetings };
  }

  /** The ways from a shape onto a network with a path: the known ones, where need be on a part of
   * what was cut, since a cut alone opens no way; and those onto the path itself. */
  function waysOnto(graph, shape, line) {
    const { net, walked } = graph;
    const onPart = (one) => {
      const [edge, at] = net.edges[one.edge].of === undefined ? [one.edge, one.at] : moved(net, one.edge, one.at);
      return { ...one, edge, at };
    };
    const drawn = added(net).filter((i) => net.edges[i].line === line && walked[i]).flatMap((i) => root.blok.shapes.onto(shape, i, net.edges[i], shape.last));
    return [...shape.ways.map(onPart).filter((one) => walked[one.edge]), ...ways().steppedOnto(graph, drawn)];
  }

  /** A graph that finds the ways onto each shape once. */
  function keeping(graph, line) {
    const onto = new Map();
    const keep = (id, shape) => {
      if (!onto.has(id)) onto.set(id, waysOnto(graph, shape, line));
      return onto.get(id);
    };
    return { ...graph, known: keep, leave: keep };
  }

  /** The graphs of a year without the path and with it, on the same network. */
  function graphsOf({ net, line }, index, planned) {
    const graph = ways().build(net, index, planned);
    const without = graph.walked.map((walked, i) => (net.edges[i].line === line ? 0 : walked));
    return [keeping({ ...graph, walked: without }, line), keeping(graph, line)];
  }

  /** Why a path cannot be used: [text, values], or null where it can. */
  function complaint(net, points) {
    const { longest, around, points: most } = net.settings.drawn;
    if (points.length < 2) return ["onePoint", {}];
    if (points.length > most) return ["tooMany", { count: points.length, most }];
    const course = length(points);
    if (points.slice(1).some((point, i) => ways().between(points[i], point) < 1)) return ["samePoint", {}];
    if (course > longest) return ["tooLong", { km: Math.round(course / 100) / 10, most: longest / 1000 }];
    const away = Math.max(...points.map((point) => Math.min(...Object.values(net.areas).map((area) => root.blok.shapes.distance({ ...area, kind: "polygon" }, point)))));
    return away > around ? ["tooFar", { km: Math.round(away / 100) / 10, most: around / 1000 }] : null;
  }

  const middle = ([[ax, ay], [bx, by]]) => [(ax + bx) / 2, (ay + by) / 2];

  /** How many ways that are walked the path crosses without meeting them. */
  function crossings(net, points, graph) {
    const parts = points.slice(1).map((point, i) => [points[i], point]);
    const crosses = ({ course }, part) => course.slice(1).some((to, n) => root.blok.shapes.crossing(part, [course[n], to]));
    const near = (part) => root.blok.nearby.around(net, middle(part), ways().between(...part) / 2);
    const isMet = (i) => points.some((point) => ways().project(net.edges[i].course, point).gap <= meetingGap(net, net.edges[i]));
    const crossed = new Set(parts.flatMap((part) => near(part).filter((i) => graph.walked[i] && crosses(net.edges[i], part))));
    return [...crossed].filter((i) => !isMet(i)).length;
  }

  /** The walk with a path, bounded by the walk without it, which is there still: where the path
   * is off by more than it saves, people take the old way. */
  function noLonger(without, withIt) {
    if (without.reason || withIt.reason) return withIt;
    const [low, mid, high] = withIt.minutes;
    return { ...withIt, minutes: [Math.min(low, without.minutes[0]), mid, Math.min(high, without.minutes[2])] };
  }

  /** What a path changes: for every area and destination the walks and the verdict. */
  function changes(net, points, index, planned, statuses) {
    const drawn = withPath(net, points);
    const [before, after] = graphsOf(drawn, index, planned);
    const { journeys, telltime } = root.blok;
    const wanted = Object.keys(net.destinations).filter((id) => net.destinations[id].layer !== "paths");
    const rows = Object.keys(net.areas).flatMap((area) => {
      const start = journeys.areaStart(net, area);
      const [was, is] = [before, after].map((graph) => journeys.from(graph, start, statuses));
      return wanted.map((place) => ({ area, place, before: was[place], after: noLonger(was[place], is[place]), ...telltime.change(was[place], is[place], net.settings.schematic) }));
    });
    const graph = ways().graphAt(net, index, planned);
    const meets = drawn.meetings.filter((found) => found.some((one) => graph.walked[one.edge])).length;
    return { rows, meets, metres: length(points), crossings: crossings(net, points, graph) };
  }

  const api = { withPath, changes, complaint, length, met };
  root.blok = Object.assign(root.blok || {}, { proposal: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
