// The form: Sveltia CMS with Katalog's records.  What it needs to know is beside it, in a file for each language.
import { Folder } from "./folder.js";
import { Records, asTexts } from "./record.js";
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

CMS.registerEventListener({
  name: "preSave",
  handler: async ({ entry }) => {
    const { collection, data, i18n } = entry.toJS();
    if (!models.records[collection]?.fields.language) return undefined;
    const translations = Object.entries(i18n).filter(([, { data: texts }]) => texts && Object.keys(texts).length);
    let saved = entry;
    for (const [language, { data: texts }] of translations) {
      saved = saved.setIn(["i18n", language, "data"], await records.translation(texts, data, collection));
    }
    return saved;
  },
});

// Where the page is served over a folder, what Sveltia CMS calls its test repository is that folder.
const { files } = page.dataset;
if (files) {
  const folder = new Folder(files);
  navigator.storage.getDirectory = async () => ({ getDirectoryHandle: async () => folder.root });
  localStorage.setItem("sveltia-cms.user", JSON.stringify({ backendName: "test-repo" }));
}

CMS.init({ config });
