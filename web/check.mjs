// Everything that only a browser can prove, as one JSON report: node check.mjs BASE
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { openBrowser, openPage, settled } from "./browser.mjs";

const [base] = process.argv.slice(2);
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PATHS = ["/events", "/review", "/paste", "/articles", "/outlets", "/outlets?kind=speaker", "/pictures", "/brief"];
const report = { complaints: {}, axe: {}, wide: {}, spans: {}, steps: {} };
const browser = await openBrowser();

const complaintsOf = (page) => page.complaints.filter((one) => !one.includes("GL Driver Message"));

async function axe(page) {
  const found = await page.evaluate(`${AXE}; axe.run(document, { resultTypes: ["violations"] })`);
  return found.violations
    .filter((one) => ["serious", "critical"].includes(one.impact))
    .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" || ")}`);
}

async function linked(page, path, selector) {
  await page.goto(base + path);
  return page.locator(selector).first().getAttribute("href");
}

async function pages(lang) {
  const page = await openPage(browser, base, { lang });
  const found = [...PATHS];
  found.push(await linked(page, "/events", "table.events td a"));
  found.push(await linked(page, "/articles", ".found h2 a"));
  found.push(await linked(page, "/review", ".queue a"));
  await page.context().close();
  return found;
}

async function everyPage(lang, theme) {
  const paths = await pages(lang);
  for (const path of theme === "dark" ? [paths[0], ...paths.slice(-3)] : paths) {
    const page = await openPage(browser, base, { lang, theme });
    await page.goto(base + path);
    await settled(page);
    const key = `${lang} ${theme} ${path}`;
    report.axe[key] = await axe(page);
    report.complaints[key] = complaintsOf(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.waitForTimeout(80);
    report.wide[key] = await page.evaluate(() => document.scrollingElement.scrollWidth);
    await page.context().close();
  }
}

// Each value's words as the spans say, as the offsets say, and as the highlights of the browser say.
async function spans() {
  const page = await openPage(browser, base, { lang: "ar" });
  await page.goto(`${base}/articles`);
  const articles = await page.locator(".found h2 a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const path of articles) {
    const { values } = await (await page.request.get(`${base}${path}.json`)).json();
    await page.goto(base + path);
    await settled(page);
    report.spans[path] = await page.evaluate(compare, values);
  }
  report.complaints.spans = complaintsOf(page);
  await page.context().close();
}

async function compare(values) {
  const reader = await import("/static/reader.js");
  const holder = document.querySelector("[data-report]");
  const wrong = [];
  const painted = {};
  for (const [kind, made] of CSS.highlights) painted[kind] = [...made].map((range) => range.toString()).sort();
  const wanted = {};
  for (const value of values) {
    const bySpans = [...holder.querySelectorAll(".hit")]
      .filter((hit) => hit.dataset.values.split(" ").includes(value.id)).map((hit) => hit.textContent).join("");
    const byOffsets = reader.rangeAt(holder, value.start, value.end).toString();
    if (bySpans !== value.quote) wrong.push(`spans: ${bySpans} is not ${value.quote}`);
    if (byOffsets !== value.quote) wrong.push(`offsets: ${byOffsets} is not ${value.quote}`);
    (wanted[value.kind] ??= []).push(value.quote);
  }
  for (const [kind, quotes] of Object.entries(wanted)) {
    if (JSON.stringify(quotes.sort()) !== JSON.stringify(painted[kind])) wrong.push(`highlight ${kind}`);
  }
  return { values: values.length, native: holder.classList.contains("native"), wrong };
}

async function step(name, work, options) {
  const page = await openPage(browser, base, options);
  try {
    report.steps[name] = await work(page);
  } catch (error) {
    report.steps[name] = `failed: ${error.message.slice(0, 600)}`;
  }
  report.complaints[name] = complaintsOf(page);
  await page.context().close();
}

async function selection(page) {
  await page.goto(`${base}/events`);
  await settled(page);
  const row = page.locator("tr[data-event]").nth(1);
  const id = await row.getAttribute("data-event");
  await row.hover();
  const marked = await page.locator(`.chosen[data-event="${id}"]`).evaluateAll((found) => found.map((one) => one.tagName.toLowerCase()));
  return marked.includes("tr") && marked.includes("a") ? "ok" : `only ${marked}`;
}

async function mapAnswers(page) {
  await page.goto(`${base}/events`);
  await settled(page);
  const crowd = page.locator(".full .crowd").first();
  const before = await page.evaluate(() => document.querySelector("[data-map]").desk.getZoom());
  await crowd.click();
  await page.waitForTimeout(700);
  const after = await page.evaluate(() => document.querySelector("[data-map]").desk.getZoom());
  const pins = await page.locator(".full .pin, .full .crowd").count();
  return after > before && pins > 0 ? "ok" : `zoom ${before} to ${after}, ${pins} marks`;
}

async function filtering(page) {
  await page.goto(`${base}/events`);
  await settled(page);
  const box = page.locator('input[name="type"]').first();
  const value = await box.getAttribute("value");
  await Promise.all([page.waitForURL(/type=/), box.check()]);
  return page.url().includes(`type=${value}`) && (await page.locator(".chips a").count()) > 0 ? "ok" : page.url();
}

async function reviewing(page) {
  await page.goto(`${base}/review`);
  const first = await page.locator(".queue a").first().getAttribute("href");
  await page.goto(base + first);
  await settled(page);
  for (let n = 0; n < 7; n += 1) {
    await page.keyboard.press("c");
    const open = await page.locator(".field details[open]").first().evaluate((one) => one.closest(".field").dataset.field);
    await page.keyboard.press("Escape");
    if (open === "killed") break;
  }
  const field = page.locator('[data-field="killed"]');
  if (!(await field.locator("details[open]").count())) return "the keys do not open the field";
  await page.evaluate(() => {
    const hit = [...document.querySelectorAll(".hit.k-number")][0];
    const range = new Range();
    range.selectNodeContents(hit);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  });
  await page.keyboard.press("w");
  await page.waitForFunction(() => document.querySelector('[data-field="killed"] [name=why]').value.includes("«"));
  const value = await field.locator("[name=value]").inputValue();
  await Promise.all([page.waitForNavigation(), field.locator("button").click()]);
  await settled(page);
  if (!(await page.locator('[data-field="killed"] .by-person').count())) return `the correction to ${value} does not show`;
  await Promise.all([page.waitForNavigation(), page.keyboard.press("u")]);
  await settled(page);
  if (await page.locator('[data-field="killed"] .by-person').count()) return "undo leaves the correction";
  await Promise.all([page.waitForNavigation(), page.keyboard.press("a")]);
  if (page.url().endsWith(first)) return "accepting stays";
  await page.goto(base + first);
  return (await page.locator('[data-field="killed"] .by-person').count()) ? "ok" : "accepting does not show";
}

// Rejecting, a note, merging and taking each back, with no hand on the mouse.
async function deciding(page) {
  await page.goto(`${base}/review`);
  const paths = await page.locator(".queue .sheet > a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  const [mine, other] = paths.slice(-2);
  const undo = async () => {
    await Promise.all([page.waitForNavigation(), page.keyboard.press("u")]);
    await settled(page);
  };
  const send = async (words) => {
    await page.keyboard.type(words);
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    await page.goto(base + mine);
    await settled(page);
  };
  await page.goto(base + mine);
  await settled(page);
  await page.keyboard.press("x");
  await send("سبب");
  if (!(await page.locator(".lede .warn").count())) return "the rejection does not show";
  await undo();
  if (await page.locator(".lede .warn").count()) return "undo leaves the rejection";
  await page.keyboard.press("n");
  await page.keyboard.type("ملاحظة للسجل");
  await page.keyboard.press("Tab");
  await send("");
  if (!(await page.locator(".ruling .history").innerText()).includes("ملاحظة للسجل")) return "the note does not show";
  const reports = await page.locator(".tabs li").count();
  const alone = await page.locator(".ruling .history li").count();
  await page.keyboard.press("m");
  const chosen = await page.evaluate(() => document.activeElement.type === "radio");
  if (chosen) await page.keyboard.press("Space");
  else await page.keyboard.type(other.split("/").pop());
  await page.keyboard.press("Tab");
  await send("واحد");
  const merged = await page.locator(".ruling .history li").count();
  if (merged <= alone) return `${merged} decisions after merging, ${alone} before`;
  await undo();
  return (await page.locator(".tabs li").count()) === reports ? "ok" : "undo leaves the merge";
}

// On an Arabic keyboard the keys give Arabic letters: the place of the key counts then.
async function arabicKeyboard(page) {
  await page.goto(`${base}/review`);
  await page.goto(base + (await page.locator(".queue a").first().getAttribute("href")));
  await settled(page);
  await page.dispatchEvent("body", "keydown", { key: "ؤ", code: "KeyC" });
  const opened = await page.locator(".field details[open]").count();
  await page.locator(".field details[open] select, .field details[open] input").first().press("Escape");
  await page.dispatchEvent("body", "keydown", { key: "؟", code: "Slash" });
  const keys = await page.locator("[data-keys][open]").count();
  return opened === 1 && keys === 0 ? "ok" : `${opened} fields, ${keys} list of keys`;
}

async function pickingPlace(page) {
  await page.goto(`${base}/review`);
  const path = await page.locator(".queue a").nth(1).getAttribute("href");
  await page.goto(base + path);
  await settled(page);
  if (!(await page.locator("[data-map]").count())) return "ok";
  await page.locator("[data-map]").scrollIntoViewIfNeeded();
  await page.locator(".full canvas").click({ position: { x: 40, y: 60 } });
  const point = page.locator("[data-field=place] [name=point]");
  const picked = await point.inputValue();
  if (!/^-?\d+\.\d{4}, -?\d+\.\d{4}$/.test(picked)) return `picked ${picked}`;
  await page.locator("[data-clear]").click();
  if ((await point.inputValue()) || (await page.locator("[data-clear]").isVisible())) return "the point stays";
  await page.locator("[data-place]").fill("تدمر");
  await page.locator("[data-found] button").first().click();
  const named = await point.inputValue();
  if (!named.startsWith("34.")) return `named ${named}`;
  await page.locator("[data-field=place] [name=why]").fill("x");
  await Promise.all([page.waitForNavigation(), page.locator("[data-field=place] button:not([type])").click()]);
  const place = await page.locator("[data-field=place] .by-person").innerText();
  return place.includes("تدمر") && !place.includes("@") ? "ok" : place;
}

async function pasting(page) {
  await page.goto(`${base}/paste`);
  await page.locator("textarea[name=text]").fill("💥 قُتل جنديان بانفجار عبوة ناسفة قرب تدمر أمس.");
  await page.locator("input[name=published]").fill("2020-05-31");
  await Promise.all([page.waitForNavigation(), page.locator("form.paste button").click()]);
  if (!(await page.locator(".hit").count())) return "nothing read";
  await Promise.all([page.waitForNavigation(), page.locator(".verdict .accept").click()]);
  return page.url().includes("/articles/") ? "ok" : page.url();
}

async function withoutScripts(page) {
  await page.goto(`${base}/events`);
  const points = await page.locator(".drawn a, .drawn .many").count();
  const rows = await page.locator("tr[data-event]").count();
  await page.locator('input[name="since"]').fill("2020-01-01");
  await Promise.all([page.waitForURL(/since=2020-01-01/), page.locator(".filters button").click()]);
  await page.goto(`${base}/articles`);
  await page.goto(base + (await page.locator(".found h2 a").first().getAttribute("href")));
  const colour = await page.locator(".hit").first().evaluate((hit) => getComputedStyle(hit).backgroundColor);
  return points && rows && colour !== "rgba(0, 0, 0, 0)" ? "ok" : `${points} points, ${rows} rows, ${colour}`;
}

async function printing(page) {
  await page.goto(`${base}/brief`);
  await settled(page);
  const paper = await page.pdf({ format: "A4", printBackground: true });
  const sheets = paper.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  return sheets === 1 ? "ok" : `${sheets} sheets`;
}

for (const lang of ["ar", "en"]) {
  await everyPage(lang, "light");
  await everyPage(lang, "dark");
  await step(`selection ${lang}`, selection, { lang });
  await step(`map ${lang}`, mapAnswers, { lang });
  await step(`filters ${lang}`, filtering, { lang });
  await step(`without scripts ${lang}`, withoutScripts, { lang, scripts: false });
  await step(`print ${lang}`, printing, { lang });
  await step(`keyboard ${lang}`, arabicKeyboard, { lang });
  await step(`place ${lang}`, pickingPlace, { lang });
  await step(`paste ${lang}`, pasting, { lang });
  await step(`deciding ${lang}`, deciding, { lang });
  await step(`review ${lang}`, reviewing, { lang });
}
await spans();
await browser.close();
console.log(JSON.stringify(report));
