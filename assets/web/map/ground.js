// The ground: relief, outlines, rivers, roads and railways, and their names. It comes with the program and never changes.
import { el, plain } from "./dom.js";
import { CJK } from "./look.js";
import { project } from "./pins.js";

const REGION = [[34.3, 111.65], [36.1, 114.6]];
// Pixels by which a line of the ground may be drawn straighter: no source is finer, and each zoom draws half the points.
const SMOOTH = 1.6;
// Names by zoom: [first, last] level, rank among the symbols, style.
const NAMES = {
  district: { zooms: [8, 9], rank: 26, style: "district" },
  county: { zooms: [10, 13], rank: 22, style: "county" },
  city: { zooms: [7, 13], rank: 3, style: "county" },
  town: { zooms: [11, 13], rank: 48, style: "town" },
  river: { zooms: [9, 13], rank: 46, style: "water" },
  stretch: { zooms: [10, 13], rank: 60, style: "water" },
  belt: { zooms: [8, 12], rank: 24, style: "district" },
  canal: { zooms: [10, 13], rank: 47, style: "water" },
  railway: { zooms: [11, 13], rank: 61, style: "way" },
  shield: { zooms: [9, 13], rank: 45, style: "shield" },
};

export class Ground {
  /** `switches`: what is on; `source`: where files and tiles come from. */
  constructor(map, look, switches, source) {
    this.map = map;
    this.look = look;
    this.switches = switches;
    this.source = source;
    this.layers = {};
    this.names_ = [];
    this.translated = {}; // by the Simplified Chinese name, then by language
    this.renderer = L.svg({ pane: "ground", padding: 0.6 });
  }

  /** Loads what the program says it has; `changed` runs when names arrive. */
  async load(files, changed) {
    this.relief();
    const read = async (name, use) => {
      if (!files.includes(name)) return;
      use(await this.source.read(name));
    };
    await read("names.json", (names) => (this.translated = names));
    await read("yellow_river.geojson", (data) => this.add("rivers", this.lines(data, "jz-water")));
    await read("rivers.geojson", (data) => this.rivers(data));
    await read("city.geojson", (data) => this.city(data));
    await read("districts.geojson", (data) => this.districts(data));
    await read("expressways.geojson", (data) => this.ways("expressways", data));
    await read("railways.geojson", (data) => this.ways("railways", data));
    await read("lines.geojson", (data) => this.ways("canal", data));
    await read("belts.geojson", (data) => this.belts(data));
    await read("towns.json", (data) => this.towns(data));
    changed();
  }

  names() {
    return ["relief", "districts", "rivers", "canal", "expressways", "railways", "towns", "areas", "belts"].filter((name) => this.layers[name]);
  }

  isOn(name) {
    return this.switches.isOn(`ground:${name}`);
  }

  /** Shows what is switched on, and nothing else. */
  follow() {
    for (const [name, layers] of Object.entries(this.layers)) {
      for (const layer of layers) this.isOn(name) ? layer.addTo(this.map) : layer.remove();
    }
  }

  add(name, layer) {
    (this.layers[name] ??= []).push(layer);
    if (this.isOn(name)) layer.addTo(this.map);
  }

  relief() {
    this.tiles = this.source.tiles(this.look.dark, { bounds: REGION, minZoom: 7, maxNativeZoom: 11, maxZoom: 18, className: "jz-relief", keepBuffer: 4 });
    this.add("relief", this.tiles);
    this.layers.areas = []; // drawn by areas.js, switched here
  }

  retint() {
    this.source.retint(this.tiles, this.look.dark);
    // Leaflet's own redraw asks for tiles of a fractional zoom, which nobody has.
    if (this.isOn("relief")) this.tiles.remove().addTo(this.map);
  }

  lines(data, className) {
    const renderer = this.renderer;
    return L.geoJSON(data, { interactive: false, smoothFactor: SMOOTH, renderer, pane: "ground", style: (feature) => ({ className: `${className} is-${plain(feature.properties.kind ?? `rank-${feature.properties.rank}`, 20)}`, weight: 1, renderer }) });
  }

  rivers(data) {
    this.add("rivers", this.lines(data, "jz-river"));
    for (const feature of data.features) this.along(feature, "rivers", "river", "stretch");
  }

  /** A name along its line, several times: those that find room are shown. */
  along(feature, layer, first, more) {
    const name = feature.properties;
    const lines = feature.geometry.type === "LineString" ? [feature.geometry.coordinates] : feature.geometry.coordinates;
    const line = lines.reduce((long, each) => (each.length > long.length ? each : long));
    for (const part of [0.5, 0.35, 0.65, 0.2, 0.8]) {
      this.names_.push({ of: part === 0.5 ? first : more, name, ...spotAlong(line, part), layer });
    }
  }

  city(data) {
    const rings = data.features.flatMap(({ geometry }) => (geometry.type === "Polygon" ? [geometry.coordinates[0]] : geometry.coordinates.map((part) => part[0])));
    const flipped = rings.map((ring) => ring.map(([lon, lat]) => [lat, lon]));
    const wide = [[20, 90], [50, 90], [50, 135], [20, 135]];
    this.add("districts", L.polygon([wide, ...flipped], { className: "jz-elsewhere", renderer: this.renderer, interactive: false, weight: 0 }));
    this.add("districts", this.lines(data, "jz-city-casing"));
    this.add("districts", this.lines(data, "jz-city"));
  }

  districts(data) {
    this.add("districts", this.lines(data, "jz-district"));
    for (const { properties, geometry } of data.features) {
      if (properties.kind !== "district") continue;
      const ring = geometry.type === "Polygon" ? geometry.coordinates[0] : geometry.coordinates.reduce((big, part) => (part[0].length > big.length ? part[0] : big), []);
      const at = middle(ring);
      this.names_.push({ of: "district", name: properties, lat: at[1], lon: at[0], layer: "districts" });
    }
  }

  /** Schematic lines; an expressway bears its number, which is the same in every language. */
  ways(layer, data) {
    this.add(layer, this.lines(data, "jz-way-casing"));
    this.add(layer, this.lines(data, "jz-way"));
    for (const feature of data.features) {
      const of = feature.properties.ref ? "shield" : feature.properties.kind;
      this.along(feature, layer, of, of);
    }
  }

  belts(data) {
    this.add("belts", L.geoJSON(data, { interactive: false, pane: "ground", style: ({ properties }) => ({ className: `jz-belt is-${properties.id}`, renderer: this.renderer }) }));
    for (const { properties, geometry } of data.features) {
      const at = middle(geometry.coordinates[0]);
      this.names_.push({ of: "belt", name: properties, lat: at[1], lon: at[0], layer: "belts" });
    }
  }

  towns(towns) {
    for (const town of towns.towns) {
      const of = ["city", "county", "town"][town.rank - 1] ?? "town";
      this.names_.push({ of, name: town, lat: town.lat, lon: town.lon, layer: "towns" });
    }
    this.layers.towns = [];
  }

  symbols(zoom, language) {
    return this.names_.filter((each) => this.isOn(each.layer) && zoom >= NAMES[each.of].zooms[0] && zoom < NAMES[each.of].zooms[1] + 1).map((each) => this.symbol(each, language));
  }

  nameIn(name, language) {
    if (name.ref) return name.ref;
    if (language === "zh-Hans") return name.zh;
    return (language !== "en" && this.translated[name.zh]?.[language]) || name.en;
  }

  symbol(each, language) {
    const { rank, style } = NAMES[each.of];
    const text = plain(this.nameIn(each.name, language), 40);
    return {
      key: `name ${each.of} ${each.lat} ${each.lon}`,
      ...project(each.lat, each.lon),
      lat: each.lat,
      lon: each.lon,
      rank,
      still: true,
      options: () => this.options(text, style, each),
      sign: () => `${text} ${this.look.scale}`,
      build: (option) => named(option, each),
    };
  }

  options(text, style, each) {
    const spaced = style === "district" ? text.length * 2 : 0;
    let w = this.look.width(text, style) + spaced;
    let h = this.look.size(style) * 1.25;
    if (style === "shield") return [{ side: "on", text, w: w + 8, h: h + 1, boxes: [[-w / 2 - 14, -h / 2 - 10, w / 2 + 14, h / 2 + 10]] }];
    if (each.angle !== undefined) {
      const upright = CJK.test(text) && Math.abs(each.angle) > 52;
      if (upright) [w, h] = [this.look.size(style) * 1.1, text.length * this.look.size(style) * 1.16];
      const turn = upright ? 0 : (each.angle * Math.PI) / 180;
      const [dx, dy] = [(Math.abs(Math.cos(turn)) * w + Math.abs(Math.sin(turn)) * h) / 2, (Math.abs(Math.sin(turn)) * w + Math.abs(Math.cos(turn)) * h) / 2];
      return [{ side: upright ? "upright" : "along", text, w, h, turn, boxes: [[-dx, -dy, dx, dy]] }];
    }
    if (each.of === "district" || each.of === "belt") return [{ side: "on", text, w, h, boxes: [[-w / 2, -h / 2, w / 2, h / 2]] }];
    const beside = (side, x) => ({ side, text, w, h, x, boxes: [[-4, -4, 4, 4], [x, -h / 2, x + w, h / 2]] });
    return [beside("right", 6), beside("left", -6 - w)];
  }
}

function named(option, each) {
  const root = el("div", `jz-symbol jz-name is-${each.of}`);
  root.setAttribute("aria-hidden", "true");
  const text = el("span", "jz-name-text");
  if (option.side === "upright") text.append(...Array.from(option.text, (letter) => el("span", "", letter)));
  else text.textContent = option.text;
  const x = option.x ?? -option.w / 2;
  text.style.cssText = `left:${x}px;top:${-option.h / 2}px;width:${option.w}px;height:${option.h}px;line-height:${option.h}px`;
  if (option.turn) text.style.transform = `rotate(${option.turn}rad)`;
  if (option.side === "upright") text.classList.add("is-upright");
  root.append(text);
  if (option.x !== undefined) root.append(el("i", "jz-town-mark"));
  return root;
}

/** The point so far along a line, measured on the map, and how the line lies there. */
function spotAlong(line, part) {
  const points = line.map(([lon, lat]) => project(lat, lon));
  const steps = points.slice(1).map((point, at) => Math.hypot(point.x - points[at].x, point.y - points[at].y));
  let left = part * steps.reduce((sum, step) => sum + step, 0);
  let at = 0;
  while (at < steps.length - 1 && left > steps[at]) left -= steps[at++];
  const share = steps[at] ? left / steps[at] : 0;
  const between = (one, other) => one + (other - one) * share;
  const [a, b] = [points[Math.max(0, at - 1)], points[Math.min(points.length - 1, at + 2)]];
  let angle = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;
  if (angle > 90) angle -= 180;
  if (angle < -90) angle += 180;
  return { lat: between(line[at][1], line[at + 1][1]), lon: between(line[at][0], line[at + 1][0]), angle };
}

function middle(ring) {
  const [lons, lats] = [ring.map((point) => point[0]), ring.map((point) => point[1])];
  return [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
}
