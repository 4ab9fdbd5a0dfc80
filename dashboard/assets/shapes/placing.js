/* Where names stand on a map: inside their area, else beside it, never on each other.
 *
 * A pure function of boxes and outlines in pixels: the same map always gets the same places.
 * Areas come first, and what one of them needs another makes room for; names of places and
 * parks take what is left, and stay away where nothing is.
 */
(function (root) {
  "use strict";

  const GAPS = [4, 10, 18, 28, 42, 60, 84, 112];
  const GRID = 7;
  /** A label so far from its outline, or as near to another, has a line that leads to it. */
  const LEADS_FROM = 8;
  const COST = { beside: 10, onCircle: 6, onOwn: 200 };
  /** What costs so much or more is no good place, and what costs so much could be better. */
  const [POOR, FAR] = [150, 30];
  /** So many orders are tried at most: a town of hundreds of areas must not wait. */
  const TRIES = 12;
  /** What it costs that something has no place at all. */
  const NONE = 1000;
  /** Right, left, below and above come first; then what lies between them. */
  const SIDES = [[1, 0, 0], [-1, 0, 0], [0, 1, 1], [0, -1, 1], [1, -0.5, 2], [1, 0.5, 2], [-1, -0.5, 2], [-1, 0.5, 2],
    [0.5, 1, 3], [-0.5, 1, 3], [0.5, -1, 3], [-0.5, -1, 3], [1, 1, 4], [-1, 1, 4], [1, -1, 4], [-1, -1, 4]];

  /** A name of a place stands next to it, never across a corner: nobody could tell whose it is. */
  const NEXT = 4;

  const boxes = () => root.blok.boxes;

  function candidate(at, size, index, cost, kind) {
    return { at, index, cost: cost + size.cost, kind, box: boxes().around(at, size.width, size.height) };
  }

  /** Middles over the box of an outline, its own point first. */
  function grid(own, at) {
    const { left, top, right, bottom } = own;
    const share = (i) => (i + 1) / (GRID + 1);
    const points = Array.from({ length: GRID * GRID }, (_, i) => [left + share(i % GRID) * (right - left), top + share(Math.floor(i / GRID)) * (bottom - top)]);
    return [at, ...points];
  }

  const far = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by);

  function insideOf(area, size, index) {
    return grid(area.box, area.at).map((at) => candidate(at, size, index, far(at, area.at) * 0.05, "inside"))
      .filter(({ box }) => boxes().fits(box, area.rings))
      .map((one) => ({ ...one, cost: one.cost + (area.circle && boxes().overlap(one.box, area.circle) ? COST.onCircle : 0) }));
  }

  function besideOf(area, size, index, first) {
    const whole = area.circle ? boxes().bounds([boxes().corners(area.box), boxes().corners(area.circle)]) : area.box;
    const [x, y] = boxes().middle(whole);
    const [wide, high] = [(whole.right - whole.left + size.width) / 2, (whole.bottom - whole.top + size.height) / 2];
    return GAPS.flatMap((gap) => SIDES.map(([dx, dy, less]) =>
      candidate([x + dx * (wide + gap), y + dy * (high + gap)], size, index, first + gap + less, "beside")));
  }

  /** All that could be done for an area, the best first. */
  function choices(area) {
    return area.sizes.flatMap((size, index) => [
      ...insideOf(area, size, index),
      ...besideOf(area, size, index, COST.beside),
      candidate(area.at, size, index, COST.onOwn, "own"),
    ]).sort((one, two) => one.cost - two.cost);
  }

  /** The line from a label to its area, or null where nobody can mistake it. */
  function leader(one, area, all) {
    if (one.kind !== "beside") return null;
    const { from, to, length } = boxes().between(one.box, area.rings);
    const near = boxes().grown(one.box, length + 1);
    const mistaken = all.some((other) => other.id !== area.id && boxes().overlap(near, other.box) && boxes().between(one.box, other.rings).length <= length + 2);
    return length > LEADS_FROM || mistaken ? [from, to] : null;
  }

  function clear(one, taken) {
    return taken.boxes.every((box) => !boxes().overlap(one.box, box)) && taken.lines.every((line) => !boxes().crosses(line, one.box));
  }

  function onOthers(one, area, all) {
    return all.some((other) => (other.id !== area.id || one.kind === "beside")
      && ((boxes().overlap(one.box, other.box) && boxes().covers(one.box, other.rings)) || (other.circle && boxes().overlap(one.box, other.circle))));
  }

  /** Whether a line leads past all labels, other lines and other areas. */
  function leads(line, area, all, taken) {
    return taken.labels.every((box) => !boxes().crosses(line, box)) && taken.lines.every((other) => !boxes().meet(line, other))
      && all.every((other) => other.id === area.id || !boxes().runsOver(line, other.box, other.rings));
  }

  /** Whether a label can stand there with its line; the line is kept with it. */
  function stands(one, area, all, taken, { frame, isLed }) {
    if (!boxes().within(one.box, frame) || !clear(one, taken) || onOthers(one, area, all)) return false;
    one.line = leader(one, area, all);
    return one.line === null || (isLed && leads(one.line, area, all, taken));
  }

  function take(one, taken) {
    taken.boxes.push(one.box);
    taken.labels.push(one.box);
    if (one.line) taken.lines.push(one.line);
  }

  /** Place areas in an order; what has no room is null. */
  function inOrder(order, all, blocked, room) {
    const taken = { boxes: [...blocked], labels: [], lines: [] };
    const found = order.map((area) => {
      const one = area.choices.find((choice) => stands(choice, area, all, taken, room)) || null;
      if (one) take(one, taken);
      return [area, one && { ...one }];
    });
    return { found, taken, cost: found.reduce((sum, [, one]) => sum + (one === null ? NONE : one.cost), 0) };
  }

  /** Who goes first in the next try: those without a good place, else the one farthest off. */
  function next({ found }, order, gone) {
    const cost = ([, one]) => (one === null ? NONE : one.cost);
    const worst = found.filter((pair) => cost(pair) >= FAR && !gone.has(pair[0].id)).sort((one, two) => cost(two) - cost(one));
    const poor = found.filter((pair) => cost(pair) >= POOR);
    const first = (poor.length > 0 ? poor : worst.slice(0, 1)).map(([area]) => area);
    return first.length > 0 ? [...first, ...order.filter((area) => !first.includes(area))] : null;
  }

  /** Place all areas, in several orders: the one in which labels stand nearest is kept. */
  function placeAreas(areas, lakes, blocked, room) {
    const own = areas.map((area) => ({ ...area, box: boxes().bounds(area.rings) }));
    const all = [...own, ...lakes.map((lake) => ({ ...lake, box: boxes().bounds(lake.rings) }))];
    for (const area of own) area.choices = choices(area);
    let best = null;
    const gone = new Set();
    for (let order = own, tries = 0; order !== null && tries <= Math.min(own.length, TRIES); tries += 1) {
      const now = inOrder(order, all, blocked, room);
      if (best === null || now.cost < best.cost) best = now;
      order = next(now, order, gone);
      if (order !== null) gone.add(order[0].id);
    }
    return { ...best, all };
  }

  function besideName(name, own, size, index) {
    const wide = (own.right - own.left + size.width) / 2;
    const high = (own.bottom - own.top + size.height) / 2;
    const [x, y] = boxes().middle(own);
    return SIDES.slice(0, NEXT).map(([dx, dy, less]) => candidate([x + dx * wide, y + dy * high], size, index, less, "beside"));
  }

  /** What could be done for a name: in its outline, or next to it or to its dot. */
  function nameChoices(name) {
    const own = name.rings ? boxes().bounds(name.rings) : boxes().around(name.at, 2 * name.radius, 2 * name.radius);
    return name.sizes.flatMap((size, index) => [
      ...(name.rings ? insideOf({ ...name, box: own }, size, index) : []),
      ...(name.isBeside ? besideName(name, own, size, index) : []),
    ]).sort((one, two) => one.cost - two.cost);
  }

  /** Place names where they touch nothing at all. */
  function placeNames(names, all, taken, frame) {
    return names.map((name) => {
      const one = nameChoices(name).find((choice) => boxes().within(choice.box, frame) && clear(choice, taken) && !onOthers(choice, name, all)) || null;
      if (one) taken.boxes.push(one.box);
      return [name, one && { ...one, line: null }];
    });
  }

  /** Return for each id {at, index, line}: the middle of its label, which of its sizes, and the
   * line that leads to its area or null; or null where there is no room.
   *
   * `areas` have {id, rings, at, circle, sizes}, `lakes` {id, rings}, `names` {id, at, radius,
   * rings, sizes, isBeside}, each size {width, height, cost}. Nothing stands on a box of
   * `blocked`, on a lake or outside `frame`. Without `isLed` nothing has a line that leads to it.
   */
  function place({ areas, lakes, names, blocked, frame, isLed = true }) {
    const { found, taken, all } = placeAreas(areas, lakes, blocked, { frame, isLed });
    const placed = [...found, ...placeNames(names, all, taken, frame)];
    return Object.fromEntries(placed.map(([{ id }, one]) => [id, one && { at: one.at, index: one.index, line: one.line }]));
  }

  /** How far dots that lie on each other are moved apart: [dx, dy] each, never more than `most`. */
  function apart(points, least, most) {
    const moved = points.map((point) => [...point]);
    for (let round = 0; round < 16; round += 1) {
      for (let i = 0; i < moved.length; i += 1) for (let j = i + 1; j < moved.length; j += 1) push(moved, i, j, least);
    }
    return moved.map(([x, y], i) => {
      const [dx, dy] = [x - points[i][0], y - points[i][1]];
      const share = Math.min(1, most / (Math.hypot(dx, dy) || 1));
      return [dx * share, dy * share];
    });
  }

  function push(moved, i, j, least) {
    const [[ax, ay], [bx, by]] = [moved[i], moved[j]];
    const long = Math.hypot(bx - ax, by - ay);
    if (long >= least) return;
    const [ux, uy] = long === 0 ? [Math.cos(j), Math.sin(j)] : [(bx - ax) / long, (by - ay) / long];
    const half = (least - long) / 2;
    moved[i] = [ax - ux * half, ay - uy * half];
    moved[j] = [bx + ux * half, by + uy * half];
  }

  const api = { place, apart };
  root.blok = Object.assign(root.blok || {}, { placing: api });
  if (typeof module === "object") module.exports = api;
})(typeof window === "object" ? window : globalThis);
