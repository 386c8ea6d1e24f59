// Records as the form sees them, and back as files: what is not changed stays as it is written, to the letter.
//
// A file becomes values in their long form, so that every field has a place of its own; a value that is
// still the same when the file is written keeps its lines, comments too.  All values are read as texts.
import { PriceLines } from "./price_lines.js";

const FILE = /^---\n(?:([\s\S]*?)\n)?---(?:\n+|$)/;
const KEY = /^([A-Za-z_][\w-]*):(?=\s|$)/;
const BODY = "body";
const FORMS_OWN = "__sc_";
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g; // soft hyphen, zero-width space, word joiner, byte order mark
export const SOURCE = "⟦source⟧"; // the file as it was read; no field can have that name

const isMapping = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export class Records {
  // `models` is what katalog.form.models tells, `yaml` reads and writes texts.
  constructor(models, yaml) {
    const { records, parts, yes, no, price_lines, programme_line, programme_marks } = models;
    this.yaml = yaml;
    const compiled = (pattern) => new RegExp(`^(?:${pattern.replaceAll("(?P<", "(?<")})$`, "is");
    this.models = records;
    this.parts = parts;
    this.flags = new Map([...yes.map((word) => [word, true]), ...no.map((word) => [word, false])]);
    this.priceLines = new PriceLines(price_lines);
    this.programmeLine = compiled(programme_line);
    this.programmeMarks = new RegExp(programme_marks, "i");
  }

  // ---- from a file -------------------------------------------------------------------------------------

  parse(text, collection) {
    const front = text.match(FILE);
    if (!front) return { [BODY]: text, [SOURCE]: text }; // such as a README that a repository holds too
    const values = this.mapping(this.loaded(front[1]), this.models[collection]);
    return { ...values, [BODY]: text.slice(front[0].length), [SOURCE]: text };
  }

  loaded(yaml) {
    return this.yaml.load(yaml ?? "") || {};
  }

  // Returns the values of a part in their long form, without those that say nothing.
  mapping(values, model) {
    const found = {};
    for (const [key, value] of Object.entries(values)) {
      const field = model.fields[key];
      const long = field ? this.value(value, field) : value;
      if (!saysNothing(long) && !(field && "flag" in field && long === field.flag)) found[key] = long;
    }
    return ordered(found, model);
  }

  value(value, field) {
    if (field.many && value !== null && value !== undefined && value !== "") {
      const items = (Array.isArray(value) ? value : [value]).map((item) => this.one(item, field));
      return field.part ? items : items.filter((item) => !saysNothing(item));
    }
    return this.one(value, field);
  }

  one(value, field) {
    if (field.part) return this.part(value, field.part);
    if ("flag" in field) return this.truth(value, field);
    if (typeof value === "number") return String(value);
    return typeof value === "string" ? value.trim() : value;
  }

  // Returns whether a field holds; of one that may say neither as a text, which is what a choice in the form has.
  truth(value, field) {
    const found = typeof value === "string" ? (this.flags.get(value.trim().toLowerCase()) ?? value) : value;
    return field.flag === null && typeof found === "boolean" ? String(found) : found;
  }

  part(value, name) {
    const long = isMapping(value) ? this.fromMapping(value, name) : this.fromText(value, name);
    if (!isMapping(long)) return long;
    const found = this.mapping(long, this.parts[name]);
    return saysNothing(found) ? this.flagged(name) : found;
  }

  // Returns what a part is by being there: `online: yes` says only that.
  flagged(name) {
    const flags = Object.entries(this.parts[name].fields).filter(([, field]) => (field.flag ?? null) !== null);
    return Object.fromEntries(flags.slice(0, 1).map(([key, field]) => [key, field.flag]));
  }

  fromMapping(value, name) {
    const [[key, only] = []] = Object.entries(value);
    const single = Object.keys(value).length === 1 && !(key in this.parts[name].fields);
    if (single && name === "Follower") return { library: key, people: only };
    if (single && name === "OwnValue") return { field: key, value: only };
    if (single && name === "Price" && typeof only === "string") return this.fromText(`${key}: ${only}`, name);
    if (name === "Price" && same(Object.keys(value).filter((each) => value[each]), ["amount"])) {
      return this.fromText(value.amount, name);
    }
    return value;
  }

  // Returns what a text stands for in a part's place; each is a rule of the schema (`expand_shorthand`).
  fromText(value, name) {
    if (typeof value !== "string") return value === null ? {} : value;
    const text = value.trim();
    const flag = this.flags.get(text.toLowerCase());
    switch (name) {
      case "ContactLink":
        return { person: text };
      case "Credits": {
        const [, amount, unit] = text.match(/^(\S*)\s+(.*)$/) ?? [];
        return unit ? { amount, unit } : value;
      }
      case "Follower":
        return { library: text };
      case "Online":
        if (flag !== undefined) return { offered: flag };
        return /^(?:https?:|www\.)/.test(text) ? { url: text } : { note: text };
      case "Price":
        return this.priceLines.read(text) ?? { amount: text };
      case "ProgrammeRow": {
        const { hours, rest } = text.match(this.programmeLine)?.groups ?? {};
        return hours && this.programmeMarks.test(hours) ? { hours, title: rest } : { title: text };
      }
      case "Registration":
        return { required: false };
      case "Session":
        return { when: text };
      case "Speaker":
        return { [/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) ? "person" : "name"]: text };
      default:
        return value;
    }
  }

  // ---- back to a file ----------------------------------------------------------------------------------

  format({ [SOURCE]: source = "", [BODY]: body = "", ...values }, collection) {
    const model = this.models[collection];
    const kept = this.held(values, model);
    const [before = "", yaml = ""] = source.match(FILE) ?? [];
    const gap = before.match(/\n*$/)[0] || "\n\n";
    return `---\n${this.front(kept, model, yaml)}---${body.trim() ? gap + body.trim() : ""}\n`;
  }

  // Returns what a file holds of some values: of a translation its texts alone.
  held(values, model) {
    const found = this.mapping(values, model);
    return isTranslation(found, model) ? this.texts(found, model, TRANSLATED) : found;
  }

  // Returns front matter with the lines of what is the same, in their order, and new ones where they belong.
  front(values, model, yaml) {
    const blocks = blocksOf(yaml);
    const before = blocks && this.held(this.loaded(yaml), model);
    const lines = (key) => this.yaml.dump({ [key]: asTexts(values[key]) });
    if (!blocks) return Object.keys(values).map(lines).join("");
    const place = (key) => [...TRANSLATED, ...model.order].indexOf(key);
    const found = blocks.flatMap(({ key, above, text }) => {
      if (!key || same(before[key], values[key])) return [{ key, text: above + text }];
      return key in values ? [{ key, text: above + lines(key) }] : [];
    });
    for (const key of Object.keys(values).filter((each) => !found.some((block) => block.key === each))) {
      const next = found.findIndex((block) => block.key && place(block.key) > place(key));
      found.splice(next < 0 ? found.length : next, 0, { key, text: lines(key) });
    }
    return found.map(({ text }) => text).join("");
  }

  // ---- copies ------------------------------------------------------------------------------------------

  // Returns a copy as it is to be saved: a date or a price that is still the one of the record it was made
  // from is put in brackets, to be filled in; that record's state and former ids are left out.
  renewed({ [SOURCE]: source, [BODY]: body, ...values }, collection) {
    const model = this.models[collection];
    const { [SOURCE]: _, [BODY]: __, ...before } = this.parse(source, collection);
    const old = new Set(this.said(before, model, "passing"));
    return { ...this.without(this.mapping(values, model), model, old), [BODY]: body };
  }

  // Yields what fields say that have a mark (`passing` or `marked`), those of parts too.
  *said(values, model, mark) {
    for (const [name, field] of Object.entries(model.fields)) {
      const value = values[name];
      for (const item of Array.isArray(value) ? value : [value]) {
        if (saysNothing(item)) continue;
        if (field.part) yield* this.said(item, this.parts[field.part], mark);
        else if (field[mark]) yield `${name}=${item}`;
      }
    }
  }

  without(values, model, old) {
    const found = {};
    for (const [name, value] of Object.entries(values)) {
      const field = model.fields[name] ?? {};
      const renew = (item) => {
        if (field.part && isMapping(item)) return this.without(item, this.parts[field.part], old);
        return field.passing && old.has(`${name}=${item}`) ? `⟦${item}⟧` : item;
      };
      const long = Array.isArray(value) ? value.map(renew) : renew(value);
      if (field.passing !== "left out" || !old.has(`${name}=${Array.isArray(value) ? value[0] : value}`)) found[name] = long;
    }
    return found;
  }

  // ---- translations ------------------------------------------------------------------------------------

  // Returns the texts of a record alone: what a translation may hold.
  texts(values, model, more = []) {
    const found = {};
    for (const [key, value] of Object.entries(values)) {
      const field = model.fields[key];
      if (more.includes(key)) found[key] = value;
      else if (field?.text) {
        const texts = field.part ? this.textsOf(value, field) : value;
        if (!saysNothing(texts)) found[key] = texts;
      }
    }
    return found;
  }

  textsOf(value, field) {
    const inner = this.parts[field.part];
    if (!Array.isArray(value)) return isMapping(value) ? this.texts(value, inner) : value;
    const items = value.map((item) => (isMapping(item) ? this.texts(item, inner) : item));
    return items.every(saysNothing) ? [] : items;
  }

  // Returns a translation as it is to be saved beside its original: with the mark of it where a text has changed.
  async translation({ [SOURCE]: source, [BODY]: body = "", ...values }, original, collection) {
    const model = this.models[collection];
    const before = source ? this.parse(source, collection) : {};
    const { [SOURCE]: _, [BODY]: bodyBefore = "", translates, ...textsBefore } = before;
    const { [SOURCE]: __, [BODY]: ___, ...facts } = original;
    const wanted = this.mapping({ ...values, translates: undefined }, model);
    const texts = this.texts(this.own(wanted, this.mapping(facts, model), textsBefore, model), model);
    const changed = body.trim() !== bodyBefore.trim() || !same(texts, this.texts(textsBefore, model));
    const mark = source && !changed ? translates : await this.mark(original, collection);
    return { ...texts, translates: mark, [BODY]: body, [SOURCE]: source };
  }

  // Returns a translation without the texts that are the original's and were not written there, its lists as
  // long as the original's.
  own(translation, original, before, model) {
    const found = {};
    for (const [key, value] of Object.entries(translation)) {
      const [field, other, was] = [model.fields[key], original[key], before[key]];
      if (!field?.part) {
        if (!same(value, other) || same(value, was)) found[key] = value;
      } else if (Array.isArray(value)) {
        found[key] = (other ?? []).map((item, at) => this.own(value[at] ?? {}, item, was?.[at] ?? {}, this.parts[field.part]));
      } else if (isMapping(value)) found[key] = this.own(value, other ?? {}, was ?? {}, this.parts[field.part]);
    }
    return found;
  }

  // Returns the mark of a record's texts, as `catalogue/translation_hash.py` counts it.
  async mark({ [SOURCE]: _, [BODY]: body = "", ...values }, collection) {
    const model = this.models[collection];
    const texts = [...this.said(this.mapping(values, model), model, "marked"), body.trim()];
    const bytes = new TextEncoder().encode(texts.map((text) => `${text}\0`).join(""));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return [...digest.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}

const TRANSLATED = ["translates"];
const isTranslation = (values, model) => "language" in model.fields && !("language" in values);

const saysNothing = (value) =>
  value === null ||
  value === undefined ||
  value === "" ||
  (Array.isArray(value) && !value.length) ||
  (isMapping(value) && !Object.keys(value).length);

function ordered(values, model) {
  const keys = Object.keys(values);
  const place = (key) => model.order.indexOf(key);
  return Object.fromEntries(keys.sort((one, other) => place(one) - place(other)).map((key) => [key, values[key]]));
}

// Returns the lines of front matter for each key, with the comments above it; nothing where they are no plain lines.
function blocksOf(yaml) {
  const blocks = [];
  let above = "";
  for (const line of yaml ? yaml.split("\n") : []) {
    const key = line.match(KEY)?.[1];
    if (key) {
      blocks.push({ key, above, text: `${line}\n` });
      above = "";
    } else if (/^(?:#|\s*$)/.test(line)) above += `${line}\n`;
    else if (blocks.length) {
      blocks.at(-1).text += `${above}${line}\n`;
      above = "";
    } else return undefined;
  }
  return [...blocks, { above, text: "" }];
}

// Returns what was filled in: the form holds every field, also of parts that are not there, and marks items for
// itself while they are edited.  Texts from Word bring what nobody sees and the check refuses.
export function withoutEmpty(value) {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value === "string") return value.replace(INVISIBLE, "");
  if (!isMapping(value)) return value;
  const found = Object.entries(value).map(([key, each]) => [key, key === SOURCE ? each : withoutEmpty(each)]);
  return Object.fromEntries(found.filter(([key, each]) => !saysNothing(each) && !key.startsWith(FORMS_OWN)));
}

export function asTexts(value) {
  if (Array.isArray(value)) return value.map(asTexts);
  if (isMapping(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asTexts(each)]));
  return String(value);
}
