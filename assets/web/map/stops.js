// Stops of the trip as numbered pills. Stops that would cover each other at a zoom share one pill: "1–3 · 5".
import { BARE } from "./choice.js";
import { el, plain } from "./dom.js";
import { OUT, bars, levelOf } from "./load.js";
import { labelElement, project, sides } from "./pins.js";

const MOST_DAYS = 5; // beside each other in one pill: more would cover the map
const MORE = { colour: "var(--card)", ink: "var(--ink)" };

export function stopPoints(trip) {
  const points = new Map();
  for (const day of trip.days) {
    for (const stop of day.stops) {
      if (stop.lat === null || stop.lat === undefined) continue;
      const key = `${stop.lat.toFixed(4)} ${stop.lon.toFixed(4)}`;
      const point = points.get(key) ?? { ...project(stop.lat, stop.lon), lat: stop.lat, lon: stop.lon, stops: [] };
      point.stops.push({ ...stop, day: day.number });
      points.set(key, point);
    }
  }
  return [...points.values()];
}

/** Runs of stops by day: numbers that follow each other are written as a range. */
function segments(stops) {
  const days = new Map();
  for (const stop of stops) days.set(stop.day, [...(days.get(stop.day) ?? []), stop]);
  const parts = [...days].sort(([one], [other]) => one - other).map(([day, list]) => ({ days: [day], problem: list.some((stop) => stop.problem), text: ranges(list) }));
  if (parts.length <= MOST_DAYS) return parts;
  const rest = parts.splice(MOST_DAYS - 1);
  return [...parts, { days: rest.flatMap((part) => part.days), problem: rest.some((part) => part.problem), text: `+${rest.length}` }];
}

function ranges(list) {
  const named = list.filter((stop) => !Number.isInteger(stop.number)).map((stop) => plain(stop.number, 2));
  const numbers = [...new Set(list.map((stop) => stop.number).filter(Number.isInteger))].sort((one, other) => one - other);
  const runs = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const parts = runs.map(([first, last]) => (first === last ? `${first}` : last === first + 1 ? `${first}·${last}` : `${first}–${last}`));
  return [...parts, ...new Set(named)].slice(0, 3).join("·");
}

function shaped(point, look) {
  const h = 12 * look.touch * Math.min(look.scale, 1.5);
  const parts = segments(point.stops).map((part) => ({ ...part, width: Math.max(2 * h, look.width(part.text, "number") + 12 * look.scale) }));
  const w = parts.reduce((sum, part) => sum + part.width, 0) / 2;
  return { ...point, parts, w, h };
}

function merged(points, world, look) {
  let pills = points.map((point) => shaped(point, look));
  for (let again = true; again; ) {
    again = false;
    search: for (let i = 0; i < pills.length; i++) {
      for (let j = i + 1; j < pills.length; j++) {
        const [one, other] = [pills[i], pills[j]];
        const near = Math.abs(one.x - other.x) * world < one.w + other.w + 6 && Math.abs(one.y - other.y) * world < one.h + other.h + 6;
        if (!near) continue;
        pills[i] = shaped({ ...one, stops: [...one.stops, ...other.stops] }, look);
        pills.splice(j, 1);
        again = true;
        break search;
      }
    }
  }
  return pills;
}

export function pillSymbols(points, zoom, look, state) {
  const world = 256 * 2 ** zoom;
  return merged(points, world, look).map((pill) => pillSymbol(pill, look, state));
}

function pillSymbol(pill, look, state) {
  const ids = [...new Set(pill.stops.map((stop) => stop.place).filter(Boolean))];
  const selected = ids.includes(state.selected);
  const level = levelOf(state.load, ids);
  const out = level ? OUT : 0;
  const head = [-pill.w - 3, -pill.h - 3 - out, pill.w + 3 + out, pill.h + 3];
  const name = pillName(pill, ids, state);
  const faded = state.day !== null && !pill.parts.some((part) => part.days.includes(state.day));
  return {
    key: `stop ${pill.lat} ${pill.lon}`,
    x: pill.x,
    y: pill.y,
    lat: pill.lat,
    lon: pill.lon,
    rank: -2,
    must: true,
    core: head,
    ids,
    options() {
      const label = look.label(name, "place");
      const alone = { side: "alone", boxes: [head], cost: BARE };
      return name && !faded ? [...sides({ ...label }, pill.w + 3, 0, head).map((option) => lowered(option, pill)), alone] : [alone];
    },
    sign: () => `${pill.parts.map((part) => `${part.days}:${part.text}:${part.problem}`)} ${name} ${selected} ${state.day} ${level} ${look.scale} ${look.touch}`,
    build: (option) => pillElement(pill, name, option, look, { ids, selected, faded, level, likely: level ? state.load.texts[level - 1] : "", day: state.day }),
  };
}

/** Sides were made for round heads: above and below a wide pill the label keeps clear of its height, not its width. */
function lowered(option, pill) {
  if (option.side !== "above" && option.side !== "below") return option;
  const box = option.boxes[1];
  const y = option.side === "below" ? pill.h + 4 : -pill.h - 4 - (box[3] - box[1]);
  return { ...option, boxes: [option.boxes[0], [box[0], y, box[2], y + box[3] - box[1]]] };
}

/** One place: its name. Several: the area they all belong to, else the first and how many more. */
function pillName(pill, ids, state) {
  if (ids.length === 0) return plain(pill.stops[0].name, 42);
  const named = (id) => {
    const place = state.places.get(id);
    const name = place?.label || place?.name || pill.stops.find((stop) => stop.place === id)?.name;
    const area = place && place.lat === null && state.places.get(state.outermost(id));
    return plain(area ? `${area.label} · ${name}` : name, 42);
  };
  if (ids.length === 1) return named(ids[0]);
  const areas = new Set(ids.map((id) => state.outermost(id)));
  return areas.size === 1 ? named([...areas][0]) : `${named(ids[0])} +${ids.length - 1}`;
}

function pillElement(pill, name, option, look, { ids, selected, faded, level, likely, day }) {
  const root = el("div", "jz-symbol jz-stop");
  root.classList.toggle("is-selected", selected);
  root.classList.toggle("is-faded", faded);
  root.dataset.id = ids[0] ?? "";
  root.setAttribute("aria-label", `${pill.parts.map((part) => part.text).join(" ")} ${name} ${plain(likely)}`.trim());
  const body = el("div", "jz-pill");
  body.style.left = `${-pill.w}px`;
  body.style.top = `${-pill.h}px`;
  body.style.height = `${2 * pill.h}px`;
  for (const part of pill.parts) body.append(segment(part, part.days.length === 1 ? look.day(part.days[0]) : MORE, day));
  root.append(body);
  if (level) root.append(bars(level, pill.w - 1, -pill.h + 1));
  if (option.side !== "alone") root.append(labelElement(option, 0));
  return root;
}

function segment(part, colours, day) {
  const piece = el("span", "jz-number", part.text);
  piece.style.width = `${part.width}px`;
  piece.style.background = colours.colour;
  piece.style.color = colours.ink;
  piece.classList.toggle("is-faded", day !== null && !part.days.includes(day));
  piece.classList.toggle("has-problem", part.problem);
  return piece;
}
