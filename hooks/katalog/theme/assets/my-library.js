// The reader's own library.  Only this browser knows which it is: {id, title, region} under one name in its storage.
// What is shown of it is the page of that library, the same for everybody (<… data-mine="brief|full" data-at="folder of those pages">).
import { update } from "./clock.js";

const NAME = "katalog.library";

function chosen() {
  try {
    return JSON.parse(localStorage.getItem(NAME) ?? "null");
  } catch {
    return null; // no storage, or not ours
  }
}

function choose(library) {
  try {
    if (library) localStorage.setItem(NAME, JSON.stringify(library));
    else localStorage.removeItem(NAME);
  } catch {
    // The choice then lasts for this page.
  }
  show(library);
}

/** The page of one library: remember it, or forget it again. */
function showButtons(place, mine) {
  const own = mine?.id === place.dataset.library;
  const status = place.querySelector("[data-done]");
  status.textContent = own ? status.dataset.done : "";
  const button = place.querySelector("[data-choose]");
  button.hidden = own;
  button.disabled = false;
  place.querySelector("[data-forget]").hidden = !own;
}

/** Fetch the library's page and show its content here, links as they are there. */
async function showContent(place, mine) {
  place.querySelectorAll(":scope > :not(:first-child)").forEach((each) => each.remove());
  place.hidden = !mine;
  if (!mine) return;
  const url = new URL(`${place.dataset.at}${encodeURIComponent(mine.id)}/`, location.href);
  const link = place.querySelector("[data-mine-link]");
  link.href = url;
  link.textContent = mine.title;
  const answer = await fetch(url).catch(() => undefined);
  if (!answer) return;
  if (answer.status === 404) return choose(null);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const each of page.querySelectorAll("[data-mine-content] a[href]")) each.href = new URL(each.getAttribute("href"), url).href;
  const wanted = place.dataset.mine === "brief" ? "[data-mine-content] [data-brief]" : "[data-mine-content]";
  const found = [...page.querySelectorAll(wanted)].map((each) => document.importNode(each, true));
  if (place.dataset.mine === "brief") shorten(found);
  place.append(...found);
  update();
}

/** Of the courses, only the first: the link beside the heading leads to all. */
function shorten(sections) {
  for (const section of sections) [...section.querySelectorAll(".k-cards > li, .k-list > li")].slice(3).forEach((each) => each.remove());
}

function showLinks(mine) {
  for (const link of document.querySelectorAll("[data-with-library]")) {
    link.dataset.unchosen ??= link.textContent;
    link.textContent = mine ? link.dataset.withLibrary : link.dataset.unchosen;
  }
  for (const link of document.querySelectorAll("[data-mine-filter]")) {
    link.hidden = !mine?.region;
    if (mine?.region) link.href = `${link.dataset.at}?region=${encodeURIComponent(mine.region)}`;
    link.querySelector("span").textContent = mine?.title ?? "";
  }
}

function show(mine) {
  document.querySelectorAll("[data-library]").forEach((place) => showButtons(place, mine));
  document.querySelectorAll("[data-mine]").forEach((place) => showContent(place, mine));
  showLinks(mine);
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const own = target?.closest("[data-library]");
  if (target?.closest("[data-forget]")) {
    choose(null);
    (own?.querySelector("[data-choose]") ?? document.querySelector("[data-find] input"))?.focus();
  } else if (own && target.closest("[data-choose]")) {
    choose({ id: own.dataset.library, title: own.dataset.title, region: own.dataset.region });
    own.querySelector("[data-forget]").focus();
  }
});
show(chosen());
