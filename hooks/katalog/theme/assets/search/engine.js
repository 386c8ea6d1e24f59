// Finds pages in the index of one language: which terms a query means, which pieces of the index hold
// them, how well each page answers.  Knows nothing of what the reader sees.

import { Keys } from "./keys.js";

const EXACT = 1, SYNONYM = 0.7, JOINED = 0.9, BEGINS = 0.4, TYPING = 0.6, PART = 0.45, SPELLED = 0.6;
const MOST_BEGINS = 30, MOST_PARTS = 10, LONGEST_QUERY = 200, MOST_WORDS = 12;
/** What a kind of page weighs at equal fit, by its place in katalog.search.documents.GROUPS: courses and initiatives first. */
const GROUPS = { courses: 1.2, initiatives: 1.2, projects: 1.15, contacts: 1.1, libraries: 1.1, organisations: 1.05, news: 1, topics: 1, regions: 0.9, calendar: 0.85, archive: 0.8, home: 0.8 };
const SECTIONS = ["home", "courses", "calendar", "initiatives", "projects", "libraries", "organisations", "contacts", "topics", "news", "archive", "index", "search", "regions"];
export const JOINABLE = 1, ONLINE = 2, AHEAD = 4;

/** @typedef {{text: string, terms: Map<string, number>, soft: boolean, spelled: string}} Wanted one word of a query: the terms it may mean, each with how well */
/** @typedef {{number: number, score: number}} Hit */

export class Engine {
  /**
   * @param {URL} folder where the index lies
   * @param {Promise<Response>} [first] its first file, if it is on its way
   */
  constructor(folder, first) {
    this.folder = folder;
    this.first = first;
    this.kept = new Map();
  }

  /** Load what every search needs; after a failure the next call tries again. */
  start() {
    this.starting ??= this.#start().catch((error) => {
      this.starting = undefined;
      throw error;
    });
    return this.starting;
  }

  async #start(options) {
    const given = this.first?.then((response) => (response.ok ? response.json() : Promise.reject(response)));
    this.first = undefined;
    const first = await (given ?? this.#json("index", options));
    this.kept.clear();
    Object.assign(this, first);
    this.keys = new Keys(first.tables);
    this.words = first.words.split(" ");
    this.known = new Set(this.words);
    this.count = first.flags.length / 2;
    this.drop = new Set(first.tables.drop);
    this.soft = new Set(first.tables.soft);
    this.similar = new Map();
    for (const group of first.tables.synonyms)
      for (const term of group) this.similar.set(term, [...(this.similar.get(term) ?? []), ...group]);
  }

  async #json(name, options) {
    const response = await fetch(new URL(`${name}.json`, this.folder), options);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.json();
  }

  /** A piece of the index, fetched once.  A piece that is gone belonged to an earlier index: begin again. */
  #piece(name) {
    if (!this.kept.has(name)) {
      const piece = this.#json(name);
      piece.catch(() => this.kept.delete(name));
      this.kept.set(name, piece);
    }
    return this.kept.get(name);
  }

  flag(number) {
    return Number(this.flags[number * 2 + 1]);
  }

  group(number) {
    return this.flags.charCodeAt(number * 2) - 97;
  }

  /** Find what answers a query best. @returns {Promise<{hits: Hit[], spelled: [string, string][], unknown: string[], terms: Set<string>}>} */
  async find(query) {
    await this.start();
    try {
      return await this.#find(query);
    } catch {
      await this.#start({ cache: "reload" });
      return this.#find(query);
    }
  }

  async #find(query) {
    const wanted = this.#wanted(query);
    const found = await Promise.all(wanted.map((each) => this.#look(each)));
    const unknown = found.filter((each) => !each.pages.size);
    const known = found.filter((each) => each.pages.size);
    const terms = new Set(known.flatMap((each) => [...each.terms.keys()]));
    const spelled = known.filter((each) => each.spelled).map((each) => [each.text, each.word]);
    const names = unknown.map((each) => each.text);
    if (unknown.some((each) => !each.soft) && known.every((each) => each.soft || each.pages.size > this.count / 5)) return { hits: [], spelled: [], unknown: names, terms };
    return { hits: this.#ranked(known), spelled, unknown: names, terms };
  }

  /** What a query asks for: its words but those that carry nothing, each with the terms it may mean. */
  #wanted(query) {
    let tokens = this.keys.tokens(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS);
    const telling = tokens.filter((token) => !this.drop.has(token.text));
    if (telling.length) tokens = telling;
    const wanted = tokens.flatMap((token, at) => this.#meanings(token, at === tokens.length - 1));
    this.#join(tokens, wanted);
    if (wanted.every((each) => each.soft)) for (const each of wanted) each.soft = false;
    return wanted;
  }

  /** @returns {Wanted[]} a word, or the words it is put together of */
  #meanings(token, last) {
    const of = (terms, spelled = false) => ({ text: token.text, terms: new Map(terms), soft: this.soft.has(token.text) || /^[a-zæøåäö]$/.test(token.text), spelled, token });
    if (token.kind !== "word" && token.kind !== "compound") return token.terms.map((term) => of([[term, EXACT]]));
    const [term] = token.terms;
    if (!/^\p{L}+$/u.test(term)) return [of([[term, EXACT]])];
    if (token.kind === "compound" && !this.known.has(term)) return this.#parts(token, last);
    const meanings = this.#similar(term, last, token.text);
    if (meanings.size) return [of(meanings)];
    const halves = this.#halves(token.text);
    if (halves.length) return halves.map((half) => of(this.#similar(half, false)));
    const near = this.#near(term);
    if (near.length) return [of(near.map((each) => [each, SPELLED]), true)];
    return [of([])];
  }

  #parts(token, last) {
    const parts = token.text.split(/[-‐‑]/).filter((part) => !this.drop.has(part));
    return parts.flatMap((part, at) =>
      this.#meanings({ ...token, text: part, terms: [this.keys.key(part)], kind: "word" }, last && at === parts.length - 1),
    );
  }

  /** A term itself, its synonyms, the words that begin with it, the compounds that it is a part of. */
  #similar(term, last, text = term) {
    const found = new Map();
    const put = (each, how) => found.set(each, Math.max(how, found.get(each) ?? 0));
    if (this.known.has(term)) put(term, EXACT);
    for (const each of this.similar.get(term) ?? []) if (this.known.has(each)) put(each, each === term ? EXACT : SYNONYM);
    if (term.length >= (last ? 2 : 4)) {
      let at = lower(this.words, term);
      const how = last && !this.known.has(term) ? TYPING : BEGINS;
      for (const stop = at + MOST_BEGINS; at < stop && this.words[at]?.startsWith(term); at++) put(this.words[at], how);
    }
    if (term.length >= (text.length >= 5 ? 3 : 4)) {
      const inside = this.words.filter((word) => word.length > term.length + 1 && (word.endsWith(term) || (term.length > 5 && word.includes(term))));
      for (const each of inside.sort((a, b) => a.length - b.length).slice(0, MOST_PARTS)) put(each, PART);
    }
    return found;
  }

  /** Two known words that make up one unknown. */
  #halves(text) {
    const word = this.keys.fold(text);
    for (let at = word.length - 4; at >= 4; at--) {
      const right = this.keys.stem(word.slice(at));
      const left = this.keys.stem(word.slice(0, at));
      if (right.length > 3 && left.length > 3 && this.known.has(right) && this.known.has(left)) return [left, right];
    }
    return [];
  }

  /** Words that are one whole for the index though the query has them apart. */
  #join(tokens, wanted) {
    for (let at = 0; at + 1 < tokens.length; at++) {
      const [a, b] = [tokens[at], tokens[at + 1]];
      if (a.kind !== "word" || b.kind !== "word") continue;
      const joined = ["", "s", "e"].flatMap((link) => [...this.#similar(this.keys.key(a.text + link + b.text), false).keys()]);
      for (const each of wanted) {
        if (each.token !== a && each.token !== b) continue;
        for (const term of joined) each.terms.set(term, JOINED);
        if (joined.length) each.spelled = false;
      }
    }
  }

  /** Known words at the smallest distance: one letter wrong or, in long words, two or three. */
  #near(term) {
    const most = term.length < 4 ? 0 : term.length < 8 ? 1 : term.length < 15 ? 2 : 3;
    let best = most, found = [];
    if (!most) return [];
    for (const word of this.words) {
      if (Math.abs(word.length - term.length) > best || word.length < 4) continue;
      const far = distance(term, word, best);
      if (far < best) found = [];
      if (far <= best) (best = far), found.push(word);
    }
    return found.sort((a, b) => (b[0] === term[0]) - (a[0] === term[0])).slice(0, 3);
  }

  /** The pages that have a term. @returns {Promise<Set<number>>} */
  async having(term) {
    return new Set((await this.#look({ terms: new Map([[term, EXACT]]) })).pages.keys());
  }

  /** Look a word up: the pages that have it, each with how much it counts there. */
  async #look(wanted) {
    const pages = new Map();
    const places = new Map();
    for (const term of wanted.terms.keys()) {
      const at = Math.max(0, upper(this.starts, term) - 1);
      places.set(at, [...(places.get(at) ?? []), term]);
    }
    let exact = 0, word = "";
    await Promise.all(
      [...places].map(async ([at, terms]) => {
        if (!(at in this.pieces)) return;
        const lines = await this.#piece(this.pieces[at]);
        for (const [term, said, postings] of lines) {
          if (!terms.includes(term)) continue;
          const how = wanted.terms.get(term);
          word ||= said || term;
          let number = -1, seen = 0;
          for (const [, distance, weight] of postings.matchAll(/([0-9a-z]*)([A-Z])/g)) {
            number += distance ? parseInt(distance, 36) : 1;
            seen++;
            const counts = how * (weight.charCodeAt(0) - 64);
            if (counts > (pages.get(number) ?? 0)) pages.set(number, counts);
          }
          if (how === EXACT) exact = seen;
        }
      }),
    );
    return { ...wanted, pages, word, rare: Math.log2(1 + this.count / (exact || pages.size || 1)) };
  }

  /** The pages that answer best: those with all words; else those with the rarest of them. */
  #ranked(found) {
    const must = found.filter((each) => !each.soft);
    const scores = new Map();
    for (const each of must)
      for (const [number, counts] of each.pages) {
        const score = scores.get(number) ?? { has: 0, score: 0 };
        score.has += each.rare;
        score.score += each.rare * (counts + 1);
        scores.set(number, score);
      }
    const most = Math.max(0, ...[...scores.values()].map((each) => each.has));
    const hits = [];
    for (const [number, { has, score }] of scores) {
      if (has < most - 1e-9) continue;
      const more = found.filter((each) => each.soft).reduce((sum, each) => sum + (each.pages.has(number) ? 0.15 * each.rare * each.pages.get(number) : 0), 0);
      const weight = (GROUPS[SECTIONS[this.group(number)]] ?? 1) * (this.flag(number) & AHEAD ? 1.1 : 1);
      hits.push({ number, score: (score + more) * weight });
    }
    return hits.sort((a, b) => b.score - a.score || a.number - b.number);
  }

  /** What a hit shows, by the names of katalog.search.documents.Shown. */
  async show(number) {
    const piece = await this.#piece(this.hits[Math.floor(number / this.size)]);
    const [address, title, language, kind, when, state, stateLabel, steps, place, price, lines] = piece[number % this.size];
    return { address, title, language, kind, when, state, stateLabel, steps, place, price, lines, number };
  }
}

/** The place of the first word that does not come before `term`. */
function lower(words, term) {
  let low = 0, high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle] < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of the first word that comes after `term`. */
function upper(words, term) {
  let low = 0, high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle] <= term) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Letters left out, put in, changed or swapped (optimal string alignment); more than `most` is `most + 1`. */
function distance(a, b, most) {
  let before = [], last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}
