// Scenic areas as soft outlines around the sights that are known inside them: where to look, never a boundary.

const FROM_ZOOM = 9.5;

export class Areas {
  constructor(map, renderer) {
    this.map = map;
    this.drawn = new Map();
    this.renderer = renderer;
  }

  /** `areas`: { id, ring: [[lat, lon]] } each. */
  take(areas) {
    for (const shape of this.drawn.values()) shape.remove();
    this.drawn = new Map(areas.map((area) => [area.id, L.polygon(area.ring, { className: "jz-area", renderer: this.renderer, pane: "ground", interactive: false, smoothFactor: 0.5 })]));
  }

  /** `wanted`: whether the area with this id is switched on; `chosen`: the one that is looked at. */
  draw(wanted, chosen) {
    const near = this.map.getZoom() >= FROM_ZOOM;
    for (const [id, shape] of this.drawn) {
      if (!(wanted(id) && (near || id === chosen))) shape.remove();
      else {
        shape.addTo(this.map);
        shape.getElement()?.classList.toggle("is-chosen", id === chosen);
      }
    }
  }
}
