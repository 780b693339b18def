// Keeps the page's symbols (pins, stops, names) in step with the arrangement; only what changed is touched.
import { nameOf } from "./choice.js";

const Symbol_ = L.Icon.extend({
  createIcon() {
    const element = this.options.build();
    element.classList.add("leaflet-marker-icon");
    return element;
  },
  createShadow: () => null,
});

export class SymbolLayer {
  constructor(map, look, press) {
    this.map = map;
    this.look = look;
    this.press = press;
    this.drawn = new Map();
    this.shown = [];
  }

  show(shown) {
    this.shown = shown;
  }

  draw() {
    const near = this.map.getBounds().pad(0.25);
    const [south, north, west, east] = [near.getSouth(), near.getNorth(), near.getWest(), near.getEast()];
    const wanted = new Set();
    for (const { symbol, option } of this.shown) {
      if (symbol.lat < south || symbol.lat > north || symbol.lon < west || symbol.lon > east) continue;
      wanted.add(symbol.key);
      this.put(symbol, option);
    }
    for (const [key, one] of this.drawn) {
      if (wanted.has(key)) continue;
      one.marker.remove();
      this.drawn.delete(key);
    }
  }

  put(symbol, option) {
    const sign = `${nameOf(option)} ${this.look.measure} ${symbol.sign()}`;
    const one = this.drawn.get(symbol.key);
    if (one?.sign === sign) {
      one.symbol = symbol;
      return;
    }
    const kept = document.activeElement === one?.marker.getElement();
    one?.marker.remove();
    const marker = this.marker(symbol, option);
    this.drawn.set(symbol.key, { marker, sign, symbol });
    if (kept && one) marker.getElement()?.focus({ preventScroll: true });
  }

  marker(symbol, option) {
    const icon = new Symbol_({ build: () => symbol.build(option) });
    const still = Boolean(symbol.still);
    const marker = L.marker([symbol.lat, symbol.lon], { icon, keyboard: !still, interactive: !still, pane: still ? "names" : "markerPane", zIndexOffset: symbol.must ? 1000 : 0 });
    marker.addTo(this.map);
    if (!still) this.listen(marker, symbol);
    return marker;
  }

  listen(marker, symbol) {
    const now = () => this.drawn.get(symbol.key)?.symbol ?? symbol;
    marker.on("click", (event) => {
      L.DomEvent.stopPropagation(event);
      this.press(now(), false);
    });
    marker.getElement().addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      this.press(now(), true);
    });
  }

  elementOf(symbol) {
    return this.drawn.get(symbol.key)?.marker.getElement();
  }
}
