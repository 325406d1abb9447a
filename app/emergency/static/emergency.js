// Counts the minutes of emergency access down; without it the page says when it ends.
const places = document.querySelectorAll("[data-emergency-ends]");

function left(ends) {
  const minutes = Math.ceil((Date.parse(ends) - Date.now()) / 60000);
  if (minutes <= 0) return "(it has ended)";
  return minutes < 60 ? `(in ${minutes} min)` : `(in ${Math.floor(minutes / 60)} h ${minutes % 60} min)`;
}

function refresh() {
  for (const place of places) {
    const text = left(place.dataset.emergencyEnds);
    if (place.textContent !== text) place.textContent = text;
  }
}

refresh();
setInterval(refresh, 15000);
