// Pictures of the six main pages in both languages: node screenshots.mjs BASE FOLDER
import { mkdirSync } from "node:fs";
import { openBrowser, openPage, settled } from "./browser.mjs";

const [base, folder] = process.argv.slice(2);
const first = async (path, selector, page) => {
  await page.goto(base + path);
  return page.locator(selector).first().getAttribute("href");
};
const PAGES = {
  events: async () => "/events",
  event: async (page) => first("/events?standing=corroborated", "table.events td a", page).catch(() => first("/events", "table.events td a", page)),
  reader: async (page) => first("/articles", ".found h2 a", page),
  review: async (page) => first("/review", ".queue a", page),
  outlets: async () => "/outlets",
  brief: async () => "/brief",
};

mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
const only = process.env.ONLY?.split(",");
for (const lang of ["ar", "en"]) {
  for (const [name, path] of Object.entries(PAGES)) {
    if (only && !only.includes(name)) continue;
    const page = await openPage(browser, base, { lang });
    await page.goto(base + (await path(page)));
    await settled(page);
    await page.screenshot({ path: `${folder}/${name}-${lang}.png` });
    for (const complaint of page.complaints.filter((one) => !one.includes("GL Driver Message"))) console.error(`${name}-${lang}: ${complaint}`);
    await page.context().close();
  }
}
await browser.close();
