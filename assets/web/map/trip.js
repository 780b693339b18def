// The lines of the trip. A printed route is drawn firm; an estimate, whose road nobody knows, is a gentle broken curve.
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
    const points = leg.path?.length ? leg.path : leg.estimate ? curve(leg.from, leg.to, BOW) : curve(leg.from, leg.to, 0);
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
      const corners = leg.path?.length ? leg.path : curve(leg.from, leg.to, leg.estimate ? BOW : 0).map((point) => [point.lat, point.lng]);
      const points = corners.map(([lat, lon]) => project(lat, lon));
      for (let at = 1; at < points.length; at++) {
        const [a, b] = [points[at - 1], points[at]];
        const steps = Math.max(1, Math.ceil((Math.hypot(b.x - a.x, b.y - a.y) * world) / 8));
        for (let step = 0; step < steps; step++) pixels.push([(a.x + ((b.x - a.x) * step) / steps) * world, (a.y + ((b.y - a.y) * step) / steps) * world]);
      }
    }
  }
  return pixels;
}

/** What a leg takes, written on its middle when its day is looked at. */
export function legSymbols(trip, day, look, element) {
  const symbols = [];
  for (const each of trip.days) {
    if (each.number !== day) continue;
    each.legs.forEach((leg, at) => {
      if (!leg.text) return;
      const points = leg.path?.length ? leg.path.map(([lat, lon]) => L.latLng(lat, lon)) : curve(leg.from, leg.to, leg.estimate ? BOW : 0);
      const middle = points[Math.floor(points.length / 2)];
      symbols.push(element(`leg ${day} ${at}`, middle, leg.text, leg.estimate));
    });
  }
  return symbols;
}
