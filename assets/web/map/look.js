// The look: colours of the theme as CSS variables, text size, touch sizes, and the measuring of labels.

const SIZES = { small: [11, 500], place: [12.5, 600], area: [14, 700], town: [12, 500], county: [13.5, 600], district: [12.5, 600], water: [12, 500], number: [12.5, 700], way: [11, 500], shield: [10, 700] };

export class Look {
  constructor(look) {
    this.pen = document.createElement("canvas").getContext("2d");
    this.widths = new Map();
    this.take(look);
  }

  /** Theme tokens, day colours, text size in percent. */
  take(look) {
    const root = document.documentElement;
    const before = this.measure;
    this.scale = (look.text_size ?? 100) / 100;
    this.touch = look.touch ? 1.45 : 1;
    this.families = look.families.map((name) => (name === "sans-serif" ? name : JSON.stringify(name))).join(", ");
    this.days = look.days;
    this.dark = look.dark;
    for (const [role, colour] of Object.entries(look.colour)) root.style.setProperty(`--${role.replaceAll("_", "-")}`, colour);
    for (const [role, colour] of Object.entries(look.map)) root.style.setProperty(`--map-${role.replaceAll("_", "-")}`, colour);
    root.style.setProperty("--scale", this.scale);
    root.style.setProperty("--touch", Math.max(this.touch, Math.min(this.scale, 1.4))); // buttons grow with large text
    root.style.setProperty("--families", this.families);
    root.dataset.theme = look.dark ? "dark" : "light";
    root.classList.toggle("touch", Boolean(look.touch));
    this.measure = `${this.scale} ${this.touch} ${this.families}`;
    if (before !== this.measure) this.widths.clear();
    this.colours = new Map();
  }

  /** The shipped fonts that this language is set in; says whether there was one to wait for. */
  async loadFonts() {
    const wanted = [...document.fonts].filter((face) => face.status === "unloaded" && this.families.includes(JSON.stringify(face.family.replaceAll('"', ""))));
    await Promise.all(wanted.map((face) => face.load().catch(() => null)));
    if (wanted.length) this.widths.clear();
    return wanted.length > 0;
  }

  day(number) {
    const at = (number - 1) % this.days.colours.length;
    return { colour: this.days.colours[at], ink: this.days.inks[at], dash: this.days.dashes[at] };
  }

  /** A colour of the theme for drawing on a canvas; asking the page for it again and again would cost a layout each time. */
  colour(role) {
    if (!this.colours.has(role)) this.colours.set(role, getComputedStyle(document.documentElement).getPropertyValue(`--${role}`).trim());
    return this.colours.get(role);
  }

  size(style) {
    return SIZES[style][0] * this.scale;
  }

  width(text, style) {
    const key = `${style} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      const [size, weight] = SIZES[style];
      const font = `${weight} ${size * this.scale}px ${this.families}`;
      if (font !== this.font) this.pen.font = this.font = font;
      width = Math.ceil(this.pen.measureText(text).width) + 1;
      this.widths.set(key, width);
    }
    return width;
  }

  /** A label's lines and size: long names take two lines, very long ones are cut. */
  label(text, style) {
    return this.sized(broken(text, (part) => this.width(part, style), 118 * this.scale), style);
  }

  /** The same on two short lines; null when the name is one word. */
  wrapped(text, style) {
    const lines = halves(text, (part) => this.width(part, style));
    return lines && this.width(text, style) <= 200 * this.scale ? this.sized(lines, style) : null;
  }

  sized(lines, style) {
    return { lines, width: Math.max(...lines.map((line) => this.width(line, style))), height: lines.length * this.size(style) * 1.25 };
  }
}

export const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

// What joins two names has nothing to join at the end of a line.
const LOOSE = /^[\s·]+|[\s·]+$/g;

function halves(text, width) {
  const joint = CJK.test(text) ? "" : " ";
  const parts = joint ? text.split(joint) : Array.from(text);
  if (parts.length < (joint ? 2 : 4)) return null;
  const cuts = parts.slice(1).map((_, at) => [parts.slice(0, at + 1).join(joint), parts.slice(at + 1).join(joint)]);
  const widest = (lines) => Math.max(...lines.map(width));
  return cuts.reduce((best, lines) => (widest(lines) < widest(best) ? lines : best)).map((line) => line.replace(LOOSE, ""));
}

function broken(text, width, widest) {
  if (width(text) <= widest) return [text];
  const parts = CJK.test(text) ? Array.from(text) : text.split(" ").map((word, at) => (at ? ` ${word}` : word));
  const target = Math.min(widest, width(text) / 2 + 10);
  let first = "";
  while (parts.length && (!first || width((first + parts[0]).trim()) <= target)) first += parts.shift();
  return [first, parts.join("")].map((line) => cut(line.replace(LOOSE, ""), width, widest)).filter(Boolean);
}

function cut(text, width, widest) {
  if (width(text) <= widest) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && width(letters.join("") + "…") > widest) letters.pop();
  return letters.join("").trim() + "…";
}
