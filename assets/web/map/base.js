// Another ground over the offline one. Where a piece of it is missing, the offline map shows through: there is no hole.
import { plain } from "./dom.js";
import { packLayer } from "./pack.js";

const OFFLINE = "offline";
const SNAP = 0.125;
const OFFLINE_MAX_ZOOM = 13;
const PACK_MAX_ZOOM = 17;

export class Base {
  constructor(map, atlas) {
    this.map = map;
    this.atlas = atlas;
    this.bases = [];
    this.chosen = OFFLINE;
    this.works = true;
    this.layers = [];
  }

  /** Whether the offline names would stand on a ground that has its own. */
  get covers() {
    return this.layers.length > 0 && this.works;
  }

  get credit() {
    return this.covers ? this.found().credit : "";
  }

  found() {
    return this.bases.find((each) => each.id === this.chosen);
  }

  /** `bases`: { id, name, credit, layers: [address], max_zoom }; the program answers every address itself. */
  take({ bases, chosen }) {
    const same = JSON.stringify([bases, chosen]) === this.told;
    this.told = JSON.stringify([bases, chosen]);
    if (same) return;
    Object.assign(this, { bases, chosen, works: true });
    const { layers = [], max_zoom: deepest = OFFLINE_MAX_ZOOM, pack } = this.found() ?? {};
    // A picture of letters is stretched between whole zooms: with another ground only whole ones are offered.
    this.map.options.zoomSnap = layers.length ? 1 : SNAP;
    this.map.setMaxZoom(Math.max(OFFLINE_MAX_ZOOM, pack ? PACK_MAX_ZOOM : Math.min(18, deepest)));
    this.draw();
    if (layers.length) this.map.setZoom(Math.round(this.map.getZoom()), { animate: false });
  }

  /** Anew in today's look and language. */
  draw() {
    for (const layer of this.layers) layer.remove();
    const { layers = [], max_zoom: deepest, pack, bounds } = this.found() ?? {};
    const { look, language } = this.atlas;
    const made = (address) => (pack ? packLayer(address, { look, language, deepest, bounds, pane: "base" }) : tiles(address, deepest));
    this.layers = layers.map((address) => made(plain(address, 200)).addTo(this.map));
  }

  /** Its look follows the theme; a picture from elsewhere stays as it is. */
  restyle() {
    if (this.found()?.pack) this.draw();
  }

  /** Whether the chosen ground answers; when it does again, what is missing is asked for anew. */
  work(works) {
    // Another address each time: the page would take the empty pieces it got before for the answer.
    if (works && !this.works) for (const layer of this.layers) layer.setUrl?.(`${layer.address}?again=${Date.now()}`);
    this.works = works;
  }
}

function tiles(address, deepest) {
  const layer = L.tileLayer(address, { pane: "base", maxNativeZoom: deepest, maxZoom: 18, minZoom: 7, keepBuffer: 2, className: "jz-base" });
  return Object.assign(layer, { address });
}
