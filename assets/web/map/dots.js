// One canvas below the pins: soft circles for positions that are only roughly known, and dots for places without room.

const SPARE = 0.25;

export const DotLayer = L.Layer.extend({
  initialize(look, press) {
    this.look = look;
    this.press = press;
    this.dots = [];
    this.circles = [];
  },

  onAdd(map) {
    this.canvas = L.DomUtil.create("canvas", "jz-dots leaflet-zoom-animated", map.getPane("dots"));
  },

  getEvents() {
    return { zoomanim: this.follow };
  },

  show(dots, circles) {
    this.dots = dots;
    this.circles = circles;
  },

  follow(event) {
    const map = this._map;
    const at = map._latLngBoundsToNewLayerBounds(this.bounds, event.zoom, event.center).min;
    L.DomUtil.setTransform(this.canvas, at, map.getZoomScale(event.zoom, this.zoom));
  },

  redraw() {
    const map = this._map;
    if (!map) return;
    const size = map.getSize();
    const spare = size.multiplyBy(SPARE).round();
    const corner = map.containerPointToLayerPoint([0, 0]).subtract(spare).round();
    const whole = size.add(spare.multiplyBy(2));
    const sharp = window.devicePixelRatio || 1;
    this.zoom = map.getZoom();
    this.bounds = L.latLngBounds(map.layerPointToLatLng(corner), map.layerPointToLatLng(corner.add(whole)));
    this.canvas.width = whole.x * sharp;
    this.canvas.height = whole.y * sharp;
    this.canvas.style.width = `${whole.x}px`;
    this.canvas.style.height = `${whole.y}px`;
    L.DomUtil.setTransform(this.canvas, corner, 1);
    const origin = map.getPixelOrigin().add(corner);
    const pen = this.canvas.getContext("2d");
    pen.scale(sharp, sharp);
    this.draw(pen, origin, whole);
  },

  draw(pen, origin, whole) {
    const world = 256 * 2 ** this.zoom;
    const inside = (x, y, r) => x > -r && y > -r && x < whole.x + r && y < whole.y + r;
    for (const circle of this.circles) {
      const x = circle.x * world - origin.x;
      const y = circle.y * world - origin.y;
      const r = pixels(circle, this.zoom);
      if (r > circle.least && inside(x, y, r)) softCircle(pen, x, y, r, this.look.colour(`kind-${circle.group}`), circle.strong);
    }
    const sprites = new Map();
    for (const dot of this.dots) {
      const x = dot.x * world - origin.x;
      const y = dot.y * world - origin.y;
      if (!inside(x, y, 6)) continue;
      if (!sprites.has(dot.dot)) sprites.set(dot.dot, sprite(this.look.colour(`kind-${dot.dot}`), this.look.colour("card")));
      pen.drawImage(sprites.get(dot.dot), x - 5, y - 5, 10, 10);
    }
  },

  /** The dot under a position of the map, if any. */
  at(latlng) {
    const world = 256 * 2 ** this._map.getZoom();
    const point = this._map.project(latlng);
    const reach = 9 * this.look.touch;
    let best = null;
    let nearest = reach * reach;
    for (const dot of this.dots) {
      const away = (dot.x * world - point.x) ** 2 + (dot.y * world - point.y) ** 2;
      if (away < nearest) [best, nearest] = [dot, away];
    }
    return best;
  },
});

function pixels(circle, zoom) {
  return circle.within_m / ((40075016.686 * Math.cos((circle.lat * Math.PI) / 180)) / (256 * 2 ** zoom));
}

function softCircle(pen, x, y, r, colour, strong) {
  pen.save();
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
  pen.globalAlpha = strong ? 0.2 : 0.09;
  pen.fillStyle = colour;
  pen.fill();
  pen.globalAlpha = strong ? 0.9 : 0.4;
  pen.strokeStyle = colour;
  pen.lineWidth = strong ? 1.6 : 1;
  pen.setLineDash([4, 4]);
  pen.stroke();
  pen.restore();
}

function sprite(colour, edge) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 20;
  const pen = canvas.getContext("2d");
  pen.arc(10, 10, 6.5, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.strokeStyle = edge;
  pen.lineWidth = 3;
  pen.stroke();
  pen.fill();
  return canvas;
}
