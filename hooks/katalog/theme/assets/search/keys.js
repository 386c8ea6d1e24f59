// What a query is looked up by.  The same as katalog/search/keys.py, which says what terms look like;
// both read the same tables, and one table of cases holds them together (tests/search/keys.json).

const pad = (number) => String(number).padStart(2, "0");
const numbers = (said) => (said.match(/[0-9]+/g) ?? []).map(Number);
const longestFirst = (names) => names.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");
const inYear = (part, year) => [year ? `#${year}-${part}` : `#${part}`];
const fullYear = (year) => (year < 70 ? year + 2000 : year < 100 ? year + 1900 : year);

function dayOf(day, month, year) {
  if (day < 1 || day > 31 || month < 1 || month > 12) return [];
  return inYear(`${pad(month)}-${pad(day)}`, year);
}

/** @returns {[number[], number?]} the numbers of a text, and the year if the last of them is one */
function withYear(said) {
  const found = numbers(said);
  return found.at(-1) > 99 ? [found, found.pop()] : [found];
}

function phone(said) {
  if (/^(19|20)[0-9]{2} (19|20)[0-9]{2}$/.test(said)) return said.split(" ").map((year) => `#${year}`);
  let digits = said.replace(/[^0-9]/g, "").replace(/^0+/, "");
  if ((/^(\+|00)/.test(said) || digits.length > 9) && /^4[567]/.test(digits)) digits = digits.slice(2).replace(/^0+/, "");
  return [`+${digits}`];
}

function years(said) {
  const [first, last] = said.match(/[0-9]+/g);
  return [`#${first}`, `#${last.length === 2 ? first.slice(0, 2) + last : last}`];
}

/** What reads a text with the tables of an index. */
export class Keys {
  constructor(tables) {
    const bare = (table) => Object.assign(Object.create(null), table); // no word is the name of a method
    const [months, seasons, endings] = [tables.months, tables.seasons, tables.endings].map(bare);
    this.tables = { ...tables, months, seasons, endings };
    this.monthNumbers = bare({ ...tables.months, ...tables.abbreviations });
    const fill = (pattern) =>
      pattern.replace("MONTHS", longestFirst(Object.keys(this.monthNumbers))).replace("SEASONS", longestFirst(Object.keys(seasons)));
    this.pattern = new RegExp(tables.patterns.map(([, pattern]) => `(${fill(pattern)})`).join("|"), "g");
    this.protected = Object.keys(endings).filter((ending) => ending.endsWith("s"));
    this.longest = Math.max(...Object.keys(endings).map((ending) => ending.length));
    this.readers = this.#readers();
  }

  /** å, aa and a are one, so are doubled letters, and c before e as s. */
  fold(word) {
    let plain = [...word].map((letter) => this.tables.fold[letter] ?? letter).join("");
    for (const [pair, put] of Object.entries(this.tables.pairs)) plain = plain.replaceAll(pair, put);
    return plain.replace(/(.)\1+/g, "$1");
  }

  stem(word) {
    return this.#withoutEnding(this.#withoutS(word));
  }

  key(word) {
    return this.stem(this.fold(word));
  }

  #withoutS(word) {
    const long = word.length > this.tables.genitive && word.endsWith("s");
    return long && !this.protected.some((ending) => word.endsWith(ending)) ? word.slice(0, -1) : word;
  }

  #withoutEnding(word) {
    for (let length = Math.min(this.longest, word.length - 1); length > 0; length--) {
      const put = this.tables.endings[word.slice(-length)];
      if (put !== undefined && word.length - length + put.length >= this.tables.shortest) return word.slice(0, -length) + put;
    }
    return word;
  }

  #month(said) {
    const word = said.match(/[^0-9 .,:/–-]+/g).find((each) => each in this.monthNumbers);
    return this.monthNumbers[word];
  }

  #readers() {
    return {
      email: (said) => [said],
      host: (said) => [said.replace(/^www\./, "")],
      iso: (said) => [`#${said}`],
      week: (said) => {
        const [weeks, year] = withYear(said);
        return weeks.flatMap((week) => inYear(`w${pad(week)}`, year));
      },
      isoweek: (said) => inYear(`w${said.slice(-2)}`, said.slice(0, 4)),
      quarter: (said) => {
        const [quarter, year] = numbers(said).sort((a, b) => a - b);
        return inYear(`q${quarter}`, year);
      },
      season: (said) => inYear(`s${this.tables.seasons[said.replace(",", " ").split(" ")[0]]}`, numbers(said)[0]),
      daymonth: (said) => {
        const [days, year] = withYear(said);
        return days.flatMap((day) => dayOf(day, this.#month(said), year));
      },
      monthyear: (said) => [`#${numbers(said)[0]}-${pad(this.#month(said))}`],
      numeric: (said) => {
        const [day, month, year] = numbers(said);
        return dayOf(day, month, fullYear(year));
      },
      years,
      section: (said) => [`§${said.replace(/[§ ]/g, "")}`],
      amount: (said) => [said.split(",")[0].replace(/[^0-9]/g, "")],
      phone,
      time: () => [],
      shortdate: (said) => dayOf(...numbers(said)),
      code: (said) => [said.replace("-", "")],
      number: (said) => [/^(19|20)[0-9]{2}$/.test(said) ? `#${said}` : said.split(",")[0]],
      compound: (said) => [this.key(said.replace(/[-‐‑]/g, ""))],
      word: (said) => {
        if (said in this.tables.months) return [`#m${pad(this.tables.months[said])}`];
        if (this.tables.bare_seasons.includes(said)) return [`#s${this.tables.seasons[said]}`];
        return [this.key(said)];
      },
    };
  }

  /** @returns {{terms: string[], text: string, kind: string, at: number}[]} what a text says, in order */
  tokens(text) {
    const found = [];
    for (const match of text.normalize("NFC").replace(/[\u00a0\u2007\u2009\u202f]/g, " ").toLowerCase().matchAll(this.pattern)) {
      const kind = this.tables.patterns[match.slice(1).findIndex((group) => group !== undefined)][0];
      const terms = this.readers[kind](match[0]);
      if (terms.length) found.push({ terms, text: match[0], kind, at: match.index });
    }
    return found;
  }
}
