/* How names are written: parted into lines, and how much room each way takes. */
(function (root) {
  "use strict";

  const LINE = 1.12;
  const PADDING = 2;
  /** What each further line costs, and a line so long that two would be better. */
  const COST = { line: 1.5, long: 4 };
  const LONG_PX = 130;

  let ruler = null;

  /** How wide a text is in a font. */
  function widthOf(text, font) {
    ruler = ruler || document.createElement("canvas").getContext("2d");
    ruler.font = font;
    return ruler.measureText(text).width;
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

  /** The ways to write a name in one, two and three lines, each once. */
  function foldings(name) {
    const ways = [1, 2, 3].map((count) => wrap(name, count));
    return ways.filter((lines, i) => ways.findIndex((other) => other.length === lines.length) === i);
  }

  /** The font of an element, as a canvas takes it, and its size in pixels. */
  function typeOf(element) {
    const style = getComputedStyle(element);
    return { font: `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`, px: parseFloat(style.fontSize) };
  }

  /** The room that one line of text takes. */
  function roomOf(text, type) {
    return text === "" ? { width: 0, height: 0 } : { width: widthOf(text, type.font), height: type.px * LINE };
  }

  /** The room of some lines over a value's own room: {lines, width, height, cost}. */
  function sizeOf(lines, type, value, cost) {
    return {
      lines, cost,
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
