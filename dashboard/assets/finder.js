/* A field in which a place is found by its name: a combobox with a list (ARIA 1.2). */
(function (root) {
  "use strict";

  /** A package with so many areas or fewer shows them all anyway. */
  const FEW = 12;
  /** So many are listed; who seeks more types more. */
  const MOST = 12;

  const el = (...args) => root.blok.dom.el(...args);

  const isWanted = (doc) => doc.areas.length > FEW;

  /** Return a field: `id` names it, `label` says what for, `entries` is an index as `search`
   * makes it, and `choose(id)` is what is done with the place that is found. */
  function build({ id, label, doc, entries, choose }) {
    const own = { hits: [], at: -1, id, doc, entries, choose };
    own.list = el("ul", { id: `${id}-list`, role: "listbox", "aria-label": label, className: "finder-list", hidden: true });
    own.said = el("p", { role: "status", className: "visually-hidden" });
    own.input = el("input", {
      id, type: "text", role: "combobox", "data-key": id, autocomplete: "off", spellcheck: "false", maxlength: 60,
      "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list`,
      onInput: () => seek(own), onKeydown: (event) => onKey(event, own), onBlur: () => close(own), onFocus: () => { if (own.input.value) seek(own); },
    });
    return el("div", { className: "control finder" }, el("label", { htmlFor: id }, label), own.input, own.list, own.said);
  }

  function option(one, i, own) {
    const alias = one.alias ? root.blok.dom.fill(own.doc.texts["finder.alias"], { alias: one.alias }) : "";
    const beside = [one.place, alias].filter(Boolean).join(", ");
    return el("li", { id: `${own.id}-${i}`, role: "option", "aria-selected": "false", "data-found": one.id,
      // the field keeps the focus while something is pressed in its list
      onMousedown: (event) => event.preventDefault(), onClick: () => take(one.id, own) },
    one.name, beside ? el("span", { className: "finder-place" }, `, ${beside}`) : null);
  }

  function seek(own) {
    const { fill } = root.blok.dom;
    const all = root.blok.search.find(own.entries, own.input.value);
    own.hits = all.slice(0, MOST);
    own.at = -1;
    const { texts } = own.doc;
    const asked = own.input.value.trim() !== "";
    const words = all.length === 0 ? texts["finder.none"] : fill(texts["finder.count"], { count: all.length });
    const rest = all.length > MOST ? fill(texts["finder.more"], { count: all.length - MOST }) : null;
    const note = all.length === 0 ? words : rest;
    own.list.replaceChildren(...own.hits.map((one, i) => option(one, i, own)), ...(note ? [el("li", { role: "presentation", className: "finder-note" }, note)] : []));
    own.said.textContent = asked ? words : "";
    open(own, asked);
  }

  function open(own, isOpen) {
    own.list.hidden = !isOpen;
    own.input.setAttribute("aria-expanded", String(isOpen));
    mark(own, -1);
  }

  function close(own) {
    open(own, false);
  }

  function mark(own, at) {
    own.at = at;
    [...own.list.querySelectorAll("[role=option]")].forEach((one, i) => one.setAttribute("aria-selected", String(i === at)));
    if (at < 0) own.input.removeAttribute("aria-activedescendant");
    else own.input.setAttribute("aria-activedescendant", `${own.id}-${at}`);
    if (at >= 0) own.list.children[at].scrollIntoView({ block: "nearest" });
  }

  function take(id, own) {
    own.input.value = "";
    own.said.textContent = "";
    close(own);
    own.choose(id);
  }

  function move(own, by) {
    if (own.list.hidden) seek(own);
    if (own.hits.length > 0) mark(own, own.at < 0 && by < 0 ? own.hits.length - 1 : (own.at + by + own.hits.length) % own.hits.length);
  }

  /** Enter takes the marked place, and the first where none is. */
  function enter(own) {
    const one = own.hits[Math.max(own.at, 0)];
    if (!own.list.hidden && one) take(one.id, own);
  }

  function escape(own) {
    if (own.list.hidden) own.input.value = "";
    close(own);
  }

  const KEYS = { ArrowDown: (own) => move(own, 1), ArrowUp: (own) => move(own, -1), Enter: enter, Escape: escape };

  function onKey(event, own) {
    if (!Object.hasOwn(KEYS, event.key)) return;
    event.preventDefault();
    KEYS[event.key](own);
  }

  root.blok = Object.assign(root.blok || {}, { finder: { isWanted, build } });
})(window);
