// The search dialog: its field is there at once, so that no letter is lost; the rest is fetched on first use.

let dialog = null;

function build(link) {
  const { label, close, broken } = link.dataset;
  const element = document.createElement("dialog");
  element.className = "k-dialog";
  element.setAttribute("aria-label", label);
  const form = document.createElement("form");
  form.setAttribute("role", "search");
  form.action = link.href;
  const field = document.createElement("label");
  field.className = "k-field";
  const input = document.createElement("input");
  Object.assign(input, { type: "search", name: "q", autocomplete: "off", spellcheck: false, enterKeyHint: "search" });
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "k-tool", textContent: close });
  field.append(label, input);
  form.append(field, button);
  const found = document.createElement("div");
  found.className = "k-found";
  element.append(form, found);
  button.addEventListener("click", () => element.close());
  element.addEventListener("click", (event) => event.target === element && element.close());
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // in a filled field the key would only empty it
    element.close();
  });
  element.addEventListener("close", () => {
    if (history.state?.search) history.replaceState({ ...history.state, search: undefined }, "");
    link.focus();
  });
  document.body.append(element);
  return { element, form, input, found, broken };
}

/** Fetch everything at once, the first file of the index too. */
async function attach() {
  const folder = new URL(`../../search-index/${document.documentElement.lang}/`, import.meta.url);
  const first = fetch(new URL("index.json", folder));
  first.catch(() => {}); // the engine tries again, and says so when it fails
  const [{ Results }] = await Promise.all([import("./results.js"), import("./engine.js"), import("./keys.js")]);
  dialog.results = new Results(dialog, { open: true, first });
  dialog.results.search();
}

/**
 * @param {HTMLAnchorElement} link the way to the search page, whose data- attributes hold the first words
 * @param {string} [query] what to search for; without it the last query stands, ready to be typed over
 */
export function openSearch(link, query) {
  dialog ??= build(link);
  if (query !== undefined) dialog.input.value = query;
  if (!dialog.element.open) dialog.element.showModal();
  dialog.input.focus();
  if (query === undefined) dialog.input.select();
  dialog.attached ??= attach().catch(() => {
    dialog.attached = undefined;
    location.href = `${link.href}?q=${encodeURIComponent(dialog.input.value)}`;
  });
  if (query !== undefined) dialog.results?.search();
}
