// The panel of layers: what is shown, in sections that fold, and what the signs mean.
import { button, el, icon, plain, svg } from "./dom.js";
import { WORTH_SAYING, bars } from "./load.js";

// The groups of places in the order of the panel, each with the drawing that stands for it.
const GROUPS = [
  ["nature", "mountain"], ["water", "water"], ["faith", "buddhist"], ["heritage", "museum"], ["tai_chi", "taiji"],
  ["city", "park"], ["stay", "lodging"], ["transport", "rail"], ["own", "star"],
];
const SIGNS = ["rough", "area", "printed", "estimate", "expressway", "railway", "canal", "belt"];

export class Panel {
  constructor(atlas) {
    this.atlas = atlas;
    this.open = new Set(["themes", "kinds", "trip"]);
    this.element = el("div", "jz-legend");
    this.element.setAttribute("role", "group");
  }

  build() {
    const { words } = this.atlas;
    this.element.setAttribute("aria-label", words.layers);
    const top = this.element.scrollTop;
    const focused = this.element.contains(document.activeElement) ? document.activeElement.dataset.name : null;
    const sections = [
      this.section("base", words.base, this.bases()),
      this.section("themes", words.themes, this.themes()),
      this.section("kinds", words.kinds, this.kinds()),
      this.section("trip", words.trip, this.trip()),
      this.section("ground", words.ground, this.ground()),
      this.section("signs", words.signs, this.signs()),
    ];
    this.element.replaceChildren(...sections.filter(Boolean));
    this.element.scrollTop = top;
    if (focused) [...this.element.querySelectorAll("[data-name]")].find((one) => one.dataset.name === focused)?.focus({ preventScroll: true });
  }

  section(name, title, rows) {
    if (!rows.length) return null;
    const part = el("details", "jz-section");
    part.open = this.open.has(name);
    part.addEventListener("toggle", () => (part.open ? this.open.add(name) : this.open.delete(name)));
    const head = el("summary", "", title);
    head.dataset.name = `section ${name}`;
    part.append(head, ...rows);
    return part;
  }

  /** The grounds to choose from, and the way to more of them; none in a kiosk, which offers only its own. */
  bases() {
    const { base, words, alone } = this.atlas;
    if (alone || !base.bases.length) return [];
    const rows = base.bases.map(({ id, name }) => {
      const row = el("label", "jz-switch");
      const box = el("input");
      Object.assign(box, { type: "radio", name: "base", checked: id === base.chosen });
      box.dataset.name = `base ${id}`;
      box.addEventListener("change", () => this.atlas.say({ event: "base_chosen", id }));
      row.append(box, el("i", "jz-dot"), el("span", "jz-switch-text", plain(name, 40)));
      return row;
    });
    const more = button("jz-more-maps", words.more_maps, () => this.atlas.say({ event: "bases_wanted" }));
    more.textContent = words.more_maps;
    return [...rows, more];
  }

  themes() {
    const { switches, themes } = this.atlas;
    if (!themes.length) return [];
    const row = el("div", "jz-chips");
    for (const { id, name } of themes) {
      const on = switches.isOn(`theme:${id}`);
      const chip = button("jz-chip jz-theme", plain(name, 30), () => this.atlas.turn(`theme:${id}`, !on));
      chip.textContent = plain(name, 30);
      chip.dataset.name = `theme:${id}`;
      chip.setAttribute("aria-pressed", String(on));
      row.append(chip);
    }
    return [row];
  }

  kinds() {
    const { words } = this.atlas;
    const present = this.atlas.groups();
    return GROUPS.filter(([group]) => present.has(group)).map(([group, drawing]) => {
      const mark = el("span", "jz-legend-mark");
      mark.dataset.group = group;
      mark.append(icon(drawing, 11));
      return this.switch(`group:${group}`, words[`group_${group}`], mark);
    });
  }

  trip() {
    const { words, trip, look, load } = this.atlas;
    const days = trip.days.map((day) => {
      const { colour, ink } = look.day(day.number);
      const mark = el("span", "jz-day-mark", plain(day.number, 3));
      Object.assign(mark.style, { background: colour, color: ink });
      return this.switch(`day:${day.number}`, day.label, mark);
    });
    if (!load) return days;
    const rows = [...days, this.switch("load", words.layer_load)];
    if (!this.atlas.switches.isOn("load")) return rows;
    const scale = el("div", "jz-load-scale");
    for (let level = WORTH_SAYING; level <= load.names.length; level++) {
      const one = el("span", "");
      one.append(bars(level, 8, 8), el("small", "", plain(load.names[level - 1], 16)));
      scale.append(one);
    }
    return [...rows, scale, el("p", "jz-note", plain(load.note, 120))];
  }

  ground() {
    const { words, ground } = this.atlas;
    return ground.names().map((name) => this.switch(`ground:${name}`, words[`layer_${name}`]));
  }

  signs() {
    return SIGNS.map((name) => {
      const row = el("div", "jz-sign");
      row.append(name === "area" ? areaSign() : el("i", `jz-sign-mark is-${name}`), el("span", "", plain(this.atlas.words[`sign_${name}`], 60)));
      return row;
    });
  }

  switch(name, label, mark) {
    const row = el("label", "jz-switch");
    const box = el("input");
    box.type = "checkbox";
    box.checked = name.startsWith("day:") ? !this.atlas.hiddenDays.has(name) : this.atlas.switches.isOn(name);
    box.dataset.name = name;
    box.addEventListener("change", () => this.atlas.turn(name, box.checked));
    if (mark) row.append(mark);
    row.append(el("span", "jz-switch-text", plain(label, 40)), box, el("i", "jz-slide"));
    return row;
  }
}

function areaSign() {
  const picture = svg("svg", { viewBox: "0 0 20 16", width: 20, height: 16, class: "jz-sign-area", "aria-hidden": "true" });
  picture.append(svg("path", { d: "M4 3Q12 -1 17 5Q20 12 12 14Q2 17 2 9Q2 5 4 3Z" }));
  return picture;
}
