// One selection over map, timeline and table: pointing at an event in one marks it in the others.
const MARKED = "chosen";

export function start() {
  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const holder = event.target.closest?.("[data-event]");
      if (holder) choose(holder.dataset.event, false);
    });
  }
  document.addEventListener("desk:choose", (event) => choose(event.detail, true));
  const chosen = new URLSearchParams(location.search).get("selected");
  if (chosen) choose(chosen, true);
}

function choose(id, bring) {
  for (const old of document.querySelectorAll(`.${MARKED}`)) old.classList.remove(MARKED);
  for (const one of document.querySelectorAll(`[data-event="${CSS.escape(id)}"]`)) one.classList.add(MARKED);
  const row = document.querySelector(`tr[data-event="${CSS.escape(id)}"]`);
  if (bring && row) row.scrollIntoView({ block: "nearest" });
  if (bring) remember(id);
}

function remember(id) {
  const address = new URL(location.href);
  address.searchParams.set("selected", id);
  history.replaceState(null, "", address);
}
