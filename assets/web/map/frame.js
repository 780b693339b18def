// What the window frames, and how much room it leaves around for pins, names and controls.

const PLACES_ZOOM = 12;
// One stop alone shows the country around it too.
const TRIP_ZOOM = 11;
const NARROWEST = 60;
const LINE = 14;
// Half a pin, and what the buttons keep from the edge.
const PIN = 30;

/** The places asked for, else the ways of the trip, else the city. `asked`: null, or positions. */
export function frame(map, { asked, trip, home, credit, bar = 0, beside = 0 }) {
  const { x, y } = map.getSize();
  if (x < NARROWEST || y < NARROWEST) return; // not laid out yet: its first size comes later
  const ways = trip.days.flatMap((day) => [...day.stops.filter((stop) => Number.isFinite(stop.lat)).map((stop) => [stop.lat, stop.lon]), ...day.legs.flatMap((leg) => [leg.from, leg.to])]);
  const points = asked ?? ways;
  const foot = Math.min(credit + 8, y * 0.15);
  if (!points.length) {
    map.fitBounds(home, { paddingTopLeft: [LINE + beside, LINE], paddingBottomRight: [LINE, foot], animate: false });
    return;
  }
  const side = Math.min(64, x * 0.15);
  const right = Math.max(side, Math.min(bar + PIN, x * 0.35)); // large buttons hide no pin
  const head = Math.min(56, y * 0.15);
  map.fitBounds(L.latLngBounds(points), { paddingTopLeft: [side + beside, head], paddingBottomRight: [right, foot + head / 3], maxZoom: asked ? PLACES_ZOOM : TRIP_ZOOM, animate: false });
}
