// How full places are likely to be on one day: an estimate, drawn as one to four bars beside a pin.
import { svg } from "./dom.js";

const STEPS = 4;
/** A quiet place carries no sign. */
export const WORTH_SAYING = 2;
const TONES = ["good", "info", "warn", "danger"];
/** How far the bars stand out over a pin's head. */
export const OUT = 5;

/** `load`: { levels: { place id: 1–4 }, texts: [a sentence a level], day } or null. */
export function levelOf(load, ids) {
  const levels = load ? ids.map((id) => load.levels[id] ?? 0) : [];
  const most = Math.max(0, ...levels);
  return most >= WORTH_SAYING ? most : 0;
}

export function bars(level, x, y, scale = 1) {
  const picture = svg("svg", { viewBox: "0 0 16 16", width: 16 * scale, height: 16 * scale, class: "jz-load", "aria-hidden": "true" });
  picture.style.left = `${x - 8 * scale}px`;
  picture.style.top = `${y - 8 * scale}px`;
  picture.style.setProperty("--tone", `var(--${TONES[level - 1]})`);
  picture.append(svg("rect", { x: 0.5, y: 0.5, width: 15, height: 15, rx: 4, class: "jz-load-plate" }));
  for (let step = 0; step < STEPS; step++) {
    const height = 3.6 + 2.2 * step;
    picture.append(svg("rect", { x: 2.3 + 2.95 * step, y: 13.2 - height, width: 2.5, height, rx: 0.6, class: step < level ? "jz-load-bar" : "jz-load-bar is-empty" }));
  }
  return picture;
}
