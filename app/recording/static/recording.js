// Whoever is recorded already is shown once name and birth date are there; the basis is told as the kind is chosen.
const form = document.querySelector("form.recording");
const found = document.getElementById("found");
const asked = ["given_name", "family_name", "born"].map((name) => form.elements[name]);
const sentences = document.querySelector("#basis-sentences");
let last = "";

async function lookUp() {
  const typed = asked.map((one) => one.value.trim());
  if (typed.some((one) => !one) || typed.join("\n") === last) return;
  last = typed.join("\n");
  const answer = await fetch(form.dataset.lookUp, { method: "POST", body: new FormData(form) });
  if (answer.status !== 200 && answer.status !== 429) return;
  const { html, looked } = await answer.json();
  found.innerHTML = html;
  form.elements.looked.value = looked;
}

function tellBasis() {
  const type = form.elements.type.value;
  for (const one of sentences.querySelectorAll("li")) {
    if (one.dataset.type === type) sentences.querySelector("p").textContent = one.querySelector("span").textContent;
  }
}

for (const one of asked) one.addEventListener("change", lookUp);
form.elements.type.addEventListener("change", tellBasis);
tellBasis();
