// The place of a correction: names offered by the gazetteer while one is written, and the point that goes with it.
let asked = 0;

export function start() {
  const point = document.querySelector("[data-point]");
  if (!point) return;
  const clear = point.closest("form").querySelector("[data-clear]");
  document.querySelector("[data-place]").addEventListener("input", (event) => suggest(event.target, point));
  point.addEventListener("input", () => { clear.hidden = !point.value; });
  clear.addEventListener("click", () => {
    setPoint(point, "");
    point.focus();
  });
  clear.hidden = !point.value;
}

export function setPoint(field, told) {
  field.value = told;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

async function suggest(field, point) {
  const name = field.value.trim();
  asked += 1;
  const mine = asked;
  const found = name.length < 2 ? [] : await (await fetch(`/map/places.json?${new URLSearchParams({ name })}`)).json();
  if (mine !== asked) return;
  const list = field.form.querySelector("[data-found]");
  list.replaceChildren(...found.map((place) => offer(place, field, point, list)));
}

function offer(place, field, point, list) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  const name = document.createElement("bdi");
  const told = document.createElement("small");
  name.textContent = place.name;
  told.textContent = place.told;
  button.type = "button";
  button.className = "quiet";
  button.append(name, " ", told);
  button.addEventListener("click", () => {
    field.value = place.name;
    setPoint(point, place.point);
    list.replaceChildren();
    field.focus();
  });
  item.append(button);
  return item;
}
