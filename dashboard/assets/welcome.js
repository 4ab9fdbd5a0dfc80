/* On a phone, offers the residents' page once a visit: nothing is stored beyond the session. */
(function (root) {
  "use strict";

  const KEY = "welcomed";
  const PHONE = "(max-width: 760px)";

  /** Whether to offer it: on a phone, at an address that asks for nothing but a language, once a session. */
  function wanted(isPhone, search, told) {
    const asked = [...new URLSearchParams(search).keys()].filter((key) => key !== "sprog");
    return isPhone && asked.length === 0 && told === null;
  }

  /** A session store that may be switched off. */
  function recall() {
    try { return root.sessionStorage.getItem(KEY); } catch { return "unknown"; }
  }

  function remember() {
    try { root.sessionStorage.setItem(KEY, "yes"); } catch { /* then it is offered again */ }
  }

  function build(doc) {
    if (!wanted(root.matchMedia(PHONE).matches, root.location.search, recall())) return;
    const { el, byId } = root.blok.dom;
    const close = () => { remember(); line.remove(); byId("main").focus(); };
    const line = el("aside", { className: "welcome", "aria-label": doc.texts["welcome.label"] },
      el("a", { href: "/steder", "data-keeps-state": "true", onClick: remember }, doc.texts["welcome.places"]),
      el("button", { className: "numbers", onClick: close }, doc.texts["welcome.map"]),
      el("button", { className: "quiet", "aria-label": doc.texts.dismiss, onClick: close }, "×"));
    byId("notice").after(line);
  }

  const api = { build, wanted };
  root.blok = Object.assign(root.blok || {}, { welcome: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
