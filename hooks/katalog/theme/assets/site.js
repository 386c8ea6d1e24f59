// What every page does in the browser: colours, search, what time changes.
// A button that needs a script is disabled in the page until that script listens.
import { keepTime } from "./clock.js";
import { openSearch } from "./search/dialog.js";

const root = document.documentElement;

/** Follow the system until the reader presses the button; pressing again returns to the other scheme. */
function colourScheme() {
  const button = document.querySelector("[data-scheme-toggle]");
  if (!button) return;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    const chosen = isDark() ? "light" : "dark";
    const same = (chosen === "dark") === system.matches;
    if (same) delete root.dataset.scheme;
    else root.dataset.scheme = chosen;
    try {
      if (same) localStorage.removeItem("katalog.scheme");
      else localStorage.setItem("katalog.scheme", chosen);
    } catch {
      // The choice then lasts for this page.
    }
    show();
  });
  system.addEventListener("change", show);
  show();
  button.disabled = false;
}

/** Make the link to the search page open the dialog instead; what searches is fetched on first use. */
function search() {
  const link = document.querySelector("[data-search]");
  if (!link) return;
  const form = document.querySelector("[data-search-page]");
  const open = (query) => (form ? form.elements.q.focus() : openSearch(link, query));
  if (form) import("./search/results.js").then((module) => module.startPage(form));
  else link.setAttribute("aria-haspopup", "dialog");
  link.setAttribute("aria-keyshortcuts", "/ Control+K");
  document.addEventListener("click", (event) => {
    const opener = event.target instanceof Element && event.target.closest("[data-search], [data-opens-search]");
    if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!slash && !k) return;
    event.preventDefault();
    open();
  });
  const asked = document.querySelector("[data-catalogue]") ? null : new URLSearchParams(location.search).get("q");
  const before = history.state?.search ?? asked; // where Back returns to a search, it goes on
  if (before && !form) open(before);
}

colourScheme();
search();
keepTime();
if (document.querySelector("form[data-catalogue]")) import("./catalogue/page.js").then((module) => module.start());
if (document.querySelector("[data-dates]")) import("./calendar.js");
if (document.querySelector("[data-library], [data-mine], [data-mine-filter]")) import("./my-library.js");
if (document.querySelector("[data-find]")) import("./find.js");
