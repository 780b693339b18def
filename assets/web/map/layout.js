// Which symbols are shown at one zoom, and where their labels go, so that nothing covers anything else.
// A label keeps its side when the map is panned, unless the edge of the window would cut it.
import { CUT, Choice, HEADLINE_BARE, nameOf, together } from "./choice.js";

const CELL = 64;
const CROWD_CELL = 256;
// How many pins a cell of the screen may hold: fewer when there are very many places.
const CROWD = 9;
const DENSE_CROWD = 3;
const MANY = 500;
const DOT = 6;

export class Taken {
  constructor() {
    this.cells = new Map();
  }

  static each(box, visit) {
    const right = Math.floor(box[2] / CELL);
    const bottom = Math.floor(box[3] / CELL);
    for (let row = Math.floor(box[1] / CELL); row <= bottom; row++) {
      for (let column = Math.floor(box[0] / CELL); column <= right; column++) {
        if (visit(row * 65536 + column)) return true;
      }
    }
    return false;
  }

  /** Whether something lies here already, but what `owner` itself has reserved. */
  hits(box, owner = null) {
    return Taken.each(box, (cell) => {
      for (const other of this.cells.get(cell) ?? []) {
        if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1] && (!owner || other[4] !== owner)) return true;
      }
      return false;
    });
  }

  add(box) {
    Taken.each(box, (cell) => {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push(box);
      else this.cells.set(cell, [box]);
      return false;
    });
  }
}

export const moved = (box, x, y) => [box[0] + x, box[1] + y, box[2] + x, box[3] + y];

class Crowd {
  constructor(most) {
    this.most = most;
    this.counts = new Map();
  }

  full(x, y) {
    return (this.counts.get(this.cell(x, y)) ?? 0) >= this.most;
  }

  add(x, y) {
    const cell = this.cell(x, y);
    this.counts.set(cell, (this.counts.get(cell) ?? 0) + 1);
  }

  cell(x, y) {
    return Math.floor(y / CROWD_CELL) * 65536 + Math.floor(x / CROWD_CELL);
  }
}

/** Pixels that labels had better not lie on. */
class Lines {
  constructor(pixels) {
    this.taken = new Taken();
    for (const [x, y] of pixels) this.taken.add([x, y, x + 1, y + 1]);
    this.none = pixels.length === 0;
  }

  under(box) {
    if (this.none) return 0;
    let count = 0;
    Taken.each(box, (cell) => {
      for (const [x, y] of this.taken.cells.get(cell) ?? []) if (x > box[0] && x < box[2] && y > box[1] && y < box[3]) count++;
      return false;
    });
    return count;
  }
}

function freeAt(symbol, option, x, y, taken) {
  const placed = option.boxes.map((box) => moved(box, x, y));
  return placed.some((box) => taken.hits(box, symbol)) ? null : placed;
}

/** Try the pin alone first: when that has no room, no label needs to be measured. */
function settle(symbol, x, y, taken, choice) {
  if (symbol.core && !symbol.must && taken.hits(moved(symbol.core, x, y), symbol)) return null;
  let best = null;
  for (const [at, option] of symbol.options().entries()) {
    const placed = freeAt(symbol, option, x, y, taken);
    if (!placed) continue;
    const cost = choice.cost(symbol, option, at, placed);
    if (!best || cost < best.cost) best = { option, placed, cost };
  }
  if (best) return symbol.still && best.cost >= CUT ? null : best;
  if (!symbol.must) return null;
  const option = symbol.options().at(-1);
  return { option, placed: option.boxes.map((box) => moved(box, x, y)) };
}

/** The places that everybody comes for find room together, before anything else takes it. */
function settleHeadlines(symbols, world, taken, choice) {
  const choices = symbols.map((symbol) => {
    const [x, y] = [symbol.x * world, symbol.y * world];
    const free = symbol.options().map((option, at) => ({ symbol, option, at, placed: freeAt(symbol, option, x, y, taken) }));
    const able = free.filter((each) => each.placed).map((each) => ({ ...each, cost: choice.cost(symbol, each.option, each.at, each.placed) }));
    return [...able.sort((one, other) => one.cost - other.cost), { symbol, placed: [], cost: 10 * HEADLINE_BARE }];
  });
  return together(choices).filter((each) => each.option);
}

/**
 * `symbols` sorted by rank, each { key, x, y: world position in 0..1, core, options(), must, headline, still, crowds, dot }.
 * `around`: { pixels: where lines run, view, covers, before }, see Choice.
 * Returns what is drawn as a symbol and what is left as a dot.
 */
export function arrange(symbols, zoom, around) {
  const world = 256 * 2 ** zoom;
  const taken = new Taken();
  const crowd = new Crowd(symbols.length > MANY ? DENSE_CROWD : CROWD);
  const choice = new Choice({ ...around, lines: new Lines(around.pixels) });
  const shown = [];
  const left = [];
  const keep = (symbol, { option, placed }) => {
    if (symbol.crowds) crowd.add(symbol.x * world, symbol.y * world);
    for (const box of placed) taken.add(box);
    shown.push({ symbol, option });
  };
  for (const symbol of symbols) if (symbol.must) taken.add([...moved(symbol.core, symbol.x * world, symbol.y * world), symbol]);
  const headlines = settleHeadlines(symbols.filter((symbol) => symbol.headline), world, taken, choice);
  for (const each of headlines) keep(each.symbol, each);
  const done = new Set(headlines.map((each) => each.symbol));
  for (const symbol of symbols) {
    if (done.has(symbol)) continue;
    const [x, y] = [symbol.x * world, symbol.y * world];
    const found = symbol.crowds && !symbol.must && crowd.full(x, y) ? null : settle(symbol, x, y, taken, choice);
    if (found) keep(symbol, found);
    else if (symbol.dot) left.push(symbol);
  }
  return { shown, dots: dotsWithRoom(left, world, taken), chosen: new Map(shown.map(({ symbol, option }) => [symbol.key, nameOf(option)])) };
}

function dotsWithRoom(symbols, world, taken) {
  const dots = [];
  for (const symbol of symbols) {
    const x = symbol.x * world;
    const y = symbol.y * world;
    const box = [x - DOT, y - DOT, x + DOT, y + DOT];
    if (taken.hits(box)) continue;
    taken.add(box);
    dots.push(symbol);
  }
  return dots;
}
