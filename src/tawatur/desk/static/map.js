// The full map: outlines, names and events over the picture that the server drew; the user's tiles, if any.
import { Map as Globe, Marker, NavigationControl, setWorkerUrl } from "./built/maplibre-gl.mjs";
import { digits } from "./numbers.js";

const SIZES = [10, 100];

export function start() {
  setWorkerUrl(new URL("./built/maplibre-gl-worker.mjs", import.meta.url).href);
  for (const holder of document.querySelectorAll("[data-map][data-full]")) show(holder);
}

async function show(holder) {
  if (!supported()) return;
  const place = document.createElement("div");
  place.className = "full";
  place.dir = "ltr";
  holder.append(place);
  const tiles = await tilesOf(holder);
  const [west, south, east, north] = holder.dataset.view.split(",").map(Number);
  const globe = new Globe({
    container: place,
    style: styleOf(colours(), tiles),
    bounds: [west, Math.max(-80, south), east, Math.min(84, north)],
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: 0,
    locale: {
      "NavigationControl.ZoomIn": holder.dataset.zoomIn,
      "NavigationControl.ZoomOut": holder.dataset.zoomOut,
      "Map.Title": holder.dataset.label,
    },
  });
  globe.addControl(new NavigationControl({ showCompass: false }), "top-left");
  globe.touchZoomRotate.disableRotation();
  holder.desk = globe;
  if (tiles) credit(holder, globe, tiles);
  await new Promise((done) => globe.once("load", done));
  holder.classList.add("is-full");
  holder.querySelector(".drawn").setAttribute("aria-hidden", "true");
  for (const link of holder.querySelectorAll(".drawn a")) link.tabIndex = -1;
  const name = names(holder, globe, tiles);
  const draw = [events(holder, globe), name];
  const again = async () => {
    for (const one of draw) await one();
    if (tiles?.isVector) globe.once("idle", name);
  };
  globe.on("moveend", again);
  await again();
  picking(holder, globe);
  if (holder.closest(".overview")) within(holder, globe);
  holder.dataset.ready = "yes";
}

// The user's tiles, opened; without them, or where they cannot be read, the plain map.
async function tilesOf(holder) {
  if (!holder.dataset.tiles) return null;
  try {
    const room = await import("./tiles.js");
    const tiles = await room.openTiles(holder.dataset.tiles);
    return { ...tiles, ...room };
  } catch {
    holder.querySelector("[data-credit]").textContent = holder.dataset.failed;
    return null;
  }
}

// Whose tiles these are; and, when they stop coming, that they do.
function credit(holder, globe, tiles) {
  const line = holder.querySelector("[data-credit]");
  line.prepend(tiles.attributionOf(tiles), " ");
  globe.on("error", (event) => {
    if (event.sourceId === "tiles") line.textContent = holder.dataset.failed;
    else console.error(event.error);
  });
}

function supported() {
  return Boolean(document.createElement("canvas").getContext("webgl2"));
}

// A colour of the page as the map's program can read it; the page's own words for it say light and dark at once.
function colours() {
  const probe = document.createElement("i");
  return (name) => {
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  };
}

function styleOf(colour, tiles) {
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: new URL("/map/outline.json", location.href).href },
      reach: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
      ...(tiles ? tiles.sourcesOf(tiles) : {}),
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("sea") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": colour("land") } },
      { id: "coast", type: "line", source: "land", paint: { "line-color": colour("coast"), "line-width": 1 }, ...(tiles ? { maxzoom: 6 } : {}) },
      ...(tiles ? tiles.layersOf(tiles, colour, isDark()) : []),
      { id: "reach", type: "fill", source: "reach", paint: { "fill-color": ["get", "colour"], "fill-opacity": 0.12 } },
      {
        id: "reach-edge",
        type: "line",
        source: "reach",
        paint: { "line-color": ["get", "colour"], "line-opacity": 0.6, "line-dasharray": [3, 2] },
      },
    ],
  };
}

function isDark() {
  const theme = document.documentElement.dataset.theme;
  return theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
}

function names(holder, globe, tiles) {
  let told;
  let shown = [];
  return async () => {
    told ??= await (await fetch("/map/names.json")).json();
    for (const one of shown) one.remove();
    shown = [];
    const zoom = globe.getZoom();
    const most = zoom < 3.5 ? 0 : zoom < 5.5 ? 1 : 2;
    const taken = marksOf(holder);
    for (const label of [...told, ...placesOf(globe, tiles, told)]) {
      if (label.rank > most || !globe.getBounds().contains([label.lon, label.lat])) continue;
      const at = globe.project([label.lon, label.lat]);
      const half = label.name.length * 4 + 6;
      if (taken.some((one) => Math.abs(one.x - at.x) < one.half + half && Math.abs(one.y - at.y) < 18)) continue;
      taken.push({ x: at.x, y: at.y, half });
      const element = document.createElement("span");
      element.className = `name rank${label.rank}`;
      element.textContent = label.name;
      element.setAttribute("aria-hidden", "true");
      shown.push(quiet(new Marker({ element }).setLngLat([label.lon, label.lat]).addTo(globe)));
    }
  };
}

// The settlements of vector tiles that our own names do not name.
function placesOf(globe, tiles, told) {
  if (!tiles?.isVector || globe.getZoom() < 5.5) return [];
  const ours = new Set(told.map((label) => label.name));
  return tiles.placesIn(globe, tiles).filter((place) => !ours.has(place.name)).map((place) => ({ ...place, rank: 2 }));
}

// Where the events stand: a name that would lie under one is left out.
function marksOf(holder) {
  const frame = holder.getBoundingClientRect();
  return [...holder.querySelectorAll(".full [data-event], .full .crowd")].map((mark) => {
    const box = mark.getBoundingClientRect();
    return { x: box.x + box.width / 2 - frame.x, y: box.y + box.height / 2 - frame.y, half: box.width / 2 };
  });
}

// A name is no control: MapLibre's role and label for markers are taken off again.
function quiet(marker) {
  for (const name of ["role", "aria-label", "tabindex"]) marker.getElement().removeAttribute(name);
  return marker;
}

function events(holder, globe) {
  let shown = [];
  let asked = 0;
  if (!("query" in holder.dataset)) return () => own(holder, globe, shown);
  return async () => {
    asked += 1;
    const mine = asked;
    const found = await cellsIn(globe, holder.dataset.query);
    if (mine !== asked) return;
    for (const one of shown) one.remove();
    shown = found.map((cell) => (cell.count === 1 ? pin(cell, globe) : crowd(cell, globe, holder)));
    globe.getSource("reach").setData(reach(found));
  };
}

async function cellsIn(globe, query) {
  const bounds = globe.getBounds();
  const asked = new URLSearchParams(query.split("?")[1] ?? "");
  const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  asked.set("view", box.map((side) => side.toFixed(4)).join(","));
  asked.set("zoom", globe.getZoom().toFixed(2));
  return (await (await fetch(`/map/cells.json?${asked}`)).json()).cells;
}

// The page of one event has its cell in the drawn picture already.
async function own(holder, globe, shown) {
  if (shown.length) return;
  const cell = JSON.parse(holder.dataset.cell || "null");
  if (!cell) return;
  shown.push(pin(cell, globe));
  globe.getSource("reach").setData(reach([cell]));
}

function pin(cell, globe) {
  const link = document.createElement("button");
  link.type = "button";
  link.className = `pin dot-${cell.standing}`;
  link.dataset.event = cell.id;
  const drawn = document.querySelector(`.drawn [data-event="${CSS.escape(cell.id)}"], tr[data-event="${CSS.escape(cell.id)}"]`);
  const label = drawn?.getAttribute("aria-label") ?? drawn?.innerText.replace(/\s+/g, " ") ?? cell.id;
  link.title = label;
  link.addEventListener("click", (event) => {
    event.stopPropagation();
    if (event.detail === 2 || !document.querySelector(`tr[data-event="${CSS.escape(cell.id)}"]`)) {
      location.assign(`/events/${cell.id}`);
    } else document.dispatchEvent(new CustomEvent("desk:choose", { detail: cell.id }));
  });
  const made = new Marker({ element: link }).setLngLat([cell.lon, cell.lat]).addTo(globe);
  link.removeAttribute("role");
  link.setAttribute("aria-label", label);
  return made;
}

function crowd(cell, globe, holder) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `crowd s${1 + SIZES.filter((size) => cell.count >= size).length}`;
  button.textContent = digits(cell.count);
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    globe.easeTo({ center: [cell.lon, cell.lat], zoom: globe.getZoom() + 2 });
  });
  const made = new Marker({ element: button }).setLngLat([cell.lon, cell.lat]).addTo(globe);
  button.removeAttribute("role");
  button.setAttribute("aria-label", holder.dataset.many.replace("{n}", digits(cell.count)));
  return made;
}

// Vague places as circles of their radius, on the ground.
function reach(cells) {
  const colour = colours();
  const features = cells
    .filter((cell) => cell.count === 1 && cell.radius)
    .map((cell) => ({
      type: "Feature",
      properties: { colour: colour(cell.standing) },
      geometry: { type: "Polygon", coordinates: [circle(cell)] },
    }));
  return { type: "FeatureCollection", features };
}

function circle(cell) {
  const high = cell.radius / 111.2;
  const wide = high / Math.max(0.05, Math.cos((cell.lat * Math.PI) / 180));
  return Array.from({ length: 49 }, (_, n) => {
    const turn = (n / 48) * 2 * Math.PI;
    return [cell.lon + wide * Math.cos(turn), cell.lat + high * Math.sin(turn)];
  });
}

// A link that narrows the events to what the map shows.
function within(holder, globe) {
  const link = document.createElement("a");
  link.className = "button here";
  link.textContent = holder.dataset.within;
  const aim = () => {
    const bounds = globe.getBounds();
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const address = new URL(location.href);
    for (const name of ["page", "selected"]) address.searchParams.delete(name);
    address.searchParams.set("box", box.map((side) => side.toFixed(3)).join(","));
    link.href = address.pathname + address.search;
  };
  globe.on("moveend", aim);
  aim();
  holder.append(link);
}

// In review a click on the map gives the place to the open correction.
function picking(holder, globe) {
  const field = document.querySelector("[data-field=place] [name=point]");
  if (!field) return;
  globe.on("click", (event) => {
    field.value = `${event.lngLat.lat.toFixed(4)}, ${event.lngLat.lng.toFixed(4)}`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.closest("details").open = true;
    field.focus();
  });
}
