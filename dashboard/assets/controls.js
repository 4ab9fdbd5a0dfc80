/* The choices: indicator by theme, and which layers are on; native elements, no library. */
(function (root) {
  "use strict";

  function indicatorSelect(doc) {
    const { el } = root.blok.dom;
    const groups = doc.themes.map((theme) => el("optgroup", { label: theme.name },
      theme.indicators.map((id) => el("option", { value: id }, doc.indicators[id].name))));
    const change = (event) => root.blok.state.set({ indicator: event.target.value }, true);
    return el("div", { className: "control" },
      el("label", { htmlFor: "indicator" }, doc.texts.indicator),
      el("select", { id: "indicator", onChange: change }, groups));
  }

  function toggle(id, on) {
    const layers = root.blok.state.get().layers.filter((other) => other !== id);
    root.blok.state.set({ layers: on ? [...layers, id] : layers }, true);
  }

  function layerSwitch(doc) {
    const { el } = root.blok.dom;
    const boxes = doc.layers.map((layer) => el("label", { className: "check" },
      el("input", { type: "checkbox", "data-layer-switch": layer.id, onChange: (e) => toggle(layer.id, e.target.checked) }),
      layer.name));
    return el("fieldset", { className: "control layers" }, el("legend", null, doc.texts.layers), boxes);
  }

  function fold() {
    const button = root.blok.dom.byId("controls-toggle");
    button.addEventListener("click", () => {
      const open = button.getAttribute("aria-expanded") !== "true";
      button.setAttribute("aria-expanded", String(open));
    });
  }

  function build(doc) {
    root.blok.dom.byId("controls-body").replaceChildren(indicatorSelect(doc), layerSwitch(doc));
    fold();
  }

  function paint(state, doc) {
    const { byId } = root.blok.dom;
    byId("indicator").value = state.indicator;
    byId("controls-toggle").textContent = doc.indicators[state.indicator].name;
    for (const box of document.querySelectorAll("[data-layer-switch]")) {
      box.checked = state.layers.includes(box.getAttribute("data-layer-switch"));
    }
  }

  root.blok = Object.assign(root.blok || {}, { controls: { build, paint } });
})(window);
