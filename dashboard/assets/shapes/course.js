/* Where one place's figures over time stand in a drawing: points, lines, breaks, targets.
 *
 * Every point is a printed value in its own year. A solid line joins years in a row, a dotted
 * one spans years without a figure, and a break cuts the line. Invalid values stand on the
 * axis: they have no place on the scale.
 */
(function (root) {
  "use strict";

  const WIDTH = 320;
  const HEIGHT = 150;
  const EDGE = { left: 34, right: 10, top: 12, bottom: 22 };

  /** The figures of a geography in the order of years: {year, cell}. */
  function figures(series, geography) {
    return series.years.filter((year) => series.cells[year][geography])
      .map((year) => ({ year, cell: series.cells[year][geography] }));
  }

  function usable(figure) {
    return figure.cell.severity !== "invalid";
  }

  /** The levels that a place's own targets name. */
  function levels(series, geography) {
    return series.targets.filter((t) => t.level !== null && !t.together && t.geographies.includes(geography)).map((t) => t.level);
  }

  /** Lowest and highest value of the scale; counts and their circles begin at zero. */
  function extent(values, fromZero) {
    const low = fromZero ? Math.min(0, ...values) : Math.min(...values);
    const high = Math.max(...values);
    return low === high ? [low - 1, high + 1] : [low, high];
  }

  /** The breaks that concern a place: those that name it, and those that name none. */
  function breaksOf(series, geography) {
    return series.breaks.filter((b) => b.geographies.length === 0 || b.geographies.includes(geography));
  }

  /** The lines between usable figures of a place: {from, to, dotted}; none across a break. */
  function segments(series, list, geography) {
    const breaks = breaksOf(series, geography);
    const good = list.filter(usable);
    return good.slice(1).map((to, index) => ({ from: good[index], to, dotted: to.year - good[index].year > 1 }))
      .filter(({ from, to }) => !breaks.some((b) => from.year < b.year && b.year <= to.year));
  }

  /** Where everything stands, in the pixels of the drawing. */
  function layout(doc, indicator, geography) {
    const series = doc.indicators[indicator];
    const own = figures(series, geography);
    const against = doc.geographies?.[geography]?.municipality || doc.municipality;
    const benchmark = against && against !== geography && !series.circles ? figures(series, against) : [];
    const marks = levels(series, geography);
    const values = [...own, ...benchmark].filter(usable).map((f) => f.cell.value).concat(marks);
    if (values.length === 0) return null;
    const [low, high] = extent(values, series.circles);
    const first = doc.years[0];
    const last = Math.max(doc.asOf, ...series.years);
    const span = Math.max(1, last - first); // a clock of one year is a single point
    const x = (year) => EDGE.left + ((year - first) / span) * (WIDTH - EDGE.left - EDGE.right);
    const y = (value) => HEIGHT - EDGE.bottom - ((value - low) / (high - low)) * (HEIGHT - EDGE.top - EDGE.bottom);
    const at = (figure) => ({ ...figure, x: x(figure.year), y: usable(figure) ? y(figure.cell.value) : HEIGHT - EDGE.bottom });
    const join = (list, place) => segments(series, list, place).map(({ from, to, dotted }) => ({ from: at(from), to: at(to), dotted }));
    return {
      own: own.map(at), benchmark: benchmark.map(at), lines: join(own, geography), benchmarkLines: join(benchmark, against), against,
      targets: marks.map((value) => ({ value, y: y(value) })), breaks: breaksOf(series, geography).filter((b) => b.year <= last).map((b) => ({ ...b, x: x(b.year - 0.5) })),
      low, high, first, last, x, y,
    };
  }

  const api = { WIDTH, HEIGHT, EDGE, figures, usable, extent, segments, layout, levels };
  root.blok = Object.assign(root.blok || {}, { course: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
