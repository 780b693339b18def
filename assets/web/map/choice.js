// Which of a symbol's options is best where it lies: a number each, and the least wins.

/** A label that the edge of the window or a control cuts. */
export const CUT = 1000;
/** A pin without its name. */
export const BARE = 400;
/** The same for the places that everybody comes for: their names are the last to go. */
export const HEADLINE_BARE = 5000;
const ON_LINE = 10;
const MOST_ON_LINE = 30;
const OTHER_THAN_BEFORE = 5;

export const nameOf = (option) => `${option.side} ${option.r ?? ""} ${option.label?.lines.join("|") ?? ""}`;

const touch = (one, other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
const holds = (one, other) => one[0] <= other[0] && one[1] <= other[1] && one[2] >= other[2] && one[3] >= other[3];

export class Choice {
  /** `view`: the window in world pixels; `covers`: the controls over it; `before`: the options of before, by key. */
  constructor({ lines, view, covers, before }) {
    this.lines = lines;
    this.view = view;
    this.covers = covers;
    this.before = before;
  }

  cost(symbol, option, at, placed) {
    const before = this.before.get(symbol.key);
    const changed = before && before !== nameOf(option) ? OTHER_THAN_BEFORE : 0;
    const base = (option.cost ?? at) + changed;
    if (option.side === "alone") return base;
    const box = placed.at(-1);
    return base + (this.cuts(box) ? CUT : 0) + ON_LINE * Math.min(MOST_ON_LINE, this.lines.under(box));
  }

  cuts(box) {
    return touch(this.view, box) && (!holds(this.view, box) || this.covers.some((cover) => touch(cover, box)));
  }
}

const MOST_STEPS = 20_000;

/** One of each list of `choices` ({ cost, placed }, best first) so that none covers another and all together cost least. */
export function together(choices) {
  const rest = choices.map((_, at) => choices.slice(at).reduce((sum, [first]) => sum + first.cost, 0)).concat(0);
  let found = [];
  let least = Infinity;
  let steps = 0;
  const free = (chosen, boxes) => !chosen.some((other) => other.placed.some((one) => boxes.some((box) => touch(one, box))));
  const visit = (chosen, cost) => {
    const at = chosen.length;
    if (at === choices.length) [found, least] = [chosen, cost];
    else {
      for (const choice of choices[at]) {
        if (cost + choice.cost + rest[at + 1] >= least || (steps++ > MOST_STEPS && found.length)) return;
        if (free(chosen, choice.placed)) visit([...chosen, choice], cost + choice.cost);
      }
    }
  };
  visit([], 0);
  return found;
}
