// Places as symbols: a pin where the position is known, a soft round badge where it is only known roughly.
import { BARE, HEADLINE_BARE } from "./choice.js";
import { drawing, el, plain, svg } from "./dom.js";
import { OUT, bars, levelOf } from "./load.js";

const ROUGH_FROM = 500;
const GAP = 3;
// A headline without room is drawn smaller. What that costs it, and any pin to wrap its name:
const SIZES = [1, 0.72, 0.55];
const WRAPPED = 12;
const SMALL = 350;
// Above a selected pin is where its card stands.
const BEHIND_CARD = 100;

/** Web Mercator from 0 to 1; Leaflet's own projection makes three objects a point, too many for ten thousand places. */
export const project = (lat, lon) => {
  const sine = Math.sin((lat * Math.PI) / 180);
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
};

/** Label boxes around a head of radius `r` whose middle lies `up` above the position. */
export function sides(label, r, up, head) {
  const { width: w, height: h } = label;
  const at = (side, x, y) => ({ side, label, boxes: [head, [x - 1, y, x + w + 1, y + h]] });
  return [
    at("right", r + GAP, -up - h / 2),
    at("left", -r - GAP - w, -up - h / 2),
    at("below", -w / 2, Math.max(0, r - up) + 1),
    at("above", -w / 2, -up - r - 2 - h),
  ];
}

/** Several places at one position become one pin; the card then lets the visitor choose among them. */
export function grouped(places) {
  const groups = new Map();
  for (const place of places) {
    if (place.lat === null || place.lat === undefined) continue;
    const key = Math.round(place.lat * 1e4) * 1e7 + Math.round(place.lon * 1e4);
    const group = groups.get(key);
    if (group) group.places.push(place);
    else groups.set(key, { key, places: [place], ...project(place.lat, place.lon) });
  }
  for (const group of groups.values()) {
    if (group.places.length > 1) group.places.sort((one, other) => one.rank - other.rank);
    group.rank = group.places[0].rank;
    group.from = Math.min(...group.places.map((place) => place.from_zoom));
  }
  return [...groups.values()].sort((one, other) => one.rank - other.rank);
}

/** One pin. There may be ten thousand of them, most of which end as dots: nothing is made before it is asked for. */
class Pin {
  constructor(group, place, selected, rank, r, zoom, look) {
    this.group = group;
    this.place = place;
    this.selected = this.must = selected;
    this.rank = rank;
    this.r = r;
    this.zoom = zoom;
    this.look = look;
    this.x = group.x;
    this.y = group.y;
    this.lat = place.lat;
    this.lon = place.lon;
    this.rough = place.within_m > ROUGH_FROM;
    this.headline = group.places.some((each) => each.headline);
    this.crowds = true;
    this.dot = place.group;
    this.level = 0;
    this.likely = "";
  }

  get key() {
    return `place ${this.group.key}`;
  }

  get core() {
    return this.head(this.r);
  }

  up(r) {
    return this.rough ? 0 : r + Math.round(r * 0.45);
  }

  head(r) {
    const out = this.level ? OUT : 0;
    return [-r - 2, -this.up(r) - r - 2 - out, r + 2 + out, this.rough ? r + 2 : 1];
  }

  /** The name, and how many other places lie at the same spot that are not part of this one. */
  get name() {
    const { place, group, zoom } = this;
    const name = plain(place.label || place.name, 42);
    if (group.places.length === 1) return name;
    const more = group.places.filter((each) => each !== place && each.from_zoom <= zoom && each.inside !== place.id).length;
    return more > 0 ? `${name} +${more}` : name;
  }

  options() {
    const style = this.place.area ? "area" : "place";
    const labels = [this.look.label(this.name, style), this.look.wrapped(this.name, style)].filter(Boolean);
    const sizes = this.headline ? SIZES.map((part) => Math.round(this.r * part)) : [this.r];
    const named = sizes.flatMap((r, small) => labels.flatMap((label, wrapped) => this.beside(label, r, small * SMALL + wrapped * WRAPPED)));
    return [...named, { side: "alone", r: sizes.at(-1), boxes: [this.head(sizes.at(-1))], cost: this.headline ? HEADLINE_BARE : BARE }];
  }

  beside(label, r, cost) {
    return sides(label, r + 2, this.up(r), this.head(r)).map((option, at) => ({ ...option, r, cost: cost + at + (this.selected && option.side === "above" ? BEHIND_CARD : 0) }));
  }

  sign() {
    const { place } = this;
    return `${place.id} ${this.selected} ${this.r} ${this.rough} ${this.name} ${place.kind} ${place.group} ${place.icon} ${this.level} ${this.likely}`;
  }

  build(option) {
    const { place, selected, rough } = this;
    const root = el("div", `jz-symbol jz-pin${place.area ? " is-area" : ""}${selected ? " is-selected" : ""}${rough ? " is-rough" : ""}`);
    root.dataset.group = plain(place.group, 20);
    root.dataset.id = place.id;
    root.setAttribute("aria-label", [place.name, place.kind, this.likely].map((part) => plain(part)).filter(Boolean).join(", "));
    root.append(head(place, option.r, this.up(option.r)));
    if (this.level) root.append(bars(this.level, option.r * 0.8, -this.up(option.r) - option.r * 0.8));
    if (option.side === "alone") root.title = this.name;
    else root.append(labelElement(option, 0));
    return root;
  }
}

export function pinSymbol(group, zoom, look, state) {
  const place = (state.selected && group.places.find((each) => each.id === state.selected)) || group.places.find((each) => each.from_zoom <= zoom) || group.places[0];
  const selected = place.id === state.selected;
  const used = state.ends.size > 0 && group.places.some((each) => state.ends.has(each.id));
  const r = Math.round((place.area || selected ? 15 : 11.5) * look.touch * Math.min(look.scale, 1.3));
  const pin = new Pin(group, place, selected, selected ? -1 : used ? 1 : group.rank, r, zoom, look);
  pin.level = levelOf(state.load, [place.id]);
  if (pin.level) pin.likely = state.load.texts[pin.level - 1];
  return pin;
}

const heads = new Map();

/** The drawn head of a pin; made once for each look and then copied. */
function head(place, r, up) {
  const key = `${place.icon} ${r} ${up}`;
  if (!heads.has(key)) heads.set(key, up ? teardrop(place, r, up) : badge(place, r));
  return heads.get(key).cloneNode(true);
}

function picture(r, up) {
  const edge = r + 5;
  const height = up + edge + 4;
  const drawn = svg("svg", { viewBox: `${-edge} ${-up - edge} ${2 * edge} ${height}`, width: 2 * edge, height, class: "jz-head", "aria-hidden": "true" });
  drawn.style.left = `${-edge}px`;
  drawn.style.top = `${-up - edge}px`;
  return drawn;
}

function glyph(place, r, up) {
  const side = r * 1.16;
  return svg("path", { d: drawing(place.icon), class: "jz-glyph", transform: `translate(${-side / 2} ${-up - side / 2}) scale(${side / 15})` });
}

function teardrop(place, r, up) {
  const cos = r / up;
  const sin = Math.sqrt(1 - cos * cos);
  const x = (r * sin).toFixed(2);
  const y = (-up + r * cos).toFixed(2);
  const drawn = picture(r, up);
  drawn.append(svg("ellipse", { cx: 0, cy: 0, rx: r * 0.42, ry: 2, class: "jz-foot" }));
  const d = `M0 0L${-x} ${y}A${r} ${r} 0 1 1 ${x} ${y}Z`;
  drawn.append(svg("path", { d, class: "jz-shade" }), svg("path", { d, class: "jz-body" }), glyph(place, r, up));
  return drawn;
}

function badge(place, r) {
  const drawn = picture(r, 0);
  drawn.append(svg("circle", { r: r + 1, class: "jz-ring" }), svg("circle", { r: r - 1.5, class: "jz-body" }), glyph(place, r - 1.5, 0));
  return drawn;
}

/** The label's lines; the box was measured, so the lines never wrap on their own. */
export function labelElement(option, boxAt) {
  const label = el("div", `jz-label is-${option.side}`);
  const box = option.boxes[boxAt + 1];
  label.style.left = `${box[0] + 1}px`;
  label.style.top = `${box[1]}px`;
  label.style.width = `${option.label.width}px`;
  for (const line of option.label.lines) label.append(el("span", "", line));
  return label;
}
