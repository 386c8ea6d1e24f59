// The filter form: what is chosen, the address that says so, the chips above the list, and the sheet on a phone.

import { fold } from "./data.js";

const NO_FILTER = new Set(["q", "sort"]);

export const namesOf = (form) => [...new Set([...form.elements].map((e) => e.name).filter((name) => name && !NO_FILTER.has(name)))];

/** @returns {import("./data.js").Choice} */
export function readForm(form) {
  const data = new FormData(form);
  const chosen = new Map(namesOf(form).map((name) => [name, new Set(data.getAll(name).filter(Boolean).map(String))]));
  const words = fold(String(data.get("q") ?? "")).split(/\s+/).filter(Boolean);
  return { chosen, words, sort: String(data.get("sort") ?? "") };
}

export const used = (choice) => [...choice.chosen.values()].reduce((sum, wanted) => sum + wanted.size, choice.words.length ? 1 : 0);

/** The address says what is chosen, and only that. */
export function addressOf(form) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) query.append(name, String(value));
  return location.pathname + (query.size ? `?${query}` : "") + location.hash;
}

/** Choose what the address says, and leave what is chosen already if that is to stand. */
export function restore(form, stands = false) {
  const query = new URLSearchParams(location.search);
  for (const element of form.elements) {
    if (!element.name) continue;
    if (element.type === "checkbox") {
      element.checked = (stands && element.checked) || query.getAll(element.name).includes(element.value);
      const folded = element.checked && element.closest("details");
      if (folded) folded.open = true;
    } else if (stands && element.value) {
      continue;
    } else if (element instanceof HTMLSelectElement) {
      const wanted = query.get(element.name) ?? "";
      element.value = [...element.options].some((option) => option.value === wanted) ? wanted : "";
    } else element.value = query.get(element.name) ?? "";
  }
}

/** What is chosen, each by its control: the label, and how to choose it no more. */
function* choices(form) {
  for (const element of form.elements) {
    if (!element.name || element.name === "sort" || !element.value) continue;
    if (element.type === "checkbox") {
      if (element.checked) yield { label: element.dataset.label, drop: () => (element.checked = false) };
    } else if (element instanceof HTMLSelectElement) {
      yield { label: element.selectedOptions[0].dataset.label, drop: () => (element.value = "") };
    } else if (element.value.trim()) yield { label: `“${element.value.trim()}”`, drop: () => (element.value = "") };
  }
}

/** A chip for everything that is chosen; pressing one takes it back. */
export function showChips(form, dropped) {
  const list = document.querySelector("[data-chosen]");
  const chips = [...choices(form)].map(({ label, drop }) => {
    const [item, button] = [document.createElement("li"), document.createElement("button")];
    button.type = "button";
    button.className = "k-chip";
    button.textContent = label;
    button.setAttribute("aria-label", list.dataset.drop.replace("{label}", label));
    button.addEventListener("click", () => {
      drop();
      dropped();
      document.getElementById("k-results").focus(); // the chip is gone
    });
    item.append(button);
    return item;
  });
  list.replaceChildren(...chips);
  list.hidden = chips.length === 0;
}

/** On a wide screen the form stands beside the list, on others in a sheet. */
export function keepPlace(form) {
  const [aside, sheet] = [document.querySelector("[data-aside]"), document.querySelector("[data-sheet]")];
  const wide = matchMedia("(min-width: 60em)");
  const move = () => {
    if (sheet.open) sheet.close();
    const place = wide.matches ? aside : sheet.querySelector("[data-slot]");
    if (form.parentElement !== place) place.append(form); // moving it would take the focus out of it
  };
  wide.addEventListener("change", move);
  move();
  const opener = document.querySelector("[data-open-sheet]");
  opener.addEventListener("click", () => sheet.showModal());
  opener.disabled = false;
  sheet.querySelector("[data-close]").addEventListener("click", () => sheet.close());
  sheet.querySelector("[data-show]").addEventListener("click", () => {
    sheet.close();
    document.getElementById("k-results").focus();
  });
  sheet.addEventListener("click", (event) => event.target === sheet && sheet.close()); // beside the sheet
}
