// What the map makes of the user's tiles: node tiles.mjs BASE LANG THEME [PICTURE]
import { openBrowser, openPage, settled } from "./browser.mjs";

const [base, lang, theme, picture] = process.argv.slice(2);
const browser = await openBrowser();
const page = await openPage(browser, base, { lang, theme });
await page.goto(`${base}/events`);
await settled(page);
await page.evaluate(async () => {
  const globe = document.querySelector("[data-map]").desk;
  const still = globe.once("idle");
  globe.jumpTo({ center: [38.3, 33.2], zoom: 6 });
  await still;
});
await page.waitForTimeout(400);
const found = await page.evaluate(() => {
  const globe = document.querySelector("[data-map]").desk;
  const canvas = globe.getCanvas();
  const drawn = globe.queryRenderedFeatures().filter((one) => one.source === "tiles");
  return {
    layers: [...new Set(drawn.map((one) => one.sourceLayer))].sort(),
    own: globe.getStyle().layers.map((one) => one.id),
    credit: document.querySelector("[data-credit]")?.innerText.trim() ?? "",
    links: [...document.querySelectorAll("[data-credit] a")].map((one) => one.href),
    elements: [...document.querySelectorAll("[data-credit] *")].map((one) => one.localName),
    names: [...document.querySelectorAll(".full .name")].map((one) => one.textContent),
    loaded: globe.getSource("tiles") ? globe.isSourceLoaded("tiles") : false,
    wide: canvas.width,
  };
});
if (picture) await page.locator("[data-map]").screenshot({ path: picture });
found.complaints = page.complaints.filter((one) => !one.includes("GL Driver Message"));
await browser.close();
console.log(JSON.stringify(found));
