// The text of a report: highlights by kind, and what the words under the pointer mean.
import { pointsOf, unitsOf } from "./numbers.js";

export function start() {
  const report = document.querySelector("[data-report]");
  paint(report);
  explain(report);
  switches(report);
}

// With the CSS Custom Highlight API each kind is painted on its own, so overlaps keep both colours;
// without it the spans that the server wrote carry the colours.
function paint(report) {
  if (!globalThis.CSS?.highlights || typeof Highlight === "undefined") return;
  const ranges = {};
  for (const value of valuesOf(report)) (ranges[value.kind] ??= []).push(value.range);
  const order = ["event", "actor", "speaker", "place", "weapon", "date", "number"];
  order.forEach((kind, place) => {
    const made = new Highlight(...(ranges[kind] ?? []));
    made.priority = place;
    CSS.highlights.set(kind, made);
  });
  report.classList.add("native");
}

export function valuesOf(report) {
  const found = new Map();
  for (const span of report.querySelectorAll(".hit")) {
    for (const id of span.dataset.values.split(" ")) {
      const first = found.get(id)?.first ?? span;
      found.set(id, { first, last: span });
    }
  }
  return [...found].map(([id, { first, last }]) => {
    const range = new Range();
    range.setStartBefore(first);
    range.setEndAfter(last);
    return { id, range, kind: kindOf(id) };
  });
}

function kindOf(id) {
  const told = document.getElementById(`${id}-means`);
  if (told) return told.className.match(/v-(\w+)/)?.[1];
  const own = document.getElementById(id)?.closest(".hit");
  return own?.className.match(/k-(\w+)/)?.[1];
}

function explain(report) {
  const now = document.querySelector("[data-now]");
  if (!now) return;
  for (const kind of ["mouseover", "focusin", "click"]) {
    report.addEventListener(kind, (event) => {
      const hit = event.target.closest(".hit");
      if (hit) show(hit.dataset.values.split(" "), now, report);
    });
  }
}

function show(ids, now, report) {
  for (const old of document.querySelectorAll(".now-shown")) old.classList.remove("now-shown");
  now.replaceChildren(...ids.map((id) => meaning(id, report)));
  for (const hit of report.querySelectorAll(".hit")) {
    if (hit.dataset.values.split(" ").some((id) => ids.includes(id))) hit.classList.add("now-shown");
  }
}

function meaning(id, report) {
  const line = document.createElement("p");
  const told = document.getElementById(`${id}-means`);
  if (told) {
    told.classList.add("now-shown");
    line.append(...[...told.childNodes].map((node) => node.cloneNode(true)));
    for (const link of line.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  } else {
    line.textContent = report.ownerDocument.getElementById(id)?.getAttribute("aria-label") ?? "";
  }
  return line;
}

function switches(report) {
  for (const box of document.querySelectorAll(".legend input")) {
    box.addEventListener("change", () => {
      report.classList.toggle(`off-${box.dataset.kind}`, !box.checked);
      const painted = globalThis.CSS?.highlights;
      if (!painted) return;
      if (box.checked) paint(report);
      else painted.delete(box.dataset.kind);
    });
  }
}

// The selected words as code points of the article, or nothing.
export function selectedWords(report) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!report.contains(range.commonAncestorContainer)) return null;
  const start = pointOf(range.startContainer, range.startOffset);
  const end = pointOf(range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : { start, end };
}

function pointOf(node, offset) {
  const part = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!part) return null;
  const before = new Range();
  before.setStart(part, 0);
  before.setEnd(node, offset);
  const text = before.toString();
  return Number(part.dataset.start) + pointsOf(text, text.length);
}

// The words at some code points of the article, as the browser shows them (for tests and for the curious).
export function rangeAt(report, start, end) {
  const part = [...report.querySelectorAll("[data-start]")].findLast((one) => Number(one.dataset.start) <= start);
  const from = Number(part.dataset.start);
  const range = new Range();
  range.setStart(...placeIn(part, start - from));
  range.setEnd(...placeIn(part, end - from));
  return range;
}

function placeIn(part, points) {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  let units = unitsOf(part.textContent, points);
  let node = walker.nextNode();
  while (node && units > node.length) {
    units -= node.length;
    node = walker.nextNode() ?? node;
  }
  return [node ?? part, units];
}
