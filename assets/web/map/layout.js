// Which symbols are shown at one zoom, and where their labels go, so that nothing covers anything else.
// The arrangement is made for the whole map, not for the window: panning never moves a label.

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

  hits(box) {
    return Taken.each(box, (cell) => {
      for (const other of this.cells.get(cell) ?? []) {
        if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) return true;
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

function boxesFree(taken, boxes, x, y) {
  const placed = boxes.map((box) => moved(box, x, y));
  return placed.some((box) => taken.hits(box)) ? null : placed;
}

/** Try the pin alone first: when that has no room, no label needs to be measured. */
function settle(symbol, x, y, taken, lines) {
  if (symbol.core && !symbol.must && taken.hits(moved(symbol.core, x, y))) return null;
  let best = null;
  for (const option of symbol.options()) {
    if (best && option.side === "alone") break;
    const placed = boxesFree(taken, option.boxes, x, y);
    if (!placed) continue;
    const over = lines.under(placed.at(-1));
    if (!best || over < best.over) best = { option, placed, over };
    if (over === 0) break;
  }
  if (best) return best;
  if (!symbol.must) return null;
  const option = symbol.options().at(-1);
  return { option, placed: option.boxes.map((box) => moved(box, x, y)) };
}

/**
 * `symbols` sorted by rank, each { x, y: world position in 0..1, core, options(), must, crowds, dot }.
 * Returns what is drawn as a symbol and what is left as a dot.
 */
export function arrange(symbols, zoom, pixels = []) {
  const world = 256 * 2 ** zoom;
  const taken = new Taken();
  const crowd = new Crowd(symbols.length > MANY ? DENSE_CROWD : CROWD);
  const lines = new Lines(pixels);
  const shown = [];
  const left = [];
  for (const symbol of symbols) {
    const x = symbol.x * world;
    const y = symbol.y * world;
    const found = symbol.crowds && !symbol.must && crowd.full(x, y) ? null : settle(symbol, x, y, taken, lines);
    if (!found) {
      if (symbol.dot) left.push(symbol);
      continue;
    }
    if (symbol.crowds) crowd.add(x, y);
    for (const box of found.placed) taken.add(box);
    shown.push({ symbol, option: found.option });
  }
  return { shown, dots: dotsWithRoom(left, world, taken) };
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
