// The lines of the trip. A printed route is drawn firm; an estimate, whose road nobody knows, is a gentle broken curve.
import { el, plain } from "./dom.js";
import { project } from "./pins.js";

const BOW = 0.13;
const STEPS = 28;
const ZOOMED = 1.25;

/** A curve that leans to the right of its direction, so that the way there and the way back lie apart. */
function curve(from, to, bow) {
  const [a, b] = [project(...from), project(...to)];
  const middle = { x: (a.x + b.x) / 2 - (b.y - a.y) * bow, y: (a.y + b.y) / 2 + (b.x - a.x) * bow };
  const points = [];
  for (let step = 0; step <= STEPS; step++) {
    const t = step / STEPS;
    const on = (axis) => (1 - t) * (1 - t) * a[axis] + 2 * t * (1 - t) * middle[axis] + t * t * b[axis];
    points.push(L.CRS.EPSG3857.pointToLatLng(L.point(on("x") * 256, on("y") * 256), 0));
  }
  return points;
}

/** Where a leg is drawn: along its road if that is known, else from end to end. */
const course = (leg) => (leg.path?.length ? leg.path.map((point) => L.latLng(point)) : curve(leg.from, leg.to, leg.estimate ? BOW : 0));

const dashed = (dash) => dash.split(" ").filter(Boolean).map((length) => Number(length) * ZOOMED);

/** The casing of a broken line: each dash longer by the casing at both ends. */
function aroundDashes(lengths, casing) {
  return lengths.map((length, at) => (at % 2 ? Math.max(0.1, length - 2 * casing) : length + 2 * casing));
}

export class TripLines {
  constructor(map, look) {
    this.look = look;
    this.renderer = L.svg({ pane: "trip", padding: 0.5 });
    this.group = L.layerGroup().addTo(map);
    this.trip = { days: [] };
    this.day = null;
  }

  show(trip) {
    this.trip = trip;
    this.draw();
  }

  highlight(day) {
    this.day = day;
    this.draw();
  }

  draw() {
    this.group.clearLayers();
    const last = [...this.trip.days].sort((one, other) => (one.number === this.day) - (other.number === this.day));
    for (const day of last) for (const leg of day.legs) this.leg(leg, day.number);
  }

  leg(leg, number) {
    const { colour, dash } = this.look.day(number);
    const faded = this.day !== null && this.day !== number;
    const points = course(leg);
    const weight = (leg.estimate ? 3 : 4.2) * Math.min(this.look.scale, 1.4) * (this.day === number ? 1.3 : 1);
    const lengths = dashed(leg.estimate && !dash ? "18 5" : dash);
    const casing = leg.estimate ? 1.4 : 2;
    const under = leg.estimate ? aroundDashes(lengths, casing) : [];
    const tone = faded ? " is-faded" : "";
    this.line(points, { className: `jz-casing${tone}`, weight: weight + 2 * casing, dashArray: under.join(" "), dashOffset: `${leg.estimate ? casing : 0}` });
    if (!leg.estimate && lengths.length) this.line(points, { className: `jz-road${tone}`, weight });
    this.line(points, { className: `jz-leg${tone}`, color: colour, weight, dashArray: lengths.join(" ") });
  }

  line(points, style) {
    L.polyline(points, { ...style, renderer: this.renderer, interactive: false, lineCap: "butt", lineJoin: "round", opacity: 1, smoothFactor: 0.5 }).addTo(this.group);
  }
}

/** Where the lines run at a zoom, as world pixels a few steps apart: labels keep away from them. */
export function linePixels(trip, zoom) {
  const world = 256 * 2 ** zoom;
  const pixels = [];
  for (const day of trip.days) {
    for (const leg of day.legs) {
      const points = course(leg).map((point) => project(point.lat, point.lng));
      for (let at = 1; at < points.length; at++) {
        const [a, b] = [points[at - 1], points[at]];
        const steps = Math.max(1, Math.ceil((Math.hypot(b.x - a.x, b.y - a.y) * world) / 8));
        for (let step = 0; step < steps; step++) pixels.push([(a.x + ((b.x - a.x) * step) / steps) * world, (a.y + ((b.y - a.y) * step) / steps) * world]);
      }
    }
  }
  return pixels;
}

/** What a leg takes, written along it where there is room when its day is looked at. */
export function legSymbols(trip, number, zoom, look) {
  const legs = trip.days.find((day) => day.number === number)?.legs ?? [];
  return legs.filter((leg) => leg.text).map((leg, at) => legSymbol(leg, `leg ${number} ${at}`, zoom, look)).filter(Boolean);
}

const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

function legSymbol(leg, key, zoom, look) {
  const points = course(leg);
  const { lat, lng: lon } = L.latLng(points[Math.floor(points.length / 2)]);
  const middle = project(lat, lon);
  const pixels = linePixels({ days: [{ legs: [leg] }] }, zoom).map(([x, y]) => [x - middle.x * 256 * 2 ** zoom, y - middle.y * 256 * 2 ** zoom]);
  const text = plain(leg.text, 40);
  const w = look.width(text, "small") + 14;
  const h = look.size("small") * 1.25 + 4;
  const [first, last] = [pixels[0], pixels.at(-1)];
  if (!first || Math.hypot(last[0] - first[0], last[1] - first[1]) < w * 0.8) return null; // it would hide its own leg
  return {
    key,
    ...middle,
    lat,
    lon,
    rank: 2,
    still: true,
    options: () => ALONG.map((part) => along(part, pixels, w, h)),
    sign: () => `${text} ${leg.estimate} ${zoom}`,
    build: ({ boxes: [[left, top]] }) => {
      const root = el("div", "jz-symbol jz-leg-text");
      const chip = el("span", leg.estimate ? "is-estimate" : "", text);
      chip.style.cssText = `left:${left}px;top:${top}px;width:${w}px;height:${h}px;line-height:${h}px`;
      root.append(chip);
      return root;
    },
  };
}

function along(part, pixels, w, h) {
  const [x, y] = pixels[Math.round(part * (pixels.length - 1))];
  return { side: `at ${part}`, cost: 20 * Math.abs(part - 0.5), boxes: [[x - w / 2, y - h / 2, x + w / 2, y + h / 2]] };
}
