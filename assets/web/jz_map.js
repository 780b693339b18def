// The map of jz_travel, drawn into the page that Folium builds. One Atlas holds what the program has said so far;
// every message changes it and only what follows from the change is drawn again.
import { connect } from "./map/bridge.js";
import { Card } from "./map/card.js";
import { Controls } from "./map/controls.js";
import { DotLayer } from "./map/dots.js";
import { frame } from "./map/frame.js";
import { Ground } from "./map/ground.js";
import { arrange, moved } from "./map/layout.js";
import { Look } from "./map/look.js";
import { grouped, pinSymbol, project } from "./map/pins.js";
import { pillSymbols, stopPoints } from "./map/stops.js";
import { SymbolLayer } from "./map/symbols.js";
import { TripLines, legSymbols, linePixels } from "./map/trip.js";

const PANES = { ground: 300, trip: 420, dots: 430, names: 560 };

class Atlas {
  constructor(map, start) {
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
    this.trip = { days: [] };
    this.points = [];
    this.hidden = new Set();
    this.selected = null;
    this.day = null;
    this.ground = new Ground(map, this.look);
    this.lines = new TripLines(map, this.look);
    this.symbols = new SymbolLayer(map, this.look, (symbol, byKey) => this.pressed(symbol, byKey));
    this.dots = new DotLayer(this.look).addTo(map);
    this.card = new Card(this);
    this.controls = new Controls(this);
    this.ground.changed = () => this.arrange();
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
    await Promise.all([...document.fonts].map((face) => face.load().catch(() => null))); // labels are measured in it
    await this.ground.load(files, () => this.arrange());
    this.controls.build();
    this.say({ event: "ready" });
  }

  hear(message) {
    this[`on_${message.do}`]?.(message);
    this.say({ event: "done", what: message.do, number: message.number });
  }

  // What the program can say

  on_places({ places }) {
    this.places = new Map(places.map((place) => [place.id, place]));
    this.group();
    this.controls.build();
    if (this.card.place) this.reopen();
  }

  on_trip({ trip }) {
    this.trip = trip;
    this.points = stopPoints(trip);
    this.lines.show(trip);
    this.group();
    if (this.untouched && !this.fitted) this.fit();
    if (this.card.place) this.reopen();
  }

  on_select({ id, card }) {
    this.selected = id && this.places.has(id) ? id : null;
    if (this.card.place && this.card.place.id !== id) this.card.close();
    this.arrange();
    const place = this.anchor(id);
    if (!place) return;
    if (card) return this.open(id);
    if (!this.map.getBounds().pad(-0.08).contains([place.lat, place.lon])) {
      this.untouched = false;
      this.map.panTo([place.lat, place.lon]);
    }
  }

  on_day({ day }) {
    this.day = day;
    this.lines.highlight(day);
    this.arrange();
  }

  on_look({ look }) {
    const dark = this.look.dark;
    this.look.take(look);
    if (dark !== look.dark) this.ground.retint();
    this.lines.draw();
    this.arrange();
    if (this.card.place) this.reopen();
  }

  on_language({ language, words }) {
    this.language = language;
    this.words = words;
    document.documentElement.lang = language;
    this.card.close();
    this.controls.build();
    this.arrange();
  }

  on_fit({ ids }) {
    this.fit(ids);
  }

  on_pick({ on }) {
    this.picking = on;
    this.map.getContainer().classList.toggle("is-picking", on);
  }

  on_beat() {}

  // What the visitor does

  pressed(symbol, byKey) {
    if (this.picking) return this.picked(L.latLng(symbol.lat, symbol.lon));
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
    if (this.picking) return this.picked(event.latlng);
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
  }

  showGroup(group, on) {
    if (on) this.hidden.delete(group);
    else this.hidden.add(group);
    this.group();
  }

  // What follows

  /** The place itself, or the nearest area around it whose position is known. */
  anchor(id) {
    let place = this.places.get(id);
    for (let step = 0; place && step < 4; step++) {
      if (place.lat !== null && place.lat !== undefined) return place;
      place = this.places.get(place.inside);
    }
    return null;
  }

  outermost(id) {
    let place = this.places.get(id);
    for (let step = 0; place?.inside && step < 4; step++) place = this.places.get(place.inside) ?? { id: place.id };
    return place?.id ?? id;
  }

  inside(id) {
    return [...this.places.values()].filter((place) => place.inside === id).sort((one, other) => one.rank - other.rank);
  }

  neighbours(anchor) {
    const group = this.groupsOfPlaces.find((each) => each.places.includes(anchor));
    return group && group.places.length > 1 ? group.places.map((place) => place.id) : [];
  }

  stopsOf(id) {
    return this.trip.days.flatMap((day) => day.stops.filter((stop) => stop.place === id).map((stop) => ({ ...stop, day: day.number, label: day.label })));
  }

  groups() {
    return new Set([...this.places.values()].map((place) => place.group));
  }

  lift(anchor) {
    if (this.points.some((point) => point.lat === anchor.lat && point.lon === anchor.lon)) return 16 * this.look.touch;
    return (anchor.within_m > 500 ? 20 : 42) * this.look.touch * Math.min(this.look.scale, 1.3);
  }

  group() {
    const stops = new Set(this.points.flatMap((point) => point.stops.map((stop) => stop.place)));
    this.ends = new Set(this.trip.days.flatMap((day) => day.ends));
    this.groupsOfPlaces = grouped([...this.places.values()].filter((place) => !this.hidden.has(place.group)));
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
    const state = { ends: this.ends, selected: anchor?.id ?? null, day: this.day, places: this.places, outermost: (id) => this.outermost(id) };
    const pills = pillSymbols(this.points, zoom, this.look, state);
    const [a, b] = [project(area.getNorth(), area.getWest()), project(area.getSouth(), area.getEast())];
    const near = ({ x, y }) => x > a.x && x < b.x && y > a.y && y < b.y;
    const seen = this.freeGroups.filter((group) => near(group) && (group.from <= zoom || group.places.some((place) => place.id === state.selected || this.ends.has(place.id))));
    const pins = seen.map((group) => pinSymbol(group, zoom, this.look, state));
    const legs = this.day === null ? [] : legSymbols(this.trip, this.day, zoom, this.look);
    const all = [...pills, ...pins, ...legs, ...this.ground.symbols(zoom, this.language)].sort((one, other) => one.rank - other.rank);
    const { shown, dots, chosen } = arrange(all, zoom, { pixels: linePixels(this.trip, zoom), ...this.window(), before: this.zoom === zoom ? this.chosen : new Map() });
    Object.assign(this, { zoom, chosen });
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
    frame(this.map, { asked: asked?.length ? asked : null, trip: this.trip, home: this.home, credit: this.controls.credit.offsetHeight });
  }
}

export function start(map, told) {
  const atlas = new Atlas(map, told);
  window.jzMap = atlas;
  return atlas.begin(told.files);
}
