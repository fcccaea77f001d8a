// Loads what the page has a place for. Every page works without it.
const parts = [
  ["[data-map][data-full]", "./map.js"],
  ["tr[data-event], .lanes [data-event]", "./selection.js"],
  ["[data-report]", "./reader.js"],
  [".ruling", "./review.js"],
  ["[data-instant]", "./filters.js"],
  ["[data-drop]", "./drop.js"],
];

const started = parts
  .filter(([where]) => document.querySelector(where))
  .map(([, module]) => import(module).then((part) => part.start()));

Promise.allSettled(started).then(() => {
  document.documentElement.dataset.ready = "yes";
});

document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll(".choices[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});
