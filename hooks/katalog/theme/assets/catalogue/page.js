// The catalogue's filters.  Without them the page and its further parts stand as they are; with them every course is
// looked through, by data that is fetched when a filter is first used.

import { isLate, update } from "../clock.js";
import { Cards } from "./cards.js";
import { bringUpToDate, counter, fits, load, sorted } from "./data.js";
import { addressOf, keepPlace, readForm, restore, showChips, used } from "./filters.js";

const AT_ONCE = 24; // cards shown before "show more"
const JOINABLE = "k-joinable";
const grouped = (n) => n.toLocaleString(document.documentElement.lang);

class Catalogue {
  constructor(form) {
    this.form = form;
    this.cards = new Cards([...document.querySelectorAll(".k-results [data-holds]")]);
    this.status = document.querySelector("[data-hits]");
    this.total = this.status.textContent;
    this.whole = null; // what stood on the page before a filter was used
    this.limit = AT_ONCE;
    this.turn = 0;
  }

  courses() {
    this.loading ??= load(new URL(this.form.dataset.catalogue, location.href).href).catch((error) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  /** The courses, each answering for its state of now. */
  async current() {
    const courses = await this.courses();
    bringUpToDate(courses, new Set(document.getElementById(JOINABLE)?.dataset.holds.split(" ")));
    return courses;
  }

  /** Fetch the courses before something is chosen, and say what every choice would leave. */
  prepare() {
    this.current().then((courses) => this.count(courses, readForm(this.form))).catch(() => {});
  }

  /** Show what answers to the choice; a later choice overtakes one that still waits for its data. */
  async apply() {
    const turn = ++this.turn;
    const choice = readForm(this.form);
    const n = used(choice);
    for (const badge of document.querySelectorAll("[data-used]")) badge.textContent = n ? `(${n})` : "";
    for (const reset of document.querySelectorAll("[data-reset]")) reset.hidden = n === 0;
    showChips(this.form, () => this.changed());
    if (n === 0 && !choice.sort) return this.showWhole();
    try {
      await this.find(choice, () => turn !== this.turn);
      this.say("failed", false);
    } catch {
      if (turn === this.turn) this.say("failed", true);
    }
  }

  async find(choice, overtaken) {
    const courses = await this.current();
    if (overtaken()) return;
    const found = sorted(courses.filter((course) => fits(course, choice)), choice.sort, this.cards.groupOf);
    this.count(courses, choice);
    const shown = found.slice(0, this.limit);
    await this.cards.fetch(shown);
    if (overtaken()) return;
    this.whole ??= this.cards.standing();
    this.cards.show(shown);
    update();
    this.tell(found.length);
    this.say("parts", false);
    this.say("more", found.length > shown.length);
    this.say("no-hits", found.length === 0);
  }

  showWhole() {
    if (this.whole) {
      this.cards.fill(this.whole);
      this.whole = null;
      update();
      this.status.textContent = this.total;
      this.say("parts", true);
      for (const name of ["more", "no-hits", "failed"]) this.say(name, false);
    }
    if (this.loading) this.prepare();
    this.showButton(null);
  }

  say(name, there) {
    const element = document.querySelector(`[data-${name}]`);
    if (element) element.hidden = !there;
  }

  tell(n) {
    this.status.textContent = (n === 1 ? this.status.dataset.one : this.status.dataset.many).replace("{n}", grouped(n));
    this.showButton(n);
  }

  /** The button that leaves the sheet says what is behind it. */
  showButton(n) {
    const button = document.querySelector("[data-show]");
    this.closes ??= button.textContent;
    button.textContent = n === null ? this.closes : (n === 1 ? button.dataset.one : button.dataset.many).replace("{n}", grouped(n));
  }

  /** Say beside every choice how many courses it would leave. */
  count(courses, choice) {
    const countOf = counter(courses, choice);
    for (const box of this.form.querySelectorAll("input[type=checkbox]")) {
      const n = countOf(box.name, box.value);
      const label = box.closest("label");
      label.querySelector("[data-count]").textContent = n;
      label.classList.toggle("k-none", n === 0);
    }
    for (const option of this.form.querySelectorAll("option[data-label]")) {
      option.textContent = `${option.dataset.label} (${countOf(option.parentElement.name, option.value)})`;
    }
  }

  changed(how = "pushState") {
    history[how](null, "", addressOf(this.form));
    this.limit = AT_ONCE;
    return this.apply();
  }

  more() {
    const before = document.querySelectorAll(".k-results .k-card").length;
    this.limit += AT_ONCE;
    return this.apply().then(() => document.querySelectorAll(".k-results .k-card h3 a")[before]?.focus());
  }
}

function listen(catalogue, focused) {
  const { form } = catalogue;
  // On the document: the sort choice stands outside the form it belongs to (form="…").
  document.addEventListener("change", (event) => {
    if (event.target.form === form && event.target.name !== "q") catalogue.changed();
  });
  form.addEventListener("input", (event) => {
    if (event.target.name === "q") catalogue.changed("replaceState");
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("focusin", () => catalogue.prepare(), { once: true });
  if (focused || isLate()) catalogue.prepare();
  document.querySelector("[data-more] button").addEventListener("click", () => catalogue.more());
  for (const reset of document.querySelectorAll("[data-reset]")) {
    reset.addEventListener("click", () => {
      history.pushState(null, "", location.pathname);
      restore(form);
      catalogue.apply();
      if (!reset.closest("dialog")) document.getElementById("k-results").focus();
    });
  }
  addEventListener("popstate", () => {
    restore(form);
    catalogue.apply();
  });
  document.addEventListener("katalog:time", () => catalogue.apply());
}

export function start() {
  const form = document.querySelector("form[data-catalogue]");
  if (!form) return;
  const focused = form.contains(document.activeElement); // before this was fetched, and before the form is moved
  keepPlace(form);
  const catalogue = new Catalogue(form);
  listen(catalogue, focused);
  const chosen = [...new FormData(form).values()].some(Boolean); // before this was fetched: that stands
  restore(form, chosen);
  if (chosen) catalogue.changed("replaceState");
  else catalogue.apply();
  form.dataset.ready = ""; // for tests: from here on choices are listened to
}
