import { cards, frame, text } from "./_includes/parts.js";

export default class {
  data() {
    return { pagination: { data: "labels", size: 1, alias: "language" }, permalink: ({ language }) => (language === "da" ? "/" : "/sv/") };
  }

  render({ labels, language, collections }) {
    const [t, site] = [labels[language], collections.sites[language]];
    const topic = ([id, pages]) => `<li><a href="${site.pages[`/topics/${id}`].url}">${text(site.pages[`/topics/${id}`].data.title)}</a> ${pages.length}</li>`;
    return frame(t, language, "Katalog", "/", `<h2>${t.courses}</h2>
${cards(site, site.sections.courses.slice(0, 10))}
<h2>${t.news}</h2>
${cards(site, site.sections.news.slice(0, 5))}
<h2>${t.topics}</h2>
<ul>${Object.entries(site.topics).map(topic).join("")}</ul>`);
  }
}
