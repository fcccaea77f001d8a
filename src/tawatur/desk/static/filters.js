// Filters apply as soon as they change; empty fields stay out of the address.
export function start() {
  const form = document.querySelector("[data-instant]");
  if (matchMedia("(max-width: 62rem)").matches) form.closest("details").open = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(form);
  });
  form.addEventListener("change", (event) => {
    if (event.target.type === "checkbox" || event.target.type === "radio") go(form);
  });
}

function go(form) {
  const kept = [...new FormData(form)].filter(([, value]) => String(value).trim());
  const query = new URLSearchParams(kept).toString();
  location.assign(form.getAttribute("action") + (query ? `?${query}` : ""));
}
