// Zoom, layers, scale and the credit line: our own small controls in the theme's colours.
import { button, el, icon, plain, stroke } from "./dom.js";

const PLUS = "M10 4v12M4 10h12";
const MINUS = "M4 10h12";
const FRAME = "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4";
const LAYERS = "M10 3l7.500 4L10 11L2.500 7ZM2.500 10.500L10 14.500L17.500 10.500M2.500 14L10 18L17.500 14";

// The groups of places in the order of the legend, each with the drawing that stands for it.
const GROUPS = [
  ["nature", "mountain"], ["water", "water"], ["faith", "buddhist"], ["heritage", "museum"], ["tai_chi", "taiji"],
  ["city", "park"], ["stay", "lodging"], ["transport", "rail"], ["own", "star"],
];

const Corner = L.Control.extend({
  onAdd() {
    L.DomEvent.disableClickPropagation(this.options.element);
    L.DomEvent.disableScrollPropagation(this.options.element);
    return this.options.element;
  },
});

export class Controls {
  constructor(atlas) {
    this.atlas = atlas;
    this.zoom = el("div", "jz-bar");
    this.layers = el("div", "jz-layers");
    this.credit = el("div", "jz-credit");
    this.scale = L.control.scale({ position: "bottomleft", imperial: false, maxWidth: 110 });
    const at = (position, element) => new Corner({ position, element }).addTo(atlas.map);
    at("topright", this.layers);
    at("bottomright", this.credit);
    at("bottomright", this.zoom);
    this.scale.addTo(atlas.map);
    this.opened = false;
    atlas.map.on("click dragstart", () => this.fold());
    atlas.map.on("zoomend", () => this.limits());
    atlas.map.on("resize", () => this.seat());
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.fold());
  }

  /** What lies over the map, as boxes of its window. */
  boxes() {
    const { x, y } = this.atlas.map.getContainer().getBoundingClientRect();
    return [this.toggle, this.zoom, this.credit].map((one) => one.getBoundingClientRect()).map((box) => [box.left - x, box.top - y, box.right - x, box.bottom - y]);
  }

  fold() {
    if (this.opened) this.unfold(false);
  }

  unfold(opened) {
    this.opened = opened;
    this.panel.hidden = !opened;
    this.toggle.setAttribute("aria-expanded", String(opened));
    this.layers.classList.toggle("is-open", opened);
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
    this.zoom.replaceChildren(this.more, this.less, made(FRAME, words.show_all, () => this.atlas.fit()));
    this.limits();
    this.toggle = made(LAYERS, words.layers, () => this.unfold(!this.opened));
    this.panel = this.legend();
    this.layers.replaceChildren(this.toggle, this.panel);
    this.unfold(this.opened);
    this.credit.replaceChildren(...this.credits(words));
    this.seat();
  }

  /** The scale stands beside the credit line, or above it where the window is narrow. */
  seat() {
    const scale = this.scale.getContainer();
    const beside = this.atlas.map.getSize().x - this.credit.offsetWidth > this.scale.options.maxWidth + 40;
    scale.style.marginBottom = `${beside ? 8 : this.credit.offsetHeight + 8}px`;
  }

  /** The approval always, the sources of the data on a press. */
  credits(words) {
    const [approval, ...sources] = words.credit.map((text) => plain(text, 300));
    const more = el("span", "jz-sources", sources.join(" · "));
    more.hidden = true;
    const toggle = button("jz-more-credit", words.sources, () => {
      more.hidden = !more.hidden;
      toggle.setAttribute("aria-expanded", String(!more.hidden));
    });
    toggle.textContent = words.sources;
    toggle.setAttribute("aria-expanded", "false");
    return [more, el("span", "jz-approval", approval), toggle];
  }

  limits() {
    if (!this.more) return;
    const { map } = this.atlas;
    this.more.disabled = map.getZoom() >= map.getMaxZoom();
    this.less.disabled = map.getZoom() <= map.getMinZoom();
  }

  legend() {
    const { words } = this.atlas;
    const panel = el("div", "jz-legend");
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-label", words.layers);
    panel.append(el("h3", "", words.layers));
    for (const name of this.atlas.ground.names()) {
      panel.append(this.switch(words[`layer_${name}`], this.atlas.ground.isOn(name), (on) => this.atlas.ground.turn(name, on)));
    }
    const present = this.atlas.groups();
    const groups = GROUPS.filter(([group]) => present.has(group));
    if (groups.length) panel.append(el("h3", "", words.kinds));
    for (const [group, drawing] of groups) {
      const mark = el("span", "jz-legend-mark");
      mark.dataset.group = group;
      mark.append(icon(drawing, 11));
      panel.append(this.switch(words[`group_${group}`], !this.atlas.hidden.has(group), (on) => this.atlas.showGroup(group, on), mark));
    }
    panel.append(el("h3", "", words.signs), this.sign("is-rough", words.sign_rough), this.sign("is-printed", words.sign_printed), this.sign("is-estimate", words.sign_estimate));
    return panel;
  }

  switch(label, on, turn, mark) {
    const row = el("label", "jz-switch");
    const box = el("input");
    box.type = "checkbox";
    box.checked = on;
    box.addEventListener("change", () => turn(box.checked));
    if (mark) row.append(mark);
    row.append(el("span", "jz-switch-text", plain(label, 40)), box, el("i", "jz-slide"));
    return row;
  }

  sign(className, label) {
    const row = el("div", "jz-sign");
    row.append(el("i", `jz-sign-mark ${className}`), el("span", "", plain(label, 60)));
    return row;
  }
}
