// What the program can say to the map: one method a message.
import { Known } from "./known.js";

export class Hearing extends Known {
  on_places({ places }) {
    this.places = new Map(places.map((place) => [place.id, place]));
    this.group();
    this.controls.build();
    if (this.card.place) this.reopen();
  }

  on_trip({ trip }) {
    if (trip.id !== this.trip.id) this.hiddenDays.clear();
    this.trip = trip;
    this.showDays();
    this.controls.rebuild();
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

  /** Leaflet decides once whether it glides; it is told anew. */
  on_calm({ calm }) {
    const { map } = this;
    map._zoomAnimated = !calm && map.options.zoomAnimation;
    map._fadeAnimated = !calm && map.options.fadeAnimation;
    map.options.inertia = !calm;
    map.panBy = (by, how) => L.Map.prototype.panBy.call(map, by, calm ? { ...how, animate: false } : how);
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
    this.look.loadFonts().then((some) => some && this.arrange());
    this.base.restyle();
    this.lines.draw();
    this.controls.seat();
    this.arrange();
    if (this.card.place) this.reopen();
  }

  on_language({ language, words }) {
    this.language = language;
    this.words = words;
    document.documentElement.lang = language;
    this.card.close();
    this.base.restyle();
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

  /** Which layers there are: { themes: [{ id, name }], areas: [{ id, ring }] }. */
  on_layers({ themes, areas }) {
    this.themes = themes;
    this.areas.take(areas);
    this.controls.rebuild();
    this.arrange();
  }

  on_switches({ states }) {
    this.switches.take(states);
    this.follow();
  }

  on_load({ load }) {
    this.load = load;
    this.controls.rebuild();
    this.arrange();
    if (this.card.place) this.reopen();
  }

  on_bases(told) {
    this.base.take(told);
    this.groundChanged();
  }

  on_base_works({ works }) {
    this.base.work(works);
    this.groundChanged();
  }

  on_measured({ answer }) {
    this.measure.hear(answer);
  }

  on_beat() {}
}
