/* How names are written: parted into lines, and how much room each way takes. */
(function (root) {
  "use strict";

  const LINE = 1.12;
  const PADDING = 2;
  /** What each further line costs, and a line so long that two would be better. */
  const COST = { line: 1.5, long: 4 };
  const LONG_PX = 130;

  let ruler = null;
  const widths = new Map();

  function measured(text, font) {
    ruler = ruler || document.createElement("canvas").getContext("2d");
    ruler.font = font;
    return ruler.measureText(text).width;
  }

  /** How wide a text is in a font; each is measured once. */
  function widthOf(text, font) {
    const key = `${font}|${text}`;
    if (!widths.has(key)) widths.set(key, measured(text, font));
    return widths.get(key);
  }

  const longest = (lines) => Math.max(...lines.map((line) => line.length));

  /** The lines of a name: the way to part it into so many whose longest is the shortest. */
  function wrap(name, count) {
    const words = name.match(/[^\s-]*-(?=\S)|\S+\s*/g) || [name];
    const fold = (from, left) => {
      const rest = words.slice(from).join("").trim();
      if (left === 1) return [rest];
      let best = [rest];
      for (let end = from + 1; end < words.length; end += 1) {
        const lines = [words.slice(from, end).join("").trim(), ...fold(end, left - 1)];
        if (longest(lines) < longest(best)) best = lines;
      }
      return best;
    };
    return fold(0, count);
  }

  const folded = new Map();

  /** The ways to write a name in one, two and three lines, each once. */
  function foldings(name) {
    if (!folded.has(name)) {
      const ways = [1, 2, 3].map((count) => wrap(name, count));
      folded.set(name, ways.filter((lines, i) => ways.findIndex((other) => other.length === lines.length) === i));
    }
    return folded.get(name);
  }

  /** The font of an element, as a canvas takes it, and its size in pixels. */
  function typeOf(element) {
    const style = getComputedStyle(element);
    return { font: `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`, px: parseFloat(style.fontSize) };
  }

  /** The room that one line takes, whichever of some texts it holds. */
  function roomOf(texts, type) {
    const said = texts.filter((text) => text !== "");
    return said.length === 0 ? { width: 0, height: 0 } : { width: Math.max(...said.map((text) => widthOf(text, type.font))), height: type.px * LINE };
  }

  /** The room of some lines over a value's own room: {lines, width, height, cost}, and `px`, the
   * size of the type. */
  function sizeOf(lines, type, value, cost) {
    return {
      lines, cost, px: type.px,
      width: Math.max(value.width, ...lines.map((line) => widthOf(line, type.font))) + 2 * PADDING,
      height: lines.length * type.px * LINE + value.height + 2 * PADDING,
    };
  }

  /** All sizes of a name over a value. */
  function sizesOf(name, type, value) {
    return foldings(name).map((lines, i) => sizeOf(lines, type, value, COST.line * i))
      .map((size) => (size.width > LONG_PX ? { ...size, cost: size.cost + COST.long } : size));
  }

  const api = { LINE, PADDING, wrap, foldings, typeOf, roomOf, sizeOf, sizesOf };
  root.blok = Object.assign(root.blok || {}, { lettering: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
