/* Owns what is viewed: year, indicator, mode, areas, layers, language.
 *
 * `set` is the only way to change it: it checks, paints, and then writes the address. The
 * address is the same state, so a link shows the same. All of a change is painted in one
 * frame; only when the page opens comes the map first, and then what is read beside it.
 */
(function (root) {
  "use strict";

  const REST_MS = 250;
  const IDLE_MS = 1500;
  const MAX_VALUE_LENGTH = 400;

  /** The keys of the address that only the page at hand has: `initial(doc)` gives what they
   * begin with, `read` takes a text like the readers below, `write(state)` gives the text, or null where the key is left out. */
  let own = {};

  /** Give the page at hand keys of its own; links to other pages leave them out. */
  function extend(keys) {
    own = keys;
  }

  /** Return the first view of a document. */
  function initial(doc) {
    return {
      year: doc.start.year,
      indicator: doc.start.indicator,
      mode: "value",
      areas: [doc.start.area],
      layers: doc.layers.map((layer) => layer.id),
      language: doc.language,
      ...Object.assign({}, ...Object.values(own).map((key) => key.initial(doc))),
    };
  }

  function nearestYear(text, years) {
    const wanted = Number(text);
    if (!Number.isFinite(wanted) || text.trim() === "") return null;
    const first = years[0];
    const last = years[years.length - 1];
    return Math.round(Math.min(Math.max(wanted, first), last));
  }

  /** Whether a series can be shown in a mode. */
  function offers(doc, indicator, mode) {
    if (mode === "value") return true;
    const modes = doc.indicators[indicator].modes;
    return Object.hasOwn(modes, mode) && modes[mode].disabled === null;
  }

  function list(text) {
    return text === "" ? [] : text.split(",");
  }

  /** Each key of the address: how it is read, and whether what it said can be shown as it is. */
  const READERS = {
    aar(text, state, doc) {
      const year = nearestYear(text, doc.years);
      if (year !== null) state.year = year;
      return year !== null && String(year) === text;
    },
    indikator(text, state, doc) {
      const known = Object.hasOwn(doc.indicators, text);
      if (known) state.indicator = text;
      return known;
    },
    vis(text, state, doc) {
      const known = offers(doc, state.indicator, text);
      state.mode = known ? text : "value";
      return known;
    },
    omraader(text, state, doc) {
      const asked = list(text);
      const known = [...new Set(asked)].filter((id) => Object.hasOwn(doc.features, id));
      const kept = known.slice(0, doc.areas.length);
      if (kept.length > 0 || text === "") state.areas = kept;
      return kept.length === asked.length;
    },
    lag(text, state, doc) {
      const asked = list(text);
      const all = doc.layers.map((layer) => layer.id);
      state.layers = all.filter((id) => asked.includes(id));
      return state.layers.length === asked.length;
    },
    sprog(text, state, doc) {
      return text === doc.language;
    },
  };

  /** Read an address' query; return the nearest valid state and the keys that were wrong. */
  function parse(search, doc) {
    const state = initial(doc);
    const wrong = [];
    const readers = { ...READERS, ...Object.fromEntries(Object.entries(own).map(([key, one]) => [key, one.read])) };
    const asked = [...new URLSearchParams(search)].filter(([key]) => Object.hasOwn(readers, key));
    const order = Object.keys(readers);
    asked.sort(([one], [two]) => order.indexOf(one) - order.indexOf(two));
    for (const [key, text] of asked) {
      const fits = text.length <= MAX_VALUE_LENGTH && readers[key](text, state, doc);
      if (!fits && !wrong.includes(key)) wrong.push(key);
    }
    return { state, wrong };
  }

  /** Write a state as an address' query, for the page at hand or for another one. */
  function query(state, elsewhere) {
    const more = elsewhere ? {} : own;
    const pairs = {
      aar: state.year,
      indikator: state.indicator,
      vis: state.mode,
      omraader: state.areas.join(","),
      lag: state.layers.join(","),
      sprog: state.language,
      ...Object.fromEntries(Object.entries(more).map(([key, one]) => [key, one.write(state)])),
      ...root.blok.edition.key(),
    };
    return "?" + Object.entries(pairs).filter(([, value]) => value !== null).map(([key, value]) => `${key}=${value}`).join("&");
  }

  const first = [];
  const second = [];
  let doc = null;
  let current = null;
  let resting = null;
  /** The state that waits for a file, and whether it is a step for Back; null where none does. */
  let coming = null;

  function tell(subscribers) {
    for (const subscriber of subscribers) subscriber(current, doc);
  }

  function paint() {
    tell(first);
    tell(second);
  }

  /** Do a job right behind the next frame. */
  function behindFrame(job) {
    root.requestAnimationFrame(() => setTimeout(job, 0));
  }

  /** Do a job when the browser has nothing better to do, such as building the map. */
  function whenIdle(job) {
    if (root.requestIdleCallback) root.requestIdleCallback(job, { timeout: IDLE_MS });
    else behindFrame(job);
  }

  function write(push) {
    const address = root.location.pathname + query(current);
    root.history[push ? "pushState" : "replaceState"](null, "", address);
  }

  /** Change the view: `push` makes a step for Back, otherwise the address follows at rest.
   * What has to be fetched first keeps the present view until it is there; of several changes
   * that wait, all count. The promise ends when the change is seen, or cannot be. */
  function set(patch, push) {
    const next = { ...(coming ? coming.state : current), ...patch };
    if (!offers(doc, next.indicator, next.mode)) next.mode = "value";
    const pushes = Boolean(push || (coming && coming.push));
    return reach(next, pushes, () => settle(next, pushes));
  }

  /** Go to a state as soon as the page has what it needs; a later change takes its place. */
  async function reach(next, push, arrive) {
    const lacking = root.blok.files.lacking(page(), next, doc);
    const mine = { state: next, push };
    coming = mine;
    try {
      if (lacking.length > 0) await root.blok.files.fetchInto(doc, lacking);
    } catch (error) {
      if (coming === mine) stay(error, () => reach(next, push, arrive));
      return;
    }
    if (coming !== mine) return;
    coming = null;
    root.blok.files.ready(page(), next, doc);
    arrive();
  }

  /** What cannot be fetched is said, and everything shows what it showed. */
  function stay(error, again) {
    coming = null;
    paint();
    if (error.status === root.blok.files.BUSY) return root.blok.notice.busy(doc, again);
    root.blok.notice.tell(root.document.body.dataset.error, doc);
    return root.console.error(error);
  }

  function page() {
    return root.document ? root.document.body.dataset.page : "";
  }

  /** Fetch what can be filled in, and paint what is beside the map again when it is there. */
  function fill() {
    const mine = current;
    const wanted = root.blok.files.filling(page(), mine, doc);
    if (wanted.length === 0) return;
    root.blok.files.fetchInto(doc, wanted).then(() => { if (current === mine) tell(second); }, (error) => root.console.error(error));
  }

  function settle(next, push) {
    clearTimeout(resting);
    resting = null;
    if (push && root.location.search !== query(current)) write(false);
    current = next;
    paint();
    if (push) write(true);
    else resting = setTimeout(() => { resting = null; write(false); }, REST_MS);
    fill();
  }

  function restore() {
    clearTimeout(resting);
    resting = null;
    const next = parse(root.location.search, doc).state;
    reach(next, false, () => { current = next; paint(); fill(); });
  }

  /** Begin with a document and the address; return the keys of the address that were wrong. */
  function start(theDocument) {
    doc = theDocument;
    const read = parse(root.location.search, doc);
    current = read.state;
    root.addEventListener("popstate", restore);
    tell(first);
    whenIdle(() => { if (current === read.state) tell(second); });
    fill();
    return read.wrong;
  }

  const api = {
    initial, parse, query, offers, set, start, extend,
    get: () => current,
    subscribe: (subscriber) => first.push(subscriber),
    follow: (subscriber) => second.push(subscriber),
  };
  root.blok = Object.assign(root.blok || {}, { state: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
