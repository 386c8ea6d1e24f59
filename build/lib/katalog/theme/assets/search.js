// The search dialog.  Fetched on first use, and Pagefind's index with it; nothing leaves the site.

const LIMIT = 20;
let pagefind = null;
let dialog = null;

/** @returns {HTMLElement} an element with text, never markup */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Pagefind's excerpt is escaped text with <mark> around the words found: keep the marks, take the rest as text. */
function excerpt(html) {
  const target = make("span");
  for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
    const marked = node.nodeName === "MARK";
    target.append(marked ? make("mark", {}, node.textContent) : node.textContent);
  }
  return target;
}

/** Only addresses of this site: an index is data too. */
function hit(result) {
  const url = new URL(result.url, location.href);
  if (url.origin !== location.origin) return "";
  const link = make("a", { href: url.href }, make("b", {}, result.meta.title ?? url.pathname));
  if (result.meta.kind) link.append(make("small", {}, result.meta.kind));
  link.append(excerpt(result.excerpt));
  return make("li", {}, link);
}

async function start() {
  const module = await import(new URL("../pagefind/pagefind.js", import.meta.url).href);
  await module.init();
  return module;
}

/** Started once, however fast the first letters come; after a failure the next search tries anew. */
function load() {
  pagefind ??= start().catch((error) => {
    pagefind = null;
    throw error;
  });
  return pagefind;
}

async function find(words, parts, texts) {
  const { list, status } = parts;
  const query = words.trim();
  if (!query) {
    list.replaceChildren();
    status.textContent = texts.hint;
    return;
  }
  try {
    const found = await (await load()).debouncedSearch(query, {}, 150);
    if (!found) return; // a newer search has begun
    const hits = await Promise.all(found.results.slice(0, LIMIT).map((result) => result.data()));
    if (parts.input.value.trim() !== query) return;
    list.replaceChildren(...hits.map(hit));
    const n = found.results.length;
    status.textContent = n === 0 ? texts.none : n === 1 ? texts.one : texts.many.replace("{n}", n);
  } catch {
    status.textContent = texts.broken;
  }
}

/** Arrow keys walk through the field and the hits; Enter is the link's own; Escape closes, also from a filled field. */
function walk(event, parts) {
  if (event.key === "Escape") {
    event.preventDefault();
    event.currentTarget.close();
    return;
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [parts.input, ...parts.list.querySelectorAll("a")];
  const here = stops.indexOf(document.activeElement);
  if (here < 0) return;
  event.preventDefault();
  stops[Math.min(stops.length - 1, Math.max(0, here + (event.key === "ArrowDown" ? 1 : -1)))].focus();
}

function build(link) {
  const texts = link.dataset;
  const input = make("input", { type: "search", autocomplete: "off", spellcheck: "false", enterkeyhint: "search" });
  const close = make("button", { type: "button", class: "k-tool" }, texts.close);
  const status = make("p", { role: "status" }, texts.hint);
  const parts = { input, status, list: make("ol") };
  const form = make("form", { role: "search" }, make("label", { class: "k-field" }, texts.label, input), close);
  const element = make("dialog", { class: "k-dialog", "aria-label": texts.label }, form, status, parts.list);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    parts.list.querySelector("a")?.click();
  });
  input.addEventListener("input", () => find(input.value, parts, texts));
  close.addEventListener("click", () => element.close());
  element.addEventListener("keydown", (event) => walk(event, parts));
  element.addEventListener("click", (event) => event.target === element && element.close());
  element.addEventListener("close", () => link.focus());
  document.body.append(element);
  return { element, input };
}

/** @param {HTMLElement} link the search link, whose data- attributes hold the words */
export function openSearch(link) {
  dialog ??= build(link);
  if (!dialog.element.open) dialog.element.showModal();
  dialog.input.focus();
  dialog.input.select();
  load().catch(() => {}); // warmed up; a failure is told when something is searched for
}
