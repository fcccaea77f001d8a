// One way to open the desk in Debian's chromium: no network but the desk, every complaint kept.
import { chromium } from "playwright-core";

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--force-color-profile=srgb",
];

export async function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: FLAGS });
}

// A page in one language that notes console errors and requests to other hosts.
export async function openPage(browser, base, { lang, theme = "light", width = 1280, height = 900, scripts = true } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    javaScriptEnabled: scripts,
    reducedMotion: "reduce",
    locale: lang,
    bypassCSP: false,
  });
  const host = new URL(base).hostname;
  await context.addCookies(
    Object.entries({ lang, theme }).map(([name, value]) => ({ name: `tawatur_${name}`, value, domain: host, path: "/" })),
  );
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => page.complaints.push(`pageerror: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["blob:", "data:"].includes(url.protocol) && url.host !== new URL(base).host) {
      page.complaints.push(`request to ${url.host}`);
    }
  });
  return page;
}

export async function settled(page) {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  const maps = await page.locator("[data-map][data-full]").count();
  if (maps) await page.waitForFunction(() => [...document.querySelectorAll("[data-map][data-full]")].every((one) => one.dataset.ready), null, { timeout: 15000 });
}
