// What a search finds, under its field: in the dialog and on the search page.  All texts are set as text, never as markup.

import { AHEAD, Engine, JOINABLE, ONLINE } from "./engine.js";
import { update as bringUpToDate } from "../clock.js";

const ROOT = new URL("../../", import.meta.url);
const PAUSE = 10; // ms after a letter
const LONG = 150; // ms after which a search says that it is under way
const FIRST = 10;
const STEP = 20;
const LINE = 150;

/** @returns {HTMLElement} an element with text, never markup */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const fill = (text, words) => text.replace("{words}", words).replace("{n}", words);

export class Results {
  /**
   * @param {{form: HTMLFormElement, input: HTMLInputElement, found: HTMLElement, broken: string}} parts
   * @param {{open?: boolean, address?: boolean, first?: Promise<Response>}} how `open`: Enter opens the first hit;
   *   `address`: the query stands in the address; `first`: the index's first file, if it is on its way
   */
  constructor(parts, how) {
    Object.assign(this, parts, { how, asked: 0, shownFor: null });
    this.engine = new Engine(new URL(`search-index/${document.documentElement.lang}/`, ROOT), how.first);
    this.status = make("p", { role: "status", class: "k-found__status" });
    this.note = make("p", { class: "k-found__note" });
    this.filters = make("div", { class: "k-found__filters" });
    this.list = make("ol", { class: "k-hits" });
    this.more = make("button", { type: "button", class: "k-button" });
    this.ways = make("p", { class: "k-found__ways" });
    this.note.hidden = this.filters.hidden = this.more.hidden = this.ways.hidden = true;
    this.found.append(this.status, this.filters, this.note, this.list, this.ways, this.more);
    this.input.addEventListener("input", () => this.#typed());
    this.form.addEventListener("submit", (event) => this.#submitted(event));
    this.form.parentElement.addEventListener("keydown", (event) => this.#walk(event));
    this.filters.addEventListener("change", () => this.#filtered());
    this.filters.addEventListener("click", (event) => this.#press(event));
    this.more.addEventListener("click", () => this.#showMore());
    this.list.addEventListener("click", (event) => this.#remember(event));
    if (this.how.address) this.#fromAddress();
  }

  #typed() {
    this.enter = false;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.search(), PAUSE);
  }

  #submitted(event) {
    event.preventDefault();
    this.enter = true;
    clearTimeout(this.pause);
    if (this.shownFor === this.input.value.trim()) this.#enter();
    else this.search();
  }

  /** Enter counts for the query in the field, also while its hits are still being fetched. */
  #enter() {
    const first = this.list.querySelector("a");
    if (!this.enter || !first) return;
    this.enter = false;
    if (this.how.open) first.click();
    else first.focus();
  }

  /** Search for what stands in the field. */
  async search() {
    const query = this.input.value.trim();
    const asked = ++this.asked;
    const slow = setTimeout(() => asked === this.asked && (this.status.textContent = this.engine.texts?.searching ?? "…"), LONG);
    try {
      await this.engine.start();
      const result = query ? await this.engine.find(query) : null;
      if (asked === this.asked) await this.#show(query, result, asked);
    } catch {
      if (asked === this.asked) this.#failed();
    } finally {
      clearTimeout(slow);
    }
  }

  #failed() {
    this.list.replaceChildren();
    this.more.hidden = this.filters.hidden = this.note.hidden = this.ways.hidden = true;
    this.shownFor = null;
    this.status.textContent = this.broken;
  }

  async #show(query, result, asked) {
    this.result = result;
    this.#offerFilters();
    this.#say(query);
    await this.#choose(asked);
    if (asked !== this.asked) return;
    this.shownFor = query;
    this.#toAddress(query);
    this.#enter();
  }

  /** Say what was not found as written, and what was taken instead. */
  #say(query) {
    const { texts } = this.engine;
    this.note.replaceChildren();
    if (this.result?.spelled.length) {
      const [text, words] = [texts.meant, this.result.spelled.reduce((all, [wrong, right]) => all.replace(new RegExp(escaped(wrong), "iu"), right), query)];
      const take = make("button", { type: "button", class: "k-link" }, words);
      take.addEventListener("click", () => {
        this.input.value = words;
        this.input.focus();
        this.search();
      });
      const [before, after] = text.split("{words}");
      this.note.append(before, take, after);
    } else if (this.result?.unknown.length) {
      this.note.append(fill(texts.unknown, this.result.unknown.join(", ")));
    }
    this.note.hidden = !this.note.childNodes.length;
  }

  /** The kinds among the hits, and whether any can be joined or is online: only what would leave something. */
  #offerFilters() {
    const hits = this.result?.hits ?? [];
    const { texts, groups } = this.engine;
    const counts = new Map();
    for (const { number } of hits) counts.set(this.engine.group(number), (counts.get(this.engine.group(number)) ?? 0) + 1);
    const before = this.#chosen();
    this.filters.replaceChildren();
    if (counts.size > 1) {
      const select = make("select", { name: "kind" }, make("option", { value: "" }, texts.kinds));
      for (const [group, count] of [...counts].sort((a, b) => b[1] - a[1])) select.append(make("option", { value: group }, `${groups[group]} (${count})`));
      if (counts.has(before.kind)) select.value = before.kind;
      this.filters.append(make("label", {}, make("span", { class: "k-hidden" }, texts.kind), select));
    }
    if (hits.length > FIRST) {
      const select = make("select", { name: "topic" }, make("option", { value: "" }, texts.topics));
      for (const [term, name] of this.engine.topics) select.append(make("option", { value: term }, name));
      select.value = before.topic;
      this.filters.append(make("label", {}, make("span", { class: "k-hidden" }, texts.topic), select));
    }
    for (const [name, bit] of [["joinable", JOINABLE], ["online", ONLINE]]) {
      const some = hits.filter(({ number }) => this.engine.flag(number) & bit).length;
      if (!some || some === hits.length) continue;
      this.filters.append(make("button", { type: "button", name, "aria-pressed": before[name] }, `${texts[name]} (${some})`));
    }
    this.filters.hidden = !this.filters.childNodes.length;
  }

  #chosen() {
    const of = (name) => this.filters.querySelector(`[name=${name}]`);
    const pressed = (name) => of(name)?.getAttribute("aria-pressed");
    const wished = this.wished ?? {};
    this.wished = undefined;
    const kind = of("kind")?.value ?? wished.kind ?? "";
    const topic = of("topic")?.value ?? wished.topic ?? "";
    return { kind: kind === "" ? null : Number(kind), topic, joinable: (pressed("joinable") ?? String(wished.joinable)) === "true", online: (pressed("online") ?? String(wished.online)) === "true" };
  }

  #press(event) {
    if (event.target.localName !== "button") return;
    event.target.setAttribute("aria-pressed", event.target.getAttribute("aria-pressed") !== "true");
    this.#filtered();
  }

  #filtered() {
    this.#choose();
    this.#toAddress(this.input.value.trim());
  }

  async #choose(asked = this.asked) {
    const { kind, topic, joinable, online } = this.#chosen();
    const on = topic ? await this.engine.having(topic) : null;
    if (asked !== this.asked) return;
    const wants = (joinable ? JOINABLE : 0) | (online ? ONLINE : 0);
    this.hits = (this.result?.hits ?? []).filter(({ number }) => (!on || on.has(number)) && (kind === null || this.engine.group(number) === kind) && (this.engine.flag(number) & wants) === wants);
    const items = await this.#items(0, FIRST);
    if (asked !== this.asked) return;
    const held = this.list.contains(document.activeElement) ? document.activeElement.href : "";
    this.list.replaceChildren(...items);
    this.#settle();
    if (held) (items.map((item) => item.firstChild).find((link) => link.href === held) ?? items[0]?.firstChild ?? this.input).focus();
  }

  async #showMore() {
    const items = await this.#items(this.list.children.length, STEP);
    this.list.append(...items);
    items[0]?.querySelector("a").focus();
    this.#settle();
  }

  #settle() {
    const { texts } = this.engine;
    const count = this.hits.length;
    this.more.hidden = this.list.children.length >= count;
    this.more.textContent = texts.more;
    this.status.textContent = !this.result ? texts.hint : count === 0 ? texts.none : count === 1 ? texts.one : fill(texts.many, count.toLocaleString(document.documentElement.lang));
    this.ways.replaceChildren(...this.engine.ways.map(([title, address]) => make("a", { href: new URL(address, ROOT).href }, title)));
    this.ways.hidden = this.how.address || !this.result || count > 0;
    bringUpToDate();
  }

  #items(from, count) {
    return Promise.all(this.hits.slice(from, from + count).map(async ({ number }) => this.#item(await this.engine.show(number))));
  }

  /** One hit: title, what it is, when, state, where, what it costs, and the line that answers. */
  #item(hit) {
    const over = hit.state && !(this.engine.flag(hit.number) & AHEAD);
    const badge = { class: over ? null : "k-badge", "data-state": hit.state, "data-steps": hit.steps || null };
    const facts = [
      hit.kind && make("span", {}, hit.kind),
      hit.when && make("span", {}, hit.when),
      hit.state && make("span", badge, hit.stateLabel),
      hit.place && make("span", {}, hit.place),
      hit.price && make("span", {}, hit.price),
    ].filter(Boolean);
    const link = make("a", { href: new URL(hit.address, ROOT).href }, make("b", { lang: hit.language || null }, hit.title));
    if (facts.length) link.append(" ", make("small", {}, ...facts.flatMap((fact, at) => (at ? [" · ", fact] : [fact]))));
    const line = this.#line(hit.lines);
    if (line) link.append(" ", line);
    return make("li", {}, link);
  }

  /** The line that says most of what was asked for, from shortly before its first word found. */
  #line(lines) {
    if (!lines.length) return null;
    const marked = lines.map((line) => this.#marks(line));
    const told = marked.map((marks) => new Set(marks.map((mark) => mark.term)).size);
    const best = told.indexOf(Math.max(...told));
    let [text, marks] = [lines[best], marked[best]];
    let from = 0;
    if (marks.length && text.length > LINE / 2 && marks[0].at > LINE / 3) from = text.lastIndexOf(" ", marks[0].at - 20) + 1;
    const target = make("span", { class: "k-hit__line" }, from ? "… " : "");
    for (const { at, length } of marks) {
      target.append(text.slice(from, at), make("mark", {}, text.slice(at, at + length)));
      from = at + length;
    }
    target.append(text.slice(from));
    return target;
  }

  #marks(line) {
    return this.engine.keys
      .tokens(line)
      .flatMap(({ terms, text, at }) => terms.filter((term) => this.result.terms.has(term)).slice(0, 1).map((term) => ({ term, at, length: text.length })));
  }

  /** Arrow keys walk through the field and the hits; letters typed on a hit go on in the field. */
  #walk(event) {
    const here = document.activeElement;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const stops = [this.input, ...this.list.querySelectorAll("a")];
      const at = stops.indexOf(here);
      if (at < 0) return;
      event.preventDefault();
      stops[Math.min(stops.length - 1, Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1)))].focus();
    } else if (this.list.contains(here) && [...event.key].length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " ") {
      this.input.focus();
    } else if (this.list.contains(here) && event.key === "Backspace") this.input.focus();
  }

  /** Let Back return to the search: the page it was opened on remembers the query. */
  #remember(event) {
    if (this.how.address || !(event.target instanceof Element) || !event.target.closest("a")) return;
    history.replaceState({ ...history.state, search: this.input.value }, "");
  }

  #fromAddress() {
    const asked = new URLSearchParams(location.search);
    this.input.value ||= asked.get("q") ?? ""; // letters typed before this was fetched stand
    this.wished = { kind: asked.get("kind") ?? "", topic: asked.get("topic") ?? "", joinable: asked.has("joinable"), online: asked.has("online") };
  }

  #toAddress(query) {
    if (!this.how.address) return;
    const { kind, topic, joinable, online } = this.#chosen();
    const asked = new URLSearchParams({ ...(query && { q: query }), ...(kind !== null && { kind }), ...(topic && { topic }), ...(joinable && { joinable: 1 }), ...(online && { online: 1 }) });
    history.replaceState(history.state, "", asked.size ? `?${asked}` : location.pathname);
  }
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Put the search to work on its page. @param {HTMLFormElement} form */
export function startPage(form) {
  const results = new Results({ form, input: form.elements.q, found: document.querySelector("[data-found]"), broken: form.dataset.broken }, { address: true });
  results.search();
}
