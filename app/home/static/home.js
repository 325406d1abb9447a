// Where all families stand on one page, they are narrowed while a name is typed; elsewhere the form asks the server.
const list = document.getElementById("families");
const box = document.getElementById("filter");
const count = document.getElementById("count");

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function narrow() {
  const words = plain(box.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const family of list.children) {
    const text = plain(family.textContent);
    family.hidden = !words.every((word) => text.includes(word));
    shown += family.hidden ? 0 : 1;
  }
  count.textContent = `${shown} ${shown === 1 ? "family" : "families"}`;
}

if (list && list.dataset.whole === "yes") {
  box.addEventListener("input", narrow);
}
