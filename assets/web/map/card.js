// The card of a place: what it is, when it is open, and the two things a visitor does with it.
import { button, el, icon, plain, stroke } from "./dom.js";
import { levelOf } from "./load.js";

const CLOCK = "M10 3a7 7 0 1 0 0 14a7 7 0 0 0 0-14M10 6v4l3 2";
const PIN = "M10 17.5s5.5-5 5.5-9.5a5.5 5.5 0 0 0-11 0c0 4.500 5.500 9.500 5.500 9.500M10 10.200a2.200 2.200 0 1 0 0-4.400a2.200 2.200 0 0 0 0 4.400";
const PEOPLE = "M4 16v-3M8 16v-6M12 16V8M16 16V4";
const CROSS = "M5 5l10 10M15 5L5 15";

const MARGIN = 12;
const TIP = 20;
const LEAST = 180; // on a map that has less room beside its buttons they make way

export class Card {
  constructor(atlas) {
    this.atlas = atlas;
    this.popup = L.popup({ className: "jz-popup", closeButton: false, autoPan: false, autoClose: false, closeOnClick: false });
    this.popup.on("remove", () => this.closed());
  }

  get place() {
    return this.popup.isOpen() ? this.shown : null;
  }

  /** `others`: the places that share this one's position or pill. */
  open(place, at, { others = [], lift = 0, focus = false } = {}) {
    this.shown = place;
    this.others = others;
    const body = this.body(place, others);
    this.popup.options.offset = L.point(0, -lift);
    this.atlas.map.getContainer().classList.toggle("is-all-card", this.isNarrow);
    const [left, top, right, bottom] = this.room();
    const widest = Math.min(300 * Math.min(this.atlas.look.scale, 1.5), right - left);
    Object.assign(this.popup.options, { minWidth: Math.round(widest * 0.83), maxWidth: Math.round(widest), maxHeight: Math.round(bottom - top - lift - TIP) });
    this.back = focus ? document.activeElement : null;
    this.popup.setLatLng(at).setContent(body).openOn(this.atlas.map);
    this.reveal();
    if (focus) body.querySelector(".jz-main")?.focus({ preventScroll: true });
  }

  /** The part of the window that no control covers, in its pixels. */
  room() {
    const { x, y } = this.atlas.map.getSize();
    const [layers, , credit] = this.atlas.controls.boxes();
    const end = this.isNarrow ? x : Math.min(layers[0], x);
    return [MARGIN, MARGIN, end - MARGIN, Math.min(credit[1], y) - MARGIN];
  }

  get isNarrow() {
    return this.atlas.controls.boxes()[0][0] < LEAST;
  }

  /** Move the map until the whole card and its place are in sight; Leaflet's own way knows nothing of our controls. */
  reveal() {
    const { map } = this.atlas;
    if (!this.place) return;
    map.stop();
    const at = map.getContainer().getBoundingClientRect();
    const box = this.popup.getElement().getBoundingClientRect();
    const [left, top, right, bottom] = this.room();
    const lift = -this.popup.options.offset.y;
    const away = (from, to, first, last) => (from < first ? from - first : Math.max(0, to - last));
    const by = [away(box.left - at.left, box.right - at.left, left, right), away(box.top - at.top, box.bottom - at.top + lift, top, bottom)];
    if (by[0] || by[1]) map.panBy(by);
  }

  close() {
    this.popup.close();
  }

  closed() {
    this.atlas.map.getContainer().classList.remove("is-all-card");
    const back = this.back;
    this.back = null;
    if (back?.isConnected) back.focus({ preventScroll: true });
  }

  body(place, others) {
    const words = this.atlas.words;
    const card = el("section", "jz-card");
    card.dataset.id = place.id;
    card.dataset.group = plain(place.group, 20);
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", plain(place.name));
    card.append(this.head(place, words));
    const beside = others.filter((each) => each === place || each.inside !== place.id);
    if (beside.length > 1) card.append(this.chips(words.same_place, beside, place));
    if (place.text) card.append(el("p", "jz-text", plain(place.text, 160)));
    const facts = el("ul", "jz-facts");
    if (place.hours) facts.append(fact(CLOCK, plain(place.hours, 90)));
    const level = levelOf(this.atlas.shownLoad, [place.id]);
    if (level) facts.append(fact(PEOPLE, plain(this.atlas.shownLoad.texts[level - 1], 90), "is-soft"));
    if (place.where) facts.append(fact(PIN, plain(place.where, 90), "is-soft"));
    if (facts.childElementCount) card.append(facts);
    const inside = this.atlas.inside(place.id);
    if (inside.length) card.append(this.chips(words.inside, inside.slice(0, 6), place, inside.length - 6));
    card.append(this.actions(place, words));
    return card;
  }

  head(place, words) {
    const head = el("header", "jz-card-head");
    const kind = el("div", "jz-kind");
    kind.append(icon(place.icon, 13), el("span", "", plain(place.kind, 24)));
    if (place.rating) kind.append(el("b", "jz-rating", plain(place.rating, 6)));
    const close = button("jz-close", words.close, () => this.close());
    close.append(stroke(CROSS, 16));
    head.append(kind, close, el("h2", "", plain(place.name, 60)));
    if (place.other_name) head.append(el("p", "jz-other", plain(place.other_name, 60)));
    return head;
  }

  chips(title, places, current, more = 0) {
    const row = el("div", "jz-chips");
    row.append(el("span", "jz-chips-title", title));
    for (const place of places) {
      const chip = button("jz-chip", plain(place.name), () => this.atlas.open(place.id));
      chip.textContent = plain(place.label || place.name, 18);
      if (place.id === current.id) chip.setAttribute("aria-current", "true");
      row.append(chip);
    }
    if (more > 0) row.append(el("span", "jz-more", `+${more}`));
    return row;
  }

  actions(place, words) {
    const row = el("footer", "jz-actions");
    const stops = this.atlas.stopsOf(place.id);
    const add = button("jz-main", words.add, () => this.atlas.say({ event: "add_requested", id: place.id }));
    add.textContent = words.add;
    if (stops.length) row.append(this.planned(stops));
    if (this.atlas.alone) return row;
    const details = button("jz-second", words.details, () => this.atlas.say({ event: "details_requested", id: place.id }));
    details.textContent = words.details;
    row.append(add, details);
    return row;
  }

  /** The day and number a place already has in the trip, in the day's colours. */
  planned(stops) {
    const row = el("div", "jz-planned");
    row.append(el("span", "jz-chips-title", this.atlas.words.planned));
    for (const stop of stops) {
      const { colour, ink } = this.atlas.look.day(stop.day);
      const mark = el("b", "jz-planned-mark", `${plain(stop.label, 20)} · ${plain(stop.number, 3)}`);
      mark.style.background = colour;
      mark.style.color = ink;
      row.append(mark);
    }
    return row;
  }
}

function fact(drawing, text, className = "") {
  const line = el("li", className);
  line.append(stroke(drawing, 15), el("span", "", text));
  return line;
}
