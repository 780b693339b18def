// What the visitor has switched on and off. The program remembers what differs from the usual.

const USUALLY_OFF = new Set(["ground:belts", "load"]);
const THEME = "theme:";

export class Switches {
  constructor(tell) {
    this.tell = tell;
    this.changed = new Map();
  }

  /** What was remembered: names and whether they are on. */
  take(states) {
    this.changed = new Map(Object.entries(states));
  }

  isOn(name) {
    return this.changed.get(name) ?? !(USUALLY_OFF.has(name) || name.startsWith(THEME));
  }

  turn(name, on) {
    this.changed.set(name, on);
    this.tell({ event: "switched", name, on });
  }

  /** The themes a visitor wants to see; none: all of them. */
  themes() {
    return [...this.changed].filter(([name, on]) => on && name.startsWith(THEME)).map(([name]) => name.slice(THEME.length));
  }

  /** Whether a place belongs on the map: its kind is on and, for a sight, one of its themes is wanted. */
  shows(place) {
    if (!this.isOn(`group:${place.group}`)) return false;
    const wanted = place.themes ? this.themes() : []; // stations, beds and own places have no theme
    return wanted.length === 0 || place.themes.some((theme) => wanted.includes(theme));
  }
}
