/* Keeps the page and language links true: they carry the state along. */
(function (root) {
  "use strict";

  /** A state as another page can show it: it knows shapes, and no sums. */
  function carried(state, doc) {
    return { ...state, areas: state.areas.filter((id) => Object.hasOwn(doc.features, id)) };
  }

  function paint(state, doc) {
    for (const link of document.querySelectorAll("[data-keeps-state]")) {
      const stays = link.hasAttribute("data-language");
      const language = stays ? link.getAttribute("data-language") : state.language;
      const path = link.getAttribute("href").split("?")[0];
      link.setAttribute("href", path + root.blok.state.query({ ...(stays ? state : carried(state, doc)), language }, !stays));
    }
  }

  root.blok = Object.assign(root.blok || {}, { links: { paint } });
})(window);
