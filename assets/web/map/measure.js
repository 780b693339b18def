// Measuring: points one after another, by click, finger or key. The program computes the distance and how sure it is.
import { button, el, plain, stroke } from "./dom.js";
import { hitsPin } from "./snap.js";

const UNDO = "M8 5L4 9l4 4M4 9h8a4 4 0 0 1 0 8h-2";
const BIN = "M4 6h12M8 6V4h4v2M6 6l1 10h6l1-10";
const CROSS = "M5 5l10 10M15 5L5 15";
// A finger or a pointer is about this exact, in pixels.
const AIM = 6;
const MOST = 100;

export class Measure {
  constructor(atlas) {
    this.atlas = atlas;
    this.points = [];
    this.on = false;
    this.lines = L.layerGroup();
    this.box = el("div", "jz-measure");
    this.box.setAttribute("role", "group");
    this.aim = el("div", "jz-aim");
    L.DomEvent.disableClickPropagation(this.box);
    L.DomEvent.on(this.box, "click", L.DomEvent.stopPropagation);
    const container = atlas.map.getContainer();
    container.append(this.aim, this.box);
    container.addEventListener("keydown", (event) => this.key(event), true);
    atlas.map.on("zoomend", () => this.draw());
    this.box.hidden = this.aim.hidden = true;
  }

  turn(on) {
    this.on = on;
    this.points = [];
    this.box.hidden = !on;
    this.aim.hidden = true;
    this.atlas.card.close();
    this.atlas.map.getContainer().classList.toggle("is-measuring", on);
    on ? this.lines.addTo(this.atlas.map) : this.lines.remove();
    this.atlas.controls.pressedRuler(on);
    if (on) this.seat();
    if (on) this.atlas.say({ event: "measured", points: [] }); // the program gets ready for the first distance
    this.changed();
  }

  /** Beside the days of a page that stands alone, or below them where the window is narrow. */
  seat() {
    const days = this.atlas.sheet?.box;
    if (!days) return;
    const beside = days.offsetLeft + days.offsetWidth + 12;
    const fits = this.atlas.map.getSize().x - beside > 320;
    this.box.style.left = fits ? `${beside}px` : "";
    this.box.style.top = fits ? "" : `${days.offsetTop + days.offsetHeight + 8}px`;
  }

  /** A point where the visitor pressed: at a place's own position when there is one under it. */
  press(latlng) {
    this.aim.hidden = true;
    this.add(latlng);
  }

  add(latlng) {
    if (this.points.length >= MOST) return;
    const place = hitsPin(this.atlas, latlng);
    const metres = (40075016.686 * Math.cos((latlng.lat * Math.PI) / 180)) / (256 * 2 ** this.atlas.map.getZoom());
    this.points.push(place ? { lat: place.lat, lon: place.lon, within_m: place.within_m, name: place.name } : { lat: latlng.lat, lon: latlng.lng, within_m: AIM * this.atlas.look.touch * metres });
    this.changed();
  }

  undo() {
    this.points.pop();
    this.changed();
  }

  /** Arrows move the map under the cross in its middle; Enter sets a point there, Backspace takes the last one away. */
  key(event) {
    if (!this.on || event.target !== this.atlas.map.getContainer()) return;
    if (event.key.startsWith("Arrow")) this.aim.hidden = false;
    else if (event.key === "Enter" || event.key === " ") {
      this.aim.hidden = false;
      this.add(this.atlas.map.getCenter());
    } else if (event.key === "Backspace" || event.key === "Delete") this.undo();
    else return;
    if (!event.key.startsWith("Arrow")) event.preventDefault();
  }

  changed() {
    this.answer = null;
    if (this.points.length > 1) this.atlas.say({ event: "measured", points: this.points.map(({ lat, lon, within_m }) => [lat, lon, within_m]) });
    this.draw();
    this.build();
  }

  /** The program's answer: { count, total, sure, parts }; an answer to fewer points than there are now is too late. */
  hear(answer) {
    if (!this.on || answer.count !== this.points.length) return;
    this.answer = answer;
    this.draw();
    this.build();
  }

  draw() {
    this.lines.clearLayers();
    if (!this.on) return;
    const at = this.points.map(({ lat, lon }) => [lat, lon]);
    const line = (className, weight) => L.polyline(at, { className, weight, interactive: false, pane: "measure" }).addTo(this.lines);
    if (at.length > 1) {
      line("jz-measure-casing", 7);
      line("jz-measure-line", 3);
    }
    for (const [number, point] of at.entries()) this.dot(point, number);
  }

  dot(point, number) {
    const part = this.answer?.parts[number - 1];
    const icon = L.divIcon({ className: "jz-measure-point", iconSize: [12, 12] });
    L.marker(point, { icon, interactive: false, keyboard: false, pane: "measure" }).addTo(this.lines);
    if (!part || this.points.length < 3) return;
    const middle = L.latLng((point[0] + this.points[number - 1].lat) / 2, (point[1] + this.points[number - 1].lon) / 2);
    const text = el("span", "", plain(part, 24));
    L.marker(middle, { icon: L.divIcon({ className: "jz-measure-part", html: text, iconSize: [0, 0] }), interactive: false, keyboard: false, pane: "measure" }).addTo(this.lines);
  }

  build() {
    const { words } = this.atlas;
    this.box.setAttribute("aria-label", words.measure);
    const [result, sure] = this.answer ? [this.answer.total, this.answer.sure] : this.points.length > 1 ? ["…", ""] : [words.measure_hint, ""];
    const text = el("div", "jz-measure-text");
    text.setAttribute("role", "status");
    text.append(el("b", this.answer ? "is-result" : "", plain(result, 90)));
    if (sure) text.append(el("span", "", plain(sure, 90)));
    const tool = (drawing, label, press, able = true) => {
      const one = button("jz-tool", label, press);
      one.disabled = !able;
      one.append(stroke(drawing));
      return one;
    };
    const some = this.points.length > 0;
    const tools = el("div", "jz-measure-tools");
    tools.append(tool(UNDO, words.measure_undo, () => this.undo(), some), tool(BIN, words.measure_clear, () => this.turn(true), some), tool(CROSS, words.close, () => this.turn(false)));
    this.box.replaceChildren(text, tools);
  }
}
