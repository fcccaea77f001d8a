// A file may be dropped on the form; it is read at once.
export function start() {
  const form = document.querySelector("[data-drop]");
  for (const kind of ["dragover", "dragleave", "drop"]) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.toggle("over", kind === "dragover");
    });
  }
  form.addEventListener("drop", (event) => take(form, event.dataTransfer));
}

function take(form, given) {
  if (given.files.length) {
    form.elements.file.files = given.files;
    form.requestSubmit();
  } else if (given.getData("text")) {
    form.elements.text.value = given.getData("text");
  }
}
