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

  function modeSwitch(doc) {
    const { el } = root.blok.dom;
    const change = (event) => root.blok.state.set({ mode: event.target.value }, true);
    const choices = ["value", "gap", "change"].map((mode) => el("label", { className: "check" },
      el("input", { type: "radio", name: "mode", value: mode, "data-mode": mode, onChange: change }), doc.texts[`mode.${mode}`]));
    return el("fieldset", { className: "control layers modes" }, el("legend", null, doc.texts.mode), choices,
      el("p", { id: "mode-reason", className: "mode-reason" }));
  }

  function paintModes(state, doc) {
    const { modes } = doc.indicators[state.indicator];
    const said = [];
    for (const input of document.querySelectorAll("[data-mode]")) {
      const mode = input.getAttribute("data-mode");
      const why = mode === "value" ? null : modes[mode].disabled;
      input.checked = mode === state.mode;
      input.disabled = why !== null;
      if (why === null) input.removeAttribute("aria-describedby");
      else input.setAttribute("aria-describedby", "mode-reason");
      if (why !== null && !said.includes(why)) said.push(why);
    }
    root.blok.dom.byId("mode-reason").textContent = said.join(" ");
  }

  function toggle(id, on) {
    const layers = root.blok.state.get().layers.filter((other) => other !== id);
    root.blok.state.set({ layers: on ? [...layers, id] : layers }, true);
  }

  function layerSwitch(doc) {
    const { el } = root.blok.dom;
    if (doc.layers.length === 0) return null;
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
    root.blok.dom.byId("controls-body").replaceChildren(...[indicatorSelect(doc), root.blok.going.field(doc), modeSwitch(doc), layerSwitch(doc)].filter(Boolean));
    fold();
  }

  function paint(state, doc) {
    const { byId } = root.blok.dom;
    byId("indicator").value = state.indicator;
    paintModes(state, doc);
    byId("controls-toggle").textContent = doc.indicators[state.indicator].name;
    for (const box of document.querySelectorAll("[data-layer-switch]")) {
      box.checked = state.layers.includes(box.getAttribute("data-layer-switch"));
    }
  }

  root.blok = Object.assign(root.blok || {}, { controls: { build, paint } });
})(window);
