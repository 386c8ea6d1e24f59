// Runs before the page is drawn, so that nothing flashes and no click is too early.
document.documentElement.classList.replace("no-js", "js");

// The reader's own choice of light or dark.
try {
  const scheme = localStorage.getItem("katalog.scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage may be closed to us; the system's choice then holds.
}

// The language switch keeps the filter, which lives in the address.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest(".k-lang a") : null;
  if (link) link.search = location.search;
});
