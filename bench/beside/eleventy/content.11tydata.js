// Moved into content/: what every source there has.
const place = (data) => data.page.filePathStem.split("/").slice(2);

export default {
  layout: "record.11ty.js",
  tags: ["record"],
  eleventyComputed: {
    language: (data) => place(data)[0],
    section: (data) => place(data)[1],
  },
  permalink: (data) => {
    const [language, ...path] = place(data);
    return `${language === "da" ? "" : "/sv"}/${path.join("/")}/`;
  },
};
