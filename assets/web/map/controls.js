// Zoom, layers, scale and the credit line: our own small controls in the theme's colours.
import { button, el, plain, stroke } from "./dom.js";
import { Panel } from "./panel.js";

const PLUS = "M10 4v12M4 10h12";
const MINUS = "M4 10h12";
const FRAME = "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4";
const LAYERS = "M10 3l7.500 4L10 11L2.500 7ZM2.500 10.500L10 14.500L17.500 10.500M2.500 14L10 18L17.500 14";

const RULER = "M3 13.500L13.500 3L17 6.500L6.500 17ZM6 10.500l2 2M8.500 8l1.500 1.500M11 5.500l2 2";

/** In pixels, at the usual size of letters. */
const LONGEST_SCALE = 110;

const Corner = L.Control.extend({
  onAdd() {
    L.DomEvent.disableClickPropagation(this.options.element);
    L.DomEvent.disableScrollPropagation(this.options.element);
    // Leaflet would take a press on what is then drawn anew for a press on the map.
    L.DomEvent.on(this.options.element, "click", L.DomEvent.stopPropagation);
    return this.options.element;
  },
});

/** Leaflet's own has the units of one language, and one width for all sizes of letters. */
const Scale = L.Control.Scale.extend({
  _updateMetric(most) {
    const metres = this._getRoundNum(most);
    const { metres: short, kilometres: long } = this.options.atlas.words;
    this._updateScale(this._mScale, "", metres / most);
    this._mScale.textContent = metres < 1000 ? short.replace("{distance}", metres) : long.replace("{distance}", metres / 1000);
  },
});

export class Controls {
  constructor(atlas) {
    this.atlas = atlas;
    this.zoom = el("div", "jz-bar");
    this.layers = el("div", "jz-layers");
    this.credit = el("div", "jz-credit");
    this.scale = new Scale({ atlas, position: "bottomleft", imperial: false });
    const at = (position, element) => new Corner({ position, element }).addTo(atlas.map);
    at("topright", this.layers);
    at("bottomright", this.credit);
    at("bottomright", this.zoom);
    this.scale.addTo(atlas.map);
    this.opened = false;
    this.panel = new Panel(atlas);
    atlas.map.on("click dragstart", () => this.fold());
    atlas.map.on("zoomend", () => this.limits());
    atlas.map.on("resize", () => this.seat());
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.escape());
  }

  /** What lies over the map, as boxes of its window. */
  boxes() {
    const { x, y } = this.atlas.map.getContainer().getBoundingClientRect();
    return [this.toggle, this.zoom, this.credit, this.atlas.sheet?.box].filter(Boolean).map((one) => one.getBoundingClientRect()).map((box) => [box.left - x, box.top - y, box.right - x, box.bottom - y]);
  }

  fold() {
    if (this.opened) this.unfold(false);
  }

  /** Whoever closes the panel by key stays where it was opened. */
  escape() {
    const inside = this.layers.contains(document.activeElement);
    this.fold();
    if (inside) this.toggle.focus({ preventScroll: true });
  }

  pressedRuler(on) {
    this.ruler.setAttribute("aria-pressed", String(on));
    this.ruler.classList.toggle("is-on", on);
  }

  unfold(opened) {
    this.opened = opened;
    if (opened) this.panel.build();
    this.panel.element.hidden = !opened;
    this.toggle.setAttribute("aria-expanded", String(opened));
    this.layers.classList.toggle("is-open", opened);
  }

  /** The layers changed by the program, or by another of them. */
  rebuild() {
    if (this.opened) this.panel.build();
  }

  credited() {
    this.credit.replaceChildren(...this.credits(this.atlas.words));
    this.seat();
  }

  /** Built again for each language; nothing here is kept by hand. */
  build() {
    const { words, map } = this.atlas;
    const made = (drawing, label, press) => {
      const one = button("jz-tool", label, press);
      one.append(stroke(drawing));
      return one;
    };
    this.more = made(PLUS, words.zoom_in, () => map.zoomIn());
    this.less = made(MINUS, words.zoom_out, () => map.zoomOut());
    this.ruler = made(RULER, words.measure, () => this.atlas.measure.turn(!this.atlas.measure.on));
    this.zoom.replaceChildren(this.more, this.less, made(FRAME, words.show_all, () => this.atlas.fit()), this.ruler);
    this.pressedRuler(this.atlas.measure?.on ?? false);
    this.limits();
    this.toggle = made(LAYERS, words.layers, () => this.unfold(!this.opened));
    this.layers.replaceChildren(this.toggle, this.panel.element);
    this.unfold(this.opened);
    this.credit.replaceChildren(...this.credits(words));
    this.scale.remove().addTo(map);
    this.seat();
  }

  /** The scale has room for its letters; it stands beside the credit line, or above it where the window is narrow. */
  seat() {
    const { x } = this.atlas.map.getSize();
    this.scale.options.maxWidth = Math.min(LONGEST_SCALE * this.atlas.look.scale, x / 2);
    this.scale._update();
    const scale = this.scale.getContainer();
    const beside = x - this.credit.offsetWidth > this.scale.options.maxWidth + 40;
    scale.style.marginBottom = `${beside ? 8 : this.credit.offsetHeight + 8}px`;
  }

  /** The approval always, the sources of the data on a press. */
  credits(words) {
    const [approval, ...sources] = words.credit.map((text) => plain(text, 300));
    const ground = plain(this.atlas.base.credit, 200);
    const more = el("span", "jz-sources", sources.join(" · "));
    more.hidden = true;
    const toggle = button("jz-more-credit", words.sources, () => {
      more.hidden = !more.hidden;
      toggle.setAttribute("aria-expanded", String(!more.hidden));
    });
    toggle.textContent = words.sources;
    toggle.setAttribute("aria-expanded", "false");
    return [more, ...(ground ? [el("span", "jz-ground-credit", ground)] : []), el("span", "jz-approval", approval), toggle];
  }

  limits() {
    if (!this.more) return;
    const { map } = this.atlas;
    this.more.disabled = map.getZoom() >= map.getMaxZoom();
    this.less.disabled = map.getZoom() <= map.getMinZoom();
  }
}
