// Distances in a page that stands alone, where no program is there to be asked: on the same ellipsoid, WGS-84.

const LONG = 6378137;
const FLAT = 1 / 298.257223563;
const SHORT = LONG * (1 - FLAT);
const RADIANS = Math.PI / 180;

/** Metres between two `[lat, lon]`, by Vincenty's inverse formula; to a millimetre except for opposite ends of the Earth. */
export function metres([lat1, lon1], [lat2, lon2]) {
  const wide = (lon2 - lon1) * RADIANS;
  const [u1, u2] = [lat1, lat2].map((lat) => Math.atan((1 - FLAT) * Math.tan(lat * RADIANS)));
  const [sin1, cos1, sin2, cos2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  let lambda = wide;
  let sinArc, cosArc, arc, cosAzimuth2, cosMiddle;
  for (let round = 0; round < 100; round++) {
    sinArc = Math.hypot(cos2 * Math.sin(lambda), cos1 * sin2 - sin1 * cos2 * Math.cos(lambda));
    if (sinArc === 0) return 0;
    cosArc = sin1 * sin2 + cos1 * cos2 * Math.cos(lambda);
    arc = Math.atan2(sinArc, cosArc);
    const sinAzimuth = (cos1 * cos2 * Math.sin(lambda)) / sinArc;
    cosAzimuth2 = 1 - sinAzimuth ** 2;
    cosMiddle = cosAzimuth2 ? cosArc - (2 * sin1 * sin2) / cosAzimuth2 : 0;
    const c = (FLAT / 16) * cosAzimuth2 * (4 + FLAT * (4 - 3 * cosAzimuth2));
    const before = lambda;
    lambda = wide + (1 - c) * FLAT * sinAzimuth * (arc + c * sinArc * (cosMiddle + c * cosArc * (2 * cosMiddle ** 2 - 1)));
    if (Math.abs(lambda - before) < 1e-12) break;
  }
  const u = (cosAzimuth2 * (LONG ** 2 - SHORT ** 2)) / SHORT ** 2;
  const a = 1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u)));
  const b = (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u)));
  const bend = cosArc * (2 * cosMiddle ** 2 - 1) - (b / 6) * cosMiddle * (4 * sinArc ** 2 - 3) * (4 * cosMiddle ** 2 - 3);
  return SHORT * a * (arc - b * sinArc * (cosMiddle + (b / 4) * bend));
}

/** What the program answers elsewhere. `points`: `[lat, lon, within_m]`; `texts`: `{ total, sure, metres, kilometres }`, each with a place to fill in. */
export function measured(points, texts) {
  const said = (length) => {
    const tens = Math.round(length / 10) * 10;
    if (tens < 1000) return texts.metres.replace("{distance}", tens);
    return texts.kilometres.replace("{distance}", (length / 1000).toLocaleString("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
  };
  const parts = points.slice(1).map((point, at) => metres(points[at], point));
  // Each end errs by chance; a point in the middle counts for both its sides.
  const off = Math.hypot(...points.map(([, , within]) => within), ...points.slice(1, -1).map(([, , within]) => within));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return { count: points.length, total: texts.total.replace("{distance}", said(total)), sure: texts.sure.replace("{distance}", said(off)), parts: parts.map(said) };
}
