// The same pages as hugo/ makes, as plain functions: the fastest templates that Eleventy has.
const PREFIXES = { da: "/", sv: "/sv/" };

/** Everything that pages ask of each other, gathered once: pages by path, and who refers to whom. */
function gathered(all) {
  const sites = {};
  for (const [language, prefix] of Object.entries(PREFIXES)) {
    const site = (sites[language] = { pages: {}, related: {}, topics: {}, sections: {} });
    for (const [id, title] of Object.entries(all[0].data.topicNames[language])) {
      site.pages[`/topics/${id}`] = { url: `${prefix}topics/${id}/`, data: { title } };
      site.topics[id] = [];
    }
    for (const page of all.filter((each) => each.data.language === language)) {
      const path = page.url.slice(prefix.length - 1, -1);
      site.pages[path] = page;
      (site.sections[page.data.section] ??= []).push(page);
      for (const topic of page.data.topics ?? []) (site.topics[topic] ??= []).push(page);
      for (const other of new Set(Object.values(page.data.refs ?? {}).flat())) {
        ((site.related[other] ??= {})[page.data.section] ??= []).push(page);
      }
    }
  }
  return sites;
}

/** Lists in parts of 100, for pagination over all of them. */
function parts(sites) {
  const found = [];
  for (const [language, site] of Object.entries(sites)) {
    const topics = Object.entries(site.topics).map(([id, pages]) => [`topics/${id}`, pages]);
    const lists = [...Object.entries(site.sections), ...topics];
    for (const [name, pages] of lists) {
      const last = Math.max(1, Math.ceil(pages.length / 100));
      for (let n = 1; n <= last; n++) {
        found.push({ language, name, n, last, pages: pages.slice((n - 1) * 100, n * 100) });
      }
    }
  }
  return found;
}

/** Calendars and JSON besides the pages. */
function files(sites) {
  const found = [];
  for (const [language, site] of Object.entries(sites)) {
    const prefix = PREFIXES[language];
    for (const [section, pages] of Object.entries(site.sections)) {
      for (const page of pages) {
        found.push({ url: `${page.url}index.json`, page });
        if (section === "courses") found.push({ url: `${page.url}calendar.ics`, events: [page] });
        if (section === "libraries") {
          const path = page.url.slice(prefix.length - 1, -1);
          found.push({ url: `${page.url}calendar.ics`, events: site.related[path]?.courses ?? [] });
        }
      }
    }
    for (const [topic, pages] of Object.entries(site.topics)) {
      found.push({ url: `${prefix}topics/${topic}/calendar.ics`, events: pages.filter((each) => each.data.section === "courses") });
    }
    found.push({ url: `${prefix}courses/calendar.ics`, events: site.sections.courses });
    found.push({ url: `${prefix}courses/index.json`, list: site.sections.courses });
  }
  return found;
}

export default function (config) {
  let sites;
  config.on("eleventy.before", () => (sites = undefined));
  const once = (api) => (sites ??= gathered(api.getFilteredByTag("record")));
  config.addCollection("sites", once);
  config.addCollection("parts", (api) => parts(once(api)));
  if (process.env.DATA) config.addCollection("files", (api) => files(once(api)));
  else config.ignores.add("files.11ty.js");
  return { dir: { output: "public" }, markdownTemplateEngine: false };
}
