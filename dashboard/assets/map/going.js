/* Goes to an area that was found by its name or in a list: chooses it and brings it into view. */
(function (root) {
  "use strict";

  /** What lies round an area is seen with it: so many times its size on each side. */
  const AROUND = 1.5;
  const NEAREST_ZOOM = 16;

  function show(id) {
    const layer = root.blok.map.kept.areas[id];
    if (!layer || !layer._map || layer.isAbsent) return;
    layer._map.fitBounds(layer.getBounds().pad(AROUND), { maxZoom: NEAREST_ZOOM, animate: false });
  }

  /** Choose an area and go there; a promise of nothing. */
  async function choose(id) {
    await root.blok.state.set({ areas: [id] }, true);
    if (root.blok.state.get().areas[0] === id) show(id);
  }

  /** The field that finds an area; then the panel that tells of it is where reading goes on. */
  function field(doc) {
    const { finder, search, dom } = root.blok;
    if (!finder.isWanted(doc)) return null;
    const found = async (id) => {
      dom.byId("controls-toggle").setAttribute("aria-expanded", "false"); // on a phone they lie over the map
      await choose(id);
      dom.byId("panel").focus();
    };
    dom.byId("panel").setAttribute("tabindex", "-1");
    return finder.build({ id: "find-area", label: doc.texts["finder.area"], doc, entries: search.index(search.areasOf(doc)), choose: found });
  }

  root.blok = Object.assign(root.blok || {}, { going: { choose, field } });
})(window);
