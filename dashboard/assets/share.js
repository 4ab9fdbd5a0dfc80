/* Hands on the address of what is shown: by the phone's own sheet, or copied. */
(function (root) {
  "use strict";

  /** The address of a state, whole: what is written in the bar may be a moment behind. */
  function address(place, state) {
    return `${place.origin}${place.pathname}${root.blok.state.query(state)}`;
  }

  /** Whether to open the system's sheet: where there is one and fingers do the pointing. */
  function hasSheet(browser, isTouch) {
    return isTouch && typeof browser.share === "function";
  }

  /** Copy as was done before browsers had a clipboard to write to: by way of a field. */
  function copyByField(text) {
    const field = root.blok.dom.el("textarea", { className: "visually-hidden", value: text, readonly: true });
    const before = document.activeElement;
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    if (before) before.focus();
    return isCopied;
  }

  function copy(browser, text) {
    if (!browser.clipboard) return Promise.resolve(copyByField(text));
    return browser.clipboard.writeText(text).then(() => true, () => copyByField(text));
  }

  /** Say what has happened; where nothing could be copied, show the address to copy by hand. */
  function say(isCopied, text, doc) {
    const { byId, el } = root.blok.dom;
    const field = () => el("input", { value: text, readonly: true, "aria-label": doc.texts["share.address"], onFocus: (event) => event.target.select() });
    byId("share-said").replaceChildren(...(isCopied ? [doc.texts["share.copied"]] : [`${doc.texts["share.byHand"]} `, field()]));
  }

  /** The sheet that the visitor closes again is no fault. */
  function share(doc) {
    const text = address(root.location, root.blok.state.get());
    if (hasSheet(root.navigator, root.matchMedia("(pointer: coarse)").matches)) {
      return root.navigator.share({ title: document.title, url: text }).catch((error) => (error.name === "AbortError" ? null : copy(root.navigator, text).then((done) => say(done, text, doc))));
    }
    return copy(root.navigator, text).then((done) => say(done, text, doc));
  }

  function build(doc) {
    root.blok.dom.byId("share").addEventListener("click", () => share(doc));
  }

  /** Once something else is shown, what was copied is the address of something else. */
  function paint() {
    root.blok.dom.byId("share-said").replaceChildren();
  }

  const api = { address, hasSheet, copy, build, paint };
  root.blok = Object.assign(root.blok || {}, { share: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
