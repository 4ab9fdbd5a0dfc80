/* The whole screen for map and clock, or for a chart: by the browser's own way, else by filling the window. */
(function (root) {
  "use strict";

  const FILLED = "filled";
  let parts = null;

  function isOn() {
    return parts.main.classList.contains(FILLED);
  }

  /** Show or end it; maps hear of a new size as of a turned phone, and the focus stays. */
  function show(on) {
    parts.main.classList.toggle(FILLED, on);
    parts.button.setAttribute("aria-pressed", String(on));
    root.dispatchEvent(new root.Event("resize"));
    parts.button.focus({ preventScroll: true });
  }

  /** Ask the browser; where it has no way or refuses, fill the window. */
  function enter() {
    const asked = parts.main.requestFullscreen && parts.main.requestFullscreen();
    if (asked) asked.catch(() => show(true));
    else show(true);
  }

  function leave() {
    if (root.document.fullscreenElement) root.document.exitFullscreen();
    else show(false);
  }

  /** Escape ends the browser's own full screen without telling keys. */
  function onKey(event) {
    if (event.key === "Escape" && isOn() && !root.document.fullscreenElement) show(false);
  }

  function corners() {
    const { svg } = root.blok.dom;
    return svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: "M2 6V2H6M10 2H14V6M14 10V14H10M6 14H2V10" }));
  }

  function build(doc) {
    const { el, byId } = root.blok.dom;
    const main = byId("main");
    const button = el("button", { className: "full", "aria-label": doc.texts.fullScreen, "aria-pressed": "false", title: doc.texts.fullScreen, onClick: () => (isOn() ? leave() : enter()) }, corners());
    parts = { main, button };
    const region = byId("map-region");
    if (region) region.append(button);
    else main.insertBefore(button, main.querySelector(".view"));
    root.document.addEventListener("fullscreenchange", () => show(root.document.fullscreenElement === main));
    root.document.addEventListener("keydown", onKey);
  }

  root.blok = Object.assign(root.blok || {}, { full: { build } });
})(window);
