/* Starts the page: fetches the view document, and hands it over to the state. */
(function (root) {
  "use strict";

  /** What each page is made of: parts to build once and to paint at each change. `first` is
   * what shows the year; `then` is what is read beside it, right after that. */
  const PAGES = {
    map: {
      first: { build: ["map", "clock"], paint: ["map", "clock"] },
      then: { build: ["controls", "full", "welcome", "card", "share"], paint: ["share", "card", "mapNames", "clockWords", "legend", "firstView", "panel", "table", "controls", "labels", "links", "taking", "embed"] },
    },
    compare: { first: { build: ["compareKeys", "compare", "twoYears"], paint: ["compare"] }, then: { build: ["full", "share"], paint: ["share", "links", "embed"] } },
    places: {
      first: { build: ["asked", "telling", "ground", "clock"], paint: ["start", "map", "overlay", "clock"] },
      then: {
        build: ["wanted", "near", "cards", "history", "sketch", "mapMode", "full", "share"],
        paint: ["share", "mapNames", "clockWords", "labels", "mapMode", "near", "news", "wanted", "cards", "history", "gains", "sketch", "folds", "links", "streets"],
      },
    },
    data: { first: { build: ["data"], paint: ["data"] }, then: { build: [], paint: ["links"] } },
    about: { first: { build: ["written"], paint: [] }, then: { build: [], paint: ["links"] } },
  };

  function once(job) {
    let done = false;
    return () => { if (!done) { done = true; job(); } };
  }

  function build(parts, doc) {
    for (const part of parts) root.blok[part].build(doc);
  }

  function start(doc) {
    const { state, notice } = root.blok;
    const { first, then } = PAGES[document.body.dataset.page];
    build(first.build, doc);
    for (const part of first.paint) state.subscribe(root.blok[part].paint);
    state.follow(once(() => build(then.build, doc)));
    for (const part of then.paint) state.follow(root.blok[part].paint);
    state.follow(once(ready));
    notice.show(state.start(doc), doc);
    root.blok.edition.show(doc);
  }

  /** The page is whole: it takes the place of what the server drew of it. */
  function ready() {
    const drawn = document.getElementById("drawn");
    const held = drawn !== null && drawn.contains(document.activeElement);
    if (drawn) drawn.remove();
    document.body.setAttribute("data-ready", "true");
    if (held) document.getElementById("main").focus();
  }

  /** Say that the page cannot be shown; what went wrong is for the browser's console. */
  function fail(error) {
    const loading = document.getElementById("loading");
    if (loading) loading.textContent = document.body.dataset.error;
    document.body.setAttribute("data-failed", "true");
    throw error;
  }

  /** The frame, with the document that only this page has under the page's name, and with what
   * the address asks for. */
  async function fetchAll({ document: frame, own, page }) {
    const { files, state } = root.blok;
    const [doc, more] = await Promise.all([files.fetchJson(frame), own ? files.fetchJson(own) : null]);
    files.prepare(page, doc);
    if (more) Object.assign(doc, { [page]: more, texts: { ...doc.texts, ...more.texts } });
    if (page === "compare") root.blok.compareKeys.build();
    const first = state.parse(root.location.search, doc).state;
    await patiently(doc, () => files.fetchInto(doc, [...files.lacking(page, first, doc), ...files.filling(page, first, doc)]));
    files.ready(page, first, doc);
    return doc;
  }

  /** Do a job; where the server is busy, say so, and do it again when somebody asks for that. */
  async function patiently(doc, job) {
    try {
      return await job();
    } catch (error) {
      if (error.status !== root.blok.files.BUSY) throw error;
      await pressed(doc);
      return patiently(doc, job);
    }
  }

  function pressed(doc) {
    const { el, byId } = root.blok.dom;
    return new Promise((done) => {
      const again = el("button", { onClick: () => { byId("loading").replaceChildren(doc.texts["asked.waiting"]); done(); } }, doc.texts["asked.again"]);
      byId("loading").replaceChildren(doc.texts["asked.busy"], " ", again);
    });
  }

  // right behind this script, whose other parts it needs
  const view = Promise.resolve(document.body.dataset).then(fetchAll);

  /** Dash's callback: the page's layout stands, so that its parts can be filled. */
  function stands() {
    view.then((doc) => {
      start(doc);
      const loading = document.getElementById("loading");
      if (loading) loading.remove();
    }).catch(fail);
  }

  root.dash_clientside = Object.assign(root.dash_clientside || {}, { blok_page: { stands } });
})(window);
