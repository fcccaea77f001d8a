// The user's own tiles (PMTiles) under our events and names: vector tiles of the usual schemas, or pictures.
import { addProtocol } from "./built/maplibre-gl.mjs";
import { PMTiles, Protocol } from "./built/pmtiles.mjs";

const VECTOR = 1;
const COMPACT = 6; // MapLibre's own vector tiles (MLT)
const MOST_NAMES = 60;

// What Protomaps, OpenMapTiles and Shortbread call one thing.
const CALLED = {
  land: ["earth"],
  water: ["water", "ocean", "water_polygons"],
  rivers: ["water", "waterway", "water_lines"],
  buildings: ["buildings", "building"],
  roads: ["roads", "transportation", "streets"],
  borders: ["boundaries", "boundary"],
  places: ["places", "place", "place_labels"],
};
const MAIN_ROADS = ["highway", "major_road", "motorway", "trunk", "primary", "secondary"];
const NO_ROADS = ["rail", "transit", "ferry", "aerialway", "path", "track", "pier", "aeroway"];
const SETTLEMENTS = ["locality", "city", "town", "village", "hamlet", "capital", "state_capital"];
const LINK = /<a\s[^>]*?href=["']?(https?:\/\/[^"'\s>]+)[^>]*>(.*?)<\/a>/gis;
const KIND = ["coalesce", ["get", "kind"], ["get", "class"], ""];

// The archive's head and what it says of itself; the map then asks it for tiles under pmtiles://.
export async function openTiles(address) {
  const url = new URL(address, location.href).href;
  const archive = new PMTiles(url);
  const protocol = new Protocol();
  protocol.add(archive);
  const head = await archive.getHeader();
  const told = await archive.getMetadata().catch(() => ({}));
  addProtocol("pmtiles", protocol.tile);
  const layers = (told.vector_layers ?? []).map((layer) => layer.id);
  const isVector = head.tileType === VECTOR || head.tileType === COMPACT;
  return { url, head, layers, isVector, attribution: String(told.attribution ?? "") };
}

export function sourcesOf(tiles) {
  const box = [tiles.head.minLon, tiles.head.minLat, tiles.head.maxLon, tiles.head.maxLat];
  const source = { type: tiles.isVector ? "vector" : "raster", url: `pmtiles://${tiles.url}` };
  if (tiles.head.tileType === COMPACT) source.encoding = "mlt";
  if (!tiles.isVector) source.tileSize = 256;
  return { tiles: source, ground: { type: "geojson", data: rectangle(box) } };
}

function rectangle([west, south, east, north]) {
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } };
}

export function layersOf(tiles, colour, isDark) {
  if (!tiles.isVector) return [picture(isDark)];
  const known = drawn(colour).filter((layer) => tiles.layers.includes(layer["source-layer"]));
  if (!known.length) return tiles.layers.map((name) => outline(name, colour));
  const ground = { id: "ground", type: "fill", source: "ground", minzoom: tiles.head.minZoom, paint: { "fill-color": colour("land") } };
  return known.some((layer) => layer["source-layer"] === "earth") ? known : [ground, ...known];
}

function picture(isDark) {
  const paint = { "raster-saturation": -0.55, "raster-opacity": 0.85 };
  if (isDark) Object.assign(paint, { "raster-brightness-max": 0.55, "raster-contrast": -0.1 });
  return { id: "tiles-picture", type: "raster", source: "tiles", paint };
}

// Tiles of a schema of somebody's own: their lines alone.
function outline(name, colour) {
  return { id: `tiles-${name}`, type: "line", source: "tiles", "source-layer": name, paint: { "line-color": colour("coast"), "line-width": 0.7 } };
}

function drawn(colour) {
  const isArea = ["==", ["geometry-type"], "Polygon"];
  const isLine = ["==", ["geometry-type"], "LineString"];
  const level = ["to-number", ["get", "admin_level"], 9];
  const isState = ["all", ["!=", ["get", "maritime"], 1], ["any", ["==", KIND, "country"], ["<=", level, 2]]];
  const width = (far, near) => ["interpolate", ["linear"], ["zoom"], 7, far, 15, near];
  return [
    ...each("land", "fill", { "fill-color": colour("land") }, isArea),
    ...each("water", "fill", { "fill-color": colour("sea") }, isArea),
    ...each("rivers", "line", { "line-color": colour("sea"), "line-width": width(0.8, 2.5) }, isLine),
    ...each("buildings", "fill", { "fill-color": colour("building") }, isArea, 13),
    ...each("roads", "line", { "line-color": colour("road"), "line-width": width(0.3, 2.5) }, ["all", isLine, ["!", among(KIND, [...MAIN_ROADS, ...NO_ROADS])]], 10, "small"),
    ...each("roads", "line", { "line-color": colour("road"), "line-width": width(0.7, 5) }, ["all", isLine, among(KIND, MAIN_ROADS)], 5, "main"),
    ...each("borders", "line", { "line-color": colour("coast"), "line-width": 0.6, "line-dasharray": [3, 2] }, ["all", isLine, ["!", isState]], 6, "inner"),
    ...each("borders", "line", { "line-color": colour("coast"), "line-width": 1.2 }, ["all", isLine, isState], 0, "state"),
  ];
}

function among(value, list) {
  return ["in", value, ["literal", list]];
}

function each(what, type, paint, filter, minzoom = 0, part = "") {
  return CALLED[what].map((name) => ({ id: `tiles-${what}${part}-${name}`, type, source: "tiles", "source-layer": name, filter, minzoom, paint }));
}

// Settlements of the tiles in view, the greatest first, named in the page's language.
export function placesIn(globe, tiles) {
  const lang = document.documentElement.lang;
  const found = new Map();
  for (const sourceLayer of CALLED.places.filter((name) => tiles.layers.includes(name))) {
    for (const { properties, geometry } of globe.querySourceFeatures("tiles", { sourceLayer })) {
      const name = properties[`name:${lang}`] ?? properties[`name_${lang}`] ?? properties.name;
      const kind = properties.kind ?? properties.class;
      if (!name || geometry.type !== "Point" || !SETTLEMENTS.includes(kind)) continue;
      const [lon, lat] = geometry.coordinates;
      found.set(name, { name, lon, lat, weight: properties.min_zoom ?? properties.rank ?? 20 });
    }
  }
  return [...found.values()].sort((a, b) => a.weight - b.weight).slice(0, MOST_NAMES);
}

// Who made the tiles, in their own words: text and links, and nothing else that their file may hold.
export function attributionOf(tiles) {
  const line = document.createElement("bdi");
  let at = 0;
  for (const found of tiles.attribution.matchAll(LINK)) {
    const link = document.createElement("a");
    const address = plain(found[1]);
    Object.assign(link, { href: address, rel: "noopener noreferrer", target: "_blank", textContent: plain(found[2]) });
    line.append(plain(tiles.attribution.slice(at, found.index)), link);
    at = found.index + found[0].length;
  }
  line.append(plain(tiles.attribution.slice(at)));
  return line;
}

// A text without its tags; what is left holds no element, only letters and their names (&copy;).
function plain(text) {
  const bare = `.${text.replace(/<[^>]*>/g, "").replace(/</g, "&lt;")}`; // the point keeps a blank at the beginning
  return new DOMParser().parseFromString(bare, "text/html").body.textContent.slice(1);
}
