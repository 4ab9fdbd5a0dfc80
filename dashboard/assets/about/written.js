/* Tables that come as text and are built here: React would build the same cell by cell, for seconds. */
(function (root) {
  "use strict";

  /** Return a node for a part as Dash writes it: a text, or an element with its properties. */
  function grown(part) {
    if (part === null || typeof part !== "object") return part === null ? "" : String(part);
    const { children, ...attributes } = part.props;
    const parts = Array.isArray(children) ? children : [children === undefined ? null : children];
    return root.blok.dom.el(part.type.toLowerCase(), attributes, ...parts.map(grown));
  }

  /** Fill every place that holds a table as text. */
  function build() {
    for (const place of root.document.querySelectorAll("[data-written]")) {
      place.append(grown(JSON.parse(place.dataset.written)));
    }
  }

  const written = { build, grown };
  root.blok = Object.assign(root.blok || {}, { written });
  if (typeof module !== "undefined") module.exports = written;
})(typeof window === "undefined" ? globalThis : window);
