/* The labels of areas: text in the map's drawing, of which the later one steps aside. */
(function (root) {
  "use strict";

  const REST_MS = 120;
  let waiting = null;

  /** The label of a circle, as {element, words, mark}: its two texts are written anew. It repeats
   * what its area is called aloud, so it is for the eye only. */
  function build() {
    const { svg } = root.blok.dom;
    const [words, mark] = [document.createTextNode(""), document.createTextNode("")];
    const raised = svg("tspan", { class: "mark", dy: "-0.35em" }, mark);
    return { element: svg("text", { class: "area-label", "aria-hidden": "true" }, words, raised), words, mark };
  }

  function place(circle) {
    const { x, y } = circle._map.latLngToLayerPoint(circle.getLatLng());
    circle.label.element.setAttribute("x", x);
    circle.label.element.setAttribute("y", y);
  }

  /** Give a circle a label that comes and goes with it. The text stands in the map's own
   * drawing, after all shapes: an element above the map would be drawn by itself in each step. */
  function attach(circle) {
    circle.label = build();
    const move = () => place(circle);
    circle.on("add", () => {
      circle.getElement().ownerSVGElement.append(circle.label.element);
      circle._map.on("viewreset zoomend", move);
      move();
    });
    return circle.on("remove", () => {
      circle._map.off("viewreset zoomend", move);
      circle.label.element.remove();
    });
  }

  function overlap(one, two) {
    return one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom;
  }

  /** Which of the boxes can be shown: each that touches none shown before it. */
  function visible(boxes) {
    const shown = [];
    return boxes.map((box) => {
      const free = !shown.some((other) => overlap(box, other));
      if (free) shown.push(box);
      return free;
    });
  }

  /** Labels of other maps may lie under one, where maps share a place. */
  function declutter() {
    for (const map of document.querySelectorAll(".leaflet-container")) declutterMap(map);
  }

  function declutterMap(map) {
    const labels = [...map.querySelectorAll(".area-label")];
    const fits = visible(labels.map((label) => label.getBoundingClientRect()));
    labels.forEach((label, index) => { label.style.visibility = fits[index] ? "" : "hidden"; });
  }

  /** Look again once nothing has moved for a moment: it measures, so never during a step. */
  function paint() {
    clearTimeout(waiting);
    waiting = setTimeout(declutter, REST_MS);
  }

  const api = { attach, visible, paint };
  root.blok = Object.assign(root.blok || {}, { labels: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
