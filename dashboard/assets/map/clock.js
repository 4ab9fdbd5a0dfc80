/* The one clock: a range input, ticks that say where figures are, breaks, pins and play. */
(function (root) {
  "use strict";

  /** Milliseconds a step, by the speed that the button says. */
  const SPEEDS = [["1×", 1200], ["2×", 600], ["½×", 2400]];
  const SPOKEN_AFTER_MS = 600;
  /** So many years have all their numbers under the line of a common screen. */
  const MANY_YEARS = 13;
  let playing = null;
  let speaking = null;
  let speed = 0;
  let parts = null;

  const series = (state, doc) => doc.indicators[state.indicator];

  /** What the clock tells of: the chosen series, unless the page puts something else there.
   * Each is asked with (state, doc); `key` changes with what the ticks say. */
  let subject = {
    key: (state) => state.indicator,
    years: (state, doc) => series(state, doc).years,
    breaks: (state, doc) => series(state, doc).breaks,
    period: (state, doc) => series(state, doc).periods[state.year] || root.blok.dom.fill(doc.texts.noFigures, state),
    nearest: (state, doc) => series(state, doc).nearest[state.year],
    sentence,
  };

  /** Let the clock tell of something else than the chosen series. */
  function tell(other) {
    subject = other;
  }

  /** The years that play visits: those that have something to tell, and those with a pin. */
  function visited(doc, state) {
    const pinned = doc.pins.map((pin) => pin.year);
    const wanted = new Set([...subject.years(state, doc), ...pinned]);
    return doc.years.filter((year) => wanted.has(year));
  }

  /** The next year of a play, from the start again after the last; the same where none is visited. */
  function following(years, year) {
    return years.find((other) => other > year) ?? years[0] ?? year;
  }

  /** Where a year stands on the line, from 0 to 1. */
  function position(doc, year) {
    return (year - doc.years[0]) / Math.max(doc.years.length - 1, 1);
  }

  function stop() {
    clearInterval(playing);
    playing = null;
  }

  function step() {
    const { state } = root.blok;
    const years = visited(parts.doc, state.get());
    const year = following(years, state.get().year);
    if (years.length === 0 || year === years[years.length - 1]) stop();
    state.set({ year }, false);
  }

  function togglePlay() {
    const { state } = root.blok;
    if (playing === null) playing = setInterval(step, SPEEDS[speed][1]);
    else stop();
    paint(state.get(), parts.doc);
  }

  function nextSpeed() {
    speed = (speed + 1) % SPEEDS.length;
    paintSpeed();
    if (playing === null) return;
    stop();
    togglePlay();
  }

  function paintSpeed() {
    const [name] = SPEEDS[speed];
    parts.speed.textContent = name;
    parts.speed.setAttribute("aria-label", root.blok.dom.fill(parts.doc.texts.speed, { speed: name }));
  }

  function place(element, doc, year) {
    element.style.setProperty("--at", String(position(doc, year)));
    return element;
  }

  function go(year) {
    stop();
    root.blok.state.set({ year }, false);
  }

  function pin(doc, one) {
    const { el, fill } = root.blok.dom;
    const words = fill(doc.texts.pin, one);
    const button = el("button", { className: "pin", "aria-label": words, title: words, onClick: () => go(one.year) }, "▾");
    return place(button, doc, one.year);
  }

  function build(doc) {
    const { el, byId } = root.blok.dom;
    const still = root.matchMedia("(prefers-reduced-motion: reduce)").matches;
    parts = { doc };
    parts.play = el("button", { className: "play", onClick: togglePlay, disabled: still, title: still ? doc.texts.playOff : "" });
    parts.speed = el("button", { className: "speed", onClick: nextSpeed, disabled: still });
    paintSpeed();
    parts.pinWords = el("span", { className: "pin-words" });
    parts.range = el("input", {
      type: "range", id: "year", min: doc.years[0], max: doc.years[doc.years.length - 1], step: 1,
      "aria-label": doc.texts.year, onInput: (event) => go(Number(event.target.value)),
    });
    parts.ticks = el("div", { className: "ticks", "aria-hidden": "true" });
    parts.after = el("div", { className: "after-report", "aria-hidden": "true" }, el("span", null, doc.texts.afterReport));
    const pins = el("div", { className: "pins" }, doc.pins.map((one) => pin(doc, one)));
    parts.year = el("strong", { className: "year" });
    parts.period = el("span", { className: "period" });
    parts.offer = el("span", { className: "offer" });
    parts.spoken = el("p", { className: "visually-hidden", role: "status" });
    if (doc.asOf < doc.years[doc.years.length - 1]) place(parts.after, doc, doc.asOf + 0.5);
    else parts.after.hidden = true;
    byId("clock").replaceChildren(
      el("div", { className: "player" }, parts.play, parts.speed),
      el("div", { className: "line" }, pins, parts.after, parts.range, parts.ticks),
      el("div", { className: "now" }, parts.year, " ", parts.period, parts.offer, parts.pinWords),
      parts.spoken,
    );
  }

  function tick(doc, year, filled, broken) {
    const { el } = root.blok.dom;
    const classes = `tick${filled ? " filled" : ""}${broken ? " broken" : ""}`;
    const mark = el("span", { className: "mark" }, filled ? "●" : "○");
    return place(el("span", { className: classes, title: broken || "" }, mark, el("span", { className: "label" }, String(year))), doc, year);
  }

  function paintTicks(state, doc) {
    const key = subject.key(state);
    if (parts.ticksOf === key) return;
    parts.ticksOf = key;
    const { fill } = root.blok.dom;
    const years = subject.years(state, doc);
    const breaks = subject.breaks(state, doc);
    const broken = (year) => breaks.filter((b) => b.year === year).map((b) => fill(doc.texts.break, b)).join(" ");
    parts.ticks.classList.toggle("many", doc.years.length > MANY_YEARS);
    parts.ticks.replaceChildren(...doc.years.map((year) => tick(doc, year, years.includes(year), broken(year))));
  }

  function speak(text) {
    clearTimeout(speaking);
    speaking = setTimeout(() => { parts.spoken.textContent = text; }, SPOKEN_AFTER_MS);
  }

  function sentence(state, doc) {
    const shown = series(state, doc);
    const own = state.mode === "value" ? null : shown.modes[state.mode].sentences[state.year];
    return own || withOwnGroup(shown.sentences[state.year], state, doc);
  }

  /** A sentence names few groups: where it leaves out the chosen area's municipality, that follows. */
  function withOwnGroup(said, state, doc) {
    const id = doc.geographies?.[state.areas[0]]?.municipality;
    const cell = id ? (series(state, doc).cells[state.year] || {})[id] : null;
    const own = cell && cell.severity !== "invalid" ? `${doc.geographies[id].name}: ${cell.text}` : null;
    return own === null || said.includes(`${own}.`) ? said : `${said} ${own}.`;
  }

  function offer(state, doc) {
    const { el, fill } = root.blok.dom;
    const nearest = subject.nearest(state, doc);
    const button = subject.years(state, doc).includes(state.year) || nearest === null ? null
      : el("button", { "data-key": "go-to", onClick: () => go(nearest) }, fill(doc.texts.goTo, { year: nearest }));
    root.blok.revise(parts.offer, button);
  }

  /** Write a text only where it differs: even the same text, written anew, is laid out anew. */
  function write(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  /** The year itself: it changes in the same frame as the map. */
  function paint(state, doc) {
    const period = subject.period(state, doc);
    parts.range.value = state.year;
    parts.range.setAttribute("aria-valuetext", `${state.year}, ${period}`);
    write(parts.year, String(state.year));
    write(parts.period, period === String(state.year) ? "" : period);
    write(parts.play, playing === null ? "▶" : "❚❚");
    root.blok.kept.tell(parts.play, "aria-label", playing === null ? doc.texts.play : doc.texts.pause);
  }

  /** What is said beside the clock: the sentence, the pins, the ticks, an offer of a year. */
  function paintWords(state, doc) {
    const { fill } = root.blok.dom;
    const said = subject.sentence(state, doc);
    write(parts.pinWords, doc.pins.filter((one) => one.year === state.year).map((one) => fill(doc.texts.pin, one)).join(" "));
    write(root.blok.dom.byId("sentence"), said);
    paintTicks(state, doc);
    offer(state, doc);
    speak(`${state.year}. ${said}`);
  }

  const api = { build, paint, tell, go, visited, following, position };
  root.blok = Object.assign(root.blok || {}, { clock: api, clockWords: { paint: paintWords } });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
