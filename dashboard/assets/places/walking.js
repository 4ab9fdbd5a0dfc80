/* Finds the shortest walk on the network, by Dijkstra's search. */
(function (root) {
  "use strict";

  /** What a part of an edge costs: steps may be slower than their length. */
  function partOf(edge, mm) {
    return edge.mm === 0 ? 0 : Math.round((mm * edge.cost) / edge.mm);
  }

  /** The two nodes of an access' edge, each with the cost from there to the shape. */
  function beside(graph, access) {
    const edge = graph.net.edges[access.edge];
    const before = partOf(edge, access.at);
    return [[edge.u, before + access.gap], [edge.v, edge.cost - before + access.gap]];
  }

  const NONE = -1;

  /** The costs in millimetres from the starts to every node, with the node and the edge that each
   * is reached by (`from` and `by`), or the start that it lies beside (`start`). */
  function search(graph, starts) {
    const { net, first, to, along: edges, walked } = graph;
    const cost = new Float64Array(net.nodes).fill(Infinity);
    const [from, by, start] = [0, 1, 2].map(() => new Int32Array(net.nodes).fill(NONE));
    const heap = root.blok.heap.make();
    const reach = (node, price) => {
      if (price >= cost[node]) return false;
      cost[node] = price;
      heap.push(price, node);
      return true;
    };
    starts.forEach((one, number) => {
      for (const [node, price] of beside(graph, one)) if (reach(node, price)) start[node] = number;
    });
    while (heap.size() > 0) {
      const price = heap.cheapest();
      const node = heap.pop();
      if (price > cost[node]) continue;
      for (let i = first[node]; i < first[node + 1]; i += 1) {
        const edge = edges[i];
        if (!walked[edge] || !reach(to[i], price + net.edges[edge].cost)) continue;
        from[to[i]] = node;
        by[to[i]] = edge;
      }
    }
    return { starts, cost, from, by, start };
  }

  /** The cheapest walk that passes no node: start and end lie on one edge. */
  function along(graph, starts, ends) {
    let best = null;
    for (const end of ends) {
      for (const start of starts.filter((one) => one.edge === end.edge)) {
        const edge = graph.net.edges[end.edge];
        const cost = Math.abs(partOf(edge, end.at) - partOf(edge, start.at)) + start.gap + end.gap;
        if (best === null || cost < best.cost) best = { cost, start, end, stretches: [[end.edge, start.at, end.at]] };
      }
    }
    return best;
  }

  function leave(graph, access, node) {
    const edge = graph.net.edges[access.edge];
    const [[, first], [, second]] = beside(graph, access);
    const toFirst = node === edge.u && (node !== edge.v || first <= second);
    return [access.edge, access.at, toFirst ? 0 : edge.mm];
  }

  /** The stretches from the starts to a node, each [edge, from mm, to mm]. */
  function back(graph, found, node) {
    const stretches = [];
    let at = node;
    while (found.from[at] !== NONE) {
      const edge = found.by[at];
      const { u, mm } = graph.net.edges[edge];
      stretches.push(u === found.from[at] ? [edge, 0, mm] : [edge, mm, 0]);
      at = found.from[at];
    }
    const start = found.starts[found.start[at]];
    return { start, stretches: [leave(graph, start, at), ...stretches.reverse()] };
  }

  /** The cheapest walk from the starts of a search to some ends; null where there is none. */
  function shortest(graph, found, ends) {
    const straight = along(graph, found.starts, ends);
    let best = { cost: Infinity };
    for (const end of ends) {
      for (const [node, rest] of beside(graph, end)) {
        if (found.cost[node] + rest < best.cost) best = { cost: found.cost[node] + rest, end, node };
      }
    }
    if (straight !== null && straight.cost <= best.cost) return straight;
    if (best.cost === Infinity) return null;
    const { start, stretches } = back(graph, found, best.node);
    const [edge, from, to] = leave(graph, best.end, best.node);
    return { cost: best.cost, start, end: best.end, stretches: [...stretches, [edge, to, from]] };
  }

  /** The length of a walk on the ground in metres, the straight last metres included. */
  function metres(walk) {
    const walked = walk.stretches.reduce((sum, [, from, to]) => sum + Math.abs(to - from), 0);
    return (walked + walk.start.gap + walk.end.gap) / 1000;
  }

  /** The points of a walk in metres of EPSG:25832, from where it starts to where it ends. */
  function course(graph, walk) {
    const { ways } = root.blok;
    const parts = walk.stretches.flatMap(([edge, from, to]) => ways.piece(graph.net.edges[edge], from, to));
    return [walk.start.outside, ...parts, walk.end.outside].filter(Boolean);
  }

  const api = { search, shortest, metres, course };
  root.blok = Object.assign(root.blok || {}, { walking: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
