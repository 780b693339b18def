// The place under a finger, so that a distance is measured from the place itself and not from where its pin is drawn.

const REACH = 18;

export function hitsPin(atlas, latlng) {
  const { map, look } = atlas;
  const point = map.latLngToContainerPoint(latlng);
  let best = null;
  let nearest = (REACH * look.touch) ** 2;
  for (const { symbol } of atlas.symbols.shown) {
    const place = symbol.place ?? atlas.places.get(symbol.ids?.[0]);
    if (!place || place.lat === null) continue;
    const { x, y } = map.latLngToContainerPoint([place.lat, place.lon]);
    // A pin's head stands above its point.
    const away = Math.min((x - point.x) ** 2 + (y - point.y) ** 2, (x - point.x) ** 2 + (y - 16 * look.touch - point.y) ** 2);
    if (away < nearest) [best, nearest] = [place, away];
  }
  return best;
}
