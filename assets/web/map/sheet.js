// The days of the trip beside the map, in a page that stands alone.
import { button, el, plain } from "./dom.js";

export class Sheet {
  /** `sheet`: { title, days: [{ number, label, stops: [{ place, name, times }] }] }. */
  constructor(atlas, { title, days }) {
    this.atlas = atlas;
    const box = el("details", "jz-sheet");
    box.open = window.innerWidth > 700;
    box.append(el("summary", "", plain(title, 80)), ...days.map((day) => this.day(day)));
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    atlas.map.getContainer().append(box);
    this.box = box;
  }

  /** What it takes of the window's width, while it is open. */
  get width() {
    return this.box.open ? this.box.offsetLeft + this.box.offsetWidth : 0;
  }

  day({ number, label, stops }) {
    const { colour, ink } = this.atlas.look.day(number);
    const part = el("section", "jz-sheet-day");
    const head = el("h2", "");
    const mark = el("span", "jz-day-mark", plain(number, 3));
    Object.assign(mark.style, { background: colour, color: ink });
    head.append(mark, el("span", "", plain(label, 60)));
    const list = el("ol", "");
    for (const stop of stops) list.append(this.stop(stop));
    part.append(head, list);
    return part;
  }

  stop({ place, name, times }) {
    const row = el("li", "");
    const one = button("jz-sheet-stop", `${plain(times, 20)} ${plain(name)}`, () => this.atlas.on_select({ id: place, card: true }));
    one.append(el("span", "jz-sheet-time", plain(times, 20)), el("span", "", plain(name, 60)));
    row.append(one);
    return row;
  }
}
