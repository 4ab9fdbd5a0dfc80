/* Links from one view of the page to another: real addresses that a click follows at once. */
(function (root) {
  "use strict";

  /** The address of the view that a change of the state leads to. */
  function address(patch, state) {
    return `/sammenlign${root.blok.state.query({ ...state, ...patch })}`;
  }

  function isPlain(event) {
    return !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button);
  }

  /** Change the view; whoever reads on does so at its heading. */
  function go(patch) {
    root.blok.state.set(patch, true);
    const head = root.blok.dom.byId("compare-view").querySelector("h2");
    if (!head) return;
    head.setAttribute("tabindex", "-1");
    head.focus();
  }

  /** A link that keeps the rest of the state. */
  function link(patch, state, attributes, ...children) {
    const follow = (event) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      go(patch);
    };
    return root.blok.dom.el("a", { href: address(patch, state), onClick: follow, ...attributes }, children.flat());
  }

  /** To the passport of a series, and to its chart with one place. */
  function toPassport(indicator, state, attributes, ...children) {
    return link({ tab: "pas", indicator }, state, attributes, ...children);
  }

  function toChart(indicator, place, state, attributes, ...children) {
    return link({ tab: "tid", indicator, areas: [place] }, state, attributes, ...children);
  }

  const api = { address, link, toPassport, toChart };
  root.blok = Object.assign(root.blok || {}, { toView: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
