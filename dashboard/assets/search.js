/* Finds places by what is typed: pure functions, tolerant of how Danish is spelled.
 *
 * Names are compared by keys in which case, marks and hyphens do not count and ø is oe or o,
 * å is aa or a, æ is ae. One wrong, missing, doubled or swapped letter is forgiven.
 */
(function (root) {
  "use strict";

  /** Shorter texts with a letter wrong could be anything. */
  const FORGIVEN_FROM = 4;
  const LETTERS = [[/\u00e6/g, "ae"], [/\u00f8|oe/g, "o"], [/\u00e5|aa/g, "a"]];

  /** The key of a text: what is compared. */
  function keyOf(text) {
    const plain = LETTERS.reduce((now, [from, to]) => now.replace(from, to), text.normalize("NFC").toLowerCase());
    return plain.normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  /** Whether two texts differ by one letter at most: changed, left out, put in, or two swapped. */
  function isNear(one, two) {
    if (one === two) return true;
    if (Math.abs(one.length - two.length) > 1) return false;
    let at = 0;
    while (at < one.length && one[at] === two[at]) at += 1;
    const rest = (text, from) => text.slice(from);
    if (one.length !== two.length) return one.length > two.length ? rest(one, at + 1) === rest(two, at) : rest(one, at) === rest(two, at + 1);
    const swapped = one[at] === two[at + 1] && one[at + 1] === two[at] && rest(one, at + 2) === rest(two, at + 2);
    return swapped || rest(one, at + 1) === rest(two, at + 1);
  }

  /** The texts that begin with each word of a key. */
  function tails(key) {
    const words = key.split(" ");
    return words.map((_, i) => words.slice(i).join(" "));
  }

  const isForgiven = (key, sought) => sought.length >= FORGIVEN_FROM
    && tails(key).some((tail) => [-1, 0, 1].some((more) => isNear(tail.slice(0, sought.length + more), sought)));

  /** Whether every word sought begins a word of a key. */
  const hasAll = (key, sought) => sought.split(" ").every((word) => ` ${key}`.includes(` ${word}`));

  /** How well a key fits, the best 0; null where it does not. `place` is the key of where it lies. */
  function rank(key, place, sought) {
    const fits = [key === sought, key.startsWith(sought), hasAll(key, sought), key.includes(sought), hasAll(`${key} ${place}`, sought), isForgiven(key, sought)];
    const first = fits.indexOf(true);
    return first < 0 ? null : first;
  }

  /** What is searched: `areas` as {id, name, place, aliases}, each with the keys of its names. */
  function index(areas) {
    return areas.map((one) => ({ ...one, placeKey: keyOf(one.place), names: [...new Set([one.name, ...one.aliases])].map((text) => ({ text, key: keyOf(text) })) }));
  }

  /** How an entry fits best: {rank, alias}, where alias is another name that it was found by. */
  function best(entry, sought) {
    const found = entry.names.map(({ text, key }, i) => ({ rank: rank(key, entry.placeKey, sought), alias: i === 0 ? "" : text })).filter((one) => one.rank !== null);
    return found.sort((one, two) => one.rank - two.rank)[0] || null;
  }

  /** Return what was found, the best first and then in Danish order: {id, name, place, alias} each. */
  function find(entries, text) {
    const sought = keyOf(text);
    if (sought === "") return [];
    const { compare } = new Intl.Collator("da", { numeric: true });
    return entries.map((entry) => ({ entry, found: best(entry, sought) })).filter(({ found }) => found !== null)
      .sort((one, two) => one.found.rank - two.found.rank || compare(one.entry.name, two.entry.name) || compare(one.entry.place, two.entry.place))
      .map(({ entry: { id, name, place }, found }) => ({ id, name, place, alias: found.alias }));
  }

  /** The areas of a document as `index` takes them. */
  function areasOf(doc, ids = doc.areas) {
    const placeOf = (id) => doc.geographies[doc.geographies[id].municipality]?.name || "";
    return ids.map((id) => ({ id, name: doc.geographies[id].name, place: placeOf(id), aliases: doc.aliases[id] || [] }));
  }

  const api = { keyOf, isNear, index, find, areasOf };
  root.blok = Object.assign(root.blok || {}, { search: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
