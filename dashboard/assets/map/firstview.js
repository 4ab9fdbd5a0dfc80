/* What the map shows at first: all areas and what is expected, and none of it under the legend. */
(function (root) {
  "use strict";

  const EDGE_PX = 20;
  /** Beside the legend unless the map is so much larger above it. */
  const CLEARLY_LARGER = 0.5;
  /** Where less is left of a map, the legend lies on it. */
  const LEAST_PX = 60;

  let map = null;
  let isOwn = true;
  let fitting = false;

  /** The room that a legend takes from a map, as it is left free beside it or above it; none
   * where it leaves too little to show anything. */
  function rooms(legend, frame) {
    const [wide, high] = [frame.right - frame.left, frame.bottom - frame.top];
    const free = { left: EDGE_PX, bottom: EDGE_PX };
    const beside = { left: legend.right - frame.left + EDGE_PX, bottom: EDGE_PX };
    const above = { left: EDGE_PX, bottom: frame.bottom - legend.top + EDGE_PX };
    const lies = legend.left < frame.right && legend.right > frame.left && legend.top < frame.bottom && legend.bottom > frame.top;
    const enough = lies ? [beside, above].filter(({ left, bottom }) => wide - left >= LEAST_PX && high - bottom >= LEAST_PX) : [];
    return enough.length > 0 ? enough : [free];
  }

  /** The best of some rooms by the zoom that each allows: the first, unless another is clearly better. */
  function best(choices, zoomOf) {
    return choices.reduce((found, one) => (zoomOf(one) > zoomOf(found) + CLEARLY_LARGER ? one : found));
  }

  function fit(doc) {
    const bounds = root.L.latLngBounds(doc.firstView);
    const frame = map.getContainer().getBoundingClientRect();
    const choices = rooms(root.blok.dom.byId("legend").getBoundingClientRect(), frame);
    const zoomOf = ({ left, bottom }) => map.getBoundsZoom(bounds, false, root.L.point(left + EDGE_PX, bottom + EDGE_PX));
    const { left, bottom } = best(choices, zoomOf);
    fitting = true;
    map.fitBounds(bounds, { animate: false, paddingTopLeft: [left, EDGE_PX], paddingBottomRight: [EDGE_PX, bottom] });
    fitting = false;
  }

  /** Meet the map: until somebody moves it, it shows all in any size. A line above it that comes
   * or goes changes the map's size and not the window's. */
  function meet(found, doc) {
    map = found;
    map.invalidateSize(false);
    new root.ResizeObserver(() => map.invalidateSize(false)).observe(map.getContainer());
    map.on("movestart", () => { isOwn = isOwn && fitting; });
    map.on("resize", () => { if (isOwn) fit(doc); });
    fit(doc);
  }

  /** Fit the map once, as soon as it and the legend stand. */
  function paint(state, doc) {
    if (map !== null) return;
    const [area] = Object.values(root.blok.map.kept.areas);
    if (area && area._map) meet(area._map, doc);
    else root.requestAnimationFrame(() => paint(state, doc));
  }

  const api = { rooms, best, paint };
  root.blok = Object.assign(root.blok || {}, { firstView: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
