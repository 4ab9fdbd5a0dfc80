/* On paper all that can be unfolded is open, what was drawn for the screen keeps its size, and the address stands last. */
(function (root) {
  "use strict";

  const DRAWN = ".map, .chart";
  let undo = [];

  /** Give an element a style in pixels of the screen, and return how to take it back. */
  function hold(element, style) {
    const kept = element.getAttribute("style");
    for (const [side, pixels] of Object.entries(style)) element.style[side] = `${Math.round(pixels)}px`;
    return () => (kept === null ? element.removeAttribute("style") : element.setAttribute("style", kept));
  }

  function sizeOf(element) {
    const { width, height } = element.getBoundingClientRect();
    return { width, height };
  }

  function open(details) {
    details.open = true;
    return () => { details.open = false; };
  }

  function address(main) {
    const line = root.blok.dom.el("p", { className: "printed-from" }, root.location.href);
    main.append(line);
    return () => line.remove();
  }

  /** Tell the parts of the page that nobody opened them. */
  function announce() {
    root.document.body.setAttribute("data-printing", "true");
    return () => root.document.body.removeAttribute("data-printing");
  }

  /** Make the page ready for paper; `after` takes all of it back. */
  function before() {
    const main = root.document.querySelector("main");
    if (main === null || undo.length > 0) return;
    const drawn = [...root.document.querySelectorAll(DRAWN)].filter((one) => one.offsetWidth > 0);
    const closed = [...main.querySelectorAll("details:not([open]):not(.fold)")];
    const sizes = drawn.map((one) => [one, sizeOf(one)]);
    const wide = { minWidth: sizeOf(main).width };
    undo = [announce(), ...sizes.map(([one, size]) => hold(one, size)), hold(main, wide), ...closed.map(open), address(main)];
  }

  function after() {
    const steps = undo;
    undo = [];
    for (const step of steps) step();
  }

  root.addEventListener("beforeprint", before);
  root.addEventListener("afterprint", after);
})(window);
