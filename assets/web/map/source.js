// Where the ground comes from: the program, or, in a page that stands alone, the page itself.

const HOME = "jz://app";

export class ProgramSource {
  async read(name) {
    return (await fetch(`${HOME}/maps/${name}`)).json();
  }

  tiles(dark, options) {
    return L.tileLayer(this.address(dark), options);
  }

  retint(layer, dark) {
    layer.setUrl(this.address(dark), true);
  }

  address(dark) {
    return `${HOME}/tiles/relief-${dark ? "dark" : "light"}/{z}/{x}/{y}`;
  }
}

const EMPTY = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";

const KeptTiles = L.TileLayer.extend({
  getTileUrl({ x, y }) {
    return this.options.kept[`${this._getZoomForUrl()}/${x}/${y}`] ?? EMPTY;
  },
});

export class KeptSource {
  /** `kept`: { files: { name: data }, tiles: { "z/x/y": data URI } }. */
  constructor(kept) {
    this.kept = kept;
  }

  async read(name) {
    return this.kept.files[name];
  }

  tiles(dark, options) {
    return new KeptTiles("", { ...options, kept: this.kept.tiles });
  }

  retint() {}
}
