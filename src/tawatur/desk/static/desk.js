// Loads what the page has a place for. Every page works without it.
const parts = [
  ["[data-map][data-full]", "./map.js"],
  ["tr[data-event], .lanes [data-event]", "./selection.js"],
  ["[data-report]", "./reader.js"],
  [".ruling", "./review.js"],
  ["[data-instant]", "./filters.js"],
  ["[data-drop]", "./drop.js"],
];

for (const [where, module] of parts) {
  if (document.querySelector(where)) import(module).then((part) => part.start());
}

document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll(".choices[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});
