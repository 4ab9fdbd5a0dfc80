/* Arranges the traces of a series for plotly: which are shown, in which panel, on which scale.
 *
 * Pure functions from (chart, state, doc) to plotly's {data, layout}. Values are never changed:
 * only figures without a place on the scale get one, at its upper edge.
 */
(function (root) {
  "use strict";

  const PAD = 0.08;
  const GAP_PX = 19;
  const ROW_PX = 17;
  const LINE_PX = 16;
  const WIDE_PX = 600;
  const TICKS = 5;
  const INK = "var(--ink)";
  const SOFT = "var(--ink-soft)";

  /** The traces of the chosen places, and of the benchmark, without its own target. */
  function chosen(chart, state) {
    return chart.data.filter(({ meta }) => state.areas.includes(meta.geography) || meta.geography === state.against);
  }

  /** How many figures without a place on the scale one year has at most. */
  function crossed(traces) {
    const perYear = {};
    for (const x of traces.filter(({ meta }) => meta.role === "invalid").flatMap((trace) => trace.x)) perYear[x] = (perYear[x] || 0) + 1;
    return Math.max(0, ...Object.values(perYear));
  }

  /** Lowest and highest value on the scale, with room; null where nothing has a place on it. */
  function extent(traces, fromZero) {
    const values = traces.filter(({ meta }) => meta.role !== "invalid").flatMap(({ y }) => y).filter((y) => y !== null);
    if (values.length === 0) return null;
    const low = fromZero ? Math.min(0, ...values) : Math.min(...values);
    const high = Math.max(...values);
    const room = (high - low || Math.abs(high) || 1) * PAD;
    return [fromZero && low === 0 ? 0 : low - room, high + room];
  }

  /** Round values on a scale, about `count` of them: 1, 2 or 5 times a power of ten apart. */
  function ticks([low, high], count) {
    const rough = (high - low) / count;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].find((times) => times * power >= rough) * power;
    const first = Math.ceil(low / step - 1e-9);
    const last = Math.floor(high / step + 1e-9);
    return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
  }

  /** The strip above the scale, where crosses stand: it has no values. */
  function strip(number, scale, range) {
    const suffix = number === 0 ? "" : String(number + 1);
    return range[1] === scale[1] ? [] : [{ type: "rect", layer: "below", x0: 0, x1: 1, xref: `x${suffix} domain`, y0: scale[1], y1: range[1], yref: `y${suffix}`, fillcolor: "var(--faint)", line: { width: 0 } }];
  }

  /** The first and last year of any figure, with half a year on each side. */
  function years(traces) {
    const all = traces.flatMap(({ x }) => x).filter((x) => x !== null);
    return [Math.min(...all) - 0.5, Math.max(...all) + 0.5];
  }

  /** Move wanted places apart so that things of these heights, centred on them, do not meet. */
  function spread(wanted, heights) {
    const order = wanted.map((value, index) => ({ value, index })).sort((one, two) => one.value - two.value);
    const placed = [];
    for (const { value, index } of order) {
      const last = placed[placed.length - 1];
      const free = last ? last.at + (heights[last.index] + heights[index]) / 2 : value;
      placed.push({ index, at: Math.max(free, value) });
    }
    const shift = placed.reduce((sum, { index, at }) => sum + at - wanted[index], 0) / Math.max(placed.length, 1);
    const places = [];
    for (const { index, at } of placed) places[index] = at - shift;
    return places;
  }

  /** The panels: one for all places, or one for each that has figures. */
  function panels(state, traces) {
    const shown = state.areas.filter((area) => traces.some(({ meta }) => meta.geography === area));
    return state.panels ? shown.map((area) => ({ areas: [area] })) : [{ areas: state.areas }];
  }

  /** A cross with whose it is, where there is room: its colour alone would not say. */
  function cross(trace, name) {
    return { ...trace, text: trace.text.map((text) => `${text} ${name}`) };
  }

  /** Put traces on a panel's axes. Crosses stand in rows above the scale, none on another. */
  function onAxes(traces, number, top, step) {
    const suffix = number === 0 ? "" : String(number + 1);
    const rows = {};
    const above = (x) => { rows[x] = (rows[x] || 0) + 1; return top - (rows[x] - 0.5) * step; };
    return traces.map((trace) => ({ ...trace, y: trace.meta.role === "invalid" ? trace.x.map(above) : trace.y, xaxis: `x${suffix}`, yaxis: `y${suffix}`, showlegend: false }));
  }

  function label(text, x, y, colour, number) {
    const suffix = number === 0 ? "" : String(number + 1);
    return { text, x, y, xref: `x${suffix}`, yref: `y${suffix}`, xanchor: "left", xshift: 10, showarrow: false, align: "left", font: { color: colour, size: 13 } };
  }

  /** A name, with the year that its line ends in where others go on. */
  function ending(name, year, lastYear) {
    return year === lastYear ? name : `${name} (${year})`;
  }

  /** A text in lines of at most `most` letters where its spaces and hyphens allow it. */
  function wrapped(text, most) {
    const lines = [""];
    for (const part of text.match(/[^\s-]+-?|-|\s+/g) || []) {
      const last = lines.length - 1;
      if (lines[last] && (lines[last] + part).trimEnd().length > most) lines.push(part.trimStart());
      else lines[last] += part;
    }
    return lines.map((line) => line.trim()).filter(Boolean);
  }

  /** A label at the end of each line; those that would meet are moved apart. */
  function labels(traces, number, range, size, nameOf) {
    const ends = traces.filter(({ meta, x }) => meta.role === "points" && x.length > 0)
      .map((trace) => ({ trace, x: trace.x[trace.x.length - 1], y: trace.y[trace.y.length - 1] }));
    const lastYear = Math.max(...ends.map(({ x }) => x));
    const texts = ends.map(({ trace, x }) => wrapped(ending(nameOf(trace.meta.geography), x, lastYear), size.letters));
    const perPixel = (range[1] - range[0]) / size.inner;
    const at = spread(ends.map(({ y }) => y), texts.map((lines) => (GAP_PX + (lines.length - 1) * LINE_PX) * perPixel));
    return ends.map(({ trace }, index) => label(texts[index].join("<br>"), lastYear, at[index], trace.marker.color, number));
  }

  function axes(number, count, columns, xRange, yRange, tickvals) {
    const rows = Math.ceil(count / columns);
    const [column, row] = [number % columns, Math.floor(number / columns)];
    const gutter = { x: 0.05, y: 0.35 / rows };
    const width = (1 - gutter.x * (columns - 1)) / columns;
    const height = (1 - gutter.y * (rows - 1)) / rows;
    const left = column * (width + gutter.x);
    const top = 1 - row * (height + gutter.y);
    const suffix = number === 0 ? "" : String(number + 1);
    const font = { size: 13, color: SOFT };
    return {
      [`xaxis${suffix}`]: { domain: [left, left + width], anchor: `y${suffix}`, range: xRange, dtick: count > 1 ? 2 : 1, tickformat: "d", showgrid: false, fixedrange: true, tickfont: font, zeroline: false },
      [`yaxis${suffix}`]: { domain: [top - height, top], anchor: `x${suffix}`, range: yRange, fixedrange: true, gridcolor: "var(--line)", zeroline: false, tickfont: font, showticklabels: column === 0, tickformat: ",", tickmode: "array", tickvals, ...(number > 0 ? { matches: "y" } : {}) },
    };
  }

  /** The vertical lines of breaks that touch any of the places shown. */
  function breakLines(series, places, number, xRange) {
    const suffix = number === 0 ? "" : String(number + 1);
    return series.breaks.filter((b) => b.geographies.length === 0 || b.geographies.some((id) => places.includes(id)))
      .filter((b) => b.year - 0.5 > xRange[0] && b.year - 0.5 < xRange[1])
      .map((b) => ({ type: "line", x0: b.year - 0.5, x1: b.year - 0.5, y0: 0, y1: 1, xref: `x${suffix}`, yref: `y${suffix} domain`, line: { color: "var(--chosen)", width: 1.5, dash: "dot" } }));
  }

  function columnsFor(count, widthPx) {
    return Math.min(count, widthPx < 600 ? 1 : 3);
  }

  function panelTitle(place, number, doc, nameOf) {
    const suffix = number === 0 ? "" : String(number + 1);
    return { text: `<b>${nameOf(place)}</b>`, x: 0, y: 1, xref: `x${suffix} domain`, yref: `y${suffix} domain`, xanchor: "left", yanchor: "bottom", yshift: 6, showarrow: false, font: { color: INK, size: 14 } };
  }

  /** Return plotly's figure for what is chosen, or null where no value has a place on a scale. */
  function arrange(chart, state, doc, size, nameOf) {
    const traces = chosen(chart, state);
    const scale = extent(traces, chart.fromZero);
    const parts = panels(state, traces);
    if (scale === null || parts.length === 0) return null;
    const xRange = years(traces);
    const columns = columnsFor(parts.length, size.width);
    const rows = Math.ceil(parts.length / columns);
    const height = parts.length === 1 ? size.height : rows * 210 + 60;
    const inner = parts.length === 1 ? size.height - 80 : 150;
    const lines = Math.max(...parts.map(({ areas }) => crossed(traces.filter(({ meta }) => areas.includes(meta.geography) || meta.geography === state.against))));
    const step = (ROW_PX / (inner - lines * ROW_PX)) * (scale[1] - scale[0]);
    const yRange = [scale[0], scale[1] + lines * step];
    const layout = { annotations: [], shapes: [] };
    const data = [];
    const series = doc.indicators[state.indicator];
    parts.forEach(({ areas }, number) => {
      const own = traces.filter(({ meta }) => areas.includes(meta.geography) || meta.geography === state.against);
      const named = own.map((trace) => (trace.meta.role === "invalid" && areas.length > 1 && size.width >= WIDE_PX ? cross(trace, nameOf(trace.meta.geography)) : trace));
      data.push(...onAxes(named, number, yRange[1], step));
      Object.assign(layout, axes(number, parts.length, columns, xRange, yRange, ticks(scale, TICKS)));
      layout.shapes.push(...strip(number, scale, yRange), ...breakLines(series, [...areas, state.against], number, xRange));
      if (parts.length > 1) layout.annotations.push(panelTitle(areas[0], number, doc, nameOf));
      else layout.annotations.push(...labels(own, number, yRange, { inner, letters: size.letters }, nameOf));
    });
    Object.assign(layout, {
      height, margin: { l: 52, r: parts.length > 1 ? 12 : size.labels, t: 34, b: 34 }, paper_bgcolor: "var(--paper)", plot_bgcolor: "var(--paper)",
      font: { family: '"Source Sans 3", system-ui, sans-serif', color: INK }, separators: doc.language === "da" ? ",." : ".,",
      hovermode: "closest", showlegend: false,
    });
    return { data, layout };
  }

  const api = { chosen, crossed, extent, ticks, years, spread, wrapped, arrange };
  root.blok = Object.assign(root.blok || {}, { panels: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
