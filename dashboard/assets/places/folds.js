/* The parts of the page that are closed until somebody opens them; the address says which are open. */
(function (root) {
  "use strict";

  const IDS = ["steder", "stier", "tilbud", "tidslinje", "aendringer", "tegn"];
  /** Beside the map there is room for the lists; on a phone they would hide all else. */
  const BESIDE = ["steder", "stier"];
  const WIDE = "(min-width: 761px)";
  const parts = {};

  /** What is open where the address says nothing. */
  function usual() {
    return root.matchMedia && root.matchMedia(WIDE).matches ? BESIDE : [];
  }

  const KEY = {
    initial: () => ({ folds: usual() }),
    read(text, state) {
      const asked = text === "" ? [] : text.split(",");
      state.folds = IDS.filter((id) => asked.includes(id));
      return state.folds.length === asked.length;
    },
    write(state) {
      const text = state.folds.join(",");
      return text === usual().join(",") ? null : text;
    },
  };

  /** The ids that are open once one more is opened, or closed. */
  function changed(folds, id, open) {
    return IDS.filter((one) => (one === id ? open : folds.includes(one)));
  }

  /** Keep what a visitor, or a search in the page, opened or closed; paper opens all for itself. */
  function toggled(id) {
    const { state } = root.blok;
    const { folds } = state.get();
    const { open } = parts[id].box;
    if (open === folds.includes(id) || root.document.body.hasAttribute("data-printing")) return;
    state.set({ folds: changed(folds, id, open) }, false);
  }

  /** The part of an id, made at the end of a section when it is first asked for. */
  function into(section, id) {
    if (!parts[id]) {
      const { el, byId } = root.blok.dom;
      const [words, count, body] = [el("span"), el("span", { className: "part-count" }), el("div", { className: "part-body" })];
      const box = el("details", { className: "part", "data-fold": id, onToggle: () => toggled(id) },
        el("summary", { "data-key": `fold-${id}` }, el("h2", null, words, count)), body);
      parts[id] = { box, words, count, body };
      byId(section).append(box);
    }
    return parts[id];
  }

  /** Write the heading of a part: what it is, and how much there is of it where that is a number. */
  function head(part, words, count = null) {
    part.words.textContent = words;
    part.count.textContent = count === null ? "" : ` (${count})`;
  }

  /** Open a part at once, so that what is in it can be gone to. */
  function show(id) {
    parts[id].box.open = true;
    toggled(id);
  }

  function focus(id) {
    parts[id].box.querySelector("summary").focus({ preventScroll: true });
  }

  function paint(state) {
    for (const [id, { box }] of Object.entries(parts)) {
      const open = state.folds.includes(id);
      if (box.open !== open) box.open = open;
    }
  }

  const api = { KEY, into, head, show, focus, paint, changed, usual };
  root.blok = Object.assign(root.blok || {}, { folds: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
