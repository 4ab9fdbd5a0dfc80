/* Builds elements from text nodes only: whatever a data package holds stays inert. */
(function (root) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const DIRECT = new Set(["className", "value", "type", "checked", "disabled", "htmlFor", "title"]);

  /** What each element does at an event, by the event's name. */
  const jobs = new WeakMap();
  /** The elements that do something, or hold one that does. */
  const lively = new WeakSet();

  /** Let an element do a job at an event, in place of what it did. */
  function listen(element, event, job) {
    if (!jobs.has(element)) jobs.set(element, {});
    const own = jobs.get(element);
    if (!Object.hasOwn(own, event)) element.addEventListener(event, (happened) => own[event](happened));
    own[event] = job;
  }

  function apply(element, name, value) {
    if (value === null || value === undefined || value === false) return;
    if (name.startsWith("on")) listen(element, name.slice(2).toLowerCase(), value);
    else if (name === "style") Object.assign(element.style, value);
    else if (DIRECT.has(name)) element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }

  /** Return an element; strings among the children become text. */
  function el(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) apply(element, name, value);
    const inside = children.flat().filter((child) => child !== null && child !== undefined && child !== "");
    element.append(...inside);
    if (jobs.has(element) || inside.some((child) => lively.has(child))) lively.add(element);
    return element;
  }

  /** Return an element of a drawing. */
  function svg(tag, attributes, ...children) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  function byId(id) {
    return document.getElementById(id);
  }

  /** Put the values into a text's {places}. */
  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (place, key) => (key in values ? String(values[key]) : place));
  }

  /** Replace the children, and give the focus back to the element with the same data-key. */
  function swap(element, ...children) {
    const folds = () => [...element.querySelectorAll("details[data-key]")];
    const opened = new Map(folds().map((fold) => [fold.getAttribute("data-key"), fold.open]));
    const active = document.activeElement;
    const key = element.contains(active) ? active.getAttribute("data-key") : null;
    element.replaceChildren(...children.flat().filter(Boolean));
    for (const fold of folds()) fold.open = opened.get(fold.getAttribute("data-key")) ?? fold.open;
    if (key === null) return;
    const again = [...element.querySelectorAll("[data-key]")].find((e) => e.getAttribute("data-key") === key);
    if (again) again.focus();
  }

  const jobsOf = (element) => jobs.get(element) || {};
  const isLively = (element) => lively.has(element);

  const api = { el, svg, byId, fill, swap, listen, jobsOf, isLively };
  root.blok = Object.assign(root.blok || {}, { dom: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
