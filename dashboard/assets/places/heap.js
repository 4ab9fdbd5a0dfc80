/* A heap of nodes by their cost, in two plain lists: a town's search makes no garbage. */
(function (root) {
  "use strict";

  function make() {
    const costs = [];
    const nodes = [];

    function swap(i, j) {
      [costs[i], costs[j]] = [costs[j], costs[i]];
      [nodes[i], nodes[j]] = [nodes[j], nodes[i]];
    }

    /** Put a node in at its cost. */
    function push(cost, node) {
      let i = costs.push(cost) - 1;
      nodes.push(node);
      while (i > 0) {
        const above = (i - 1) >> 1;
        if (costs[above] <= costs[i]) return;
        swap(i, above);
        i = above;
      }
    }

    function sink() {
      for (let i = 0; ;) {
        const left = 2 * i + 1;
        let least = i;
        if (left < costs.length && costs[left] < costs[least]) least = left;
        if (left + 1 < costs.length && costs[left + 1] < costs[least]) least = left + 1;
        if (least === i) return;
        swap(i, least);
        i = least;
      }
    }

    /** Take the cheapest node out; its cost is `cheapest()` before that. */
    function pop() {
      const node = nodes[0];
      swap(0, costs.length - 1);
      costs.pop();
      nodes.pop();
      sink();
      return node;
    }

    return { push, pop, cheapest: () => costs[0], size: () => costs.length };
  }

  const api = { make };
  root.blok = Object.assign(root.blok || {}, { heap: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
