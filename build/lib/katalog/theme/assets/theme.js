// Runs before the page is drawn: the reader's own choice of light or dark, so that nothing flashes.
document.documentElement.classList.replace("no-js", "js");
try {
  const scheme = localStorage.getItem("katalog.scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage may be closed to us; the system's choice then holds.
}
