// The map of jz_travel, drawn into the page that Folium builds. One Atlas holds what the program has said so far;
// every message changes it and only what follows from the change is drawn again.
import { Areas } from "./map/areas.js";
import { Base } from "./map/base.js";
import { connect } from "./map/bridge.js";
import { Card } from "./map/card.js";
import { Controls } from "./map/controls.js";
import { DotLayer } from "./map/dots.js";
import { frame } from "./map/frame.js";
import { measured } from "./map/geodesic.js";
import { Ground } from "./map/ground.js";
import { Hearing } from "./map/hearing.js";
import { arrange, moved } from "./map/layout.js";
import { Look } from "./map/look.js";
import { Measure } from "./map/measure.js";
import { grouped, pinSymbol, project } from "./map/pins.js";
import { Sheet } from "./map/sheet.js";
import { KeptSource, ProgramSource } from "./map/source.js";
import { pillSymbols, stopPoints } from "./map/stops.js";
import { Switches } from "./map/switches.js";
import { SymbolLayer } from "./map/symbols.js";
import { TripLines, legSymbols, linePixels } from "./map/trip.js";

const PANES = { ground: 300, base: 310, trip: 420, dots: 430, names: 560, measure: 620 };

class Atlas extends Hearing {
  constructor(map, start) {
    super();
    this.map = map;
    for (const [name, level] of Object.entries(PANES)) {
      map.createPane(name).style.zIndex = level;
      map.getPane(name).style.pointerEvents = "none";
    }
    this.look = new Look(start.look);
    this.language = start.language;
    this.words = start.words;
    this.home = start.home;
    this.places = new Map();
    this.groupsOfPlaces = this.freeGroups = [];
    this.ends = new Set();
    this.trip = this.shownTrip = { days: [] };
    this.points = this.themes = [];
    this.hiddenDays = new Set();
    this.load = null;
    this.alone = Boolean(start.kept);
    this.switches = new Switches((message) => this.say(message));
    this.base = new Base(map, this);
    this.selected = null;
    this.day = null;
    this.ground = new Ground(map, this.look, this.switches, start.kept ? new KeptSource(start.kept) : new ProgramSource());
    this.areas = new Areas(map, this.ground.renderer);
    this.lines = new TripLines(map, this.look);
    this.symbols = new SymbolLayer(map, this.look, (symbol, byKey) => this.pressed(symbol, byKey));
    this.dots = new DotLayer(this.look).addTo(map);
    this.card = new Card(this);
    this.controls = new Controls(this);
    this.measure = new Measure(this);
    map.on("moveend", () => this.arrange());
    // Until the visitor moves the map, it keeps what it was asked to show in view, whatever size its window takes.
    map.on("resize", () => (this.untouched ? this.fit(this.fitted) : this.card.reveal()));
    for (const kind of ["pointerdown", "wheel", "keydown"]) map.getContainer().addEventListener(kind, () => (this.untouched = false), { passive: true });
    map.on("click", (event) => this.background(event));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.escape());
    this.say = connect((message) => this.hear(message));
  }

  async begin(files) {
    this.controls.build();
    this.fit();
    await this.look.loadFonts(); // labels are measured in them
    await this.ground.load(files, () => this.arrange());
    this.controls.build();
    this.say({ event: "ready" });
  }

  /** A page that stands alone knows from its start what the program would say. */
  beginAlone({ files, places, layers, trip, sheet, measuring }) {
    this.say = ({ event, points }) => event === "measured" && points.length > 1 && this.measure.hear(measured(points, { ...this.words, ...measuring }));
    this.map._fadeAnimated = false; // what lies in the page is there at once, on paper too
    this.sheet = new Sheet(this, sheet);
    this.controls.build();
    this.on_layers(layers);
    this.on_places({ places });
    this.on_trip({ trip });
    this.begin(files);
  }

  hear(message) {
    this[`on_${message.do}`]?.(message);
    this.say({ event: "done", what: message.do, number: message.number });
  }

  // What the visitor does

  pressed(symbol, byKey) {
    if (this.picking) return this.picked(L.latLng(symbol.lat, symbol.lon));
    if (this.measure.on) return this.measure.press(L.latLng(symbol.lat, symbol.lon));
    const ids = symbol.ids ?? symbol.group.places.map((place) => place.id);
    const id = ids.includes(this.selected) ? this.selected : (symbol.place?.id ?? ids[0]);
    if (id) this.open(id, { ids, focus: byKey });
  }

  /** Show a place's card and tell the program that it was chosen. */
  open(id, { ids = null, focus = false } = {}) {
    const place = this.places.get(id);
    const anchor = this.anchor(id);
    if (!place || !anchor) return;
    this.selected = id;
    this.untouched = false;
    this.controls.fold();
    this.arrange();
    const others = (ids ?? this.neighbours(anchor)).map((each) => this.places.get(each)).filter(Boolean);
    this.card.open(place, [anchor.lat, anchor.lon], { others, lift: this.lift(anchor), focus });
    this.say({ event: "place_clicked", id });
  }

  reopen() {
    const place = this.places.get(this.card.place.id);
    const anchor = place && this.anchor(place.id);
    if (!anchor) return this.card.close();
    const others = this.card.others.map((each) => this.places.get(each.id)).filter(Boolean);
    this.card.open(place, [anchor.lat, anchor.lon], { others, lift: this.lift(anchor) });
  }

  background(event) {
    if (!event.originalEvent.target.isConnected) return; // a button of the card, which is drawn anew
    if (this.picking) return this.picked(event.latlng);
    if (this.measure.on) return this.measure.press(event.latlng);
    const dot = this.dots.at(event.latlng);
    if (dot) return this.open(dot.place.id, { ids: dot.group.places.map((place) => place.id) });
    this.card.close();
    this.say({ event: "background_clicked" });
  }

  picked(latlng) {
    this.on_pick({ on: false });
    this.say({ event: "picked_position", lat: latlng.lat, lon: latlng.lng });
  }

  escape() {
    this.card.close();
    if (this.picking) this.on_pick({ on: false });
    if (this.measure.on) this.measure.turn(false);
  }

  /** A switch of the panel of layers. */
  turn(name, on) {
    if (!name.startsWith("day:")) this.switches.turn(name, on);
    else if (on) this.hiddenDays.delete(name);
    else this.hiddenDays.add(name);
    this.follow();
  }

  // What follows

  follow() {
    this.ground.follow();
    this.showDays();
    this.controls.rebuild();
  }

  showDays() {
    this.shownTrip = { days: this.trip.days.filter((day) => !this.hiddenDays.has(`day:${day.number}`)) };
    this.points = stopPoints(this.shownTrip);
    this.lines.show(this.shownTrip);
    this.group();
  }

  groundChanged() {
    this.controls.credited();
    this.controls.rebuild();
    this.arrange();
  }

  get shownLoad() {
    return this.switches.isOn("load") ? this.load : null;
  }

  lift(anchor) {
    if (this.points.some((point) => point.lat === anchor.lat && point.lon === anchor.lon)) return 16 * this.look.touch;
    return (anchor.within_m > 500 ? 20 : 42) * this.look.touch * Math.min(this.look.scale, 1.3);
  }

  group() {
    const stops = new Set(this.points.flatMap((point) => point.stops.map((stop) => stop.place)));
    this.ends = new Set(this.trip.days.flatMap((day) => day.ends));
    this.groupsOfPlaces = grouped([...this.places.values()].filter((place) => this.switches.shows(place)));
    this.freeGroups = this.groupsOfPlaces.filter((group) => !group.places.some((place) => stops.has(place.id)));
    this.arrange();
  }

  draw() {
    this.symbols.draw();
    this.dots.redraw();
  }

  arrange() {
    const zoom = this.map.getZoom();
    const area = this.map.getBounds().pad(0.5);
    const anchor = this.anchor(this.selected);
    const state = { load: this.shownLoad, ends: this.ends, selected: anchor?.id ?? null, day: this.day, places: this.places, outermost: (id) => this.outermost(id) };
    const pills = pillSymbols(this.points, zoom, this.look, state);
    const [a, b] = [project(area.getNorth(), area.getWest()), project(area.getSouth(), area.getEast())];
    const near = ({ x, y }) => x > a.x && x < b.x && y > a.y && y < b.y;
    const seen = this.freeGroups.filter((group) => near(group) && (group.from <= zoom || group.places.some((place) => place.id === state.selected || this.ends.has(place.id))));
    const pins = seen.map((group) => pinSymbol(group, zoom, this.look, state));
    const legs = this.day === null ? [] : legSymbols(this.shownTrip, this.day, zoom, this.look);
    const all = [...pills, ...pins, ...legs, ...(this.base.covers ? [] : this.ground.symbols(zoom, this.language))].sort((one, other) => one.rank - other.rank);
    const { shown, dots, chosen } = arrange(all, zoom, { pixels: linePixels(this.shownTrip, zoom), ...this.window(), before: this.zoom === zoom ? this.chosen : new Map() });
    Object.assign(this, { zoom, chosen });
    this.areas.draw((id) => this.ground.isOn("areas") && this.isShown(id), state.selected);
    this.symbols.show(shown);
    this.dots.show(dots, this.circles(shown, state));
    this.draw();
  }

  /** What is in sight, and the controls over it, in world pixels. */
  window() {
    const { min, max } = this.map.getPixelBounds();
    return { view: [min.x, min.y, max.x, max.y], covers: this.controls.boxes().map((box) => moved(box, min.x, min.y)) };
  }

  circles(shown, state) {
    return shown
      .filter(({ symbol }) => symbol.place?.within_m > 500)
      .map(({ symbol }) => ({ x: symbol.x, y: symbol.y, lat: symbol.lat, within_m: symbol.place.within_m, group: symbol.place.group, strong: symbol.place.id === state.selected, least: 20 }));
  }

  /** Bring places into view: the given ones, else the trip, else the whole city. */
  fit(ids = null) {
    this.fitted = ids;
    this.untouched = true;
    const asked = ids?.map((id) => this.anchor(id)).filter(Boolean).map((place) => [place.lat, place.lon]);
    frame(this.map, { asked: asked?.length ? asked : null, trip: this.trip, home: this.home, credit: this.controls.credit.offsetHeight, bar: this.controls.zoom.offsetWidth, beside: this.sheet?.width ?? 0 });
  }
}

export function start(map, told) {
  const atlas = new Atlas(map, told);
  window.jzMap = atlas;
  return told.kept ? atlas.beginAlone(told) : atlas.begin(told.files);
}
