/* Stamps, inside the page, when a step began, changed the map and was painted; and when the
 * map stood for the first time. The adapter of the page says what its map looks like:
 * `look()` returns a text that is another one when the map shows another year, or null while
 * the map is not whole; `follow(check)` calls `check` after whatever may have changed it. */
(function () {
  "use strict";

  if (window !== window.top) return;
  const bench = { adapter: null, trigger: "", drawn: null, step: null };
  window.__bench = bench;
  let known = null;
  let finish = null;

  /** Call back in a task of its own: posted in a frame, it comes after that frame's painting. */
  function afterFrame(callback) {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => callback();
    channel.port2.postMessage(null);
  }

  function check() {
    const now = performance.now();
    const look = bench.adapter.look();
    if (look === null || look === known) return;
    known = look;
    if (bench.step && bench.step.change === null) bench.step.change = now - bench.step.start;
  }

  /** One frame of a step: the next is asked for only after this one, so as not to crowd it. */
  function frame(step) {
    step.frames += 1;
    if (step.frames === 1) step.firstFrame = performance.now() - step.start;
    afterFrame(() => {
      if (step.change === null) {
        requestAnimationFrame(() => frame(step));
        return;
      }
      step.paint = performance.now() - step.start;
      requestAnimationFrame(() => {
        step.second = performance.now() - step.start;
        finish(step);
      });
    });
  }

  function begin(event) {
    if (!event.isTrusted || bench.step === null || bench.step.start !== null) return;
    const step = bench.step;
    step.start = performance.now();
    step.queued = step.start - event.timeStamp;
    requestAnimationFrame(() => frame(step));
  }

  function waitForMap() {
    if (bench.adapter.look() === null) {
      requestAnimationFrame(waitForMap);
      return;
    }
    afterFrame(() => {
      bench.drawn = performance.now();
      known = bench.adapter.look();
      bench.adapter.follow(check);
      new MutationObserver(watch).observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
    });
  }

  /** What is told to screen readers a moment later is no part of the picture. */
  const isSeen = ({ target }) => !(target.parentElement || target).closest("[role=status]");

  /** Note the end of each frame that anything of the page changed in, during a step. */
  function watch(mutations) {
    const { step } = bench;
    if (step === null || step.start === null || !mutations.some(isSeen)) return;
    requestAnimationFrame(() => afterFrame(() => { step.settled = performance.now() - step.start; }));
  }

  /** Expect a step; the promise ends when it is painted. */
  bench.expect = function () {
    bench.step = { start: null, settled: null, queued: null, change: null, firstFrame: null, paint: null, second: null, frames: 0 };
    bench.painted = new Promise((resolve) => { finish = resolve; });
  };

  bench.start = function (trigger, adapter) {
    bench.adapter = adapter;
    window.addEventListener(trigger, begin, true);
    requestAnimationFrame(waitForMap);
  };

  /** Shared by adapters: the fills and names of all areas, once as many are there as should be. */
  bench.lookOfPaths = function (paths, count) {
    if (paths.length !== count) return null;
    const parts = [...paths].map((path) => [path.getAttribute("fill"), path.getAttribute("aria-label")].join(" "));
    return parts.every((part) => !part.startsWith("none")) ? parts.join("|") : null;
  };

  bench.followNode = function (node, callback) {
    new MutationObserver(callback).observe(node, {
      childList: true, subtree: true, attributes: true, attributeFilter: ["fill", "aria-label", "d"],
    });
  };
})();
