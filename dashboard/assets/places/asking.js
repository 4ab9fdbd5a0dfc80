/* Asks the server what a drawn path changes, through a callback of Dash; one question at a time.
 *
 * An answer says which question it is for, and is kept under it: one that comes late never
 * stands for a newer path. Points that a hand drew are put on the nearest way by the server, and
 * then take the place of those that were asked about.
 */
(function (root) {
  "use strict";

  const ASKED = "path-asked";
  /** Longer than the server takes at most (`PATH_LIMIT_S` in `making/makers.py`). */
  const PATIENCE_MS = 70000;
  /** The end of a request is told just before the answer that it brought. */
  const GRACE_MS = 400;
  /** So many answers are kept: a year of the clock has one each. */
  const KEPT = 60;

  const answers = new Map();
  /** For a path that was just drawn: within how many metres each point is put on a way. */
  const loose = new Map();
  let count = 0;
  let flight = null;
  /** A question that has no answer, and why: words, or "" where nothing came. */
  let failed = null;
  let settled = () => null;

  /** The question that a state asks, as in an address. */
  function question(state) {
    const { drawnpath } = root.blok;
    return `sti=${drawnpath.write(state.path)}&aar=${state.year}${state.planned ? "&planer=ja" : ""}&sprog=${state.language}`;
  }

  /** A question as it is sent: each has a number, so that no answer is taken for another's. */
  function worded(state) {
    const near = looseness(state.path);
    count += 1;
    return `${question(state)}${near.some((one) => one > 0) ? `&naer=${near.join("_")}` : ""}&nr=${count}`;
  }

  /** Keep an answer; the oldest goes where there are many. */
  function keep(key, answer) {
    answers.set(key, answer);
    if (answers.size > KEPT) answers.delete(answers.keys().next().value);
  }

  function again() {
    const { state } = root.blok;
    state.set({}, false);
  }

  function land() {
    clearTimeout(flight.timer);
    flight = null;
  }

  function fail(words) {
    const { key, path } = flight;
    land();
    if (path.length > 0) failed = { key, words };
    if (root.blok.state.get().path.length > 0) again();
  }

  /** Ask what a state asks, unless that is known, has failed or something is being asked. */
  function ask(state) {
    const key = question(state);
    if (flight !== null || answers.has(key) || (failed !== null && failed.key === key)) return;
    failed = null;
    flight = { key, text: worded(state), path: state.path, timer: setTimeout(() => fail(""), PATIENCE_MS) };
    if (root.navigator.onLine === false) { fail(""); return; }
    root.dash_clientside.set_props(ASKED, { "data-question": flight.text });
  }

  /** Have the server make itself ready, as it is about to be asked. */
  function prepare(state) {
    ask({ ...state, path: [] });
  }

  /** Ask once more what had no answer. */
  function retry() {
    failed = null;
    again();
  }

  /** Points that were put on ways take the place of those asked about, if these still stand. */
  function settle(answer, path) {
    const { state, drawnpath } = root.blok;
    const now = state.get();
    loose.delete(drawnpath.write(path));
    if (now.path.length === 0) return; // the server was only to be ready
    if (drawnpath.write(now.path) !== drawnpath.write(path)) { again(); return; }
    settled(path, answer);
    state.set({ path: answer.path }, false);
  }

  /** Take an answer to the question that was asked last. */
  function take(answer) {
    const { drawnpath } = root.blok;
    const { key, path } = flight;
    if (answer.error) { fail(answer.error); return; }
    keep(key, answer);
    keep(key.replace(/^sti=[^&]*/, `sti=${drawnpath.write(answer.path)}`), answer);
    land();
    settle(answer, path);
  }

  /** Dash's callback: an answer has come, or the state of the request is another. */
  function told(text, now) {
    if (flight === null) return;
    const answer = text ? JSON.parse(text) : null;
    if (answer !== null && answer.asked === flight.text) { take(answer); return; }
    if (now !== "ended") return;
    const mine = flight;
    setTimeout(() => { if (flight === mine) fail(""); }, GRACE_MS);
  }

  /** What is known of a state's path: the server's answer, { failed: words }, or null while it is
   * awaited. */
  function answer(state) {
    const key = question(state);
    if (answers.has(key)) return answers.get(key);
    return failed !== null && failed.key === key ? { failed: failed.words } : null;
  }

  /** Within how many metres each point of a path is put on a way; those that are there stay. */
  const looseness = (path) => loose.get(root.blok.drawnpath.write(path)) || path.map(() => 0);

  /** Have points put on ways when this path is asked about: whole metres for each, 0 to stay. */
  function loosen(path, metres) {
    loose.set(root.blok.drawnpath.write(path), metres);
  }

  const api = { ask, prepare, retry, told, answer, loosen, looseness, question, onSettled: (job) => { settled = job; } };
  root.blok = Object.assign(root.blok || {}, { asking: api });
  root.dash_clientside = Object.assign(root.dash_clientside || {}, { blok_path: { told } });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
