// A region pack as the ground: its vector tiles drawn in the theme's colours by protomaps-leaflet.

const HOUSES_FROM = 14;
const WIDTHS = { motorway: 3.4, trunk: 3, primary: 2.6, secondary: 2.1, tertiary: 1.6, unclassified: 1.1, residential: 1.1, living_street: 1, service: 0.7, path: 0.6 };
const GREAT = new Set(["motorway", "trunk", "primary"]);

/** A Leaflet layer for the tiles at `address`, in today's look and language. */
export function packLayer(address, { look, language, deepest, bounds, pane }) {
  const { leafletLayer } = protomapsL;
  const [west, south, east, north] = bounds;
  return leafletLayer({ url: address, maxDataZoom: deepest, maxZoom: 18, pane, bounds: [[south, west], [north, east]], paintRules: paint(look), labelRules: labels(look, language), backgroundColor: look.colour("map-land"), attribution: "" });
}

const wide = (zoom, kind) => (WIDTHS[kind] ?? 1) * Math.max(0.35, 1.28 ** (zoom - 12));

function paint(look) {
  const { LineSymbolizer, PolygonSymbolizer } = protomapsL;
  const area = (dataLayer, fill, opacity, filter, minzoom) => ({ dataLayer, minzoom, filter, symbolizer: new PolygonSymbolizer({ fill, opacity }) });
  const is = (kind) => (_, feature) => feature.props.kind === kind;
  const road = (color, more, filter) => ({ dataLayer: "roads", filter, symbolizer: new LineSymbolizer({ color, lineCap: "round", lineJoin: "round", width: (zoom, feature) => wide(zoom, feature.props.kind) + more(zoom) }) });
  const great = (_, feature) => GREAT.has(feature.props.kind);
  const small = (zoom, feature) => !great(zoom, feature) && feature.props.kind !== "path";
  return [
    area("land", look.colour("kind-nature"), look.dark ? 0.16 : 0.13, is("forest")),
    area("land", look.colour("kind-nature"), look.dark ? 0.22 : 0.2, is("park")),
    area("land", look.colour("line"), 0.45, is("built")),
    area("water", look.colour("map-water"), 1),
    { dataLayer: "rivers", symbolizer: new LineSymbolizer({ color: look.colour("map-river"), width: (zoom, feature) => (feature.props.kind === "river" ? 1.8 : 0.9) * Math.max(0.6, 1.2 ** (zoom - 12)) }) },
    area("buildings", look.colour("line-strong"), 0.28, undefined, HOUSES_FROM),
    { dataLayer: "roads", filter: is("path"), symbolizer: new LineSymbolizer({ color: look.colour("map-rail"), width: 0.8, dash: [3, 2], dashColor: look.colour("map-rail"), dashWidth: 0.8 }) },
    road(look.colour("line"), () => 1.4, small),
    road(look.colour("card"), () => 0, small),
    road(look.colour("map-outline"), () => 1.6, great),
    road(look.colour("map-road"), () => 0, great),
    { dataLayer: "rail", symbolizer: new LineSymbolizer({ color: look.colour("map-rail"), width: 1.4 }) },
  ];
}

function labels(look, language) {
  const { CenteredTextSymbolizer, LineLabelSymbolizer } = protomapsL;
  const labelProps = /^(zh|ja)/.test(language) ? ["name", "name_en"] : ["name_en", "name"];
  const text = { labelProps, fill: look.colour("map-label"), stroke: look.colour("map-label-halo"), width: 2.5 };
  const font = (size, weight) => `${weight} ${size * look.scale}px ${look.families}`;
  const place = (kinds, size, weight, minzoom) => ({ dataLayer: "places", minzoom, filter: (_, feature) => kinds.includes(feature.props.kind), symbolizer: new CenteredTextSymbolizer({ ...text, font: font(size, weight) }) });
  return [
    place(["city"], 15, 700, 6),
    place(["town"], 13, 600, 9),
    place(["suburb", "station"], 12, 500, 12),
    place(["village", "hamlet"], 11.5, 400, 13),
    { dataLayer: "rivers", minzoom: 11, symbolizer: new LineLabelSymbolizer({ ...text, fill: look.colour("map-label-water"), font: font(11.5, 500) }) },
    { dataLayer: "roads", minzoom: 14, symbolizer: new LineLabelSymbolizer({ ...text, font: font(11, 500) }) },
  ];
}
