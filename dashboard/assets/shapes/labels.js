/* Keeps the labels of the map from lying on each other: the later one steps aside. */
(function (root) {
  "use strict";

  const REST_MS = 120;
  let waiting = null;

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

  const api = { visible, paint };
  root.blok = Object.assign(root.blok || {}, { labels: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
