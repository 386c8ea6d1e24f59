import { frame, record } from "./parts.js";

export default class {
  render(data) {
    const { labels, language, collections, content } = data;
    const site = collections.sites[language];
    const path = data.page.url.slice(language === "da" ? 0 : 3);
    return frame(labels[language], language, data.title, path, record(labels[language], site, data, content));
  }
}
