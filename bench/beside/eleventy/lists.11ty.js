import { cards, frame } from "./_includes/parts.js";

const address = (name, n) => `/${name}/${n > 1 ? `page/${n}/` : ""}`;

export default class {
  data() {
    return {
      pagination: { data: "collections.parts", size: 1, alias: "part" },
      permalink: ({ part }) => `${part.language === "da" ? "" : "/sv"}${address(part.name, part.n)}`,
    };
  }

  render({ labels, part, collections }) {
    const { language, name, n, last, pages } = part;
    const [t, site] = [labels[language], collections.sites[language]];
    const prefix = language === "da" ? "" : "/sv";
    const title = t[name] ?? site.pages[`/${name}`].data.title;
    return frame(t, language, title, address(name, n), `${cards(site, pages)}
<nav>${n > 1 ? `<a href="${prefix}${address(name, n - 1)}">${t.previous}</a>` : ""} ${n < last ? `<a href="${prefix}${address(name, n + 1)}">${t.next}</a>` : ""}</nav>`);
  }
}
