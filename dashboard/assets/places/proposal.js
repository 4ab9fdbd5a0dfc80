/* Joins a drawn path to the network, by the rules that the server joins paths by. */
(function (root) {
  "use strict";

  const SAME_M = 0.01;
  const SAME_MM = 10;

  /** The edges that an end of a drawn path meets: of those always there the nearest, and
   * every dated one, as far as the errors of both explain the gap. */
  function met(net, end, error) {
    const { project } = root.blok.ways;
    const near = net.edges.map((edge, i) => ({ edge: i, line: net.lines[edge.line], ...project(edge.course, end) }))
      .filter((one) => one.gap <= Math.max(SAME_M, Math.min(net.settings.join, error + one.line.error)));
    const always = near.filter((one) => !one.line.dated).sort((a, b) => a.gap - b.gap || a.edge - b.edge);
    return [...always.slice(0, 1), ...near.filter((one) => one.line.dated)];
  }

  function length(course) {
    return course.slice(1).reduce((sum, point, i) => sum + root.blok.ways.between(course[i], point), 0);
  }

  /** Cut an edge at a distance along it: return the node there, an end or a new one. */
  function cut(net, number, at) {
    const edge = net.edges[number];
    if (at <= SAME_MM) return edge.u;
    if (at >= edge.mm - SAME_MM) return edge.v;
    const { piece } = root.blok.ways;
    const price = root.blok.walking.partOf(edge, at);
    const node = net.nodes;
    net.nodes += 1;
    net.edges.push({ ...edge, u: node, mm: edge.mm - at, cost: edge.cost - price, course: piece(edge, at, edge.mm), ...origin(edge, number, at) });
    net.edges[number] = { ...edge, v: node, mm: at, cost: price, course: piece(edge, 0, at), ...origin(edge, number, 0) };
    return node;
  }

  /** Where a cut edge begins on the edge of the network that it was part of. */
  function origin(edge, number, at) {
    return { of: edge.of ?? number, from: (edge.from ?? 0) + at };
  }

  /** The edge that a place on a former edge is on now, and how far along. */
  function moved(net, number, at) {
    const parts = net.edges.map((edge, i) => ({ i, edge })).filter(({ edge, i }) => (edge.of ?? i) === number);
    const own = parts.filter(({ edge }) => at >= (edge.from ?? 0)).sort((a, b) => (b.edge.from ?? 0) - (a.edge.from ?? 0))[0];
    return [own.i, at - (own.edge.from ?? 0)];
  }

  /** Return the network with a path in it; `joined` tells how many of its ends meet a way. */
  function withPath(net, points, error) {
    const ends = [points[0], points[points.length - 1]];
    const wanted = ends.map((end) => met(net, end, error));
    const made = { ...net, edges: [...net.edges], lines: [...net.lines, { error, survey: -1, dated: false, walked: "w".repeat(net.lines.length > 0 ? net.lines[0].walked.length : 0) }] };
    const line = made.lines.length - 1;
    const [u, v] = [made.nodes, made.nodes + 1];
    made.nodes += 2;
    const mm = Math.round(length(points) * 1000);
    made.edges.push({ u, v, mm, cost: mm, line, course: points });
    wanted.forEach((meetings, i) => meetings.forEach((one) => {
      const [number, at] = moved(made, one.edge, Math.min(Math.round(one.along * 1000), net.edges[one.edge].mm));
      const node = cut(made, number, at);
      const gap = Math.round(one.gap * 1000);
      made.edges.push({ u: i === 0 ? u : v, v: node, mm: gap, cost: gap, line, course: [ends[i], one.on] });
    }));
    return { net: made, joined: wanted.filter((meetings) => meetings.length > 0).length, line };
  }

  const api = { withPath, moved, length };
  root.blok = Object.assign(root.blok || {}, { proposal: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
