/* Finds the shortest walk on the network, by Dijkstra's search with a heap. */
(function (root) {
  "use strict";

  /** Put an entry [cost, node] into a heap. */
  function push(heap, entry) {
    let i = heap.push(entry) - 1;
    while (i > 0) {
      const above = (i - 1) >> 1;
      if (heap[above][0] <= heap[i][0]) return;
      [heap[above], heap[i]] = [heap[i], heap[above]];
      i = above;
    }
  }

  /** Take the cheapest entry out of a heap. */
  function pop(heap) {
    const top = heap[0];
    const last = heap.pop();
    if (heap.length === 0) return top;
    heap[0] = last;
    for (let i = 0; ;) {
      const left = 2 * i + 1;
      let least = i;
      if (left < heap.length && heap[left][0] < heap[least][0]) least = left;
      if (left + 1 < heap.length && heap[left + 1][0] < heap[least][0]) least = left + 1;
      if (least === i) return top;
      [heap[least], heap[i]] = [heap[i], heap[least]];
      i = least;
    }
  }

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

  /** The costs in millimetres from the starts to every node, with the edge each is reached by. */
  function search(graph, starts) {
    const cost = new Array(graph.net.nodes).fill(Infinity);
    const before = new Array(graph.net.nodes).fill(null);
    const heap = [];
    for (const start of starts) {
      for (const [node, price] of beside(graph, start)) {
        if (price >= cost[node]) continue;
        cost[node] = price;
        before[node] = { start };
        push(heap, [price, node]);
      }
    }
    while (heap.length > 0) {
      const [price, node] = pop(heap);
      if (price > cost[node]) continue;
      for (const [other, edge] of graph.next[node]) {
        const sum = price + graph.net.edges[edge].cost;
        if (sum >= cost[other]) continue;
        cost[other] = sum;
        before[other] = { node, edge };
        push(heap, [sum, other]);
      }
    }
    return { starts, cost, before };
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
    while (found.before[at].edge !== undefined) {
      const { node: earlier, edge } = found.before[at];
      const { u, mm } = graph.net.edges[edge];
      stretches.unshift(u === earlier ? [edge, 0, mm] : [edge, mm, 0]);
      at = earlier;
    }
    const { start } = found.before[at];
    return { start, stretches: [leave(graph, start, at), ...stretches] };
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

  const api = { search, shortest, metres, course, beside, partOf };
  root.blok = Object.assign(root.blok || {}, { walking: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
