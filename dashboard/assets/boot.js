/* Starts the page: fetches layout and view document, then hands over to the state. */
(function (root) {
  "use strict";

  function fetchJson(address) {
    return fetch(address, { credentials: "same-origin" }).then((answer) => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer.json();
    });
  }

  /** Call back once the element is in the document. */
  function whenPresent(id, callback) {
    if (document.getElementById(id)) { callback(); return; }
    const observer = new MutationObserver(() => {
      if (!document.getElementById(id)) return;
      observer.disconnect();
      callback();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  }

  /** What each page is made of: parts to build once, and parts to paint at each change. */
  const PAGES = {
    map: { build: ["map", "controls", "clock", "welcome"], paint: ["map", "labels", "clock", "controls", "legend", "panel", "table", "links"] },
    places: { build: ["asked", "telling", "ground", "clock", "wanted", "near", "history", "sketch"], paint: ["map", "labels", "clock", "near", "overlay", "news", "wanted", "cards", "history", "gains", "sketch", "links"] },
    data: { build: ["data"], paint: ["links", "data"] },
    about: { build: [], paint: ["links"] },
  };

  function start(doc) {
    const { state, notice } = root.blok;
    const page = PAGES[document.body.dataset.page];
    for (const part of page.build) root.blok[part].build(doc);
    for (const part of page.paint) state.subscribe(root.blok[part].paint);
    notice.show(state.start(doc), doc);
    document.body.setAttribute("data-ready", "true");
  }

  function fail() {
    const loading = document.getElementById("loading");
    if (loading) loading.textContent = document.body.dataset.error;
    return null;
  }

  /** The page's one Dash callback: return the layout, start when it stands. */
  function load() {
    const { document: view, layout, own, page } = document.body.dataset;
    return Promise.all([fetchJson(layout), fetchJson(view), own ? fetchJson(own) : null]).then(([components, doc, more]) => {
      if (more) Object.assign(doc, { [page]: more, texts: { ...doc.texts, ...more.texts } });
      whenPresent("main", () => {
        const loading = document.getElementById("loading");
        if (loading) loading.remove();
        start(doc);
      });
      return components;
    }).catch(fail);
  }

  root.dash_clientside = Object.assign(root.dash_clientside || {}, { blok_page: { load } });
})(window);
