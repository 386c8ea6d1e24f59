// The form: Sveltia CMS with Katalog's records.  What it needs to know is beside it, in a file for each language.
import { Records, SOURCE, asTexts, withoutEmpty } from "./record.js";
import { CMS, yaml } from "./vendor.js";

const page = document.documentElement;
const offered = page.dataset.languages.split(" ");
const asked = [new URLSearchParams(location.search).get("lang"), ...navigator.languages.map((tag) => tag.slice(0, 2))];
const lang = asked.find((tag) => offered.includes(tag)) ?? offered[0];
const { config, models } = await (await fetch(`form.${lang}.json`)).json();
const records = new Records(models, yaml);

// Sveltia CMS speaks the browser's language: that of the form, whatever else the browser prefers.
page.lang = lang;
Object.defineProperty(navigator, "language", { get: () => lang });
Object.defineProperty(navigator, "languages", { get: () => [lang] });

for (const collection of Object.keys(models.records)) {
  CMS.registerCustomFormat(collection, "md", {
    fromFile: (text) => records.parse(text, collection),
    toFile: (values) => records.format(values, collection),
  });
}
CMS.registerCustomFormat("topics", "yml", { fromFile: yaml.load, toFile: (topics) => yaml.dump(asTexts(topics)) });

// A new record with a file behind it is a copy.
CMS.registerEventListener({
  name: "preSave",
  handler: async ({ entry }) => {
    const { collection, newRecord, i18n, ...all } = entry.toJS();
    if (!models.records[collection]?.fields.language) return undefined;
    const data = withoutEmpty(all.data);
    const original = newRecord && data[SOURCE] ? records.renewed(data, collection) : data;
    let saved = entry.set("data", asRead(original, collection));
    for (const [language, { data: texts }] of Object.entries(i18n)) {
      if (!texts || !Object.keys(texts).length) continue;
      const translation = await records.translation(withoutEmpty(texts), original, collection);
      saved = saved.setIn(["i18n", language, "data"], asRead(translation, collection));
    }
    return saved;
  },
});

// Returns a record as it will be read again, so that what is saved next is compared with what was saved now.
function asRead(values, collection) {
  return records.parse(records.format(values, collection), collection);
}

// Over a folder on this machine nobody signs in, and whoever saves after the program was ended is told so.
const { stopped } = page.dataset;
if (stopped) {
  const ask = window.fetch;
  window.fetch = (...asked) => ask(...asked).catch(() => Response.json({ message: stopped }, { status: 503 }));
  localStorage.setItem("sveltia-cms.user", JSON.stringify({ backendName: "gitea", token: "-" }));
}

CMS.init({ config });
