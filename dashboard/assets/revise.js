/* Changes what an element holds into something else, touching only what differs.
 *
 * A step of the clock changes a few words of a panel. Were all of it put in anew, the browser
 * would style, lay out and paint all of it again; so what is alike stays, with its focus, its
 * place on the screen and what is unfolded in it.
 */
(function (root) {
  "use strict";

  const ELEMENT = 1;
  /** A field has a value of its own, which no attribute tells. */
  const FIELDS = new Set(["INPUT", "SELECT", "TEXTAREA"]);
  /** What tells elements of one kind apart. */
  const NAMES = ["data-key", "data-geography", "data-reason", "data-told"];

  /** Whether one node can be changed into another. */
  function isAlike(one, two) {
    if (one.nodeName !== two.nodeName) return false;
    if (one.nodeType !== ELEMENT) return true;
    return !FIELDS.has(one.nodeName) && NAMES.every((name) => one.getAttribute(name) === two.getAttribute(name));
  }

  /** Whether a fold is open is for the reader to say. */
  const isReaders = (element, name) => element.nodeName === "DETAILS" && name === "open";

  function reviseAttributes(element, wanted) {
    for (const { name } of [...element.attributes]) {
      if (!wanted.hasAttribute(name) && !isReaders(element, name)) element.removeAttribute(name);
    }
    for (const { name, value } of wanted.attributes) {
      if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
  }

  /** Take over what is done at events, or say that it cannot be taken over. */
  function reviseJobs(element, wanted) {
    const [own, other] = [root.blok.dom.jobsOf(element), root.blok.dom.jobsOf(wanted)];
    if (Object.keys(own).join() !== Object.keys(other).join()) return false;
    for (const [event, job] of Object.entries(other)) root.blok.dom.listen(element, event, job);
    return true;
  }

  function reviseNode(node, wanted) {
    if (node.nodeType !== ELEMENT) {
      if (node.data !== wanted.data) node.data = wanted.data;
      return;
    }
    if (!root.blok.dom.isLively(wanted) && node.isEqualNode(wanted)) return;
    if (!reviseJobs(node, wanted)) { node.replaceWith(wanted); return; }
    reviseAttributes(node, wanted);
    reviseChildren(node, [...wanted.childNodes]);
  }

  /** How many nodes are alike, pair by pair from the front. */
  function alike(nodes, wanted) {
    const most = Math.min(nodes.length, wanted.length);
    let count = 0;
    while (count < most && isAlike(nodes[count], wanted[count])) count += 1;
    return count;
  }

  /** Something that comes or goes in the middle leaves what stands before and after it. */
  function reviseChildren(element, wanted) {
    const nodes = [...element.childNodes];
    const front = alike(nodes, wanted);
    const back = alike(nodes.slice(front).reverse(), wanted.slice(front).reverse());
    const after = nodes[nodes.length - back] || null;
    for (let i = 0; i < front; i += 1) reviseNode(nodes[i], wanted[i]);
    for (let i = 1; i <= back; i += 1) reviseNode(nodes[nodes.length - i], wanted[wanted.length - i]);
    for (const gone of nodes.slice(front, nodes.length - back)) gone.remove();
    for (const come of wanted.slice(front, wanted.length - back)) element.insertBefore(come, after);
  }

  /** Let an element hold some nodes and texts; the focus stays at what has the same data-key. */
  function revise(element, ...children) {
    const active = document.activeElement;
    const key = element.contains(active) ? active.getAttribute("data-key") : null;
    const wanted = document.createDocumentFragment();
    wanted.append(...children.flat().filter(Boolean));
    reviseChildren(element, [...wanted.childNodes]);
    if (key === null || document.activeElement === active) return;
    const again = [...element.querySelectorAll("[data-key]")].find((one) => one.getAttribute("data-key") === key);
    if (again) again.focus();
  }

  root.blok = Object.assign(root.blok || {}, { revise });
})(window);
