/* Keeps the page and language links true: they carry the state along. */
(function (root) {
  "use strict";

  function paint(state) {
    for (const link of document.querySelectorAll("[data-keeps-state]")) {
      const stays = link.hasAttribute("data-language");
      const language = stays ? link.getAttribute("data-language") : state.language;
      const path = link.getAttribute("href").split("?")[0];
      link.setAttribute("href", path + root.blok.state.query({ ...state, language }, !stays));
    }
  }

  root.blok = Object.assign(root.blok || {}, { links: { paint } });
})(window);
