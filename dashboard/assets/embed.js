/* One view alone, in the frame of another site: its source, and a link to the page itself. */
(function (root) {
  "use strict";

  /** The address that shows a state's view alone. */
  function address(path, state) {
    return `${path}${root.blok.state.query(state)}&embed=1`;
  }

  function paint(state, doc) {
    if (document.body.dataset.embed !== "1") return;
    const { el, byId, fill } = root.blok.dom;
    const old = document.querySelector(".embed-source");
    if (old) old.remove();
    const title = document.querySelector("header .brand").textContent;
    byId("main").append(el("p", { className: "embed-source" }, fill(doc.texts["embed.source"], { title }), " ",
      el("a", { href: root.location.pathname + root.blok.state.query(state), target: "_blank", rel: "noopener" }, doc.texts["embed.open"])));
  }

  const api = { address, paint };
  root.blok = Object.assign(root.blok || {}, { embed: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
