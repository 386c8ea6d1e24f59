// Filters of a list that the server has already written.  Without this file the whole list stands.
// <form data-catalogue="list-id …"> holds checkboxes and selects named after the items' data- attributes, an input
// named "q", a select named "sort"; <span data-for="name=value"> shows how many a choice would leave.

const LATE = "9999";
const EVERYWHERE = "*"; // answers whatever is wanted

/** @typedef {{element: HTMLElement, text: string, values: Map<string, string[]>, index: number}} Item */

const fold = (text) => text.normalize("NFKC").toLocaleLowerCase();

/** @returns {Item} what an item answers to each filter; read again when time has changed its state */
function readItem(element, names, index) {
  const values = new Map(names.map((name) => [name, (element.dataset[name] ?? "").split(" ").filter(Boolean)]));
  return { element, index, values, text: fold(element.dataset.text ?? element.textContent) };
}

/** The form's choices, name → set of values. Within a name any value will do; between names all must. */
function readForm(form, names) {
  const data = new FormData(form);
  const chosen = new Map(names.map((name) => [name, new Set(data.getAll(name).filter(Boolean).map(String))]));
  const words = fold(String(data.get("q") ?? "")).split(/\s+/).filter(Boolean);
  return { chosen, words, sort: String(data.get("sort") ?? "") };
}

const answers = (item, name, wanted) => wanted.size === 0 || item.values.get(name).some((value) => value === EVERYWHERE || wanted.has(value));
const says = (item, words) => words.every((word) => item.text.includes(word));
const fits = (item, choice, except) =>
  [...choice.chosen].every(([name, wanted]) => name === except || answers(item, name, wanted));

const compare = {
  "": (a, b) => a.index - b.index,
  start: (a, b) => byText(a, b, "start"),
  deadline: (a, b) => byText(a, b, "deadline"),
  price: (a, b) => byNumber(a, b, "amount"),
};
const byText = (a, b, key) => {
  const [x, y] = [a.element.dataset[key] || LATE, b.element.dataset[key] || LATE];
  return x < y ? -1 : x > y ? 1 : a.index - b.index;
};
const byNumber = (a, b, key) => {
  const value = (item) => (item.element.dataset[key] ? Number(item.element.dataset[key]) : Infinity);
  const [x, y] = [value(a), value(b)];
  return x === y ? a.index - b.index : x - y;
};

class Catalogue {
  constructor(form) {
    this.form = form;
    this.lists = form.dataset.catalogue.split(" ").map((id) => document.getElementById(id)).filter(Boolean);
    this.names = [...new Set([...form.elements].map((e) => e.name).filter((name) => name && !["q", "sort"].includes(name)))];
    this.choices = [...form.querySelectorAll("[data-for]")].map((output) => {
      const [name, value] = output.dataset.for.split("=");
      return { output, name, value };
    });
    this.read();
  }

  read() {
    const before = new Map((this.items ?? []).map((item) => [item.element, item.index]));
    const elements = this.lists.flatMap((list) => [...list.children]).sort((a, b) => (before.get(a) ?? 0) - (before.get(b) ?? 0));
    this.items = elements.map((element, index) => readItem(element, this.names, index));
  }

  /** Show what fits, count what each choice would leave, say how many there are. */
  apply() {
    const choice = readForm(this.form, this.names);
    const said = this.items.filter((item) => says(item, choice.words));
    const shown = new Set(said.filter((item) => fits(item, choice)));
    for (const item of this.items) item.element.hidden = !shown.has(item);
    this.order(choice.sort);
    this.count(said, choice);
    this.tell(shown.size, choice);
  }

  /** Each list by itself; a list's heading goes when nothing of it is left. */
  order(sort) {
    const sorted = [...this.items].sort(compare[sort] ?? compare[""]);
    for (const list of this.lists) {
      const own = sorted.filter((item) => item.element.parentElement === list);
      if (!own.every((item, place) => list.children[place] === item.element)) list.append(...own.map((item) => item.element));
      const section = list.closest("section");
      if (section) section.hidden = own.every((item) => item.element.hidden);
    }
  }

  count(said, choice) {
    const counts = new Map();
    for (const name of new Set(this.choices.map((c) => c.name))) {
      for (const item of said) {
        if (!fits(item, choice, name)) continue;
        const values = item.values.get(name);
        for (const value of values.includes(EVERYWHERE) ? [EVERYWHERE] : values) counts.set(`${name}=${value}`, (counts.get(`${name}=${value}`) ?? 0) + 1);
      }
    }
    for (const { output, name, value } of this.choices) {
      const n = (counts.get(`${name}=${value}`) ?? 0) + (counts.get(`${name}=${EVERYWHERE}`) ?? 0);
      const { label } = output.dataset; // an option says its name too
      output.textContent = label ? `${label} (${n})` : String(n);
      if (!label) output.parentElement.classList.toggle("k-none", n === 0);
    }
  }

  tell(n, choice) {
    const status = document.querySelector("[data-hits]");
    if (status) status.textContent = (n === 1 ? status.dataset.one : status.dataset.many).replace("{n}", n);
    const empty = document.querySelector("[data-no-hits]");
    if (empty) empty.hidden = n > 0;
    const used = [...choice.chosen.values()].reduce((sum, wanted) => sum + wanted.size, 0) + (choice.words.length ? 1 : 0);
    const badge = this.form.querySelector("[data-used]");
    if (badge) badge.textContent = used ? `(${used})` : "";
    for (const reset of document.querySelectorAll("[data-reset]")) reset.hidden = used === 0;
  }

  /** The address says what is chosen, and only that. */
  address() {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) if (value) query.append(name, String(value));
    return location.pathname + (query.size ? `?${query}` : "") + location.hash;
  }

  restore() {
    const query = new URLSearchParams(location.search);
    for (const element of this.form.elements) {
      if (!element.name) continue;
      if (element.type === "checkbox") element.checked = query.getAll(element.name).includes(element.value);
      else if (element instanceof HTMLSelectElement) {
        const wanted = query.get(element.name) ?? "";
        element.value = [...element.options].some((option) => option.value === wanted) ? wanted : "";
      } else element.value = query.get(element.name) ?? "";
    }
    this.apply();
  }
}

function listen(catalogue) {
  const { form } = catalogue;
  // On the document: the sort choice stands outside the form it belongs to (form="…").
  document.addEventListener("change", (event) => {
    if (event.target.form !== form || event.target.name === "q") return;
    catalogue.apply();
    history.pushState(null, "", catalogue.address());
  });
  form.addEventListener("input", (event) => {
    if (event.target.form !== form || event.target.name !== "q") return;
    catalogue.apply();
    history.replaceState(null, "", catalogue.address());
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-reset]")) return;
    history.pushState(null, "", location.pathname);
    catalogue.restore();
    document.querySelector("[data-hits]")?.focus();
  });
  addEventListener("popstate", () => catalogue.restore());
  document.addEventListener("katalog:time", () => {
    catalogue.read();
    catalogue.apply();
  });
}

export function start() {
  const form = document.querySelector("form[data-catalogue]");
  if (!form) return;
  const details = form.querySelector("details");
  const wide = matchMedia("(min-width: 60em)");
  const unfold = () => details && (details.open = wide.matches);
  wide.addEventListener("change", unfold);
  unfold();
  const catalogue = new Catalogue(form);
  listen(catalogue);
  catalogue.restore();
}
