// Review by keyboard, and corrections from words picked in the text or a place picked on the map.
import { setPoint, start as startPlace } from "./place.js";
import { selectedWords } from "./reader.js";

const OPENS = new Set(["SUMMARY"]);

export function start() {
  document.addEventListener("keydown", pressed);
  document.addEventListener("change", shareName);
  startPlace();
  if (matchMedia("(max-width: 62rem)").matches) document.querySelector("[data-keys]").open = false;
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=radio]), textarea, select")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const key = letterOf(event);
  if (key === "w") return take(event);
  if (key === "c") return correct(event);
  act(document.querySelector(`[data-key="${CSS.escape(key)}"]`), event);
}

// The letter printed on the key in Latin: an Arabic keyboard gives ش where A is.
function letterOf(event) {
  const key = event.key.toLowerCase();
  if (key === "؟") return "?";
  return /^[a-z?]$/.test(key) || !event.code.startsWith("Key") ? key : event.code.slice(3).toLowerCase();
}

function act(target, event) {
  if (!target) return;
  event.preventDefault();
  if (OPENS.has(target.tagName)) {
    const holder = target.parentElement;
    holder.open = !holder.open;
    if (holder.open) holder.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  } else if (target.matches("a, button")) {
    target.click();
  } else {
    target.focus();
  }
}

function correct(event) {
  const fields = [...document.querySelectorAll(".field details")];
  const open = fields.findIndex((one) => one.open);
  if (open >= 0) fields[open].open = false;
  const next = fields[(open + 1) % fields.length];
  act(next?.querySelector("summary"), event);
}

async function take(event) {
  const report = document.querySelector("[data-report]");
  const words = report && selectedWords(report);
  const field = document.querySelector(".field details[open]")?.closest(".field");
  if (!words || !field) return;
  event.preventDefault();
  const article = document.querySelector("[data-article]").dataset.article;
  const query = new URLSearchParams({ ...words, field: field.dataset.field });
  const told = await (await fetch(`/articles/${article}/pick?${query}`)).json();
  const input = field.querySelector("[name=value]");
  if (told.value) input.value = told.value;
  const point = field.querySelector("[data-point]");
  if (point && told.point !== undefined) setPoint(point, told.point);
  field.querySelector("input[name=why]").value = `« ${told.words} »`;
  input.focus();
}

// The name is written once and goes with every form.
function shareName(event) {
  if (event.target.name !== "who" || event.target.type === "hidden") return;
  for (const hidden of document.querySelectorAll("[data-who]")) hidden.value = event.target.value;
}
