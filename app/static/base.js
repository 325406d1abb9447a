// Starts the components of the page; everything on it works without them.
document.body.classList.add("js-enabled", "govuk-frontend-supported");
const { initAll } = await import(document.getElementById("components").href);
initAll();
